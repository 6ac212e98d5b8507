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

/** Guessed links below this probability make no tie. */
const LEAST_P = 0.2;
const MENTION = 0.5;
const REACTION = 0.25;

/** Collects the ties of the last so many days. */
export function collectTies(frame: Frame, days: number): Ties {
  const { recent, links } = frame;
  const weights = new Map<number, number>();
  const size = recent.people.length;
  const add = (from: number, to: number, weight: number): void => {
    if (from === to || from < 0 || to < 0 || recent.people[to]!.bot || recent.people[from]!.bot) return;
    const key = from * size + to;
    weights.set(key, (weights.get(key) ?? 0) + weight);
  };
  let replies = 0;
  for (let row = frame.rowFrom(days); row < recent.count; row += 1) {
    const author = recent.author[row]!;
    const parent = links.parent[row]!;
    if (parent >= 0 && recent.author[parent] !== author && links.p[row]! >= LEAST_P) {
      add(author, recent.author[parent]!, links.p[row]!);
      replies += 1;
    }
    for (const person of recent.marked(row)) add(author, person, MENTION);
    for (const person of recent.reactors(row)) add(person, author, REACTION);
  }
  return { ...renumber(weights, size), replies };
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
