/** Writes what rows say and remembers for each row what was made and what stood there before, so that all of it can be taken back. */
import {
  emptyCard,
  identityChanged,
  listCards,
  renameAccounts,
  replaceCards,
  writeDownPeople,
  writeDownStays,
  type Card,
  type CardLine,
  type MadeStay,
} from '../people/index.ts';
import { startOfLocalDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { createTag, touchPeople, writeDownGiven, type WrittenValue } from '../profiles/index.ts';
import { layOver, listCarrier, type Change } from './judge.ts';

/** What an import has written for one row. */
export interface Made {
  personId: string;
  isNew: boolean;
  /** The account on which tags, values and notes hang. */
  identityId: string;
  /** Accounts that were not there. */
  identityIds: string[];
  renames: { id: string; before: string; after: string }[];
  stays: Omit<MadeStay, 'identityId'>[];
  card: { line: CardLine; before: Card[CardLine]; after: string }[];
  tagIds: string[];
  values: { fieldId: string; value: WrittenValue; before: WrittenValue | null }[];
  noteIds: string[];
}

/** What rows are written with. */
export interface WritePlan {
  communityId: string;
  zone: string;
  /** Ids of tags by folded name; tags that are made meanwhile are added. */
  tagIds: Map<string, string>;
  by: string;
  /** Where people came from whose row does not say it: the name of the list. */
  source: string;
}

/** Writes rows; gives what was made for each, in order. Call inside a transaction. */
export async function writeRows(ctx: Ctx, plan: WritePlan, changes: readonly Change[]): Promise<Made[]> {
  const { communityId } = plan;
  await makeTags(ctx, plan, changes);
  const made = await writePeople(ctx, communityId, changes);
  await renameAccounts(
    ctx,
    communityId,
    changes.flatMap((change) => change.renames.map(({ id }) => ({ id, name: change.name }))),
  );
  await writeCards(ctx, communityId, changes);
  await writeStays(ctx, plan, { changes, made });
  await writeGiven(ctx, plan, { changes, made });
  const identityIds = made.map(({ identityId }) => identityId);
  await touchPeople(ctx, communityId, identityIds);
  if (identityIds.length > 0) ctx.emit(identityChanged, communityId, { identityIds });
  return made;
}

async function makeTags(ctx: Ctx, { communityId, tagIds }: WritePlan, changes: readonly Change[]): Promise<void> {
  for (const name of changes.flatMap(({ tags }) => tags)) {
    const key = name.toLowerCase();
    if (!tagIds.has(key)) tagIds.set(key, (await createTag(ctx, communityId, name)).id);
  }
}

async function writePeople(ctx: Ctx, communityId: string, changes: readonly Change[]): Promise<Made[]> {
  const people = await writeDownPeople(
    ctx,
    communityId,
    changes.map(({ person, name, newAccounts, card }) => ({
      personId: person?.personId ?? null,
      name,
      accounts: newAccounts,
      card: layOver(emptyCard, card),
    })),
  );
  return changes.map((change, at): Made => {
    const { personId, identityIds } = people[at]!;
    const own =
      change.person?.identities.find(({ carrier }) => carrier === listCarrier) ?? change.person?.identities[0];
    return {
      personId,
      isNew: change.person === null,
      identityId: own?.id ?? identityIds[0]!,
      identityIds,
      renames: change.renames.map((one) => ({ ...one, after: change.name })),
      stays: [],
      card: (Object.entries(change.card) as [CardLine, string][]).map(([line, after]) => ({
        line,
        before: change.person?.card[line] ?? null,
        after,
      })),
      tagIds: [],
      values: change.values,
      noteIds: [],
    };
  });
}

async function writeCards(ctx: Ctx, communityId: string, changes: readonly Change[]): Promise<void> {
  const known = changes.filter(({ person, card }) => person !== null && Object.keys(card).length > 0);
  const cards = await listCards(
    ctx,
    communityId,
    known.map(({ person }) => person!.personId),
  );
  await replaceCards(
    ctx,
    communityId,
    known.map(({ person, card }) => {
      const { personId } = person!;
      return { personId, card: layOver(cards.get(personId) ?? emptyCard, card) };
    }),
  );
}

interface Written {
  changes: readonly Change[];
  made: readonly Made[];
}

async function writeStays(
  ctx: Ctx,
  { communityId, zone, source: list }: WritePlan,
  { changes, made }: Written,
): Promise<void> {
  const now = ctx.now();
  const stays = changes.flatMap(({ groupIds, joinedOn, source }, at) => {
    const noon = joinedOn === null ? now : new Date(startOfLocalDay(joinedOn, zone).getTime() + 12 * 3_600_000);
    const joinedAt = noon < now ? noon : now;
    const { identityId } = made[at]!;
    return groupIds.map((groupId) => ({
      groupId,
      identityId,
      source: source ?? list,
      joinedAt,
      isDated: joinedOn !== null,
    }));
  });
  const of = new Map(made.map((one) => [one.identityId, one]));
  for (const { identityId, id, isDated } of await writeDownStays(ctx, communityId, stays))
    of.get(identityId)!.stays.push({ id, isDated });
}

async function writeGiven(ctx: Ctx, { communityId, tagIds, by }: WritePlan, { changes, made }: Written): Promise<void> {
  for (const [at, { tags }] of changes.entries())
    made[at]!.tagIds = tags.map((name) => tagIds.get(name.toLowerCase())!);
  const notes = await writeDownGiven(ctx, communityId, {
    tags: made.flatMap(({ identityId, tagIds: own }) => own.map((tagId) => ({ identityId, tagId }))),
    values: made.flatMap(({ identityId, values }) =>
      values.map(({ fieldId, value }) => ({ identityId, fieldId, ...value })),
    ),
    notes: changes.flatMap(({ note }, at) => (note === null ? [] : [{ identityId: made[at]!.identityId, text: note }])),
    by,
  });
  const of = new Map(made.map((one) => [one.identityId, one]));
  for (const { id, identityId } of notes) of.get(identityId)!.noteIds.push(id);
}
