// One open chat: loads the page of talk, follows the live stream, keeps the outbox, and tells the screen when something
// changed. It holds no DOM; the screen reads `state()` and calls the verbs.
import { newKey } from '../../kit/api.ts';
import { followGroup } from '../../kit/feed.ts';
import type { Frame, Live, LiveState } from '../../kit/live.ts';
import type { Message, ReactionKey } from '../../kit/message.ts';
import { toApiError, type ApiError } from '../../kit/problem.ts';
import { problemText } from '../../kit/texts.ts';
import { getGroup, type GroupView } from '../group.ts';
import { getSelf } from '../self.ts';
import { emptyLog, markReaction, mergeMessages, trimLog, type Log, type Pending } from './log.ts';
import { createOutbox, keepOutbox } from './outbox.ts';
import { shrinkPicture } from './picture.ts';
import { markRead, pinMessage, postMessage, react, readTalk, recallMessage, uploadPicture } from './talk.ts';

/** Everything the chat screen draws. */
export interface ChatState {
  phase: 'loading' | 'ready' | 'gone' | 'failed';
  error: ApiError | undefined;
  view: GroupView | undefined;
  log: Log;
  pending: readonly Pending[];
  live: LiveState;
  watching: number | undefined;
  /** Where "new from here" stands; fixed while the chat is open. */
  readUpTo: number | undefined;
  /** When I may speak again in slow mode, as time of this device. */
  slowUntil: number;
  /** Why I am out, as the live channel told it. */
  gone: string | undefined;
}

const pageSize = 40;
const mostOnPage = 400;

/** What a new message says. */
export type Words = Pick<Pending, 'text' | 'replyTo' | 'mentions'>;

/** Opens a chat; `close` ends it. */
export function openChat(groupId: string, live: Live) {
  const watchers = new Set<() => void>();
  const pictures = new Map<string, Blob>();
  // Cursors of the two ends of the page; undefined when that end was cut off and must be found again.
  const cursors: { older: string | undefined; newer: string | undefined } = { older: undefined, newer: undefined };
  let feed: ReturnType<typeof followGroup<Message>> | undefined;
  let isClosed = false;
  let isPaging = false;
  let read = { told: 0, timer: undefined as ReturnType<typeof setTimeout> | undefined };
  let state: ChatState = {
    phase: 'loading',
    error: undefined,
    view: undefined,
    log: emptyLog,
    pending: [],
    live: live.state(),
    watching: undefined,
    readUpTo: undefined,
    slowUntil: 0,
    gone: undefined,
  };

  const outbox = createOutbox({
    storage: keepOutbox(groupId),
    post: postPending,
    describe: problemText,
    onChange: (pending) => set({ pending }),
    onSent: (message, pending) => {
      if (pending.picture) URL.revokeObjectURL(pending.picture.url);
      pictures.delete(pending.clientId);
      set({ log: mergeMessages(state.log, [message]) });
      slowDown();
    },
  });
  state = { ...state, pending: outbox.list() };
  const stopWatching = live.watch(() => set({ live: live.state() }));
  let stopDevice = (): void => {};
  // What happens to me (muted, removed, another role) is told to my phone alone.
  void getSelf().then(
    ({ deviceId }) => {
      if (!isClosed)
        stopDevice = live.listen({ channel: 'device', id: deviceId, onFrames: (frames) => frames.forEach(hearDevice) });
    },
    () => {},
  );

  function set(change: Partial<ChatState>): void {
    if (isClosed) return;
    state = { ...state, ...change };
    for (const watcher of watchers) watcher();
  }

  async function postPending(pending: Pending): Promise<Message> {
    let pictureId = pending.picture?.id;
    const blob = pictures.get(pending.clientId);
    if (pending.kind === 'image' && !pictureId && blob) {
      const stored = await uploadPicture(groupId, blob, `${pending.clientId}-picture`);
      pictureId = stored.id;
      if (pending.picture) outbox.change(pending.clientId, { picture: { ...pending.picture, id: stored.id } });
    }
    const message = {
      clientId: pending.clientId,
      kind: pending.kind,
      ...(pending.text ? { text: pending.text } : {}),
      ...(pictureId ? { pictureId } : {}),
      ...(pending.replyTo ? { replyTo: pending.replyTo.id } : {}),
      ...(pending.mentions.length > 0 ? { mentions: pending.mentions.map(({ identityId }) => identityId) } : {}),
    };
    try {
      return await postMessage(groupId, message);
    } catch (thrown) {
      const error = toApiError(thrown);
      if (error.code === 'messages.slow_mode' && error.retryAfterMs)
        set({ slowUntil: Date.now() + error.retryAfterMs });
      throw error;
    }
  }

  /** In slow mode the pause runs from my last word; the server's clock decides, this only shows it. */
  function slowDown(): void {
    const { view, log } = state;
    const seconds = view?.group.slowModeSeconds ?? 0;
    const mine = log.messages.filter((message) => message.author.identityId === view?.membership.identityId);
    const last = mine[mine.length - 1];
    if (seconds === 0 || !last) return;
    // A phone whose clock is wrong must not be silent for longer than the pause itself.
    const latest = Date.now() + seconds * 1000;
    set({ slowUntil: Math.min(latest, Date.parse(last.at) + seconds * 1000) });
  }

  async function start(around?: string): Promise<void> {
    set({ phase: state.view ? state.phase : 'loading', error: undefined });
    try {
      const [view, talk] = await Promise.all([
        getGroup(groupId),
        readTalk(groupId, around ? { around, limit: pageSize } : { limit: pageSize }),
      ]);
      cursors.older = talk.olderCursor ?? undefined;
      cursors.newer = talk.newerCursor ?? undefined;
      const isLatest = talk.newerCursor === null;
      read.told = talk.readSeq ?? 0;
      set({
        phase: 'ready',
        view,
        log: { messages: [], hasOlder: talk.olderCursor !== null, isLatest: true },
        readUpTo: around ? undefined : unreadFrom(talk.items, talk.readSeq, view.membership.identityId),
      });
      set({ log: { ...mergeMessages(state.log, talk.items, { extend: true }), isLatest } });
      outbox.settle(talk.items.flatMap(({ clientId }) => (clientId ? [clientId] : [])));
      slowDown();
      follow(talk.lastSeq);
    } catch (thrown) {
      fail(toApiError(thrown));
    }
  }

  function fail(error: ApiError): void {
    if (error.status === 404 || error.status === 403 || error.status === 401) leave(undefined);
    else set({ phase: state.view ? 'ready' : 'failed', error });
  }

  function leave(how: string | undefined): void {
    feed?.stop();
    set({ phase: 'gone', gone: how ?? state.gone });
  }

  function follow(from: number): void {
    feed?.stop();
    feed = followGroup<Message>({
      live,
      groupId,
      from,
      fetchAfter: (after) => readTalk(groupId, { after, limit: 200 }),
      onMessages: hear,
      onFrame: hearFrame,
      onDenied: () => void getGroup(groupId).catch((thrown: unknown) => fail(toApiError(thrown))),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
  }

  function hear(messages: Message[]): void {
    const merged = mergeMessages(state.log, messages);
    // Only what is being read at the end may push older messages out; a reader of old talk loses nothing.
    set({ log: merged.isLatest ? trim(merged, 'end') : merged });
    outbox.settle(messages.flatMap(({ clientId }) => (clientId ? [clientId] : [])));
  }

  function hearFrame(frame: Frame): void {
    if (!state.view) return;
    if (frame.type === 'group') {
      set({ view: { ...state.view, group: { ...state.view.group, ...(frame.group as object) } } });
      slowDown();
    }
    if (frame.type === 'people') {
      const members = Number(frame.members);
      set({ watching: Number(frame.watching), view: { ...state.view, group: { ...state.view.group, members } } });
    }
  }

  function hearDevice(frame: Frame): void {
    if (frame.type !== 'membership' || frame.groupId !== groupId || !state.view) return;
    const how = String(frame.state);
    if (['left', 'kicked', 'banned', 'erased', 'gone'].includes(how)) return leave(how);
    const membership = { ...state.view.membership };
    if ('mutedUntil' in frame || how === 'unmuted')
      membership.mutedUntil = (frame.mutedUntil as string | null | undefined) ?? null;
    if (typeof frame.role === 'string') membership.role = frame.role as typeof membership.role;
    set({ view: { ...state.view, membership } });
  }

  function trim(log: Log, from: 'start' | 'end'): Log {
    const trimmed = trimLog(log, from, mostOnPage);
    if (trimmed !== log) cursors[from === 'start' ? 'newer' : 'older'] = undefined;
    return trimmed;
  }

  /** Reads on at one end of the page, from its cursor or, where that was cut off, around the last message there. */
  async function page(end: 'older' | 'newer'): Promise<void> {
    const { messages } = state.log;
    const edge = end === 'older' ? messages[0] : messages[messages.length - 1];
    const isDone = end === 'older' ? !state.log.hasOlder : state.log.isLatest;
    if (isPaging || isDone || !edge) return;
    isPaging = true;
    try {
      const cursor = cursors[end];
      const query =
        cursor === undefined ? { around: edge.id } : end === 'older' ? { before: cursor } : { following: cursor };
      const found = await readTalk(groupId, { ...query, limit: pageSize });
      const next = (end === 'older' ? found.olderCursor : found.newerCursor) ?? undefined;
      cursors[end] = next;
      const merged = mergeMessages(state.log, found.items, { extend: true });
      if (end === 'older') set({ log: trim({ ...merged, hasOlder: next !== undefined }, 'start') });
      else {
        set({ log: trim({ ...merged, isLatest: next === undefined }, 'end') });
        if (next === undefined) void feed?.catchUp();
      }
    } catch {
      // The reader scrolls on and so asks again.
    } finally {
      isPaging = false;
    }
  }

  /** Notes that everything up to the newest message was seen; told to the server at most every two seconds. */
  function noteRead(): void {
    const seq = state.log.isLatest ? state.log.messages.reduce((most, message) => Math.max(most, message.seq), 0) : 0;
    if (seq <= read.told || read.timer) return;
    read.timer = setTimeout(() => {
      read.timer = undefined;
      const latest = state.log.messages.reduce((most, message) => Math.max(most, message.seq), 0);
      read.told = latest;
      markRead(groupId, latest).catch(() => (read.told = 0));
    }, 2000);
  }

  return {
    state: (): ChatState => state,
    watch: (watcher: () => void): (() => void) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    start,
    loadOlder: () => page('older'),
    loadNewer: () => page('newer'),
    noteRead,
    send(words: Words): void {
      outbox.add({ ...words, clientId: newKey(), at: new Date().toISOString(), kind: 'text', state: 'sending' });
    },
    async sendPicture(file: Blob, replyTo: Words['replyTo']): Promise<void> {
      const clientId = newKey();
      const { blob, width, height } = await shrinkPicture(file);
      pictures.set(clientId, blob);
      const picture = { url: URL.createObjectURL(blob), width, height };
      outbox.add({
        clientId,
        at: new Date().toISOString(),
        kind: 'image',
        text: '',
        replyTo,
        mentions: [],
        state: 'sending',
        picture,
      });
    },
    retry: (clientId?: string) => outbox.retry(clientId),
    drop: (clientId: string) => outbox.drop(clientId),
    async react(message: Message, key: ReactionKey): Promise<void> {
      const isOn = !message.reactions.some((reaction) => reaction.key === key && reaction.mine);
      set({ log: markReaction(state.log, message.id, { key, isOn }) });
      try {
        hear([await react(groupId, message.id, { key, isOn })]);
      } catch (thrown) {
        set({ log: markReaction(state.log, message.id, { key, isOn: !isOn }) });
        throw thrown;
      }
    },
    recall: async (message: Message) => hear([await recallMessage(groupId, message.id)]),
    pin: async (message: Message) => hear([await pinMessage(groupId, message.id, !message.pinned)]),
    close(): void {
      feed?.stop();
      stopWatching();
      stopDevice();
      clearTimeout(read.timer);
      isClosed = true;
    },
  };
}

/** Where "new from here" stands: nowhere when all was read, so that later talk does not draw a line through the page. */
function unreadFrom(items: readonly Message[], readSeq: number | undefined, me: string): number | undefined {
  const isUnread = items.some((message) => message.seq > (readSeq ?? Infinity) && message.author.identityId !== me);
  return isUnread ? readSeq : undefined;
}

/** An open chat. */
export type Chat = ReturnType<typeof openChat>;
