// Waves of joins: many people through one entrance within minutes, what stands behind them, and what may be done.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { AnswerTo } from './shape.ts';

/** A page of waves. */
export type WavePage = AnswerTo<'/api/communities/{communityId}/rules/waves'>;

/** A wave as a line of the list. */
export type WaveLine = WavePage['items'][number];

/** A wave with who came in it, and what was done. */
export type Wave = AnswerTo<'/api/communities/{communityId}/rules/waves/{waveId}'>;

/** Those that count, or those that are over. */
export type WaveState = 'open' | 'over';

const base = '/api/communities/{communityId}/rules/waves' as const;

/** A page of waves, newest first. */
export function useWaves(communityId: string, query: { state: WaveState; cursor?: string }) {
  return useQuery<WavePage, ApiError>({
    queryKey: ['waves', communityId, query],
    queryFn: () => answerOf<WavePage>(api.GET(base, { params: { path: { communityId }, query } })),
    placeholderData: keepPreviousData,
  });
}

/** One wave; asked again while something is done about it, whose end nobody announces. */
export function useWave(communityId: string, waveId: string) {
  return useQuery<Wave, ApiError>({
    queryKey: ['waves', communityId, waveId],
    queryFn: () => answerOf<Wave>(api.GET(`${base}/{waveId}`, { params: { path: { communityId, waveId } } })),
    refetchInterval: ({ state }) => (state.data?.approvalUntil || state.data?.heldUntil ? 20_000 : false),
  });
}

/** What may be done about a wave: begun, ended before its time, or that they are guests. */
export type WaveAct = 'approval' | 'approvalOff' | 'hold' | 'holdOff' | 'guests';

/** Does something about a wave. */
export function useWaveAct(communityId: string, waveId: string) {
  return useChange(
    (act: WaveAct): Promise<Wave> => {
      const params = { path: { communityId, waveId } };
      if (act === 'approval') return answerOf<Wave>(api.POST(`${base}/{waveId}/approval`, { params }));
      if (act === 'approvalOff') return answerOf<Wave>(api.DELETE(`${base}/{waveId}/approval`, { params }));
      if (act === 'hold') return answerOf<Wave>(api.POST(`${base}/{waveId}/hold`, { params }));
      if (act === 'holdOff') return answerOf<Wave>(api.DELETE(`${base}/{waveId}/hold`, { params }));
      return answerOf<Wave>(api.POST(`${base}/{waveId}/guests`, { params }));
    },
    [
      ['waves', communityId],
      ['alarms', communityId],
      ['today', communityId],
      ['tasks', communityId],
    ],
  );
}
