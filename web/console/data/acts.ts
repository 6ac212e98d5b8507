import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';

/** Something done to a group or to someone in it. */
export type Act =
  | { op: 'muteAll'; on: boolean }
  | { op: 'mute'; identityId: string; seconds: number; reason?: string }
  | { op: 'unmute'; identityId: string }
  | { op: 'kick'; identityId: string; reason: string }
  | { op: 'ban'; identityId: string; reason: string }
  | { op: 'unban'; identityId: string }
  | { op: 'slowMode'; seconds: number }
  | { op: 'lockName'; on: boolean }
  | { op: 'setName'; name: string }
  | { op: 'setNotice'; text: string }
  | { op: 'allowPrivateAdd'; on: boolean }
  | { op: 'setRole'; identityId: string; role: 'member' | 'steward' | 'admin' };

/** How an act was carried out. */
export interface ActResult {
  how: 'native' | 'emulated' | 'human';
  /** The task that a human now has, when the carrier cannot. */
  taskId: string | null;
}

/** Carries out an act; on a carrier that cannot, it becomes a task for a human. */
export function useAct(communityId: string, groupId: string) {
  return useChange(
    (act: Act) =>
      answerOf<ActResult>(
        api.POST('/api/communities/{communityId}/groups/{groupId}/acts', {
          params: { path: { communityId, groupId } },
          body: act,
        }),
      ),
    [
      ['group', groupId],
      ['groups', communityId],
      ['members', groupId],
      ['tasks', communityId],
      ['bans', communityId],
    ],
  );
}

/** What a group's carrier can do for an op. */
export type Ability = 'native' | 'emulated' | 'human' | 'unsupported';

/** What the carrier can do in this group, by op. */
export function useAbilities(communityId: string, groupId: string) {
  return useQuery<Record<string, Ability>, ApiError>({
    queryKey: ['abilities', groupId],
    queryFn: async () => {
      const answer = await answerOf<{ abilities: Record<string, Ability> }>(
        api.GET('/api/communities/{communityId}/groups/{groupId}/abilities', {
          params: { path: { communityId, groupId } },
        }),
      );
      return answer.abilities;
    },
    enabled: groupId !== '',
    staleTime: 300_000,
  });
}
