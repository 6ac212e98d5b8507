import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** A tag of a community. */
export interface Tag {
  id: string;
  number: number;
  name: string;
  createdAt: Date;
}

/** A tag on somebody. */
export interface Tagging {
  tagId: string;
  identityId: string;
  name: string;
  givenAt: Date;
  givenBy: string;
  expiresOn: string | null;
  /** A rule gave it, and takes it when its segment is left. */
  byRule: boolean;
}

const columns = sql`id, number, name, created_at as "createdAt"`;

/** Keeps a tag; undefined when its name is taken. Numbers are given one transaction after another. */
export async function insertTag(
  ctx: Ctx,
  tag: { communityId: string; id: string; name: string; by: string },
): Promise<Tag | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`profiles.tags:${tag.communityId}`}, 0))`.execute(ctx.db);
  const { rows } = await sql<Tag>`
    insert into profiles_tags (community_id, id, number, name, created_at, created_by)
    select ${tag.communityId}, ${tag.id}, coalesce(max(number), 0) + 1, ${tag.name}, ${ctx.now()}, ${tag.by}
    from profiles_tags where community_id = ${tag.communityId}
    on conflict do nothing returning ${columns}`.execute(ctx.db);
  return rows[0];
}

/** Tags in use, by name. */
export async function selectTags(ctx: Ctx, communityId: string): Promise<Tag[]> {
  const { rows } = await sql<Tag>`
    select ${columns} from profiles_tags where community_id = ${communityId} and deleted_at is null
    order by lower(name), id`.execute(ctx.db);
  return rows;
}

/** How many people (by accounts) have each tag now. */
export async function countTaggings(ctx: Ctx, communityId: string, today: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ tagId: string; people: number }>`
    select tag_id as "tagId", count(*)::int as people from profiles_taggings
    where community_id = ${communityId} and (expires_on is null or expires_on >= ${today}::date) group by 1`.execute(
    ctx.db,
  );
  return new Map(rows.map(({ tagId, people }) => [tagId, people]));
}

/** Gives a tag another name; false when it is taken or there is no such tag. */
export async function updateTagName(
  ctx: Ctx,
  tag: { communityId: string; id: string; name: string },
): Promise<boolean> {
  const { rows } = await sql`
    update profiles_tags set name = ${tag.name}
    where community_id = ${tag.communityId} and id = ${tag.id} and deleted_at is null
      and not exists (select from profiles_tags o where o.community_id = ${tag.communityId} and o.id <> ${tag.id}
        and lower(o.name) = lower(${tag.name}) and o.deleted_at is null)
    returning id`.execute(ctx.db);
  return rows.length > 0;
}

/** Takes a tag out of use or brings it back; gives its name, undefined when nothing changed or the name is taken meanwhile. */
export async function updateTagDeleted(
  ctx: Ctx,
  tag: { communityId: string; id: string },
  deleted: boolean,
): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    update profiles_tags t set deleted_at = ${deleted ? ctx.now() : null}::timestamptz
    where t.community_id = ${tag.communityId} and t.id = ${tag.id} and (t.deleted_at is null) = ${deleted}
      and (${deleted} or not exists (select from profiles_tags o where o.community_id = t.community_id and o.id <> t.id
        and lower(o.name) = lower(t.name) and o.deleted_at is null))
    returning name`.execute(ctx.db);
  return rows[0]?.name;
}

/** Puts a tag on accounts; a tag that is there already gets the new last day. */
export async function upsertTaggings(
  ctx: Ctx,
  which: { communityId: string; identityIds: readonly string[]; tagId: string },
  given: { by: string; at: Date; expiresOn: string | null },
): Promise<void> {
  await sql`
    insert into profiles_taggings (community_id, identity_id, tag_id, given_at, given_by, expires_on)
    select ${which.communityId}, id, ${which.tagId}, ${given.at}, ${given.by}, ${given.expiresOn}::date
    from unnest(${which.identityIds.toSorted()}::uuid[]) as id
    on conflict (community_id, identity_id, tag_id) do update
      set given_at = excluded.given_at, given_by = excluded.given_by, expires_on = excluded.expires_on, by_rule = false`.execute(
    ctx.db,
  );
}

/** Takes a tag off accounts; gives those that had it, and until when. */
export async function deleteTaggings(
  ctx: Ctx,
  which: { communityId: string; identityIds: readonly string[]; tagId: string },
): Promise<{ identityId: string; expiresOn: string | null }[]> {
  const { rows } = await sql<{ identityId: string; expiresOn: string | null }>`
    delete from profiles_taggings
    where community_id = ${which.communityId} and identity_id = any(${which.identityIds}::uuid[]) and tag_id = ${which.tagId}
    returning identity_id as "identityId", expires_on as "expiresOn"`.execute(ctx.db);
  return rows;
}

/** Takes a tag off those to whom somebody gave it at one moment; gives them. */
export async function deleteTaggingsGiven(
  ctx: Ctx,
  which: { communityId: string; tagId: string; by: string; at: Date },
): Promise<string[]> {
  const { rows } = await sql<{ identityId: string }>`
    delete from profiles_taggings
    where community_id = ${which.communityId} and tag_id = ${which.tagId} and given_by = ${which.by} and given_at = ${which.at}
    returning identity_id as "identityId"`.execute(ctx.db);
  return rows.map(({ identityId }) => identityId);
}

/** The accounts that have a tag on a day. */
export async function selectTaggedOn(
  ctx: Ctx,
  which: { communityId: string; tagId: string; today: string },
): Promise<string[]> {
  const { rows } = await sql<{ identityId: string }>`
    select identity_id as "identityId" from profiles_taggings
    where community_id = ${which.communityId} and tag_id = ${which.tagId}
      and (expires_on is null or expires_on >= ${which.today}::date)`.execute(ctx.db);
  return rows.map(({ identityId }) => identityId);
}

/** The accounts that have or had a tag. */
export async function selectTagged(ctx: Ctx, communityId: string, tagId: string): Promise<string[]> {
  const { rows } = await sql<{ identityId: string }>`
    select identity_id as "identityId" from profiles_taggings
    where community_id = ${communityId} and tag_id = ${tagId}`.execute(ctx.db);
  return rows.map(({ identityId }) => identityId);
}

/** Tags that accounts have on a day, by name. */
export async function selectTaggings(
  ctx: Ctx,
  communityId: string,
  which: { identityIds: readonly string[]; today: string },
): Promise<Tagging[]> {
  const { rows } = await sql<Tagging>`
    select g.tag_id as "tagId", g.identity_id as "identityId", t.name, g.given_at as "givenAt", g.given_by as "givenBy",
      g.expires_on as "expiresOn", g.by_rule as "byRule"
    from profiles_taggings g join profiles_tags t on t.community_id = g.community_id and t.id = g.tag_id
    where g.community_id = ${communityId} and g.identity_id = any(${which.identityIds}::uuid[]) and t.deleted_at is null
      and (g.expires_on is null or g.expires_on >= ${which.today}::date)
    order by lower(t.name), g.given_at desc`.execute(ctx.db);
  return rows;
}

/** The numbers of the tags that accounts have on a day. */
export async function selectTagNumbers(
  ctx: Ctx,
  communityId: string,
  which: { identityIds: readonly string[]; today: string },
): Promise<{ identityId: string; number: number; expiresOn: string | null }[]> {
  const { rows } = await sql<{ identityId: string; number: number; expiresOn: string | null }>`
    select g.identity_id as "identityId", t.number, g.expires_on as "expiresOn"
    from profiles_taggings g join profiles_tags t on t.community_id = g.community_id and t.id = g.tag_id
    where g.community_id = ${communityId} and g.identity_id = any(${which.identityIds}::uuid[]) and t.deleted_at is null
      and (g.expires_on is null or g.expires_on >= ${which.today}::date)`.execute(ctx.db);
  return rows;
}
