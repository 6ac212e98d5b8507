/** The public face of `programs`: what later modules may call and hear. */
export { checkIn, useMakeUpCard, type CheckedIn } from './check-in.ts';
export type { Definition } from './definition.ts';
export { memberCheckedIn, newcomersWelcomed } from './events.ts';
export { createProgram, getProgram, listPrograms, stateOf, type NewProgram, type Program } from './program.ts';
