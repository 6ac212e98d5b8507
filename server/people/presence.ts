/**
 * What a carrier's roster says of who is in a group: joins and leaves that happened over there. Idempotent, so a
 * periodic comparison may report the same thing again.
 */
import { countSeats } from '../groups/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { memberJoined } from './events.ts';
import { publishPeople } from './live.ts';
import { countMoves, endMemberships } from './membership.ts';
import { insertMembership, type MemberRole, type Membership } from './store/membership.ts';

/** Someone seen in a group, or seen to be gone. */
export interface Presence {
  identityId: string;
  state: 'in' | 'out';
  at: Date;
  /** True when `at` only says "by then". */
  bound?: boolean;
  how?: 'left' | 'kicked' | 'gone';
  role?: MemberRole;
  inviterId?: string | null;
}

/** Brings stays in line with a roster. The carrier has let people in already, so a full group does not stop them. */
export async function recordPresence(
  ctx: Ctx,
  group: { communityId: string; groupId: string },
  seen: readonly Presence[],
): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    await recordArrivals(
      inner,
      group,
      seen.filter((one) => one.state === 'in'),
    );
    for (const { identityId, at, bound, how } of seen.filter((one) => one.state === 'out')) {
      await endMemberships(
        inner,
        { ...group, identityIds: [identityId] },
        { how: how ?? 'gone', at, bound: bound ?? false },
      );
    }
  });
}

async function recordArrivals(
  ctx: Ctx,
  group: { communityId: string; groupId: string },
  seen: readonly Presence[],
): Promise<void> {
  const opened: Membership[] = [];
  for (const { identityId, at, role, inviterId } of seen) {
    const stay = {
      ...group,
      identityId,
      role: role ?? 'member',
      source: 'roster',
      linkId: null,
      code: null,
      inviterId: inviterId ?? null,
    };
    const fresh = await insertMembership(ctx, { ...stay, id: newId(ctx.now()), joinedAt: at });
    if (fresh) opened.push(fresh);
  }
  if (opened.length === 0) return;
  const counted = await countSeats(ctx, group.groupId, opened.length);
  const members = opened.map((stay) => ({ membershipId: stay.id, identityId: stay.identityId }));
  ctx.emit(memberJoined, group.communityId, { groupId: group.groupId, members });
  await countMoves(
    ctx,
    counted,
    opened.map((stay) => ({ at: stay.joinedAt, joins: 1 })),
  );
  publishPeople(ctx, counted);
}
