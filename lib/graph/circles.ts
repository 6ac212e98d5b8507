/**
 * Circles within a group, reported only when they are real: random graphs have high modularity too (Guimerà et al. 2004), so
 * the division must beat graphs in which everybody has as many ties, and different runs must agree on it (metrics.md §3).
 */
import { Random } from '../stats/random.ts';
import { keepPeople, listConnected } from './graph.ts';
import type { Graph } from './graph.ts';
import { runLouvain } from './louvain.ts';
import type { Partition } from './louvain.ts';
import { startRewiring } from './rewire.ts';

/** What the search takes. */
export interface CirclesOptions {
  seed?: number | string;
  /** Runs of Louvain, default 50 (10 beyond 20,000 ties). */
  runs?: number;
  /** Random graphs to compare with, default 100 (20 beyond 20,000 ties). */
  nulls?: number;
  /** Least z of modularity against the random graphs, default 2. */
  leastZ?: number;
  /** Least mean agreement between runs, default .7. */
  leastAgreement?: number;
}

/** What was found; `of` is the circle of each person, −1 for people without ties. */
export interface Circles {
  significant: boolean;
  /** Why there are no circles; absent when there are. */
  reason?: 'too_few_ties' | 'one_circle' | 'as_by_chance' | 'unstable';
  of: Int32Array;
  count: number;
  sizes: Int32Array;
  /** Best modularity of all runs. */
  modularity: number;
  /** Mean and standard deviation in random graphs with the same degrees; with z = (mean of runs − mean)/deviation. */
  z: number | null;
  /** Share of the random graphs (and this one) with as high a modularity; coarse when few were needed to say no. */
  p: number | null;
  /** Mean pairwise normalised mutual information between runs; `null` when z had already said no. */
  agreement: number | null;
}

const LARGE = 20_000;
/** So many random graphs are looked at first: where z is below 1 by then, the rest would not bring it above 2. */
const FIRST_LOOK = 20;
/** Modularity differs between runs on one graph by about this much: a smaller spread of the null is no spread. */
const LEAST_DEVIATION = 0.004;

/** Finds circles and says whether they are more than chance. People without ties do not count. */
export function findCircles(graph: Graph, options: CirclesOptions = {}): Circles {
  const people = listConnected(graph);
  const core = keepPeople(graph, people);
  const random = new Random(options.seed ?? 1);
  const large = core.to.length / 2 > LARGE;
  const runs = Array.from({ length: options.runs ?? (large ? 10 : 50) }, () => runLouvain(core, random));
  const best = runs.reduce<Partition | null>((top, run) => (top && top.modularity >= run.modularity ? top : run), null);
  if (!best || people.length < 4) return describe(graph, people, { best, significant: false, reason: 'too_few_ties' });
  if (best.count < 2) return describe(graph, people, { best, significant: false, reason: 'one_circle' });
  const average = runs.reduce((total, run) => total + run.modularity, 0) / runs.length;
  const chance = compareWithChance(core, average, { random, nulls: options.nulls ?? (large ? 20 : 100) });
  if (chance.z <= (options.leastZ ?? 2) || chance.p > 0.05) {
    return describe(graph, people, { best, significant: false, reason: 'as_by_chance', ...chance });
  }
  const agreement = meanAgreement(runs);
  if (agreement < (options.leastAgreement ?? 0.7)) {
    return describe(graph, people, { best, significant: false, reason: 'unstable', ...chance, agreement });
  }
  return describe(graph, people, { best, significant: true, ...chance, agreement });
}

interface Chance {
  z: number;
  p: number;
}

/** Single runs on random graphs against the mean run on this one: a best of many would win by its number of tries. */
function compareWithChance(
  core: Graph,
  observed: number,
  { random, nulls }: { random: Random; nulls: number },
): Chance {
  const walk = startRewiring(core, random);
  const values: number[] = [];
  let chance: Chance = { z: 0, p: 1 };
  for (let i = 0; i < nulls; i++) {
    values.push(runLouvain(walk.next(), random).modularity);
    const last = i === nulls - 1;
    if (!last && i !== FIRST_LOOK - 1) continue;
    const average = values.reduce((total, q) => total + q, 0) / values.length;
    const variance = values.reduce((total, q) => total + (q - average) ** 2, 0) / Math.max(1, values.length - 1);
    const above = values.filter((q) => q >= observed - 1e-12).length;
    chance = {
      z: (observed - average) / Math.max(LEAST_DEVIATION, Math.sqrt(variance)),
      p: (above + 1) / (values.length + 1),
    };
    if (chance.z < 1) break;
  }
  return chance;
}

function meanAgreement(runs: readonly Partition[]): number {
  let total = 0;
  let pairs = 0;
  for (let i = 0; i < runs.length; i++) {
    for (let j = i + 1; j < runs.length; j++) {
      total += mutualInformation(runs[i]!.of, runs[j]!.of);
      pairs++;
    }
  }
  return pairs > 0 ? total / pairs : 1;
}

/**
 * Normalised mutual information of two divisions of the same people, `2I/(H₁ + H₂)`: 1 the same, 0 unrelated. Two divisions
 * of one circle each are the same. Throws a RangeError when they differ in length.
 */
export function mutualInformation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length)
    throw new RangeError(`mutualInformation: ${a.length} and ${b.length} people; give the same`);
  const n = a.length;
  const ofA = new Map<number, number>();
  const ofB = new Map<number, number>();
  const both = new Map<number, number>();
  for (let i = 0; i < n; i++) {
    const key = a[i]! * 67_108_864 + b[i]!;
    ofA.set(a[i]!, (ofA.get(a[i]!) ?? 0) + 1);
    ofB.set(b[i]!, (ofB.get(b[i]!) ?? 0) + 1);
    both.set(key, (both.get(key) ?? 0) + 1);
  }
  const entropy = (counts: Map<number, number>): number => {
    let h = 0;
    for (const count of counts.values()) h -= (count / n) * Math.log(count / n);
    return h;
  };
  const [hA, hB] = [entropy(ofA), entropy(ofB)];
  return hA + hB < 1e-12 ? 1 : Math.max(0, (2 * (hA + hB - entropy(both))) / (hA + hB));
}

interface Finding {
  best: Partition | null;
  significant: boolean;
  reason?: Circles['reason'];
  z?: number;
  p?: number;
  agreement?: number;
}

function describe(graph: Graph, people: Int32Array, finding: Finding): Circles {
  const { best, significant, reason } = finding;
  const of = new Int32Array(graph.size).fill(-1);
  const sizes = new Int32Array(best?.count ?? 0);
  people.forEach((person, i) => {
    of[person] = best!.of[i]!;
    sizes[best!.of[i]!]! += 1;
  });
  return {
    significant,
    ...(reason ? { reason } : {}),
    of,
    count: best?.count ?? 0,
    sizes,
    modularity: best?.modularity ?? 0,
    z: finding.z ?? null,
    p: finding.p ?? null,
    agreement: finding.agreement ?? null,
  };
}
