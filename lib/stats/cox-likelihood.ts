/**
 * The partial likelihood of Cox's model with Efron's treatment of ties (Efron 1977) and late entries: one pass over the sorted
 * subjects gives likelihood, gradient, information and residuals in O(n·p²).
 */
import type { SurvivalTimes } from './kaplan-meier.ts';
import { addOuter, dot, zeros } from './matrix.ts';

/** Subjects in descending order of time, centred covariates: the risk set grows as the walk goes back in time. */
export interface CoxProblem {
  x: Float64Array[];
  durations: Float64Array;
  events: Uint8Array;
  /** Subjects by descending entry, with their entries: they leave the risk set on the way back. */
  leaving: { subject: number; entry: number }[];
}

/** Sorts subjects and centres covariates, once for all evaluations. */
export function prepareCox(sample: SurvivalTimes & { rows: readonly ArrayLike<number>[] }): CoxProblem {
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

/** The partial likelihood at some β. */
export interface CoxEvaluation {
  objective: number;
  logLikelihood: number;
  gradient: Float64Array;
  information: Float64Array[];
  /** Schoenfeld residual of each event: its covariates less what the risk set made likely. */
  residuals: { time: number; values: Float64Array }[];
}

/** Likelihood, gradient and information at β, and the residuals of the events. */
export function evaluateCox(problem: CoxProblem, beta: Float64Array, ridge = 0): CoxEvaluation {
  const { x, durations, events, leaving } = problem;
  const p = beta.length;
  const result: CoxEvaluation = {
    objective: 0,
    logLikelihood: 0,
    gradient: new Float64Array(p),
    information: zeros(p),
    residuals: [],
  };
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
    if (eventRows.length > 0) addEvents(result, { time, atRisk, tied, eventRows, beta });
  }
  result.objective = result.logLikelihood;
  for (let j = 0; j < p; j++) {
    result.objective -= (ridge / 2) * beta[j]! ** 2;
    result.gradient[j]! -= ridge * beta[j]!;
    result.information[j]![j]! += ridge;
  }
  return result;
}

interface TiedEvents {
  time: number;
  atRisk: Sums;
  tied: Sums;
  eventRows: readonly Float64Array[];
  beta: Float64Array;
}

/** Efron: of d tied events, the l-th sees the risk set without l/d of the tied ones. */
function addEvents(result: CoxEvaluation, { time, atRisk, tied, eventRows, beta }: TiedEvents): void {
  const p = beta.length;
  for (const row of eventRows) {
    result.logLikelihood += dot(row, beta);
    for (let j = 0; j < p; j++) result.gradient[j]! += row[j]!;
  }
  const d = eventRows.length;
  const expected = new Float64Array(p);
  for (let l = 0; l < d; l++) {
    const part = l / d;
    const risk = atRisk.risk - part * tied.risk;
    const average = atRisk.first.map((sum, j) => (sum - part * tied.first[j]!) / risk);
    result.logLikelihood -= Math.log(risk);
    for (let j = 0; j < p; j++) {
      expected[j]! += average[j]! / d;
      result.gradient[j]! -= average[j]!;
      const row = result.information[j]!;
      for (let k = 0; k < p; k++) {
        row[k]! += (atRisk.second[j]![k]! - part * tied.second[j]![k]!) / risk - average[j]! * average[k]!;
      }
    }
  }
  for (const row of eventRows) result.residuals.push({ time, values: row.map((value, j) => value - expected[j]!) });
}

function emptySums(p: number): Sums {
  return { risk: 0, first: new Float64Array(p), second: zeros(p) };
}

function addSubject(sums: Sums, row: Float64Array, risk: number): void {
  sums.risk += risk;
  for (let j = 0; j < row.length; j++) sums.first[j]! += risk * row[j]!;
  addOuter(sums.second, row, risk);
}
