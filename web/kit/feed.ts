// Follows one group: live frames are shown at once, and every gap (reconnect, lost frames, "resync") is closed by asking
// the API for what changed after the last number that is surely here. Nothing is shown twice, nothing stays missing.
import { waitBefore } from './backoff.ts';
import type { Frame, Listener } from './live.ts';
import { hasGap, noteCaughtUp, noteNumbers, startSequence, type Sequence } from './sequence.ts';

/** The part of a message that the feed reads. */
export interface Numbered {
  id: string;
  seq: number;
  changedSeq: number;
}

/** One answer to "what changed after this number". */
export interface Changes<Message> {
  items: Message[];
  lastSeq: number;
  hasMore: boolean;
}

/** What the feed needs and whom it tells. */
export interface FeedParts<Message extends Numbered> {
  live: { listen: (listener: Listener) => () => void };
  groupId: string;
  /** The number up to which the page already shows everything. */
  from: number;
  fetchAfter: (seq: number) => Promise<Changes<Message>>;
  onMessages: (messages: Message[]) => void;
  /** Frames that are no messages: group, people, read, membership … */
  onFrame?: (frame: Frame) => void;
  onDenied?: () => void;
  wait: (ms: number) => Promise<void>;
}

/** Starts to follow; `stop` ends it, `catchUp` asks now. */
export function followGroup<Message extends Numbered>(parts: FeedParts<Message>) {
  let sequence: Sequence = startSequence(parts.from);
  let isStopped = false;
  let running: Promise<void> | undefined;
  let again = false;

  function catchUp(): Promise<void> {
    again = true;
    running ??= drain().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function drain(): Promise<void> {
    let failures = 0;
    while (again && !isStopped) {
      again = false;
      try {
        await readChanges();
        // A frame that overtook the answer left a gap of its own: one more look closes it.
        if (!hasGap(sequence)) continue;
      } catch {
        // No answer, or a refusal that may pass: the number stays, so the next look starts where this one did.
      }
      again = true;
      await parts.wait(waitBefore(failures, { first: 300, most: 15_000 }));
      failures += 1;
    }
  }

  async function readChanges(): Promise<void> {
    for (let more = true; more && !isStopped;) {
      const asked = sequence.upTo;
      const changes = await parts.fetchAfter(asked);
      if (isStopped) return;
      if (changes.items.length > 0) parts.onMessages(changes.items);
      const reached = changes.hasMore ? lastChange(changes.items, asked) : changes.lastSeq;
      sequence = noteCaughtUp(sequence, reached);
      more = changes.hasMore && sequence.upTo > asked;
    }
  }

  const stopListening = parts.live.listen({
    channel: 'group',
    id: parts.groupId,
    after: () => sequence.upTo,
    onReady: () => void catchUp(),
    onDenied: () => parts.onDenied?.(),
    onFrames: (frames) => {
      const messages = frames.filter((frame) => frame.type === 'message').map((frame) => frame.message as Message);
      if (messages.length > 0) {
        parts.onMessages(messages);
        sequence = noteNumbers(
          sequence,
          messages.map((message) => message.changedSeq),
        );
      }
      for (const frame of frames) if (frame.type !== 'message') parts.onFrame?.(frame);
      if (hasGap(sequence) || frames.some((frame) => frame.type === 'resync')) void catchUp();
    },
  });

  return {
    catchUp,
    /** The number up to which everything is here. */
    upTo: (): number => sequence.upTo,
    stop: (): void => {
      isStopped = true;
      stopListening();
    },
  };
}

function lastChange(items: readonly Numbered[], fallback: number): number {
  return items.reduce((most, item) => Math.max(most, item.changedSeq), fallback);
}
