import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { Page } from './page.ts';

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
