/**
 * How much each recent message has in common with a new one: the rarer a shared word, the more it counts (idf over the
 * talk so far). Works from word to messages, so the cost does not grow with the number of candidates.
 */
import { wordRange } from './reading.ts';
import type { Reading } from './reading.ts';
import { talkMask, talkSize } from './talk.ts';

const slots = 1 << 13;
const slotMask = slots - 1;
const mostSteps = 24;

/** By word: the newest slot that holds it, and how often it was used. A megabyte, too much to make for every short talk. */
interface WordTables {
  readonly newest: Int32Array;
  readonly uses: Int32Array;
}

/** Tables of a talk that has ended, clean for the next one. */
let spare: WordTables | undefined;

function takeTables(): WordTables {
  const tables = spare ?? { newest: new Int32Array(wordRange).fill(-1), uses: new Int32Array(wordRange) };
  spare = undefined;
  return tables;
}

/** Remembers which recent message used which word. */
export class Overlap {
  /** Shared weight by place in the window; holds until the next `weigh`. */
  readonly shared = new Float32Array(talkSize);
  readonly #tables = takeTables();
  readonly #newest = this.#tables.newest;
  readonly #uses = this.#tables.uses;
  readonly #message = new Int32Array(slots);
  readonly #older = new Int32Array(slots);
  readonly #word = new Int32Array(slots);
  #next = 0;

  /** Fills `shared` for the message with this number, which is not remembered yet. */
  weigh(number: number, reading: Reading): void {
    this.shared.fill(0);
    for (let at = 0; at < reading.count; at++) {
      const word = reading.words[at]!;
      const weight = Math.log((number + 50) / (this.#uses[word]! + 1));
      if (weight < 1.5) continue;
      let slot = this.#newest[word]!;
      for (let step = 0; step < mostSteps && slot >= 0 && slot > this.#next - slots; step++) {
        const message = this.#message[slot & slotMask]!;
        if (message <= number - talkSize) break;
        this.shared[message & talkMask]! += weight;
        slot = this.#older[slot & slotMask]!;
      }
    }
  }

  /** Remembers the words of the message with this number. */
  remember(number: number, reading: Reading): void {
    for (let at = 0; at < reading.count; at++) {
      const word = reading.words[at]!;
      this.#uses[word]!++;
      const slot = this.#next++;
      this.#message[slot & slotMask] = number;
      this.#word[slot & slotMask] = word;
      this.#older[slot & slotMask] = this.#newest[word]!;
      this.#newest[word] = slot;
    }
  }

  /** Gives the tables to the next talk; this one must not be used any more. A long talk would have to clean up too much. */
  release(): void {
    if (this.#next > slots) return;
    for (let slot = 0; slot < this.#next; slot++) {
      const word = this.#word[slot]!;
      this.#newest[word] = -1;
      this.#uses[word] = 0;
    }
    spare = this.#tables;
  }
}
