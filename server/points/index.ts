/** The public face of `points`: what later modules may call and fill. */
export { awardPoints, takeAwardBack, type Award, type Awarded } from './award.ts';
export { earningKinds, type EarningKind } from './slots.ts';
export { givePoints, type GiftWish } from './gift.ts';
export { changePointsSettings, type PointsSettings } from './settings.ts';
