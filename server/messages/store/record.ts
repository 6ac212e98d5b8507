/**
 * Writing new messages: lock the group's sequence, find what is already there, insert the rest. The number of statements
 * does not depend on the number of messages.
 */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import { sqlState } from '../../platform/db/database.ts';
import { prepared } from '../../platform/db/prepared.ts';
import { messageColumns, type MessageRow, type Place } from './row.ts';

/**
 * Locks the group's sequence until the end of the transaction and gives its last number. Every writer of the group does
 * this first, so numbers become visible without gaps and duplicates cannot slip in beside each other.
 */
export async function lockSequence(ctx: Ctx, place: Place): Promise<number> {
  for (;;) {
    const { rows } = await sql<{ last: number }>`
      select last from messages_sequences
      where community_id = ${place.communityId} and group_id = ${place.groupId} for update`.execute(ctx.db);
    if (rows[0]) return rows[0].last;
    await sql`insert into messages_sequences (community_id, group_id, last)
              values (${place.communityId}, ${place.groupId}, 0) on conflict do nothing`.execute(ctx.db);
  }
}

/** Takes the next number (or several; gives the last) for changes of messages; the sequence must be locked. */
export async function takeNumber(ctx: Ctx, place: Place, count = 1): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    update messages_sequences set last = last + ${count}::bigint
    where community_id = ${place.communityId} and group_id = ${place.groupId} returning last`.execute(ctx.db);
  return rows[0]!.last;
}

/** The last number that was given in the group; 0 when nothing was said yet. */
export async function selectLast(ctx: Ctx, place: Place): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select last from messages_sequences
    where community_id = ${place.communityId} and group_id = ${place.groupId}`.execute(ctx.db);
  return rows[0]?.last ?? 0;
}

/** Keys under which a message may already be known. */
export interface EarlierKeys {
  clients: { authorId: string; clientId: string }[];
  externalIds: string[];
}

/** Messages that are already there under one of the keys. */
export async function selectEarlier(ctx: Ctx, place: Place, keys: EarlierKeys): Promise<MessageRow[]> {
  if (keys.clients.length === 0 && keys.externalIds.length === 0) return [];
  const { rows } = await sql<MessageRow>`${prepared}
    select ${messageColumns} from messages m
    join unnest(${keys.clients.map((key) => key.authorId)}::uuid[], ${keys.clients.map((key) => key.clientId)}::text[])
      as given(author_id, client_id) on m.author_id = given.author_id and m.client_id = given.client_id
    where m.community_id = ${place.communityId} and m.group_id = ${place.groupId}
    union all
    select ${messageColumns} from messages m
    where m.community_id = ${place.communityId} and m.group_id = ${place.groupId}
      and m.external_id = any(${keys.externalIds}::text[])`.execute(ctx.db);
  return rows;
}

/** A row to insert together with what search needs of it. */
export interface FreshRow extends MessageRow {
  /** Decimal texts of 64-bit tokens. */
  tokens: readonly string[];
  /** The week under which search looks for it. */
  week: number;
}

/**
 * Numbers and inserts messages with their search rows, weeks and mentions, in one statement that locks the group's sequence. Gives the
 * number before the first of them: `now`, or `last` after the commit, along with which it is sent. When one is already there or the group
 * has no sequence yet it fails (`isAlreadyThere`), and the transaction with it.
 */
export async function insertMessages(
  ctx: Ctx,
  place: Place,
  { rows, when }: { rows: readonly FreshRow[]; when: 'now' | 'last' },
): Promise<() => number> {
  const given = JSON.stringify(
    rows.map(({ tokens, ...row }, at) => ({
      ...row,
      position: at + 1,
      tokens: `{${tokens.join(',')}}`,
      mentions: row.mentions ?? undefined,
    })),
  );
  const statement = sql<{ before: number }>`${prepared}
    with given as (
      select * from json_to_recordset(${given}::json) as row(
        id uuid, position int, at timestamptz, origin text, kind text, "authorId" uuid, "operatorId" text,
        "clientId" text, "externalId" text, text text, picture jsonb, "replyTo" uuid, mentions jsonb, tokens text, week int)
    ), weeks as (
      insert into messages_weeks (community_id, group_id, week)
      select distinct ${place.communityId}::uuid, ${place.groupId}::uuid, week from given on conflict do nothing
    ), numbered as (
      update messages_sequences set last = last + ${rows.length}::bigint
      where community_id = ${place.communityId} and group_id = ${place.groupId}
      returning last - ${rows.length}::bigint as before
    ), findable as (
      insert into messages_search (community_id, at, message_id, group_id, tokens)
      select ${place.communityId}::uuid, at, id, ${place.groupId}::uuid, tokens::bigint[] from given
    ), spoken_to as (
      insert into messages_mentions (community_id, identity_id, group_id, message_id, seq)
      select distinct ${place.communityId}::uuid, (mention ->> 'identityId')::uuid, ${place.groupId}::uuid, id, before + position
      from numbered, given, jsonb_array_elements(mentions) as mention
      where mentions is not null and mention ->> 'identityId' <> 'all'
    ), inserted as (
      insert into messages (community_id, group_id, id, seq, changed_seq, at, received_at, origin, kind, author_id,
        operator_id, client_id, external_id, text, picture, reply_to, mentions)
      select ${place.communityId}::uuid, ${place.groupId}::uuid, id, before + position, before + position, at, ${ctx.now()}::timestamptz,
        origin, kind, "authorId", "operatorId", "clientId", "externalId", text, picture, "replyTo", mentions
      from numbered, given order by position
      on conflict do nothing returning seq
    )
    -- Dividing by zero is how one statement refuses when a row is missing.
    select (select before from numbered) as before, 1 / ((select count(*) from inserted) = ${rows.length}::bigint)::int`;
  if (when === 'last') {
    const written = await ctx.writeLast(statement);
    return () => written()[0]!.before;
  }
  const { rows: written } = await statement.execute(ctx.db);
  return () => written[0]!.before;
}

/** Whether inserting failed because a message is already there, or because the group has no sequence yet. */
export function isAlreadyThere(error: unknown): boolean {
  return sqlState(error) === '22012';
}

/** When each author last said something in the group after `since`, for slow mode; what a wrong clock dated ahead does not count. */
export async function selectLastSpoken(
  ctx: Ctx,
  place: Place,
  which: { authorIds: readonly string[]; since: Date },
): Promise<Map<string, Date>> {
  const { rows } = await sql<{ authorId: string; at: Date }>`
    select author_id as "authorId", max(at) as at from messages
    where community_id = ${place.communityId} and group_id = ${place.groupId} and at > ${which.since} and at <= ${ctx.now()}
      and author_id = any(${which.authorIds}::uuid[])
    group by author_id`.execute(ctx.db);
  return new Map(rows.map((row) => [row.authorId, row.at]));
}

/** Messages that were sent through a human and not yet seen on their platform: same text, at most a day apart. */
export async function selectAwaitingEcho(
  ctx: Ctx,
  place: Place,
  items: readonly { text: string; at: Date }[],
): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    select distinct on (m.id) ${messageColumns}
    from json_to_recordset(${JSON.stringify(items)}::json) as given(text text, at timestamptz)
    join messages m on m.community_id = ${place.communityId} and m.group_id = ${place.groupId}
      and m.at between given.at - interval '24 hours' and given.at + interval '24 hours' and m.text = given.text
    join messages_deliveries d on d.community_id = m.community_id and d.group_id = m.group_id and d.message_id = m.id
    where m.external_id is null and m.recalled_at is null and m.text <> ''
    order by m.id`.execute(ctx.db);
  return rows;
}

/** Ties a sent message to the platform's id of it. */
export async function attachExternalId(
  ctx: Ctx,
  place: Place,
  message: { id: string; externalId: string },
): Promise<void> {
  await sql`
    with seen as (
      update messages_deliveries set state = 'delivered', at = ${ctx.now()}
      where community_id = ${place.communityId} and group_id = ${place.groupId} and message_id = ${message.id}
    )
    update messages set external_id = ${message.externalId}
    where community_id = ${place.communityId} and group_id = ${place.groupId} and id = ${message.id}`.execute(ctx.db);
}
