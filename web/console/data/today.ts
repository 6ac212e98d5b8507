import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { usePages } from './page.ts';
import type { AnswerTo } from './shape.ts';

/** What to do now over all groups, and how they are. */
export type Today = AnswerTo<'/api/communities/{communityId}/today'>;

/** A page of pulses with the doors behind their numbers. */
export type PulsePage = AnswerTo<'/api/communities/{communityId}/pulses'>;

/** One group and how it is. */
export type Pulse = PulsePage['items'][number];

/** Something unusual in a group. */
export type Alarm = AnswerTo<'/api/communities/{communityId}/alarms'>['items'][number];

/** What a pulse can be read for. */
export const periods = ['today', 'yesterday', 'week'] as const;

/** One of the periods. */
export type Period = (typeof periods)[number];

/** Orders of the list of pulses. */
export const pulseOrders = ['attention', 'messages', 'members', 'name'] as const;

/** One of the orders. */
export type PulseOrder = (typeof pulseOrders)[number];

/** Today of the community; asked again every minute and when the team's channel says that something changed. */
export function useToday(communityId: string) {
  return useQuery<Today, ApiError>({
    queryKey: ['today', communityId],
    queryFn: () =>
      answerOf<Today>(api.GET('/api/communities/{communityId}/today', { params: { path: { communityId } } })),
    enabled: communityId !== '',
    refetchInterval: 60_000,
  });
}

/** The pulses of all groups, page after page. */
export function usePulses(communityId: string, filter: { order: PulseOrder; q?: string }) {
  return usePages({
    queryKey: ['pulses', communityId, filter],
    keepsPrevious: true,
    ask: (page) =>
      answerOf<PulsePage>(
        api.GET('/api/communities/{communityId}/pulses', {
          params: { path: { communityId }, query: { ...filter, limit: 24, ...page } },
        }),
      ),
    refetchInterval: 120_000,
  });
}

/** A page of alarms. */
export function useAlarms(
  communityId: string,
  filter: { state: 'open' | 'settled'; kind?: Alarm['kind']; groupId?: string; cursor?: string; limit?: number },
) {
  return useQuery<AnswerTo<'/api/communities/{communityId}/alarms'>, ApiError>({
    queryKey: ['alarms', communityId, filter],
    queryFn: () =>
      answerOf(api.GET('/api/communities/{communityId}/alarms', { params: { path: { communityId }, query: filter } })),
    placeholderData: keepPreviousData,
  });
}
