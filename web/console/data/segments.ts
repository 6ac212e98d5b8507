import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { paths } from '../../kit/api-types.ts';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { AnswerTo } from './shape.ts';

const base = '/api/communities/{communityId}' as const;

/** What may be asked of people, with the ways of asking. */
export type KnownFact = AnswerTo<'/api/communities/{communityId}/segment-facts'>['items'][number];

/** A saved segment in words. */
export type Segment = AnswerTo<'/api/communities/{communityId}/segments'>['items'][number];

type Preview = paths['/api/communities/{communityId}/segments/preview']['post'];

/** What a segment is made of, as it is sent. */
export type Definition = Preview['requestBody'] extends infer Body
  ? NonNullable<Body> extends { content: { 'application/json': { definition: infer Given } } }
    ? Given
    : never
  : never;

/** Who fits: how many, in words, and a page of them. */
export type Found = Preview['responses'][200]['content']['application/json'];

/** A person who fits, with tags. */
export type FoundPerson = Found['items'][number];

/** One condition as it is put together; only what belongs to `op` is sent. */
export interface Condition {
  fact: string;
  op: string;
  days?: number;
  not?: boolean;
  number?: number;
  to?: number;
  from?: string;
  until?: string;
  options?: string[];
  text?: string;
  roles?: ('member' | 'steward' | 'admin' | 'owner')[];
}

/** Conditions joined by one word. */
export interface ConditionGroup {
  join: 'all' | 'any';
  items: Condition[];
}

/** A segment while it is put together. */
export interface Draft {
  join: 'all' | 'any';
  items: (Condition | ConditionGroup)[];
}

/** The facts of a community. */
export function useFacts(communityId: string) {
  return useQuery<KnownFact[], ApiError>({
    queryKey: ['segments', communityId, 'facts'],
    queryFn: async () =>
      (await answerOf(api.GET(`${base}/segment-facts`, { params: { path: { communityId } } }))).items,
  });
}

/** The saved segments. */
export function useSegments(communityId: string) {
  return useQuery<{ items: Segment[] }, ApiError>({
    queryKey: ['segments', communityId, 'list'],
    queryFn: () => answerOf(api.GET(`${base}/segments`, { params: { path: { communityId } } })),
  });
}

/** How many people are in a saved segment now; asked again every minute. */
export function useSegmentCount(communityId: string, segmentId: string, enabled = true) {
  return useQuery<{ count: number; pending: boolean }, ApiError>({
    queryKey: ['segments', communityId, 'count', segmentId],
    queryFn: () =>
      answerOf(api.GET(`${base}/segments/{segmentId}/count`, { params: { path: { communityId, segmentId } } })),
    enabled,
    refetchInterval: 60_000,
  });
}

/** Who fits a definition now. */
export function useFound(communityId: string, draft: Draft | undefined, page: { cursor?: string; limit: number }) {
  return useQuery<Found, ApiError>({
    queryKey: ['segments', communityId, 'found', draft, page],
    queryFn: () =>
      answerOf(
        api.POST(`${base}/segments/preview`, {
          params: { path: { communityId } },
          body: { definition: draft as Definition, ...page },
        }),
      ),
    enabled: draft !== undefined,
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
}

/** Saves a segment, new or changed. */
export function useSaveSegment(communityId: string) {
  return useChange(
    async ({
      id,
      name,
      draft,
    }: {
      id?: string;
      name?: string;
      draft?: Draft;
    }): Promise<{ id: string; name: string }> => {
      const definition = draft as Definition | undefined;
      if (id === undefined) {
        return answerOf(
          api.POST(`${base}/segments`, {
            params: { path: { communityId } },
            body: { name: name!, definition: definition! },
          }),
        );
      }
      return answerOf(
        api.PATCH(`${base}/segments/{segmentId}`, {
          params: { path: { communityId, segmentId: id } },
          body: { ...(name === undefined ? {} : { name }), ...(definition ? { definition } : {}) },
        }),
      );
    },
    [['segments', communityId]],
  );
}

/** Puts a segment away, or brings it back. */
export function useSetSegmentGone(communityId: string) {
  return useChange(
    ({ id, gone }: { id: string; gone: boolean }) => {
      const params = { path: { communityId, segmentId: id } };
      return answerOf<unknown>(
        gone
          ? api.DELETE(`${base}/segments/{segmentId}`, { params })
          : api.POST(`${base}/segments/{segmentId}/restore`, { params, body: {} }),
      );
    },
    // Only the list: a count of what is gone would be refused.
    [['segments', communityId, 'list']],
  );
}

/** Fetches the file of exactly those who fit. */
export async function fetchSegmentFile(
  communityId: string,
  wish: { draft: Draft; format: 'csv' | 'xlsx'; private: boolean },
): Promise<{ name: string; file: Blob }> {
  const answer = await api.POST(`${base}/segments/export`, {
    params: { path: { communityId } },
    body: { definition: wish.draft as Definition, format: wish.format, private: wish.private },
    parseAs: 'blob',
  });
  const file = (await answerOf(answer as never)) as Blob;
  const name = /filename="([^"]+)"/.exec(answer.response.headers.get('content-disposition') ?? '')?.[1];
  return { name: name ?? `people.${wish.format}`, file };
}
