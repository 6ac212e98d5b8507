/** What a member's browser carries: communities, groups now and before, applications that wait, notices to read. */
import { getCommunity } from '../communities/index.ts';
import { findGroupById } from '../groups/index.ts';
import type { Ctx } from '../platform/context.ts';
import { getIdentity, type Identity } from './identity.ts';
import { findDueNotice, type PrivacyNotice } from './privacy.ts';
import { selectBindings } from './store/device.ts';
import { selectApplicationsOf } from './store/entrance.ts';
import { selectMembershipsOf, type LeftHow, type MemberRole, type Membership } from './store/membership.ts';

/** A group in one's own list. */
export interface MyGroup {
  id: string;
  name: string;
  tier: string;
  pictureId: string | null;
  members: number;
  role: MemberRole;
  joinedAt: Date;
  mutedUntil: Date | null;
}

/** One community of the browser. */
export interface MyCommunity {
  id: string;
  name: string;
  identity: Identity;
  groups: MyGroup[];
  /** Groups that one is no longer in, with how it ended. */
  former: { id: string; name: string; leftAt: Date; leftHow: LeftHow }[];
  applications: { groupId: string; groupName: string; state: 'waiting' | 'declined'; reason: string | null }[];
  privacyDue: PrivacyNotice | null;
}

/** Everything that a device carries. */
export async function listMyCommunities(ctx: Ctx, deviceId: string): Promise<MyCommunity[]> {
  const mine: MyCommunity[] = [];
  for (const binding of await selectBindings(ctx, deviceId)) mine.push(await describeCommunity(ctx, binding));
  return mine;
}

async function describeCommunity(ctx: Ctx, who: { communityId: string; identityId: string }): Promise<MyCommunity> {
  const { communityId, identityId } = who;
  const { name } = await getCommunity(ctx, communityId);
  const identity = await getIdentity(ctx, communityId, identityId);
  const stays = await selectMembershipsOf(ctx, communityId, [identityId]);
  const open = stays.filter((stay) => stay.leftAt === null);
  const groups: MyGroup[] = [];
  for (const stay of open) {
    const group = await findGroupById(ctx, stay.groupId);
    if (group) groups.push(describeGroup(group, stay));
  }
  const former: MyCommunity['former'] = [];
  // Stays come newest first, so the first one of a group is the one that tells how it ended.
  for (const stay of new Map(stays.toReversed().map((one) => [one.groupId, one])).values()) {
    const group = stay.leftAt === null ? undefined : await findGroupById(ctx, stay.groupId);
    if (group) former.push({ id: group.id, name: group.name, leftAt: stay.leftAt!, leftHow: stay.leftHow! });
  }
  const applications = await describeApplications(ctx, who, new Set(open.map((stay) => stay.groupId)));
  return {
    id: communityId,
    name,
    identity,
    groups,
    former,
    applications,
    privacyDue: await findDueNotice(ctx, communityId, identityId),
  };
}

function describeGroup(
  group: { id: string; name: string; tier: string; pictureId: string | null; members: number },
  stay: Membership,
): MyGroup {
  const { id, name, tier, pictureId, members } = group;
  return { id, name, tier, pictureId, members, role: stay.role, joinedAt: stay.joinedAt, mutedUntil: stay.mutedUntil };
}

/** The latest application to each group that one is not in. */
async function describeApplications(
  ctx: Ctx,
  who: { communityId: string; identityId: string },
  inside: ReadonlySet<string>,
): Promise<MyCommunity['applications']> {
  const all = await selectApplicationsOf(ctx, who.communityId, [who.identityId]);
  const latest = new Map(all.toReversed().map((application) => [application.groupId, application]));
  const shown: MyCommunity['applications'] = [];
  for (const { groupId, state, reason } of latest.values()) {
    if (inside.has(groupId) || (state !== 'waiting' && state !== 'declined')) continue;
    const group = await findGroupById(ctx, groupId);
    if (group) shown.push({ groupId, groupName: group.name, state, reason });
  }
  return shown;
}
