import type { TextKey } from '../platform/i18n.ts';
import { defineSlot } from '../platform/slots.ts';

/** A way to earn points that a module knows. */
export interface EarningKind {
  /** `module.noun`; stands in settings and awards, so it never changes its meaning. */
  readonly key: string;
  readonly label: TextKey;
  /** What brings them, to members in one sentence; `{{amount}}` when the community sets it here. */
  readonly sentence: TextKey;
  /** What is paid when nobody has said anything else; null = the module says it each time (a check-in has its own figure). */
  readonly amount: number | null;
  /** Most points of a day by this rule; null = no cap. */
  readonly perDay: number | null;
  /** Paid unless switched off. */
  readonly on: boolean;
  /** Between the same two people at most so often a day. */
  readonly pairPerDay?: number;
}

/** Ways to earn points, in module order. */
export const earningKinds = defineSlot<EarningKind>('points.earningKinds');
