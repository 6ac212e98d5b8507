/** A list of numbers that grows in a typed array. */

type Numbers = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** Appends numbers; `take` gives exactly the filled part. */
export class Column<T extends Numbers> {
  #make: (size: number) => T;
  #data: T;
  length = 0;

  constructor(make: (size: number) => T) {
    this.#make = make;
    this.#data = make(64);
  }

  push(value: number): void {
    if (this.length === this.#data.length) {
      const grown = this.#make(this.length * 2);
      grown.set(this.#data);
      this.#data = grown;
    }
    this.#data[this.length] = value;
    this.length += 1;
  }

  get(index: number): number {
    return this.#data[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#data[index] = value;
  }

  /** The filled part, in the order of `rows` when given; the column must not be used after. */
  take(rows: Int32Array | null = null): T {
    if (!rows) return this.#data.subarray(0, this.length) as T;
    const taken = this.#make(rows.length);
    for (let at = 0; at < rows.length; at += 1) taken[at] = this.#data[rows[at] ?? 0] ?? 0;
    return taken;
  }
}
