/** How closely a group hangs together: density, reciprocity, triangles, cores and components. */
import { countTies, degrees } from './graph.ts';
import type { DirectedGraph, Graph } from './graph.ts';

/** Ties over possible ties, 0…1; `null` below two people. */
export function density(graph: Graph | DirectedGraph): number | null {
  const n = graph.size;
  if (n < 2) return null;
  return (countTies(graph) * (graph.kind === 'undirected' ? 2 : 1)) / (n * (n - 1));
}

/** Reciprocity of a directed graph. */
export interface Reciprocity {
  /** Share of edges whose opposite exists, L↔/L. */
  share: number;
  /** Corrected for density, `(r − a)/(1 − a)` (Garlaschelli & Loffredo 2004): 0 as by chance; `null` in a complete graph. */
  corrected: number | null;
}

/** Reciprocity, edges unweighted; `null` without edges. */
export function reciprocity(graph: DirectedGraph): Reciprocity | null {
  const edges = countTies(graph);
  if (edges === 0) return null;
  let mutual = 0;
  for (let i = 0; i < graph.size; i++) {
    for (let e = graph.start[i]!; e < graph.start[i + 1]!; e++) if (hasTie(graph, graph.to[e]!, i)) mutual++;
  }
  const share = mutual / edges;
  const a = density(graph)!;
  return { share, corrected: a < 1 ? (share - a) / (1 - a) : null };
}

/** Whether `a` has a tie to `b`; O(log degree). */
export function hasTie(graph: Graph | DirectedGraph, a: number, b: number): boolean {
  let low = graph.start[a]!;
  let high = graph.start[a + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (graph.to[middle]! < b) low = middle + 1;
    else high = middle;
  }
  return low < graph.start[a + 1]! && graph.to[low] === b;
}

/** Closed triples. */
export interface Clustering {
  /** Triangles × 3 over connected triples; 0 when there are no triples. */
  transitivity: number;
  /** Mean over all people of the share of their neighbours' pairs that are tied; below two neighbours it is 0. */
  average: number;
  /** That share, by person. */
  local: Float64Array;
}

/** Clustering coefficients, ties unweighted (Watts & Strogatz 1998). O(Σ degree²) at worst. */
export function clustering(graph: Graph): Clustering {
  const { size, start, to } = graph;
  const local = new Float64Array(size);
  const isNeighbour = new Uint8Array(size);
  let closed = 0;
  let triples = 0;
  let total = 0;
  for (let i = 0; i < size; i++) {
    const degree = start[i + 1]! - start[i]!;
    if (degree < 2) continue;
    for (let e = start[i]!; e < start[i + 1]!; e++) isNeighbour[to[e]!] = 1;
    let among = 0;
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      const q = to[e]!;
      for (let f = start[q]!; f < start[q + 1]!; f++) among += isNeighbour[to[f]!]!;
    }
    for (let e = start[i]!; e < start[i + 1]!; e++) isNeighbour[to[e]!] = 0;
    closed += among;
    triples += degree * (degree - 1);
    local[i] = among / (degree * (degree - 1));
    total += local[i]!;
  }
  return { transitivity: triples > 0 ? closed / triples : 0, average: size > 0 ? total / size : 0, local };
}

/** Core number of each person: the largest k such that they are in a set where all have k ties (Seidman 1983). O(ties). */
export function coreNumbers(graph: Graph): Int32Array {
  const n = graph.size;
  const degree = degrees(graph);
  const most = degree.reduce((a, b) => Math.max(a, b), 0);
  const bin = new Int32Array(most + 2);
  for (let i = 0; i < n; i++) bin[degree[i]! + 1]! += 1;
  for (let d = 0; d <= most; d++) bin[d + 1]! += bin[d]!;
  const place = new Int32Array(n);
  const order = new Int32Array(n);
  const next = Int32Array.from(bin);
  for (let i = 0; i < n; i++) {
    place[i] = next[degree[i]!]!++;
    order[place[i]!] = i;
  }
  // Batagelj & Zaveršnik 2003: take the person of least degree, lower its neighbours by moving them one bin down.
  for (let at = 0; at < n; at++) {
    const person = order[at]!;
    for (let e = graph.start[person]!; e < graph.start[person + 1]!; e++) {
      const other = graph.to[e]!;
      const d = degree[other]!;
      if (d <= degree[person]!) continue;
      const firstPlace = Math.max(bin[d]!, at + 1);
      const first = order[firstPlace]!;
      order[place[other]!] = first;
      place[first] = place[other]!;
      order[firstPlace] = other;
      place[other] = firstPlace;
      bin[d] = firstPlace + 1;
      degree[other] = d - 1;
    }
  }
  return degree;
}

/** Connected components: component of each person (numbered by first person), and sizes. `without` is left out (−1). */
export function components(graph: Graph, without = -1): { of: Int32Array; sizes: Int32Array } {
  const of = new Int32Array(graph.size).fill(-1);
  const sizes: number[] = [];
  const queue = new Int32Array(graph.size);
  for (let first = 0; first < graph.size; first++) {
    if (of[first]! >= 0 || first === without) continue;
    let count = 1;
    queue[0] = first;
    of[first] = sizes.length;
    for (let at = 0; at < count; at++) {
      const person = queue[at]!;
      for (let e = graph.start[person]!; e < graph.start[person + 1]!; e++) {
        const other = graph.to[e]!;
        if (of[other]! >= 0 || other === without) continue;
        of[other] = sizes.length;
        queue[count++] = other;
      }
    }
    sizes.push(count);
  }
  return { of, sizes: Int32Array.from(sizes) };
}
