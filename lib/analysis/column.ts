/** A list of numbers that grows in typed arrays, piece by piece: nothing is copied when it grows, and no room is kept for twice as many. */

type Numbers = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

const BITS = 15;
const PIECE = 1 << BITS;
const MASK = PIECE - 1;

/** Appends numbers; `take` gives exactly the filled part. */
export class Column<T extends Numbers> {
  #make: (size: number) => T;
  #pieces: T[] = [];
  /** The newest piece; the first is small, for most rooms are. */
  #last: T;
  length = 0;

  constructor(make: (size: number) => T) {
    this.#make = make;
    this.#last = make(64);
    this.#pieces.push(this.#last);
  }

  push(value: number): void {
    const place = this.length & MASK;
    if (place === this.#last.length) this.#widen();
    else if (place === 0 && this.length > 0) {
      this.#last = this.#make(PIECE);
      this.#pieces.push(this.#last);
    }
    this.#last[place] = value;
    this.length += 1;
  }

  get(index: number): number {
    return this.#pieces[index >>> BITS]?.[index & MASK] ?? 0;
  }

  /** The filled part, in the order of `rows` when given; the column is empty after. */
  take(rows: Int32Array | null = null): T {
    const taken = this.#make(rows?.length ?? this.length);
    if (rows) for (let at = 0; at < rows.length; at += 1) taken[at] = this.get(rows[at]!);
    else
      for (const [number, piece] of this.#pieces.entries()) {
        taken.set(piece.subarray(0, Math.min(PIECE, this.length - number * PIECE)), number * PIECE);
      }
    this.#last = this.#make(64);
    this.#pieces = [this.#last];
    this.length = 0;
    return taken;
  }

  /** Only the first piece is made anew when it grows. */
  #widen(): void {
    const grown = this.#make(Math.min(PIECE, this.#last.length * 4));
    grown.set(this.#last);
    this.#last = grown;
    this.#pieces[0] = grown;
  }
}
