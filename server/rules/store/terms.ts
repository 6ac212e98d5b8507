import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

interface ListId {
  communityId: string;
  listId: string;
}

/** A term as the team keeps it. */
export interface TermLine {
  /** What is looked for; `/…/` is a pattern. */
  term: string;
  /** Why it is there, for the team. */
  comment: string;
  /** The last day (`YYYY-MM-DD`) on which it is looked for; null = without end. */
  expires: string | null;
}

const line = sql`t.term, t.comment, to_char(t.expires, 'YYYY-MM-DD') as expires`;

/** Terms of a list after a position that contain some words (also in their comment), in their order; `before` = expired before that day. */
export async function selectTermPage(
  ctx: Ctx,
  { communityId, listId }: ListId,
  page: { q: string; before: string | null; after: number; limit: number },
): Promise<(TermLine & { position: number })[]> {
  const { rows } = await sql<TermLine & { position: number }>`
    select ${line}, t.position from rules_terms t
    where t.community_id = ${communityId} and t.list_id = ${listId} and t.position > ${page.after}
      and (${page.q} = '' or strpos(lower(t.term), lower(${page.q})) > 0 or strpos(lower(t.comment), lower(${page.q})) > 0)
      and (${page.before}::date is null or t.expires < ${page.before}::date)
    order by t.position limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** Those of the given terms that stand in a list. */
export async function selectKnownTerms(
  ctx: Ctx,
  { communityId, listId }: ListId,
  terms: readonly string[],
): Promise<TermLine[]> {
  const { rows } = await sql<TermLine>`
    select ${line} from rules_terms t
    where t.community_id = ${communityId} and t.list_id = ${listId} and t.term = any(${terms}::text[])`.execute(ctx.db);
  return rows;
}

/** A place in the terms of several lists. */
export interface TermPlace {
  listId: string;
  position: number;
}

/** Terms of lists that are not over by a day, behind a place, in the order of list and position. */
export async function selectLiveTerms(
  ctx: Ctx,
  communityId: string,
  page: { listIds: readonly string[]; day: string; after: TermPlace | null; limit: number },
): Promise<(TermPlace & Pick<TermLine, 'term' | 'expires'>)[]> {
  const { after } = page;
  const { rows } = await sql<TermPlace & Pick<TermLine, 'term' | 'expires'>>`
    select t.list_id as "listId", t.position, t.term, to_char(t.expires, 'YYYY-MM-DD') as expires from rules_terms t
    where t.community_id = ${communityId} and t.list_id = any(${page.listIds}::uuid[])
      and (t.expires is null or t.expires >= ${page.day}::date)
      ${after ? sql`and (t.list_id, t.position) > (${after.listId}::uuid, ${after.position}::int)` : sql``}
    order by t.list_id, t.position limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** All patterns of a community. */
export async function selectPatterns(ctx: Ctx, communityId: string): Promise<string[]> {
  const { rows } = await sql<{ term: string }>`
    select term from rules_terms where community_id = ${communityId} and term like '/_%/'`.execute(ctx.db);
  return rows.map(({ term }) => term);
}

/** How many terms of each list were over before a day. */
export async function countExpired(ctx: Ctx, communityId: string, day: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ listId: string; count: number }>`
    select list_id as "listId", count(*)::int as count from rules_terms
    where community_id = ${communityId} and expires < ${day}::date group by list_id`.execute(ctx.db);
  return new Map(rows.map(({ listId, count }) => [listId, count]));
}

/** Adds those terms that the list has not yet, in their order; gives how many these were. */
export async function insertMissingTerms(
  ctx: Ctx,
  { communityId, listId }: ListId,
  lines: readonly TermLine[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with last as (select coalesce(max(position), 0) as position from rules_terms
      where community_id = ${communityId} and list_id = ${listId}),
    added as (
      insert into rules_terms (community_id, list_id, position, term, comment, expires)
      select ${communityId}::uuid, ${listId}::uuid, (select position from last) + row_number() over (order by given.at),
        given.term, given.comment, given.expires
      from unnest(${lines.map(({ term }) => term)}::text[], ${lines.map(({ comment }) => comment)}::text[],
        ${lines.map(({ expires }) => expires)}::date[]) with ordinality as given(term, comment, expires, at)
      where not exists (select from rules_terms t
        where t.community_id = ${communityId} and t.list_id = ${listId} and t.term = given.term)
      returning 1)
    select count(*)::int as count from added`.execute(ctx.db);
  return rows[0]!.count;
}

/** Writes comments and last days of terms that stand in a list; gives how many these are. */
export async function updateTerms(
  ctx: Ctx,
  { communityId, listId }: ListId,
  lines: readonly TermLine[],
): Promise<number> {
  const { rows } = await sql`
    update rules_terms t set comment = given.comment, expires = given.expires
    from unnest(${lines.map(({ term }) => term)}::text[], ${lines.map(({ comment }) => comment)}::text[],
      ${lines.map(({ expires }) => expires)}::date[]) as given(term, comment, expires)
    where t.community_id = ${communityId} and t.list_id = ${listId} and t.term = given.term returning 1`.execute(
    ctx.db,
  );
  return rows.length;
}

/** Takes terms off a list; gives how many stood there. */
export async function deleteTerms(
  ctx: Ctx,
  { communityId, listId }: ListId,
  terms: readonly string[],
): Promise<number> {
  const { rows } = await sql`
    delete from rules_terms
    where community_id = ${communityId} and list_id = ${listId} and term = any(${terms}::text[]) returning 1`.execute(
    ctx.db,
  );
  return rows.length;
}
