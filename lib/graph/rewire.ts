/**
 * Random graphs in which everybody keeps the number of ties they have: the null against which structure is judged. Pairs of
 * ties swap their ends (Maslov & Sneppen 2002), only among ties of like weight, so that strengths stay nearly as they are.
 */
import type { Random } from '../stats/random.ts';
import { makeGraph } from './graph.ts';
import type { Graph } from './graph.ts';

/** Ties are of like weight when they round to the same power of two; rarer classes than this join the next lower one. */
const SMALLEST_CLASS = 8;

/** A walk through random graphs with the degrees of `graph`. */
export interface Rewiring {
  /** The next random graph: about 10 swaps per tie away at first, then 2 more each time. */
  next(): Graph;
}

/** Starts a walk; the graph itself is not changed. */
export function startRewiring(graph: Graph, random: Random): Rewiring {
  const ties = listTies(graph);
  const known = makePairSet(graph.size);
  for (let i = 0; i < ties.from.length; i++) known.add(ties.from[i]!, ties.to[i]!);
  const classes = weightClasses(ties.weight);
  let rounds = 10;
  return {
    next() {
      for (let round = 0; round < rounds; round++) swapOnce(ties, { classes, known, random });
      rounds = 2;
      return makeGraph({ size: graph.size, ...ties });
    },
  };
}

interface Ties {
  from: Int32Array;
  to: Int32Array;
  weight: Float64Array;
}

interface PairSet {
  has(a: number, b: number): boolean;
  add(a: number, b: number): void;
  delete(a: number, b: number): void;
}

/** One attempted swap for each tie. */
function swapOnce(
  { from, to }: Ties,
  { classes, known, random }: { classes: readonly Int32Array[]; known: PairSet; random: Random },
): void {
  for (const like of classes) {
    for (let i = 0; i < like.length; i++) {
      const first = like[i]!;
      const second = like[random.integer(like.length)]!;
      const a = from[first]!;
      const b = to[first]!;
      // Either end of the second tie may come first: ties have no direction.
      const turned = random.bits() & 1;
      const c = turned ? to[second]! : from[second]!;
      const d = turned ? from[second]! : to[second]!;
      if (a === c || b === d || a === d || b === c || known.has(a, d) || known.has(c, b)) continue;
      known.delete(a, b);
      known.delete(c, d);
      known.add(a, d);
      known.add(c, b);
      to[first] = d;
      from[second] = c;
      to[second] = b;
    }
  }
}

function listTies(graph: Graph): Ties {
  const count = graph.to.length / 2;
  const ties = { from: new Int32Array(count), to: new Int32Array(count), weight: new Float64Array(count) };
  let at = 0;
  for (let i = 0; i < graph.size; i++) {
    for (let e = graph.start[i]!; e < graph.start[i + 1]!; e++) {
      if (graph.to[e]! < i) continue;
      ties.from[at] = i;
      ties.to[at] = graph.to[e]!;
      ties.weight[at++] = graph.weight[e]!;
    }
  }
  return ties;
}

/** Indexes of ties by class of weight. */
function weightClasses(weight: Float64Array): Int32Array[] {
  const byPower = new Map<number, number[]>();
  weight.forEach((w, i) => {
    const power = Math.round(Math.log2(w));
    const members = byPower.get(power);
    if (members) members.push(i);
    else byPower.set(power, [i]);
  });
  const powers = [...byPower.keys()].toSorted((a, b) => b - a);
  const classes: number[][] = [];
  let waiting: number[] = [];
  for (const power of powers) {
    waiting = [...waiting, ...byPower.get(power)!];
    if (waiting.length < SMALLEST_CLASS) continue;
    classes.push(waiting);
    waiting = [];
  }
  if (classes.length > 0) classes.push([...classes.pop()!, ...waiting]);
  else classes.push(waiting);
  return classes.map((members) => Int32Array.from(members));
}

/** Pairs as bits of a square for up to 16,000 people (32 MB), in a hash set beyond. */
function makePairSet(size: number): PairSet {
  const key = (a: number, b: number): number => (a < b ? a * size + b : b * size + a);
  if (size > 16_000) {
    const keys = new Set<number>();
    return {
      has: (a, b) => keys.has(key(a, b)),
      add: (a, b) => void keys.add(key(a, b)),
      delete: (a, b) => void keys.delete(key(a, b)),
    };
  }
  const bits = new Uint8Array(Math.ceil((size * size) / 8));
  return {
    has(a, b) {
      const k = key(a, b);
      return (bits[k >> 3]! & (1 << (k & 7))) !== 0;
    },
    add(a, b) {
      const k = key(a, b);
      bits[k >> 3]! |= 1 << (k & 7);
    },
    delete(a, b) {
      const k = key(a, b);
      bits[k >> 3]! &= ~(1 << (k & 7));
    },
  };
}
