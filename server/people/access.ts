/** Who is a member: the checks before member routes and live channels, by the device that sends the request. */
import { checkPermission } from '../platform/auth/grants.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import type { Access } from '../platform/http/access.ts';
import { isId } from '../platform/ids.ts';
import { findGroupById } from '../groups/index.ts';
import { selectBinding, selectBindings } from './store/device.ts';
import { hasOpenStay, selectMembershipOfDevice, type Membership } from './store/membership.ts';

/** The member's browser behind the request, null when there is none; an operator's browser may be a member's, too. */
export function deviceOf(ctx: Ctx): string | null {
  const { actor } = ctx;
  return actor.kind === 'device' || actor.kind === 'operator' ? (actor.deviceId ?? null) : null;
}

/** The member who sends the request, in one group. */
export interface CurrentMembership {
  communityId: string;
  groupId: string;
  identityId: string;
  personId: string | null;
  name: string;
  pictureId: string | null;
  membership: Membership;
}

/** The caller's open stay in a group; throws `platform.not_found` for everybody else, whether the group exists or not. */
export async function currentMembership(ctx: Ctx, groupId: string): Promise<CurrentMembership> {
  const deviceId = deviceOf(ctx);
  if (deviceId === null || !isId(groupId)) throw platformErrors.not_found();
  const found = await ctx.memo(`people.membership:${groupId}:${deviceId}`, () =>
    selectMembershipOfDevice(ctx, groupId, deviceId),
  );
  if (!found) throw platformErrors.not_found();
  const { personId, name, pictureId, ...membership } = found;
  return {
    communityId: found.communityId,
    groupId,
    identityId: found.identityId,
    personId,
    name,
    pictureId,
    membership,
  };
}

/** The identity that the caller's device carries in a community; throws `platform.not_found` when none. */
export async function currentIdentityId(ctx: Ctx, communityId: string): Promise<string> {
  const deviceId = deviceOf(ctx);
  if (deviceId === null || !isId(communityId)) throw platformErrors.not_found();
  const binding = await ctx.memo(`people.binding:${communityId}:${deviceId}`, () =>
    selectBinding(ctx, communityId, deviceId),
  );
  if (!binding) throw platformErrors.not_found();
  return binding.identityId;
}

/** A member who is in the group of the path (`{groupId}`) now. */
export const memberOfGroup: Access = {
  name: 'member of the group',
  check: async (ctx, { groupId }) => {
    if (groupId === undefined) throw new Error('memberOfGroup needs {groupId} in the path');
    if (ctx.actor.kind === 'anonymous') throw platformErrors.not_signed_in();
    await currentMembership(ctx, groupId);
  },
};

/**
 * Whoever has an identity in the community of the path (`{communityId}`), in a group or not: who has left or was removed
 * may still take their data along and be forgotten.
 */
export const memberOfCommunity: Access = {
  name: 'member of the community',
  check: async (ctx, { communityId }) => {
    if (communityId === undefined) throw new Error('memberOfCommunity needs {communityId} in the path');
    if (ctx.actor.kind === 'anonymous') throw platformErrors.not_signed_in();
    await currentIdentityId(ctx, communityId);
  },
};

/** Any browser that has joined something. */
export const anyMember: Access = {
  name: 'any member',
  check: async (ctx) => {
    if (deviceOf(ctx) === null) throw platformErrors.not_signed_in();
  },
};

/** Whether the caller may listen to a group: a member in it, or an operator who may read its messages. */
export async function mayListenToGroup(ctx: Ctx, groupId: string): Promise<boolean> {
  if (!isId(groupId)) return false;
  const deviceId = deviceOf(ctx);
  if (deviceId !== null && (await selectMembershipOfDevice(ctx, groupId, deviceId))) return true;
  const group = await findGroupById(ctx, groupId);
  return group !== undefined && (await checkPermission(ctx, 'messages.read', group.communityId)) === 'granted';
}

/** Whether the caller may listen to a device: only the device itself, while it carries somebody. */
export async function mayListenToDevice(ctx: Ctx, deviceId: string): Promise<boolean> {
  if (deviceOf(ctx) !== deviceId) return false;
  return (await selectBindings(ctx, deviceId)).length > 0;
}

/** Whether the caller's device is in any group of the community now; who has left, was removed or still waits is not. */
export async function isInCommunity(ctx: Ctx, communityId: string): Promise<boolean> {
  const deviceId = deviceOf(ctx);
  const binding = deviceId === null ? undefined : await selectBinding(ctx, communityId, deviceId);
  return binding !== undefined && hasOpenStay(ctx, communityId, binding.identityId);
}
