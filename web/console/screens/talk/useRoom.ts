// One open group: loads a page of its talk, follows the live stream from there, and says things with the official voice.
// A message that was sent stays visible, dashed, until the server has it; a failed one can be sent again under its key.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { newKey } from '../../../kit/api.ts';
import { followGroup } from '../../../kit/feed.ts';
import type { Frame, LiveState } from '../../../kit/live.ts';
import { toApiError } from '../../../kit/problem.ts';
import type { ApiError } from '../../../kit/problem.ts';
import { readTalk, sayInGroup } from '../../data/messages.ts';
import type { Message, Saying } from '../../data/messages.ts';
import { consoleLive } from '../../live.ts';
import { mergeMessages } from './log.ts';
import type { Log } from './log.ts';

/** A saying on its way. */
export interface Pending {
  saying: Saying;
  state: 'sending' | 'failed';
  problem?: ApiError;
}

const pageSize = 50;
const empty: Log = { messages: [], hasOlder: false, isLatest: true };

/** Everything the room draws, and its verbs. */
export function useRoom(communityId: string, groupId: string, around: string | undefined) {
  const [log, setLog] = useState<Log>(empty);
  const [phase, setPhase] = useState<'loading' | 'ready'>('loading');
  const [error, setError] = useState<ApiError>();
  const [watching, setWatching] = useState<number>();
  const [attempt, setAttempt] = useState(0);
  const cursor = useRef<string | undefined>(undefined);
  const queries = useQueryClient();

  const hear = useCallback((messages: Message[]) => {
    setLog((before) => mergeMessages(before, messages));
  }, []);

  const hearFrame = useCallback(
    (frame: Frame) => {
      if (frame.type === 'people' && typeof frame.watching === 'number') setWatching(frame.watching);
      if (frame.type === 'group' || frame.type === 'people')
        void queries.invalidateQueries({ queryKey: ['group', groupId] });
      if (frame.type === 'people') void queries.invalidateQueries({ queryKey: ['members', groupId] });
    },
    [queries, groupId],
  );

  useEffect(() => {
    let stop = () => {};
    let isGone = false;
    const open = async () => {
      setPhase('loading');
      if (attempt > 0) setError(undefined);
      const page = await readTalk(communityId, groupId, { limit: pageSize, ...(around ? { around } : {}) });
      if (isGone) return;
      cursor.current = page.nextCursor ?? undefined;
      setLog({
        messages: page.items.toSorted((one, other) => (one.at < other.at ? -1 : 1)),
        hasOlder: page.hasMore,
        isLatest: around === undefined,
      });
      setLog((before) => mergeMessages(before, page.items, true));
      setPhase('ready');
      const feed = follow({ communityId, groupId, from: page.lastSeq, hear, hearFrame });
      stop = feed.stop;
    };
    open().catch((thrown: unknown) => {
      if (!isGone) setError(toApiError(thrown));
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [communityId, groupId, around, attempt, hear, hearFrame]);

  const loadOlder = async () => {
    const first = log.messages[0];
    const page = await readTalk(communityId, groupId, {
      limit: pageSize,
      ...(cursor.current ? { before: cursor.current } : { around: first?.id ?? '' }),
    });
    cursor.current = page.nextCursor ?? undefined;
    setLog((before) => ({ ...mergeMessages(before, page.items, true), hasOlder: page.hasMore }));
  };

  const sending = useSending(communityId, groupId, hear);

  return {
    log,
    phase,
    error,
    pending: sending.pending.filter(({ saying }) => !log.messages.some(({ clientId }) => clientId === saying.clientId)),
    watching,
    live: useLiveState(),
    loadOlder,
    retry: () => setAttempt((before) => before + 1),
    say: (words: Omit<Saying, 'clientId'>) => sending.send({ ...words, clientId: newKey() }),
    sendAgain: sending.send,
    drop: sending.drop,
  };
}

interface Following {
  communityId: string;
  groupId: string;
  /** The number up to which everything is here. */
  from: number;
  hear: (messages: Message[]) => void;
  hearFrame: (frame: Frame) => void;
}

function follow({ communityId, groupId, from, hear, hearFrame }: Following) {
  return followGroup<Message>({
    live: consoleLive(),
    groupId,
    from,
    fetchAfter: (after) => readTalk(communityId, groupId, { after, limit: 200 }),
    onMessages: hear,
    onFrame: hearFrame,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
}

/** Sayings on their way: dashed until the server has them, repeated under their own key. */
function useSending(communityId: string, groupId: string, hear: (messages: Message[]) => void) {
  const [pending, setPending] = useState<Pending[]>([]);
  const queries = useQueryClient();
  const send = async (saying: Saying) => {
    setPending((before) => [
      ...before.filter((one) => one.saying.clientId !== saying.clientId),
      { saying, state: 'sending' },
    ]);
    try {
      const { message } = await sayInGroup(communityId, groupId, saying);
      if (message) hear([{ ...message, clientId: saying.clientId }]);
      setPending((before) => before.filter((one) => one.saying.clientId !== saying.clientId));
      void queries.invalidateQueries({ queryKey: ['tasks', communityId] });
    } catch (thrown) {
      const problem = toApiError(thrown);
      setPending((before) =>
        before.map((one) => (one.saying.clientId === saying.clientId ? { ...one, state: 'failed', problem } : one)),
      );
    }
  };

  return {
    pending,
    send,
    drop: (clientId: string) => setPending((before) => before.filter((one) => one.saying.clientId !== clientId)),
  };
}

/** What `useRoom` gives. */
export type Room = ReturnType<typeof useRoom>;

function useLiveState(): LiveState {
  const [state, setState] = useState(() => consoleLive().state());
  useEffect(() => consoleLive().watch(() => setState(consoleLive().state())), []);
  return state;
}
