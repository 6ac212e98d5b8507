// How right a check or a list was while it only noted, by what moderators said of its notes.
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import type { Check } from './rules.ts';
import type { AnswerTo } from './shape.ts';

/** What notes: a check, or one list. */
export type ShadowOf = { check: Check } | { listId: string };

/** How right it was. */
export type ShadowReport = AnswerTo<'/api/communities/{communityId}/rules/shadow'>;

/** How right several were, in their order. */
export function useShadows(communityId: string, all: readonly ShadowOf[]) {
  return useQuery<ShadowReport[], ApiError>({
    queryKey: ['rules', communityId, 'shadows', all],
    queryFn: () =>
      Promise.all(
        all.map((query) =>
          answerOf<ShadowReport>(
            api.GET('/api/communities/{communityId}/rules/shadow', { params: { path: { communityId }, query } }),
          ),
        ),
      ),
    enabled: all.length > 0,
  });
}
