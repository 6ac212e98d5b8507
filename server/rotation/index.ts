/** The public face of `rotation`: what the sample fills. */
export { savePlan } from './turns/turn.ts';
export { startTraining } from './training.ts';
