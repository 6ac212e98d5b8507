/**
 * Cox's proportional hazards: effect sizes on survival, fitted by Newton's method with step halving from 0, and the check that
 * the hazards are proportional at all.
 */
import { chiSquareTail, normalTwoSided } from './distributions.ts';
import { requireTimes } from './kaplan-meier.ts';
import type { SurvivalTimes } from './kaplan-meier.ts';
import { evaluateCox, prepareCox } from './cox-likelihood.ts';
import { dot, invertSymmetric, solveSymmetric } from './matrix.ts';
import { correlation, rank } from './summary.ts';
import { concordance } from './discrimination.ts';

/** A fitted model; entry j belongs to column j of the rows. Coefficients are log hazard ratios per unit. */
export interface CoxFit {
  coefficients: Float64Array;
  standardErrors: Float64Array;
  p: Float64Array;
  logLikelihood: number;
  /** Likelihood without covariates, for the likelihood-ratio test. */
  nullLogLikelihood: number;
  /** Harrell's C of the risk scores on the same data. */
  concordance: number | null;
  converged: boolean;
}

/**
 * Fits log-hazard = x·β. `ridge` (default 0) penalises β²/2 per column after centring. Throws a RangeError when rows and
 * times differ in number, when nothing happened, or when columns depend on each other.
 */
export function fitCox(
  sample: SurvivalTimes & { rows: readonly ArrayLike<number>[] },
  options: { ridge?: number } = {},
): CoxFit {
  requireTimes(sample);
  const { rows } = sample;
  if (rows.length !== sample.durations.length || rows.length === 0) {
    throw new RangeError(`fitCox: ${rows.length} rows for ${sample.durations.length} times; give one row for each`);
  }
  if (!Array.from(sample.events).some(Boolean))
    throw new RangeError('fitCox: no event happened; nothing can be learnt');
  const problem = prepareCox(sample);
  const ridge = options.ridge ?? 0;
  let beta: Float64Array = new Float64Array(rows[0]!.length);
  let current = evaluateCox(problem, beta, ridge);
  const nullLogLikelihood = current.logLikelihood;
  let converged = false;
  for (let i = 0; i < 50 && !converged; i++) {
    let step = solveSymmetric(current.information, current.gradient);
    let next = evaluateCox(problem, add(beta, step), ridge);
    for (let half = 0; half < 30 && !(next.objective >= current.objective - 1e-12); half++) {
      step = step.map((s) => s / 2);
      next = evaluateCox(problem, add(beta, step), ridge);
    }
    beta = add(beta, step);
    converged = Math.abs(next.objective - current.objective) < 1e-11 * Math.abs(current.objective);
    current = next;
  }
  const standardErrors = Float64Array.from(invertSymmetric(current.information), (row, j) => Math.sqrt(row[j]!));
  const scores = Float64Array.from(rows, (row) => dot(row, beta));
  return {
    coefficients: beta,
    standardErrors,
    p: beta.map((b, j) => normalTwoSided(b / standardErrors[j]!)),
    logLikelihood: current.logLikelihood,
    nullLogLikelihood,
    concordance: concordance(sample, scores),
    converged,
  };
}

/** Whether one covariate's effect drifts with time. */
export interface ProportionalityTest {
  /** Correlation of the scaled Schoenfeld residuals with the rank of time. */
  correlation: number;
  chiSquare: number;
  p: number;
}

/**
 * Checks proportional hazards, covariate by covariate (Grambsch & Therneau 1994, time by rank): a small p says that the effect
 * of that column changes with time and its one coefficient is an average.
 */
export function testProportionality(
  sample: SurvivalTimes & { rows: readonly ArrayLike<number>[] },
  fit: CoxFit,
): ProportionalityTest[] {
  const { residuals, information } = evaluateCox(prepareCox(sample), fit.coefficients);
  const covariance = invertSymmetric(information);
  const times = rank(residuals.map(({ time }) => time));
  const average = times.reduce((total, time) => total + time, 0) / times.length;
  const spread = times.reduce((total, time) => total + (time - average) ** 2, 0);
  return Array.from(fit.coefficients, (_, j) => {
    const scaled = residuals.map(({ values }) => residuals.length * dot(covariance[j]!, values));
    const drift = scaled.reduce((total, value, k) => total + value * (times[k]! - average), 0);
    const chiSquare = drift ** 2 / (residuals.length * covariance[j]![j]! * spread);
    return { correlation: correlation(scaled, times) ?? 0, chiSquare, p: chiSquareTail(chiSquare, 1) };
  });
}

function add(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value + b[i]!);
}
