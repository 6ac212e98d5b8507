import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { AnswerTo } from './shape.ts';

/** The exchange board of a community with its counts. */
export type Board = AnswerTo<'/api/communities/{communityId}/board'>;

/** An offer or a need. */
export type BoardEntry = Board['items'][number];

/** How many introductions there were, and the latest of them. */
export type Introductions = AnswerTo<'/api/communities/{communityId}/introductions'>;

/** A page of the board, also what is over or hidden. */
export function useBoard(communityId: string, query: { cursor?: string }) {
  return useQuery<Board, ApiError>({
    queryKey: ['board', communityId, query],
    queryFn: () =>
      answerOf<Board>(api.GET('/api/communities/{communityId}/board', { params: { path: { communityId }, query } })),
    placeholderData: keepPreviousData,
  });
}

/** How many people met. */
export function useIntroductions(communityId: string) {
  return useQuery<Introductions, ApiError>({
    queryKey: ['introductions', communityId],
    queryFn: () =>
      answerOf<Introductions>(
        api.GET('/api/communities/{communityId}/introductions', { params: { path: { communityId } } }),
      ),
  });
}

/** Hides an entry with a reason that its owner reads, or puts it back (null). */
export function useModerateEntry(communityId: string) {
  return useChange(
    ({ entryId, reason }: { entryId: string; reason: string | null }) => {
      const params = { path: { communityId, entryId } };
      return reason === null
        ? answerOf<unknown>(api.POST('/api/communities/{communityId}/board/{entryId}/show', { params, body: {} }))
        : answerOf<unknown>(
            api.POST('/api/communities/{communityId}/board/{entryId}/hide', { params, body: { reason } }),
          );
    },
    [['board', communityId]],
  );
}
