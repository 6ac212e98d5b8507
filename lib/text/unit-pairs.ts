/** Tables of pairs of UTF-16 units: a number for each pair, found without making any object. */

/** A table of pairs. */
export interface PairTable {
  /** The number of a pair, 0 when it is not in the table. */
  get(first: number, second: number): number;
}

/** Makes a table of pairs and their numbers, which are above 0; of a pair that comes twice the first number holds. */
export function openPairTable(
  entries: readonly (readonly [first: number, second: number, number: number])[],
): PairTable {
  const bits = Math.ceil(Math.log2(4 * entries.length + 4));
  const mask = 2 ** bits - 1;
  const shift = 32 - bits;
  const keys = new Uint32Array(mask + 1);
  const numbers = new Uint32Array(mask + 1);
  const slotOf = (key: number) => {
    let slot = Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> shift;
    while (keys[slot] !== key && numbers[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  };
  for (const [first, second, number] of entries) {
    const key = ((first << 16) | second) >>> 0;
    const slot = slotOf(key);
    if (numbers[slot] !== 0) continue;
    keys[slot] = key;
    numbers[slot] = number;
  }
  return { get: (first, second) => numbers[slotOf(((first << 16) | second) >>> 0)]! };
}
