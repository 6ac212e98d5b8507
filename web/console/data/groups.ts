import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { Page } from './page.ts';

/** Tiers, wide first. */
export const tiers = ['funnel', 'ordinary', 'paid', 'holding', 'campaign', 'lecture'] as const;

/** Group tier. */
export type Tier = (typeof tiers)[number];

/** States of a group's life. */
export const lifecycles = ['new', 'growing', 'mature', 'declining', 'dead', 'dissolved'] as const;

/** State of a group's life. */
export type Lifecycle = (typeof lifecycles)[number];

/** One chat room. */
export interface Group {
  id: string;
  communityId: string;
  carrier: string;
  externalId: string | null;
  name: string;
  tier: Tier;
  capacity: number;
  members: number;
  lifecycle: Lifecycle;
  pictureId: string | null;
  mutedAll: boolean;
  slowModeSeconds: number;
  nameLocked: boolean;
  privateAdding: boolean;
  approval: boolean;
  notice: { text: string; at: string; by: string | null } | null;
  createdAt: string;
  /** When somebody last spoke. */
  lastActivityAt: string | null;
}

/** Filters and order of the list, as they stand in the address. */
export interface GroupFilter {
  q?: string;
  tier?: Tier;
  lifecycle?: Lifecycle;
  carrier?: string;
  sort?: 'name' | 'members' | 'created' | 'activity';
  cursor?: string;
  limit?: number;
}

/** A page of groups with the numbers of the tabs. */
export interface GroupPage extends Page<Group> {
  counts: { all: number; lifecycle: Partial<Record<Lifecycle, number>>; tier: Partial<Record<Tier, number>> };
}

/** One page of the community's groups; the dissolved only when they are asked for. */
export function useGroups(communityId: string, filter: GroupFilter, enabled = true) {
  return useQuery<GroupPage, ApiError>({
    queryKey: ['groups', communityId, filter],
    queryFn: () =>
      answerOf<GroupPage>(
        api.GET('/api/communities/{communityId}/groups', { params: { path: { communityId }, query: filter } }),
      ),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** One group. */
export function useGroup(communityId: string, groupId: string) {
  return useQuery<Group, ApiError>({
    queryKey: ['group', groupId],
    queryFn: () =>
      answerOf<Group>(
        api.GET('/api/communities/{communityId}/groups/{groupId}', { params: { path: { communityId, groupId } } }),
      ),
    enabled: groupId !== '',
  });
}

/** What opening a group takes. */
export interface NewGroup {
  name: string;
  carrier: 'web' | 'manual';
  tier: Tier;
  capacity: number;
  approval?: boolean;
}

/** Opens a group; called with the community because founding opens the first one. */
export async function openGroup(communityId: string, body: NewGroup): Promise<Group> {
  return answerOf<Group>(
    api.POST('/api/communities/{communityId}/groups', { params: { path: { communityId } }, body }),
  );
}

/** The groups that a community has from its first minute. */
export async function groupsOf(communityId: string): Promise<Group[]> {
  const query = { limit: 50 };
  const page = await answerOf<GroupPage>(
    api.GET('/api/communities/{communityId}/groups', { params: { path: { communityId }, query } }),
  );
  return page.items;
}

/** Gives a group that a playbook opened the wished name and size. */
export async function renameGroup(
  { communityId, id: groupId }: Group,
  body: Pick<Group, 'name' | 'capacity' | 'approval'>,
): Promise<Group> {
  return answerOf<Group>(
    api.PATCH('/api/communities/{communityId}/groups/{groupId}', { params: { path: { communityId, groupId } }, body }),
  );
}

/** Opens a group in the community of the page. */
export function useOpenGroup(communityId: string) {
  return useChange((body: NewGroup) => openGroup(communityId, body), [['groups', communityId]]);
}

/** Changes what is not an act on the carrier: tier, capacity, approval, picture. */
export function useChangeGroup(communityId: string, groupId: string) {
  return useChange(
    (body: Partial<Pick<Group, 'name' | 'tier' | 'capacity' | 'approval' | 'pictureId'>>) =>
      answerOf<Group>(
        api.PATCH('/api/communities/{communityId}/groups/{groupId}', {
          params: { path: { communityId, groupId } },
          body,
        }),
      ),
    [
      ['group', groupId],
      ['groups', communityId],
    ],
  );
}

/** Moves a group to another state of its life. */
export function useMoveLifecycle(communityId: string, groupId: string) {
  return useChange(
    (to: Lifecycle) =>
      answerOf<Group>(
        api.POST('/api/communities/{communityId}/groups/{groupId}/lifecycle', {
          params: { path: { communityId, groupId } },
          body: { to },
        }),
      ),
    [
      ['group', groupId],
      ['groups', communityId],
    ],
  );
}
