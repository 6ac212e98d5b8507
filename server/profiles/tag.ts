/** Tags: short words that the team puts on people, for ever or until a day. Given to the person's first account. */
import { getZone } from '../communities/index.ts';
import { listAccountsOf } from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { actorKey } from '../platform/auth/actor.ts';
import { localDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { profilesErrors } from './errors.ts';
import { touchNow, touchPeople } from './refresh.ts';
import {
  countTaggings,
  deleteTaggings,
  deleteTaggingsGiven,
  insertTag,
  selectTagged,
  selectTaggedOn,
  selectTags,
  updateTagDeleted,
  updateTagName,
  upsertTaggings,
  type Tag,
} from './store/tag.ts';

export type { Tag } from './store/tag.ts';

/** More tags than this and nobody finds any. */
const mostTags = 500;
/** Accounts in one statement. */
const chunk = 5000;

/** The tags of a community by name, with how many people have each. */
export async function listTags(ctx: Ctx, communityId: string): Promise<(Tag & { people: number })[]> {
  const today = localDay(ctx.now(), await getZone(ctx, communityId));
  const people = await countTaggings(ctx, communityId, today);
  return (await selectTags(ctx, communityId)).map((tag) => ({ ...tag, people: people.get(tag.id) ?? 0 }));
}

/** Makes a tag. Call inside a transaction. */
export async function createTag(ctx: Ctx, communityId: string, name: string): Promise<Tag> {
  if ((await selectTags(ctx, communityId)).length >= mostTags) throw profilesErrors.too_many({ most: mostTags });
  const tag = await insertTag(ctx, { communityId, id: newId(ctx.now()), name, by: actorKey(ctx.actor) });
  if (!tag) throw profilesErrors.name_taken({ name });
  await recordAudit(ctx, {
    communityId,
    action: 'profiles.create_tag',
    target: { kind: 'tag', id: tag.id },
    detail: { name },
  });
  return tag;
}

/** Gives a tag another name; segments go on with it. Call inside a transaction. */
export async function renameTag(ctx: Ctx, communityId: string, tag: { id: string; name: string }): Promise<void> {
  const { name: before } = await getTag(ctx, communityId, tag.id);
  if (!(await updateTagName(ctx, { communityId, ...tag }))) throw profilesErrors.name_taken({ name: tag.name });
  const detail = { before, after: tag.name };
  await recordAudit(ctx, { communityId, action: 'profiles.rename_tag', target: { kind: 'tag', id: tag.id }, detail });
}

/** Takes a tag out of use, or brings it back with everybody who had it. Call inside a transaction. */
export async function setTagDeleted(ctx: Ctx, communityId: string, id: string, deleted: boolean): Promise<void> {
  const name = await updateTagDeleted(ctx, { communityId, id }, deleted);
  if (name === undefined) throw platformErrors.not_found();
  await touchPeople(ctx, communityId, await selectTagged(ctx, communityId, id));
  await recordAudit(ctx, {
    communityId,
    action: deleted ? 'profiles.delete_tag' : 'profiles.restore_tag',
    target: { kind: 'tag', id },
    detail: { name },
  });
}

/**
 * Puts a tag on people, until a day or for ever; gives how many they are and the moment, by which it can be taken back. With `onlyNew`
 * who has it already keeps it as it is and is not counted. Call inside a transaction.
 */
export async function giveTag(
  ctx: Ctx,
  which: { communityId: string; tagId: string; personIds: readonly string[]; onlyNew?: boolean },
  expiresOn: string | null,
): Promise<{ people: number; givenAt: Date }> {
  const givenAt = ctx.now();
  const { communityId, tagId, personIds } = which;
  const { name } = await getTag(ctx, communityId, tagId);
  const today = localDay(givenAt, await getZone(ctx, communityId));
  if (expiresOn !== null && expiresOn < today) throw profilesErrors.expired_already();
  const named = await listAccountsOf(ctx, communityId, personIds);
  if (named.length === 0) throw platformErrors.not_found();
  const having = new Set(which.onlyNew ? await selectTaggedOn(ctx, { communityId, tagId, today }) : []);
  const people = named.filter((person) => !person.identityIds.some((id) => having.has(id)));
  if (people.length === 0) return { people: 0, givenAt };
  const identityIds = people.map((person) => person.identityIds[0]!);
  const by = actorKey(ctx.actor);
  for (let from = 0; from < identityIds.length; from += chunk) {
    const some = identityIds.slice(from, from + chunk);
    await upsertTaggings(ctx, { communityId, tagId, identityIds: some }, { by, at: givenAt, expiresOn });
    await touchNow(ctx, communityId, some);
  }
  const detail = { name, people: people.length, expiresOn };
  await recordAudit(ctx, { communityId, action: 'profiles.give_tag', target: { kind: 'tag', id: tagId }, detail });
  return { people: people.length, givenAt };
}

/** Somebody who had a tag, and until when. */
export interface Untagged {
  personId: string;
  expiresOn: string | null;
}

/** Takes a tag off people; gives those who had it. Call inside a transaction. */
export async function takeTag(
  ctx: Ctx,
  which: { communityId: string; tagId: string; personIds: readonly string[] },
): Promise<Untagged[]> {
  const { communityId, tagId, personIds } = which;
  const { name } = await getTag(ctx, communityId, tagId);
  const people = await listAccountsOf(ctx, communityId, personIds);
  const identityIds = people.flatMap((person) => person.identityIds);
  const had = await deleteTaggings(ctx, { communityId, tagId, identityIds });
  const until = new Map(had.map(({ identityId, expiresOn }) => [identityId, expiresOn]));
  const untagged = people.flatMap((person) => {
    const held = person.identityIds.find((id) => until.has(id));
    return held === undefined ? [] : [{ personId: person.personId, expiresOn: until.get(held)! }];
  });
  await tellTaken(ctx, { communityId, tagId, name }, [...until.keys()]);
  return untagged;
}

/** Takes back what the actor gave at one moment, from whomever; gives how many they are. Call inside a transaction. */
export async function takeGiven(
  ctx: Ctx,
  which: { communityId: string; tagId: string; givenAt: Date },
): Promise<number> {
  const { communityId, tagId, givenAt: at } = which;
  const { name } = await getTag(ctx, communityId, tagId);
  const had = await deleteTaggingsGiven(ctx, { communityId, tagId, by: actorKey(ctx.actor), at });
  await tellTaken(ctx, { communityId, tagId, name }, had);
  return had.length;
}

async function tellTaken(
  ctx: Ctx,
  { communityId, tagId, name }: { communityId: string; tagId: string; name: string },
  identityIds: readonly string[],
): Promise<void> {
  if (identityIds.length === 0) return;
  await touchNow(ctx, communityId, identityIds);
  const detail = { name, people: identityIds.length };
  await recordAudit(ctx, { communityId, action: 'profiles.take_tag', target: { kind: 'tag', id: tagId }, detail });
}

/** A tag in use; throws `platform.not_found`. */
export async function getTag(ctx: Ctx, communityId: string, id: string): Promise<Tag> {
  const tag = (await selectTags(ctx, communityId)).find((one) => one.id === id);
  if (!tag) throw platformErrors.not_found();
  return tag;
}
