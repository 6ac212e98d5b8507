// Where one person stands on the ladders: locks by hand, and paid levels that were confirmed offline.
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { AnswerTo } from './shape.ts';

const base = '/api/communities/{communityId}/people/{personId}/levels' as const;

/** Where somebody stands, how that came, what was paid. */
export type PersonLevels = AnswerTo<typeof base>;

/** Their place on one ladder. */
export type PersonLadder = PersonLevels['items'][number];

/** A payment that was confirmed. */
export type Payment = PersonLevels['payments'][number];

/** Where somebody stands on each ladder. */
export function usePersonLevels(communityId: string, personId: string) {
  return useQuery<PersonLevels, ApiError>({
    queryKey: ['levels', communityId, 'person', personId],
    queryFn: () => answerOf<PersonLevels>(api.GET(base, { params: { path: { communityId, personId } } })),
  });
}

/** What is decided about somebody's level by hand. */
export type LevelAct =
  | { act: 'lock'; ladderId: string; level: number; until: string | null; reason: string }
  | { act: 'unlock'; ladderId: string }
  | { act: 'pay'; ladderId: string; id: string; level: number; amount: number; note: string }
  | { act: 'payBack'; ladderId: string; paymentId: string };

/** Decides it. */
export function useLevelAct(communityId: string, personId: string) {
  return useChange(
    (wish: LevelAct): Promise<unknown> => {
      const path = { communityId, personId, ladderId: wish.ladderId };
      if (wish.act === 'unlock') return answerOf<unknown>(api.DELETE(`${base}/{ladderId}/lock`, { params: { path } }));
      if (wish.act === 'payBack')
        return answerOf<unknown>(
          api.DELETE(`${base}/{ladderId}/payments/{paymentId}`, {
            params: { path: { ...path, paymentId: wish.paymentId } },
          }),
        );
      if (wish.act === 'lock') {
        const { level, until, reason } = wish;
        return answerOf(api.PUT(`${base}/{ladderId}/lock`, { params: { path }, body: { level, until, reason } }));
      }
      const { id, level, amount, note } = wish;
      return answerOf(api.POST(`${base}/{ladderId}/payments`, { params: { path }, body: { id, level, amount, note } }));
    },
    [
      ['levels', communityId],
      ['segments', communityId],
      ['timeline', communityId],
    ],
  );
}
