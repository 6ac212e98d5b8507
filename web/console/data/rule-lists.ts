// Lists of terms that a community watches for, without their terms.
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import { touchedByRules } from './rules.ts';
import type { AnswerTo } from './shape.ts';

const base = '/api/communities/{communityId}/rules' as const;

/** A list of terms without its terms. */
export type TermList = AnswerTo<'/api/communities/{communityId}/rules/lists'>['items'][number];

/** Lists of terms, oldest first. */
export function useTermLists(communityId: string) {
  return useQuery<TermList[], ApiError>({
    queryKey: ['rules', communityId, 'lists'],
    queryFn: async () =>
      (await answerOf<{ items: TermList[] }>(api.GET(`${base}/lists`, { params: { path: { communityId } } }))).items,
  });
}

/** What is written of a list besides its terms. */
export type ListWish = Pick<TermList, 'name' | 'effect' | 'mode' | 'rule'>;

/** Adds a list, or writes the head of one anew. */
export function useKeepList(communityId: string) {
  return useChange(async ({ listId, terms, ...wish }: ListWish & { listId?: string; terms?: string[] }) => {
    type Kept = { list: TermList };
    const { list } = listId
      ? await answerOf<Kept>(
          api.PUT(`${base}/lists/{listId}`, { params: { path: { communityId, listId } }, body: wish }),
        )
      : await answerOf<Kept>(
          api.POST(`${base}/lists`, { params: { path: { communityId } }, body: { ...wish, terms: terms ?? [] } }),
        );
    return list;
  }, touchedByRules(communityId));
}

/** Deletes a list. */
export function useRemoveList(communityId: string) {
  return useChange(
    (listId: string) =>
      answerOf<unknown>(api.DELETE(`${base}/lists/{listId}`, { params: { path: { communityId, listId } } })),
    touchedByRules(communityId),
  );
}
