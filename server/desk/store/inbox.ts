/** All SQL on `desk_groups`, `desk_reads` and `desk_mentions`. */
import { sql } from 'kysely';
import { prepared } from '../../platform/db/prepared.ts';
import type { Ctx } from '../../platform/context.ts';

/** A group's place in the keys of this module. */
export interface Place {
  communityId: string;
  groupId: string;
}

/** The newest message of a group, as the inbox shows it. */
export interface LastWords {
  messageId: string;
  at: Date;
  authorId: string;
  kind: string;
  excerpt: string;
}

/** Counts what was heard and keeps the newest words; gives the count after it. */
export async function hearGroup(
  ctx: Ctx,
  place: Place,
  { heard, last }: { heard: number; last: LastWords },
): Promise<number> {
  const { rows } = await sql<{ heard: number }>`${prepared}
    insert into desk_groups as g (community_id, group_id, heard, last_message_id, last_at, last_author_id, last_kind, last_excerpt)
    values (${place.communityId}, ${place.groupId}, ${heard}, ${last.messageId}, ${last.at}, ${last.authorId}, ${last.kind}, ${last.excerpt})
    on conflict (community_id, group_id) do update set
      heard = g.heard + excluded.heard,
      last_message_id = case when g.last_at is null or g.last_at <= excluded.last_at then excluded.last_message_id else g.last_message_id end,
      last_author_id = case when g.last_at is null or g.last_at <= excluded.last_at then excluded.last_author_id else g.last_author_id end,
      last_kind = case when g.last_at is null or g.last_at <= excluded.last_at then excluded.last_kind else g.last_kind end,
      last_excerpt = case when g.last_at is null or g.last_at <= excluded.last_at then excluded.last_excerpt else g.last_excerpt end,
      last_at = greatest(g.last_at, excluded.last_at)
    returning heard`.execute(ctx.db);
  return rows[0]!.heard;
}

/** Shows other words for a message, if it is the newest one of its group. */
export async function rewordLast(
  ctx: Ctx,
  place: Place,
  words: { messageId: string; kind: string; excerpt: string },
): Promise<void> {
  await sql`
    update desk_groups set last_kind = ${words.kind}, last_excerpt = ${words.excerpt}
    where community_id = ${place.communityId} and group_id = ${place.groupId} and last_message_id = ${words.messageId}`.execute(
    ctx.db,
  );
}

/** Notes messages that speak to the team. */
export async function insertMentions(
  ctx: Ctx,
  place: Place,
  mentions: readonly { messageId: string; authorId: string; heard: number; at: Date }[],
): Promise<void> {
  if (mentions.length === 0) return;
  await sql`
    insert into desk_mentions (community_id, group_id, message_id, author_id, heard, at)
    select ${place.communityId}::uuid, ${place.groupId}::uuid, "messageId", "authorId", heard, at
    from json_to_recordset(${JSON.stringify(mentions)}::json)
      as row("messageId" uuid, "authorId" uuid, heard bigint, at timestamptz)
    on conflict do nothing`.execute(ctx.db);
}

/** Forgets that a message spoke to the team. */
export async function deleteMention(ctx: Ctx, place: Place, messageId: string): Promise<void> {
  await sql`
    delete from desk_mentions where community_id = ${place.communityId} and group_id = ${place.groupId}
      and message_id = ${messageId}`.execute(ctx.db);
}

/** Where a group's talk stands for one operator. */
export interface InboxRow {
  groupId: string;
  last: LastWords | null;
  unread: number;
  mentions: number;
}

/** Where the talk of each group stands for one operator (null = nobody: everything is unread). */
export async function selectInbox(ctx: Ctx, communityId: string, userId: string | null): Promise<InboxRow[]> {
  const { rows } = await sql<{
    groupId: string;
    messageId: string | null;
    at: Date | null;
    authorId: string | null;
    kind: string | null;
    excerpt: string;
    unread: number;
    mentions: number;
  }>`
    select g.group_id as "groupId", g.last_message_id as "messageId", g.last_at as at, g.last_author_id as "authorId",
      g.last_kind as kind, g.last_excerpt as excerpt, greatest(0, g.heard - coalesce(r.heard, 0)) as unread,
      (select count(*) from desk_mentions m
       where m.community_id = g.community_id and m.group_id = g.group_id and m.heard > coalesce(r.heard, 0)) as mentions
    from desk_groups g
    left join desk_reads r on r.community_id = g.community_id and r.user_id = ${userId}::uuid and r.group_id = g.group_id
    where g.community_id = ${communityId}`.execute(ctx.db);
  return rows.map(({ groupId, messageId, at, authorId, kind, excerpt, unread, mentions }) => ({
    groupId,
    last: messageId && at && authorId && kind ? { messageId, at, authorId, kind, excerpt } : null,
    unread,
    mentions,
  }));
}

/** Moves an operator's mark to what has been heard by now; never back. */
export async function upsertRead(ctx: Ctx, place: Place, userId: string): Promise<void> {
  await sql`
    insert into desk_reads as r (community_id, user_id, group_id, heard, at)
    select community_id, ${userId}::uuid, group_id, heard, ${ctx.now()}::timestamptz from desk_groups
    where community_id = ${place.communityId} and group_id = ${place.groupId}
    on conflict (community_id, user_id, group_id) do update set heard = greatest(r.heard, excluded.heard), at = excluded.at
  `.execute(ctx.db);
}

/** Forgets how far somebody has read who is no longer in the team. */
export async function deleteReads(ctx: Ctx, communityId: string, userId: string): Promise<void> {
  await sql`delete from desk_reads where community_id = ${communityId} and user_id = ${userId}`.execute(ctx.db);
}

/** Forgets old mentions; gives how many. */
export async function deleteOldMentions(ctx: Ctx, before: Date): Promise<number> {
  const { rows } = await sql`delete from desk_mentions where at < ${before} returning message_id`.execute(ctx.db);
  return rows.length;
}

/** Takes the words of identities out of the inbox; gives the number of rows. */
export async function eraseWords(
  ctx: Ctx,
  who: { communityId: string; identityIds: readonly string[]; tombstoneId: string },
): Promise<number> {
  const spoken = await sql`
    delete from desk_mentions where community_id = ${who.communityId} and author_id = any(${who.identityIds}::uuid[])
    returning message_id`.execute(ctx.db);
  const shown = await sql`
    update desk_groups set last_excerpt = '', last_author_id = ${who.tombstoneId}
    where community_id = ${who.communityId} and last_author_id = any(${who.identityIds}::uuid[])
    returning group_id`.execute(ctx.db);
  return spoken.rows.length + shown.rows.length;
}
