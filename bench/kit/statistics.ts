/** Distributions in few numbers. */
export interface Summary {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

/** The smallest value that `share` of all values do not exceed (nearest rank); NaN of nothing. */
export function percentile(values: ArrayLike<number>, share: number): number {
  return rank(Float64Array.from(values).sort(), share);
}

/** The usual percentiles of a series, rounded to a hundredth. */
export function summarise(values: ArrayLike<number>): Summary {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => round(rank(sorted, share));
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

/** The middle of a series. */
export function median(values: ArrayLike<number>): number {
  return percentile(values, 0.5);
}

/** To a hundredth: nothing that is measured here is more exact. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The distribution as one line for people. */
export function describe({ count, p50, p95, p99, max }: Summary, unit = 'ms'): string {
  return `p50 ${p50} · p95 ${p95} · p99 ${p99} · longest ${max} ${unit} (${count})`;
}

function rank(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Counts milliseconds in buckets of one: for millions of values. */
export interface Histogram {
  add(ms: number): void;
  summarise(): Summary;
}

const longest = 120_000;

/** Makes an empty histogram; what is longer than two minutes counts as two minutes. */
export function createHistogram(): Histogram {
  const buckets = new Uint32Array(longest + 1);
  let count = 0;
  let max = 0;
  const at = (share: number) => {
    const wanted = Math.ceil(share * count);
    let seen = 0;
    for (let ms = 0; ms <= longest; ms++) if ((seen += buckets[ms]!) >= wanted && seen > 0) return ms;
    return Number.NaN;
  };
  return {
    add: (ms) => {
      const bucket = Math.min(longest, Math.max(0, Math.round(ms)));
      buckets[bucket]! += 1;
      count += 1;
      if (ms > max) max = ms;
    },
    summarise: () => ({ count, p50: at(0.5), p95: at(0.95), p99: at(0.99), max }),
  };
}
