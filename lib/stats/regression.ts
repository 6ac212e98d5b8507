/**
 * Least squares, logistic and Poisson regression by Newton's method. Rows are samples, columns features; an intercept is
 * always added in front, so `coefficients[0]` is the intercept and feature j has `coefficients[j + 1]`.
 */
import { addOuter, dot, invertSymmetric, solveSymmetric, zeros } from './matrix.ts';

/** A fitted line; `covariance` is that of the coefficients. */
export interface LinearFit {
  coefficients: Float64Array;
  standardErrors: Float64Array;
  residuals: Float64Array;
  degreesOfFreedom: number;
  /** Residual variance. */
  variance: number;
}

/** A fitted logistic or Poisson model. */
export interface CountFit {
  coefficients: Float64Array;
  standardErrors: Float64Array;
  logLikelihood: number;
  iterations: number;
  converged: boolean;
}

/** What the iterative fits take. */
export interface FitOptions {
  /** Penalty on squared coefficients (never the intercept), default 0. Needed when classes separate perfectly. */
  ridge?: number;
  /** Weight of each row, default 1. */
  weights?: ArrayLike<number>;
  /** Known addend of each row's linear predictor (e.g. log exposure), default 0. */
  offsets?: ArrayLike<number>;
}

/** Ordinary least squares. Throws a RangeError when columns depend on each other or rows do not exceed columns. */
export function fitLinear(rows: readonly ArrayLike<number>[], outcomes: ArrayLike<number>): LinearFit {
  requireRows('fitLinear', rows, outcomes);
  const design = rows.map(withIntercept);
  const k = (rows[0]?.length ?? 0) + 1;
  if (rows.length <= k) throw new RangeError(`fitLinear: ${rows.length} rows for ${k} coefficients; give more rows`);
  const cross = zeros(k);
  const right = new Float64Array(k);
  design.forEach((row, i) => {
    addOuter(cross, row, 1);
    for (let j = 0; j < k; j++) right[j] = right[j]! + row[j]! * outcomes[i]!;
  });
  const inverse = invertSymmetric(cross);
  const coefficients = solveSymmetric(cross, right);
  const residuals = Float64Array.from(design, (row, i) => outcomes[i]! - dot(row, coefficients));
  const degreesOfFreedom = rows.length - k;
  const variance = dot(residuals, residuals) / degreesOfFreedom;
  const standardErrors = Float64Array.from(inverse, (row, j) => Math.sqrt(variance * row[j]!));
  return { coefficients, standardErrors, residuals, degreesOfFreedom, variance };
}

/**
 * Logistic regression of 0/1 outcomes. `converged` is false when classes separate and no ridge was asked for: the
 * coefficients are then not to be used.
 */
export function fitLogistic(
  rows: readonly ArrayLike<number>[],
  outcomes: ArrayLike<number>,
  options: FitOptions = {},
): CountFit {
  return fitNewton(LOGISTIC, { rows, outcomes, options });
}

/** Poisson regression of counts with log link; exposure goes in as `offsets` (its logarithm). */
export function fitPoisson(
  rows: readonly ArrayLike<number>[],
  outcomes: ArrayLike<number>,
  options: FitOptions = {},
): CountFit {
  return fitNewton(POISSON, { rows, outcomes, options });
}

/** Probability of 1 for one row of features under a logistic fit. */
export function predictLogistic(fit: { coefficients: ArrayLike<number> }, row: ArrayLike<number>, offset = 0): number {
  let eta = fit.coefficients[0]! + offset;
  for (let j = 0; j < row.length; j++) eta += fit.coefficients[j + 1]! * row[j]!;
  return logistic(eta);
}

/** 1/(1 + e^−x), without overflow. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

interface Family {
  name: string;
  mean(eta: number): number;
  /** Derivative of the mean, given the mean. */
  slope(mean: number): number;
  logLikelihood(y: number, eta: number): number;
}

const LOGISTIC: Family = {
  name: 'fitLogistic',
  mean: logistic,
  slope: (mean) => mean * (1 - mean),
  logLikelihood: (y, eta) => y * eta - (eta > 0 ? eta + Math.log1p(Math.exp(-eta)) : Math.log1p(Math.exp(eta))),
};

/** Without the constant −log y!. */
const POISSON: Family = {
  name: 'fitPoisson',
  mean: Math.exp,
  slope: (mean) => mean,
  logLikelihood: (y, eta) => y * eta - Math.exp(eta),
};

interface Problem {
  rows: readonly ArrayLike<number>[];
  outcomes: ArrayLike<number>;
  options: FitOptions;
}

function fitNewton(family: Family, { rows, outcomes, options }: Problem): CountFit {
  requireRows(family.name, rows, outcomes);
  const design = rows.map(withIntercept);
  const k = (rows[0]?.length ?? 0) + 1;
  const ridge = options.ridge ?? 0;
  const state = { design, outcomes, options, ridge };
  let coefficients = new Float64Array(k);
  let current = evaluate(family, state, coefficients);
  let converged = false;
  let iterations = 0;
  while (iterations < 50 && !converged) {
    iterations++;
    let step: Float64Array;
    try {
      step = solveSymmetric(current.hessian, current.gradient);
    } catch (error) {
      if (iterations === 1) throw error;
      break;
    }
    // A full Newton step may overshoot where the likelihood is flat: halve it until it climbs.
    let next = evaluate(
      family,
      state,
      coefficients.map((c, j) => c + step[j]!),
    );
    for (let half = 0; half < 30 && !(next.objective >= current.objective - 1e-12); half++) {
      step = step.map((s) => s / 2);
      next = evaluate(
        family,
        state,
        coefficients.map((c, j) => c + step[j]!),
      );
    }
    coefficients = coefficients.map((c, j) => c + step[j]!);
    converged = Math.abs(next.objective - current.objective) < 1e-10 * (1 + Math.abs(current.objective));
    current = next;
  }
  const separated = ridge === 0 && coefficients.some((c) => Math.abs(c) > 1e3);
  return {
    coefficients,
    standardErrors: errorsOf(current.hessian),
    logLikelihood: current.logLikelihood,
    iterations,
    converged: converged && !separated && current.logLikelihood < -1e-6,
  };
}

function evaluate(
  family: Family,
  state: { design: readonly Float64Array[]; outcomes: ArrayLike<number>; options: FitOptions; ridge: number },
  coefficients: Float64Array,
): { objective: number; logLikelihood: number; gradient: Float64Array; hessian: Float64Array[] } {
  const { design, outcomes, options, ridge } = state;
  const gradient = new Float64Array(coefficients.length);
  const hessian = zeros(coefficients.length);
  let logLikelihood = 0;
  design.forEach((row, i) => {
    const eta = dot(row, coefficients) + (options.offsets?.[i] ?? 0);
    const weight = options.weights?.[i] ?? 1;
    const mean = family.mean(eta);
    logLikelihood += weight * family.logLikelihood(outcomes[i]!, eta);
    for (let j = 0; j < row.length; j++) gradient[j] = gradient[j]! + weight * (outcomes[i]! - mean) * row[j]!;
    addOuter(hessian, row, weight * family.slope(mean));
  });
  let objective = logLikelihood;
  for (let j = 1; j < coefficients.length; j++) {
    objective -= (ridge / 2) * coefficients[j]! ** 2;
    gradient[j] = gradient[j]! - ridge * coefficients[j]!;
    hessian[j]![j] = hessian[j]![j]! + ridge;
  }
  return { objective, logLikelihood, gradient, hessian };
}

function errorsOf(hessian: readonly Float64Array[]): Float64Array {
  try {
    return Float64Array.from(invertSymmetric(hessian), (row, j) => Math.sqrt(row[j]!));
  } catch {
    return new Float64Array(hessian.length).fill(Infinity);
  }
}

function withIntercept(row: ArrayLike<number>): Float64Array {
  const full = new Float64Array(row.length + 1);
  full[0] = 1;
  for (let j = 0; j < row.length; j++) full[j + 1] = row[j]!;
  return full;
}

function requireRows(name: string, rows: readonly ArrayLike<number>[], outcomes: ArrayLike<number>): void {
  if (rows.length === 0 || rows.length !== outcomes.length) {
    throw new RangeError(`${name}: ${rows.length} rows and ${outcomes.length} outcomes; give one outcome for each row`);
  }
  const width = rows[0]!.length;
  const odd = rows.findIndex((row) => row.length !== width);
  if (odd >= 0) throw new RangeError(`${name}: row ${odd} has ${rows[odd]!.length} columns, the first has ${width}`);
}
