/** The public face of the text kit. */
export { foldText, foldWithOrigins, unmaskText } from './normalise.ts';
export type { Folded } from './normalise.ts';
export { revealText, revealWithOrigins } from './disguise.ts';
export type { Revealed, Tricks } from './disguise.ts';
export { linkPattern } from './contacts.ts';
export { readSignals } from './signals.ts';
export type { TextSignals } from './signals.ts';
export { segment } from './segment.ts';
export { findNearPairs, hamming, nearDistance, openNearIndex, simHash } from './simhash.ts';
export type { NearIndex, NearPair, SimHash } from './simhash.ts';
export { rateOffence, openOffenceModel } from './offence.ts';
export { explainAd, rateAd } from './ads.ts';
export type { AdCue } from './ad-cues.ts';
export { openTerms } from './terms.ts';
export type { Term, TermFinder, TermHit } from './terms.ts';
export { openAdLearner } from './ad-learner.ts';
export type { AdDecision, AdLearner, AdLearnerFile, AdLesson } from './ad-learner.ts';
