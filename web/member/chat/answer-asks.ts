// Which answers the member is asked about, and what they have said. One request when the talk opens, and one when somebody answers
// them by name; ordinary messages ask for nothing.
import { createContext, useEffect, useMemo, useRef, useState } from 'react';
import { answerOf, api } from '../../kit/api.ts';
import type { Message } from '../../kit/message.ts';
import { useLoad } from '../use-load.ts';

/** What somebody may say of an answer; `aside` = not to be asked. */
export type Verdict = 'helpful' | 'unsolved' | 'aside';

/** The answers of one talk under which something is asked or was just said. */
export interface AnswerAsks {
  /** The question behind an answer, by the id of its message. */
  questionOf: (messageId: string) => string | undefined;
  /** What was said since the page is open. */
  said: ReadonlyMap<string, Verdict>;
  say: (questionId: string, verdict: Verdict) => Promise<void>;
}

/** Nothing is asked outside a talk. */
export const AnswerAsksContext = createContext<AnswerAsks>({
  questionOf: () => undefined,
  said: new Map(),
  say: async () => {},
});

/** The desk hears a message a moment after the phones do. */
const heardAfterMs = 2500;

/** The asks of a group for one member. */
export function useAnswerAsks(groupId: string, me: string, messages: readonly Message[]): AnswerAsks {
  const [said, setSaid] = useState<ReadonlyMap<string, Verdict>>(new Map());
  const { data, reload } = useLoad(`answer asks ${groupId}`, () => listAsks(groupId));
  const newest = messages.at(-1);
  const newestId = newest?.id;
  const opened = useRef(newestId);
  const quoted = newest?.replyTo?.id;
  const isToMe = quoted !== undefined && messages.some(({ id, author }) => id === quoted && author.identityId === me);
  useEffect(() => {
    if (!isToMe || newestId === opened.current) return;
    const timer = setTimeout(reload, heardAfterMs);
    return () => clearTimeout(timer);
  }, [isToMe, newestId, reload]);
  return useMemo(() => {
    const questions = new Map((data ?? []).map(({ messageId, questionId }) => [messageId, questionId]));
    return {
      questionOf: (messageId) => questions.get(messageId),
      said,
      say: async (questionId, verdict) => {
        await sayVerdict(groupId, questionId, verdict);
        setSaid((old) => new Map(old).set(questionId, verdict));
      },
    };
  }, [data, groupId, said]);
}

async function listAsks(groupId: string): Promise<{ questionId: string; messageId: string }[]> {
  return (await answerOf(api.GET('/api/member/groups/{groupId}/answer-asks', { params: { path: { groupId } } }))).asks;
}

async function sayVerdict(groupId: string, questionId: string, verdict: Verdict): Promise<void> {
  await answerOf(
    api.POST('/api/member/groups/{groupId}/answer-asks/{questionId}', {
      params: { path: { groupId, questionId } },
      body: { verdict },
    }),
  );
}
