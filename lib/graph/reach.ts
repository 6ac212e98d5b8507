/**
 * Weighted reach of a group, and what is lost of it when people go: the sum over pairs of tie strength over distance, paths of
 * one or two steps (Borgatti's KPP-Neg 2006, cut at two). Only some candidates may be removed, so that all paths without them
 * are worked out once.
 */
import type { Graph } from './graph.ts';

/** Reach of pairs, kept for asking what each candidate's going would cost. */
export interface ReachTable {
  /** Reach of the whole group. */
  total: number;
  /** Reach lost by each candidate (by place in the list) when they go after those with `gone[place] = 1`. */
  losses(gone: Uint8Array): Float64Array;
}

/** What the table is made of. */
export interface ReachInput {
  graph: Graph;
  /** Strength of each entry of `graph.to`, 0…1; 0 is no tie. */
  strength: Float32Array;
  candidates: Int32Array;
  /** People whose pairs are summed up: candidates excluded, each standing for `scale` people. */
  rows: Int32Array;
  scale: number;
}

/** Works out all paths without candidates: O(Σ over rows of their neighbours' degrees), and a row of `size` numbers for each. */
export function tabulateReach(input: ReachInput): ReachTable {
  const { graph, candidates, rows } = input;
  const place = new Int32Array(graph.size).fill(-1);
  candidates.forEach((person, i) => (place[person] = i));
  const people = Int32Array.from([...candidates, ...rows]);
  const base = new Float32Array(people.length * graph.size);
  const baseSums = new Float64Array(people.length);
  for (let r = 0; r < people.length; r++) {
    const row = base.subarray(r * graph.size, (r + 1) * graph.size);
    fillBase({ input, place, person: people[r]!, base: row });
    for (let j = 0; j < row.length; j++) baseSums[r]! += row[j]!;
  }
  const table = { input, place, people, base, baseSums, best: makeBest(graph.size) };
  const none = new Uint8Array(candidates.length);
  let total = 0;
  for (let r = 0; r < people.length; r++) total += rowScale(table, r) * addRow(table, r, { gone: none, losses: null });
  return {
    total,
    losses(gone) {
      const losses = new Float64Array(candidates.length);
      for (let r = 0; r < people.length; r++) {
        if (r < candidates.length && gone[r]) continue;
        const reach = addRow(table, r, { gone, losses });
        // A candidate takes their own pairs with them.
        if (r < candidates.length) losses[r]! += reach;
      }
      return losses;
    },
  };
}

interface Table {
  input: ReachInput;
  place: Int32Array;
  /** Candidates, then rows. */
  people: Int32Array;
  base: Float32Array;
  baseSums: Float64Array;
  best: Best;
}

/** Best and second best path through candidates to each person, during one row. */
interface Best {
  first: Float32Array;
  second: Float32Array;
  holder: Int32Array;
  touched: Int32Array;
}

function makeBest(size: number): Best {
  return {
    first: new Float32Array(size),
    second: new Float32Array(size),
    holder: new Int32Array(size),
    touched: new Int32Array(size),
  };
}

function rowScale(table: Table, r: number): number {
  return r < table.input.candidates.length ? 1 : table.input.scale;
}

/** Best reach of everybody from `person` by a direct tie or through somebody who is no candidate. */
function fillBase(row: { input: ReachInput; place: Int32Array; person: number; base: Float32Array }): void {
  const { input, place, person, base } = row;
  const { graph, strength } = input;
  const { start, to } = graph;
  for (let e = start[person]!; e < start[person + 1]!; e++) {
    const middle = to[e]!;
    const direct = strength[e]!;
    if (direct > base[middle]!) base[middle] = direct;
    if (direct === 0 || place[middle]! >= 0) continue;
    const half = direct / 2;
    for (let f = start[middle]!; f < start[middle + 1]!; f++) {
      const reach = half * strength[f]!;
      if (reach > base[to[f]!]!) base[to[f]!] = reach;
    }
  }
  base[person] = 0;
}

/** Reach of one row without those gone; adds to `losses` what each candidate's going would take from it. */
function addRow(table: Table, r: number, { gone, losses }: { gone: Uint8Array; losses: Float64Array | null }): number {
  const { input, place, people, best } = table;
  const { first, second, holder, touched } = best;
  const size = input.graph.size;
  const base = table.base.subarray(r * size, (r + 1) * size);
  const count = walkCandidates(table, people[r]!, gone);
  const scale = rowScale(table, r);
  let reach = table.baseSums[r]!;
  for (let i = 0; i < count; i++) {
    const j = touched[i]!;
    const known = base[j]!;
    const now = first[j]!;
    const at = place[j]!;
    if (now > known && !(at >= 0 && gone[at])) {
      reach += now - known;
      if (losses) losses[holder[j]!]! += scale * (now - Math.max(known, second[j]!));
    }
  }
  for (let c = 0; c < input.candidates.length; c++) {
    const j = input.candidates[c]!;
    if (gone[c]) reach -= base[j]!;
    else if (losses) losses[c]! += scale * Math.max(base[j]!, first[j]!);
  }
  for (let i = 0; i < count; i++) {
    first[touched[i]!] = 0;
    second[touched[i]!] = 0;
  }
  return reach;
}

/** Fills the best paths of one row through candidates who are still there; returns how many people they lead to. */
function walkCandidates(table: Table, person: number, gone: Uint8Array): number {
  const { input, place, best } = table;
  const { first, second, holder, touched } = best;
  const { start, to } = input.graph;
  let count = 0;
  for (let e = start[person]!; e < start[person + 1]!; e++) {
    const middle = to[e]!;
    const at = place[middle]!;
    if (at < 0 || gone[at] || input.strength[e] === 0) continue;
    const half = input.strength[e]! / 2;
    for (let f = start[middle]!; f < start[middle + 1]!; f++) {
      const j = to[f]!;
      const reach = half * input.strength[f]!;
      if (j === person || reach === 0) continue;
      if (first[j] === 0) touched[count++] = j;
      if (reach > first[j]!) {
        second[j] = first[j]!;
        first[j] = reach;
        holder[j] = at;
      } else if (reach > second[j]!) second[j] = reach;
    }
  }
  return count;
}
