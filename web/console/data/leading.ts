// Who could lead next, and how far new stewards are with what they learn.
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { AnswerTo } from './shape.ts';

const base = '/api/communities/{communityId}/rotation' as const;

/** The list of those who could lead, with the rule behind it. */
export type Successors = AnswerTo<`${typeof base}/successors`>;

/** Somebody who could lead. */
export type Successor = Successors['items'][number];

/** What somebody could become. */
export type SuccessorKind = 'steward' | 'owner';

/** New stewards with how far they are. */
export type Trainings = AnswerTo<`${typeof base}/trainings`>;

/** Who could become a steward, or an owner. */
export function useSuccessors(communityId: string, kind: SuccessorKind) {
  return useQuery<Successors, ApiError>({
    queryKey: ['leading', communityId, 'successors', kind],
    queryFn: () =>
      answerOf<Successors>(
        api.GET('/api/communities/{communityId}/rotation/successors', {
          params: { path: { communityId }, query: { kind } },
        }),
      ),
  });
}

/** Makes a task to talk to one of them. */
export function useTalkToSuccessor(communityId: string) {
  return useChange(
    ({ kind, personId }: { kind: SuccessorKind; personId: string }) =>
      answerOf<{ taskId: string }>(
        api.POST(`${base}/successors/{kind}/{personId}/task`, { params: { path: { communityId, kind, personId } } }),
      ),
    [
      ['leading', communityId],
      ['tasks', communityId],
      ['today', communityId],
    ],
  );
}

/** Everybody who has begun. */
export function useTrainings(communityId: string) {
  return useQuery<Trainings, ApiError>({
    queryKey: ['leading', communityId, 'trainings'],
    queryFn: () =>
      answerOf<Trainings>(
        api.GET('/api/communities/{communityId}/rotation/trainings', { params: { path: { communityId } } }),
      ),
  });
}

/** Gives somebody the tasks of a new steward. */
export function useStartTraining(communityId: string) {
  return useChange(
    (userId: string) =>
      answerOf<{ tasks: number }>(
        api.POST(`${base}/trainings`, { params: { path: { communityId } }, body: { userId } }),
      ),
    [
      ['leading', communityId],
      ['tasks', communityId],
      ['today', communityId],
    ],
  );
}
