import type { Services } from '../context.ts';
import { platformErrors } from '../errors.ts';
import type { Origin } from '../http/request.ts';
import type { ActorSource } from './actor-source.ts';

/** Sign-in of operators. */
export interface Auth {
  handle(request: Request, origin: Origin): Promise<Response>;
}

/** Placeholder until sign-in lands: knows nobody. */
export function createAuth(_services: Services): Auth {
  return {
    handle: async () => {
      throw platformErrors.not_found();
    },
  };
}

/** The ways to learn who sends a request, in the order in which they are asked. */
export function actorSources(_auth: Auth): readonly ActorSource[] {
  return [];
}
