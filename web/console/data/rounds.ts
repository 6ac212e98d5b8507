// Name-card rounds: which there were, who is still to be decided about, and what is done.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { AnswerTo } from './shape.ts';

const base = '/api/communities/{communityId}/care/rounds' as const;

/** A page of rounds. */
export type RoundPage = AnswerTo<typeof base>;

/** A round with its figures. */
export type Round = RoundPage['items'][number];

/** A round, and whether its platform tells who reads. */
export type OneRound = AnswerTo<`${typeof base}/{roundId}`>;

/** People of one part of a round. */
export type RoundPeople = AnswerTo<`${typeof base}/{roundId}/people`>;

/** Somebody of a round. */
export type RoundPerson = RoundPeople['items'][number];

/** What a round in a group would be. */
export type RoundPreview = AnswerTo<'/api/communities/{communityId}/care/round-preview'>;

/** Parts of a round in the order in which they are shown. */
export const roundViews = ['silent', 'reading', 'answered', 'spared', 'removals', 'left'] as const;

/** One of them. */
export type RoundView = (typeof roundViews)[number];

/** A page of rounds, newest first. */
export function useRounds(communityId: string, query: { cursor?: string }) {
  return useQuery<RoundPage, ApiError>({
    queryKey: ['rounds', communityId, query],
    queryFn: () => answerOf<RoundPage>(api.GET(base, { params: { path: { communityId }, query } })),
    placeholderData: keepPreviousData,
  });
}

/** One round; asked again while answers come in or removals are under way. */
export function useRound(communityId: string, roundId: string) {
  return useQuery<OneRound, ApiError>({
    queryKey: ['rounds', communityId, roundId],
    queryFn: () => answerOf<OneRound>(api.GET(`${base}/{roundId}`, { params: { path: { communityId, roundId } } })),
    refetchInterval: ({ state }) => (state.data?.round.state === 'closed' ? false : 30_000),
  });
}

/** People of a part of a round. */
export function useRoundPeople(
  communityId: string,
  roundId: string,
  query: { view: RoundView; cursor?: string; limit: number },
) {
  return useQuery<RoundPeople, ApiError>({
    queryKey: ['rounds', communityId, roundId, query],
    queryFn: () =>
      answerOf<RoundPeople>(api.GET(`${base}/{roundId}/people`, { params: { path: { communityId, roundId }, query } })),
    placeholderData: keepPreviousData,
  });
}

/** Texts and figures before a round begins. */
export function useRoundPreview(communityId: string, groupId: string | undefined) {
  return useQuery<RoundPreview, ApiError>({
    queryKey: ['rounds', communityId, 'preview', groupId],
    queryFn: () =>
      answerOf<RoundPreview>(
        api.GET('/api/communities/{communityId}/care/round-preview', {
          params: { path: { communityId }, query: { groupId: groupId! } },
        }),
      ),
    enabled: groupId !== undefined,
  });
}

/** What beginning a round takes. */
export interface NewRound {
  groupId: string;
  format: string;
  texts: RoundPreview['texts'];
  days: number;
  remindAfter: number[];
  perDay: number;
}

/** Begins a round. */
export function useStartRound(communityId: string) {
  return useChange(
    (body: NewRound) => answerOf<Round>(api.POST(base, { params: { path: { communityId } }, body })),
    [['rounds', communityId]],
  );
}

/** What can be done with a round. */
export type RoundAct =
  | { act: 'end' }
  | { act: 'close' }
  | { act: 'remove' }
  | { act: 'stop' }
  | { act: 'decide'; identityIds: string[]; decision: 'keep' | 'talk' | 'remove' | null }
  | { act: 'undo'; identityId: string };

/** Does something with a round. */
export function useRoundAct(communityId: string, roundId: string) {
  return useChange(
    async (wish: RoundAct): Promise<unknown> => {
      const params = { path: { communityId, roundId } };
      if (wish.act === 'end') return answerOf(api.POST(`${base}/{roundId}/end`, { params }));
      if (wish.act === 'close') return answerOf(api.POST(`${base}/{roundId}/close`, { params }));
      if (wish.act === 'remove') return answerOf(api.POST(`${base}/{roundId}/removals`, { params }));
      if (wish.act === 'stop') return answerOf(api.DELETE(`${base}/{roundId}/removals`, { params }));
      if (wish.act === 'decide') {
        const { identityIds, decision } = wish;
        return answerOf(api.POST(`${base}/{roundId}/decisions`, { params, body: { identityIds, decision } }));
      }
      const { identityId } = wish;
      return answerOf(
        api.POST(`${base}/{roundId}/people/{identityId}/undo`, { params: { path: { ...params.path, identityId } } }),
      );
    },
    [
      ['rounds', communityId],
      ['tasks', communityId],
    ],
  );
}

const keptPath = '/api/communities/{communityId}/care/kept' as const;

/** A page of those who are kept for good. */
export type KeptPage = AnswerTo<typeof keptPath>;

/** Somebody who is kept for good. */
export type Kept = KeptPage['items'][number];

/** Who is kept for good, the latest first. */
export function useKept(communityId: string, query: { cursor?: string; limit: number }) {
  return useQuery<KeptPage, ApiError>({
    queryKey: ['rounds', communityId, 'kept', query],
    queryFn: () => answerOf<KeptPage>(api.GET(keptPath, { params: { path: { communityId }, query } })),
    placeholderData: keepPreviousData,
  });
}

/** Keeps somebody whatever later rounds find, with the reason, or lets later rounds ask them again. */
export function useKeepAlways(communityId: string) {
  return useChange(
    ({ identityId, on, note = '' }: { identityId: string; on: boolean; note?: string }): Promise<unknown> => {
      const path = `${keptPath}/{identityId}` as const;
      const params = { path: { communityId, identityId } };
      return answerOf(on ? api.PUT(path, { params, body: { note } }) : api.DELETE(path, { params }));
    },
    [['rounds', communityId]],
  );
}
