/**
 * Graphs of people on typed arrays (compressed rows): people are 0 … size − 1, neighbours of i are `to[start[i]]` up to
 * `to[start[i + 1] - 1]`, ascending. Ties to oneself are dropped, repeated ties are added up.
 */

/** Ties as parallel lists, in any order, with repeats. `weight` defaults to 1; ties of weight 0 are dropped. */
export interface TieList {
  size: number;
  from: ArrayLike<number>;
  to: ArrayLike<number>;
  weight?: ArrayLike<number>;
}

/** Rows of neighbours with weights. */
export interface Adjacency {
  readonly size: number;
  readonly start: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
}

/** An undirected graph: every tie stands in both rows. */
export interface Graph extends Adjacency {
  readonly kind: 'undirected';
}

/** A directed graph: rows hold outgoing edges. */
export interface DirectedGraph extends Adjacency {
  readonly kind: 'directed';
}

/** Builds a directed graph (e.g. who replied → who was replied to). Throws a RangeError on unknown people or bad weights. */
export function makeDirectedGraph(ties: TieList): DirectedGraph {
  requireTies(ties);
  return { kind: 'directed', ...packRows(ties.size, keepTies(ties, false)) };
}

/** Builds an undirected graph; weights of both directions are added. Throws a RangeError on unknown people or bad weights. */
export function makeGraph(ties: TieList): Graph {
  requireTies(ties);
  return { kind: 'undirected', ...packRows(ties.size, keepTies(ties, true)) };
}

/** The undirected graph under a directed one. */
export function foldDirections(graph: DirectedGraph): Graph {
  const from = sources(graph);
  return makeGraph({ size: graph.size, from, to: graph.to, weight: graph.weight });
}

/** The same people with every edge turned round. */
export function reverseGraph(graph: DirectedGraph): DirectedGraph {
  return makeDirectedGraph({ size: graph.size, from: graph.to, to: sources(graph), weight: graph.weight });
}

/** Number of ties: pairs in an undirected graph, edges in a directed one. */
export function countTies(graph: Graph | DirectedGraph): number {
  return graph.kind === 'undirected' ? graph.to.length / 2 : graph.to.length;
}

/** Number of neighbours of each person (out-degree in a directed graph). */
export function degrees(graph: Adjacency): Int32Array {
  return Int32Array.from({ length: graph.size }, (_, i) => graph.start[i + 1]! - graph.start[i]!);
}

/** Sum of weights in each person's row (out-strength in a directed graph). */
export function strengths(graph: Adjacency): Float64Array {
  const total = new Float64Array(graph.size);
  for (let i = 0; i < graph.size; i++) {
    for (let e = graph.start[i]!; e < graph.start[i + 1]!; e++) total[i]! += graph.weight[e]!;
  }
  return total;
}

/** Row of each entry of `to`: with it, a graph is a list again. */
export function sources(graph: Adjacency): Int32Array {
  const from = new Int32Array(graph.to.length);
  for (let i = 0; i < graph.size; i++) from.fill(i, graph.start[i], graph.start[i + 1]);
  return from;
}

/** The graph of some people only, renumbered in the order given; `people[i]` is who new person i was. */
export function keepPeople(graph: Graph, people: ArrayLike<number>): Graph {
  const place = new Int32Array(graph.size).fill(-1);
  for (let i = 0; i < people.length; i++) place[people[i]!] = i;
  const from: number[] = [];
  const to: number[] = [];
  const weight: number[] = [];
  for (let i = 0; i < people.length; i++) {
    const person = people[i]!;
    for (let e = graph.start[person]!; e < graph.start[person + 1]!; e++) {
      const other = place[graph.to[e]!]!;
      if (other < i) continue;
      from.push(i);
      to.push(other);
      weight.push(graph.weight[e]!);
    }
  }
  return makeGraph({ size: people.length, from, to, weight });
}

/** People with at least one tie, ascending. */
export function listConnected(graph: Graph): Int32Array {
  return Int32Array.from({ length: graph.size }, (_, i) => i).filter((i) => graph.start[i + 1]! > graph.start[i]!);
}

interface Rows {
  from: Int32Array;
  to: Int32Array;
  weight: Float64Array;
}

function keepTies({ from, to, weight }: TieList, both: boolean): Rows {
  const room = both ? 2 * from.length : from.length;
  const rows = { from: new Int32Array(room), to: new Int32Array(room), weight: new Float64Array(room) };
  let count = 0;
  const put = (a: number, b: number, w: number): void => {
    rows.from[count] = a;
    rows.to[count] = b;
    rows.weight[count++] = w;
  };
  for (let i = 0; i < from.length; i++) {
    const w = weight ? weight[i]! : 1;
    if (from[i] === to[i] || w === 0) continue;
    put(from[i]!, to[i]!, w);
    if (both) put(to[i]!, from[i]!, w);
  }
  return {
    from: rows.from.subarray(0, count),
    to: rows.to.subarray(0, count),
    weight: rows.weight.subarray(0, count),
  };
}

/** Two counting sorts (by target, then by source) put rows in order; equal neighbours then lie side by side and merge. */
function packRows(size: number, rows: Rows): Adjacency {
  const sorted = countingSort(size, countingSort(size, rows, 'to'), 'from');
  const start = new Int32Array(size + 1);
  const to = new Int32Array(sorted.to.length);
  const weight = new Float64Array(sorted.to.length);
  let count = 0;
  for (let i = 0, e = 0; i < size; i++) {
    const first = count;
    for (; e < sorted.from.length && sorted.from[e] === i; e++) {
      if (count > first && to[count - 1] === sorted.to[e]) weight[count - 1]! += sorted.weight[e]!;
      else {
        to[count] = sorted.to[e]!;
        weight[count++] = sorted.weight[e]!;
      }
    }
    start[i + 1] = count;
  }
  return { size, start, to: to.slice(0, count), weight: weight.slice(0, count) };
}

function countingSort(size: number, rows: Rows, key: 'from' | 'to'): Rows {
  const keys = rows[key];
  const place = new Int32Array(size + 1);
  for (let i = 0; i < keys.length; i++) place[keys[i]! + 1]! += 1;
  for (let k = 0; k < size; k++) place[k + 1]! += place[k]!;
  const sorted = {
    from: new Int32Array(keys.length),
    to: new Int32Array(keys.length),
    weight: new Float64Array(keys.length),
  };
  for (let i = 0; i < keys.length; i++) {
    const at = place[keys[i]!]!++;
    sorted.from[at] = rows.from[i]!;
    sorted.to[at] = rows.to[i]!;
    sorted.weight[at] = rows.weight[i]!;
  }
  return sorted;
}

function requireTies({ size, from, to, weight }: TieList): void {
  if (from.length !== to.length || (weight && weight.length !== from.length)) {
    throw new RangeError(
      `graph: ${from.length} sources, ${to.length} targets, ${weight?.length} weights; give one of each`,
    );
  }
  for (let i = 0; i < from.length; i++) {
    const a = from[i]!;
    const b = to[i]!;
    if (!(a >= 0 && a < size && b >= 0 && b < size)) {
      throw new RangeError(`graph: tie ${i} joins ${a} and ${b}; people are 0 … ${size - 1}`);
    }
    if (weight && !(weight[i]! >= 0 && weight[i]! < Infinity)) {
      throw new RangeError(`graph: tie ${i} has weight ${weight[i]}; give numbers ≥ 0`);
    }
  }
}
