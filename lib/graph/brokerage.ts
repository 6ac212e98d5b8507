/**
 * Who stands between others without being one of many: Burt's structural holes (Burt 1992) and the participation coefficient
 * (Guimerà & Amaral 2005). O(Σ degree²).
 */
import { strengths } from './graph.ts';
import type { Graph } from './graph.ts';

/**
 * Burt's constraint `Σⱼ(pᵢⱼ + Σ_q pᵢ_q·p_qⱼ)²` over neighbours j, low for brokers; p is a tie's share of the person's
 * strength. `NaN` for people without ties.
 */
export function burtConstraint(graph: Graph): Float64Array {
  const { size, start, to, weight } = graph;
  const total = strengths(graph);
  const result = new Float64Array(size).fill(NaN);
  const indirect = new Float64Array(size);
  const isNeighbour = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const first = start[i]!;
    const end = start[i + 1]!;
    if (first === end) continue;
    for (let e = first; e < end; e++) isNeighbour[to[e]!] = 1;
    for (let e = first; e < end; e++) {
      const q = to[e]!;
      const p = weight[e]! / total[i]!;
      indirect[q]! += p;
      const through = p / total[q]!;
      for (let f = start[q]!; f < start[q + 1]!; f++) {
        if (isNeighbour[to[f]!]) indirect[to[f]!]! += through * weight[f]!;
      }
    }
    let constraint = 0;
    for (let e = first; e < end; e++) {
      const j = to[e]!;
      constraint += indirect[j]! ** 2;
      indirect[j] = 0;
      isNeighbour[j] = 0;
    }
    result[i] = constraint;
  }
  return result;
}

/**
 * Burt's effective size: neighbours minus the mean number of ties each has to the other neighbours, ties unweighted (Borgatti
 * 1997). `NaN` for people without ties.
 */
export function effectiveSize(graph: Graph): Float64Array {
  const { size, start, to } = graph;
  const result = new Float64Array(size).fill(NaN);
  const isNeighbour = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const degree = start[i + 1]! - start[i]!;
    if (degree === 0) continue;
    for (let e = start[i]!; e < start[i + 1]!; e++) isNeighbour[to[e]!] = 1;
    let among = 0;
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      const q = to[e]!;
      for (let f = start[q]!; f < start[q + 1]!; f++) among += isNeighbour[to[f]!]!;
    }
    for (let e = start[i]!; e < start[i + 1]!; e++) isNeighbour[to[e]!] = 0;
    result[i] = degree - among / degree;
  }
  return result;
}

/**
 * Participation coefficient `1 − Σ_s (k_s/k)²`: 0 when all of a person's tie weight lies in one circle, towards 1 when it is
 * spread over many; above .62 a connector. `circles[i]` is the circle of person i. `NaN` for people without ties.
 */
export function participation(graph: Graph, circles: ArrayLike<number>): Float64Array {
  const total = strengths(graph);
  return Float64Array.from(total, (strength, i) => {
    if (strength === 0) return NaN;
    const toCircle = new Map<number, number>();
    for (let e = graph.start[i]!; e < graph.start[i + 1]!; e++) {
      const circle = circles[graph.to[e]!]!;
      toCircle.set(circle, (toCircle.get(circle) ?? 0) + graph.weight[e]!);
    }
    let squares = 0;
    for (const part of toCircle.values()) squares += (part / strength) ** 2;
    return 1 - squares;
  });
}
