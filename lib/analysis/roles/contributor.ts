/** 内容生产者: whose own messages are worth most; 连接者: who ties circles together; 广告党: who advertises (metrics.md §2.4). */
import { degrees } from '../../graph/index.ts';
import { quantile } from '../../stats/summary.ts';
import { INFORMATIVE } from '../value.ts';
import { groupRows, pickRows } from './role.ts';
import type { RoleFound, RoleInput, RoleRule } from './role.ts';

const FEWEST_MESSAGES = 10;
const FEWEST_TIES = 5;
const CONNECTS = 0.5;
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
export const findConnectors: RoleRule = (input) => {
  const { frame, from, standing, ties } = input;
  const { recent, links } = frame;
  const degree = degrees(ties.folded);
  const people = ties.people.filter((person) => standing.participation[person]! > 0);
  if (people.length === 0) return [];
  const usual = quantile(
    people.map((person) => standing.constraint[person]!),
    0.5,
  )!;
  return people.map((person): RoleFound => {
    const across = standing.participation[person]!;
    const tied = degree[ties.place[person]!]!;
    const enough = tied >= FEWEST_TIES;
    const holds = enough && across >= CONNECTS && standing.constraint[person]! <= usual;
    const bridges = listBridges(input, person);
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
        participation: across,
        constraint: standing.constraint[person]!,
        betweenness: standing.betweenness[person]!,
      },
      rows: holds
        ? pickRows(
            bridges.filter((row) => row >= from),
            (row) => frame.values.value[row]!,
          )
        : [],
    };

    function listBridges({ standing: { circle } }: RoleInput, who: number): number[] {
      const rows: number[] = [];
      if (!enough || across < CONNECTS) return rows;
      for (let row = from; row < recent.count; row += 1) {
        const parent = links.parent[row]!;
        if (recent.author[row] === who && parent >= 0 && circle[recent.author[parent]!] !== circle[who]) rows.push(row);
      }
      return rows;
    }
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
