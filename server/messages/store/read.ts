/** Reading messages: pages of the talk in the order of its display, what changed since a number, single ones. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import { prepared } from '../../platform/db/prepared.ts';
import { messageColumns, type MessageRow, type Place } from './row.ts';

/** A point in the order of display. */
export interface Position {
  at: Date;
  id: string;
}

/** The newest messages before a point (or of all), oldest first. */
export async function selectBefore(
  ctx: Ctx,
  place: Place,
  page: { before: Position | null; limit: number },
): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`${prepared}
    select ${messageColumns} from messages m
    where m.community_id = ${place.communityId} and m.group_id = ${place.groupId}
      ${page.before ? sql`and (m.at, m.id) < (${page.before.at}::timestamptz, ${page.before.id}::uuid)` : sql``}
    order by m.at desc, m.id desc limit ${page.limit}`.execute(ctx.db);
  return rows.reverse();
}

/** The oldest messages behind a point, oldest first. */
export async function selectFollowing(
  ctx: Ctx,
  place: Place,
  page: { after: Position; limit: number },
): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    select ${messageColumns} from messages m
    where m.community_id = ${place.communityId} and m.group_id = ${place.groupId}
      and (m.at, m.id) > (${page.after.at}::timestamptz, ${page.after.id}::uuid)
    order by m.at, m.id limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** What is new or changed after a number, in the order of numbers. */
export async function selectChangedAfter(
  ctx: Ctx,
  place: Place,
  page: { after: number; limit: number },
): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    select * from (
      (select ${messageColumns} from messages m
       where m.community_id = ${place.communityId} and m.group_id = ${place.groupId} and m.seq > ${page.after}
         and m.changed_seq = m.seq
       order by m.seq limit ${page.limit})
      union all
      (select ${messageColumns} from messages m
       where m.community_id = ${place.communityId} and m.group_id = ${place.groupId} and m.changed_seq > ${page.after}
         and m.changed_seq > m.seq
       order by m.changed_seq limit ${page.limit})
    ) as changed order by "changedSeq" limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** Messages of one group by id. */
export async function selectByIds(ctx: Ctx, place: Place, ids: readonly string[]): Promise<MessageRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<MessageRow>`${prepared}
    select ${messageColumns} from messages m
    where m.community_id = ${place.communityId} and m.group_id = ${place.groupId} and m.id = any(${ids}::uuid[])`.execute(
    ctx.db,
  );
  return rows;
}

/** Who wrote some messages of one group. */
export async function selectAuthors(ctx: Ctx, place: Place, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ authorId: string }>`${prepared}
    select distinct m.author_id as "authorId" from messages m
    where m.community_id = ${place.communityId} and m.group_id = ${place.groupId} and m.id = any(${ids}::uuid[])`.execute(
    ctx.db,
  );
  return rows.map(({ authorId }) => authorId);
}

/** Pinned messages, last pinned first. */
export async function selectPinned(ctx: Ctx, place: Place): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    select ${messageColumns} from messages m
    where m.community_id = ${place.communityId} and m.group_id = ${place.groupId} and m.pinned_at is not null
    order by m.pinned_at desc, m.id`.execute(ctx.db);
  return rows;
}

/** A page of announcements, newest first. */
export async function selectAnnouncements(
  ctx: Ctx,
  place: Place,
  page: { before: Position | null; limit: number },
): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    select ${messageColumns} from messages m
    where m.community_id = ${place.communityId} and m.group_id = ${place.groupId} and m.kind = 'announcement'
      and m.recalled_at is null
      ${page.before ? sql`and (m.at, m.id) < (${page.before.at}::timestamptz, ${page.before.id}::uuid)` : sql``}
    order by m.at desc, m.id desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** Whether an author's picture stands in another message of theirs, in whatever group of the community. */
export async function selectIsPosted(
  ctx: Ctx,
  which: { communityId: string; authorId: string; pictureId: string; exceptId: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from messages_sequences s
    join messages m on m.community_id = s.community_id and m.group_id = s.group_id and m.author_id = ${which.authorId}
    where s.community_id = ${which.communityId} and m.picture ->> 'id' = ${which.pictureId} and m.id <> ${which.exceptId}
      and m.recalled_at is null limit 1`.execute(ctx.db);
  return rows.length > 0;
}

/** A page over what authors said in a community, by id. Asked group by group, so that the index on authors serves it. */
export async function selectByAuthors(
  ctx: Ctx,
  which: { communityId: string; authorIds: readonly string[] },
  page: { after: string | null; limit: number },
): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    select said.* from messages_sequences s
    cross join lateral (
      select ${messageColumns} from messages m
      where m.community_id = s.community_id and m.group_id = s.group_id and m.author_id = any(${which.authorIds}::uuid[])
        and (${page.after}::uuid is null or m.id > ${page.after}::uuid)
      order by m.id limit ${page.limit}
    ) said
    where s.community_id = ${which.communityId}
    order by said.id limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** The groups of a community in which something was said. */
export async function selectTalkingGroups(ctx: Ctx, communityId: string): Promise<string[]> {
  const { rows } = await sql<{ groupId: string }>`
    select group_id as "groupId" from messages_sequences where community_id = ${communityId} order by group_id`.execute(
    ctx.db,
  );
  return rows.map((row) => row.groupId);
}

/** A page over all messages of one group by id, for export. */
export async function selectAllById(
  ctx: Ctx,
  place: Place,
  page: { after: string | null; limit: number },
): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    select ${messageColumns} from messages m
    where m.community_id = ${place.communityId} and m.group_id = ${place.groupId}
      and (${page.after}::uuid is null or m.id > ${page.after}::uuid)
    order by m.id limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** How many messages were said in each group on each day (UTC) since a moment. */
export async function selectDayCounts(
  ctx: Ctx,
  communityId: string,
  since: Date,
): Promise<{ groupId: string; day: string; count: number }[]> {
  const { rows } = await sql<{ groupId: string; day: string; count: number }>`
    select m.group_id as "groupId", to_char(m.at at time zone 'UTC', 'YYYY-MM-DD') as day, count(*)::int as count
    from messages_sequences s join messages m on m.community_id = s.community_id and m.group_id = s.group_id
    where s.community_id = ${communityId} and m.at >= ${since}::timestamptz
    group by 1, 2`.execute(ctx.db);
  return rows;
}

/** Those of some messages that somebody else than their author has reacted to. */
export async function selectReacted(
  ctx: Ctx,
  { communityId, groupId }: Place,
  ids: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct r.message_id as id from messages_reactions r
    join messages m on m.community_id = r.community_id and m.group_id = r.group_id and m.id = r.message_id
    where r.community_id = ${communityId} and r.group_id = ${groupId} and r.message_id = any(${ids}::uuid[])
      and r.identity_id <> m.author_id`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
