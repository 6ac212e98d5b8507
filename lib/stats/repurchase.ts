/**
 * Will they come back: BG/NBD (Fader, Hardie & Lee 2005) for repeat purchases or visits, and Gamma–Gamma (Fader & Hardie
 * 2013) for spend. Known quirk of the model: who never repeated counts as alive with certainty. Below 200 customers with
 * repeats use RFM bands only (metrics.md §7.3).
 */
import { minimise } from './nelder-mead.ts';
import { hypergeometric, logBeta, logGamma } from './special.ts';
import { requireSameLength } from './summary.ts';

/** Histories of customers: repeats (first purchase not counted), time of the last one since the first, time observed. */
export interface RepeatHistories {
  frequency: ArrayLike<number>;
  recency: ArrayLike<number>;
  /** Time from first purchase to now, in the unit of recency. */
  age: ArrayLike<number>;
}

/** Parameters of the model: purchase rates are Gamma(r, alpha), drop-out chances Beta(a, b). */
export interface RepeatModel {
  r: number;
  alpha: number;
  a: number;
  b: number;
}

/**
 * Maximum-likelihood fit, with the log-likelihood. Throws a RangeError when histories are inconsistent (recency beyond age,
 * repeats without recency, no whole number) or nobody came back.
 */
export function fitRepeats(histories: RepeatHistories): RepeatModel & { logLikelihood: number; converged: boolean } {
  requireHistories(histories);
  const unique = countUnique(histories);
  const most = unique.reduce((top, { frequency }) => Math.max(top, frequency), 0);
  const negative = (logs: Float64Array): number => {
    if (logs.some((value) => Math.abs(value) > 20)) return 1e300;
    const model = fromLogs(logs);
    const terms = Array.from({ length: most + 1 }, (_, x) => countTerms(model, x));
    return -unique.reduce((total, h) => total + h.count * logLikelihoodOf(model, h, terms[h.frequency]!), 0);
  };
  const found = minimise(negative, [0, Math.log(medianAge(histories)) / 2, 0, 0.5], 0.5);
  return { ...fromLogs(found.at), logLikelihood: -found.value, converged: found.converged };
}

/** One customer's history. */
export interface RepeatHistory {
  frequency: number;
  recency: number;
  age: number;
}

/** P(still a customer), 0…1; 1 for who never repeated (the model's quirk). */
export function aliveProbability({ r, alpha, a, b }: RepeatModel, { frequency, recency, age }: RepeatHistory): number {
  if (frequency === 0) return 1;
  const odds = Math.log(a / (b + frequency - 1)) + (r + frequency) * Math.log((alpha + age) / (alpha + recency));
  return 1 / (1 + Math.exp(odds));
}

/** Expected number of repeats within the coming `time`. */
export function expectedRepeats(model: RepeatModel, history: RepeatHistory, time: number): number {
  const { r, alpha, a, b } = model;
  const { frequency: x, age } = history;
  const z = time / (alpha + age + time);
  const series = hypergeometric([r + x, b + x, a + b + x - 1], z);
  const lasting = 1 - ((alpha + age) / (alpha + age + time)) ** (r + x) * series;
  return ((a + b + x - 1) / (a - 1)) * lasting * aliveProbability(model, history);
}

/** Gamma–Gamma parameters of spend per purchase. */
export interface SpendModel {
  p: number;
  q: number;
  gamma: number;
}

/** Fits Gamma–Gamma to customers with at least one repeat: mean spend of the repeats, and their number. */
export function fitSpend(frequency: ArrayLike<number>, spend: ArrayLike<number>): SpendModel {
  requireSameLength('fitSpend', frequency, spend);
  const kept = Array.from(frequency, (x, i) => ({ x, m: spend[i]! })).filter(({ x, m }) => x > 0 && m > 0);
  if (kept.length < 10) throw new RangeError(`fitSpend: ${kept.length} customers with repeats; at least 10 are needed`);
  const negative = (logs: Float64Array): number => {
    if (logs.some((value) => Math.abs(value) > 20)) return 1e300;
    const [p, q, gamma] = Array.from(logs, Math.exp) as [number, number, number];
    return -kept.reduce((total, { x, m }) => {
      const shape = logGamma(p * x + q) - logGamma(p * x) - logGamma(q);
      return (
        total +
        shape +
        q * Math.log(gamma) +
        (p * x - 1) * Math.log(m) +
        p * x * Math.log(x) -
        (p * x + q) * Math.log(gamma + m * x)
      );
    }, 0);
  };
  const average = kept.reduce((total, { m }) => total + m, 0) / kept.length;
  const [p, q, gamma] = Array.from(minimise(negative, [1, 1, Math.log(average)], 0.3).at, Math.exp);
  return { p: p!, q: q!, gamma: gamma! };
}

/** Expected spend per purchase of a customer, shrunk to the population's mean; `null` when that mean is infinite (q ≤ 1). */
export function expectedSpend({ p, q, gamma }: SpendModel, frequency: number, spend: number): number | null {
  const weight = p * frequency + q - 1;
  return q > 1 || frequency > 0 ? (p * (gamma + frequency * spend)) / weight : null;
}

/** What the likelihood takes from the number of repeats alone; there are few numbers and many customers. */
interface CountTerms {
  alive: number;
  gone: number;
}

function countTerms({ r, alpha, a, b }: RepeatModel, x: number): CountTerms {
  const common = logGamma(r + x) - logGamma(r) + r * Math.log(alpha) - logBeta(a, b);
  return { alive: common + logBeta(a, b + x), gone: x > 0 ? common + logBeta(a + 1, b + x - 1) : -Infinity };
}

function logLikelihoodOf(
  { r, alpha }: RepeatModel,
  { frequency: x, recency, age }: RepeatHistory,
  terms: CountTerms,
): number {
  const alive = terms.alive - (r + x) * Math.log(alpha + age);
  if (x === 0) return alive;
  const gone = terms.gone - (r + x) * Math.log(alpha + recency);
  const most = Math.max(alive, gone);
  return most + Math.log(Math.exp(alive - most) + Math.exp(gone - most));
}

function fromLogs(logs: Float64Array): RepeatModel {
  const [r, alpha, a, b] = Array.from(logs, Math.exp) as [number, number, number, number];
  return { r, alpha, a, b };
}

/** Equal histories have equal likelihoods: each is computed once. */
function countUnique({ frequency, recency, age }: RepeatHistories): (RepeatHistory & { count: number })[] {
  const seen = new Map<string, RepeatHistory & { count: number }>();
  for (let i = 0; i < frequency.length; i++) {
    const key = `${frequency[i]}/${recency[i]}/${age[i]}`;
    const known = seen.get(key);
    if (known) known.count++;
    else seen.set(key, { frequency: frequency[i]!, recency: recency[i]!, age: age[i]!, count: 1 });
  }
  return [...seen.values()];
}

function medianAge({ age }: RepeatHistories): number {
  return Math.max(1e-6, Float64Array.from(age).sort()[age.length >> 1]!);
}

function requireHistories({ frequency, recency, age }: RepeatHistories): void {
  requireSameLength('fitRepeats', frequency, recency);
  requireSameLength('fitRepeats', frequency, age);
  let repeats = 0;
  for (let i = 0; i < frequency.length; i++) {
    const sound =
      Number.isInteger(frequency[i]) &&
      recency[i]! >= 0 &&
      recency[i]! <= age[i]! &&
      frequency[i]! >= 0 &&
      (frequency[i] === 0) === (recency[i] === 0);
    if (!sound) {
      throw new RangeError(
        `fitRepeats: customer ${i} has ${frequency[i]} repeats, recency ${recency[i]}, age ${age[i]}; recency is 0 without repeats and never beyond age`,
      );
    }
    repeats += frequency[i]!;
  }
  if (repeats === 0) throw new RangeError('fitRepeats: nobody came back; nothing can be learnt');
}
