/** The public face of `levels`: what later modules may call and hear. */
export { levelsChanged } from './events.ts';
export { hasPrivilege, listPrivileges } from './privilege.ts';
export { createLadder } from './ladder.ts';
export { runPass } from './pass.ts';
export type { Draft, Level, Privilege } from './definition.ts';
