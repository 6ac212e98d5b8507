/** What may be found of people, and of whom it is no longer right. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** What may be found of one person. */
export interface FoundFace {
  personId: string;
  identityIds: string[];
  findable: boolean;
  groups: string[];
  lines: number;
  city: string | null;
  industry: string | null;
  tokens: number[];
  teamTokens: number[];
}

/** Marks identities whose person has changed. */
export async function insertStale(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<void> {
  await sql`
    insert into introductions_stale (community_id, identity_id)
    select ${communityId}, id from unnest(${identityIds.toSorted()}::uuid[]) as id on conflict do nothing`.execute(
    ctx.db,
  );
}

/** Takes marks off, those that another transaction holds left out. */
export async function takeStale(ctx: Ctx, communityId: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ identityId: string }>`
    delete from introductions_stale where ctid = any(array(
      select ctid from introductions_stale where community_id = ${communityId} limit ${limit} for update skip locked))
    returning identity_id as "identityId"`.execute(ctx.db);
  return rows.map(({ identityId }) => identityId);
}

/** Communities with marks. */
export async function selectStaleCommunities(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ communityId: string }>`
    with recursive found as (
      (select community_id from introductions_stale order by community_id limit 1)
      union all
      select (select s.community_id from introductions_stale s where s.community_id > found.community_id order by 1 limit 1)
      from found where found.community_id is not null)
    select community_id as "communityId" from found where community_id is not null`.execute(ctx.db);
  return rows.map(({ communityId }) => communityId);
}

/** Replaces the rows of everybody behind some identities: old ones go, also of persons that are no more. */
export async function replaceFaces(
  ctx: Ctx,
  communityId: string,
  which: { identityIds: readonly string[]; personIds: readonly string[]; faces: readonly FoundFace[] },
): Promise<void> {
  // As a sub-select, whose values the planner cannot see: of some hundred it would guess that they are half of all, and read the whole table.
  await sql`
    delete from introductions_faces where community_id = ${communityId}
      and (person_id = any(${which.personIds}::uuid[]) or identity_ids && (select ${which.identityIds}::uuid[]))`.execute(
    ctx.db,
  );
  if (which.faces.length === 0) return;
  await sql`
    insert into introductions_faces (community_id, person_id, identity_ids, findable, groups, lines, city, industry, tokens,
      team_tokens)
    select ${communityId}, "personId", "identityIds", findable, groups, lines, city, industry, tokens, "teamTokens"
    from jsonb_to_recordset(${JSON.stringify(which.faces)}::jsonb) as row("personId" uuid, "identityIds" uuid[],
      findable boolean, groups uuid[], lines int, city text, industry text, tokens int[], "teamTokens" int[])
    on conflict (community_id, person_id) do nothing`.execute(ctx.db);
}

/** Lays the prompt for the card aside. */
export async function insertAside(ctx: Ctx, who: { communityId: string; identityId: string }): Promise<void> {
  await sql`
    insert into introductions_asides (community_id, identity_id, at)
    values (${who.communityId}, ${who.identityId}, ${ctx.now()}) on conflict do nothing`.execute(ctx.db);
}

/** Whether one of some identities has laid the prompt aside. */
export async function hasAside(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    select from introductions_asides
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) limit 1`.execute(ctx.db);
  return rows.length > 0;
}
