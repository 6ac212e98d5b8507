/** All SQL on keys, subscriptions, wishes and quiet hours. */
import { sql } from 'kysely';
import type { Ctx } from '../platform/context.ts';
import { prepared } from '../platform/db/prepared.ts';
import type { QuietHours } from '../platform/quiet.ts';

/** What a member wants to hear of a group. */
export const levels = ['all', 'calls', 'none'] as const;

/** One of the levels. */
export type Level = (typeof levels)[number];

/** A browser that takes pushes; `sealed` opens to its target. */
export interface StoredSubscription {
  deviceId: string;
  sealed: string;
  locale: string;
  failures: number;
}

/** The key pair, if there is one. */
export async function selectKeys(ctx: Ctx): Promise<{ publicKey: string; sealed: string } | undefined> {
  const { rows } = await sql<{ publicKey: string; sealed: string }>`
    select public_key as "publicKey", private_key as sealed from notices_keys`.execute(ctx.db);
  return rows[0];
}

/** Keeps a key pair unless there is one. */
export async function insertKeys(ctx: Ctx, keys: { publicKey: string; sealed: string }): Promise<void> {
  await sql`
    insert into notices_keys (public_key, private_key) values (${keys.publicKey}, ${keys.sealed}) on conflict do nothing`.execute(
    ctx.db,
  );
}

/** Keeps a device's subscription; the same browser under an older device loses its old one. */
export async function upsertSubscription(
  ctx: Ctx,
  subscription: { deviceId: string; endpointHash: string; sealed: string; locale: string },
): Promise<void> {
  const { deviceId, endpointHash, sealed, locale } = subscription;
  await sql`
    delete from notices_subscriptions where endpoint_hash = ${endpointHash} and device_id <> ${deviceId}`.execute(
    ctx.db,
  );
  await sql`
    insert into notices_subscriptions (device_id, endpoint_hash, sealed, locale, used_at)
    values (${deviceId}, ${endpointHash}, ${sealed}, ${locale}, ${ctx.now()})
    on conflict (device_id) do update set endpoint_hash = excluded.endpoint_hash, sealed = excluded.sealed,
      locale = excluded.locale, used_at = excluded.used_at, failures = 0`.execute(ctx.db);
}

/** Subscriptions of devices. */
export async function selectSubscriptions(ctx: Ctx, deviceIds: readonly string[]): Promise<StoredSubscription[]> {
  if (deviceIds.length === 0) return [];
  const { rows } = await sql<StoredSubscription>`
    select device_id as "deviceId", sealed, locale, failures from notices_subscriptions
    where device_id = any(${deviceIds}::uuid[])`.execute(ctx.db);
  return rows;
}

/** Deletes subscriptions. */
export async function deleteSubscriptions(ctx: Ctx, deviceIds: readonly string[]): Promise<void> {
  if (deviceIds.length === 0) return;
  await sql`delete from notices_subscriptions where device_id = any(${deviceIds}::uuid[])`.execute(ctx.db);
}

/** Notes which pushes were taken and which not. */
export async function noteOutcomes(
  ctx: Ctx,
  outcomes: { taken: readonly string[]; failed: readonly string[] },
): Promise<void> {
  await sql`
    update notices_subscriptions
    set failures = case when device_id = any(${outcomes.taken}::uuid[]) then 0 else failures + 1 end,
        used_at = case when device_id = any(${outcomes.taken}::uuid[]) then ${ctx.now()}::timestamptz else used_at end
    where device_id = any(${[...outcomes.taken, ...outcomes.failed]}::uuid[])`.execute(ctx.db);
}

/** Deletes subscriptions that no push has reached for long. */
export async function deleteUnused(ctx: Ctx, since: Date): Promise<void> {
  await sql`delete from notices_subscriptions where used_at < ${since}`.execute(ctx.db);
}

/** The levels that members have chosen in a group; with `level`, only those who chose it. */
export async function selectLevels(
  ctx: Ctx,
  place: { communityId: string; groupId: string },
  which: { identityIds: readonly string[] } | { level: Level },
): Promise<Map<string, Level>> {
  const filter = 'level' in which ? sql`level = ${which.level}` : sql`identity_id = any(${which.identityIds}::uuid[])`;
  const { rows } = await sql<{ identityId: string; level: Level }>`${prepared}
    select identity_id as "identityId", level from notices_wishes
    where community_id = ${place.communityId} and group_id = ${place.groupId} and ${filter}`.execute(ctx.db);
  return new Map(rows.map(({ identityId, level }) => [identityId, level]));
}

/** All wishes of some identities. */
export async function selectWishesOf(
  ctx: Ctx,
  who: { communityId: string; identityIds: readonly string[] },
): Promise<{ groupId: string; identityId: string; level: Level }[]> {
  const { rows } = await sql<{ groupId: string; identityId: string; level: Level }>`
    select group_id as "groupId", identity_id as "identityId", level from notices_wishes
    where community_id = ${who.communityId} and identity_id = any(${who.identityIds}::uuid[])
    order by group_id, identity_id`.execute(ctx.db);
  return rows;
}

/** Sets a wish. */
export async function upsertWish(
  ctx: Ctx,
  wish: { communityId: string; groupId: string; identityId: string; level: Level },
): Promise<void> {
  await sql`
    insert into notices_wishes (community_id, group_id, identity_id, level)
    values (${wish.communityId}, ${wish.groupId}, ${wish.identityId}, ${wish.level})
    on conflict (community_id, group_id, identity_id) do update set level = excluded.level`.execute(ctx.db);
}

/** Quiet hours that members have chosen. */
export async function selectQuiet(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<Map<string, QuietHours>> {
  const { rows } = await sql<QuietHours & { identityId: string }>`
    select identity_id as "identityId", from_minute as "from", to_minute as "to" from notices_quiet
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(ctx.db);
  return new Map(rows.map(({ identityId, from, to }) => [identityId, { from, to }]));
}

/** Sets quiet hours. */
export async function upsertQuiet(
  ctx: Ctx,
  quiet: QuietHours & { communityId: string; identityId: string },
): Promise<void> {
  await sql`
    insert into notices_quiet (community_id, identity_id, from_minute, to_minute)
    values (${quiet.communityId}, ${quiet.identityId}, ${quiet.from}, ${quiet.to})
    on conflict (community_id, identity_id) do update
      set from_minute = excluded.from_minute, to_minute = excluded.to_minute`.execute(ctx.db);
}

/** Forgets what people wanted; gives how many rows went. */
export async function deleteWishesOf(
  ctx: Ctx,
  who: { communityId: string; identityIds: readonly string[] },
): Promise<number> {
  const { rows: wishes } = await sql`
    delete from notices_wishes
    where community_id = ${who.communityId} and identity_id = any(${who.identityIds}::uuid[]) returning 1`.execute(
    ctx.db,
  );
  const { rows: quiet } = await sql`
    delete from notices_quiet
    where community_id = ${who.communityId} and identity_id = any(${who.identityIds}::uuid[]) returning 1`.execute(
    ctx.db,
  );
  return wishes.length + quiet.length;
}
