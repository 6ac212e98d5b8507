import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import { prepared } from '../../platform/db/prepared.ts';
import type { Mode } from '../settings.ts';

/** What a list does with what it finds. */
export type ListEffect = 'hold' | 'stop' | 'watch';

/** A list of terms without its terms. */
export interface TermList {
  id: string;
  name: string;
  effect: ListEffect;
  mode: Mode;
  /** Key of the rule that it guards. */
  rule: string | null;
  terms: number;
  /** Grows with every change of the terms. */
  version: number;
  createdAt: Date;
  changedAt: Date;
}

/** What is written of a list. */
export interface ListChange {
  name: string;
  effect: ListEffect;
  mode: Mode;
  rule: string | null;
}

/** The numbers of a community's rules and of what it has taught. */
export interface Revision {
  revision: number;
  learned: number;
  /** Of waves of joins. */
  waves: number;
}

/** All three; asked for on the road of every post. */
export async function selectRevision(ctx: Ctx, communityId: string): Promise<Revision> {
  const { rows } = await sql<Revision>`${prepared}
    select coalesce((select revision from rules_revisions where community_id = ${communityId}), 0) as revision,
      coalesce((select waves from rules_revisions where community_id = ${communityId}), 0) as waves,
      coalesce((select version from rules_learners where community_id = ${communityId}), 0) as learned`.execute(ctx.db);
  return rows[0]!;
}

/** Counts a change of the rules; until the end of the transaction others who change them wait. */
export async function increaseRevision(ctx: Ctx, communityId: string): Promise<void> {
  await sql`
    insert into rules_revisions as r (community_id, revision) values (${communityId}, 1)
    on conflict (community_id) do update set revision = r.revision + 1`.execute(ctx.db);
}

/** All lists of a community, oldest first. */
export async function selectLists(ctx: Ctx, communityId: string): Promise<TermList[]> {
  const { rows } = await sql<TermList>`
    select l.id, l.name, l.effect, l.mode, l.rule, l.version::int as version, l.created_at as "createdAt", l.changed_at as "changedAt",
      (select count(*)::int from rules_terms t where t.community_id = l.community_id and t.list_id = l.id) as terms
    from rules_lists l where l.community_id = ${communityId} order by l.created_at, l.id`.execute(ctx.db);
  return rows;
}

/** The terms of a list, in their order. */
export async function selectTerms(ctx: Ctx, communityId: string, listId: string): Promise<string[]> {
  const { rows } = await sql<{ term: string }>`
    select term from rules_terms where community_id = ${communityId} and list_id = ${listId}
    order by position`.execute(ctx.db);
  return rows.map(({ term }) => term);
}

/** Adds a list. */
export async function insertList(
  ctx: Ctx,
  list: ListChange & { communityId: string; id: string; terms: readonly string[] },
): Promise<void> {
  await sql`
    insert into rules_lists (community_id, id, name, effect, mode, rule, created_at, changed_at)
    values (${list.communityId}, ${list.id}, ${list.name}, ${list.effect}, ${list.mode}, ${list.rule}, ${ctx.now()},
            ${ctx.now()})`.execute(ctx.db);
  await insertTerms(ctx, list);
}

/** Writes a list anew; false when there is none. */
export async function replaceList(
  ctx: Ctx,
  list: ListChange & { communityId: string; id: string; terms?: readonly string[] | undefined },
): Promise<boolean> {
  const { rows } = await sql`
    update rules_lists set name = ${list.name}, effect = ${list.effect}, mode = ${list.mode}, rule = ${list.rule},
      changed_at = ${ctx.now()}, version = version + ${list.terms ? 1 : 0}::int
    where community_id = ${list.communityId} and id = ${list.id} returning id`.execute(ctx.db);
  if (rows.length === 0) return false;
  const { terms } = list;
  if (!terms) return true;
  await sql`delete from rules_terms where community_id = ${list.communityId} and list_id = ${list.id}`.execute(ctx.db);
  await insertTerms(ctx, { ...list, terms });
  return true;
}

/** Notes that the terms of a list are others than before. */
export async function touchList(ctx: Ctx, communityId: string, id: string): Promise<void> {
  await sql`
    update rules_lists set changed_at = ${ctx.now()}, version = version + 1 where community_id = ${communityId} and id = ${id}`.execute(
    ctx.db,
  );
}

/** Deletes a list; false when there is none. */
export async function deleteList(ctx: Ctx, communityId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from rules_lists where community_id = ${communityId} and id = ${id} returning id`.execute(ctx.db);
  return rows.length > 0;
}

async function insertTerms(
  ctx: Ctx,
  list: { communityId: string; id: string; terms: readonly string[] },
): Promise<void> {
  await sql`
    insert into rules_terms (community_id, list_id, position, term)
    select ${list.communityId}::uuid, ${list.id}::uuid, position, term
    from unnest(${list.terms}::text[]) with ordinality as given(term, position)`.execute(ctx.db);
}
