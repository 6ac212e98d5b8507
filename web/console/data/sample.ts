import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';

/** Where the sample community of this installation stands. */
export interface Sample {
  state: 'none' | 'waiting' | 'loading' | 'ready' | 'failed';
  communityId: string | null;
  /** Days of its history that are in, of `days`. */
  done: number;
  days: number;
}

const key = ['sample'];

/** The sample; while it is being loaded, asked for again every second. Only owners of the installation may. */
export function useSample(enabled: boolean) {
  return useQuery<Sample, ApiError>({
    queryKey: key,
    queryFn: () => answerOf<Sample>(api.GET('/api/sample', {})),
    enabled,
    refetchInterval: ({ state: { data } }) => (data && isComing(data) ? 1000 : false),
  });
}

/** Whether it has been asked for and is not there yet. */
export function isComing({ state }: Sample): boolean {
  return state === 'waiting' || state === 'loading';
}

/** Asks for the sample. */
export function useLoadSample() {
  return useChange<void, Sample>(() => answerOf<Sample>(api.POST('/api/sample', {})), [key]);
}

/** Removes the sample with everything in it. */
export function useRemoveSample() {
  return useChange<void, Sample>(() => answerOf<Sample>(api.DELETE('/api/sample', {})), [key, ['me']]);
}
