import type { Message } from '../../kit/message.ts';
import type { Cell } from './chat-state.ts';
import { mergeMessages, trimLog, type Log } from './log.ts';
import { readTalk, type TalkPage } from './talk.ts';

const pageSize = 40;
const mostOnPage = 400;

/** Moves the page of talk: opens it, reads on at either end, and lets go of the far end when it grows too long. */
export function createPager(groupId: string, cell: Cell) {
  // Undefined when that end was cut off; it is then found again around the last message there.
  const cursors: { older: string | undefined; newer: string | undefined } = { older: undefined, newer: undefined };
  let isPaging = false;

  function trim(log: Log, from: 'start' | 'end'): Log {
    const trimmed = trimLog(log, from, mostOnPage);
    if (trimmed !== log) cursors[from === 'start' ? 'newer' : 'older'] = undefined;
    return trimmed;
  }

  async function readOn(end: 'older' | 'newer'): Promise<void> {
    const { messages } = cell.get().log;
    const edge = end === 'older' ? messages[0] : messages[messages.length - 1];
    if (!edge) return;
    const cursor = cursors[end];
    const query =
      cursor === undefined ? { around: edge.id } : end === 'older' ? { before: cursor } : { following: cursor };
    const found = await readTalk(groupId, { ...query, limit: pageSize });
    const next = (end === 'older' ? found.olderCursor : found.newerCursor) ?? undefined;
    cursors[end] = next;
    const merged = mergeMessages(cell.get().log, found.items, { extend: true });
    if (end === 'older') cell.set({ log: trim({ ...merged, hasOlder: next !== undefined }, 'start') });
    else cell.set({ log: trim({ ...merged, isLatest: next === undefined }, 'end') });
  }

  return {
    /** Reads the first page: the newest talk, or the talk around one message. */
    open: (around: string | undefined): Promise<TalkPage> =>
      readTalk(groupId, around === undefined ? { limit: pageSize } : { around, limit: pageSize }),
    /** Puts a first page in place of whatever was shown. */
    show(page: TalkPage): void {
      cursors.older = page.olderCursor ?? undefined;
      cursors.newer = page.newerCursor ?? undefined;
      const empty: Log = { messages: [], hasOlder: page.olderCursor !== null, isLatest: true };
      const filled = mergeMessages(empty, page.items, { extend: true });
      cell.set({ log: { ...filled, isLatest: page.newerCursor === null } });
    },
    /** Takes in messages that are new or changed. Only a reader at the end lets go of older ones. */
    take(messages: readonly Message[]): void {
      const merged = mergeMessages(cell.get().log, messages);
      cell.set({ log: merged.isLatest ? trim(merged, 'end') : merged });
    },
    /** Reads on at one end; true when that end is now reached. A failure is silent: the reader scrolls on and so asks again. */
    async page(end: 'older' | 'newer'): Promise<boolean> {
      const isDone = end === 'older' ? !cell.get().log.hasOlder : cell.get().log.isLatest;
      if (isPaging || isDone) return false;
      isPaging = true;
      try {
        await readOn(end);
        return cursors[end] === undefined;
      } catch {
        return false;
      } finally {
        isPaging = false;
      }
    },
  };
}
