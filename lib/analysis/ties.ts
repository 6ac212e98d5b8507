/**
 * Who is tied to whom over a window (metrics.md §1): replies by their probability, mentions ½, reactions ¼. People are renumbered to
 * those with a tie, so that graphs stay small; `people[i]` is who number i was.
 */
import { foldDirections, makeDirectedGraph } from '../graph/index.ts';
import type { DirectedGraph, Graph } from '../graph/index.ts';
import type { Frame } from './frame.ts';

/** The ties of a window. */
export interface Ties {
  people: number[];
  /** Place of each person in `people`, -1 for none. */
  place: Int32Array;
  /** From who answers to who is answered. */
  directed: DirectedGraph;
  folded: Graph;
  /** Reply links between different people. */
  replies: number;
}

const MENTION = 0.5;
const REACTION = 0.25;
/** A guessed tie needs so many expected replies, and this part of what chance mixing of the same people would give. */
const LEAST_WEIGHT = 0.6;
const LEAST_LIFT = 0.5;

/** Weights by `from × people + to`. */
interface TieWeights {
  size: number;
  weights: Map<number, number>;
  /** Pairs with a quote, mention or reaction between them. */
  sure: Set<number>;
}

/** Collects the ties of the last so many days; what only chance would make of guessed links is left out. */
export function collectTies(frame: Frame, days: number): Ties {
  const { recent, links } = frame;
  const size = recent.people.length;
  const found: TieWeights = { size, weights: new Map(), sure: new Set() };
  const add = (from: number, to: number, weight: number): boolean => {
    if (from === to || from < 0 || to < 0 || recent.people[to]!.bot || recent.people[from]!.bot) return false;
    const key = from * size + to;
    found.weights.set(key, (found.weights.get(key) ?? 0) + weight);
    return true;
  };
  const addSure = (from: number, to: number, weight: number): void => {
    if (add(from, to, weight)) found.sure.add(Math.min(from, to) * size + Math.max(from, to));
  };
  let replies = 0;
  for (let row = frame.rowFrom(days); row < recent.count; row += 1) {
    const author = recent.author[row]!;
    const parent = links.parent[row]!;
    if (parent >= 0 && recent.author[parent] !== author) {
      (links.explicit[row] === 1 ? addSure : add)(author, recent.author[parent]!, links.p[row]!);
      replies += 1;
    }
    for (const person of recent.marked(row)) addSure(author, person, MENTION);
    for (const person of recent.reactors(row)) addSure(person, author, REACTION);
  }
  return { ...renumber(dropNoise(found), size), replies };
}

/** Guessed links tie everybody to everybody a little; such ties are left out, or each star would look like a mesh. */
function dropNoise({ size, weights, sure }: TieWeights): Map<number, number> {
  const strength = new Float64Array(size);
  const pairs = new Map<number, number>();
  let total = 0;
  for (const [key, weight] of weights) {
    const [from, to] = [Math.floor(key / size), key % size];
    strength[from]! += weight;
    strength[to]! += weight;
    total += weight;
    const pair = Math.min(from, to) * size + Math.max(from, to);
    pairs.set(pair, (pairs.get(pair) ?? 0) + weight);
  }
  const kept = new Map<number, number>();
  for (const [key, weight] of weights) {
    const [from, to] = [Math.floor(key / size), key % size];
    const pair = Math.min(from, to) * size + Math.max(from, to);
    const expected = (strength[from]! * strength[to]!) / (2 * total);
    if (sure.has(pair) || pairs.get(pair)! >= Math.max(LEAST_WEIGHT, LEAST_LIFT * expected)) kept.set(key, weight);
  }
  return kept;
}

function renumber(weights: ReadonlyMap<number, number>, size: number): Omit<Ties, 'replies'> {
  const place = new Int32Array(size).fill(-1);
  const people: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const placeOf = (person: number): number => {
    if (place[person] === -1) place[person] = people.push(person) - 1;
    return place[person]!;
  };
  for (const key of weights.keys()) {
    from.push(placeOf(Math.floor(key / size)));
    to.push(placeOf(key % size));
  }
  const directed = makeDirectedGraph({ size: people.length, from, to, weight: [...weights.values()] });
  return { people, place, directed, folded: foldDirections(directed) };
}

/** Spreads values by place over all people; the others get NaN. */
export function spreadValues({ people }: Ties, values: ArrayLike<number>, size: number): Float64Array {
  const spread = new Float64Array(size).fill(Number.NaN);
  for (const [place, person] of people.entries()) spread[person] = values[place]!;
  return spread;
}
