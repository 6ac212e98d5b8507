// What happens when nobody takes something: three numbers that three modules keep, read and changed as one.
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { AnswerTo } from './shape.ts';

const base = '/api/communities/{communityId}' as const;

type Desk = AnswerTo<`${typeof base}/desk-settings`>;
type Alerts = AnswerTo<`${typeof base}/alert-settings`>;
type Team = AnswerTo<`${typeof base}/team-settings`>;

/** When what nobody takes goes to somebody else. */
export interface Escalation {
  /** Minutes until a question goes to whoever is on duty; null = never by itself. */
  dutyAfterMinutes: number | null;
  /** Minutes until others than those on duty are told; 0 = all at once. */
  othersAfterMinutes: number;
  /** Hours until a late task goes up; 0 = never by itself. */
  escalateHours: number;
}

/** What holds; what one may not read is missing. */
export function useEscalation(communityId: string, { desk, team }: { desk: boolean; team: boolean }) {
  const params = { params: { path: { communityId } } };
  return useQuery<Partial<Escalation>, ApiError>({
    queryKey: ['escalation', communityId],
    queryFn: async () => {
      const [ofDesk, ofAlerts, ofTeam] = await Promise.all([
        desk ? answerOf<Desk>(api.GET(`${base}/desk-settings`, params)) : undefined,
        team ? answerOf<Alerts>(api.GET(`${base}/alert-settings`, params)) : undefined,
        team ? answerOf<Team>(api.GET(`${base}/team-settings`, params)) : undefined,
      ]);
      return {
        ...(ofDesk ? { dutyAfterMinutes: ofDesk.dutyAfterMinutes } : {}),
        ...ofAlerts,
        ...ofTeam,
      };
    },
  });
}

/** Changes one of the numbers. */
export function useSetEscalation(communityId: string) {
  return useChange((change: Partial<Escalation>) => send(communityId, change), [['escalation', communityId]]);
}

async function send(communityId: string, { dutyAfterMinutes, othersAfterMinutes, escalateHours }: Partial<Escalation>) {
  const params = { params: { path: { communityId } } };
  if (dutyAfterMinutes !== undefined) {
    // The promise is kept as a whole: the rest stays as it is now.
    const before = await answerOf<Desk>(api.GET(`${base}/desk-settings`, params));
    await answerOf(api.PUT(`${base}/desk-settings`, { ...params, body: { ...before, dutyAfterMinutes } }));
  }
  if (othersAfterMinutes !== undefined)
    await answerOf(api.PUT(`${base}/alert-settings`, { ...params, body: { othersAfterMinutes } }));
  if (escalateHours !== undefined)
    await answerOf(api.PUT(`${base}/team-settings`, { ...params, body: { escalateHours } }));
}
