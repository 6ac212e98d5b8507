/**
 * Survival curves from times that may be censored on the right (not over yet) and truncated on the left (came under
 * observation late). Kaplan & Meier 1958; variance by Greenwood; intervals on the log(−log) scale (Kalbfleisch & Prentice).
 */
import type { Interval } from './interval.ts';
import { normalQuantile } from './distributions.ts';
import { requireSameLength } from './summary.ts';

/** Times of subjects, all in one unit. */
export interface SurvivalTimes {
  /** Time from origin to the event or to the end of observation. */
  durations: ArrayLike<number>;
  /** 1/true when the event happened at that time, 0/false when it had not yet. */
  events: ArrayLike<number | boolean>;
  /** Time at which the subject came under observation (left truncation); default 0. Must be below the duration. */
  entries?: ArrayLike<number>;
}

/** A step curve: `survival[i]` holds from `times[i]` (an event time) until the next. */
export interface SurvivalCurve {
  n: number;
  eventCount: number;
  times: Float64Array;
  atRisk: Uint32Array;
  events: Uint32Array;
  survival: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  /** Last time at which anybody was under observation: nothing is known beyond. */
  until: number;
  /** The curve is conditional on surviving to this time (0 unless entries were late). */
  from: number;
}

/** What the estimator takes beside the times. */
export interface CurveOptions {
  level?: number;
  /**
   * With late entries the first risk sets can be of one or two subjects, and one early event would pin the curve to 0.
   * The curve starts at the first time when this many are at risk, and is conditional on surviving to it. Default 5; not
   * used without late entries.
   */
  minimumAtRisk?: number;
}

/**
 * Kaplan–Meier estimate. At a time shared by events, ends and entries: events first, so an end at t is still at risk at t
 * and an entry at t is not. Throws a RangeError when lengths differ, times are negative or an entry is after the end.
 * An empty sample gives a curve without steps.
 */
export function kaplanMeier(sample: SurvivalTimes, options: CurveOptions = {}): SurvivalCurve {
  const { times, atRisk, events, first } = riskTable(sample, options.minimumAtRisk ?? 5);
  const z = normalQuantile(0.5 + (options.level ?? 0.95) / 2);
  const survival = new Float64Array(times.length);
  const lower = new Float64Array(times.length);
  const upper = new Float64Array(times.length);
  let s = 1;
  let greenwood = 0;
  for (let i = 0; i < times.length; i++) {
    s *= 1 - events[i]! / atRisk[i]!;
    greenwood += events[i]! / (atRisk[i]! * (atRisk[i]! - events[i]!));
    survival[i] = s;
    const half = s > 0 && s < 1 ? (z * Math.sqrt(greenwood)) / Math.log(s) : 0;
    lower[i] = s > 0 ? s ** Math.exp(-half) : 0;
    upper[i] = s > 0 ? s ** Math.exp(half) : 0;
  }
  return {
    n: sample.durations.length,
    eventCount: events.reduce((total, count) => total + count, 0),
    times,
    atRisk,
    events,
    survival,
    lower,
    upper,
    until: maximum(sample.durations),
    from: first,
  };
}

/** S(t): the share that survives beyond t; `null` when t lies before the curve's start or after the last observation. */
export function survivalAt(curve: SurvivalCurve, t: number): number | null {
  if (t < curve.from || curve.n === 0 || (t > curve.until && curve.survival.at(-1) !== 0)) return null;
  const step = lastStep(curve.times, t);
  return step < 0 ? 1 : curve.survival[step]!;
}

/** Interval of S(t); `null` where S(t) is, and [0, 1] where S has no step yet. */
export function survivalInterval(curve: SurvivalCurve, t: number): Interval | null {
  if (survivalAt(curve, t) === null) return null;
  const step = lastStep(curve.times, t);
  return step < 0 ? [0, 1] : [curve.lower[step]!, curve.upper[step]!];
}

/** Smallest time with S(t) ≤ 1 − p (the median for p = .5); `null` when the curve does not come down so far. */
export function survivalQuantile(curve: SurvivalCurve, p = 0.5): number | null {
  const step = curve.survival.findIndex((s) => s <= 1 - p + 1e-12);
  return step < 0 ? null : curve.times[step]!;
}

/** Interval of a survival quantile, by inverting the curve's bounds; an open end is `null`. */
export function quantileInterval(curve: SurvivalCurve, p = 0.5): [number | null, number | null] {
  const low = curve.lower.findIndex((s) => s <= 1 - p);
  const high = curve.upper.findIndex((s) => s <= 1 - p);
  return [low < 0 ? null : curve.times[low]!, high < 0 ? null : curve.times[high]!];
}

/**
 * Mean time lived up to `horizon` (area under the curve); `null` when the curve does not reach that far or starts late.
 */
export function restrictedMean(curve: SurvivalCurve, horizon: number): number | null {
  if (survivalAt(curve, horizon) === null || curve.from > 0) return null;
  let area = 0;
  let before = 0;
  let s = 1;
  for (let i = 0; i < curve.times.length && curve.times[i]! < horizon; i++) {
    area += s * (curve.times[i]! - before);
    before = curve.times[i]!;
    s = curve.survival[i]!;
  }
  return area + s * (horizon - before);
}

interface RiskTable {
  times: Float64Array;
  atRisk: Uint32Array;
  events: Uint32Array;
  first: number;
}

function riskTable(sample: SurvivalTimes, minimumAtRisk: number): RiskTable {
  const { ends, starts, died } = sortTimes(sample);
  const first = sample.entries ? observationStart(starts, ends, minimumAtRisk) : 0;
  const rows: { time: number; risk: number; count: number }[] = [];
  let entered = 0;
  let left = 0;
  for (let i = 0; i < died.length;) {
    const time = died[i]!;
    let next = i;
    while (next < died.length && died[next] === time) next++;
    while (left < ends.length && ends[left]! < time) left++;
    while (entered < starts.length && starts[entered]! < time) entered++;
    if (time >= first) rows.push({ time, risk: entered - left, count: next - i });
    i = next;
  }
  return {
    times: Float64Array.from(rows, (row) => row.time),
    atRisk: Uint32Array.from(rows, (row) => row.risk),
    events: Uint32Array.from(rows, (row) => row.count),
    first,
  };
}

/** Sorted ends, entries and event times. Who enters at the origin is at risk from before it: −1 stands for that. */
function sortTimes(sample: SurvivalTimes): { ends: Float64Array; starts: Float64Array; died: Float64Array } {
  requireTimes(sample);
  const ends: number[] = [];
  const starts: number[] = [];
  const died: number[] = [];
  for (let i = 0; i < sample.durations.length; i++) {
    const end = sample.durations[i]!;
    const entry = sample.entries?.[i] ?? 0;
    if (entry > 0 && entry === end) continue; // observed for no time at all
    ends.push(end);
    starts.push(entry > 0 ? entry : -1);
    if (sample.events[i]) died.push(end);
  }
  const ascending = (values: number[]): Float64Array => Float64Array.from(values).sort();
  return { ends: ascending(ends), starts: ascending(starts), died: ascending(died) };
}

/** First time when `minimum` are under observation, or the time of the most when there are never so many. */
function observationStart(starts: Float64Array, ends: Float64Array, minimum: number): number {
  let most = 0;
  let at = 0;
  let left = 0;
  for (let i = 0; i < starts.length; i++) {
    while (left < ends.length && ends[left]! <= starts[i]!) left++;
    const risk = i + 1 - left;
    if (risk > most) [most, at] = [risk, Math.max(0, starts[i]!)];
    if (risk >= minimum) break;
  }
  return at;
}

function lastStep(times: Float64Array, t: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= t) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Throws a RangeError when times are not times: lengths differ, negative or not finite, entry after the end. */
export function requireTimes(sample: SurvivalTimes): void {
  const { durations, events, entries } = sample;
  requireSameLength('survival', durations, events);
  if (entries) requireSameLength('survival', durations, entries);
  for (let i = 0; i < durations.length; i++) {
    const entry = entries?.[i] ?? 0;
    if (!(durations[i]! >= 0 && durations[i]! < Infinity && entry >= 0)) {
      throw new RangeError(`survival: subject ${i} has time ${durations[i]} and entry ${entry}; give finite times ≥ 0`);
    }
    if (entry > durations[i]!) {
      throw new RangeError(`survival: subject ${i} entered at ${entry}, after its end at ${durations[i]}`);
    }
  }
}

function maximum(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, values[i]!);
  return most;
}
