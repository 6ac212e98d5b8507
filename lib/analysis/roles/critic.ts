/**
 * 批判者: contradicts, and the talk takes off (metrics.md §2.2). Contradiction is read from hand-written words, so nobody is more
 * than a candidate, shown with the very messages; whoever contradicts in rude words is a conflict maker instead.
 */
import { readDisagreement } from '../disagreement.ts';
import { groupRows, pickRows } from './role.ts';
import type { RoleFound, RoleInput, RoleRule } from './role.ts';

const SHRINKAGE = 10;
const FEWEST_REPLIES = 20;
const CIVIL = 0.95;
const OFFENSIVE = 0.6;
/** Normal quantile of an 80% interval. */
const Z80 = 1.2816;
const FUEL_TIME = 2 * 3_600_000;

/** Critics and conflict makers; everybody with some contradiction but too little proof is `insufficient`. */
export const findCritics: RoleRule = (input) => {
  const { frame, from } = input;
  const { recent, links } = frame;
  const isReply = (row: number): boolean =>
    links.parent[row]! >= 0 && recent.author[links.parent[row]!] !== recent.author[row];
  const byPerson = groupRows(from, recent.count, (row) => (isReply(row) ? recent.author[row]! : -1));
  const against = new Float32Array(recent.count);
  let replies = 0;
  let total = 0;
  for (const rows of byPerson.values()) {
    for (const row of rows) total += against[row] = readDisagreement(recent.text(row));
    replies += rows.length;
  }
  if (total === 0) return [];
  const common = total / replies;
  const after = countAfter(input);
  const found: RoleFound[] = [];
  for (const [person, rows] of byPerson) {
    const critic = weighCritic(input, { person, rows, against, after, common });
    if (critic) found.push(critic);
  }
  return found;
};

interface CriticInput {
  person: number;
  rows: Int32Array;
  against: Float32Array;
  after: Uint16Array;
  common: number;
}

function weighCritic({ frame }: RoleInput, { person, rows, against, after, common }: CriticInput): RoleFound | null {
  const contradicting = rows.filter((row) => against[row]! > 0);
  if (contradicting.length < 2) return null;
  const sum = contradicting.reduce((total, row) => total + against[row]!, 0);
  const share = (sum + SHRINKAGE * common) / (rows.length + SHRINKAGE);
  const error = Math.sqrt((share * (1 - share)) / (rows.length + SHRINKAGE + 1));
  const others = rows.filter((row) => against[row] === 0);
  const meanOf = (column: ArrayLike<number>, of: Int32Array): number =>
    of.reduce((total, row) => total + column[row]!, 0) / Math.max(1, of.length);
  const fuel = (meanOf(after, contradicting) + 0.5) / (meanOf(after, others) + 0.5);
  // The model finds a little offence in any text and more in any 不同意 (.1 to .5 in calm ones): only what it is sure of counts.
  const civil =
    1 - contradicting.filter((row) => frame.reading.offence[row]! >= OFFENSIVE).length / contradicting.length;
  const holds = rows.length >= FEWEST_REPLIES && share - Z80 * error > 1.5 * common;
  const isCritic = civil >= CIVIL;
  const proven = holds && (isCritic ? fuel > 1 : true);
  return {
    person,
    role: isCritic ? 'critic' : 'conflict',
    state: proven ? 'candidate' : 'insufficient',
    score: Math.min(1, share),
    ci95: [Math.max(0, share - 1.96 * error), Math.min(1, share + 1.96 * error)],
    n: rows.length,
    ...(proven
      ? {}
      : { reason: rows.length < FEWEST_REPLIES ? ('too_few_replies' as const) : ('not_significant' as const) }),
    provisional: true,
    ...(frame.links.trusted ? {} : { estimated: true as const }),
    parts: {
      replies: rows.length,
      contradicting: contradicting.length,
      disagreeShare: share,
      groupShare: common,
      fuel,
      civil,
    },
    rows: pickRows(contradicting, (row) => against[row]! * (1 + after[row]!)),
  };
}

/** How many messages followed in the same thread within two hours. */
function countAfter({ frame, from }: RoleInput): Uint16Array {
  const { recent, links } = frame;
  const after = new Uint16Array(recent.count);
  /** Messages of each thread so far: up to the row, and up to two hours after it. */
  const before = new Int32Array(recent.count);
  const within = new Int32Array(recent.count);
  let end = from;
  for (let row = from; row < recent.count; row += 1) {
    while (end < recent.count && recent.at[end]! - recent.at[row]! <= FUEL_TIME) within[links.thread[end++]!]! += 1;
    const root = links.thread[row]!;
    before[root]! += 1;
    after[row] = Math.min(0xffff, within[root]! - before[root]!);
  }
  return after;
}
