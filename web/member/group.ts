import { answerOf, api } from '../kit/api.ts';

/** Roles in a group. */
export type MemberRole = 'member' | 'steward' | 'admin' | 'owner';

/** A group as its members see it. */
export interface Group {
  id: string;
  name: string;
  tier: string;
  lifecycle: string;
  members: number;
  pictureId: string | null;
  mutedAll: boolean;
  slowModeSeconds: number;
  notice: { text: string; at: string; by: string } | null;
}

/** My own stay in a group. */
export interface Membership {
  identityId: string;
  name: string;
  pictureId: string | null;
  role: MemberRole;
  joinedAt: string;
  mutedUntil: string | null;
}

/** What I may do in a group now. */
export interface Abilities {
  post: boolean;
  invite: boolean;
  moderate: boolean;
  leave: boolean;
}

/** Everything the screens of one group start from. */
export interface GroupView {
  group: Group;
  communityId: string;
  membership: Membership;
  abilities: Abilities;
}

/** Somebody in the group. */
export interface GroupMember {
  identityId: string;
  name: string;
  pictureId: string | null;
  role: MemberRole;
  kind: string;
}

/** The group as I may see it; 404 when I am not in it. */
export async function getGroup(groupId: string): Promise<GroupView> {
  const home = await answerOf(api.GET('/api/member/groups/{groupId}', { params: { path: { groupId } } }));
  const { group, communityId, me, abilities } = home;
  const { identityId, name, pictureId, membership } = me;
  const { role, joinedAt, mutedUntil } = membership;
  return { group, communityId, abilities, membership: { identityId, name, pictureId, role, joinedAt, mutedUntil } };
}

/** A page of members: the team first, then by the time of joining. */
export async function listMembers(
  groupId: string,
  query: { cursor?: string; limit?: number; q?: string } = {},
): Promise<{ items: GroupMember[]; nextCursor: string | null }> {
  return answerOf(api.GET('/api/member/groups/{groupId}/members', { params: { path: { groupId }, query } }));
}

/** Lines of a card, in the order in which they are shown. */
export const cardLines = ['profession', 'city', 'industry', 'offers', 'needs'] as const;

type Visibility = 'groups' | 'team';

/** A self-introduction: each line or null, and words of one's own. */
export type Card = Record<(typeof cardLines)[number], { text: string; visibility: Visibility } | null> & {
  tags: { items: string[]; visibility: Visibility } | null;
};

/** Somebody's card, as they show it to this group. */
export async function getMate(
  groupId: string,
  identityId: string,
): Promise<GroupMember & { joinedAt: string; card: Card }> {
  const params = { path: { groupId, identityId } };
  return answerOf(api.GET('/api/member/groups/{groupId}/members/{identityId}', { params }));
}

/** My own invitation link to the group. */
export async function inviteFriend(groupId: string): Promise<{ code: string; url: string }> {
  return answerOf(api.POST('/api/member/groups/{groupId}/invite', { params: { path: { groupId } }, body: {} }));
}

/** Leaves the group. */
export async function leaveGroup(groupId: string): Promise<void> {
  await settled(api.POST('/api/member/groups/{groupId}/leave', { params: { path: { groupId } }, body: {} }));
}

/** Waits for a call whose answer has no body. */
export async function settled(call: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  await answerOf(call);
}

/** Whether a role may speak to everybody at once and is heard while others rest. */
export function isSteward(role: MemberRole): boolean {
  return role !== 'member';
}
