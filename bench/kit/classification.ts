/** How well probabilities tell two classes apart, and how far they can be believed. */

/** Means over both classes at a threshold, and the area under the curve. */
export interface ClassFigures {
  macroF1: number;
  accuracy: number;
  precision: number;
  recall: number;
  auc: number;
  /** Mean squared distance between probability and truth. */
  brier: number;
  /** Mean distance between said and true share over ten equal groups. */
  calibrationError: number;
}

/** Measures probabilities against labels. */
export function measureClasses(probabilities: Float64Array, labels: Uint8Array, threshold: number): ClassFigures {
  const counts = countAt(probabilities, labels, threshold);
  const total = labels.length;
  const figures = {
    macroF1: macroF1(counts),
    accuracy: (counts.hits + counts.passes) / total,
    precision: counts.hits / (counts.hits + counts.falseAlarms),
    recall: counts.hits / (counts.hits + counts.misses),
    auc: areaUnderCurve(probabilities, labels),
    brier: probabilities.reduce((sum, value, at) => sum + (value - labels[at]!) ** 2, 0) / total,
    calibrationError: calibrationError(probabilities, labels),
  };
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Math.round(value * 10_000) / 10_000]),
  ) as unknown as ClassFigures;
}

/** The threshold with the best mean of both F1, to two digits; the middle one of equals. */
export function bestThreshold(probabilities: Float64Array, labels: Uint8Array): number {
  const tried = Array.from({ length: 61 }, (_, at) => 0.2 + at / 100);
  const reached = tried.map((threshold) => macroF1(countAt(probabilities, labels, threshold)));
  // Neighbours smooth the luck of single texts away.
  const smooth = reached.map((_, at) => mean(reached.slice(Math.max(0, at - 3), at + 4)));
  return Math.round(tried[smooth.indexOf(Math.max(...smooth))]! * 100) / 100;
}

interface Counts {
  hits: number;
  falseAlarms: number;
  misses: number;
  passes: number;
}

function countAt(probabilities: Float64Array, labels: Uint8Array, threshold: number): Counts {
  const counts: Counts = { hits: 0, falseAlarms: 0, misses: 0, passes: 0 };
  for (const [at, label] of labels.entries()) {
    if (probabilities[at]! >= threshold) counts[label ? 'hits' : 'falseAlarms']++;
    else counts[label ? 'misses' : 'passes']++;
  }
  return counts;
}

function macroF1({ hits, falseAlarms, misses, passes }: Counts): number {
  const wrong = falseAlarms + misses;
  return ((2 * hits) / (2 * hits + wrong) + (2 * passes) / (2 * passes + wrong)) / 2;
}

function areaUnderCurve(probabilities: Float64Array, labels: Uint8Array): number {
  const order = Array.from(labels.keys()).sort((a, b) => probabilities[a]! - probabilities[b]!);
  let [below, sum] = [0, 0];
  for (const at of order) {
    if (labels[at]) sum += below;
    else below++;
  }
  return sum / (below * (labels.length - below));
}

function calibrationError(probabilities: Float64Array, labels: Uint8Array): number {
  const order = Array.from(labels.keys()).sort((a, b) => probabilities[a]! - probabilities[b]!);
  const size = Math.ceil(order.length / 10);
  const gaps = Array.from({ length: 10 }, (_, group) => {
    const members = order.slice(group * size, (group + 1) * size);
    return Math.abs(mean(members.map((at) => probabilities[at]!)) - mean(members.map((at) => labels[at]!)));
  });
  return mean(gaps);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
