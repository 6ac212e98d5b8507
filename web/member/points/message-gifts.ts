// What was given for the messages that are shown. One request when the talk opens and one for each page of older talk; a message that
// comes while the page is open has brought nothing yet, so it asks for nothing.
import { createContext, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { answerOf, api } from '../../kit/api.ts';
import type { Message } from '../../kit/message.ts';

/** The sum that a message has brought, and whether I gave of it. */
export interface GiftSum {
  points: number;
  isMine: boolean;
}

type Sums = ReadonlyMap<string, GiftSum>;

/** What stands under messages. */
export const MessageGiftsContext = createContext<Sums>(new Map());

/** Gifts of a talk: whether points may be given here, the sums, and a way to note one's own. */
export interface MessageGifts {
  on: boolean;
  sums: Sums;
  note: (messageId: string, points: number) => void;
}

const mostAtOnce = 100;

/** The gifts of a group's talk. */
export function useMessageGifts(groupId: string, messages: readonly Message[]): MessageGifts {
  const [on, setOn] = useState(false);
  const [sums, setSums] = useState<Sums>(new Map());
  const asked = useRef(new Set<string>());
  const oldest = useRef<string>(undefined);
  useEffect(() => {
    const from = messages[0]?.id;
    if (from === oldest.current) return;
    oldest.current = from;
    const ids = messages.map(({ id }) => id).filter((id) => !asked.current.has(id));
    const wanted = ids.slice(0, mostAtOnce);
    if (wanted.length === 0) return;
    for (const id of wanted) asked.current.add(id);
    // Thanks are an extra: without an answer the talk stands as it is.
    listGifts(groupId, wanted).then(
      (answer) => {
        setOn(answer.on);
        setSums((old) => new Map([...old, ...answer.items.map(({ messageId, ...sum }) => [messageId, sum] as const)]));
      },
      () => {},
    );
  }, [groupId, messages]);
  const note = useCallback((messageId: string, points: number): void => {
    setSums((old) => new Map(old).set(messageId, { points: (old.get(messageId)?.points ?? 0) + points, isMine: true }));
  }, []);
  return useMemo(() => ({ on, sums, note }), [on, sums, note]);
}

async function listGifts(groupId: string, ids: readonly string[]) {
  const query = { messages: ids.join(',') };
  return answerOf(api.GET('/api/member/groups/{groupId}/message-gifts', { params: { path: { groupId }, query } }));
}
