/** The public face of `care`: what later modules may call. */
export { decide } from './decisions.ts';
export { askSeed, noteAnswer } from './seeds.ts';
export { giveTopic, noteSettled } from './topics.ts';
export { startRemovals } from './removals.ts';
export { endRound, startRound, type NewRound } from './rounds.ts';
export { suggestTexts } from './words.ts';
