import type { Frame, LiveState } from '../../kit/live.ts';
import type { ApiError } from '../../kit/problem.ts';
import type { GroupView } from '../group.ts';
import { emptyLog, type Log, type Pending } from './log.ts';

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

/** A place that holds the state and tells who watches it. */
export interface Cell {
  get: () => ChatState;
  set: (change: Partial<ChatState>) => void;
  watch: (watcher: () => void) => () => void;
  /** After this nothing changes any more: answers that come late are thrown away. */
  close: () => void;
  isClosed: () => boolean;
}

/** A chat before anything was loaded. */
export function createCell(live: LiveState): Cell {
  const watchers = new Set<() => void>();
  let isClosed = false;
  let state: ChatState = {
    phase: 'loading',
    error: undefined,
    view: undefined,
    log: emptyLog,
    pending: [],
    live,
    watching: undefined,
    readUpTo: undefined,
    slowUntil: 0,
    gone: undefined,
  };
  return {
    get: () => state,
    set: (change) => {
      if (isClosed) return;
      state = { ...state, ...change };
      for (const watcher of watchers) watcher();
    },
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    close: () => {
      isClosed = true;
    },
    isClosed: () => isClosed,
  };
}

const waysOut = new Set(['left', 'kicked', 'banned', 'erased', 'gone', 'signed_out']);

/** What a frame of the group's channel changes. */
export function hearGroup(state: ChatState, frame: Frame): Partial<ChatState> {
  const { view } = state;
  if (!view) return {};
  if (frame.type === 'group') return { view: { ...view, group: { ...view.group, ...(frame.group as object) } } };
  if (frame.type !== 'people') return {};
  const group = { ...view.group, members: Number(frame.members) };
  return { watching: Number(frame.watching), view: { ...view, group } };
}

/** What a frame of my own phone's channel changes: muted, another role, or out. */
export function hearMyself(state: ChatState, frame: Frame): Partial<ChatState> {
  const { view } = state;
  const isElsewhere = frame.groupId !== undefined && frame.groupId !== view?.group.id;
  if (!view || frame.type !== 'membership' || isElsewhere) return {};
  const how = String(frame.state);
  if (waysOut.has(how)) return { phase: 'gone', gone: how };
  const membership = { ...view.membership };
  if (how === 'muted' || how === 'unmuted')
    membership.mutedUntil = (frame.mutedUntil as string | null | undefined) ?? null;
  if (typeof frame.role === 'string') membership.role = frame.role as typeof membership.role;
  return { view: { ...view, membership } };
}

/**
 * When I may speak again in slow mode: the pause runs from my last word. The server's clock decides, this only shows it,
 * and a phone whose clock is wrong must not be silent for longer than the pause itself.
 */
export function slowUntil({ view, log }: ChatState, now: number): number {
  const pause = (view?.group.slowModeSeconds ?? 0) * 1000;
  const mine = log.messages.filter((message) => message.author.identityId === view?.membership.identityId);
  const last = mine[mine.length - 1];
  return pause === 0 || !last ? 0 : Math.min(now + pause, Date.parse(last.at) + pause);
}
