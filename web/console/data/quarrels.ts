import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { AnswerTo } from './shape.ts';

/** What stands behind an alarm about a quarrel. */
export type Quarrel = AnswerTo<'/api/communities/{communityId}/alarms/{alarmId}/quarrel'>;

/** How often the latest alarms were right, the settings, and what groups were taught. */
export type QuarrelRecord = AnswerTo<'/api/communities/{communityId}/quarrels'>;

/** What stands behind an alarm; asked again while a slow mode runs, whose end nobody announces. */
export function useQuarrel(communityId: string, alarmId: string) {
  return useQuery<Quarrel, ApiError>({
    queryKey: ['quarrel', communityId, alarmId],
    queryFn: () =>
      answerOf<Quarrel>(
        api.GET('/api/communities/{communityId}/alarms/{alarmId}/quarrel', {
          params: { path: { communityId, alarmId } },
        }),
      ),
    refetchInterval: ({ state }) => (state.data?.slowMode ? 20_000 : false),
  });
}

/** How often the latest alarms were right. */
export function useQuarrelRecord(communityId: string) {
  return useQuery<QuarrelRecord, ApiError>({
    queryKey: ['quarrels', communityId],
    queryFn: () =>
      answerOf<QuarrelRecord>(
        api.GET('/api/communities/{communityId}/quarrels', { params: { path: { communityId } } }),
      ),
  });
}

/** What may be done about a quarrel. */
export type QuarrelAct =
  | { what: 'slow' }
  | { what: 'undo' }
  | { what: 'none' }
  | { what: 'note'; text: string }
  | { what: 'talk'; identityId: string; text: string };

/** Does something about a quarrel. */
export function useQuarrelAct(communityId: string, { alarmId, groupId }: { alarmId: string; groupId: string }) {
  return useChange(
    (act: QuarrelAct): Promise<unknown> => {
      const params = { path: { communityId, alarmId } };
      const base = '/api/communities/{communityId}/alarms/{alarmId}/quarrel';
      if (act.what === 'slow') return answerOf<unknown>(api.POST(`${base}/slow-mode`, { params }));
      if (act.what === 'undo') return answerOf<unknown>(api.DELETE(`${base}/slow-mode`, { params }));
      if (act.what === 'none') return answerOf<unknown>(api.POST(`${base}/no-quarrel`, { params }));
      const { text } = act;
      if (act.what === 'note') return answerOf<unknown>(api.POST(`${base}/note`, { params, body: { text } }));
      const body = { identityId: act.identityId, text };
      return answerOf<unknown>(api.POST(`${base}/private-talk`, { params, body }));
    },
    [
      ['quarrel', communityId],
      ['quarrels', communityId],
      ['alarms', communityId],
      ['today', communityId],
      ['tasks', communityId],
      ['group', groupId],
      ['groups', communityId],
    ],
  );
}

/** Changes how many alarms there may be. */
export function useQuarrelSettings(communityId: string) {
  return useChange(
    (body: QuarrelRecord['settings']) =>
      answerOf<unknown>(
        api.PUT('/api/communities/{communityId}/quarrels/settings', { params: { path: { communityId } }, body }),
      ),
    [['quarrels', communityId]],
  );
}

/** Forgets what a group was taught. */
export function useForgetLessons(communityId: string) {
  return useChange(
    (groupId: string) =>
      answerOf<unknown>(
        api.DELETE('/api/communities/{communityId}/groups/{groupId}/quarrel-lessons', {
          params: { path: { communityId, groupId } },
        }),
      ),
    [['quarrels', communityId]],
  );
}
