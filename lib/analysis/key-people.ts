/** The four or five without whom the talk falls apart (metrics.md §2.5), chosen as a set, with how surely each is in it. */
import { findKeySet } from '../graph/index.ts';
import type { KeyPerson } from './diagnosis.ts';
import type { Frame } from './frame.ts';
import { give, lack } from './results.ts';
import type { Results } from './results.ts';
import { pickRows } from './roles/role.ts';
import { personId } from './tally.ts';

const DAYS = 56;
const FEWEST_MESSAGES = 200;
const FEWEST_PEOPLE = 5;
/** The newest rows beyond this are enough: the set is of people, not of messages. */
const MOST_ROWS = 40_000;
const LEAST_P = 0.2;

export interface KeyPeopleFound {
  results: Results;
  people: KeyPerson[];
}

/** `key.set` with each member's proof. */
export function findKeyPeople(frame: Frame, cite: (row: number) => string): KeyPeopleFound {
  const { recent, links, values } = frame;
  const whole = frame.rowFrom(DAYS);
  const n = recent.count - whole;
  const from = Math.max(whole, recent.count - MOST_ROWS);
  const ties = {
    size: recent.people.length,
    from: [] as number[],
    to: [] as number[],
    weight: [] as number[],
    thread: [] as number[],
  };
  for (let row = from; row < recent.count; row += 1) {
    const parent = links.parent[row]!;
    if (parent < 0 || recent.author[parent] === recent.author[row] || links.p[row]! < LEAST_P) continue;
    ties.from.push(recent.author[row]!);
    ties.to.push(recent.author[parent]!);
    ties.weight.push(links.p[row]!);
    ties.thread.push(links.thread[row]!);
  }
  const speakers = new Set(recent.author.subarray(from)).size;
  if (n < FEWEST_MESSAGES) return nobody(frame, 'too_few_messages', n);
  if (speakers < FEWEST_PEOPLE) return nobody(frame, 'too_few_people', speakers);
  const worth = {
    person: recent.author.subarray(from),
    amount: values.value.subarray(from),
    thread: links.thread.subarray(from),
  };
  const { members } = findKeySet({ ...ties, values: worth }, { seed: `${frame.all.name}:key` });
  const people = members.map(({ person, inclusion, reachShare, valueShare }): KeyPerson => {
    const rows = Array.from({ length: recent.count - from }, (_, at) => from + at).filter(
      (row) => recent.author[row] === person,
    );
    return {
      person: personId(person),
      inclusion,
      valueShare,
      reachLoss: reachShare,
      evidence: pickRows(rows, (row) => values.value[row]! + 0.2 * values.repliers[row]!).map(cite),
    };
  });
  if (people.length === 0) return nobody(frame, 'not_significant', n);
  const share = people.reduce((sum, one) => sum + one.valueShare, 0);
  return {
    results: {
      'key.set': give<string[]>(frame, 'key.set', {
        value: people.map(({ person }) => person),
        n,
        parts: { valueShare: share, leastInclusion: Math.min(...people.map(({ inclusion }) => inclusion)) },
        estimated: !links.trusted,
      }),
    },
    people,
  };
}

function nobody(
  frame: Frame,
  reason: 'too_few_messages' | 'too_few_people' | 'not_significant',
  n: number,
): KeyPeopleFound {
  return { results: { 'key.set': lack(frame, 'key.set', { reason, n }) }, people: [] };
}
