import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** Whose awards are asked for: all that a community has since a day, or those of some accounts. */
interface Since {
  from: string;
  /** Null = everybody. */
  identityIds: readonly string[] | null;
}

/** What an account has earned since a day. */
export interface EarnerRow {
  identityId: string;
  points: number;
  times: number;
  lastAt: Date;
  hidden: boolean;
}

/** Who has earned since a day, the most first; `limit` null = all of them. */
export async function selectEarners(
  ctx: Ctx,
  communityId: string,
  { from, identityIds, after, limit }: Since & { after: { points: number; id: string } | null; limit: number | null },
): Promise<EarnerRow[]> {
  const { rows } = await sql<EarnerRow>`
    select a.identity_id as "identityId", sum(a.amount)::int as points, count(*)::int as times, max(a.at) as "lastAt",
      exists (select from points_hidden h where h.community_id = ${communityId} and h.identity_id = a.identity_id) as hidden
    from points_awards a
    where a.community_id = ${communityId} and a.day >= ${from}::date and a.entry_id is not null and a.amount > 0
      ${identityIds === null ? sql`` : sql`and a.identity_id = any(${identityIds}::uuid[])`}
    group by a.identity_id
    ${after === null ? sql`` : sql`having (sum(a.amount), a.identity_id) < (${after.points}::bigint, ${after.id}::uuid)`}
    order by 2 desc, 1 desc ${limit === null ? sql`` : sql`limit ${limit}`}`.execute(ctx.db);
  return rows;
}

/** What accounts have earned since a day by each rule. */
export async function selectEarnedByKind(
  ctx: Ctx,
  communityId: string,
  { from, identityIds }: { from: string; identityIds: readonly string[] },
): Promise<{ identityId: string; kind: string; points: number }[]> {
  const { rows } = await sql<{ identityId: string; kind: string; points: number }>`
    select identity_id as "identityId", kind, sum(amount)::int as points from points_awards
    where community_id = ${communityId} and day >= ${from}::date and identity_id = any(${identityIds}::uuid[])
      and entry_id is not null and amount > 0
    group by 1, 2 order by 3 desc, 2`.execute(ctx.db);
  return rows;
}

/** By which rule entries were earned; an entry that no rule has paid is absent. */
export async function selectKindsOfEntries(
  ctx: Ctx,
  communityId: string,
  entryIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ entryId: string; kind: string }>`
    select entry_id as "entryId", kind from points_awards
    where community_id = ${communityId} and entry_id = any(${entryIds}::uuid[])`.execute(ctx.db);
  return new Map(rows.map(({ entryId, kind }) => [entryId, kind]));
}

/** What a counter of a day stands at. */
export async function selectDay(
  ctx: Ctx,
  communityId: string,
  { identityId, day, kind }: { identityId: string; day: string; kind: string },
): Promise<number> {
  const { rows } = await sql<{ points: number }>`
    select points from points_days
    where community_id = ${communityId} and identity_id = ${identityId} and day = ${day}::date and kind = ${kind}`.execute(
    ctx.db,
  );
  return rows[0]?.points ?? 0;
}
