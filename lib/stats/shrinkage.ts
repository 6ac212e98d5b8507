/**
 * Empirical Bayes: pulling the values of those with little evidence towards the mean of all before ranking, else one-message
 * members top every list (metrics.md §0.3).
 */
import type { Interval } from './interval.ts';
import { normalQuantile } from './distributions.ts';
import { incompleteBeta } from './special.ts';
import { requireSameLength, sum } from './summary.ts';

/** `(sum + strength·prior)/(n + strength)`: a mean with `strength` observations' worth of belief in the prior. */
export function shrinkMean(total: number, n: number, { prior, strength }: { prior: number; strength: number }): number {
  return (total + strength * prior) / (n + strength);
}

/** Rates pulled to their common mean; `prior.a + prior.b` is the strength in trials. */
export interface ShrunkRates {
  rates: Float64Array;
  intervals: Interval[];
  prior: { a: number; b: number };
}

/**
 * Beta-binomial shrinkage of rates, prior fitted by moments (Kleinman 1973). With no more spread than chance gives, all
 * rates go to the common mean. `null` without any trial.
 */
export function shrinkRates(successes: ArrayLike<number>, trials: ArrayLike<number>, level = 0.9): ShrunkRates | null {
  requireSameLength('shrinkRates', successes, trials);
  const total = sum(trials);
  if (total === 0) return null;
  // Half a success and half a failure keep the prior proper when all rates are 0 or 1.
  const common = (sum(successes) + 0.5) / (total + 1);
  let spread = 0;
  let squares = 0;
  let count = 0;
  for (let i = 0; i < trials.length; i++) {
    if (trials[i] === 0) continue;
    count++;
    spread += trials[i]! * (successes[i]! / trials[i]! - common) ** 2;
    squares += trials[i]! ** 2;
  }
  const chance = common * (1 - common);
  const room = total - squares / total;
  const between = room > 0 ? (spread - (count - 1) * chance) / room / chance : 0;
  // `between` is the intraclass correlation; 1/1e4 stands for "none to speak of".
  const strength = 1 / Math.min(0.99, Math.max(1e-4, between)) - 1;
  const prior = { a: common * strength, b: (1 - common) * strength };
  const rates = new Float64Array(trials.length);
  const intervals: Interval[] = [];
  for (let i = 0; i < trials.length; i++) {
    const a = prior.a + successes[i]!;
    const b = prior.b + trials[i]! - successes[i]!;
    rates[i] = a / (a + b);
    intervals.push([betaQuantile((1 - level) / 2, a, b), betaQuantile((1 + level) / 2, a, b)]);
  }
  return { rates, intervals, prior };
}

/** Means pulled to their common mean; `between` is the variance of true means. */
export interface ShrunkMeans {
  means: Float64Array;
  intervals: Interval[];
  common: number;
  between: number;
}

/**
 * Normal–normal shrinkage of means with known standard errors (DerSimonian & Laird 1986 for the variance between). `null`
 * of an empty list; throws a RangeError when an error is not positive.
 */
export function shrinkMeans(
  means: ArrayLike<number>,
  standardErrors: ArrayLike<number>,
  level = 0.9,
): ShrunkMeans | null {
  requireSameLength('shrinkMeans', means, standardErrors);
  if (means.length === 0) return null;
  const weights = Float64Array.from(standardErrors, (error) => {
    if (!(error > 0)) throw new RangeError(`shrinkMeans: ${error} is no standard error; give numbers above 0`);
    return 1 / (error * error);
  });
  const total = sum(weights);
  const fixed = weights.reduce((t, w, i) => t + w * means[i]!, 0) / total;
  const q = weights.reduce((t, w, i) => t + w * (means[i]! - fixed) ** 2, 0);
  const room = total - weights.reduce((t, w) => t + w * w, 0) / total;
  const between = room > 0 ? Math.max(0, (q - (means.length - 1)) / room) : 0;
  const loose = weights.map((w) => 1 / (1 / w + between));
  const common = loose.reduce((t, w, i) => t + w * means[i]!, 0) / sum(loose);
  const z = normalQuantile(0.5 + level / 2);
  const shrunk = new Float64Array(means.length);
  const intervals: Interval[] = [];
  for (let i = 0; i < means.length; i++) {
    const trust = between / (between + 1 / weights[i]!);
    shrunk[i] = common + trust * (means[i]! - common);
    const half = z * Math.sqrt(trust / weights[i]! + (1 - trust) ** 2 / sum(loose));
    intervals.push([shrunk[i]! - half, shrunk[i]! + half]);
  }
  return { means: shrunk, intervals, common, between };
}

/** x with I_x(a, b) = p, by bisection. */
function betaQuantile(p: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
