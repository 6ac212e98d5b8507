/** The public face of `programs`: what later modules may call. */
export { checkIn, useMakeUpCard, type CheckedIn } from './check-in.ts';
export type { Definition } from './definition.ts';
export { createProgram, getProgram, listPrograms, stateOf, type NewProgram, type Program } from './program.ts';
