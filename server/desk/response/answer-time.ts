/**
 * How fast questions are answered, from waits that may not be over yet (metrics.md §4.5): Kaplan–Meier, never the mean of those that
 * were answered. A share is the chance of an answer within a time; too few questions are said to be too few.
 */
import { wilsonInterval } from '../../../lib/stats/interval.ts';
import {
  kaplanMeier,
  quantileInterval,
  survivalAt,
  survivalInterval,
  survivalQuantile,
  type SurvivalCurve,
} from '../../../lib/stats/kaplan-meier.ts';

/** Below this many questions nothing is said about them. The diagnosis of a group uses the same. */
export const fewestQuestions = 5;

/** A share with its interval, null where nothing is known that far. */
export type Share = { value: number; low: number; high: number } | null;

/** How fast questions were answered. */
export interface AnswerTime {
  /** Questions, and those among them that have been answered. */
  n: number;
  answered: number;
  /** Minutes until half of them are answered, with its interval; null = fewer than half have been, or too few questions. */
  median: { value: number; low: number | null; high: number | null } | null;
  within15: Share;
  within60: Share;
  within1440: Share;
  /** Not answered within a day. */
  unanswered: Share;
  /** Promises whose time has passed: how many were kept. */
  promise: { kept: number; of: number; share: Share };
}

/** A point of the curve: minutes, and the share answered by then with its interval. */
export interface CurvePoint {
  minutes: number;
  share: number;
  low: number;
  high: number;
}

/** Waits of one or more rows of the database: twice the minutes, plus one when the wait ended with an answer. */
export interface Waits {
  coded: readonly number[];
  promised: number;
  kept: number;
}

/** What the waits say. */
export function measureAnswers(waits: Waits): AnswerTime {
  const curve = curveOf(waits);
  const isEnough = curve.n >= fewestQuestions;
  const median = isEnough ? survivalQuantile(curve) : null;
  const [low, high] = quantileInterval(curve);
  const within = (minutes: number) => (isEnough ? shareWithin(curve, minutes) : null);
  const day = within(1440);
  return {
    n: curve.n,
    answered: curve.eventCount,
    median: median === null ? null : { value: median, low, high },
    within15: within(15),
    within60: within(60),
    within1440: day,
    unanswered: day && { value: 1 - day.value, low: 1 - day.high, high: 1 - day.low },
    promise: { kept: waits.kept, of: waits.promised, share: shareKept(waits) },
  };
}

/** The curve of the share answered over the first day, at most 121 points; empty when there are too few questions. */
export function drawAnswers(waits: Waits): CurvePoint[] {
  const curve = curveOf(waits);
  if (curve.n < fewestQuestions) return [];
  const known = [...curve.times.keys()].filter((at) => curve.times[at]! <= 1440);
  const step = Math.max(1, Math.ceil(known.length / 120));
  const points = known
    .filter((_, at) => at % step === 0 || at === known.length - 1)
    .map((at) => ({
      minutes: curve.times[at]!,
      share: 1 - curve.survival[at]!,
      low: 1 - curve.upper[at]!,
      high: 1 - curve.lower[at]!,
    }));
  // The last height holds for as long as somebody was watched.
  const last = points.at(-1) ?? { share: 0, low: 0, high: 0 };
  return [...points, { ...last, minutes: Math.min(1440, curve.until) }];
}

function curveOf({ coded }: Waits): SurvivalCurve {
  return kaplanMeier({ durations: coded.map((code) => Math.floor(code / 2)), events: coded.map((code) => code % 2) });
}

function shareWithin(curve: SurvivalCurve, minutes: number): Share {
  const open = survivalAt(curve, minutes);
  const interval = survivalInterval(curve, minutes);
  return open === null || !interval ? null : { value: 1 - open, low: 1 - interval[1], high: 1 - interval[0] };
}

function shareKept({ kept, promised }: Waits): Share {
  const interval = promised < fewestQuestions ? null : wilsonInterval(kept, promised);
  return interval && { value: kept / promised, low: interval[0], high: interval[1] };
}
