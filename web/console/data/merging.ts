import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { AnswerTo } from './shape.ts';

const base = '/api/communities/{communityId}' as const;

type Likenesses = AnswerTo<'/api/communities/{communityId}/likenesses'>;

/** Two people who may be one, with what speaks for it. */
export type Likeness = Likenesses['items'][number];

/** What was merged into a person. */
export type Merge = AnswerTo<'/api/communities/{communityId}/people/{personId}/merges'>['items'][number];

/** People who may be one; of one person, or of the whole community. */
export function useLikenesses(communityId: string, personId?: string, enabled = true) {
  return useQuery<Likenesses, ApiError>({
    queryKey: ['likenesses', communityId, personId ?? 'all'],
    queryFn: () =>
      answerOf(
        api.GET(`${base}/likenesses`, {
          params: { path: { communityId }, query: { limit: 50, ...(personId ? { personId } : {}) } },
        }),
      ),
    enabled,
  });
}

/** What was merged into a person, latest first. */
export function useMerges(communityId: string, personId: string) {
  return useQuery<{ items: Merge[] }, ApiError>({
    queryKey: ['merges', communityId, personId],
    queryFn: () =>
      answerOf(api.GET(`${base}/people/{personId}/merges`, { params: { path: { communityId, personId } } })),
  });
}

/** What is asked again once accounts have moved. */
const moved = (communityId: string) => [
  ['person'],
  ['timeline', communityId],
  ...['likenesses', 'merges', 'people', 'profile', 'segments', 'tags'].map((key) => [key, communityId]),
];

/** Makes one person of two; gives the merge, which can be undone. */
export function useMerge(communityId: string) {
  return useChange(
    ({ personId, otherId }: { personId: string; otherId: string }): Promise<{ mergeId: string }> =>
      answerOf(
        api.POST(`${base}/people/{personId}/merge`, { params: { path: { communityId, personId } }, body: { otherId } }),
      ),
    moved(communityId),
  );
}

/** Takes two people apart. */
export function useUnmerge(communityId: string) {
  return useChange(
    (mergeId: string) =>
      answerOf<unknown>(
        api.POST(`${base}/merges/{mergeId}/undo`, { params: { path: { communityId, mergeId } }, body: {} }),
      ),
    moved(communityId),
  );
}

/** Says that two people are two humans, or takes that back. */
export function useDifferent(communityId: string) {
  return useChange(
    ({ personIds, different }: { personIds: [string, string]; different: boolean }) =>
      answerOf<unknown>(
        api.POST(`${base}/likenesses/${different ? 'refuse' : 'restore'}`, {
          params: { path: { communityId } },
          body: { personIds },
        }),
      ),
    [['likenesses', communityId]],
  );
}
