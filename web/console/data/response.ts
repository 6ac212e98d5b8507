import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { usePages } from './page.ts';
import type { AnswerTo } from './shape.ts';

/** How fast the questions of a community are answered. */
export type Response = AnswerTo<'/api/communities/{communityId}/response'>;

/** How fast some of them were. */
export type AnswerTime = Response['total'];

/** A page of questions behind a number. */
export type WaitPage = AnswerTo<'/api/communities/{communityId}/response/questions'>;

/** Which days, by which clock. */
export interface ResponseWish {
  days: '7' | '28' | '90';
  clock: 'always' | 'service';
}

/** What is behind a number. */
export interface WaitFilter extends ResponseWish {
  part: WaitPart;
  groupId?: string;
  assigneeId?: string;
  /** Of the window before. */
  back?: 'true';
}

/** The parts that a number may stand for. */
export const waitParts = ['all', 'in15', 'in60', 'in1440', 'longer', 'waiting', 'kept', 'broken'] as const;

/** One of them. */
export type WaitPart = (typeof waitParts)[number];

/** How fast questions were answered. */
export function useResponse(communityId: string, wish: ResponseWish) {
  return useQuery<Response, ApiError>({
    queryKey: ['questions', communityId, 'response', wish],
    queryFn: () =>
      answerOf<Response>(
        api.GET('/api/communities/{communityId}/response', { params: { path: { communityId }, query: wish } }),
      ),
  });
}

/** The questions behind a number, the latest first. */
export function useWaits(communityId: string, filter: WaitFilter) {
  return usePages({
    queryKey: ['questions', communityId, 'waits', filter],
    ask: (page) =>
      answerOf<WaitPage>(
        api.GET('/api/communities/{communityId}/response/questions', {
          params: { path: { communityId }, query: { ...filter, limit: 40, ...page } },
        }),
      ),
  });
}

/** Where the same questions are as a file. */
export function waitFile(communityId: string, filter: WaitFilter): string {
  return `/api/communities/${communityId}/response/questions.csv?${new URLSearchParams({ ...filter }).toString()}`;
}
