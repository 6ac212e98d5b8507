import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import { usePages } from './page.ts';
import type { Page } from './page.ts';
import type { AnswerTo } from './shape.ts';

/** Something a human does because the carrier cannot. */
export interface Task {
  id: string;
  communityId: string;
  groupId: string | null;
  kind: string;
  title: string;
  text: string;
  pictureIds: string[];
  steps: string[];
  dueAt: string | null;
  state: 'open' | 'done' | 'skipped' | 'cancelled';
  assigneeId: string | null;
  settledAt: string | null;
  messageId: string | null;
  questionId: string | null;
  snoozedUntil: string | null;
  escalatedAt: string | null;
  escalationWord: string;
}

/** Tasks of a state, of all groups or one. */
export function useTasks(
  communityId: string,
  filter: { state: Task['state']; groupId?: string; cursor?: string; limit?: number },
) {
  return useQuery<Page<Task>, ApiError>({
    queryKey: ['tasks', communityId, filter],
    queryFn: () =>
      answerOf<Page<Task>>(
        api.GET('/api/communities/{communityId}/tasks', { params: { path: { communityId }, query: filter } }),
      ),
    enabled: communityId !== '',
    refetchInterval: 30_000,
  });
}

/** What the task centre is narrowed to. */
export interface TaskFilter {
  state: Task['state'];
  assignee?: string;
  due?: 'overdue';
  q?: string;
  snoozed?: 'only' | 'without';
}

/** Tasks of the task centre, page after page. */
export function useTaskPages(communityId: string, filter: TaskFilter) {
  return usePages<Page<Task>>({
    queryKey: ['tasks', communityId, 'pages', filter],
    keepsPrevious: true,
    ask: (page) =>
      answerOf<Page<Task>>(
        api.GET('/api/communities/{communityId}/tasks', {
          params: { path: { communityId }, query: { ...filter, limit: 50, ...page } },
        }),
      ),
    refetchInterval: 60_000,
  });
}

/** What is done with tasks at once. */
export type TaskAct =
  { how: 'assign'; assigneeId: string | null } | { how: 'snooze'; until: string | null } | { how: 'done' | 'skip' };

/** What became of it. */
export interface TasksChanged {
  changed: string[];
  refused: { taskId: string; code: string }[];
}

const touched = (communityId: string) => [
  ['tasks', communityId],
  ['today', communityId],
  ['alarms', communityId],
];

/** Does the same with many tasks. */
export function useChangeTasks(communityId: string) {
  return useChange(
    ({ taskIds, act }: { taskIds: string[]; act: TaskAct }) =>
      answerOf<TasksChanged>(
        api.POST('/api/communities/{communityId}/tasks:batch', {
          params: { path: { communityId } },
          body: { taskIds, act },
        }),
      ),
    touched(communityId),
  );
}

/** Sends a task up with a word why. */
export function useEscalate(communityId: string) {
  return useChange(
    ({ taskId, word }: { taskId: string; word: string }) =>
      answerOf<Task>(
        api.POST('/api/communities/{communityId}/tasks/{taskId}/escalate', {
          params: { path: { communityId, taskId } },
          body: { word },
        }),
      ),
    touched(communityId),
  );
}

/** What somebody of the team carries. */
export type Load = AnswerTo<'/api/communities/{communityId}/task-load'>['items'][number];

/** Who carries how much. */
export function useLoad(communityId: string) {
  return useQuery<Load[], ApiError>({
    queryKey: ['tasks', communityId, 'load'],
    queryFn: async () =>
      (
        await answerOf<{ items: Load[] }>(
          api.GET('/api/communities/{communityId}/task-load', { params: { path: { communityId } } }),
        )
      ).items,
  });
}

/** Gives all open work of one to another, or back to all. */
export function useHandOver(communityId: string) {
  return useChange(
    ({ userId, toId }: { userId: string; toId: string | null }) =>
      answerOf<{ tasks: number }>(
        api.POST('/api/communities/{communityId}/team/{userId}/hand-over', {
          params: { path: { communityId, userId } },
          body: { toId },
        }),
      ),
    [...touched(communityId), ['questions', communityId]],
  );
}

/** How many tasks wait; zero while it is unknown. */
export function useOpenTaskCount(communityId: string): number {
  const counts = useQuery<{ open: number }, ApiError>({
    queryKey: ['tasks', communityId, 'counts'],
    queryFn: () =>
      answerOf<{ open: number }>(
        api.GET('/api/communities/{communityId}/task-counts', { params: { path: { communityId } } }),
      ),
    enabled: communityId !== '',
    refetchInterval: 30_000,
  });
  return counts.data?.open ?? 0;
}

/** Confirms or skips a task. */
export function useFinishTask(communityId: string) {
  return useChange(
    ({ taskId, how }: { taskId: string; how: 'done' | 'skip' }) => {
      const init = { params: { path: { communityId, taskId } }, body: {} };
      return answerOf<unknown>(
        how === 'done'
          ? api.POST('/api/communities/{communityId}/tasks/{taskId}/done', init)
          : api.POST('/api/communities/{communityId}/tasks/{taskId}/skip', init),
      );
    },
    [
      ['tasks', communityId],
      ['today', communityId],
      ['alarms', communityId],
    ],
  );
}
