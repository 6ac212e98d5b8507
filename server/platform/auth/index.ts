/** The public face: who signs in, with what, and what they may do. */

export { deviceIdOf, type Actor } from './actor.ts';
export { describeMe } from './account.ts';
export { deviceCookieName, issueDevice, renewDeviceCookie, revokeDevice } from './devices.ts';
export { createPasswordLink, ensureSetupToken, isSetupOpen } from './links.ts';
export { openSession } from './sign-in.ts';
export { communityNames, type CommunityNames } from './slots.ts';
export { allSources, apiTokenSource, deviceSource, operatorSessionSource } from './sources.ts';
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
