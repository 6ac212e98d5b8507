/** Conversations as components of the reply links: how many, how deep, with how many people (metrics.md §4). */
import { median } from '../stats/summary.ts';
import type { Frame } from './frame.ts';
import { give, giveOr, lack } from './results.ts';
import type { Results } from './results.ts';

/** One conversation; rows are rows of the recent talk. */
export interface Thread {
  root: number;
  rows: number[];
  people: number[];
  /** Messages on the longest path. */
  depth: number;
}

/** The conversations whose first message is in the last so many days, oldest first; single messages are left out. */
export function listThreads(frame: Frame, days: number): Thread[] {
  const { recent, links } = frame;
  const from = frame.rowFrom(days);
  const sizes = new Int32Array(recent.count);
  for (let row = from; row < recent.count; row += 1) sizes[links.thread[row]!]! += 1;
  const rowsOf = new Map<number, number[]>();
  for (let row = from; row < recent.count; row += 1) {
    const root = links.thread[row]!;
    if (root < from || sizes[root]! < 2) continue;
    const rows = rowsOf.get(root);
    if (rows) rows.push(row);
    else rowsOf.set(root, [row]);
  }
  const depth = measureDepth(frame);
  const threads: Thread[] = [];
  for (const [root, rows] of rowsOf) {
    const people = [...new Set(rows.map((row) => recent.author[row]!))];
    threads.push({ root, rows, people, depth: rows.reduce((most, row) => Math.max(most, depth[row]!), 1) });
  }
  return threads;
}

/** The place of each message on its path from the root, from 1. */
function measureDepth({ recent, links }: Frame): Int32Array {
  const depth = new Int32Array(recent.count);
  for (let row = 0; row < recent.count; row += 1) {
    const parent = links.parent[row]!;
    depth[row] = links.thread[row] === row ? 1 : depth[parent]! + 1;
  }
  return depth;
}

/** All `conv.*`. */
export function measureThreads(frame: Frame): Results {
  const { links } = frame;
  const threads = listThreads(frame, 7);
  const estimated = !links.trusted;
  const n = threads.length;
  const reason = 'too_few_replies';
  const depths = threads.map(({ depth }) => depth);
  const widths = threads.map(({ people }) => people.length);
  let edges = 0;
  let explicit = 0;
  for (let row = frame.rowFrom(28); row < frame.recent.count; row += 1) {
    if (links.parent[row]! < 0) continue;
    edges += 1;
    explicit += links.explicit[row]!;
  }
  return {
    'conv.threads': give(frame, 'conv.threads', { value: n, n: frame.recent.count - frame.rowFrom(7), estimated }),
    'conv.depth': giveOr(frame, 'conv.depth', {
      value: median(depths),
      n,
      parts: { longest: Math.max(0, ...depths) },
      estimated,
      reason,
    }),
    'conv.width': giveOr(frame, 'conv.width', {
      value: median(widths),
      n,
      parts: { widest: Math.max(0, ...widths) },
      estimated,
      reason,
    }),
    'conv.linkConf':
      edges === 0
        ? lack(frame, 'conv.linkConf', { reason })
        : give(frame, 'conv.linkConf', { value: explicit / edges, n: edges }),
  };
}
