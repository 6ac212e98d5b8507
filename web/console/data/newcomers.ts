// Newcomers in their first five days: how far they get, who stands where, and a greeting.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { AnswerTo } from './shape.ts';

const base = '/api/communities/{communityId}/care/newcomers' as const;
const pathPath = `${base}/path` as const;

/** Figures of the path. */
export type PathFigures = AnswerTo<typeof pathPath>;

/** A page of newcomers. */
export type NewcomerPage = AnswerTo<typeof base>;

/** Somebody in their first five days. */
export type Newcomer = NewcomerPage['items'][number];

/** Where somebody can stand, in the order in which it is shown. */
export const standings = ['unanswered', 'unwelcomed', 'silent', 'uncarded', 'not_back', 'through', 'left'] as const;

/** One of them. */
export type Standing = (typeof standings)[number];

/** How far newcomers get, in one group or in all. */
export function usePath(communityId: string, query: { groupId?: string }) {
  return useQuery<PathFigures, ApiError>({
    queryKey: ['newcomers', communityId, 'path', query],
    queryFn: () => answerOf<PathFigures>(api.GET(pathPath, { params: { path: { communityId }, query } })),
    placeholderData: keepPreviousData,
  });
}

/** Those in their first five days. */
export function useNewcomers(
  communityId: string,
  query: { groupId?: string; stands?: Standing; cursor?: string; limit: number },
) {
  return useQuery<NewcomerPage, ApiError>({
    queryKey: ['newcomers', communityId, 'list', query],
    queryFn: () => answerOf<NewcomerPage>(api.GET(base, { params: { path: { communityId }, query } })),
    placeholderData: keepPreviousData,
  });
}

/** Makes the task to say hello. */
export function useGreet(communityId: string) {
  return useChange(
    ({ identityId, groupId }: Pick<Newcomer, 'identityId' | 'groupId'>) =>
      answerOf<{ taskId: string; fresh: boolean }>(
        api.POST(`${base}/{identityId}/greeting`, { params: { path: { communityId, identityId } }, body: { groupId } }),
      ),
    [
      ['newcomers', communityId],
      ['tasks', communityId],
    ],
  );
}
