/** The public face of `guests`: what later modules may ask, and what the sample fills. */
export { keepAppearance } from './appearance.ts';
export { createGuest, moveGuest } from './guest.ts';
export { setNextStep } from './next-step.ts';
export { countExpected as countExpectedGuests } from './store/history.ts';
