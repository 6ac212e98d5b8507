/** 意见领袖: whom many different people answer (metrics.md §2.4), and 答疑者: who answers the questions of many. */
import { pageRank } from '../../graph/index.ts';
import { wilsonInterval } from '../../stats/interval.ts';
import { groupRows, pickRows } from './role.ts';
import type { RoleFound, RoleInput, RoleRule } from './role.ts';

const FEWEST_INBOUND = 20;
const FEWEST_REPLIERS = 5;
const LEADERS = 3;
const FEWEST_ANSWERS = 8;
const FEWEST_ASKERS = 4;

/** What leaders are found by; `apart` = who is answered like everybody, but not named. */
type LeaderInput = Pick<RoleInput, 'frame' | 'from' | 'ties'> & { apart?: ReadonlySet<number> };

/** Opinion leaders by weighted PageRank times breadth; the first three near the top. */
export function findLeaders({ frame, from, ties, apart }: LeaderInput): RoleFound[] {
  const { recent, links } = frame;
  if (ties.people.length === 0) return [];
  const rank = pageRank(ties.directed);
  const inbound = groupRows(from, recent.count, (row) => {
    const parent = links.parent[row]!;
    return parent >= from && recent.author[parent] !== recent.author[row] ? recent.author[parent]! : -1;
  });
  const people = [...inbound].flatMap(([person, rows]) => {
    const repliers = new Set(rows.map((row) => recent.author[row]!)).size;
    const place = ties.place[person]!;
    // Breadth by the root: answers of one person over and over are worth less than one answer each of many.
    return place < 0 || apart?.has(person)
      ? []
      : [{ person, rows, repliers, weight: rank[place]! * Math.sqrt(repliers / rows.length) * Math.sqrt(repliers) }];
  });
  people.sort((one, other) => other.weight - one.weight || one.person - other.person);
  const most = people[0]?.weight ?? 1;
  const ordinary = people.filter(({ person }) => person !== frame.owner);
  return people.slice(0, 30).map(({ person, rows, repliers, weight }, at): RoleFound => {
    const enough = rows.length >= FEWEST_INBOUND && repliers >= FEWEST_REPLIERS;
    const holds = enough && at < LEADERS && weight >= most / 2;
    const error = (1.96 * (weight / most)) / Math.sqrt(rows.length);
    return {
      person,
      role: 'leader',
      state: holds ? 'assigned' : 'insufficient',
      score: weight / most,
      ci95: [Math.max(0, weight / most - error), Math.min(1, weight / most + error)],
      n: rows.length,
      ...(holds ? {} : { reason: enough ? ('not_significant' as const) : ('too_few_replies' as const) }),
      provisional: true,
      ...(frame.links.trusted ? {} : { estimated: true as const }),
      parts: {
        replies: rows.length,
        repliers,
        pagerank: rank[ties.place[person]!]!,
        rankWithoutOwner: ordinary.findIndex((one) => one.person === person) + 1,
      },
      rows: pickRows([...new Set(rows.map((row) => links.parent[row]!))], (row) => frame.values.repliers[row]!),
    };
  });
}

/** Who gives the first substantive answer to the questions of several people. */
export const findAnswerers: RoleRule = ({ frame, questions }) => {
  const { recent } = frame;
  const answered = questions.filter(({ answer }) => answer >= 0);
  const byPerson = new Map<number, typeof answered>();
  for (const one of answered) {
    const person = recent.author[one.answer]!;
    byPerson.set(person, [...(byPerson.get(person) ?? []), one]);
  }
  // One more than have answered could have.
  const fair = 1 / (byPerson.size + 1);
  return [...byPerson].map(([person, own]): RoleFound => {
    const askers = new Set(own.map(({ row }) => recent.author[row]!)).size;
    const interval = wilsonInterval(own.length, answered.length)!;
    const enough = own.length >= FEWEST_ANSWERS && askers >= FEWEST_ASKERS;
    const holds = enough && interval[0] > fair;
    return {
      person,
      role: 'answerer',
      state: holds ? 'assigned' : 'insufficient',
      score: own.length / answered.length,
      ci95: interval,
      n: own.length,
      ...(holds ? {} : { reason: enough ? ('not_significant' as const) : ('too_few_questions' as const) }),
      provisional: true,
      ...(frame.links.trusted ? {} : { estimated: true as const }),
      parts: {
        answers: own.length,
        askers,
        medianMinutes: own.map(({ minutes }) => minutes).sort((a, b) => a - b)[own.length >> 1]!,
      },
      rows: pickRows(
        own.map(({ answer }) => answer),
        (row) => frame.values.value[row]!,
      ),
    };
  });
};
