/**
 * Keeping facts right at a cost that grows with the people of whom something has changed, not with all people. Who changes something
 * leaves a mark (`touchPeople`); whoever counts takes some marks off first, and a job takes off the rest every minute. What changes by
 * the mere passing of time (a day leaves a window, a tag expires) stands as a due day in the row itself.
 */
import { z } from 'zod';
import { getZone } from '../communities/index.ts';
import { listPersonsOf, type PersonAccounts } from '../people/index.ts';
import { localDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { columnsOf, listSources } from './catalogue.ts';
import { dayNumberOf } from './day-number.ts';
import { factsMade, type Fact, type FactReading } from './slots.ts';
import {
  deleteVanished,
  hasStale,
  insertAllStale,
  insertColumns,
  insertStale,
  insertWords,
  replaceSeconds,
  selectColumns,
  selectCommunities,
  selectWords,
  takeDue,
  takeStale,
  upsertFacts,
  type FactRow,
} from './store/fact.ts';
import { readGiven, type Given } from './given.ts';

/** So many at once where nobody waits: a second at most, with nothing of them in memory. */
const chunk = 400;
/** So many before somebody is given an answer. */
const few = 50;

/** What those who wait for an answer ask of `catchUp`. */
export const beforeAnswer = { limit: few } as const;

/** Says that something about identities has changed; their persons' facts are made anew before the next count. */
export async function touchPeople(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<void> {
  const ids = [...new Set(identityIds)];
  if (ids.length > 0) await insertStale(ctx, communityId, ids);
}

/** The same for everybody, e.g. when a setting decides what a fact means. */
export async function touchEverybody(ctx: Ctx, communityId: string): Promise<void> {
  await insertAllStale(ctx, communityId);
}

/** The same for people of whom somebody has just said something: few of them are made anew at once, so that the next look is right. */
export async function touchNow(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<void> {
  await touchPeople(ctx, communityId, identityIds);
  if (identityIds.length <= few) await catchUp(ctx, communityId, { only: identityIds });
}

/** Makes facts anew of those who have a mark, one batch at most (`only` = of these identities); true when some are left. */
export async function catchUp(
  ctx: Ctx,
  communityId: string,
  { only, limit = chunk }: { only?: readonly string[]; limit?: number } = {},
): Promise<boolean> {
  const zone = await getZone(ctx, communityId);
  const today = localDay(ctx.now(), zone);
  if (!(await hasStale(ctx, communityId, today))) return false;
  return inTransaction(ctx, async (inner) => {
    const which = { limit, ...(only ? { only } : {}) };
    const stale = await takeStale(inner, communityId, which);
    const due = await takeDue(inner, communityId, { ...which, today, limit: limit - stale.length });
    const identityIds = [...new Set([...stale, ...due])];
    if (identityIds.length === 0) return false;
    await makeFacts(inner, communityId, { identityIds, today, zone });
    return stale.length + due.length >= limit;
  });
}

/** Every minute: the facts of all who have a mark or a due day. */
export const refreshFacts = defineJob({
  name: 'profiles.refresh_facts',
  payload: z.object({}),
  cron: '* * * * *',
  run: async (ctx) => {
    for (const communityId of await selectCommunities(ctx)) {
      while (await catchUp(ctx, communityId)) {
        // Each turn is a batch in a transaction of its own.
      }
    }
  },
});

async function makeFacts(
  ctx: Ctx,
  communityId: string,
  { identityIds, today, zone }: { identityIds: readonly string[]; today: string; zone: string },
): Promise<void> {
  const people = await listPersonsOf(ctx, communityId, identityIds);
  await deleteVanished(ctx, communityId, { identityIds, personIds: people.map(({ personId }) => personId) });
  if (people.length === 0) return;
  await replaceSeconds(ctx, communityId, people);
  const sources = listSources(ctx);
  const facts = sources.flatMap((source) => source.facts);
  const readings: ReadonlyMap<string, FactReading>[] = [];
  for (const source of sources) readings.push(await source.read(ctx, { communityId, people, today, zone }));
  const places = await readPlaces(ctx, communityId, facts);
  const numberOf = await readNumbers(ctx, communityId, { facts, readings });
  const given = await readGiven(ctx, communityId, { people, today });
  await upsertFacts(
    ctx,
    communityId,
    people.map((person) =>
      rowOf(person, {
        readings: readings.flatMap((reading) => reading.get(person.personId) ?? []),
        given: given.get(person.personId),
        places,
        numberOf,
      }),
    ),
  );
  const made = { communityId, identityIds: people.map((person) => person.identityIds[0]!) };
  for (const listener of ctx.slots(factsMade)) await listener.hear(ctx, made);
}

/** Places of all facts; a fact that is new with this version of the program gets one, and everybody's row is made anew for it. */
async function readPlaces(ctx: Ctx, communityId: string, facts: readonly Fact[]): Promise<Map<string, number>> {
  const places = await selectColumns(ctx, communityId);
  const missing = facts.flatMap(columnsOf).filter((column) => !places.has(column));
  if (missing.length === 0) return places;
  await insertColumns(ctx, communityId, missing);
  await insertAllStale(ctx, communityId);
  return selectColumns(ctx, communityId);
}

type NumberOf = (column: string, value: number | string) => number;

/** How values become numbers; words that have come up for the first time get theirs. */
async function readNumbers(
  ctx: Ctx,
  communityId: string,
  { facts, readings }: { facts: readonly Fact[]; readings: readonly ReadonlyMap<string, FactReading>[] },
): Promise<NumberOf> {
  const kinds = new Map(facts.map((fact) => [fact.key, fact]));
  const words = facts.filter(({ kind }) => kind === 'word').map(({ key }) => key);
  const known = async () =>
    new Map((await selectWords(ctx, communityId, words)).map(({ fact, word, number }) => [`${fact} ${word}`, number]));
  let numbers = await known();
  const fresh = new Map<string, { fact: string; word: string }>();
  for (const reading of readings.flatMap((one) => [...one.values()])) {
    for (const fact of words) {
      const word = reading.values[fact];
      if (typeof word === 'string' && !numbers.has(`${fact} ${word}`)) fresh.set(`${fact} ${word}`, { fact, word });
    }
  }
  if (fresh.size > 0) {
    await insertWords(ctx, communityId, [...fresh.values()]);
    numbers = await known();
  }
  return (column, value) => {
    if (typeof value === 'number') return value;
    const fact = kinds.get(column);
    if (fact?.kind === 'day') return dayNumberOf(value);
    if (fact?.kind === 'word') return numbers.get(`${column} ${value}`)!;
    const option = fact?.options?.findIndex((one) => one.value === value) ?? -1;
    if (option < 0) throw new Error(`${column} has no value "${value}"`);
    return option;
  };
}

interface Parts {
  readings: readonly FactReading[];
  given: Given | undefined;
  places: ReadonlyMap<string, number>;
  numberOf: NumberOf;
}

function rowOf(person: PersonAccounts, { readings, given, places, numberOf }: Parts): FactRow {
  const nums = Array.from({ length: Math.max(0, ...places.values()) }, () => Number.NEGATIVE_INFINITY);
  for (const { values } of readings) {
    for (const [column, value] of Object.entries(values)) {
      const place = places.get(column);
      if (value !== null && place !== undefined) nums[place - 1] = numberOf(column, value);
    }
  }
  for (const [column, value] of given?.nums ?? []) {
    const place = places.get(column);
    if (place !== undefined) nums[place - 1] = value;
  }
  const due = [given?.dueOn, ...readings.map(({ dueOn }) => dueOn)].filter((day): day is string => Boolean(day));
  return {
    personId: person.personId,
    identityId: person.identityIds[0]!,
    dueOn: due.toSorted()[0] ?? null,
    nums,
    tags: given?.tags ?? [],
  };
}
