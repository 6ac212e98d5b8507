// One websocket for everything a page listens to. It comes back by itself with growing, jittered pauses, at once when the
// device is online again or the page is looked at again, and tells each listener when it may ask for what it missed.
import { waitBefore } from './backoff.ts';

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

/** `connecting` covers the first seconds; `offline` is shown to people. */
export type LiveState = 'connecting' | 'open' | 'offline';

/** The part of a WebSocket that is used. */
export type Socket = Pick<WebSocket, 'send' | 'close' | 'readyState'> & {
  onopen: (() => void) | null;
  onclose: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
};

/** Timers, dice and the door to the network; tests give their own. */
export interface LiveOutside {
  open: () => Socket;
  after: (ms: number, run: () => void) => () => void;
  random: () => number;
}

const proofOfLifeMs = 6_000;
const isOpen = 1;

/** Starts a live client; it connects with the first listener and rests without any. */
export function createLive(outside: LiveOutside = browserOutside()) {
  const listeners = new Set<Listener>();
  const watchers = new Set<() => void>();
  const asked = new Set<Listener>();
  let socket: Socket | undefined;
  let state: LiveState = 'connecting';
  let tries = 0;
  let stopTimer = (): void => {};
  let stopProof = (): void => {};

  function setState(next: LiveState): void {
    if (state === next) return;
    state = next;
    for (const watcher of watchers) watcher();
  }

  function connect(): void {
    stopTimer();
    if (socket || listeners.size === 0) return;
    const opened = outside.open();
    socket = opened;
    opened.onopen = () => {
      tries = 0;
      setState('open');
      for (const listener of listeners) ask(listener);
    };
    opened.onmessage = (event) => {
      if (socket !== opened) return;
      stopProof();
      receive(event.data);
    };
    opened.onclose = () => {
      if (socket === opened) lose();
    };
  }

  function lose(): void {
    socket = undefined;
    stopProof();
    if (tries > 0 || state === 'open') setState('offline');
    if (listeners.size === 0) return;
    stopTimer = outside.after(waitBefore(tries, { first: 500, most: 20_000, random: outside.random }), connect);
    tries += 1;
  }

  function ask(listener: Listener): void {
    if (socket?.readyState !== isOpen) return;
    const { channel, id, after } = listener;
    asked.add(listener);
    socket.send(JSON.stringify({ op: 'listen', channel, id, ...(after ? { after: after() } : {}) }));
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

  return {
    /** Begins to listen; the answer stops it. */
    listen(listener: Listener): () => void {
      listeners.add(listener);
      if (socket) ask(listener);
      else connect();
      return () => {
        listeners.delete(listener);
        asked.delete(listener);
        const isShared = [...listeners].some(({ channel, id }) => channel === listener.channel && id === listener.id);
        if (!isShared && socket?.readyState === isOpen) {
          socket.send(JSON.stringify({ op: 'leave', channel: listener.channel, id: listener.id }));
        }
        if (listeners.size === 0) this.rest();
      };
    },
    /** The device woke up or came online: connect at once, or prove that the old connection still lives. */
    wake(): void {
      if (!socket) {
        tries = 0;
        connect();
        return;
      }
      const asleep = socket;
      for (const listener of listeners) ask(listener);
      stopProof();
      stopProof = outside.after(proofOfLifeMs, () => {
        if (socket !== asleep) return;
        asleep.onclose = null;
        asleep.close();
        tries = 0;
        lose();
      });
    },
    /** The network is gone: say so at once instead of waiting for the socket to notice. */
    noteOffline(): void {
      if (listeners.size > 0) setState('offline');
    },
    /** Closes the connection; the next listener opens it again. */
    rest(): void {
      stopTimer();
      stopProof();
      const closing = socket;
      socket = undefined;
      if (closing) closing.onclose = null;
      closing?.close();
      state = 'connecting';
      tries = 0;
    },
    state: (): LiveState => state,
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
