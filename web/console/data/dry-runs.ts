// Dry runs: what a list, lines that may come in, a check or other settings would have stopped of the last thirty days.
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import { usePages } from './page.ts';
import type { Check, RulesSettings } from './rules.ts';
import type { TermText } from './rule-terms.ts';
import type { AnswerTo } from './shape.ts';

const path = '/api/communities/{communityId}/rules/dry-runs' as const;
const key = (communityId: string) => ['rules', communityId, 'dry-runs'];

/** A dry run: how far it is, and what it has counted. */
export type DryRun = AnswerTo<'/api/communities/{communityId}/rules/dry-runs/{runId}'>;

/** A page of what it has found. */
export type DryHitPage = AnswerTo<'/api/communities/{communityId}/rules/dry-runs/{runId}/hits'>;

/** A message that would have been stopped. */
export type DryHit = DryHitPage['items'][number];

/** Checks that what was said can be tried with: not joins, nor pictures, which are read when they come. */
export const triedChecks = [
  'links',
  'contacts',
  'repeats',
  'ads',
  'storms',
  'terms',
] as const satisfies readonly Check[];

/** What is tried. */
export type DryRunAbout =
  | { kind: 'list'; listId: string; add?: TermText }
  | { kind: 'check'; check: (typeof triedChecks)[number]; settings?: RulesSettings }
  | { kind: 'settings'; settings: RulesSettings };

/** Begins a dry run; what still runs is stopped. */
export function useAskDryRun(communityId: string) {
  return useChange(
    (about: DryRunAbout) => answerOf<DryRun>(api.POST(path, { params: { path: { communityId } }, body: { about } })),
    [key(communityId)],
  );
}

/** Dry runs of the last day, newest first; asked for again while one goes on. */
export function useDryRuns(communityId: string) {
  return useQuery<DryRun[], ApiError>({
    queryKey: [...key(communityId), 'all'],
    queryFn: async () =>
      (await answerOf<{ items: DryRun[] }>(api.GET(path, { params: { path: { communityId } } }))).items,
    refetchInterval: ({ state }) => (state.data?.some(isGoing) ? 2000 : false),
  });
}

/** A dry run, asked for again and again until it has ended. */
export function useDryRun(communityId: string, runId: string) {
  return useQuery<DryRun, ApiError>({
    queryKey: [...key(communityId), runId],
    queryFn: () => answerOf<DryRun>(api.GET(`${path}/{runId}`, { params: { path: { communityId, runId } } })),
    refetchInterval: ({ state }) => (state.data && isGoing(state.data) ? 700 : false),
  });
}

/** Whether it still looks. */
export const isGoing = ({ state }: Pick<DryRun, 'state'>) => state === 'waiting' || state === 'running';

/** What was found, the newest message first; `doubtful` = what is probably wrong. */
export function useDryHits(communityId: string, runId: string, { doubtful, enabled }: DryHitWish) {
  return usePages({
    queryKey: [...key(communityId), runId, 'hits', doubtful],
    ask: (page) =>
      answerOf<DryHitPage>(
        api.GET(`${path}/{runId}/hits`, {
          params: {
            path: { communityId, runId },
            query: { limit: 30, ...(doubtful ? { doubtful: 'true' as const } : {}), ...page },
          },
        }),
      ),
    enabled,
  });
}

interface DryHitWish {
  doubtful: boolean;
  enabled: boolean;
}

/** Stops a dry run. */
export function useCancelDryRun(communityId: string) {
  return useChange(
    (runId: string) =>
      answerOf<DryRun>(api.POST(`${path}/{runId}/cancel`, { params: { path: { communityId, runId } }, body: {} })),
    [key(communityId)],
  );
}
