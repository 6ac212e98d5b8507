/** Seeded chance: the same seed draws the same things on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** One item by weight; the last one when all weights are zero. */
  weigh<Item>(items: readonly Item[], weight: (item: Item) => number): Item;
  /** A waiting time with this mean. */
  wait(mean: number): number;
}

/** Makes a generator (mulberry32) from a seed of any text. */
export function makeRandom(seed: string): Random {
  let state = hashText(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)]!;
  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick,
    weigh: (items, weight) => {
      const weights = items.map(weight);
      let left = next() * weights.reduce((sum, one) => sum + one, 0);
      const at = weights.findIndex((one) => (left -= one) < 0);
      return items[at < 0 ? items.length - 1 : at]!;
    },
    wait: (mean) => -Math.log(1 - next()) * mean,
  };
}

/** FNV-1a, so that seeds can be words. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
}
