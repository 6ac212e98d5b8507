/**
 * Intervals by resampling. The resampled unit must be what is independent: pass `clusters` when rows of one thread or one
 * group belong together, and whole clusters are drawn.
 */
import type { Interval } from './interval.ts';
import { normalCdf, normalQuantile } from './distributions.ts';
import { Random } from './random.ts';
import { quantileOfSorted } from './summary.ts';

/** What a bootstrap takes beside the statistic. */
export interface BootstrapOptions {
  seed: number | string;
  /** Resamples, default 1,000. */
  draws?: number;
  /** Coverage of the interval, default .95. */
  level?: number;
  /** Cluster of each row (0 … k−1): whole clusters are drawn. */
  clusters?: ArrayLike<number>;
  /** `percentile` (default) or `bca`, which corrects bias and skew (Efron 1987) at the cost of a jackknife. */
  method?: 'percentile' | 'bca';
}

/** A statistic with its interval; `draws` holds the defined resampled values in ascending order. */
export interface BootstrapResult {
  value: number;
  interval: Interval;
  standardError: number;
  draws: Float64Array;
}

/**
 * Bootstraps `statistic`, which gets row indexes (with repeats) and may return `null` for a resample that has no value.
 * `null` when the statistic has no value on the data, or on more than half of the resamples.
 */
export function bootstrap(
  rows: number,
  statistic: (indexes: Uint32Array) => number | null,
  options: BootstrapOptions,
): BootstrapResult | null {
  const all = Uint32Array.from({ length: rows }, (_, i) => i);
  const value = rows > 0 ? statistic(all) : null;
  if (value === null) return null;
  const units = options.clusters ? groupRows(options.clusters) : null;
  const random = new Random(options.seed);
  const wanted = options.draws ?? 1000;
  const draws: number[] = [];
  for (let i = 0; i < wanted; i++) {
    const drawn = statistic(units ? drawClusters(units, random) : all.map(() => random.integer(rows)));
    if (drawn !== null) draws.push(drawn);
  }
  if (draws.length < wanted / 2) return null;
  const ascending = Float64Array.from(draws).sort();
  const tail = (1 - (options.level ?? 0.95)) / 2;
  const jackknifed = options.method === 'bca' ? jackknife(units ?? all, statistic) : null;
  const places = jackknifed ? bcaPlaces(value, { draws: ascending, left: jackknifed }, tail) : [tail, 1 - tail];
  return {
    value,
    interval: [quantileOfSorted(ascending, places[0]!), quantileOfSorted(ascending, places[1]!)],
    standardError: spread(ascending),
    draws: ascending,
  };
}

function groupRows(clusters: ArrayLike<number>): Uint32Array[] {
  const groups = new Map<number, number[]>();
  for (let row = 0; row < clusters.length; row++) {
    const group = groups.get(clusters[row]!);
    if (group) group.push(row);
    else groups.set(clusters[row]!, [row]);
  }
  return [...groups.values()].map((group) => Uint32Array.from(group));
}

function drawClusters(units: readonly Uint32Array[], random: Random): Uint32Array {
  const drawn = units.map(() => units[random.integer(units.length)]!);
  return joinRows(drawn);
}

function joinRows(units: readonly Uint32Array[]): Uint32Array {
  const rows = new Uint32Array(units.reduce((total, unit) => total + unit.length, 0));
  let at = 0;
  for (const unit of units) {
    rows.set(unit, at);
    at += unit.length;
  }
  return rows;
}

/** Values of the statistic with one unit left out, for the acceleration of BCa. */
function jackknife(
  units: readonly Uint32Array[] | Uint32Array,
  statistic: (indexes: Uint32Array) => number | null,
): number[] {
  const values: number[] = [];
  for (let out = 0; out < units.length; out++) {
    const kept =
      units instanceof Uint32Array ? units.filter((_, i) => i !== out) : joinRows(units.filter((_, i) => i !== out));
    const value = kept.length > 0 ? statistic(kept) : null;
    if (value !== null) values.push(value);
  }
  return values;
}

function bcaPlaces(
  value: number,
  { draws, left }: { draws: Float64Array; left: readonly number[] },
  tail: number,
): Interval {
  const below = draws.filter((draw) => draw < value).length + draws.filter((draw) => draw === value).length / 2;
  const share = Math.min(1 - 0.5 / draws.length, Math.max(0.5 / draws.length, below / draws.length));
  const bias = normalQuantile(share);
  const average = left.reduce((total, x) => total + x, 0) / left.length;
  const cubes = left.reduce((total, x) => total + (average - x) ** 3, 0);
  const squares = left.reduce((total, x) => total + (average - x) ** 2, 0);
  const acceleration = squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
  const place = (p: number): number => {
    const z = bias + normalQuantile(p);
    return normalCdf(bias + z / (1 - acceleration * z));
  };
  return [place(tail), place(1 - tail)];
}

function spread(values: Float64Array): number {
  const average = values.reduce((total, x) => total + x, 0) / values.length;
  return Math.sqrt(values.reduce((total, x) => total + (x - average) ** 2, 0) / Math.max(1, values.length - 1));
}
