/**
 * Cox's proportional hazards with Efron's treatment of ties (Efron 1977) and late entries. One pass over the sorted subjects
 * gives likelihood, gradient and Hessian in O(n·p²); Newton's method with step halving climbs from 0.
 */
import { normalTwoSided } from './distributions.ts';
import { requireTimes } from './kaplan-meier.ts';
import type { SurvivalTimes } from './kaplan-meier.ts';
import { addOuter, dot, invertSymmetric, solveSymmetric, zeros } from './matrix.ts';
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
  const problem = prepare(sample);
  const ridge = options.ridge ?? 0;
  let beta: Float64Array = new Float64Array(rows[0]!.length);
  let current = evaluate(problem, beta, ridge);
  const nullLogLikelihood = current.logLikelihood;
  let converged = false;
  for (let i = 0; i < 50 && !converged; i++) {
    let step = solveSymmetric(current.information, current.gradient);
    let next = evaluate(problem, add(beta, step), ridge);
    for (let half = 0; half < 30 && !(next.objective >= current.objective - 1e-12); half++) {
      step = step.map((s) => s / 2);
      next = evaluate(problem, add(beta, step), ridge);
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

/** Subjects in descending order of time, centred covariates: the risk set grows as the walk goes back in time. */
interface Problem {
  x: Float64Array[];
  durations: Float64Array;
  events: Uint8Array;
  /** Subjects by descending entry, with their entries: they leave the risk set on the way back. */
  leaving: { subject: number; entry: number }[];
}

function prepare(sample: SurvivalTimes & { rows: readonly ArrayLike<number>[] }): Problem {
  const { durations, events, entries, rows } = sample;
  const kept = rows.map((_, i) => i).filter((i) => !(entries && entries[i]! > 0 && entries[i] === durations[i]));
  const order = kept.toSorted((a, b) => durations[b]! - durations[a]!);
  const width = rows[0]!.length;
  const centre = Float64Array.from(
    { length: width },
    (_, j) => rows.reduce((total, row) => total + row[j]!, 0) / rows.length,
  );
  const leaving = order
    .map((i, subject) => ({ subject, entry: entries?.[i] ?? 0 }))
    .filter(({ entry }) => entry > 0)
    .toSorted((a, b) => b.entry - a.entry);
  return {
    x: order.map((i) => Float64Array.from(centre, (c, j) => rows[i]![j]! - c)),
    durations: Float64Array.from(order, (i) => durations[i]!),
    events: Uint8Array.from(order, (i) => (events[i] ? 1 : 0)),
    leaving,
  };
}

interface Sums {
  risk: number;
  first: Float64Array;
  second: Float64Array[];
}

interface Evaluation {
  objective: number;
  logLikelihood: number;
  gradient: Float64Array;
  information: Float64Array[];
}

function evaluate(problem: Problem, beta: Float64Array, ridge: number): Evaluation {
  const { x, durations, events, leaving } = problem;
  const p = beta.length;
  const result = { objective: 0, logLikelihood: 0, gradient: new Float64Array(p), information: zeros(p) };
  const atRisk = emptySums(p);
  let left = 0;
  for (let i = 0; i < x.length;) {
    const time = durations[i]!;
    const tied = emptySums(p);
    const eventRows: Float64Array[] = [];
    for (; i < x.length && durations[i] === time; i++) {
      const row = x[i]!;
      const risk = Math.exp(dot(row, beta));
      addSubject(atRisk, row, risk);
      if (events[i]) {
        addSubject(tied, row, risk);
        eventRows.push(row);
      }
    }
    for (; left < leaving.length && leaving[left]!.entry >= time; left++) {
      const row = x[leaving[left]!.subject]!;
      addSubject(atRisk, row, -Math.exp(dot(row, beta)));
    }
    if (eventRows.length > 0) addEvents(result, { atRisk, tied, eventRows, beta });
  }
  result.objective = result.logLikelihood;
  for (let j = 0; j < p; j++) {
    result.objective -= (ridge / 2) * beta[j]! ** 2;
    result.gradient[j] = result.gradient[j]! - ridge * beta[j]!;
    result.information[j]![j] = result.information[j]![j]! + ridge;
  }
  return result;
}

/** Efron: of d tied events, the l-th sees the risk set without l/d of the tied ones. */
function addEvents(
  result: Evaluation,
  {
    atRisk,
    tied,
    eventRows,
    beta,
  }: { atRisk: Sums; tied: Sums; eventRows: readonly Float64Array[]; beta: Float64Array },
): void {
  const p = beta.length;
  for (const row of eventRows) {
    result.logLikelihood += dot(row, beta);
    for (let j = 0; j < p; j++) result.gradient[j] = result.gradient[j]! + row[j]!;
  }
  const d = eventRows.length;
  for (let l = 0; l < d; l++) {
    const part = l / d;
    const risk = atRisk.risk - part * tied.risk;
    const average = atRisk.first.map((sum, j) => (sum - part * tied.first[j]!) / risk);
    result.logLikelihood -= Math.log(risk);
    for (let j = 0; j < p; j++) {
      result.gradient[j] = result.gradient[j]! - average[j]!;
      const row = result.information[j]!;
      for (let k = 0; k < p; k++) {
        row[k] = row[k]! + (atRisk.second[j]![k]! - part * tied.second[j]![k]!) / risk - average[j]! * average[k]!;
      }
    }
  }
}

function emptySums(p: number): Sums {
  return { risk: 0, first: new Float64Array(p), second: zeros(p) };
}

function addSubject(sums: Sums, row: Float64Array, risk: number): void {
  sums.risk += risk;
  for (let j = 0; j < row.length; j++) sums.first[j] = sums.first[j]! + risk * row[j]!;
  addOuter(sums.second, row, risk);
}

function add(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value + b[i]!);
}
