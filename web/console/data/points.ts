// Points: who has earned what, one person's statement, gifts, and the rules that hold.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import { usePages, type PageQuery } from './page.ts';
import type { AnswerTo } from './shape.ts';

const base = '/api/communities/{communityId}/points' as const;
const person = '/api/communities/{communityId}/people/{personId}/points' as const;

/** Spans of days in which earnings are counted; the second is the one of the members' board. */
export const earningSpans = ['7', '28', '90', '366'] as const;

/** One of them. */
export type EarningSpan = (typeof earningSpans)[number];

/** A page of who has earned. */
export type EarnerPage = AnswerTo<'/api/communities/{communityId}/points/earners'>;

/** Somebody who has earned. */
export type Earner = EarnerPage['items'][number];

/** A page of somebody's statement with all of their accounts. */
export type PersonPoints = AnswerTo<typeof person>;

/** One line of it. */
export type PointsLine = PersonPoints['items'][number];

/** A page of gifts. */
export type GiftPage = AnswerTo<'/api/communities/{communityId}/points/gifts'>;

/** A gift with the names of both. */
export type Gift = GiftPage['items'][number];

/** The rules that hold, and what the community has decided. */
export type PointsRules = AnswerTo<'/api/communities/{communityId}/points/settings'>;

/** What the community has decided. */
export type PointsSettings = PointsRules['settings'];

/** Which earners are shown. */
export interface EarnersFilter {
  days: EarningSpan;
  q?: string;
}

/** Who has earned, the most first. */
export function useEarners(communityId: string, query: EarnersFilter & { cursor?: string; limit: number }) {
  return useQuery<EarnerPage, ApiError>({
    queryKey: ['points', communityId, 'earners', query],
    queryFn: () => answerOf<EarnerPage>(api.GET(`${base}/earners`, { params: { path: { communityId }, query } })),
    placeholderData: keepPreviousData,
  });
}

/** Where the same list is a file. */
export function earnersFileAddress(communityId: string, { days, q }: EarnersFilter): string {
  const query = new URLSearchParams({ days, ...(q ? { q } : {}) });
  return `/api/communities/${communityId}/points/earners.csv?${query.toString()}`;
}

/** One person's statement, page after page; of one account, where they have several. */
export function usePersonPoints(communityId: string, personId: string, identityId: string | undefined) {
  return usePages({
    queryKey: ['points', communityId, 'person', personId, identityId ?? ''],
    ask: (query: PageQuery) =>
      answerOf<PersonPoints>(
        api.GET(person, {
          params: {
            path: { communityId, personId },
            query: { limit: 30, ...query, ...(identityId ? { identityId } : {}) },
          },
        }),
      ),
  });
}

/** What members gave each other. */
export function useGifts(communityId: string, query: { q?: string; cursor?: string; limit: number }) {
  return useQuery<GiftPage, ApiError>({
    queryKey: ['points', communityId, 'gifts', query],
    queryFn: () => answerOf<GiftPage>(api.GET(`${base}/gifts`, { params: { path: { communityId }, query } })),
    placeholderData: keepPreviousData,
  });
}

/** The rules that hold. */
export function usePointsRules(communityId: string) {
  return useQuery<PointsRules, ApiError>({
    queryKey: ['points', communityId, 'rules'],
    queryFn: () => answerOf<PointsRules>(api.GET(`${base}/settings`, { params: { path: { communityId } } })),
  });
}

/** Changes what the community has decided. */
export function useChangePointsRules(communityId: string) {
  return useChange(
    (body: PointsSettings) =>
      answerOf<PointsSettings>(api.PUT(`${base}/settings`, { params: { path: { communityId } }, body })),
    [['points', communityId, 'rules']],
  );
}

/** Takes a line of a statement back. */
export function useCorrectLine(communityId: string, personId: string) {
  return useChange(
    ({ entryId, reason }: { entryId: string; reason: string }) =>
      answerOf<unknown>(
        api.POST(`${person}/{entryId}/correct`, {
          params: { path: { communityId, personId, entryId } },
          body: { reason },
        }),
      ),
    [['points', communityId]],
  );
}

/** Takes a gift back. */
export function useTakeGiftBack(communityId: string) {
  return useChange(
    ({ giftId, reason }: { giftId: string; reason: string }) =>
      answerOf<unknown>(
        api.DELETE(`${base}/gifts/{giftId}`, { params: { path: { communityId, giftId } }, body: { reason } }),
      ),
    [['points', communityId]],
  );
}

const seasons = `${base}/seasons` as const;

/** A page of seasons. */
export type SeasonPage = AnswerTo<'/api/communities/{communityId}/points/seasons'>;

/** A season of points. */
export type Season = SeasonPage['items'][number];

/** What the end of a season would take now. */
export type SeasonTrial = AnswerTo<'/api/communities/{communityId}/points/seasons/dry-run'>;

/** Seasons, the latest first. */
export function useSeasons(communityId: string, query: { cursor?: string; limit: number }) {
  return useQuery<SeasonPage, ApiError>({
    queryKey: ['points', communityId, 'seasons', query],
    queryFn: () => answerOf<SeasonPage>(api.GET(seasons, { params: { path: { communityId }, query } })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.items.some((one) => one.state === 'running') ? 3000 : false),
  });
}

/** What the end of a season would take now. */
export function useSeasonTrial(communityId: string) {
  return useQuery<SeasonTrial, ApiError>({
    queryKey: ['points', communityId, 'season-trial'],
    queryFn: () => answerOf<SeasonTrial>(api.GET(`${seasons}/dry-run`, { params: { path: { communityId } } })),
    gcTime: 0,
  });
}

/** Plans the end of a season. */
export function usePlanSeason(communityId: string) {
  return useChange(
    (body: Pick<Season, 'id' | 'name' | 'endsOn' | 'words'>) =>
      answerOf<Season>(api.POST(seasons, { params: { path: { communityId } }, body })),
    [['points', communityId, 'seasons']],
  );
}

/** Gives a season up before it ends. */
export function useCallSeasonOff(communityId: string) {
  return useChange(
    (seasonId: string) =>
      answerOf<Season>(api.POST(`${seasons}/{seasonId}/call-off`, { params: { path: { communityId, seasonId } } })),
    [['points', communityId, 'seasons']],
  );
}
