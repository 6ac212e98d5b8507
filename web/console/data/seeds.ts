// Seed members: volunteers of a group, the topics that they were given, and what came of these.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { AnswerTo } from './shape.ts';

const seedsPath = '/api/communities/{communityId}/care/seeds' as const;
const topicsPath = '/api/communities/{communityId}/care/topics' as const;

/** A page of seeds. */
export type SeedPage = AnswerTo<typeof seedsPath>;

/** Somebody who was asked to be a seed of a group. */
export type Seed = SeedPage['items'][number];

/** A page of topics. */
export type TopicPage = AnswerTo<typeof topicsPath>;

/** Something that a seed was asked to start a talk about. */
export type Topic = TopicPage['items'][number];

interface PageQuery {
  groupId?: string;
  cursor?: string;
  limit: number;
}

/** Those asked or active, or those who were. */
export function useSeeds(communityId: string, { current, ...query }: PageQuery & { current: boolean }) {
  return useQuery<SeedPage, ApiError>({
    queryKey: ['seeds', communityId, 'list', current, query],
    queryFn: () =>
      answerOf<SeedPage>(
        api.GET(seedsPath, {
          params: { path: { communityId }, query: { ...query, current: current ? 'true' : 'false' } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** Open topics by due time, or settled ones. */
export function useTopics(communityId: string, { open, ...query }: PageQuery & { open: boolean }) {
  return useQuery<TopicPage, ApiError>({
    queryKey: ['seeds', communityId, 'topics', open, query],
    queryFn: () =>
      answerOf<TopicPage>(
        api.GET(topicsPath, { params: { path: { communityId }, query: { ...query, open: open ? 'true' : 'false' } } }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** The accounts that carry the mark in a group. */
export function useSeedMarks(communityId: string, groupId: string, enabled: boolean) {
  return useQuery<string[], ApiError>({
    queryKey: ['seeds', communityId, 'marks', groupId],
    queryFn: async () =>
      (
        await answerOf<{ identityIds: string[] }>(
          api.GET('/api/communities/{communityId}/groups/{groupId}/seeds', {
            params: { path: { communityId, groupId } },
          }),
        )
      ).identityIds,
    enabled,
    staleTime: 60_000,
  });
}

/** Everything that the team does with seeds. */
export type SeedChange =
  | { how: 'ask'; groupId: string; identityId: string; note: string }
  | { how: 'end'; id: string }
  | { how: 'give'; id: string; text: string; hint: string; dueAt: string }
  | { how: 'takeBack'; id: string };

/** Asks, ends, gives and takes back. */
export function useChangeSeeds(communityId: string) {
  return useChange(
    (change: SeedChange): Promise<unknown> => {
      if (change.how === 'ask') {
        const { groupId, identityId, note } = change;
        return answerOf<unknown>(
          api.POST(seedsPath, { params: { path: { communityId } }, body: { groupId, identityId, note } }),
        );
      }
      const params = { path: { communityId, id: change.id } };
      if (change.how === 'end') return answerOf<unknown>(api.POST(`${seedsPath}/{id}/end`, { params, body: {} }));
      if (change.how === 'takeBack') return answerOf<unknown>(api.DELETE(`${topicsPath}/{id}`, { params }));
      const { text, hint, dueAt } = change;
      return answerOf<unknown>(api.POST(`${seedsPath}/{id}/topics`, { params, body: { text, hint, dueAt } }));
    },
    [['seeds', communityId]],
  );
}
