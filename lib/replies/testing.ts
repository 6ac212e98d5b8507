/** What the tests of the linkers share: talks written by hand. */
import type { LinkInput } from './links.ts';

/** One row of a talk: minutes, who, what, and the row that it truly answers (itself where it starts). */
export type Row = readonly [minutes: number, author: string, text: string, parent?: number];

/** Turns rows into input; `quotes` are parents that the export names, `'*'` as author makes a system row. */
export function makeTalk(rows: readonly Row[], quotes: Record<number, number> = {}): LinkInput {
  const names = [...new Set(rows.map((row) => row[1]).filter((name) => name !== '*'))];
  return {
    count: rows.length,
    at: Float64Array.from(rows, (row) => 1_700_000_000_000 + row[0] * 60_000),
    author: Int32Array.from(rows, (row) => names.indexOf(row[1])),
    text: (message) => rows[message]![2],
    names,
    explicitParent: Int32Array.from(rows, (_, message) => quotes[message] ?? -1),
    mentions: () => [],
    isSystem: (message) => rows[message]![1] === '*',
  };
}

/** The true parents of the rows. */
export function listParents(rows: readonly Row[]): number[] {
  return rows.map((row, message) => row[3] ?? message);
}
