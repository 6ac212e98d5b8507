/**
 * Makes small, steady groups out of the conversations of busy channels: a few people who all know each other, conversations
 * mostly one after the other, names rare. Their links are known, and they look more like a private group than IRC does.
 */
import type { AnnotatedLog } from './annotated-irc.ts';
import { bareWord } from './annotated-irc.ts';
import { makeRandom } from './random.ts';

interface Said {
  at: number;
  person: number;
  text: string;
  /** Place of the parent in the conversation, its own for the first. */
  parent: number;
  named: number;
}

interface Placed extends Said {
  key: number;
  parentKey: number;
}

/** How one made group is: how many people, how closely conversations follow, how often somebody is named. */
interface Manner {
  people: number;
  pauseMinutes: number;
  namedShare: number;
}

const manners: readonly Manner[] = [
  { people: 3, pauseMinutes: 90, namedShare: 0 },
  { people: 5, pauseMinutes: 30, namedShare: 0.1 },
  { people: 8, pauseMinutes: 15, namedShare: 0 },
  { people: 12, pauseMinutes: 8, namedShare: 0.15 },
  { people: 16, pauseMinutes: 4, namedShare: 0.05 },
  { people: 2, pauseMinutes: 120, namedShare: 0 },
];
const size = 600;
const leastTurns = 5;

/** Makes groups from all conversations of the logs that begin inside the annotated part. */
export function makeQuietGroups(logs: readonly AnnotatedLog[], seed: number): AnnotatedLog[] {
  const random = makeRandom(seed);
  const talks = logs.flatMap(listConversations).sort(() => random() - 0.5);
  const groups: AnnotatedLog[] = [];
  for (let next = 0; next < talks.length;) {
    const manner = manners[groups.length % manners.length]!;
    const placed: Placed[] = [];
    let start = 0;
    while (placed.length < size && next < talks.length) {
      const talk = castPeople(talks[next++]!, manner, random);
      if (!talk) continue;
      talk.forEach((said, turn) =>
        placed.push({
          ...said,
          at: start + said.at,
          key: placed.length,
          parentKey: placed.length - turn + said.parent,
        }),
      );
      // The next one begins while this one is alive in one case of ten, else after a pause.
      const last = talk.at(-1)!.at;
      start += random() < 0.1 ? last * random() : last + manner.pauseMinutes * 60_000 * (0.2 + 1.6 * random());
    }
    groups.push(arrange(`quiet-${groups.length}`, placed, manner));
  }
  return groups;
}

/** Conversations as they were: connected messages whose first one starts inside the annotated part. */
function listConversations({ input, children, gold }: AnnotatedLog): Said[][] {
  const known = new Map(input.names.map((name, person) => [bareWord(name), person]));
  const place = new Map<number, { talk: Said[]; turn: number }>();
  const talks: Said[][] = [];
  for (const child of children) {
    if (input.isSystem(child)) continue;
    const parent = Math.max(...gold.get(child)!);
    const to = place.get(parent);
    if (parent !== child && !to) continue;
    const talk = to?.talk ?? [];
    if (!to) talks.push(talk);
    place.set(child, { talk, turn: talk.length });
    const words = input.text(child).split(' ');
    const named = words.map((word) => known.get(bareWord(word)) ?? -1).find((person) => person >= 0) ?? -1;
    const text = words.filter((word) => bareWord(word).length < 3 || !known.has(bareWord(word))).join(' ');
    talk.push({ at: input.at[child]!, person: input.author[child]!, text, parent: to?.turn ?? talk.length, named });
  }
  return talks.filter((talk) => talk.length >= leastTurns);
}

/** Gives the parts of a conversation to people of the group; nothing when it has too many parts. */
function castPeople(talk: readonly Said[], manner: Manner, random: () => number): Said[] | undefined {
  const parts = [...new Set(talk.map((said) => said.person))];
  if (parts.length > manner.people) return undefined;
  const free = Array.from({ length: manner.people }, (_, person) => person).sort(() => random() - 0.5);
  const cast = new Map(parts.map((part, at) => [part, free[at]!]));
  return talk.map((said, turn) => ({
    ...said,
    at: spreadMinute(talk, turn, random()) - talk[0]!.at,
    person: cast.get(said.person)!,
    named: random() < manner.namedShare ? (cast.get(said.named) ?? -1) : -1,
  }));
}

/** IRC logs have minutes only: what was said within one gets seconds, in its order. */
function spreadMinute(talk: readonly Said[], turn: number, random: number): number {
  const { at } = talk[turn]!;
  const within = talk.filter((said) => said.at === at).length;
  const first = talk.findIndex((said) => said.at === at);
  return at + (60_000 * (turn - first + random)) / within;
}

function arrange(name: string, said: Placed[], manner: Manner): AnnotatedLog {
  const rows = said.toSorted((a, b) => a.at - b.at || a.key - b.key);
  const place = new Map(rows.map((row, at) => [row.key, at]));
  const gold = new Map<number, number[]>();
  rows.forEach((row, at) => {
    const parent = place.get(row.parentKey)!;
    if (parent <= at) gold.set(at, [parent]);
  });
  return {
    name,
    children: [...gold.keys()],
    gold,
    input: {
      count: rows.length,
      at: Float64Array.from(rows, (row) => row.at),
      author: Int32Array.from(rows, (row) => row.person),
      text: (message) => rows[message]!.text,
      names: Array.from({ length: manner.people }, (_, person) => `person${person}`),
      explicitParent: new Int32Array(rows.length).fill(-1),
      mentions: (message) => (rows[message]!.named >= 0 ? [rows[message]!.named] : []),
      isSystem: () => false,
    },
  };
}
