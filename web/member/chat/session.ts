// One open chat: loads the page of talk, follows the live stream, and tells the screen when something changed. It holds no
// DOM; the screen reads `state()` and calls the verbs. Parts: pager (what is on the page), posting, reading.
import { followGroup } from '../../kit/feed.ts';
import type { Live } from '../../kit/live.ts';
import type { Message, ReactionKey } from '../../kit/message.ts';
import { toApiError, type ApiError } from '../../kit/problem.ts';
import { getGroup } from '../group.ts';
import { getSelf } from '../self.ts';
import { createCell, hearGroup, hearMyself, slowUntil, type Cell } from './chat-state.ts';
import { markReaction } from './log.ts';
import { createPager } from './pager.ts';
import { createPosting } from './posting.ts';
import { createReading } from './reading.ts';
import { pinMessage, react, readTalk, recallMessage } from './talk.ts';

/** Opens a chat; `close` ends it. */
export function openChat(groupId: string, live: Live) {
  const cell = createCell(live.state());
  const pager = createPager(groupId, cell);
  const reading = createReading(groupId, cell);
  const slowDown = (): void => cell.set({ slowUntil: slowUntil(cell.get(), Date.now()) });
  const hear = (messages: readonly Message[]): void => {
    pager.take(messages);
    posting.settle(messages);
  };
  const posting = createPosting(groupId, cell, (message) => {
    hear([message]);
    slowDown();
  });
  const feed = createFeed({ groupId, live, cell, hear, slowDown });
  const stopWatching = live.watch(() => {
    cell.set({ live: live.state() });
    if (live.state() === 'open') posting.retryLost();
  });
  const stopMyself = followMyself(live, cell);

  async function start(around?: string): Promise<void> {
    cell.set({ error: undefined });
    try {
      const [view, talk] = await Promise.all([getGroup(groupId), pager.open(around)]);
      reading.start(talk.readSeq);
      const readUpTo = around ? undefined : unreadFrom(talk.items, talk.readSeq, view.membership.identityId);
      cell.set({ phase: 'ready', view, readUpTo });
      pager.show(talk);
      posting.settle(talk.items);
      slowDown();
      feed.follow(talk.lastSeq);
    } catch (thrown) {
      fail(cell, toApiError(thrown));
    }
  }

  return {
    state: cell.get,
    watch: cell.watch,
    start,
    loadOlder: async (): Promise<void> => void (await pager.page('older')),
    loadNewer: async (): Promise<void> => {
      if (await pager.page('newer')) feed.catchUp();
    },
    noteRead: reading.note,
    send: posting.send,
    sendPicture: posting.sendPicture,
    retry: posting.retry,
    drop: posting.drop,
    async react(message: Message, key: ReactionKey): Promise<void> {
      const isOn = !message.reactions.some((reaction) => reaction.key === key && reaction.mine);
      cell.set({ log: markReaction(cell.get().log, message.id, { key, isOn }) });
      try {
        hear([await react(groupId, message.id, { key, isOn })]);
      } catch (thrown) {
        cell.set({ log: markReaction(cell.get().log, message.id, { key, isOn: !isOn }) });
        throw thrown;
      }
    },
    recall: async (message: Message): Promise<void> => hear([await recallMessage(groupId, message.id)]),
    pin: async (message: Message): Promise<void> => hear([await pinMessage(groupId, message.id, !message.pinned)]),
    close(): void {
      cell.close();
      feed.stop();
      stopWatching();
      stopMyself();
      reading.stop();
    },
  };
}

/** An open chat. */
export type Chat = ReturnType<typeof openChat>;

interface FeedParts {
  groupId: string;
  live: Live;
  cell: Cell;
  hear: (messages: readonly Message[]) => void;
  slowDown: () => void;
}

/** Follows the group from a number on; starting again replaces the old follower. */
function createFeed({ groupId, live, cell, hear, slowDown }: FeedParts) {
  let running: ReturnType<typeof followGroup<Message>> | undefined;
  return {
    follow(from: number): void {
      running?.stop();
      if (cell.isClosed()) return;
      running = followGroup<Message>({
        live,
        groupId,
        from,
        fetchAfter: (after) => readTalk(groupId, { after, limit: 200 }),
        onMessages: hear,
        onFrame: (frame) => {
          cell.set(hearGroup(cell.get(), frame));
          if (frame.type === 'group') slowDown();
        },
        // A denial can also mean a server in the middle of a restart: the API has the last word.
        onDenied: () => void getGroup(groupId).catch((thrown: unknown) => fail(cell, toApiError(thrown))),
        wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      });
    },
    catchUp: (): void => void running?.catchUp(),
    stop: (): void => running?.stop(),
  };
}

/** What happens to me (muted, removed, another role) is told to my phone alone. */
function followMyself(live: Live, cell: Cell): () => void {
  let stop = (): void => {};
  getSelf().then(
    ({ deviceId: id }) => {
      if (cell.isClosed()) return;
      const onFrames = (frames: Parameters<typeof hearMyself>[1][]): void => {
        for (const frame of frames) cell.set(hearMyself(cell.get(), frame));
      };
      stop = live.listen({ channel: 'device', id, onFrames });
    },
    // Without it one is still told by the next refusal; only later.
    () => {},
  );
  return () => stop();
}

function fail(cell: Cell, error: ApiError): void {
  const isOut = error.status === 404 || error.status === 403 || error.status === 401;
  const isShown = cell.get().view !== undefined;
  cell.set(isOut ? { phase: 'gone' } : { phase: isShown ? 'ready' : 'failed', error });
}

/** Where "new from here" stands: nowhere when all was read, so that later talk does not draw a line through the page. */
function unreadFrom(items: readonly Message[], readSeq: number, me: string): number | undefined {
  return items.some((message) => message.seq > readSeq && message.author.identityId !== me) ? readSeq : undefined;
}
