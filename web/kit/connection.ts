// One websocket that comes back by itself: pauses grow and are jittered, waking up or coming online connects at once, and
// a connection that no longer answers after waking is replaced.
import { waitBefore } from './backoff.ts';

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

/** What the connection asks and tells its owner. */
export interface ConnectionOwner {
  /** Whether anybody needs the connection. */
  isWanted: () => boolean;
  onOpen: () => void;
  onData: (data: unknown) => void;
  onState: () => void;
}

const proofOfLifeMs = 6_000;
const isOpen = 1;

/** Makes a connection that is not open yet. */
export function createConnection(outside: LiveOutside, owner: ConnectionOwner) {
  const now = { socket: undefined as Socket | undefined, state: 'connecting' as LiveState, tries: 0 };
  let stopTimer = (): void => {};
  let stopProof = (): void => {};

  function setState(next: LiveState): void {
    if (now.state === next) return;
    now.state = next;
    owner.onState();
  }

  function connect(): void {
    stopTimer();
    if (now.socket || !owner.isWanted()) return;
    const opened = outside.open();
    now.socket = opened;
    opened.onopen = () => {
      now.tries = 0;
      setState('open');
      owner.onOpen();
    };
    opened.onmessage = (event) => {
      if (now.socket !== opened) return;
      stopProof();
      setState('open');
      owner.onData(event.data);
    };
    opened.onclose = () => {
      if (now.socket === opened) lose();
    };
  }

  function lose(): void {
    now.socket = undefined;
    stopProof();
    if (now.tries > 0 || now.state === 'open') setState('offline');
    if (!owner.isWanted()) return;
    const pause = waitBefore(now.tries, { first: 500, most: 20_000, random: outside.random });
    stopTimer = outside.after(pause, connect);
    now.tries += 1;
  }

  return {
    connect,
    state: (): LiveState => now.state,
    /** Sends when it is open; what is not sent is asked again in `onOpen`. */
    send(wish: object): boolean {
      if (now.socket?.readyState !== isOpen) return false;
      now.socket.send(JSON.stringify(wish));
      return true;
    },
    /** The device woke up or came online: connects at once; with a connection, `ask` must bring an answer soon. */
    wake(ask: () => void): void {
      const asleep = now.socket;
      now.tries = 0;
      if (!asleep) return connect();
      ask();
      stopProof();
      stopProof = outside.after(proofOfLifeMs, () => {
        if (now.socket !== asleep) return;
        asleep.onclose = null;
        asleep.close();
        lose();
      });
    },
    /** The network is gone: said at once instead of waiting for the socket to notice. */
    noteOffline: (): void => setState('offline'),
    /** Closes; `connect` opens again. */
    rest(): void {
      stopTimer();
      stopProof();
      const closing = now.socket;
      Object.assign(now, { socket: undefined, state: 'connecting', tries: 0 });
      if (closing) closing.onclose = null;
      closing?.close();
    },
  };
}
