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

/** As `publishPeople`, and the phones of those who left hear nothing more. */
export async function publishLeft(ctx: Ctx, group: Group, identityIds: readonly string[]): Promise<void> {
  publishPeople(ctx, group);
  await recheckDevicesOf(ctx, { communityId: group.communityId, groupIds: [group.id], identityIds });
}

async function recheckDevicesOf(
  ctx: Ctx,
  which: { communityId: string; groupIds: readonly string[]; identityIds: readonly string[] },
): Promise<void> {
  const deviceIds = (await selectDevicesOf(ctx, which.communityId, which.identityIds)).map(({ deviceId }) => deviceId);
  ctx.afterCommit(() => {
    for (const groupId of which.groupIds) ctx.services.live.recheck('group', groupId, deviceIds);
  });
}

/** Phones that carry identities no more hear nothing more of their groups. */
export async function recheckGroupsOf(
  ctx: Ctx,
  which: { communityId: string; identityIds: readonly string[]; deviceIds: readonly string[] },
): Promise<void> {
  const stays = await selectMembershipsOf(ctx, which.communityId, which.identityIds);
  const groupIds = new Set(stays.filter((stay) => stay.leftAt === null).map((stay) => stay.groupId));
  ctx.afterCommit(() => {
    for (const groupId of groupIds) ctx.services.live.recheck('group', groupId, which.deviceIds);
  });
}
