/**
 * Trends of short, unruly series: slope by Theil–Sen, significance by Mann–Kendall, breaks by CUSUM. Series are in order of
 * time; `null` entries are not allowed (leave missing points out and give their times).
 */
import type { Interval } from './interval.ts';
import { normalQuantile, normalTwoSided } from './distributions.ts';
import { median, requireSameLength, sorted, sum } from './summary.ts';

/** A robust line: `slope` in value per unit of time. */
export interface RobustLine {
  slope: number;
  intercept: number;
  /** Interval of the slope (Sen 1968, with the Mann–Kendall variance). */
  interval: Interval;
}

/**
 * Theil–Sen line: median of all pairwise slopes (Theil 1950, Sen 1968). `times` default to 0, 1, 2 … `null` below two
 * different times. O(n²).
 */
export function theilSen(values: ArrayLike<number>, times?: ArrayLike<number>, level = 0.95): RobustLine | null {
  if (times) requireSameLength('theilSen', values, times);
  const at = (i: number): number => times?.[i] ?? i;
  const slopes: number[] = [];
  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      if (at(j) !== at(i)) slopes.push((values[j]! - values[i]!) / (at(j) - at(i)));
    }
  }
  if (slopes.length === 0) return null;
  const slope = median(slopes)!;
  const intercept = median(Array.from(values, (value, i) => value - slope * at(i)))!;
  const ascending = sorted(slopes);
  const half = normalQuantile(0.5 + level / 2) * Math.sqrt(kendallVariance(values));
  const low = Math.floor((slopes.length - half) / 2 - 0.5);
  const high = Math.ceil((slopes.length + half) / 2 + 0.5) - 1;
  const last = slopes.length - 1;
  return { slope, intercept, interval: [ascending[Math.max(0, low)]!, ascending[Math.min(last, high)]!] };
}

/** Outcome of a Mann–Kendall test: S > 0 rises; `tau` in −1…1. */
export interface TrendTest {
  s: number;
  tau: number;
  p: number;
}

/**
 * Mann–Kendall test for a monotone trend, two-sided. Without ties and n ≤ 10 the exact permutation distribution is used
 * (six weeks are too few for the normal approximation), else the normal one with ties and continuity corrected. `null`
 * below three values.
 */
export function mannKendall(values: ArrayLike<number>): TrendTest | null {
  const n = values.length;
  if (n < 3) return null;
  let s = 0;
  let ties = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      s += Math.sign(values[j]! - values[i]!);
      if (values[j] === values[i]) ties++;
    }
  }
  const tau = s / ((n * (n - 1)) / 2);
  if (ties === 0 && n <= 10) return { s, tau, p: exactKendall(Math.abs(s), n) };
  const spread = kendallVariance(values);
  if (spread === 0) return { s, tau, p: 1 };
  return { s, tau, p: Math.min(1, normalTwoSided(Math.max(0, Math.abs(s) - 1) / Math.sqrt(spread))) };
}

/** P(|S| ≥ s) over all orders of n different values, by counting permutations by their inversions. */
function exactKendall(s: number, n: number): number {
  let counts = [1];
  for (let size = 2; size <= n; size++) {
    const next = Array.from({ length: counts.length + size - 1 }, () => 0);
    counts.forEach((count, inversions) => {
      for (let more = 0; more < size; more++) next[inversions + more]! += count;
    });
    counts = next;
  }
  const pairs = (n * (n - 1)) / 2;
  const extreme = counts.filter((_, inversions) => Math.abs(pairs - 2 * inversions) >= s);
  return Math.min(1, sum(extreme) / sum(counts));
}

function kendallVariance(values: ArrayLike<number>): number {
  const n = values.length;
  const sizes = new Map<number, number>();
  for (let i = 0; i < n; i++) sizes.set(values[i]!, (sizes.get(values[i]!) ?? 0) + 1);
  let tied = 0;
  for (const t of sizes.values()) tied += t * (t - 1) * (2 * t + 5);
  return (n * (n - 1) * (2 * n + 5) - tied) / 18;
}

/** A break in a series: the level changes after index `at`. */
export interface LevelBreak {
  at: number;
  before: number;
  after: number;
  /** Share of shuffled series with as large a CUSUM range. */
  p: number;
}

/**
 * Most likely single change of level by CUSUM (Page 1954; Taylor 2000): where the cumulated deviation from the mean is
 * largest, with a permutation p-value from `draws` shuffles by `random`. `null` below four values or when nothing varies.
 */
export function findLevelBreak(
  values: ArrayLike<number>,
  random: { shuffle(items: Float64Array): Float64Array },
  draws = 999,
): LevelBreak | null {
  const n = values.length;
  if (n < 4) return null;
  const series = Float64Array.from(values);
  const observed = cusum(series);
  if (observed.range < 1e-12) return null;
  const mixed = Float64Array.from(series);
  let extreme = 0;
  for (let i = 0; i < draws; i++) if (cusum(random.shuffle(mixed)).range >= observed.range - 1e-12) extreme++;
  const at = observed.at;
  const before = sum(series.subarray(0, at + 1)) / (at + 1);
  const after = sum(series.subarray(at + 1)) / (n - at - 1);
  return { at, before, after, p: (extreme + 1) / (draws + 1) };
}

function cusum(series: Float64Array): { range: number; at: number } {
  const average = sum(series) / series.length;
  let total = 0;
  let low = 0;
  let high = 0;
  let at = 0;
  let most = -1;
  for (let i = 0; i < series.length - 1; i++) {
    total += series[i]! - average;
    low = Math.min(low, total);
    high = Math.max(high, total);
    if (Math.abs(total) > most) [most, at] = [Math.abs(total), i];
  }
  return { range: high - low, at };
}
