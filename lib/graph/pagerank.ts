import { strengths } from './graph.ts';
import type { Adjacency } from './graph.ts';

/**
 * Weighted PageRank (Brin & Page 1998); sums to 1. In a directed graph of replies (replier → author) rank flows to the people
 * who get replies. People without outgoing edges give theirs to all. O(rounds · edges).
 */
export function pageRank(graph: Adjacency, { damping = 0.85, tolerance = 1e-10, rounds = 200 } = {}): Float64Array {
  const n = graph.size;
  const out = strengths(graph);
  let ranks = new Float64Array(n).fill(1 / n);
  for (let round = 0; round < rounds; round++) {
    const next = new Float64Array(n);
    let idle = 0;
    for (let i = 0; i < n; i++) {
      if (out[i] === 0) {
        idle += ranks[i]!;
        continue;
      }
      const share = (damping * ranks[i]!) / out[i]!;
      for (let e = graph.start[i]!; e < graph.start[i + 1]!; e++) next[graph.to[e]!]! += share * graph.weight[e]!;
    }
    const base = (1 - damping + damping * idle) / n;
    let change = 0;
    for (let i = 0; i < n; i++) {
      next[i]! += base;
      change += Math.abs(next[i]! - ranks[i]!);
    }
    ranks = next;
    if (change < tolerance) break;
  }
  return ranks;
}
