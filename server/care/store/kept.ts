/** All SQL on `care_kept`. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** Those of some identities whom the team always keeps, with its note. */
export async function selectKept(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ identityId: string; note: string }>`
    select identity_id as "identityId", note from care_kept
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(ctx.db);
  return new Map(rows.map(({ identityId, note }) => [identityId, note]));
}

/** Somebody whom later rounds leave alone. */
export interface Kept {
  identityId: string;
  note: string;
  at: Date;
}

/** Kept ones after a place in the list, the latest first. */
export async function selectKeptPage(
  ctx: Ctx,
  communityId: string,
  page: { before: { at: string; identityId: string } | null; limit: number },
): Promise<Kept[]> {
  const { before, limit } = page;
  const next = before ? sql`and (at, identity_id) < (${before.at}::timestamptz, ${before.identityId}::uuid)` : sql``;
  const { rows } = await sql<Kept>`
    select identity_id as "identityId", note, at from care_kept where community_id = ${communityId} ${next}
    order by at desc, identity_id desc limit ${limit}`.execute(ctx.db);
  return rows;
}

/** Keeps somebody for ever, or changes the note. */
export async function upsertKept(
  ctx: Ctx,
  kept: { communityId: string; identityId: string; note: string; by: string },
): Promise<void> {
  await sql`
    insert into care_kept (community_id, identity_id, note, at, by)
    values (${kept.communityId}, ${kept.identityId}, ${kept.note}, ${ctx.now()}, ${kept.by})
    on conflict (community_id, identity_id) do update set note = excluded.note, at = excluded.at, by = excluded.by`.execute(
    ctx.db,
  );
}

/** Lets somebody be asked again; false when they were not kept. */
export async function deleteKept(
  ctx: Ctx,
  { communityId, identityId }: { communityId: string; identityId: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from care_kept where community_id = ${communityId} and identity_id = ${identityId}`.execute(ctx.db);
  return Number(numAffectedRows ?? 0) > 0;
}
