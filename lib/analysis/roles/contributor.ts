/** 内容生产者: whose own messages are worth most; 连接者: who ties circles together; 广告党: who advertises (metrics.md §2.4). */
import { degrees } from '../../graph/index.ts';
import { quantile } from '../../stats/summary.ts';
import { INFORMATIVE } from '../value.ts';
import { groupRows, pickRows } from './role.ts';
import type { RoleFound, RoleRule } from './role.ts';

const FEWEST_MESSAGES = 10;
const FEWEST_TIES = 5;
/** Of the most that so many circles allow, 1 − 1/circles: with two circles nobody can pass ½. */
const CONNECTS = 0.7;
const LEAST_SIGNS = 2;
const LEAST_SCORE = 0.5;

/** Top decile by the summed worth of informative messages that open or carry on a turn of one's own. */
export const findProducers: RoleRule = ({ frame, from }) => {
  const { recent, links, values } = frame;
  const isOwn = (row: number): boolean => {
    const parent = links.parent[row]!;
    return (
      values.real[row] === 1 &&
      values.intrinsic[row]! >= INFORMATIVE &&
      (links.thread[row] === row || parent < 0 || recent.author[parent] === recent.author[row])
    );
  };
  const byPerson = groupRows(from, recent.count, (row) => (isOwn(row) ? recent.author[row]! : -1));
  const people = [...byPerson].map(([person, rows]) => ({
    person,
    rows,
    worth: rows.reduce((sum, row) => sum + values.value[row]!, 0),
  }));
  if (people.length < 5) return [];
  const mark = quantile(
    people.map(({ worth }) => worth),
    0.9,
  )!;
  const most = Math.max(...people.map(({ worth }) => worth));
  return people.map(({ person, rows, worth }): RoleFound => {
    const enough = rows.length >= FEWEST_MESSAGES;
    const holds = enough && worth >= mark;
    const error = (1.96 * (worth / most)) / Math.sqrt(rows.length);
    return {
      person,
      role: 'producer',
      state: holds ? 'assigned' : 'insufficient',
      score: worth / most,
      ci95: [Math.max(0, worth / most - error), Math.min(1, worth / most + error)],
      n: rows.length,
      ...(holds ? {} : { reason: enough ? ('not_significant' as const) : ('too_few_messages' as const) }),
      provisional: true,
      parts: { informative: rows.length, worth },
      rows: pickRows(rows, (row) => values.value[row]!),
    };
  });
};

/** Connectors between circles that are more than chance. */
export const findConnectors: RoleRule = ({ frame, from, standing, ties }) => {
  const { recent, links, values } = frame;
  const { circle, participation, constraint } = standing;
  const degree = degrees(ties.folded);
  const people = ties.people.filter((person) => participation[person]! > 0);
  if (people.length === 0) return [];
  const constraints = people.map((person) => constraint[person]!);
  const usual = quantile(constraints, 0.5)!;
  const most = 1 - 1 / new Set(circle.filter((one) => one >= 0)).size;
  const bridges = groupRows(from, recent.count, (row) => {
    const parent = links.parent[row]!;
    return parent >= 0 && circle[recent.author[parent]!] !== circle[recent.author[row]!] ? recent.author[row]! : -1;
  });
  return people.map((person): RoleFound => {
    const across = participation[person]! / most;
    const tied = degree[ties.place[person]!]!;
    const enough = tied >= FEWEST_TIES;
    const holds = enough && across >= CONNECTS && constraint[person]! <= usual;
    return {
      person,
      role: 'connector',
      state: holds ? 'assigned' : 'insufficient',
      score: across,
      n: tied,
      ...(holds ? {} : { reason: enough ? ('not_significant' as const) : ('too_few_people' as const) }),
      provisional: true,
      ...(links.trusted ? {} : { estimated: true as const }),
      parts: {
        ties: tied,
        participation: participation[person]!,
        constraint: constraint[person]!,
        betweenness: standing.betweenness[person]!,
      },
      rows: holds ? pickRows(bridges.get(person) ?? [], (row) => values.value[row]!) : [],
    };
  });
};

/** Advertisers with at least two independent signs. */
export const findAdvertisers: RoleRule = ({ advertisers }) =>
  advertisers.map((one): RoleFound => {
    const holds = one.signs >= LEAST_SIGNS && one.score >= LEAST_SCORE;
    return {
      person: one.person,
      role: 'advertiser',
      state: holds ? 'assigned' : 'insufficient',
      score: one.score,
      n: one.messages,
      ...(holds ? {} : { reason: 'not_significant' as const }),
      provisional: true,
      parts: { ads: one.ads, messages: one.messages, repeated: one.repeated, contacts: one.contacts, signs: one.signs },
      rows: one.rows.slice(-3),
    };
  });
