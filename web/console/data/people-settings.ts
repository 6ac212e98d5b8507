import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';

/** What a community has chosen about its people. */
export interface PeopleSettings {
  membersMayInvite: boolean;
  hoursBetweenApplications: number;
  emailProof: 'off' | 'required';
}

/** The choices as they stand. */
export function usePeopleSettings(communityId: string) {
  return useQuery<PeopleSettings, ApiError>({
    queryKey: ['people-settings', communityId],
    queryFn: () =>
      answerOf<PeopleSettings>(
        api.GET('/api/communities/{communityId}/people-settings', { params: { path: { communityId } } }),
      ),
  });
}

/** Changes them; the API takes all of them at once. */
export function useChangePeopleSettings(communityId: string) {
  return useChange(
    (body: PeopleSettings) =>
      answerOf<PeopleSettings>(
        api.PUT('/api/communities/{communityId}/people-settings', { params: { path: { communityId } }, body }),
      ),
    [['people-settings', communityId]],
  );
}
