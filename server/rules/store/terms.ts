import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

interface ListId {
  communityId: string;
  listId: string;
}

/** Terms of a list after a position that contain some words, in their order. */
export async function selectTermPage(
  ctx: Ctx,
  { communityId, listId }: ListId,
  page: { q: string; after: number; limit: number },
): Promise<{ term: string; position: number }[]> {
  const { rows } = await sql<{ term: string; position: number }>`
    select term, position from rules_terms
    where community_id = ${communityId} and list_id = ${listId} and position > ${page.after}
      and (${page.q} = '' or strpos(lower(term), lower(${page.q})) > 0)
    order by position limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** Adds those terms that the list has not yet, in their order; gives how many these were. */
export async function insertMissingTerms(
  ctx: Ctx,
  { communityId, listId }: ListId,
  terms: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with last as (select coalesce(max(position), 0) as position from rules_terms
      where community_id = ${communityId} and list_id = ${listId}),
    added as (
      insert into rules_terms (community_id, list_id, position, term)
      select ${communityId}::uuid, ${listId}::uuid, (select position from last) + row_number() over (order by given.at), given.term
      from unnest(${terms}::text[]) with ordinality as given(term, at)
      where not exists (select from rules_terms t
        where t.community_id = ${communityId} and t.list_id = ${listId} and t.term = given.term)
      returning 1)
    select count(*)::int as count from added`.execute(ctx.db);
  return rows[0]!.count;
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
