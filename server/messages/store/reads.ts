/** Read marks: how far each member has read in a group. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Place } from './row.ts';

/** One member's mark. */
export interface ReadMark {
  identityId: string;
  seq: number;
}

/** Moves marks forward, never back and never beyond what was said; gives those that moved. */
export async function upsertReads(ctx: Ctx, place: Place, marks: readonly ReadMark[]): Promise<ReadMark[]> {
  const { rows } = await sql<ReadMark>`
    insert into messages_reads as r (community_id, group_id, identity_id, seq, at)
    select ${place.communityId}::uuid, ${place.groupId}::uuid, given."identityId", least(max(given.seq), s.last), ${ctx.now()}
    from json_to_recordset(${JSON.stringify(marks)}::json) as given("identityId" uuid, seq bigint)
    join messages_sequences s on s.community_id = ${place.communityId} and s.group_id = ${place.groupId}
    group by given."identityId", s.last order by given."identityId"
    on conflict (community_id, group_id, identity_id) do update set seq = excluded.seq, at = excluded.at
      where r.seq < excluded.seq
    returning identity_id as "identityId", seq`.execute(ctx.db);
  return rows;
}

/** The mark of one member; 0 when nothing was read. */
export async function selectRead(ctx: Ctx, place: Place, identityId: string): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    select seq from messages_reads
    where community_id = ${place.communityId} and group_id = ${place.groupId} and identity_id = ${identityId}`.execute(
    ctx.db,
  );
  return rows[0]?.seq ?? 0;
}

/** The marks of some members. */
export async function selectReads(
  ctx: Ctx,
  place: Place,
  identityIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ identityId: string; seq: number }>`
    select identity_id as "identityId", seq from messages_reads
    where community_id = ${place.communityId} and group_id = ${place.groupId}
      and identity_id = any(${identityIds}::uuid[])`.execute(ctx.db);
  return new Map(rows.map(({ identityId, seq }) => [identityId, seq]));
}

/** When some members last read something new. */
export async function selectReadTimes(
  ctx: Ctx,
  place: Place,
  identityIds: readonly string[],
): Promise<Map<string, Date>> {
  const { rows } = await sql<{ identityId: string; at: Date }>`
    select identity_id as "identityId", at from messages_reads
    where community_id = ${place.communityId} and group_id = ${place.groupId}
      and identity_id = any(${identityIds}::uuid[])`.execute(ctx.db);
  return new Map(rows.map(({ identityId, at }) => [identityId, at]));
}

/** How many members have read up to each of the given numbers; the author does not count. */
export async function countReaders(
  ctx: Ctx,
  place: Place,
  messages: readonly { id: string; seq: number; authorId: string }[],
): Promise<Map<string, number>> {
  if (messages.length === 0) return new Map();
  const { rows } = await sql<{ id: string; count: number }>`
    select given.id, (
      select count(*) from messages_reads r
      where r.community_id = ${place.communityId} and r.group_id = ${place.groupId} and r.seq >= given.seq
        and r.identity_id <> given."authorId") as count
    from json_to_recordset(${JSON.stringify(messages)}::json) as given(id uuid, seq bigint, "authorId" uuid)`.execute(
    ctx.db,
  );
  return new Map(rows.map((row) => [row.id, row.count]));
}

/** Those who have read up to a number, first readers first. */
export async function selectReaders(
  ctx: Ctx,
  place: Place,
  message: { seq: number; limit: number },
): Promise<ReadMark[]> {
  const { rows } = await sql<ReadMark>`
    select identity_id as "identityId", seq from messages_reads
    where community_id = ${place.communityId} and group_id = ${place.groupId} and seq >= ${message.seq}
    order by at limit ${message.limit}`.execute(ctx.db);
  return rows;
}

/** How many messages of others each identity has not read, counted up to 100. */
export async function selectUnread(
  ctx: Ctx,
  communityId: string,
  stays: readonly { groupId: string; identityId: string }[],
): Promise<{ groupId: string; identityId: string; unread: number; mentioned: boolean }[]> {
  if (stays.length === 0) return [];
  const { rows } = await sql<{ groupId: string; identityId: string; unread: number; mentioned: boolean }>`
    select given."groupId", given."identityId",
      (select count(*) from (
        select from messages m
        where m.community_id = ${communityId} and m.group_id = given."groupId" and m.seq > coalesce(r.seq, 0)
          and m.author_id <> given."identityId" and m.recalled_at is null limit 100) as unread) as unread,
      exists (
        select from messages_mentions s
        where s.community_id = ${communityId} and s.identity_id = given."identityId" and s.group_id = given."groupId"
          and s.seq > coalesce(r.seq, 0)) as mentioned
    from json_to_recordset(${JSON.stringify(stays)}::json) as given("groupId" uuid, "identityId" uuid)
    left join messages_reads r
      on r.community_id = ${communityId} and r.group_id = given."groupId" and r.identity_id = given."identityId"`.execute(
    ctx.db,
  );
  return rows;
}
