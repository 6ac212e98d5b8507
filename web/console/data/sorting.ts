// Sorting: who may be what, with the numbers that speak for it; what the team says of it; 2-7-1 as a comparison.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { AnswerTo } from './shape.ts';

const base = '/api/communities/{communityId}/care/sorting' as const;
const peoplePath = `${base}/people` as const;
const bandsPath = `${base}/bands` as const;
const onePath = `${base}/{kind}/{groupId}/{identityId}` as const;

/** When groups were sorted, and each list in numbers. */
export type SortingFigures = AnswerTo<typeof base>;

/** A page of one list. */
export type SortedPage = AnswerTo<typeof peoplePath>;

/** Somebody on a list. */
export type SortedPerson = SortedPage['items'][number];

/** A page of groups with their 2-7-1. */
export type BandsPage = AnswerTo<typeof bandsPath>;

/** What somebody may be. */
export type SortedKind = SortedPerson['kind'];

/** The figures of all lists. */
export function useSorting(communityId: string) {
  return useQuery<SortingFigures, ApiError>({
    queryKey: ['sorting', communityId],
    queryFn: () => answerOf<SortingFigures>(api.GET(base, { params: { path: { communityId } } })),
  });
}

/** One list, surest first. */
export function useSorted(
  communityId: string,
  query: { kind: SortedKind; wrong: 'true' | 'false'; cursor?: string; limit: number },
) {
  return useQuery<SortedPage, ApiError>({
    queryKey: ['sorting', communityId, 'people', query],
    queryFn: () => answerOf<SortedPage>(api.GET(peoplePath, { params: { path: { communityId }, query } })),
    placeholderData: keepPreviousData,
  });
}

/** Groups with their 2-7-1. */
export function useBands(communityId: string, query: { cursor?: string; limit: number }) {
  return useQuery<BandsPage, ApiError>({
    queryKey: ['sorting', communityId, 'bands', query],
    queryFn: () => answerOf<BandsPage>(api.GET(bandsPath, { params: { path: { communityId }, query } })),
    placeholderData: keepPreviousData,
  });
}

type Which = Pick<SortedPerson, 'kind' | 'groupId' | 'identityId'>;

/** Says whether it is so. */
export function useJudgeSorted(communityId: string) {
  return useChange(
    ({ kind, groupId, identityId, isRight }: Which & { isRight: boolean | null }) =>
      answerOf(
        api.PUT(`${onePath}/verdict`, {
          params: { path: { communityId, kind, groupId, identityId } },
          body: { isRight },
        }),
      ),
    [['sorting', communityId]],
  );
}

/** Makes a task to talk to somebody. */
export function useTalkToSorted(communityId: string) {
  return useChange(
    ({ kind, groupId, identityId }: Which) =>
      answerOf<{ taskId: string }>(
        api.POST(`${onePath}/task`, { params: { path: { communityId, kind, groupId, identityId } } }),
      ),
    [
      ['sorting', communityId],
      ['tasks', communityId],
    ],
  );
}

/** Sorts all groups in the background. */
export function useBeginSorting(communityId: string) {
  return useChange(() => answerOf(api.POST(base, { params: { path: { communityId } } })), [['sorting', communityId]]);
}
