import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** A payment for a level, confirmed by the team. */
export interface Payment {
  id: string;
  ladderId: string;
  identityId: string;
  level: number;
  fromOn: string;
  untilOn: string;
  amount: number;
  currency: string;
  entryId: string | null;
  note: string;
  confirmedAt: Date;
  confirmedBy: string;
  revokedAt: Date | null;
}

const columns = sql`id, ladder_id as "ladderId", identity_id as "identityId", level, from_on::text as "fromOn",
  until_on::text as "untilOn", amount::float8 as amount, currency, entry_id as "entryId", note, confirmed_at as "confirmedAt",
  confirmed_by as "confirmedBy", revoked_at as "revokedAt"`;

/** Keeps a payment. */
export async function insertPayment(ctx: Ctx, communityId: string, payment: Payment): Promise<void> {
  const one = payment;
  await sql`
    insert into levels_payments (community_id, id, ladder_id, identity_id, level, from_on, until_on, amount, currency, entry_id, note,
      confirmed_at, confirmed_by)
    values (${communityId}, ${one.id}, ${one.ladderId}, ${one.identityId}, ${one.level}, ${one.fromOn}, ${one.untilOn}, ${one.amount},
      ${one.currency}, ${one.entryId}, ${one.note}, ${one.confirmedAt}, ${one.confirmedBy})`.execute(ctx.db);
}

/** One payment. */
export async function selectPayment(ctx: Ctx, communityId: string, id: string): Promise<Payment | undefined> {
  const { rows } = await sql<Payment>`
    select ${columns} from levels_payments where community_id = ${communityId} and id = ${id}`.execute(ctx.db);
  return rows[0];
}

/** The payments of some accounts, latest first. */
export async function selectPayments(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<Payment[]> {
  const { rows } = await sql<Payment>`
    select ${columns} from levels_payments where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])
    order by id desc limit 100`.execute(ctx.db);
  return rows;
}

/** Payments that hold on a day or later. */
export async function selectRunning(
  ctx: Ctx,
  { communityId, ladderId }: { communityId: string; ladderId: string },
  identityIds: readonly string[],
  today: string,
): Promise<Payment[]> {
  const { rows } = await sql<Payment>`
    select ${columns} from levels_payments
    where community_id = ${communityId} and ladder_id = ${ladderId} and identity_id = any(${identityIds}::uuid[])
      and revoked_at is null and until_on >= ${today}::date order by until_on`.execute(ctx.db);
  return rows;
}

/** Takes a payment back; undefined when it is not theirs or was taken back already. */
export async function revokePayment(
  ctx: Ctx,
  communityId: string,
  { id, identityIds }: { id: string; identityIds: readonly string[] },
): Promise<Payment | undefined> {
  const { rows } = await sql<Payment>`
    update levels_payments set revoked_at = ${ctx.now()}
    where community_id = ${communityId} and id = ${id} and identity_id = any(${identityIds}::uuid[]) and revoked_at is null
    returning ${columns}`.execute(ctx.db);
  return rows[0];
}

/** Payments that end before a day and of which nobody was reminded; held until the transaction ends. */
export async function takeEnding(
  ctx: Ctx,
  communityId: string,
  { from, until, limit }: { from: string; until: string; limit: number },
): Promise<Payment[]> {
  const { rows } = await sql<Payment>`
    select ${columns} from levels_payments p
    where community_id = ${communityId} and revoked_at is null and reminded_at is null
      and until_on between ${from}::date and ${until}::date
      and not exists (select from levels_payments o where o.community_id = p.community_id and o.ladder_id = p.ladder_id
        and o.identity_id = p.identity_id and o.revoked_at is null and o.until_on > p.until_on)
    order by id limit ${limit} for update skip locked`.execute(ctx.db);
  return rows;
}

/** Communities in which a payment ends. */
export async function selectEndingCommunities(ctx: Ctx, until: string): Promise<string[]> {
  const { rows } = await sql<{ communityId: string }>`
    select distinct community_id as "communityId" from levels_payments
    where revoked_at is null and reminded_at is null and until_on <= ${until}::date and until_on >= ${until}::date - 30`.execute(
    ctx.db,
  );
  return rows.map(({ communityId }) => communityId);
}

/** Notes that people were reminded. */
export async function updateReminded(ctx: Ctx, communityId: string, ids: readonly string[]): Promise<void> {
  await sql`
    update levels_payments set reminded_at = ${ctx.now()}
    where community_id = ${communityId} and id = any(${ids}::uuid[])`.execute(ctx.db);
}
