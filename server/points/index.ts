/** The public face of `points`: what later modules may call and fill. */
export { awardPoints, takeAwardBack, type Award, type Awarded } from './award.ts';
export { earningKinds, type EarningKind } from './slots.ts';
