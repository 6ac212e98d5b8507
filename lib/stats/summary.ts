/**
 * Plain summaries of samples: means, spreads, quantiles, ranks and correlations. All take any array-like of finite numbers;
 * what is undefined for a sample (the mean of nothing, a correlation with a constant) is `null`, never 0 or NaN.
 */

/** Arithmetic mean; `null` of an empty sample. */
export function mean(values: ArrayLike<number>): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

/** Sum of the values; 0 of an empty sample. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

/** Unbiased variance (divisor n − 1); `null` below two values. */
export function variance(values: ArrayLike<number>): number | null {
  return covariance(values, values);
}

/** Unbiased covariance of pairs; `null` below two pairs. Throws when the lengths differ. */
export function covariance(xs: ArrayLike<number>, ys: ArrayLike<number>): number | null {
  requireSameLength('covariance', xs, ys);
  const n = xs.length;
  if (n < 2) return null;
  const xMean = sum(xs) / n;
  const yMean = sum(ys) / n;
  let total = 0;
  for (let i = 0; i < n; i++) total += (xs[i]! - xMean) * (ys[i]! - yMean);
  return total / (n - 1);
}

/** Pearson's correlation; `null` when one side does not vary. */
export function correlation(xs: ArrayLike<number>, ys: ArrayLike<number>): number | null {
  const shared = covariance(xs, ys);
  if (shared === null) return null;
  const scale = Math.sqrt(variance(xs)! * variance(ys)!);
  return scale > 0 ? Math.max(-1, Math.min(1, shared / scale)) : null;
}

/** Spearman's rank correlation, ties sharing their mean rank; `null` when one side does not vary. */
export function rankCorrelation(xs: ArrayLike<number>, ys: ArrayLike<number>): number | null {
  requireSameLength('rankCorrelation', xs, ys);
  return correlation(rank(xs), rank(ys));
}

/** Ranks from 1 (smallest), ties sharing their mean rank. */
export function rank(values: ArrayLike<number>): Float64Array {
  const order = orderOf(values);
  const ranks = new Float64Array(values.length);
  for (let i = 0; i < order.length;) {
    let end = i + 1;
    while (end < order.length && values[order[end]!] === values[order[i]!]) end++;
    for (let k = i; k < end; k++) ranks[order[k]!] = (i + end + 1) / 2;
    i = end;
  }
  return ranks;
}

/** Share of the sample below each value, ties counting half: 0…1, the median is .5. */
export function percentileRanks(values: ArrayLike<number>): Float64Array {
  return rank(values).map((place) => (place - 0.5) / values.length);
}

/** Quantile `p` in [0, 1] by linear interpolation (Hyndman & Fan's type 7, as in R); `null` of an empty sample. */
export function quantile(values: ArrayLike<number>, p: number): number | null {
  return values.length === 0 ? null : quantileOfSorted(sorted(values), p);
}

/** Same as `quantile`, for values in ascending order, at least one. */
export function quantileOfSorted(ascending: ArrayLike<number>, p: number): number {
  const place = (ascending.length - 1) * p;
  const below = Math.floor(place);
  const low = ascending[below]!;
  const high = ascending[Math.min(below + 1, ascending.length - 1)]!;
  return low + (high - low) * (place - below);
}

/** Median; `null` of an empty sample. */
export function median(values: ArrayLike<number>): number | null {
  return quantile(values, 0.5);
}

/** An ascending copy. */
export function sorted(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort();
}

/** Indexes in ascending order of their values, equal ones in order of their place. */
export function orderOf(values: ArrayLike<number>): Uint32Array {
  return Uint32Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
}

/** Throws a RangeError that names the function when two inputs that belong together differ in length. */
export function requireSameLength(name: string, a: ArrayLike<unknown>, b: ArrayLike<unknown>): void {
  if (a.length !== b.length) throw new RangeError(`${name}: inputs of ${a.length} and ${b.length} values; give pairs`);
}
