import type { Services } from '../context.ts';
import { platformErrors } from '../errors.ts';
import { toProblemResponse } from '../http/problem.ts';
import type { Origin } from '../http/request.ts';
import { pickLocale } from '../i18n.ts';
import { newSecret } from '../ids.ts';
import type { ActorSource } from './actor-source.ts';
import { allSources } from './sources.ts';

/** The public face: who signs in, with what, and what they may do. */

export { deviceIdOf, type Actor } from './actor.ts';
export { describeMe } from './account.ts';
export { deviceCookieName, issueDevice, renewDeviceCookie, revokeDevice } from './devices.ts';
export { createPasswordLink, ensureSetupToken, isSetupOpen } from './links.ts';
export { openSession } from './sign-in.ts';
export { communityNames, type CommunityNames } from './slots.ts';
export { apiTokenSource, deviceSource, operatorSessionSource } from './sources.ts';
export { createTokenForUser } from './tokens.ts';
export { resetTwoFactor } from './two-factor.ts';
export {
  createUser,
  emailSchema,
  findUserByEmail,
  findUsers,
  getUser,
  listUsers,
  newPasswordSchema,
  registerOperator,
  setPassword,
  userNameSchema,
  type User,
} from './users.ts';

/** Signing in as the app wires it. */
export interface Auth {
  readonly sources: readonly ActorSource[];
  /** Answers what is asked under `/api/auth/` and is no declared route: nothing of better-auth is reachable. */
  handle(request: Request, origin: Origin): Promise<Response>;
}

/** Makes the auth of the process; loads nothing yet. */
export function createAuth(services: Services): Auth {
  return {
    sources: allSources,
    handle: async (request) =>
      toProblemResponse(platformErrors.not_found(), {
        i18n: services.i18n,
        locale: pickLocale(undefined, request.headers.get('accept-language') ?? undefined),
        requestId: newSecret(9),
        log: services.log,
        route: 'none',
      }),
  };
}

/** The ways to learn who sends a request, in the order in which they are asked. */
export function actorSources(auth: Auth): readonly ActorSource[] {
  return auth.sources;
}
