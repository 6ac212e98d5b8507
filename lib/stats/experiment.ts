/**
 * Effect of a measure on groups, the group being the unit: ANCOVA/CUPED on group means, randomisation inference under the
 * assignment scheme that was really used, and the confidence interval by inverting that test (metrics.md §7.5: Deng et al.
 * 2013; Fisher; Rosenbaum). Members are never the unit: with ICC .05 that gives 40% false positives.
 */
import type { Interval } from './interval.ts';
import { tQuantile, tTwoSided } from './distributions.ts';
import { drawAssignments } from './assignment.ts';
import { covariance, requireSameLength, sum, variance } from './summary.ts';

/** One randomised comparison; entry i of every field belongs to group i. */
export interface Experiment {
  /** Mean outcome of the group after the start. */
  outcomes: ArrayLike<number>;
  /** 1/true when the group was treated. */
  treated: ArrayLike<number | boolean>;
  /** The same metric before the start; halves the variance or better when it correlates. */
  before?: ArrayLike<number>;
  /** Pair (or block) number of each group, when treatment was drawn within pairs or blocks. */
  blocks?: ArrayLike<number>;
}

/** Least-squares effect with its t-test. */
export interface ModelEffect {
  effect: number;
  standardError: number;
  degreesOfFreedom: number;
  p: number;
  interval: Interval;
}

/**
 * ANCOVA: outcome on treatment, the value before, and block means, by least squares on groups. Throws a RangeError when
 * inputs differ in length or one arm is empty; `null` when groups are too few for an error term.
 */
export function fitAncova(experiment: Experiment, level = 0.95): ModelEffect | null {
  const { y, t, x } = prepare(experiment);
  const groups = y.length;
  const blocks = experiment.blocks ? new Set(Array.from(experiment.blocks)).size : 1;
  const varies = dotSelf(x) > 0;
  const degreesOfFreedom = groups - blocks - 1 - (varies ? 1 : 0);
  const weight = coefficientWeight(t, x);
  if (degreesOfFreedom < 1 || weight === null) return null;
  const effect = product(y, weight);
  const slope = varies ? (product(x, y) - effect * product(x, t)) / dotSelf(x) : 0;
  let squares = 0;
  for (let i = 0; i < groups; i++) squares += (y[i]! - effect * t[i]! - slope * x[i]!) ** 2;
  const standardError = Math.sqrt((squares / degreesOfFreedom) * dotSelf(weight));
  const half = tQuantile(level, degreesOfFreedom) * standardError;
  const p = standardError > 0 ? tTwoSided(effect / standardError, degreesOfFreedom) : effect === 0 ? 1 : 0;
  return { effect, standardError, degreesOfFreedom, p, interval: [effect - half, effect + half] };
}

/** What the randomisation test takes. */
export interface RandomisationOptions {
  seed: number | string;
  /** All assignments are used when there are no more than this, else as many are drawn; default 20,000. */
  limit?: number;
  level?: number;
}

/** Outcome of a randomisation test. */
export interface RandomisationEffect {
  effect: number;
  p: number;
  /** The smallest p that this design can give: below, say, 4 + 4 groups it never reaches .05. */
  smallestP: number;
  /** Effects that the test does not reject; an end is ±Infinity when the design cannot exclude any effect. */
  interval: Interval;
  assignments: number;
  exact: boolean;
}

/**
 * Randomisation test of the ANCOVA effect: how often an assignment that could have been drawn gives as large an effect, had
 * treatment done nothing. Two-sided. Drawn assignments count the real one as well, so p is valid for every number of draws.
 */
export function testRandomisation(experiment: Experiment, options: RandomisationOptions): RandomisationEffect {
  const { y, t, x } = prepare(experiment);
  const observed = coefficientWeight(t, x);
  if (observed === null) throw new RangeError('testRandomisation: the value before tells treatment exactly; drop it');
  const { assignments, exact } = drawAssignments(experiment.treated, {
    blocks: experiment.blocks,
    seed: options.seed,
    limit: options.limit ?? 20_000,
  });
  const effect = product(y, observed);
  const draws = { ...effectsOf(assignments, { y, t, x }), exact };
  const alpha = 1 - (options.level ?? 0.95);
  const alike = exact ? draws.ofTreatment.filter((b) => Math.abs(b) > 1 - 1e-9).length : 1;
  return {
    effect,
    p: pValue(draws, effect, 0),
    smallestP: alike / (draws.ofTreatment.length + (exact ? 0 : 1)),
    interval: [invert(draws, { effect, alpha, sign: -1 }), invert(draws, { effect, alpha, sign: 1 })],
    assignments: assignments.length,
    exact,
  };
}

/**
 * ANCOVA effects of every assignment, in the outcomes and in the real treatment. As y, t and x are centred within blocks and
 * all assignments treat as many in each block, only sums over the treated change. Assignments that x determines are left out.
 */
function effectsOf(
  assignments: readonly Uint8Array[],
  { y, t, x }: { y: Float64Array; t: Float64Array; x: Float64Array },
): { ofOutcome: Float64Array; ofTreatment: Float64Array } {
  const xx = dotSelf(x) || 1;
  const [xy, xt, tt] = [product(x, y) / xx, product(x, t) / xx, dotSelf(t)];
  const ofOutcome = new Float64Array(assignments.length);
  const ofTreatment = new Float64Array(assignments.length);
  let count = 0;
  for (const assignment of assignments) {
    let sumY = 0;
    let sumT = 0;
    let sumX = 0;
    for (let i = 0; i < assignment.length; i++) {
      if (assignment[i] === 0) continue;
      sumY += y[i]!;
      sumT += t[i]!;
      sumX += x[i]!;
    }
    const size = tt - (sumX * sumX) / xx;
    if (size < 1e-12) continue;
    ofOutcome[count] = (sumY - sumX * xy) / size;
    ofTreatment[count++] = (sumT - sumX * xt) / size;
  }
  return { ofOutcome: ofOutcome.subarray(0, count), ofTreatment: ofTreatment.subarray(0, count) };
}

interface Draws {
  /** Effect found in the outcomes, by assignment. */
  ofOutcome: Float64Array;
  /** Effect found in the real treatment itself, by assignment: what a constant effect of 1 adds. */
  ofTreatment: Float64Array;
  exact: boolean;
}

/** p of "the effect is `supposed`": outcomes without it must look as if nothing had been done. */
function pValue(draws: Draws, effect: number, supposed: number): number {
  const distance = Math.abs(effect - supposed);
  const allowance = 1e-9 * (1 + Math.abs(effect));
  let extreme = draws.exact ? 0 : 1;
  for (let i = 0; i < draws.ofOutcome.length; i++) {
    if (Math.abs(draws.ofOutcome[i]! - supposed * draws.ofTreatment[i]!) >= distance - allowance) extreme++;
  }
  return extreme / (draws.ofOutcome.length + (draws.exact ? 0 : 1));
}

/** The farthest effect, upwards (`sign` 1) or downwards (−1), that the test does not reject; by doubling and bisection. */
function invert(draws: Draws, { effect, alpha, sign }: { effect: number; alpha: number; sign: 1 | -1 }): number {
  const kept = (distance: number): boolean => pValue(draws, effect, effect + sign * distance) > alpha;
  const spread = Math.sqrt(draws.ofOutcome.reduce((total, b) => total + b * b, 0) / draws.ofOutcome.length) || 1e-12;
  let low = 0;
  let high = spread;
  for (let i = 0; kept(high); i++) {
    if (i > 40) return sign * Infinity;
    low = high;
    high *= 2;
  }
  for (let i = 0; i < 50 && high - low > 1e-6 * spread; i++) {
    const middle = (low + high) / 2;
    if (kept(middle)) low = middle;
    else high = middle;
  }
  return effect + sign * low;
}

/**
 * CUPED: outcomes with the part that the values before explain taken out, `y − θ(x − x̄)`, θ = cov/var (Deng et al. 2013).
 * Mean stays; unchanged when x does not vary. `kept` is the share of variance left.
 */
export function adjustCuped(
  outcomes: ArrayLike<number>,
  before: ArrayLike<number>,
): { adjusted: Float64Array; theta: number; kept: number } {
  requireSameLength('adjustCuped', outcomes, before);
  const spread = variance(before) ?? 0;
  const theta = spread > 0 ? covariance(outcomes, before)! / spread : 0;
  const average = before.length > 0 ? sum(before) / before.length : 0;
  const adjusted = Float64Array.from(outcomes, (y, i) => y - theta * (before[i]! - average));
  const raw = variance(outcomes) ?? 0;
  return { adjusted, theta, kept: raw > 0 ? variance(adjusted)! / raw : 1 };
}

interface Prepared {
  y: Float64Array;
  t: Float64Array;
  x: Float64Array;
}

/** Outcome, treatment and covariate without their (block) means. */
function prepare(experiment: Experiment): Prepared {
  const { outcomes, treated, before, blocks } = experiment;
  requireSameLength('experiment', outcomes, treated);
  if (before) requireSameLength('experiment', outcomes, before);
  if (blocks) requireSameLength('experiment', outcomes, blocks);
  const arm = Float64Array.from(treated, (value) => (value ? 1 : 0));
  const count = sum(arm);
  if (count === 0 || count === arm.length) throw new RangeError('experiment: one arm has no groups');
  const residuals = (values: ArrayLike<number>): Float64Array => centre(values, blocks);
  return {
    y: residuals(outcomes),
    t: residuals(arm),
    x: before ? residuals(before) : new Float64Array(outcomes.length),
  };
}

function centre(values: ArrayLike<number>, blocks?: ArrayLike<number>): Float64Array {
  const totals = new Map<number, [number, number]>();
  for (let i = 0; i < values.length; i++) {
    const total = totals.get(blocks?.[i] ?? 0) ?? [0, 0];
    totals.set(blocks?.[i] ?? 0, [total[0] + values[i]!, total[1] + 1]);
  }
  return Float64Array.from(values, (value, i) => {
    const [total, count] = totals.get(blocks?.[i] ?? 0)!;
    return value - total / count;
  });
}

/** Weights w with effect = w·y in the regression of y on t and x (Frisch–Waugh–Lovell); `null` when x determines t. */
function coefficientWeight(t: Float64Array, x: Float64Array): Float64Array | null {
  const spread = dotSelf(x);
  const slope = spread > 0 ? product(t, x) / spread : 0;
  const rest = slope === 0 ? t : t.map((value, i) => value - slope * x[i]!);
  const size = dotSelf(rest);
  return size > 1e-12 ? rest.map((value) => value / size) : null;
}

function product(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}

function dotSelf(a: Float64Array): number {
  return product(a, a);
}
