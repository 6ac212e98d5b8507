// Messages on their way. Each keeps one client id from the first try to the last, over reloads too, so that a lost answer
// can never become a second message. They leave one after another: the talk keeps the order in which they were written.
import type { Message } from '../../kit/message.ts';
import { toApiError, type ApiError } from '../../kit/problem.ts';
import type { Pending } from './log.ts';
import { isHeld } from './held.ts';

/** What the outbox needs of the outside. */
export interface OutboxParts {
  post: (pending: Pending) => Promise<Message>;
  /** Where what is not yet sent survives a reload; undefined when nothing may be kept. */
  storage: { read: () => Pending[]; write: (pending: readonly Pending[]) => void };
  onChange: (pending: readonly Pending[]) => void;
  onSent: (message: Message, pending: Pending) => void;
  describe: (error: ApiError) => string;
}

/** How long an unsent message may still leave by itself. */
const freshMs = 10 * 60_000;

/** Starts an outbox with what an earlier visit left behind (shown as failed, never sent unasked). */
export function createOutbox(parts: OutboxParts) {
  let list: readonly Pending[] = parts.storage
    .read()
    .map((one) => ({ ...one, state: isHeld(one.code) ? ('refused' as const) : ('failed' as const), isLost: false }));
  let isBusy = false;

  function set(next: readonly Pending[]): void {
    list = next;
    parts.storage.write(list.filter((one) => one.kind === 'text'));
    parts.onChange(list);
  }

  function change(clientId: string, fields: Partial<Pending>): void {
    set(list.map((one) => (one.clientId === clientId ? { ...one, ...fields } : one)));
  }

  async function run(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    try {
      for (let next = list.find(isSending); next; next = list.find(isSending)) await sendOne(next);
    } finally {
      isBusy = false;
    }
  }

  async function sendOne(one: Pending): Promise<void> {
    try {
      const message = await parts.post(one);
      set(list.filter(({ clientId }) => clientId !== one.clientId));
      parts.onSent(message, one);
    } catch (thrown) {
      hold(one, toApiError(thrown));
    }
  }

  function hold(failed: Pending, error: ApiError): void {
    const problem = parts.describe(error);
    if (error.isNetwork || error.status >= 500) {
      // What was written after it waits too, or it would overtake.
      set(list.map((one) => (isSending(one) ? { ...one, state: 'failed', isLost: true, problem } : one)));
    } else {
      // "Too fast" says nothing against the words: later the same message may go.
      change(failed.clientId, { state: error.status === 429 ? 'failed' : 'refused', problem, code: error.code });
    }
  }

  function resend(isWanted: (one: Pending) => boolean): void {
    // What a moderator has to look at waits there already; sending it again would only ask twice.
    const isMeant = (one: Pending): boolean => isWanted(one) && !isHeld(one.code);
    if (!list.some((one) => !isSending(one) && isMeant(one))) return;
    set(list.map((one) => (isMeant(one) ? { ...one, state: 'sending', isLost: false, problem: undefined } : one)));
    void run();
  }

  return {
    list: (): readonly Pending[] => list,
    add(one: Pending): void {
      set([...list, { ...one, state: 'sending' }]);
      void run();
    },
    /** Sends one again that failed. */
    retry: (clientId: string): void => resend((one) => one.clientId === clientId),
    /** The network is back: what it swallowed a moment ago goes out by itself, in order; older things wait to be asked. */
    retryLost: (now: number): void =>
      resend((one) => one.isLost === true && one.state === 'failed' && now - Date.parse(one.at) < freshMs),
    /** Lets go of one that is not being sent. */
    drop(clientId: string): Pending | undefined {
      const dropped = list.find((one) => one.clientId === clientId && one.state !== 'sending');
      if (dropped) set(list.filter((one) => one !== dropped));
      return dropped;
    },
    /** The talk shows it already (seen live before the answer came). */
    settle(clientIds: readonly string[]): void {
      const known = new Set(clientIds);
      if (list.some((one) => one.state !== 'sending' && known.has(one.clientId))) {
        set(list.filter((one) => one.state === 'sending' || !known.has(one.clientId)));
      }
    },
    change,
  };
}

/** A running outbox. */
export type Outbox = ReturnType<typeof createOutbox>;

function isSending(one: Pending): boolean {
  return one.state === 'sending';
}

/** Keeps what is not yet sent in this browser, for one group. */
export function keepOutbox(groupId: string): OutboxParts['storage'] {
  const key = `mh-outbox-${groupId}`;
  return {
    read: () => {
      try {
        const kept = JSON.parse(localStorage.getItem(key) ?? '[]') as unknown;
        return Array.isArray(kept) ? (kept as Pending[]) : [];
      } catch {
        return [];
      }
    },
    write: (pending) => {
      try {
        if (pending.length === 0) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(pending));
      } catch {
        // Without storage a message still leaves; it only does not survive closing the page.
      }
    },
  };
}
