import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import { usePages, type Page } from './page.ts';
import type { AnswerTo } from './shape.ts';

/** One human, as a row of the list. */
export type Person = AnswerTo<'/api/communities/{communityId}/people'>['items'][number];

/** One thing in the life of a human here. */
export type TimelineEntry = AnswerTo<'/api/communities/{communityId}/people/{personId}/timeline'>['items'][number];

/** One human with accounts and stays. */
export interface PersonDetail {
  personId: string;
  createdAt: string;
  identities: { id: string; carrier: string; name: string; pictureId: string | null; kind: string }[];
  memberships: {
    id: string;
    groupId: string;
    role: string;
    source: string;
    joinedAt: string;
    leftAt: string | null;
    leftHow: string | null;
    mutedUntil: string | null;
  }[];
  card: Record<
    'profession' | 'city' | 'industry' | 'offers' | 'needs',
    { text: string; visibility: 'groups' | 'team' } | null
  >;
}

/** One member of a group. */
export interface Member {
  identityId: string;
  personId: string | null;
  name: string;
  pictureId: string | null;
  role: string;
  kind: string;
  joinedAt: string;
  mutedUntil: string | null;
}

/** Someone who waits at the door. */
export interface Application {
  id: string;
  name: string;
  appliedAt: string;
  source: string;
  answers: Record<string, unknown>;
}

/** Someone who may not come back. */
export interface Ban {
  id: string;
  name: string;
  reason: string;
  bannedAt: string;
  groupId: string | null;
}

/** Filters of the list, as they stand in the address; days are days of the community's time zone. */
export interface PeopleFilter {
  q?: string;
  groupId?: string;
  role?: 'host' | 'member';
  source?: string;
  inviterId?: string;
  activity?: 'active' | 'quiet' | 'never';
  joinedFrom?: string;
  joinedTo?: string;
  leftFrom?: string;
  leftTo?: string;
  spokeFrom?: string;
  spokeTo?: string;
  sort?: 'joined' | 'active';
  cursor?: string;
  limit?: number;
}

/** One page of the people of a community. */
export function usePeople(communityId: string, filter: PeopleFilter, enabled = true) {
  return useQuery<Page<Person>, ApiError>({
    queryKey: ['people', communityId, filter],
    queryFn: () =>
      answerOf<Page<Person>>(
        api.GET('/api/communities/{communityId}/people', { params: { path: { communityId }, query: filter } }),
      ),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** How many there are, and how many of them speak. */
export function usePeopleCounts(communityId: string) {
  return useQuery<{ people: number; identities: number; active: number }, ApiError>({
    queryKey: ['people', communityId, 'counts'],
    queryFn: () =>
      answerOf<{ people: number; identities: number; active: number }>(
        api.GET('/api/communities/{communityId}/people-counts', { params: { path: { communityId } } }),
      ),
  });
}

/** Where people came from, most used first. */
export function usePeopleSources(communityId: string) {
  return useQuery<{ items: { source: string; stays: number }[] }, ApiError>({
    queryKey: ['people', communityId, 'sources'],
    queryFn: () =>
      answerOf<{ items: { source: string; stays: number }[] }>(
        api.GET('/api/communities/{communityId}/people-sources', { params: { path: { communityId } } }),
      ),
    staleTime: 60_000,
  });
}

/** The life of a human here, latest first, page after page. */
export function useTimeline(communityId: string, personId: string, limit: number) {
  return usePages({
    queryKey: ['timeline', communityId, personId, limit],
    ask: (page) =>
      answerOf<Page<TimelineEntry>>(
        api.GET('/api/communities/{communityId}/people/{personId}/timeline', {
          params: { path: { communityId, personId }, query: { limit, ...page } },
        }),
      ),
  });
}

/** One human in full. */
export function usePerson(communityId: string, personId: string) {
  return useQuery<PersonDetail, ApiError>({
    queryKey: ['person', personId],
    queryFn: () =>
      answerOf<PersonDetail>(
        api.GET('/api/communities/{communityId}/people/{personId}', { params: { path: { communityId, personId } } }),
      ),
  });
}

/** A link by which somebody takes everything about themselves along. */
export function useArchiveLink(communityId: string, personId: string) {
  return useChange(
    () =>
      answerOf<{ url: string; expiresAt: string }>(
        api.POST('/api/communities/{communityId}/people/{personId}/archive-link', {
          params: { path: { communityId, personId } },
          body: {},
        }),
      ),
    [],
  );
}

/** Makes a link with which someone with a new phone gets back in. */
export function useRestoreLink(communityId: string, personId: string) {
  return useChange(
    () =>
      answerOf<{ url: string; expiresAt: string }>(
        api.POST('/api/communities/{communityId}/people/{personId}/restore-link', {
          params: { path: { communityId, personId } },
          body: {},
        }),
      ),
    [],
  );
}

/** One page of a group's members. */
export function useMembers(
  communityId: string,
  groupId: string,
  filter: { q?: string; cursor?: string; limit?: number },
) {
  return useQuery<Page<Member>, ApiError>({
    queryKey: ['members', groupId, filter],
    queryFn: () =>
      answerOf<Page<Member>>(
        api.GET('/api/communities/{communityId}/groups/{groupId}/members', {
          params: { path: { communityId, groupId }, query: filter },
        }),
      ),
    placeholderData: keepPreviousData,
    enabled: groupId !== '',
  });
}

/** Who waits to come into a group. */
export function useApplications(communityId: string, groupId: string) {
  return useQuery<Page<Application>, ApiError>({
    queryKey: ['applications', groupId],
    queryFn: () =>
      answerOf<Page<Application>>(
        api.GET('/api/communities/{communityId}/groups/{groupId}/applications', {
          params: { path: { communityId, groupId } },
        }),
      ),
    enabled: groupId !== '',
    refetchInterval: 30_000,
  });
}

/** Lets someone in, or not. */
export function useDecide(communityId: string, groupId: string) {
  return useChange(
    ({ id, how, reason }: { id: string; how: 'accept' | 'decline'; reason?: string }) => {
      const params = { path: { communityId, groupId, applicationId: id } };
      const base = '/api/communities/{communityId}/groups/{groupId}/applications/{applicationId}' as const;
      return answerOf<unknown>(
        how === 'accept'
          ? api.POST(`${base}/accept`, { params, body: {} })
          : api.POST(`${base}/decline`, { params, body: { reason: reason ?? '' } }),
      );
    },
    [
      ['applications', groupId],
      ['members', groupId],
      ['group', groupId],
    ],
  );
}

/** Who may not come back. */
export function useBans(communityId: string) {
  return useQuery<Page<Ban>, ApiError>({
    queryKey: ['bans', communityId],
    queryFn: () =>
      answerOf<Page<Ban>>(api.GET('/api/communities/{communityId}/bans', { params: { path: { communityId } } })),
  });
}

/** Lifts a ban. */
export function useLiftBan(communityId: string) {
  return useChange(
    (banId: string) =>
      answerOf<unknown>(
        api.POST('/api/communities/{communityId}/bans/{banId}/lift', {
          params: { path: { communityId, banId } },
          body: {},
        }),
      ),
    [['bans', communityId]],
  );
}
