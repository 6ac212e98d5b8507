import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** A member's browser and the identity that it carries in one community. */
export interface Binding {
  communityId: string;
  deviceId: string;
  identityId: string;
  label: string;
  boundHow: 'join' | 'move' | 'restore';
  boundAt: Date;
}

const columns = sql`community_id as "communityId", device_id as "deviceId", identity_id as "identityId", label,
  bound_how as "boundHow", bound_at as "boundAt"`;

/** Waits until no other transaction works with this device; the lock ends with the transaction. */
export async function lockDevice(ctx: Ctx, deviceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`people.device:${deviceId}`}, 0))`.execute(ctx.db);
}

/** What the device carries in one community. */
export async function selectBinding(ctx: Ctx, communityId: string, deviceId: string): Promise<Binding | undefined> {
  const { rows } = await sql<Binding>`
    select ${columns} from people_devices where community_id = ${communityId} and device_id = ${deviceId}`.execute(
    ctx.db,
  );
  return rows[0];
}

/** What the device carries, in all communities. */
export async function selectBindings(ctx: Ctx, deviceId: string): Promise<Binding[]> {
  const { rows } = await sql<Binding>`
    select ${columns} from people_devices where device_id = ${deviceId} order by bound_at, community_id`.execute(
    ctx.db,
  );
  return rows;
}

/** The devices that carry some identities, oldest first. */
export async function selectDevicesOf(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<Binding[]> {
  const { rows } = await sql<Binding>`
    select ${columns} from people_devices
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) order by bound_at, device_id`.execute(
    ctx.db,
  );
  return rows;
}

/** Binds a device, replacing what it carried in this community. */
export async function upsertBinding(ctx: Ctx, binding: Binding): Promise<void> {
  await sql`
    insert into people_devices (community_id, device_id, identity_id, label, bound_how, bound_at)
    values (${binding.communityId}, ${binding.deviceId}, ${binding.identityId}, ${binding.label}, ${binding.boundHow},
            ${binding.boundAt})
    on conflict (community_id, device_id) do update
      set identity_id = excluded.identity_id, label = excluded.label, bound_how = excluded.bound_how,
          bound_at = excluded.bound_at`.execute(ctx.db);
}

/** Which bindings end: of these identities, on one device (null = on all), but not on `exceptId`. */
export interface Release {
  communityId: string;
  identityIds: readonly string[];
  deviceId: string | null;
  exceptId?: string;
}

/** Takes identities off devices; gives the devices. */
export async function deleteBindings(ctx: Ctx, which: Release): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from people_devices
    where community_id = ${which.communityId} and identity_id = any(${which.identityIds}::uuid[])
      and (${which.deviceId}::uuid is null or device_id = ${which.deviceId}::uuid)
      and device_id is distinct from ${which.exceptId ?? null}::uuid
    returning device_id as id`.execute(ctx.db);
  return rows.map((row) => row.id);
}

/** Those of the devices that carry nothing any more and are not needed to recognise someone banned. */
export async function selectIdleDevices(ctx: Ctx, deviceIds: readonly string[]): Promise<string[]> {
  if (deviceIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select given.id from unnest(${deviceIds}::uuid[]) as given (id)
    where not exists (select from people_devices d where d.device_id = given.id)
      and not exists (
        select from people_ban_devices bd join people_bans b on b.community_id = bd.community_id and b.id = bd.ban_id
        where bd.device_id = given.id and b.lifted_at is null)`.execute(ctx.db);
  return rows.map((row) => row.id);
}

/** A one-time link that brings an identity to another browser. */
export interface Move {
  id: string;
  communityId: string;
  identityId: string;
  kind: 'move' | 'restore';
  expiresAt: Date;
  usedAt: Date | null;
}

/** Keeps a link; earlier unused ones of the identity end with it. */
export async function insertMove(ctx: Ctx, move: Omit<Move, 'usedAt'> & { codeHash: string }): Promise<void> {
  await sql`
    delete from people_moves
    where community_id = ${move.communityId} and identity_id = ${move.identityId} and used_at is null`.execute(ctx.db);
  await sql`
    insert into people_moves (community_id, id, code_hash, identity_id, kind, created_at, expires_at)
    values (${move.communityId}, ${move.id}, ${move.codeHash}, ${move.identityId}, ${move.kind}, ${ctx.now()},
            ${move.expiresAt})`.execute(ctx.db);
}

/** The link with this code, locked until the end of the transaction, so that it is used once. */
export async function lockMove(ctx: Ctx, codeHash: string): Promise<Move | undefined> {
  const { rows } = await sql<Move>`
    select id, community_id as "communityId", identity_id as "identityId", kind, expires_at as "expiresAt",
      used_at as "usedAt"
    from people_moves where code_hash = ${codeHash} for update`.execute(ctx.db);
  return rows[0];
}

/** Marks a link as used. */
export async function useMove(ctx: Ctx, move: Pick<Move, 'communityId' | 'id'>): Promise<void> {
  await sql`update people_moves set used_at = ${ctx.now()}
            where community_id = ${move.communityId} and id = ${move.id}`.execute(ctx.db);
}

/** Deletes links that ended before a moment. */
export async function deleteOldMoves(ctx: Ctx, before: Date): Promise<void> {
  await sql`delete from people_moves where expires_at < ${before}`.execute(ctx.db);
}
