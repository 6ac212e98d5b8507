import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import type { paths } from '../../kit/api-types.ts';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { Draft as Rule } from './segments.ts';
import type { AnswerTo } from './shape.ts';

const base = '/api/communities/{communityId}' as const;

/** A ladder with its levels in words. */
export type Ladder = AnswerTo<'/api/communities/{communityId}/ladders'>['items'][number];

/** Something that a level gives. */
export type Privilege = Ladder['levels'][number]['privileges'][number];

type Try = paths['/api/communities/{communityId}/ladders/dry-run']['post'];

/** What a change would do. */
export type DryRun = Try['responses'][200]['content']['application/json'];

type Sent = Try['requestBody'] extends infer Body
  ? NonNullable<Body> extends { content: { 'application/json': { draft: infer Given } } }
    ? Given
    : never
  : never;

/** A level while it is put together. */
export interface DraftLevel {
  /** Tells rows apart while they are moved. */
  key: string;
  number: number | null;
  name: string;
  entry: Rule | null;
  staying: Rule | null;
  price: { amount: number; currency: string; days: number } | null;
  privileges: Privilege[];
}

/** A ladder while it is put together. */
export interface LadderDraft {
  name: string;
  main: boolean;
  policy: Ladder['policy'];
  levels: DraftLevel[];
}

/** A draft as it is sent. */
function toSent({ levels, ...draft }: LadderDraft): Sent {
  return { ...draft, levels: levels.map(({ key: _key, ...level }) => level) } as Sent;
}

/** The ladders of a community; asked again while everybody is looked at. */
export function useLadders(communityId: string) {
  return useQuery<{ items: Ladder[] }, ApiError>({
    queryKey: ['levels', communityId, 'ladders'],
    queryFn: () => answerOf(api.GET(`${base}/ladders`, { params: { path: { communityId } } })),
    refetchInterval: ({ state }) => (state.data?.items.some(({ running }) => running) ? 1500 : false),
  });
}

/** Tries a draft; nothing is written. */
export function useTryLadder(communityId: string) {
  return useMutation<DryRun, ApiError, { ladderId: string | null; draft: LadderDraft }>({
    mutationFn: ({ ladderId, draft }) =>
      answerOf(
        api.POST(`${base}/ladders/dry-run`, {
          params: { path: { communityId } },
          body: { ladderId, draft: toSent(draft) },
        }),
      ),
  });
}

/** Makes a ladder, or changes one. */
export function useSaveLadder(communityId: string) {
  return useChange(
    ({ ladder, draft, tells }: { ladder: Ladder | undefined; draft: LadderDraft; tells: boolean }) => {
      const path = { communityId };
      if (!ladder) return answerOf(api.POST(`${base}/ladders`, { params: { path }, body: toSent(draft) }));
      return answerOf(
        api.PUT(`${base}/ladders/{ladderId}`, {
          params: { path: { ...path, ladderId: ladder.id } },
          body: { revision: ladder.revision, tells, draft: toSent(draft) },
        }),
      );
    },
    [
      ['levels', communityId],
      ['segments', communityId],
    ],
  );
}

/** Puts a ladder away. */
export function useRemoveLadder(communityId: string) {
  return useChange(
    (ladderId: string) =>
      answerOf<unknown>(api.DELETE(`${base}/ladders/{ladderId}`, { params: { path: { communityId, ladderId } } })),
    [['levels', communityId]],
  );
}

type Changes = AnswerTo<'/api/communities/{communityId}/ladders/{ladderId}/changes'>;

/** Who went up and down on a ladder, page by page. */
export function useLevelChanges(communityId: string, ladderId: string) {
  return useInfiniteQuery<Changes, ApiError, Changes['items'], unknown[], string | undefined>({
    queryKey: ['levels', communityId, 'changes', ladderId],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET(`${base}/ladders/{ladderId}/changes`, {
          params: {
            path: { communityId, ladderId },
            query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}
