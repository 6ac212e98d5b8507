import { sql } from 'kysely';
import { prepared } from '../../platform/db/prepared.ts';
import type { Ctx } from '../../platform/context.ts';
import { welcomeSchema, type Welcome } from '../settings.ts';

/** Somebody who has joined and waits for a welcome. */
export interface Arrival {
  communityId: string;
  membershipId: string;
  identityId: string;
  at: Date;
}

interface Place {
  communityId: string;
  groupId: string;
}

/** The welcome that a group has of its own. */
export async function selectWelcome(ctx: Ctx, place: Place): Promise<Welcome | undefined> {
  const { rows } = await sql<{ welcome: unknown }>`${prepared}
    select welcome from programs_welcomes
    where community_id = ${place.communityId} and group_id = ${place.groupId}`.execute(ctx.db);
  return rows[0] && welcomeSchema.parse(rows[0].welcome);
}

/** The groups that have a welcome of their own. */
export async function selectOwnWelcomes(ctx: Ctx, communityId: string): Promise<string[]> {
  const { rows } = await sql<{ groupId: string }>`
    select group_id as "groupId" from programs_welcomes where community_id = ${communityId} order by 1`.execute(ctx.db);
  return rows.map(({ groupId }) => groupId);
}

/** What becomes of a newcomer. */
export type ArrivalState = 'waiting' | 'welcomed' | 'left' | 'late' | 'refused';

/** A newcomer with what became of them. */
export interface ArrivalRow extends Arrival {
  groupId: string;
  state: ArrivalState;
  settledAt: Date | null;
  messageId: string | null;
}

/** A page of newcomers, the latest first; of one group, or of some people. */
export async function selectArrivals(
  ctx: Ctx,
  which: { communityId: string; groupId: string | null; identityIds: readonly string[] | null; until: Date | null },
  page: { after: { at: string; membershipId: string } | null; limit: number },
): Promise<ArrivalRow[]> {
  const { after } = page;
  const start = after ? sql`and (at, membership_id) < (${after.at}::timestamptz, ${after.membershipId}::uuid)` : sql``;
  const { rows } = await sql<ArrivalRow>`
    select community_id as "communityId", membership_id as "membershipId", group_id as "groupId",
      identity_id as "identityId", at, state, settled_at as "settledAt", message_id as "messageId"
    from programs_arrivals
    where community_id = ${which.communityId} and (${which.groupId}::uuid is null or group_id = ${which.groupId}::uuid)
      and (${which.identityIds}::uuid[] is null or identity_id = any(${which.identityIds}::uuid[]))
      and (${which.until}::timestamptz is null or settled_at <= ${which.until}::timestamptz) ${start}
    order by at desc, membership_id desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** Writes a group's own welcome. */
export async function upsertWelcome(ctx: Ctx, place: Place, welcome: Welcome): Promise<void> {
  await sql`
    insert into programs_welcomes (community_id, group_id, welcome, changed_at)
    values (${place.communityId}, ${place.groupId}, ${JSON.stringify(welcome)}::jsonb, ${ctx.now()})
    on conflict (community_id, group_id) do update set welcome = excluded.welcome, changed_at = excluded.changed_at`.execute(
    ctx.db,
  );
}

/** Takes a group's own welcome away. */
export async function deleteWelcome(ctx: Ctx, place: Place): Promise<void> {
  await sql`
    delete from programs_welcomes where community_id = ${place.communityId} and group_id = ${place.groupId}`.execute(
    ctx.db,
  );
}

/** Notes newcomers once for each stay; not those who were noted in this group since a time. */
export async function insertArrivals(
  ctx: Ctx,
  place: Place,
  { arrivals, since }: { arrivals: readonly Omit<Arrival, 'communityId'>[]; since: Date },
): Promise<void> {
  if (arrivals.length === 0) return;
  await sql`
    insert into programs_arrivals (community_id, membership_id, group_id, identity_id, at, state)
    select ${place.communityId}, "membershipId", ${place.groupId}, "identityId", at, 'waiting'
    from jsonb_to_recordset(${JSON.stringify(arrivals)}::jsonb) as a("membershipId" uuid, "identityId" uuid, at timestamptz)
    where not exists (
      select from programs_arrivals earlier
      where earlier.community_id = ${place.communityId} and earlier.identity_id = a."identityId"
        and earlier.group_id = ${place.groupId} and earlier.at >= ${since} and earlier.state in ('waiting', 'welcomed'))
    on conflict do nothing`.execute(ctx.db);
}

/** Groups where somebody has waited since a time, those that wait longest first. */
export async function selectWaitingGroups(ctx: Ctx, since: Date): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select community_id as "communityId", group_id as "groupId" from programs_arrivals where state = 'waiting'
    group by 1, 2 having min(at) <= ${since} order by min(at)`.execute(ctx.db);
  return rows;
}

/** Those who wait in a group, oldest first, locked; whom another node is just welcoming is left out. */
export async function lockWaiting(ctx: Ctx, place: Place): Promise<Arrival[]> {
  const { rows } = await sql<Arrival>`
    select community_id as "communityId", membership_id as "membershipId", identity_id as "identityId", at
    from programs_arrivals
    where community_id = ${place.communityId} and group_id = ${place.groupId} and state = 'waiting'
    order by at, membership_id for update skip locked`.execute(ctx.db);
  return rows;
}

/** Writes what became of newcomers. */
export async function settleArrivals(
  ctx: Ctx,
  arrivals: readonly Arrival[],
  end: { state: 'welcomed' | 'left' | 'late' | 'refused'; messageId?: string },
): Promise<void> {
  if (arrivals.length === 0) return;
  await sql`
    update programs_arrivals set state = ${end.state}, settled_at = ${ctx.now()}, message_id = ${end.messageId ?? null}
    where community_id = ${arrivals[0]!.communityId}
      and membership_id = any(${arrivals.map((one) => one.membershipId)}::uuid[])`.execute(ctx.db);
}

/** Deletes what was settled before a time. */
export async function deleteOldArrivals(ctx: Ctx, before: Date): Promise<void> {
  await sql`delete from programs_arrivals where state <> 'waiting' and settled_at < ${before}`.execute(ctx.db);
}
