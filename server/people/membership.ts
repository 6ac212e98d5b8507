/**
 * Stays in groups: coming in, leaving, mute, kick, role. Each change is written with its event; after commit the group
 * and the member's own phones see it at once.
 */
import { getCommunity } from '../communities/index.ts';
import { countGroupActivity, countSeats, freeSeats, takeSeats, type Group } from '../groups/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { localDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { memberJoined, memberLeft, memberMuted, memberRoleChanged, memberUnmuted } from './events.ts';
import { publishLeft, publishPeople, tellDevices } from './live.ts';
import { deleteInvites } from './store/entrance.ts';
import {
  closeMemberships,
  insertMembership,
  selectOpenMembership,
  selectMemberIds,
  selectOpenMemberships,
  updateMute,
  updateRole,
  type LeftHow,
  type MemberRole,
  type Membership,
} from './store/membership.ts';

export type { Member, MemberRole, Membership } from './store/membership.ts';
export { memberRoles } from './store/membership.ts';

/** One identity in one group. */
export interface Seat {
  communityId: string;
  groupId: string;
  identityId: string;
}

/** Why an act on a member was not done. `protected`: owners and admins first need another role. */
export type ActRefusal = { ok: false; reason: 'not_a_member' | 'protected' };

/** Longest mute, in days: a longer silence is a matter for kick or ban. */
export const longestMuteDays = 30;

/** The open stay of an identity in a group, undefined when it is not in it. */
export async function findMembership(ctx: Ctx, seat: Seat): Promise<Membership | undefined> {
  return selectOpenMembership(ctx, seat);
}

/** The open stays of some identities in one group, in no order. */
export async function listMemberships(
  ctx: Ctx,
  place: { communityId: string; groupId: string; identityIds: readonly string[] },
): Promise<Membership[]> {
  return selectOpenMemberships(ctx, place);
}

/** The ids of everybody who is in a group now. */
export async function listMemberIds(ctx: Ctx, place: { communityId: string; groupId: string }): Promise<string[]> {
  return selectMemberIds(ctx, place);
}

/** What is known of how somebody comes in. */
export type Arrival = Seat & Pick<Membership, 'source' | 'linkId' | 'inviterId' | 'code'> & { role?: MemberRole };

/** Lets an identity in; a second time in a row gives the same stay. Call inside a transaction. */
export async function openMembership(
  ctx: Ctx,
  arrival: Arrival,
): Promise<{ ok: true; membership: Membership; fresh: boolean } | { ok: false; reason: 'full' | 'closed' }> {
  // The seat is a row lock on the group: whoever waited here sees a stay that was opened meanwhile.
  const seat = await takeSeats(ctx, arrival.groupId, 1);
  if (seat.ok) return { ok: true, ...(await startStay(ctx, arrival, seat.group)) };
  const known = await selectOpenMembership(ctx, arrival);
  return known ? { ok: true, membership: known, fresh: false } : seat;
}

/**
 * Lets an identity in again that should never have been out, with the role it had: also when its seat was taken meanwhile, for that was
 * not its fault. Call inside a transaction.
 */
export async function restoreMembership(ctx: Ctx, arrival: Arrival): Promise<Membership> {
  const known = await selectOpenMembership(ctx, arrival);
  if (known) return known;
  return (await startStay(ctx, arrival, await countSeats(ctx, arrival.groupId, 1))).membership;
}

/** Opens the stay for which a seat has just been taken, or gives the seat back when there is an open stay. */
export async function startStay(
  ctx: Ctx,
  arrival: Arrival,
  group: Group,
): Promise<{ membership: Membership; fresh: boolean }> {
  const { communityId, groupId, identityId } = arrival;
  const role = arrival.role ?? 'member';
  const membership = await insertMembership(ctx, { ...arrival, role, id: newId(ctx.now()), joinedAt: ctx.now() });
  if (!membership) {
    await freeSeats(ctx, groupId, 1);
    return { membership: (await selectOpenMembership(ctx, arrival))!, fresh: false };
  }
  ctx.emit(memberJoined, communityId, { groupId, members: [{ membershipId: membership.id, identityId }] });
  publishPeople(ctx, group);
  await countMoves(ctx, group, [{ at: membership.joinedAt, joins: 1 }]);
  await tellDevices(ctx, communityId, { identityIds: [identityId], frame: { groupId, state: 'joined', role } });
  return { membership, fresh: true };
}

/** Ends stays; gives those that were open. `groupId` null = all groups of the community. Call inside a transaction. */
export async function endMemberships(
  ctx: Ctx,
  which: { communityId: string; groupId: string | null; identityIds: readonly string[] },
  end: { how: LeftHow; at?: Date; bound?: boolean; reason?: string },
): Promise<Membership[]> {
  const { communityId } = which;
  const closed = await closeMemberships(ctx, which, { ...end, at: end.at ?? ctx.now() });
  await deleteInvites(ctx, which);
  for (const [groupId, stays] of Map.groupBy(closed, (stay) => stay.groupId)) {
    const group = await freeSeats(ctx, groupId, stays.length);
    const members = stays.map((stay) => ({ membershipId: stay.id, identityId: stay.identityId }));
    ctx.emit(memberLeft, communityId, { groupId, how: end.how, members });
    const identityIds = stays.map((stay) => stay.identityId);
    const reason = end.reason ? { reason: end.reason } : {};
    await tellDevices(ctx, communityId, { identityIds, frame: { groupId, state: end.how, ...reason } });
    await countMoves(
      ctx,
      group,
      stays.map((stay) => ({ at: stay.leftAt!, leaves: 1 })),
    );
    await publishLeft(ctx, group, identityIds);
  }
  return closed;
}

/** Counts comings and goings on the group's days. */
export async function countMoves(
  ctx: Ctx,
  group: { id: string; communityId: string },
  moves: readonly { at: Date; joins?: number; leaves?: number }[],
): Promise<void> {
  const { zone } = await getCommunity(ctx, group.communityId);
  const place = { communityId: group.communityId, groupId: group.id };
  await countGroupActivity(
    ctx,
    moves.map(({ at, ...counts }) => ({ ...place, ...counts, day: localDay(at, zone) })),
  );
}

/** A member leaves of their own will. The owner of a group must hand it over first. */
export async function leaveGroup(
  ctx: Ctx,
  seat: Seat,
): Promise<{ ok: true } | { ok: false; reason: 'not_a_member' | 'owner' }> {
  return inTransaction(ctx, async (inner) => {
    const stay = await selectOpenMembership(inner, seat);
    if (!stay) return { ok: false, reason: 'not_a_member' };
    if (stay.role === 'owner') return { ok: false, reason: 'owner' };
    await endMemberships(inner, { ...seat, identityIds: [seat.identityId] }, { how: 'left' });
    return { ok: true };
  });
}

/** Ends a stay; the person may come back through an entrance. The reason is told to their phones and not kept. */
export async function kickMember(ctx: Ctx, act: Seat & { reason?: string }): Promise<{ ok: true } | ActRefusal> {
  return inTransaction(ctx, async (inner) => {
    const found = await findActable(inner, act);
    if (!found.ok) return found;
    await endMemberships(inner, { ...act, identityIds: [act.identityId] }, { how: 'kicked', reason: act.reason ?? '' });
    await audit(inner, act, { action: 'kick_member' });
    return { ok: true };
  });
}

/** Silences a member until a time, at most 30 days ahead; `until` in the answer is what counts. */
export async function muteMember(
  ctx: Ctx,
  act: Seat & { until: Date },
): Promise<{ ok: true; until: Date } | ActRefusal | { ok: false; reason: 'past' }> {
  return inTransaction(ctx, async (inner) => {
    const now = inner.now().getTime();
    if (!(act.until.getTime() > now)) return { ok: false, reason: 'past' };
    const found = await findActable(inner, act);
    if (!found.ok) return found;
    const until = new Date(Math.min(act.until.getTime(), now + longestMuteDays * 86_400_000));
    await updateMute(inner, act, until);
    const { communityId, groupId, identityId } = act;
    inner.emit(memberMuted, communityId, { groupId, identityIds: [identityId], until: until.toISOString() });
    const frame = { groupId, state: 'muted' as const, mutedUntil: until.toISOString() };
    await tellDevices(inner, communityId, { identityIds: [identityId], frame });
    await audit(inner, act, { action: 'mute_member', detail: { until: until.toISOString() } });
    return { ok: true, until };
  });
}

/** Lets a member speak again before the time. */
export async function unmuteMember(ctx: Ctx, act: Seat): Promise<{ ok: true } | ActRefusal> {
  return inTransaction(ctx, async (inner) => {
    const stay = await updateMute(inner, act, null);
    if (!stay) return { ok: false, reason: 'not_a_member' };
    const { communityId, groupId, identityId } = act;
    inner.emit(memberUnmuted, communityId, { groupId, identityIds: [identityId] });
    const frame = { groupId, state: 'unmuted' as const, mutedUntil: null };
    await tellDevices(inner, communityId, { identityIds: [identityId], frame });
    await audit(inner, act, { action: 'unmute_member' });
    return { ok: true };
  });
}

/** Gives a member another role in the talk. */
export async function setMemberRole(ctx: Ctx, act: Seat & { role: MemberRole }): Promise<{ ok: true } | ActRefusal> {
  return inTransaction(ctx, async (inner) => {
    const before = await selectOpenMembership(inner, act);
    if (!before) return { ok: false, reason: 'not_a_member' };
    if (before.role === act.role) return { ok: true };
    await updateRole(inner, act, act.role);
    const { communityId, groupId, identityId, role } = act;
    inner.emit(memberRoleChanged, communityId, { groupId, identityId, role });
    await tellDevices(inner, communityId, { identityIds: [identityId], frame: { groupId, state: 'role', role } });
    await audit(inner, act, { action: 'set_member_role', detail: { before: before.role, after: role } });
    return { ok: true };
  });
}

/** A member of the group, on whom the team may act: owners and admins are out of reach. */
async function findActable(ctx: Ctx, seat: Seat): Promise<{ ok: true } | ActRefusal> {
  const stay = await selectOpenMembership(ctx, seat);
  if (!stay) return { ok: false, reason: 'not_a_member' };
  return stay.role === 'owner' || stay.role === 'admin' ? { ok: false, reason: 'protected' } : { ok: true };
}

async function audit(ctx: Ctx, seat: Seat, entry: { action: string; detail?: Record<string, unknown> }): Promise<void> {
  await recordAudit(ctx, {
    communityId: seat.communityId,
    action: `people.${entry.action}`,
    target: { kind: 'identity', id: seat.identityId },
    detail: { groupId: seat.groupId, ...entry.detail },
  });
}
