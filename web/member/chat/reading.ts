import type { Cell } from './chat-state.ts';
import { markRead } from './talk.ts';

const pauseMs = 2000;

/** Tells the server how far I have read, at most every two seconds. */
export function createReading(groupId: string, cell: Cell) {
  let told = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function newest(): number {
    const { messages, isLatest } = cell.get().log;
    return isLatest ? messages.reduce((most, message) => Math.max(most, message.seq), 0) : 0;
  }

  return {
    /** The server knows this already. */
    start: (seq: number): void => {
      told = seq;
    },
    /** Everything down to the newest message is on the screen. */
    note(): void {
      if (newest() <= told) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        const seq = newest();
        // Who was shown out meanwhile has nothing to tell any more.
        if (seq <= told || cell.get().phase === 'gone') return;
        const before = told;
        told = seq;
        // Not told: the next message that is read tells both.
        markRead(groupId, seq).catch(() => (told = before));
      }, pauseMs);
    },
    stop: (): void => clearTimeout(timer),
  };
}
