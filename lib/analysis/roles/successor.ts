/** 接班人: who could run the group next, by role-like doing, never by loudness (metrics.md §2.4); always a candidate, never assigned. */
import { coreNumbers } from '../../graph/index.ts';
import { percentileRanks } from '../../stats/summary.ts';
import { DAY } from '../calendar.ts';
import { groupRows, pickRows } from './role.ts';
import type { RoleFound, RoleInput, RoleRule } from './role.ts';

const FEWEST_MESSAGES = 20;
const FEWEST_PEOPLE = 8;
const FEWEST_DAYS = 56;
const LEAST_SCORE = 0.75;
const CANDIDATES = 2;

/** The two best by the mean rank of active days, people answered, newcomers answered, core, give and take, civility and tenure. */
export const findSuccessors: RoleRule = (input) => {
  const { frame, from, messages, ties } = input;
  const { all, recent, links, owner } = frame;
  if (frame.now - all.at[0]! < FEWEST_DAYS * DAY) return [];
  const vetoed = new Set(input.advertisers.flatMap(({ person, score }) => (score >= 0.5 ? [person] : [])));
  const people = ties.people.filter(
    (person) => messages[person]! >= FEWEST_MESSAGES && person !== owner && !vetoed.has(person),
  );
  if (people.length < FEWEST_PEOPLE) return [];
  const firstAt = findFirst(input);
  const answersOf = groupRows(from, recent.count, (row) => {
    const parent = links.parent[row]!;
    return parent >= 0 && recent.author[parent] !== recent.author[row] ? recent.author[row]! : -1;
  });
  const core = coreNumbers(ties.folded);
  const conduct = measureConduct(input);
  const traits = people.map((person) => {
    const answers = answersOf.get(person) ?? [];
    const answered = answers.map((row) => recent.author[links.parent[row]!]!);
    const fresh = answers.filter((row) => recent.at[row]! - firstAt[recent.author[links.parent[row]!]!]! <= 7 * DAY);
    const partners = new Set(answered);
    return {
      activeDays: conduct.days[person]!,
      answered: partners.size,
      newcomers: new Set(fresh.map((row) => recent.author[links.parent[row]!]!)).size,
      core: core[ties.place[person]!]!,
      mutual: shareOfMutual(input, person, partners),
      civil: 1 - conduct.offence[person]!,
      tenure: Math.min(365, (frame.now - firstAt[person]!) / DAY),
      rows: fresh.length > 0 ? fresh : answers,
    };
  });
  const keys = ['activeDays', 'answered', 'newcomers', 'core', 'mutual', 'civil', 'tenure'] as const;
  const ranks = keys.map((key) => percentileRanks(traits.map((one) => one[key])));
  const scores = people.map((_, at) => ranks.reduce((sum, one) => sum + one[at]!, 0) / keys.length);
  const order = scores.map((_, at) => at).sort((one, other) => scores[other]! - scores[one]! || one - other);
  return order.slice(0, 10).map((at, place): RoleFound => {
    const holds = place < CANDIDATES && scores[at]! >= LEAST_SCORE;
    const { rows, ...parts } = traits[at]!;
    return {
      person: people[at]!,
      role: 'successor',
      state: holds ? 'candidate' : 'insufficient',
      score: scores[at]!,
      n: messages[people[at]!]!,
      ...(holds ? {} : { reason: 'not_significant' as const }),
      provisional: true,
      ...(links.trusted ? {} : { estimated: true as const }),
      parts,
      rows: pickRows(rows, (row) => frame.values.value[row]!),
    };
  });
};

function findFirst({ frame: { all } }: RoleInput): Float64Array {
  const firstAt = new Float64Array(all.people.length).fill(Number.POSITIVE_INFINITY);
  for (let row = all.count - 1; row >= 0; row -= 1) firstAt[all.author[row]!] = all.at[row]!;
  return firstAt;
}

/** Active days and mean offence of everybody, in one pass. */
function measureConduct({ frame, from }: RoleInput): { days: Float64Array; offence: Float64Array } {
  const { recent, reading, calendar } = frame;
  const size = recent.people.length;
  const conduct = { days: new Float64Array(size), offence: new Float64Array(size) };
  const lastDay = new Int32Array(size).fill(-1_000_000);
  const messages = new Float64Array(size);
  for (let row = from; row < recent.count; row += 1) {
    const person = recent.author[row]!;
    const day = calendar.dayOf(recent.at[row]!);
    if (lastDay[person] !== day) conduct.days[person]! += 1;
    lastDay[person] = day;
    messages[person]! += 1;
    conduct.offence[person]! += reading.offence[row]!;
  }
  for (let person = 0; person < size; person += 1) conduct.offence[person]! /= Math.max(1, messages[person]!);
  return conduct;
}

/** Of the people answered, how many answered back. */
function shareOfMutual({ ties }: RoleInput, person: number, partners: ReadonlySet<number>): number {
  const { start, to } = ties.directed;
  const place = ties.place[person]!;
  let mutual = 0;
  for (const partner of partners) {
    const other = ties.place[partner]!;
    for (let edge = start[other]!; edge < start[other + 1]!; edge += 1) if (to[edge] === place) mutual += 1;
  }
  return partners.size === 0 ? 0 : mutual / partners.size;
}
