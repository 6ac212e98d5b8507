// The inbox over all groups and the questions in it: lists page after page, and what the team does with a question.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { InfiniteData, QueryKey } from '@tanstack/react-query';
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
  snoozed?: 'only' | 'without';
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

/**
 * A change of one question. It leaves the list of those that wait at once when it no longer does, and everything is read again beside:
 * whoever goes through thirty questions does not wait for lists.
 */
function useQuestionChange<Input extends { questionId: string }, Output extends { question: Question }>(
  communityId: string,
  send: (input: Input) => Promise<Output>,
) {
  const queries = useQueryClient();
  return useMutation<Output, ApiError, Input>({
    mutationFn: send,
    onSuccess: ({ question }) => {
      queries.setQueryData(['questions', communityId, 'one', question.id], question);
      if (question.state !== 'open' || question.snoozedUntil !== null)
        queries.setQueriesData<InfiniteData<QuestionPage>>(
          { predicate: ({ queryKey }) => isWaitingList(queryKey, communityId) },
          (data) =>
            data && {
              ...data,
              pages: data.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => id !== question.id) })),
            },
        );
      for (const name of ['questions', 'inbox', 'today', 'tasks', 'scripts'])
        void queries.invalidateQueries({ queryKey: [name, communityId] });
    },
  });
}

function isWaitingList([name, community, filter]: QueryKey, communityId: string): boolean {
  return (
    name === 'questions' && community === communityId && (filter as QuestionFilter | undefined)?.snoozed === 'without'
  );
}

/** Answers a question in its group with the official voice. */
export function useAnswerQuestion(communityId: string) {
  return useQuestionChange(
    communityId,
    ({ questionId, ...body }: { questionId: string; clientId: string; text: string; scriptId?: string | undefined }) =>
      answerOf<{ question: Question; message: { id: string }; taskId: string | null }>(
        api.POST('/api/communities/{communityId}/questions/{questionId}/answer', {
          params: { path: { communityId, questionId } },
          body,
        }),
      ),
  );
}

/** What the team does with a question besides answering it. */
export type QuestionMove =
  | { how: 'assign'; assigneeId: string | null }
  | { how: 'close'; reason: 'settled' | 'no_question' }
  | { how: 'reopen' }
  | { how: 'snooze'; until: string | null };

/** Makes a task of a message; gives its id. */
export function useMakeTask(communityId: string) {
  return useChange(
    ({ groupId, messageId }: { groupId: string; messageId: string }) =>
      answerOf<{ taskId: string }>(
        api.POST('/api/communities/{communityId}/groups/{groupId}/messages/{messageId}/task', {
          params: { path: { communityId, groupId, messageId } },
          body: {},
        }),
      ),
    [
      ['tasks', communityId],
      ['today', communityId],
    ],
  );
}

/** Gives a question to somebody, puts it off, lays it aside, or takes that back. */
export function useMoveQuestion(communityId: string) {
  return useQuestionChange(communityId, async ({ questionId, ...move }: QuestionMove & { questionId: string }) => ({
    question: await answerOf<Question>(sendMove(communityId, questionId, move)),
  }));
}

function sendMove(communityId: string, questionId: string, move: QuestionMove) {
  const base = '/api/communities/{communityId}/questions/{questionId}' as const;
  const params = { path: { communityId, questionId } };
  if (move.how === 'assign') return api.POST(`${base}/assign`, { params, body: { assigneeId: move.assigneeId } });
  if (move.how === 'close') return api.POST(`${base}/close`, { params, body: { reason: move.reason } });
  if (move.how === 'snooze') return api.POST(`${base}/snooze`, { params, body: { until: move.until } });
  return api.POST(`${base}/reopen`, { params, body: {} });
}
