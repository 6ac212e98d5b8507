// The inbox over all groups and the questions in it: lists page after page, and what the team does with a question.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import { usePages } from './page.ts';
import type { AnswerTo } from './shape.ts';

/** A page of the inbox with the totals over all groups. */
export type InboxPage = AnswerTo<'/api/communities/{communityId}/inbox'>;

/** One group as a line of the inbox. */
export type InboxLine = InboxPage['items'][number];

/** A page of questions. */
export type QuestionPage = AnswerTo<'/api/communities/{communityId}/questions'>;

/** A question of a member. */
export type Question = QuestionPage['items'][number];

/** How many questions wait, and how fast answers came today. */
export type QuestionCounts = AnswerTo<'/api/communities/{communityId}/question-counts'>;

/** Filters of the list of questions. */
export interface QuestionFilter {
  state: 'open' | 'answered' | 'closed';
  groupId?: string;
  assignee?: string;
  due?: 'overdue';
}

/** Groups of the inbox, those with broken promises first, page after page. */
export function useInbox(communityId: string, filter: { filter: 'all' | 'mentions' | 'unread'; q?: string }) {
  return usePages({
    queryKey: ['inbox', communityId, filter],
    keepsPrevious: true,
    ask: (page) =>
      answerOf<InboxPage>(
        api.GET('/api/communities/{communityId}/inbox', {
          params: { path: { communityId }, query: { ...filter, limit: 40, ...page } },
        }),
      ),
  });
}

/** What waits over all groups, without the groups themselves. */
export function useInboxTotals(communityId: string) {
  return useQuery<InboxPage['totals'], ApiError>({
    queryKey: ['inbox', communityId, 'totals'],
    queryFn: async () => {
      const page = await answerOf<InboxPage>(
        api.GET('/api/communities/{communityId}/inbox', { params: { path: { communityId }, query: { limit: 1 } } }),
      );
      return page.totals;
    },
    enabled: communityId !== '',
    refetchInterval: 60_000,
  });
}

/** Questions of a state, page after page. */
export function useQuestions(communityId: string, filter: QuestionFilter, enabled = true) {
  return usePages({
    queryKey: ['questions', communityId, filter],
    keepsPrevious: true,
    ask: (page) =>
      answerOf<QuestionPage>(
        api.GET('/api/communities/{communityId}/questions', {
          params: { path: { communityId }, query: { ...filter, limit: 40, ...page } },
        }),
      ),
    enabled,
    refetchInterval: 60_000,
  });
}

/** One question; also one that is no longer in the list that is open. */
export function useQuestion(communityId: string, questionId: string) {
  return useQuery<Question, ApiError>({
    queryKey: ['questions', communityId, 'one', questionId],
    queryFn: () =>
      answerOf<Question>(
        api.GET('/api/communities/{communityId}/questions/{questionId}', {
          params: { path: { communityId, questionId } },
        }),
      ),
    enabled: questionId !== '',
  });
}

/** How many questions wait. */
export function useQuestionCounts(communityId: string) {
  return useQuery<QuestionCounts, ApiError>({
    queryKey: ['questions', communityId, 'counts'],
    queryFn: () =>
      answerOf<QuestionCounts>(
        api.GET('/api/communities/{communityId}/question-counts', { params: { path: { communityId } } }),
      ),
    enabled: communityId !== '',
    refetchInterval: 60_000,
  });
}

/** Notes that I have read what a group has said so far. */
export function useReadInbox(communityId: string): (groupId: string) => void {
  const queries = useQueryClient();
  return useCallback(
    (groupId: string) => {
      const init = { params: { path: { communityId, groupId } }, body: {} };
      void answerOf<unknown>(api.POST('/api/communities/{communityId}/inbox/{groupId}/read', init)).then(
        () => queries.invalidateQueries({ queryKey: ['inbox', communityId] }),
        // Reading on without the mark harms nobody; the next visit sets it.
        () => {},
      );
    },
    [communityId, queries],
  );
}

const touched = (communityId: string) => [
  ['questions', communityId],
  ['inbox', communityId],
  ['today', communityId],
  ['tasks', communityId],
];

/** Answers a question in its group with the official voice. */
export function useAnswerQuestion(communityId: string) {
  return useChange(
    ({ questionId, clientId, text }: { questionId: string; clientId: string; text: string }) =>
      answerOf<{ question: Question; taskId: string | null }>(
        api.POST('/api/communities/{communityId}/questions/{questionId}/answer', {
          params: { path: { communityId, questionId } },
          body: { clientId, text },
        }),
      ),
    touched(communityId),
  );
}

/** What the team does with a question besides answering it. */
export type QuestionMove =
  | { how: 'assign'; assigneeId: string | null }
  | { how: 'close'; reason: 'settled' | 'no_question' }
  | { how: 'reopen' };

/** Gives a question to somebody, lays it aside, or takes that back. */
export function useMoveQuestion(communityId: string) {
  return useChange(({ questionId, ...move }: QuestionMove & { questionId: string }) => {
    const base = '/api/communities/{communityId}/questions/{questionId}' as const;
    const params = { path: { communityId, questionId } };
    if (move.how === 'assign')
      return answerOf<Question>(api.POST(`${base}/assign`, { params, body: { assigneeId: move.assigneeId } }));
    if (move.how === 'close')
      return answerOf<Question>(api.POST(`${base}/close`, { params, body: { reason: move.reason } }));
    return answerOf<Question>(api.POST(`${base}/reopen`, { params, body: {} }));
  }, touched(communityId));
}
