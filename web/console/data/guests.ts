// The guest book: who is in it, one of them with their story, and everything that is written there.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api, uploadBytes } from '../../kit/api.ts';
import type { paths } from '../../kit/api-types.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { AnswerTo } from './shape.ts';

const base = '/api/communities/{communityId}/guests' as const;
const onePath = `${base}/{guestId}` as const;

/** A page of guests. */
export type GuestPage = AnswerTo<typeof base>;

/** Somebody in the guest book. */
export type Guest = GuestPage['items'][number];

/** A guest with their story. */
export type GuestStory = AnswerTo<typeof onePath>;

/** A guest with the community, once. */
export type Appearance = GuestStory['appearances'][number];

/** What is asked of the list. */
export type GuestQuery = NonNullable<paths[typeof base]['get']['parameters']['query']>;

type Body<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Sent } } }
  ? Sent
  : never;

/** What the team writes about a guest. */
export type GuestWords = Omit<Body<paths[typeof base]['post']>, 'stage'>;

/** What the team says of an appearance. */
export type AppearanceWords = Body<paths[`${typeof onePath}/appearances`]['post']>;

/** What a guest can be, in the order of the choices. */
export const guestKinds = ['kol', 'speaker', 'merchant', 'partner', 'media'] as const;

/** How far a relation has come. */
export const guestStages = ['known', 'talked', 'agreed', 'came', 'friend', 'resting'] as const;

/** How the community came to know of somebody. */
export const guestSources = ['self', 'agreed', 'public', 'introduced'] as const;

/** In which order guests are listed. */
export const guestOrders = ['next', 'new', 'last'] as const;

/** Who is in the book. */
export function useGuests(communityId: string, query: GuestQuery, enabled = true) {
  return useQuery<GuestPage, ApiError>({
    queryKey: ['guests', communityId, 'list', query],
    queryFn: () => answerOf<GuestPage>(api.GET(base, { params: { path: { communityId }, query } })),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** How many stand at each stage. */
export function useGuestCounts(communityId: string) {
  const path = '/api/communities/{communityId}/guest-counts' as const;
  return useQuery<AnswerTo<typeof path>, ApiError>({
    queryKey: ['guests', communityId, 'counts'],
    queryFn: () => answerOf<AnswerTo<typeof path>>(api.GET(path, { params: { path: { communityId } } })),
  });
}

const oneKey = (communityId: string, guestId: string) => ['guests', communityId, 'one', guestId];

/** One guest with their story. */
export function useGuest(communityId: string, guestId: string) {
  return useQuery<GuestStory, ApiError>({
    queryKey: oneKey(communityId, guestId),
    queryFn: () => answerOf<GuestStory>(api.GET(onePath, { params: { path: { communityId, guestId } } })),
  });
}

/** How to reach a guest; each call stays in the log. */
export function readPrivate(communityId: string, guestId: string) {
  return answerOf<{ contact: string; fee: string }>(
    api.POST(`${onePath}/private`, { params: { path: { communityId, guestId } }, body: {} }),
  );
}

/** Everything that can be written in the book. */
export type GuestChange =
  | { how: 'create'; words: GuestWords }
  | { how: 'change'; guestId: string; version: number; words: Partial<GuestWords> }
  | { how: 'move'; guestId: string; to: Guest['stage']; note: string }
  | { how: 'note'; guestId: string; note: string }
  | { how: 'next'; guestId: string; at: string | null; what: string; assigneeId: string | null }
  | { how: 'appear'; guestId: string; appearanceId: string | null; words: AppearanceWords }
  | { how: 'merge'; guestId: string; otherId: string }
  | { how: 'forget'; guestId: string };

/** Writes in the book. */
export function useChangeGuests(communityId: string) {
  return useChange(
    (change: GuestChange) => sendChange(communityId, change),
    [
      ['guests', communityId],
      ['tasks', communityId],
    ],
    (change) => (change.how === 'forget' ? oneKey(communityId, change.guestId) : undefined),
  );
}

function sendChange(communityId: string, change: GuestChange): Promise<unknown> {
  if (change.how === 'create')
    return answerOf<unknown>(api.POST(base, { params: { path: { communityId } }, body: change.words }));
  const path = { communityId, guestId: change.guestId };
  const params = { path };
  switch (change.how) {
    case 'change':
      return answerOf<unknown>(api.PATCH(onePath, { params, body: { version: change.version, ...change.words } }));
    case 'move':
      return answerOf<unknown>(api.POST(`${onePath}/stage`, { params, body: { to: change.to, note: change.note } }));
    case 'note':
      return answerOf<unknown>(api.POST(`${onePath}/notes`, { params, body: { note: change.note } }));
    case 'next': {
      const { at, what, assigneeId } = change;
      return answerOf<unknown>(api.PUT(`${onePath}/next-step`, { params, body: { at, what, assigneeId } }));
    }
    case 'appear':
      return change.appearanceId === null
        ? answerOf<unknown>(api.POST(`${onePath}/appearances`, { params, body: change.words }))
        : answerOf<unknown>(
            api.PUT(`${onePath}/appearances/{appearanceId}`, {
              params: { path: { ...path, appearanceId: change.appearanceId } },
              body: change.words,
            }),
          );
    case 'merge':
      return answerOf<unknown>(api.POST(`${onePath}/merge`, { params, body: { otherId: change.otherId } }));
    case 'forget':
      return answerOf<unknown>(api.DELETE(onePath, { params }));
  }
}

/** What a list would do, or has done. */
export interface ListVerdict {
  added: number;
  known: number;
  bad: { row: number; column: string; value: string }[];
}

/** Tries a list, or writes its good rows. */
export function bringGuests(
  communityId: string,
  { file, write }: { file: File; write: boolean },
): Promise<ListVerdict> {
  return uploadBytes(`/api/communities/${communityId}/guests-file?write=${write}`, file);
}

/** Fetches the book as a file, exactly whom the filter leaves. */
export async function fetchGuestFile(
  communityId: string,
  { isPrivate, filter }: { isPrivate: boolean; filter: Omit<GuestQuery, 'cursor' | 'limit' | 'order'> },
): Promise<{ name: string; file: Blob }> {
  const wish = {
    params: { path: { communityId }, query: { ...filter, format: 'xlsx' as const } },
    parseAs: 'blob' as const,
  };
  const answer = isPrivate
    ? await api.GET('/api/communities/{communityId}/guests-file/private', wish)
    : await api.GET('/api/communities/{communityId}/guests-file', wish);
  const file = (await answerOf(answer as never)) as Blob;
  const name = /filename="([^"]+)"/.exec(answer.response.headers.get('content-disposition') ?? '')?.[1];
  return { name: name ?? 'guests.xlsx', file };
}
