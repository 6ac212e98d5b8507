import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** A request to be forgotten: its receipt and where the work stands. */
export interface Erasure {
  id: string;
  communityId: string;
  identityIds: string[];
  tombstoneId: string;
  requestedBy: 'member' | 'operator';
  requestedAt: Date;
  /** Rows by contributor. */
  counts: Record<string, number>;
  finished: string[];
  doneAt: Date | null;
}

const columns = sql`id, community_id as "communityId", identity_ids as "identityIds", tombstone_id as "tombstoneId",
  requested_by as "requestedBy", requested_at as "requestedAt", counts, finished, done_at as "doneAt"`;

/** Keeps the receipt. */
export async function insertErasure(
  ctx: Ctx,
  erasure: Pick<Erasure, 'id' | 'communityId' | 'identityIds' | 'tombstoneId' | 'requestedBy'> & {
    receiptHash: string;
  },
): Promise<void> {
  await sql`
    insert into people_erasures
      (community_id, id, receipt_hash, identity_ids, tombstone_id, requested_by, requested_at)
    values (${erasure.communityId}, ${erasure.id}, ${erasure.receiptHash}, ${erasure.identityIds}::uuid[],
            ${erasure.tombstoneId}, ${erasure.requestedBy}, ${ctx.now()})`.execute(ctx.db);
}

/** The erasure, locked until the end of the transaction, so that chunks run one after another. */
export async function lockErasure(ctx: Ctx, communityId: string, erasureId: string): Promise<Erasure | undefined> {
  const { rows } = await sql<Erasure>`
    select ${columns} from people_erasures where community_id = ${communityId} and id = ${erasureId} for update`.execute(
    ctx.db,
  );
  return rows[0];
}

/** The erasure of a receipt. */
export async function selectErasureByReceipt(ctx: Ctx, receiptHash: string): Promise<Erasure | undefined> {
  const { rows } =
    await sql<Erasure>`select ${columns} from people_erasures where receipt_hash = ${receiptHash}`.execute(ctx.db);
  return rows[0];
}

/** Adds rows to a contributor's count and marks it as finished when it is. */
export async function advanceErasure(
  ctx: Ctx,
  erasure: Pick<Erasure, 'communityId' | 'id'>,
  step: { name: string; rows: number; done: boolean },
): Promise<void> {
  await sql`
    update people_erasures
    set counts = counts || jsonb_build_object(${step.name}::text, coalesce((counts ->> ${step.name}::text)::int, 0) + ${step.rows}::int),
        finished = case when ${step.done}::boolean then array_append(finished, ${step.name}::text) else finished end
    where community_id = ${erasure.communityId} and id = ${erasure.id}`.execute(ctx.db);
}

/** Completes the receipt. The erased identities' ids are forgotten with it. */
export async function finishErasure(ctx: Ctx, erasure: Pick<Erasure, 'communityId' | 'id'>): Promise<void> {
  await sql`
    update people_erasures set done_at = ${ctx.now()}, identity_ids = '{}'
    where community_id = ${erasure.communityId} and id = ${erasure.id}`.execute(ctx.db);
}

/** Makes identities nameless at once, before the rest follows; nothing leads back to the account. */
export async function blankIdentities(
  ctx: Ctx,
  which: { communityId: string; ids: readonly string[] },
  name: string,
): Promise<void> {
  await sql`
    update people_identities
    set name = ${name}, name_key = '', picture_id = null, person_id = null, kind = 'tombstone', carrier = 'tombstone',
        external_id = gen_random_uuid()::text
    where community_id = ${which.communityId} and id = any(${which.ids}::uuid[])`.execute(ctx.db);
}

/** Moves this module's rows of some identities to the tombstone, or deletes them; gives the number of rows. */
export async function repointRows(
  ctx: Ctx,
  erasure: Pick<Erasure, 'communityId' | 'identityIds' | 'tombstoneId'>,
): Promise<number> {
  const { communityId, identityIds, tombstoneId } = erasure;
  const mine = sql`community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`;
  const inviter = sql`community_id = ${communityId} and inviter_id = any(${identityIds}::uuid[])`;
  let rows = 0;
  for (const statement of [
    sql`update people_memberships set identity_id = ${tombstoneId} where ${mine}`,
    sql`update people_memberships set inviter_id = ${tombstoneId} where ${inviter}`,
    sql`update people_applications set inviter_id = ${tombstoneId} where ${inviter}`,
    sql`delete from people_applications where ${mine}`,
    sql`delete from people_acknowledgements where ${mine}`,
    sql`delete from people_moves where ${mine}`,
    sql`delete from people_invites where ${mine}`,
    sql`delete from people_emails where ${mine}`,
    sql`delete from people_seen where ${mine}`,
    sql`delete from people_uncompared where ${mine}`,
    sql`update people_bans set identity_id = ${tombstoneId}, reason = '' where ${mine}`,
  ]) {
    rows += Number((await statement.execute(ctx.db)).numAffectedRows ?? 0n);
  }
  return rows;
}

/** Moves up to `limit` day rows to the tombstone; gives the number moved. */
export async function repointDays(
  ctx: Ctx,
  erasure: Pick<Erasure, 'communityId' | 'identityIds' | 'tombstoneId'>,
  limit: number,
): Promise<number> {
  const { rows } = await sql<{ moved: number }>`
    with taken as (
      delete from people_days d
      using (
        select community_id, group_id, identity_id, day from people_days
        where community_id = ${erasure.communityId} and identity_id = any(${erasure.identityIds}::uuid[])
        limit ${limit}
      ) pick
      where d.community_id = pick.community_id and d.group_id = pick.group_id and d.identity_id = pick.identity_id
        and d.day = pick.day
      returning d.*
    ), moved as (
      insert into people_days as d (community_id, group_id, identity_id, day, messages, pictures, replies, reactions)
      select community_id, group_id, ${erasure.tombstoneId}, day, sum(messages), sum(pictures), sum(replies), sum(reactions)
      from taken group by community_id, group_id, day
      on conflict (community_id, group_id, identity_id, day) do update
        set messages = d.messages + excluded.messages, pictures = d.pictures + excluded.pictures,
            replies = d.replies + excluded.replies, reactions = d.reactions + excluded.reactions
      returning 1
    )
    select count(*)::int as moved from taken`.execute(ctx.db);
  return rows[0]!.moved;
}

/** Deletes the identities themselves, the last step. */
export async function deleteIdentities(ctx: Ctx, communityId: string, ids: readonly string[]): Promise<number> {
  const result =
    await sql`delete from people_identities where community_id = ${communityId} and id = any(${ids}::uuid[])`.execute(
      ctx.db,
    );
  return Number(result.numAffectedRows ?? 0n);
}
