/** The public face of `rotation`: what the sample fills. */
export { startTraining } from './training.ts';
