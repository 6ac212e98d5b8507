/** What search asks of the database: candidates by tokens; whether they really match is decided by the caller. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Position } from './read.ts';
import { messageColumns, type MessageRow, type Place } from './row.ts';

/** Which rows are looked at. */
export interface SearchScope {
  communityId: string;
  /** Null = every group of the community. */
  groupIds: readonly string[] | null;
  /** Exclusive upper end in the order of display. */
  before: Position;
  /** Inclusive lower end. */
  from: Date;
}

/** A row that has the tokens. */
export interface Candidate extends Position {
  groupId: string;
}

/** The weeks before or in `newest` in which the groups have messages, newest first. */
export async function selectWeeks(
  ctx: Ctx,
  scope: Pick<SearchScope, 'communityId' | 'groupIds'>,
  range: { oldest: number; newest: number },
): Promise<number[]> {
  const { rows } = await sql<{ week: number }>`
    select distinct week from messages_weeks
    where community_id = ${scope.communityId} ${inGroups(scope.groupIds)} and week between ${range.oldest} and ${range.newest}
    order by week desc`.execute(ctx.db);
  return rows.map((row) => row.week);
}

/**
 * The newest rows that have, for each of the term's alternatives (one token for each week), one of them. A row belongs to
 * one week, so this is "all terms, in one of the weeks".
 */
export async function selectByTokens(
  ctx: Ctx,
  scope: SearchScope,
  which: { terms: readonly (readonly string[])[]; limit: number },
): Promise<Candidate[]> {
  const terms = which.terms.map((tokens) => `{${tokens.join(',')}}`);
  const { rows } = await sql<Candidate>`
    select at, message_id as id, group_id as "groupId"
    from messages_find(${scope.communityId}, ${terms}::text[], ${scope.groupIds}::uuid[], ${scope.from},
      ${scope.before.at}, ${scope.before.id}, ${which.limit})
    order by at desc, message_id desc`.execute(ctx.db);
  return rows;
}

/** The newest `look` rows whatever they say, with whether they have the tokens: for terms that nearly every message has. */
export async function selectByTime(
  ctx: Ctx,
  scope: SearchScope,
  which: { terms: readonly (readonly string[])[]; look: number },
): Promise<{ found: Candidate[]; last: Position | null; exhausted: boolean }> {
  const matching = which.terms.map((tokens) => sql`tokens && ${`{${tokens.join(',')}}`}::bigint[]`);
  const { rows } = await sql<Candidate & { matches: boolean; looked: number }>`
    with looked as materialized (
      select at, message_id, group_id, ${sql.join(matching, sql` and `)} as matches from messages_search
      where community_id = ${scope.communityId} and at >= ${scope.from}
        and (at, message_id) < (${scope.before.at}::timestamptz, ${scope.before.id}::uuid)
      order by at desc, message_id desc limit ${which.look}
    )
    select at, message_id as id, group_id as "groupId", matches ${inGroups(scope.groupIds)} as matches,
      (select count(*) from looked) as looked
    from looked
    where matches or (at, message_id) = (select at, message_id from looked order by at, message_id limit 1)
    order by at desc, message_id desc`.execute(ctx.db);
  return {
    found: rows.filter((row) => row.matches),
    last: rows.at(-1) ?? null,
    exhausted: (rows[0]?.looked ?? 0) < which.look,
  };
}

/** Full rows of candidates, in no order. */
export async function selectCandidates(
  ctx: Ctx,
  communityId: string,
  candidates: readonly Candidate[],
): Promise<MessageRow[]> {
  if (candidates.length === 0) return [];
  // One probe of one partition for each candidate; joined plainly, the planner would try every partition with every id.
  const { rows } = await sql<MessageRow>`
    select found.* from unnest(
      ${candidates.map((candidate) => candidate.groupId)}::uuid[], ${candidates.map((candidate) => candidate.id)}::uuid[]
    ) as wanted(group_id, id)
    cross join lateral (
      select ${messageColumns} from messages m
      where m.community_id = ${communityId} and m.group_id = wanted.group_id and m.id = wanted.id and m.recalled_at is null
      offset 0
    ) as found`.execute(ctx.db);
  return rows;
}

/** Takes a message out of search. */
export async function deleteTokens(ctx: Ctx, communityId: string, position: Position): Promise<void> {
  await sql`
    delete from messages_search
    where community_id = ${communityId} and at = ${position.at} and message_id = ${position.id}`.execute(ctx.db);
}

/** Puts an edited message into search again, under its new tokens. */
export async function upsertTokens(
  ctx: Ctx,
  place: Place,
  entry: Position & { tokens: readonly string[] },
): Promise<void> {
  await sql`
    insert into messages_search (community_id, at, message_id, group_id, tokens)
    values (${place.communityId}, ${entry.at}, ${entry.id}, ${place.groupId}, ${`{${entry.tokens.join(',')}}`}::bigint[])
    on conflict (community_id, at, message_id) do update set tokens = excluded.tokens`.execute(ctx.db);
}

function inGroups(groupIds: readonly string[] | null) {
  return groupIds === null ? sql`` : sql`and group_id = any(${groupIds}::uuid[])`;
}
