// One websocket for everything a page listens to. It comes back by itself with growing, jittered pauses, at once when the
// device is online again or the page is looked at again, and tells each listener when it may ask for what it missed.
import { createConnection, type LiveOutside, type Socket } from './connection.ts';

export type { LiveOutside, LiveState, Socket } from './connection.ts';

/** A hint from the server to show something at once; the truth can always be read again through the API. */
export interface Frame {
  type: string;
  [key: string]: unknown;
}

/** Someone who listens to one channel, e.g. ('group', id). */
export interface Listener {
  channel: string;
  id: string;
  /** The last sequence number already here; read again at every (re)connect. */
  after?: () => number;
  onFrames: (frames: Frame[]) => void;
  /** Listening begins now, the first time or again: whatever happened before must be asked for. */
  onReady?: () => void;
  /** The server says no (left, removed, never a member). */
  onDenied?: () => void;
}

/** Starts a live client; it connects with the first listener and rests without any. */
export function createLive(outside: LiveOutside = browserOutside()) {
  const listeners = new Set<Listener>();
  const watchers = new Set<() => void>();
  const asked = new Set<Listener>();
  const askAll = (): void => listeners.forEach(ask);
  const connection = createConnection(outside, {
    isWanted: () => listeners.size > 0,
    onOpen: askAll,
    onData: receive,
    onState: () => watchers.forEach((watcher) => watcher()),
  });

  function ask(listener: Listener): void {
    const { channel, id, after } = listener;
    if (connection.send({ op: 'listen', channel, id, ...(after ? { after: after() } : {}) })) asked.add(listener);
  }

  function receive(data: unknown): void {
    const told = parse(data);
    if (!told) return;
    for (const listener of listeners) {
      if (listener.channel !== told.channel || listener.id !== told.id) continue;
      // The server also confirms unasked, when it checked everybody's right anew; nothing was missed then.
      if (told.t === 'ok' && asked.delete(listener)) listener.onReady?.();
      if (told.t === 'denied') listener.onDenied?.();
      if (told.t === 'frames') listener.onFrames(told.frames ?? []);
    }
  }

  function leave(listener: Listener): void {
    listeners.delete(listener);
    asked.delete(listener);
    const { channel, id } = listener;
    const isShared = [...listeners].some((other) => other.channel === channel && other.id === id);
    if (!isShared) connection.send({ op: 'leave', channel, id });
    if (listeners.size === 0) connection.rest();
  }

  return {
    /** Begins to listen; the answer stops it. */
    listen(listener: Listener): () => void {
      listeners.add(listener);
      ask(listener);
      connection.connect();
      return () => leave(listener);
    },
    /** The device woke up or came online: connect at once, or prove that the old connection still lives. */
    wake: (): void => connection.wake(askAll),
    /** The network is gone: say so at once instead of waiting for the socket to notice. */
    noteOffline: (): void => {
      if (listeners.size > 0) connection.noteOffline();
    },
    state: connection.state,
    watch(watcher: () => void): () => void {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

/** A running live client. */
export type Live = ReturnType<typeof createLive>;

/** Ties a live client to the page: online, offline, looked at again. */
export function followPage(live: Live): () => void {
  const onVisible = (): void => {
    if (document.visibilityState === 'visible') live.wake();
  };
  const onOnline = (): void => live.wake();
  const onOffline = (): void => live.noteOffline();
  document.addEventListener('visibilitychange', onVisible);
  window.addEventListener('online', onOnline);
  window.addEventListener('offline', onOffline);
  window.addEventListener('pageshow', onVisible);
  return () => {
    document.removeEventListener('visibilitychange', onVisible);
    window.removeEventListener('online', onOnline);
    window.removeEventListener('offline', onOffline);
    window.removeEventListener('pageshow', onVisible);
  };
}

function parse(data: unknown): { t: string; channel: string; id: string; frames?: Frame[] } | undefined {
  try {
    return typeof data === 'string' ? (JSON.parse(data) as ReturnType<typeof parse>) : undefined;
  } catch {
    return undefined;
  }
}

function browserOutside(): LiveOutside {
  return {
    open: () =>
      new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`) as unknown as Socket,
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
  };
}
