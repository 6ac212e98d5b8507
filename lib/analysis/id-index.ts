/** Finds messages by their platform id: a hash table in typed arrays, for a million ids in a `Map` cost 100 MB. */

/** Two 32-bit hashes of one text; together they tell ids of one group apart for certain enough (2⁻⁶⁴ per pair). */
export function hashId(id: string): [number, number] {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let at = 0; at < id.length; at += 1) {
    const code = id.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 13);
  }
  return [(low ^ (low >>> 15)) >>> 0, (high ^ (high >>> 16)) >>> 0];
}

/** Ids in, numbers out; the last number given for an id wins. */
export class IdIndex {
  #low: Uint32Array;
  #high: Uint32Array;
  #number: Int32Array;
  #mask: number;

  constructor(capacity: number) {
    let size = 16;
    while (size < capacity * 2) size *= 2;
    this.#low = new Uint32Array(size);
    this.#high = new Uint32Array(size);
    this.#number = new Int32Array(size).fill(-1);
    this.#mask = size - 1;
  }

  /** Remembers the number of a hashed id. */
  set(low: number, high: number, number: number): void {
    const slot = this.#find(low, high);
    this.#low[slot] = low;
    this.#high[slot] = high;
    this.#number[slot] = number;
  }

  /** The number of a hashed id, -1 when it is not known. */
  get(low: number, high: number): number {
    return this.#number[this.#find(low, high)] ?? -1;
  }

  #find(low: number, high: number): number {
    let slot = low & this.#mask;
    while (this.#number[slot] !== -1 && (this.#low[slot] !== low || this.#high[slot] !== high)) {
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }
}
