/** The public face of `guests`: what the sample fills. */
export { keepAppearance } from './appearance.ts';
export { createGuest, moveGuest } from './guest.ts';
export { setNextStep } from './next-step.ts';
