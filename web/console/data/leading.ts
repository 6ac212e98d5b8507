// Who leads groups in turns, who could lead next, and how far new stewards are with what they learn.
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

const groupsPath = `${base}/groups` as const;
const groupPath = `${groupsPath}/{groupId}` as const;

/** All groups that are led in turns. */
export type LedGroups = AnswerTo<typeof groupsPath>;

/** A group that is led in turns. */
export type LedGroup = LedGroups['items'][number];

/** One of them with what a hand-over takes along, and earlier turns. */
export type LedStory = AnswerTo<typeof groupPath>;

/** Who leads which group. */
export function useLedGroups(communityId: string) {
  return useQuery<LedGroups, ApiError>({
    queryKey: ['leading', communityId, 'groups'],
    queryFn: () =>
      answerOf<LedGroups>(
        api.GET('/api/communities/{communityId}/rotation/groups', { params: { path: { communityId } } }),
      ),
  });
}

/** One group with its list and its story. */
export function useLedStory(communityId: string, groupId: string, enabled: boolean) {
  return useQuery<LedStory, ApiError>({
    queryKey: ['leading', communityId, 'groups', groupId],
    queryFn: () => answerOf<LedStory>(api.GET(groupPath, { params: { path: { communityId, groupId } } })),
    enabled,
  });
}

/** What is done with the turns of a group. */
export type TurnChange =
  | { how: 'plan'; groupId: string; version: number; userIds: string[]; weeks: number }
  | { how: 'drop' | 'handOver'; groupId: string };

/** Plans, ends, or passes on the turns of a group. */
export function useChangeTurns(communityId: string) {
  return useChange(
    (change: TurnChange) => sendTurn(communityId, change),
    [
      ['leading', communityId],
      ['tasks', communityId],
      ['today', communityId],
    ],
  );
}

function sendTurn(communityId: string, change: TurnChange): Promise<unknown> {
  const params = { params: { path: { communityId, groupId: change.groupId } } };
  switch (change.how) {
    case 'drop':
      return answerOf(api.DELETE(groupPath, params));
    case 'handOver':
      return answerOf(api.POST(`${groupPath}/hand-over`, { ...params, body: {} }));
    case 'plan': {
      const { version, userIds, weeks } = change;
      return answerOf(api.PUT(groupPath, { ...params, body: { version, userIds, weeks } }));
    }
  }
}
