/**
 * How well scores tell outcomes: ranking (AUC, precision–recall area, Harrell's C) and probability (Brier score, calibration).
 * `null` where one of the classes is missing.
 */
import { fitLogistic } from './regression.ts';
import { requireTimes } from './kaplan-meier.ts';
import type { SurvivalTimes } from './kaplan-meier.ts';
import { orderOf, rank, requireSameLength } from './summary.ts';

/** Area under the ROC curve: P(score of a positive > score of a negative), ties counting half (Mann–Whitney). */
export function areaUnderRoc(scores: ArrayLike<number>, outcomes: ArrayLike<number | boolean>): number | null {
  requireSameLength('areaUnderRoc', scores, outcomes);
  const ranks = rank(scores);
  let positives = 0;
  let total = 0;
  for (let i = 0; i < scores.length; i++) {
    if (!outcomes[i]) continue;
    positives++;
    total += ranks[i]!;
  }
  const negatives = scores.length - positives;
  return positives && negatives ? (total - (positives * (positives + 1)) / 2) / (positives * negatives) : null;
}

/** Average precision: area under the precision–recall curve by steps; tied scores enter together. */
export function averagePrecision(scores: ArrayLike<number>, outcomes: ArrayLike<number | boolean>): number | null {
  requireSameLength('averagePrecision', scores, outcomes);
  const order = orderOf(scores).reverse();
  let found = 0;
  let area = 0;
  for (let i = 0; i < order.length;) {
    const before = found;
    const score = scores[order[i]!];
    for (; i < order.length && scores[order[i]!] === score; i++) if (outcomes[order[i]!]) found++;
    area += (found - before) * (found / i);
  }
  return found > 0 ? area / found : null;
}

/** Mean squared error of probabilities (Brier 1950), 0 is best; `null` of an empty sample. */
export function brierScore(probabilities: ArrayLike<number>, outcomes: ArrayLike<number | boolean>): number | null {
  requireSameLength('brierScore', probabilities, outcomes);
  if (probabilities.length === 0) return null;
  let total = 0;
  for (let i = 0; i < probabilities.length; i++) total += (probabilities[i]! - (outcomes[i] ? 1 : 0)) ** 2;
  return total / probabilities.length;
}

/** Logistic recalibration: slope 1 and intercept 0 are perfect; a slope below 1 means overconfident (Cox 1958). */
export function calibrationSlope(
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number | boolean>,
): { slope: number; intercept: number } | null {
  requireSameLength('calibrationSlope', probabilities, outcomes);
  const happened = Array.from(outcomes, (outcome) => (outcome ? 1 : 0));
  const rows = Array.from(probabilities, (p) => {
    const inside = Math.min(1 - 1e-9, Math.max(1e-9, p));
    return [Math.log(inside / (1 - inside))];
  });
  const varies = rows.some((row) => row[0] !== rows[0]![0]);
  if (!varies || !happened.includes(0) || !happened.includes(1)) return null;
  const fit = fitLogistic(rows, happened);
  return fit.converged ? { slope: fit.coefficients[1]!, intercept: fit.coefficients[0]! } : null;
}

/**
 * Harrell's C: of the pairs in which one's event came before the other's time, the share in which the earlier one had the
 * higher score; score ties count half. Pairs at one time are left out (R and lifelines also count an event against an end
 * of observation at the same time: .640 instead of .644 on Rossi). Late entries are not considered. O(n log n).
 */
export function concordance(sample: SurvivalTimes, scores: ArrayLike<number>): number | null {
  requireTimes(sample);
  requireSameLength('concordance', sample.durations, scores);
  const { durations, events } = sample;
  const order = orderOf(durations).reverse();
  const places = rank(scores).map((place) => Math.round(place * 2));
  const longer = new Uint32Array(2 * scores.length + 2);
  let pairs = 0;
  let agreed = 0;
  for (let i = 0; i < order.length;) {
    let next = i;
    while (next < order.length && durations[order[next]!] === durations[order[i]!]) next++;
    const tied = order.subarray(i, next);
    for (const subject of tied) {
      if (!events[subject]) continue;
      const below = countUpTo(longer, places[subject]! - 1);
      pairs += i;
      agreed += (below + countUpTo(longer, places[subject]!)) / 2;
    }
    for (const subject of tied) addCount(longer, places[subject]!);
    i = next;
  }
  return pairs > 0 ? agreed / pairs : null;
}

/** Fenwick tree: adds one at `place` ≥ 1. */
function addCount(tree: Uint32Array, place: number): void {
  for (let i = place; i < tree.length; i += i & -i) tree[i] = tree[i]! + 1;
}

function countUpTo(tree: Uint32Array, place: number): number {
  let total = 0;
  for (let i = place; i > 0; i -= i & -i) total += tree[i]!;
  return total;
}
