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

/** Where the talk is opened: at a message, at a day, or at its end. */
export interface RoomStart {
  around?: string | undefined;
  /** `YYYY-MM-DD` in the zone of the community. */
  day?: string | undefined;
}

/** Everything the room draws, and its verbs. */
export function useRoom(communityId: string, groupId: string, { around, day }: RoomStart) {
  const [log, setLog] = useState<Log>(empty);
  const [phase, setPhase] = useState<'loading' | 'ready'>('loading');
  const [error, setError] = useState<ApiError>();
  const [watching, setWatching] = useState<number>();
  const [attempt, setAttempt] = useState(0);
  const cursors = useRef<{ older: string | null; newer: string | null }>({ older: null, newer: null });

  const hear = useCallback((messages: Message[]) => {
    setLog((before) => mergeMessages(before, messages));
  }, []);

  const hearFrame = useFrames(groupId, setWatching);

  useEffect(() => {
    let stop = () => {};
    let isGone = false;
    const open = async () => {
      setPhase('loading');
      if (attempt > 0) setError(undefined);
      const start = around ? { around } : day ? { day } : {};
      const page = await readTalk(communityId, groupId, { limit: pageSize, ...start });
      if (isGone) return;
      cursors.current = { older: page.olderCursor, newer: page.newerCursor };
      const opened = { messages: [], hasOlder: page.olderCursor !== null, isLatest: page.newerCursor === null };
      setLog(mergeMessages(opened, page.items, true));
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
  }, [communityId, groupId, around, day, attempt, hear, hearFrame]);

  const loadOlder = async () => {
    const { older } = cursors.current;
    if (older === null) return;
    const page = await readTalk(communityId, groupId, { limit: pageSize, before: older });
    cursors.current.older = page.olderCursor;
    setLog((before) => ({ ...mergeMessages(before, page.items, true), hasOlder: page.olderCursor !== null }));
  };

  const loadNewer = async () => {
    const { newer } = cursors.current;
    if (newer === null) return;
    const page = await readTalk(communityId, groupId, { limit: pageSize, following: newer });
    cursors.current.newer = page.newerCursor;
    const isLatest = page.newerCursor === null;
    setLog((before) => ({ ...mergeMessages(before, page.items, true), isLatest }));
    // What was said while this page was on its way was still kept out.
    if (isLatest) hear((await readTalk(communityId, groupId, { after: page.lastSeq, limit: 200 })).items);
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
    loadNewer,
    retry: () => setAttempt((before) => before + 1),
    say: (words: Omit<Saying, 'clientId'>) => sending.send({ ...words, clientId: newKey() }),
    sendAgain: sending.send,
    drop: sending.drop,
  };
}

/** What else the live line tells: who is here, and that the group or its people have changed. */
function useFrames(groupId: string, setWatching: (watching: number) => void): (frame: Frame) => void {
  const queries = useQueryClient();
  return useCallback(
    (frame: Frame) => {
      if (frame.type === 'people' && typeof frame.watching === 'number') setWatching(frame.watching);
      if (frame.type === 'group' || frame.type === 'people')
        void queries.invalidateQueries({ queryKey: ['group', groupId] });
      if (frame.type === 'people') void queries.invalidateQueries({ queryKey: ['members', groupId] });
    },
    [queries, groupId, setWatching],
  );
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
