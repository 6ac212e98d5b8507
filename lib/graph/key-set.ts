/**
 * The few people whom a group could spare least, chosen as a set (two who do the same are not both in it), with how sure that
 * is: metrics.md §2.5. Resampling is over threads, because messages of one thread are not independent.
 */
import { Random } from '../stats/random.ts';
import { sum } from '../stats/summary.ts';
import { makeGraph, strengths } from './graph.ts';
import type { Graph, TieList } from './graph.ts';
import { tabulateReach } from './reach.ts';

/** Ties as they happened, not yet added up. */
export interface KeySetInput extends TieList {
  /** Thread of each tie; without it every tie stands alone. */
  thread?: ArrayLike<number>;
  /** What people gave: amounts with person and thread (e.g. the value of each message). */
  values?: { person: ArrayLike<number>; amount: ArrayLike<number>; thread?: ArrayLike<number> };
}

/** How the set is sought. */
export interface KeySetOptions {
  seed?: number | string;
  /** Most members, default 5. */
  most?: number;
  /** People considered, those with most talk and value, default 20. */
  candidates?: number;
  /** Resamples, default 50 (20 beyond 150,000 ties). */
  draws?: number;
  /** Members who are in fewer of the resampled sets are not named, default .6. */
  leastInclusion?: number;
  /** Who adds less than this to the set's loss is not added; default .02, or 10 ÷ people when that is less. */
  leastGain?: number;
}

/** A person who was considered. */
export interface KeyPerson {
  person: number;
  /** Share of resampled sets that they are in. */
  inclusion: number;
  /** Place in the greedy order on all data, from 0; −1 when not in that set. */
  place: number;
  /** Share of the group's reach that goes with them, after those before them in the order. */
  reachShare: number;
  /** Share of all value that they gave. */
  valueShare: number;
}

/** The set, and everybody considered, surest first. */
export interface KeySet {
  members: KeyPerson[];
  considered: KeyPerson[];
  draws: number;
}

/** Rows beyond this are sampled: the loss is a mean over pairs and needs no more; resamples make do with fewer. */
const MOST_ROWS = 300;
const MOST_ROWS_RESAMPLED = 100;

/**
 * Finds the set by greedy choice on loss of reach + share of value, and its stability over resampled threads. Fewer than 200
 * messages are too few for a stable set (recall .68 at 50): the caller says so. 5,000 people with 100,000 ties take seconds.
 */
export function findKeySet(input: KeySetInput, options: KeySetOptions = {}): KeySet {
  const random = new Random(options.seed ?? 1);
  const problem = prepare(input, options, random);
  const whole = chooseSet(problem, null, options);
  const draws = options.draws ?? (problem.graph.to.length > 300_000 ? 20 : 50);
  const inclusion = new Float64Array(problem.candidates.length);
  for (let draw = 0; draw < draws; draw++) {
    for (const { place } of chooseSet(problem, drawThreads(problem.threads, random), options))
      inclusion[place]! += 1 / draws;
  }
  const valueShares = shareValues(problem, null);
  const considered = Array.from(problem.candidates, (person, place): KeyPerson => {
    const order = whole.findIndex((choice) => choice.place === place);
    return {
      person,
      inclusion: draws > 0 ? Math.min(1, inclusion[place]!) : order >= 0 ? 1 : 0,
      place: order,
      reachShare: whole[order]?.reachShare ?? 0,
      valueShare: valueShares[place]!,
    };
  });
  considered.sort((a, b) => b.inclusion - a.inclusion || rankOf(a) - rankOf(b));
  const least = options.leastInclusion ?? 0.6;
  const members = considered.filter((person) => person.inclusion >= least - 1e-9).slice(0, options.most ?? 5);
  return { members, considered, draws };
}

function rankOf(person: KeyPerson): number {
  return person.place < 0 ? Infinity : person.place;
}

interface Problem {
  graph: Graph;
  candidates: Int32Array;
  rows: Int32Array;
  /** People that all rows together stand for. */
  others: number;
  threads: number;
  /** For every tie that happened: its two places in the graph's rows, its weight and thread. */
  ties: { there: Int32Array; back: Int32Array; weight: Float64Array; thread: Int32Array };
  values: { place: Int32Array; amount: Float64Array; thread: Int32Array };
}

function prepare(input: KeySetInput, options: KeySetOptions, random: Random): Problem {
  const graph = makeGraph(input);
  const standing = rateStanding(input, graph);
  const byStanding = Array.from(standing, (_, i) => i).filter((i) => standing[i]! > 0);
  byStanding.sort((a, b) => standing[b]! - standing[a]! || a - b);
  const candidates = Int32Array.from(byStanding.slice(0, options.candidates ?? 20));
  const others = Int32Array.from(byStanding.slice(candidates.length));
  const rows = others.length > MOST_ROWS_RESAMPLED ? random.shuffle(others).slice(0, MOST_ROWS) : others;
  const numbers = new Map<number, number>();
  const numberOf = (thread: number): number => {
    const known = numbers.get(thread) ?? numbers.size;
    numbers.set(thread, known);
    return known;
  };
  const ties = indexTies(input, graph, numberOf);
  const place = new Int32Array(input.size).fill(-1);
  candidates.forEach((person, i) => (place[person] = i));
  const { person = [], amount = [], thread } = input.values ?? {};
  const values = {
    place: Int32Array.from(person, (p) => place[p]!),
    amount: Float64Array.from(amount),
    thread: Int32Array.from(person, (_, i) => numberOf(thread ? thread[i]! : -1 - i)),
  };
  return {
    graph,
    candidates,
    rows,
    others: others.length,
    threads: numbers.size,
    ties,
    values,
  };
}

/** Share of all tie strength + share of all value: who is worth considering. */
function rateStanding(input: KeySetInput, graph: Graph): Float64Array {
  const strength = strengths(graph);
  const standing = strength.map((s) => s / (sum(strength) || 1));
  const { person = [], amount = [] } = input.values ?? {};
  const all = sum(amount) || 1;
  for (let i = 0; i < person.length; i++) standing[person[i]!]! += amount[i]! / all;
  return standing;
}

function indexTies(input: KeySetInput, graph: Graph, numberOf: (thread: number) => number): Problem['ties'] {
  const kept = Array.from(input.from, (_, i) => i).filter(
    (i) => input.from[i] !== input.to[i] && (input.weight?.[i] ?? 1) > 0,
  );
  return {
    there: Int32Array.from(kept, (i) => findEntry(graph, input.from[i]!, input.to[i]!)),
    back: Int32Array.from(kept, (i) => findEntry(graph, input.to[i]!, input.from[i]!)),
    weight: Float64Array.from(kept, (i) => input.weight?.[i] ?? 1),
    thread: Int32Array.from(kept, (i) => numberOf(input.thread ? input.thread[i]! : -1e9 - i)),
  };
}

function findEntry(graph: Graph, a: number, b: number): number {
  let low = graph.start[a]!;
  let high = graph.start[a + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (graph.to[middle]! < b) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How often each thread is drawn when as many are drawn with replacement as there are. */
function drawThreads(threads: number, random: Random): Int32Array {
  const times = new Int32Array(threads);
  for (let i = 0; i < threads; i++) times[random.integer(threads)]! += 1;
  return times;
}

interface Choice {
  place: number;
  reachShare: number;
}

/** Greedy choice on one resample (`times` per thread), or on all data (`null`). */
function chooseSet(problem: Problem, times: Int32Array | null, options: KeySetOptions): Choice[] {
  const { graph, candidates, ties } = problem;
  const rows = times ? problem.rows.subarray(0, MOST_ROWS_RESAMPLED) : problem.rows;
  const scale = problem.others / Math.max(1, rows.length);
  const weight = new Float64Array(graph.to.length);
  for (let i = 0; i < ties.weight.length; i++) {
    const w = times ? ties.weight[i]! * times[ties.thread[i]!]! : ties.weight[i]!;
    weight[ties.there[i]!]! += w;
    weight[ties.back[i]!]! += w;
  }
  // Strength saturates: the tenth reply between two adds little to whether they are in touch.
  const strength = new Float32Array(weight.length);
  for (let e = 0; e < weight.length; e++) strength[e] = weight[e]! / (1 + weight[e]!);
  const table = tabulateReach({ graph, strength, candidates, rows, scale });
  const valueShares = shareValues(problem, times);
  const gone = new Uint8Array(candidates.length);
  const chosen: Choice[] = [];
  while (chosen.length < (options.most ?? 5) && table.total > 0) {
    const losses = table.losses(gone);
    let best = -1;
    let bestGain = options.leastGain ?? Math.min(0.02, 10 / graph.size);
    for (let c = 0; c < candidates.length; c++) {
      const gain = losses[c]! / table.total + valueShares[c]!;
      if (!gone[c] && gain > bestGain) [best, bestGain] = [c, gain];
    }
    if (best < 0) break;
    gone[best] = 1;
    chosen.push({ place: best, reachShare: losses[best]! / table.total });
  }
  return chosen;
}

function shareValues({ candidates, values }: Problem, times: Int32Array | null): Float64Array {
  const shares = new Float64Array(candidates.length);
  let total = 0;
  for (let i = 0; i < values.amount.length; i++) {
    const amount = values.amount[i]! * (times ? times[values.thread[i]!]! : 1);
    total += amount;
    if (values.place[i]! >= 0) shares[values.place[i]!]! += amount;
  }
  return total > 0 ? shares.map((share) => share / total) : shares;
}
