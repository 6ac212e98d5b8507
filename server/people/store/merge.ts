import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** Card and privacy switches as stored. */
export interface Belongings {
  card: Record<string, unknown>;
  privacy: Record<string, unknown>;
}

/** Two persons who were made one. */
export interface Merge {
  id: string;
  keptId: string;
  goneId: string;
  identityIds: string[];
  keptBefore: Belongings;
  goneBefore: Belongings;
  merged: Belongings;
  goneSince: Date;
  mergedAt: Date;
  mergedBy: string;
  undoneAt: Date | null;
}

const columns = sql`id, kept_id as "keptId", gone_id as "goneId", identity_ids as "identityIds", kept_before as "keptBefore",
  gone_before as "goneBefore", merged, gone_since as "goneSince", merged_at as "mergedAt", merged_by as "mergedBy",
  undone_at as "undoneAt"`;

/** Persons by id, locked in the order of their ids until the transaction ends. */
export async function lockPersons(
  ctx: Ctx,
  communityId: string,
  ids: readonly string[],
): Promise<(Belongings & { id: string; createdAt: Date })[]> {
  const { rows } = await sql<Belongings & { id: string; createdAt: Date }>`
    select id, card, privacy, created_at as "createdAt" from people_persons
    where community_id = ${communityId} and id = any(${ids}::uuid[]) order by id for update`.execute(ctx.db);
  return rows;
}

/** Gives the accounts of one person to another; gives their ids. */
export async function moveIdentities(
  ctx: Ctx,
  communityId: string,
  { from, to, only }: { from: string; to: string; only?: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update people_identities set person_id = ${to}
    where community_id = ${communityId} and person_id = ${from} ${only ? sql`and id = any(${[...only]}::uuid[])` : sql``}
    returning id`.execute(ctx.db);
  return rows.map(({ id }) => id).toSorted();
}

/** Keeps what was merged. */
export async function insertMerge(
  ctx: Ctx,
  communityId: string,
  merge: Omit<Merge, 'mergedAt' | 'undoneAt'>,
): Promise<void> {
  await sql`
    insert into people_merges (community_id, id, kept_id, gone_id, identity_ids, kept_before, gone_before, merged, gone_since,
      merged_at, merged_by)
    values (${communityId}, ${merge.id}, ${merge.keptId}, ${merge.goneId}, ${merge.identityIds}::uuid[],
      ${JSON.stringify(merge.keptBefore)}::jsonb, ${JSON.stringify(merge.goneBefore)}::jsonb,
      ${JSON.stringify(merge.merged)}::jsonb, ${merge.goneSince}, ${ctx.now()}, ${merge.mergedBy})`.execute(ctx.db);
}

/** One merge, locked until the transaction ends. */
export async function lockMerge(ctx: Ctx, communityId: string, id: string): Promise<Merge | undefined> {
  const { rows } = await sql<Merge>`
    select ${columns} from people_merges where community_id = ${communityId} and id = ${id} for update`.execute(ctx.db);
  return rows[0];
}

/** What was merged into a person, latest first. */
export async function selectMerges(ctx: Ctx, communityId: string, personId: string): Promise<Merge[]> {
  const { rows } = await sql<Merge>`
    select ${columns} from people_merges where community_id = ${communityId} and kept_id = ${personId}
    order by id desc limit 50`.execute(ctx.db);
  return rows;
}

/** Notes that a merge was taken apart. */
export async function updateUnmerged(ctx: Ctx, which: { communityId: string; id: string; by: string }): Promise<void> {
  await sql`
    update people_merges set undone_at = ${ctx.now()}, undone_by = ${which.by}
    where community_id = ${which.communityId} and id = ${which.id}`.execute(ctx.db);
}

/** Brings a person back under the old id. */
export async function restorePerson(
  ctx: Ctx,
  communityId: string,
  person: Belongings & { id: string; createdAt: Date },
): Promise<void> {
  await sql`
    insert into people_persons (community_id, id, card, privacy, created_at)
    values (${communityId}, ${person.id}, ${JSON.stringify(person.card)}::jsonb, ${JSON.stringify(person.privacy)}::jsonb,
      ${person.createdAt})`.execute(ctx.db);
}

/** Forgets what was merged of a person, and whom they look like. */
export async function deleteMergesOf(
  ctx: Ctx,
  communityId: string,
  { personId, identityIds }: { personId: string; identityIds: readonly string[] },
): Promise<void> {
  await sql`
    delete from people_merges where community_id = ${communityId}
      and (kept_id = ${personId} or gone_id = ${personId} or identity_ids && ${identityIds}::uuid[])`.execute(ctx.db);
  await sql`
    delete from people_likenesses where community_id = ${communityId} and (one_id = ${personId} or other_id = ${personId})`.execute(
    ctx.db,
  );
  await sql`
    delete from people_uncompared where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(
    ctx.db,
  );
}
