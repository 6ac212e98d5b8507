/** What every role rule gets and gives (metrics.md §2). Rows are rows of the recent talk. */
import type { Advertiser } from '../advertising.ts';
import type { RoleLabel } from '../diagnosis.ts';
import type { Frame } from '../frame.ts';
import type { Standing } from '../network.ts';
import type { Question } from '../responses.ts';
import type { Ties } from '../ties.ts';

/** Roles look back eight weeks. */
export const ROLE_DAYS = 56;

/** What the rules share. */
export interface RoleInput {
  frame: Frame;
  from: number;
  messages: Float64Array;
  standing: Standing;
  /** Ties over the eight weeks. */
  ties: Ties;
  questions: readonly Question[];
  advertisers: readonly Advertiser[];
}

/** A label with its proof as rows instead of ids. */
export interface RoleFound extends Omit<RoleLabel, 'evidence'> {
  person: number;
  rows: number[];
}

/** One role: from the talk to labels. */
export type RoleRule = (input: RoleInput) => RoleFound[];

/** The rows with the greatest weight, in order of time. */
export function pickRows(rows: Iterable<number>, weigh: (row: number) => number, most = 3): number[] {
  return [...rows]
    .sort((one, other) => weigh(other) - weigh(one) || one - other)
    .slice(0, most)
    .sort((one, other) => one - other);
}

/** Groups rows of a range by a person; rows for which there is none are left out. Typed, for there may be a million. */
export function groupRows(from: number, to: number, personOf: (row: number) => number): Map<number, Int32Array> {
  const personAt = new Int32Array(Math.max(0, to - from));
  const sizes = new Map<number, number>();
  for (let row = from; row < to; row += 1) {
    const person = personOf(row);
    personAt[row - from] = person;
    if (person >= 0) sizes.set(person, (sizes.get(person) ?? 0) + 1);
  }
  const groups = new Map<number, Int32Array>();
  for (const [person, size] of sizes) groups.set(person, new Int32Array(size));
  for (const [at, person] of personAt.entries()) {
    const rows = groups.get(person);
    if (rows) rows[rows.length - take(sizes, person)] = from + at;
  }
  return groups;
}

/** What is left of a count, which goes down by one. */
function take(counts: Map<number, number>, key: number): number {
  const left = counts.get(key) ?? 0;
  counts.set(key, left - 1);
  return left;
}
