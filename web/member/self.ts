import { answerOf, api, newKey } from '../kit/api.ts';
import { settled, type Card, type MemberRole } from './group.ts';

/** A group in my own list. */
export interface MyGroup {
  id: string;
  name: string;
  pictureId: string | null;
  members: number;
  role: MemberRole;
  joinedAt: string;
}

/** The privacy notice in force. */
export interface PrivacyNotice {
  version: number;
  text: string;
}

/** One community that this phone carries. */
export interface MyCommunity {
  id: string;
  name: string;
  identity: { id: string; name: string; pictureId: string | null };
  groups: MyGroup[];
  former: { id: string; name: string; leftAt: string; leftHow: string }[];
  applications: { groupId: string; groupName: string; state: 'waiting' | 'declined'; reason: string | null }[];
  privacyDue: PrivacyNotice | null;
}

/** Everything that this phone carries. */
export interface Self {
  deviceId: string;
  communities: MyCommunity[];
}

/** My own face in a community. */
export interface Profile {
  identity: { id: string; name: string; pictureId: string | null };
  card: Card;
  privacy: { findable: boolean; featured: boolean; offers: boolean; uncontacted: boolean };
}

/** A phone that carries the same identity. */
export interface Device {
  id: string;
  label: string;
  boundAt: string;
  current: boolean;
}

const path = (communityId: string) => ({ params: { path: { communityId } } });

/** Communities and groups of this phone; none for a phone that has never joined. */
export async function getSelf(): Promise<Self> {
  return answerOf(api.GET('/api/member/me'));
}

/** How much is new for me in a group, counted up to 100, and whether somebody called me. */
export async function countUnread(groupId: string): Promise<{ unread: number; mentioned: boolean }> {
  return answerOf(api.GET('/api/member/groups/{groupId}/unread', { params: { path: { groupId } } }));
}

/** My own face in a community. */
export async function getProfile(communityId: string): Promise<Profile> {
  return answerOf(api.GET('/api/member/communities/{communityId}/me', path(communityId)));
}

/** Changes name, card or switches; absent fields stay. */
export async function changeProfile(
  communityId: string,
  change: { name?: string; card?: Partial<Card>; privacy?: Partial<Profile['privacy']> },
): Promise<Profile> {
  return answerOf(api.PATCH('/api/member/communities/{communityId}/me', { ...path(communityId), body: change }));
}

/** Notes that I have read the privacy notice. */
export async function acknowledge(communityId: string, version: number): Promise<void> {
  await settled(
    api.POST('/api/member/communities/{communityId}/me/acknowledge', { ...path(communityId), body: { version } }),
  );
}

/** A one-time link that brings me to another phone. */
export async function makeMoveLink(communityId: string): Promise<{ url: string; expiresAt: string }> {
  return answerOf(api.POST('/api/member/communities/{communityId}/me/move', { ...path(communityId), body: {} }));
}

/** Brings an identity to this phone; `replace` puts it in place of another one of the same community. */
export async function takeMoveLink(code: string, { replace, key }: { replace: boolean; key: string }): Promise<void> {
  const headers = { 'Idempotency-Key': key };
  await answerOf(api.POST('/api/member/move/{code}', { params: { path: { code } }, body: { replace }, headers }));
}

/** The phones that carry me. */
export async function listDevices(communityId: string): Promise<Device[]> {
  const page = await answerOf(api.GET('/api/member/communities/{communityId}/me/devices', path(communityId)));
  return page.items;
}

/** Signs one of my phones out. */
export async function signOutDevice(communityId: string, deviceId: string): Promise<void> {
  const params = { path: { communityId, deviceId } };
  await settled(api.DELETE('/api/member/communities/{communityId}/me/devices/{deviceId}', { params }));
}

/** Where the file with everything about me is downloaded. */
export function exportUrl(communityId: string): string {
  return `/api/member/communities/${encodeURIComponent(communityId)}/me/archive`;
}

/** Asks to be forgotten; the receipt tells later what became of it. */
export async function eraseMe(communityId: string, confirm: string): Promise<{ receipt: string }> {
  const headers = { 'Idempotency-Key': newKey() };
  return answerOf(
    api.POST('/api/member/communities/{communityId}/me/erase', { ...path(communityId), body: { confirm }, headers }),
  );
}
