import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** Someone who may not come (back) to a group, or to the whole community when `groupId` is null. */
export interface Ban {
  id: string;
  communityId: string;
  groupId: string | null;
  identityId: string;
  reason: string;
  bannedAt: Date;
  bannedBy: string;
  liftedAt: Date | null;
  liftedBy: string | null;
}

const columns = sql`b.id, b.community_id as "communityId", b.group_id as "groupId", b.identity_id as "identityId", b.reason,
  b.banned_at as "bannedAt", b.banned_by as "bannedBy", b.lifted_at as "liftedAt", b.lifted_by as "liftedBy"`;

/** Keeps a ban with the identity's present devices and proven addresses; false when the same ban is already in force. */
export async function insertBan(
  ctx: Ctx,
  ban: Pick<Ban, 'id' | 'communityId' | 'groupId' | 'identityId' | 'reason' | 'bannedBy'>,
): Promise<boolean> {
  const { rows } = await sql`
    insert into people_bans (community_id, id, group_id, identity_id, reason, banned_at, banned_by)
    values (${ban.communityId}, ${ban.id}, ${ban.groupId}, ${ban.identityId}, ${ban.reason}, ${ctx.now()}, ${ban.bannedBy})
    on conflict do nothing returning id`.execute(ctx.db);
  if (rows.length === 0) return false;
  await sql`
    insert into people_ban_devices (community_id, ban_id, device_id)
    select community_id, ${ban.id}, device_id from people_devices
    where community_id = ${ban.communityId} and identity_id = ${ban.identityId}`.execute(ctx.db);
  await sql`
    insert into people_ban_emails (community_id, ban_id, email_hash)
    select community_id, ${ban.id}, email_hash from people_emails
    where community_id = ${ban.communityId} and identity_id = ${ban.identityId}`.execute(ctx.db);
  return true;
}

/** Adds a device that a banned identity starts to use to the bans in force. */
export async function extendBans(
  ctx: Ctx,
  device: { communityId: string; identityId: string; deviceId: string },
): Promise<void> {
  await sql`
    insert into people_ban_devices (community_id, ban_id, device_id)
    select community_id, id, ${device.deviceId} from people_bans
    where community_id = ${device.communityId} and identity_id = ${device.identityId} and lifted_at is null
    on conflict do nothing`.execute(ctx.db);
}

/** A ban in force that keeps this identity, this device or this address out of the group; an identity's addresses count too. */
export async function selectBanInForce(
  ctx: Ctx,
  place: { communityId: string; groupId: string },
  who: { identityId: string | null; deviceId: string | null; emailHash?: string },
): Promise<Ban | undefined> {
  const { rows } = await sql<Ban>`
    select ${columns} from people_bans b
    where b.community_id = ${place.communityId} and b.lifted_at is null
      and (b.group_id is null or b.group_id = ${place.groupId})
      and (b.identity_id = ${who.identityId}::uuid or b.id in (
        select ban_id from people_ban_devices
        where community_id = ${place.communityId} and device_id = ${who.deviceId}::uuid) or b.id in (
        select ban_id from people_ban_emails
        where community_id = ${place.communityId} and (email_hash = ${who.emailHash ?? null}::text or email_hash in (
          select email_hash from people_emails
          where community_id = ${place.communityId} and identity_id = ${who.identityId}::uuid))))
    limit 1`.execute(ctx.db);
  return rows[0];
}

/** Lifts bans in force of one scope and forgets the addresses that they knew; gives their ids. */
export async function liftBans(
  ctx: Ctx,
  which: { communityId: string; identityId: string; groupId: string | null },
  by: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update people_bans set lifted_at = ${ctx.now()}, lifted_by = ${by}
    where community_id = ${which.communityId} and identity_id = ${which.identityId} and lifted_at is null
      and group_id is not distinct from ${which.groupId}::uuid returning id`.execute(ctx.db);
  await sql`
    delete from people_ban_emails
    where community_id = ${which.communityId} and ban_id = any(${rows.map((row) => row.id)}::uuid[])`.execute(ctx.db);
  return rows.map((row) => row.id);
}

/** One ban. */
export async function selectBan(ctx: Ctx, communityId: string, banId: string): Promise<Ban | undefined> {
  const { rows } = await sql<Ban>`
    select ${columns} from people_bans b where b.community_id = ${communityId} and b.id = ${banId}`.execute(ctx.db);
  return rows[0];
}

/** A page of bans, newest first, with the banned person's name. */
export async function selectBans(
  ctx: Ctx,
  filter: { communityId: string; inForce: boolean },
  page: { before: string | null; limit: number },
): Promise<(Ban & { name: string; personId: string | null })[]> {
  const { rows } = await sql<Ban & { name: string; personId: string | null }>`
    select ${columns}, i.name, i.person_id as "personId"
    from people_bans b join people_identities i on i.community_id = b.community_id and i.id = b.identity_id
    where b.community_id = ${filter.communityId} and (b.lifted_at is null) = ${filter.inForce}
      and (${page.before}::uuid is null or b.id < ${page.before}::uuid)
    order by b.id desc limit ${page.limit + 1}`.execute(ctx.db);
  return rows;
}
