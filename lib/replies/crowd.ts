/** How many people talk at the same time: the fewer, the likelier a message answers the one before it. */
import type { LinkInput } from './links.ts';

const span = 10 * 60_000;
const limits = [2, 4, 7, 12];
/** How many classes there are: two speakers, up to 4, up to 7, up to 12, more. */
export const crowdClasses = limits.length + 1;

/** Counts the different speakers of the last ten minutes. */
export class Crowd {
  readonly #input: LinkInput;
  readonly #spoken: Int32Array;
  #oldest = 0;
  #speakers = 0;

  constructor(input: LinkInput) {
    this.#input = input;
    this.#spoken = new Int32Array(input.names.length);
  }

  /** Takes the next message and tells the class of the crowd, its author included. */
  add(message: number): number {
    const { at, author } = this.#input;
    const who = author[message]!;
    if (who >= 0 && this.#spoken[who]!++ === 0) this.#speakers++;
    for (; this.#oldest < message && at[this.#oldest]! < at[message]! - span; this.#oldest++) {
      const gone = author[this.#oldest]!;
      if (gone < 0 || this.#input.isSystem(this.#oldest)) continue;
      if (--this.#spoken[gone]! === 0) this.#speakers--;
    }
    let crowd = 0;
    while (crowd < limits.length && this.#speakers > limits[crowd]!) crowd++;
    return crowd;
  }
}
