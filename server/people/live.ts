/** What members see at once when people change: frames on the group's channel and on the member's own devices. */
import type { Ctx } from '../platform/context.ts';
import type { Group } from '../groups/index.ts';
import { selectDevicesOf } from './store/device.ts';
import { selectMembershipsOf } from './store/membership.ts';

/** A change of one's own standing in a group, as sent to one's devices on channel `device`. */
export interface MembershipFrame {
  groupId: string;
  state:
    'joined' | 'left' | 'kicked' | 'banned' | 'erased' | 'gone' | 'muted' | 'unmuted' | 'role' | 'waiting' | 'declined';
  role?: string;
  mutedUntil?: string | null;
  reason?: string;
}

/** Sends a frame to every device of the identities, after commit. */
export async function tellDevices(
  ctx: Ctx,
  communityId: string,
  told: { identityIds: readonly string[]; frame: MembershipFrame },
): Promise<void> {
  const devices = await selectDevicesOf(ctx, communityId, told.identityIds);
  ctx.afterCommit(() => {
    for (const { deviceId } of devices)
      ctx.services.live.publish('device', deviceId, { type: 'membership', ...told.frame });
  });
}

/** Tells the group how many there are now, after commit. */
export function publishPeople(ctx: Ctx, group: Group): void {
  ctx.afterCommit(() => {
    const { live } = ctx.services;
    live.publish('group', group.id, {
      type: 'people',
      members: group.members,
      watching: live.count('group', group.id),
    });
  });
}

/** As `publishPeople`, and everyone who listens to the group must show again that they may. */
export function publishLeft(ctx: Ctx, group: Group): void {
  publishPeople(ctx, group);
  ctx.afterCommit(() => ctx.services.live.recheck('group', group.id));
}

/** Everyone who listens to a group of these identities must show again that they may: a phone carries them no more. */
export async function recheckGroupsOf(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<void> {
  const stays = await selectMembershipsOf(ctx, communityId, identityIds);
  const groupIds = new Set(stays.filter((stay) => stay.leftAt === null).map((stay) => stay.groupId));
  ctx.afterCommit(() => {
    for (const groupId of groupIds) ctx.services.live.recheck('group', groupId);
  });
}
