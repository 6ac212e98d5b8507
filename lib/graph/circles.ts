/**
 * Circles within a group, reported only when they are real: random graphs have high modularity too (Guimerà et al. 2004), so
 * the division must beat graphs in which everybody has as many ties, and different runs must agree on it (metrics.md §3).
 */
import { Random } from '../stats/random.ts';
import { keepPeople, listConnected } from './graph.ts';
import type { Graph } from './graph.ts';
import { modularity, runLouvain } from './louvain.ts';
import type { Partition } from './louvain.ts';
import { startRewiring } from './rewire.ts';

/** What the search takes. */
export interface CirclesOptions {
  seed?: number | string;
  /** Runs of Louvain, default 50 (10 beyond 20,000 ties, 4 beyond 150,000). */
  runs?: number;
  /** Random graphs to compare with, default 100 (20 beyond 20,000 ties, 8 beyond 150,000). */
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
  /** Modularity of the division (of the best run). */
  modularity: number;
  /** Mean and standard deviation in random graphs with the same degrees; with z = (mean of runs − mean)/deviation. */
  z: number | null;
  /** Share of the random graphs (and this one) with as high a modularity; coarse when few were needed to say no. */
  p: number | null;
  /** Mean pairwise normalised mutual information between runs; `null` when z had already said no. */
  agreement: number | null;
}

const LARGE = 20_000;
/** Beyond this many ties one run takes a second: what is left is the least that can be said anything by. */
const HUGE = 150_000;
/** So many random graphs are looked at first: where z is below 1 by then, the rest would not bring it above 2. */
const FIRST_LOOK = 20;
/** The same for large graphs, whose modularity hardly varies by chance. */
const FIRST_LOOK_LARGE = 6;
/** Two large sparse circles are stable only when looked at more coarsely: tried in this order, after chance is ruled out. */
const RESOLUTIONS = [1, 0.7, 0.5];
/** Modularity differs between runs on one graph by about this much: a smaller spread of the null is no spread. */
const LEAST_DEVIATION = 0.004;

/** Finds circles and says whether they are more than chance. People without ties do not count. */
export function findCircles(graph: Graph, options: CirclesOptions = {}): Circles {
  const people = listConnected(graph);
  const core = keepPeople(graph, people);
  const random = new Random(options.seed ?? 1);
  const ties = core.to.length / 2;
  const large = ties > LARGE;
  const wanted = options.runs ?? (ties > HUGE ? 4 : large ? 10 : 50);
  // Chance is asked after a few runs: most groups without circles need no more.
  const first = repeatRuns(core, random, { count: Math.min(wanted, large ? 4 : 10) });
  const finding: Finding = { best: bestOf(first), significant: false };
  if (people.length < 4) return describe(graph, people, { ...finding, reason: 'too_few_ties' });
  if (finding.best.count < 2) return describe(graph, people, { ...finding, reason: 'one_circle' });
  const average = first.reduce((total, run) => total + run.modularity, 0) / first.length;
  const { z, p, beaten } = compareWithChance(core, average, {
    random,
    nulls: options.nulls ?? (ties > HUGE ? 8 : large ? 20 : 100),
    look: ties > HUGE ? 3 : large ? FIRST_LOOK_LARGE : FIRST_LOOK,
  });
  Object.assign(finding, { z, p });
  if (!beaten || z <= (options.leastZ ?? 2)) return describe(graph, people, { ...finding, reason: 'as_by_chance' });
  for (const resolution of RESOLUTIONS) {
    const known = resolution === 1 ? first : [];
    const runs = [...known, ...repeatRuns(core, random, { count: wanted - known.length, resolution })];
    const agreement = meanAgreement(runs);
    if (resolution === 1) Object.assign(finding, { best: bestOf(runs), agreement });
    if (bestOf(runs).count < 2 || agreement < (options.leastAgreement ?? 0.7)) continue;
    return describe(graph, people, { ...finding, best: bestOf(runs), agreement, significant: true });
  }
  return describe(graph, people, { ...finding, reason: 'unstable' });
}

function repeatRuns(
  core: Graph,
  random: Random,
  { count, resolution = 1 }: { count: number; resolution?: number },
): Partition[] {
  return Array.from({ length: count }, () => runLouvain(core, random, resolution));
}

function bestOf(runs: readonly Partition[]): Partition {
  return runs.reduce((top, run) => (run.modularity > top.modularity ? run : top));
}

interface Chance {
  z: number;
  p: number;
  /** At most one random graph in a hundred is as divided. */
  beaten: boolean;
}

/** Single runs on random graphs against the mean run on this one: a best of many would win by its number of tries. */
function compareWithChance(
  core: Graph,
  observed: number,
  { random, nulls, look }: { random: Random; nulls: number; look: number },
): Chance {
  const walk = startRewiring(core, random);
  const values: number[] = [];
  let chance: Chance = { z: 0, p: 1, beaten: false };
  for (let i = 0; i < nulls; i++) {
    values.push(runLouvain(walk.next(), random).modularity);
    const last = i === nulls - 1;
    if (!last && i !== look - 1) continue;
    const average = values.reduce((total, q) => total + q, 0) / values.length;
    const variance = values.reduce((total, q) => total + (q - average) ** 2, 0) / Math.max(1, values.length - 1);
    const above = values.filter((q) => q >= observed - 1e-12).length;
    chance = {
      z: (observed - average) / Math.max(LEAST_DEVIATION, Math.sqrt(variance)),
      p: (above + 1) / (values.length + 1),
      beaten: above <= values.length / 100,
    };
    if (chance.z < 1) break;
  }
  return chance;
}

/** Mean pairwise agreement of the better half of the runs: a run that got stuck says nothing about the circles. */
function meanAgreement(all: readonly Partition[]): number {
  const runs = all.toSorted((a, b) => b.modularity - a.modularity).slice(0, Math.max(2, Math.ceil(all.length / 2)));
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
  best: Partition;
  significant: boolean;
  reason?: Circles['reason'];
  z?: number;
  p?: number;
  agreement?: number;
}

function describe(graph: Graph, people: Int32Array, finding: Finding): Circles {
  const { best, significant, reason } = finding;
  const of = new Int32Array(graph.size).fill(-1);
  const sizes = new Int32Array(best.count);
  people.forEach((person, i) => {
    of[person] = best.of[i]!;
    sizes[best.of[i]!]! += 1;
  });
  return {
    significant,
    ...(reason ? { reason } : {}),
    of,
    count: best.count,
    sizes,
    modularity: significant ? modularity(graph, of) : best.modularity,
    z: finding.z ?? null,
    p: finding.p ?? null,
    agreement: finding.agreement ?? null,
  };
}
