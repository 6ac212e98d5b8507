// Promotions: where a group stands, what was promoted in it, what is planned, and what holds in the community.
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { Saying } from './messages.ts';
import { usePages } from './page.ts';
import type { AnswerTo } from './shape.ts';

const group = '/api/communities/{communityId}/groups/{groupId}' as const;
const all = '/api/communities/{communityId}/promotions' as const;

/** Where a group stands. */
export type Standing = AnswerTo<'/api/communities/{communityId}/groups/{groupId}/promotions/standing'>;

/** A page of what was promoted in a group. */
export type PromotionPage = AnswerTo<'/api/communities/{communityId}/groups/{groupId}/promotions'>;

/** One promotion with what was counted after it. */
export type Promotion = PromotionPage['items'][number];

/** A promotion that waits for its time, or was given back. */
export type Scheduled =
  AnswerTo<'/api/communities/{communityId}/groups/{groupId}/promotions/scheduled'>['items'][number];

/** What holds in the community, with the hosts that are known to all. */
export type PromotionRules = AnswerTo<'/api/communities/{communityId}/promotions/settings'>;

/** What a community has decided. */
export type PromotionSettings = PromotionRules['settings'];

/** The parts of what is given. */
export const valueParts = ['answers', 'checkIns', 'reactions'] as const;

/** Kinds of signs by which a promotion is known. */
export const signKinds = ['payment', 'shop', 'groupBuy', 'miniProgram', 'coupon', 'orderList'] as const;

const touched = (communityId: string) => [
  ['promotions', communityId],
  ['pulses', communityId],
];

/** Where a group stands with its promotions. */
export function useStanding(communityId: string, groupId: string, enabled = true) {
  return useQuery<Standing, ApiError>({
    queryKey: ['promotions', communityId, groupId, 'standing'],
    queryFn: () =>
      answerOf<Standing>(api.GET(`${group}/promotions/standing`, { params: { path: { communityId, groupId } } })),
    enabled,
    refetchInterval: 60_000,
  });
}

/** What was promoted in a group, page after page. */
export function usePromotions(communityId: string, groupId: string) {
  return usePages({
    queryKey: ['promotions', communityId, groupId, 'list'],
    ask: (page) =>
      answerOf<PromotionPage>(
        api.GET(`${group}/promotions`, { params: { path: { communityId, groupId }, query: { limit: 10, ...page } } }),
      ),
  });
}

/** What waits for its time in a group, and what was given back. */
export function useScheduled(communityId: string, groupId: string) {
  return useQuery<{ items: Scheduled[] }, ApiError>({
    queryKey: ['promotions', communityId, groupId, 'scheduled'],
    queryFn: () => answerOf(api.GET(`${group}/promotions/scheduled`, { params: { path: { communityId, groupId } } })),
    refetchInterval: 60_000,
  });
}

/** The same over all groups. */
export function useAllScheduled(communityId: string) {
  return useQuery<{ items: Scheduled[] }, ApiError>({
    queryKey: ['promotions', communityId, 'scheduled'],
    queryFn: () => answerOf(api.GET(`${all}/scheduled`, { params: { path: { communityId } } })),
    refetchInterval: 60_000,
  });
}

/** Plans a promotion for later. */
export function useSchedule(communityId: string, groupId: string) {
  return useChange(
    ({ saying, dueAt }: { saying: Omit<Saying, 'promotion' | 'insist'>; dueAt: string }) =>
      answerOf<Scheduled>(
        api.POST(`${group}/promotions/scheduled`, {
          params: { path: { communityId, groupId } },
          body: { ...saying, dueAt },
        }),
      ),
    touched(communityId),
  );
}

/** Takes a planned promotion back. */
export function useCancelScheduled(communityId: string) {
  return useChange(
    (scheduledId: string) =>
      answerOf<unknown>(
        api.DELETE(`${all}/scheduled/{scheduledId}`, { params: { path: { communityId, scheduledId } } }),
      ),
    touched(communityId),
  );
}

/** Says of a message of the team that it is a promotion, or is none. */
export function useCorrect(communityId: string, groupId: string) {
  return useChange(
    ({ messageId, promotion }: { messageId: string; promotion: boolean }) =>
      answerOf<unknown>(
        api.PUT(`${group}/messages/{messageId}/promotion`, {
          params: { path: { communityId, groupId, messageId } },
          body: { promotion },
        }),
      ),
    touched(communityId),
  );
}

/** What holds in the community. */
export function usePromotionRules(communityId: string) {
  return useQuery<PromotionRules, ApiError>({
    queryKey: ['promotions', communityId, 'settings'],
    queryFn: () => answerOf<PromotionRules>(api.GET(`${all}/settings`, { params: { path: { communityId } } })),
  });
}

/** Changes what holds in the community. */
export function useChangePromotionRules(communityId: string) {
  return useChange(
    (body: PromotionSettings) =>
      answerOf<PromotionSettings>(api.PUT(`${all}/settings`, { params: { path: { communityId } }, body })),
    touched(communityId),
  );
}

/** Forgets what corrections have taught. */
export function useForgetLessons(communityId: string) {
  return useChange(
    () => answerOf<unknown>(api.DELETE(`${all}/lessons`, { params: { path: { communityId } } })),
    touched(communityId),
  );
}

/** Gives a group a budget of its own, or lets it follow its tier again (null). */
export function useOwnPolicy(communityId: string, groupId: string) {
  return useChange((own: NonNullable<Standing['own']> | null) => {
    const params = { path: { communityId, groupId } };
    return answerOf<unknown>(
      own === null
        ? api.DELETE(`${group}/promotions/policy`, { params })
        : api.PUT(`${group}/promotions/policy`, { params, body: own }),
    );
  }, touched(communityId));
}
