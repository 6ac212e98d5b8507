/**
 * SimHash: 64 bits that are alike for alike texts, made of the 2-grams of a text; and a search for near-duplicates that compares only
 * texts which share a band of bits. Two 32-bit halves, because 64-bit integers are many times slower here.
 */
import { isSpokenUnit } from './nature.ts';
import { foldText } from './normalise.ts';

/** 64 bits in two halves, each an unsigned 32-bit number. */
export interface SimHash {
  high: number;
  low: number;
}

/** Two texts at this Hamming distance or nearer say the same. */
export const nearDistance = 3;

const sums = new Int32Array(64);

/** The SimHash of what a text says: folded, without spaces and punctuation; an empty text gives zero. */
export function simHash(text: string): SimHash {
  const folded = foldText(text);
  sums.fill(0);
  let before = 0;
  let grams = 0;
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at);
    if (!isSpokenUnit(unit)) continue;
    if (before !== 0) addGram(before, unit);
    if (before !== 0) grams++;
    before = unit;
  }
  if (grams === 0 && before !== 0) addGram(before, 0);
  return { high: signsOf(0), low: signsOf(32) };
}

/** In how many of the 64 bits two hashes differ. */
export function hamming(one: SimHash, other: SimHash): number {
  return countBits(one.high ^ other.high) + countBits(one.low ^ other.low);
}

/** A pair of near-duplicates: their places in the list, the earlier one first, and their distance. */
export interface NearPair {
  first: number;
  second: number;
  distance: number;
}

/** A growing set of texts that finds the earlier near-duplicates of each new one. */
export interface NearIndex {
  /** Adds a hash and tells which earlier ones are near, nearest first. */
  add(hash: SimHash): NearPair[];
  readonly size: number;
}

/**
 * Opens an index for distances up to `distance` (at most 7). The 64 bits are cut into `distance + 1` bands: two hashes that differ in
 * so few bits agree in at least one band, so nothing near is missed.
 */
export function openNearIndex(distance: number = nearDistance): NearIndex {
  if (!Number.isInteger(distance) || distance < 0 || distance > 7) throw new RangeError('distance: 0 to 7');
  const hashes: SimHash[] = [];
  const bands = cutBands(distance + 1).map((band) => ({ ...band, places: new Map<number, number[]>() }));
  return {
    get size() {
      return hashes.length;
    },
    add(hash) {
      const second = hashes.push(hash) - 1;
      const near = new Map<number, number>();
      for (const { from, width, places } of bands) {
        const key = bitsOf(hash, from, width);
        const earlier = places.get(key);
        if (!earlier) {
          places.set(key, [second]);
          continue;
        }
        for (const first of earlier) {
          if (near.has(first)) continue;
          const apart = hamming(hashes[first]!, hash);
          if (apart <= distance) near.set(first, apart);
        }
        earlier.push(second);
      }
      return Array.from(near, ([first, apart]) => ({ first, second, distance: apart })).sort(
        (a, b) => a.distance - b.distance || a.first - b.first,
      );
    },
  };
}

/** All near-duplicate pairs of a list of hashes. */
export function findNearPairs(hashes: readonly SimHash[], distance: number = nearDistance): NearPair[] {
  const index = openNearIndex(distance);
  return hashes.flatMap((hash) => index.add(hash));
}

function addGram(first: number, second: number): void {
  let high = Math.imul((first << 16) ^ second ^ 0x9e3779b9, 0x85ebca6b);
  high = Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  high ^= high >>> 16;
  let low = Math.imul(high ^ Math.imul(first, 0x27d4eb2f) ^ (second << 7), 0x165667b1);
  low = Math.imul(low ^ (low >>> 15), 0x2c1b3c6d);
  low ^= low >>> 12;
  for (let bit = 0; bit < 32; bit++) {
    sums[bit]! += ((high >>> bit) & 1) * 2 - 1;
    sums[bit + 32]! += ((low >>> bit) & 1) * 2 - 1;
  }
}

function signsOf(from: number): number {
  let bits = 0;
  for (let bit = 0; bit < 32; bit++) if (sums[from + bit]! > 0) bits |= 1 << bit;
  return bits >>> 0;
}

/** How many bits of a 32-bit number are set. */
export function countBits(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Bands of nearly the same width, none wider than 32 bits or reaching over the middle more than the key can hold. */
function cutBands(count: number): { from: number; width: number }[] {
  const edges = Array.from({ length: Math.max(2, count) + 1 }, (_, at) => Math.round((64 * at) / Math.max(2, count)));
  return edges.slice(1).map((to, at) => ({ from: edges[at]!, width: to - edges[at]! }));
}

/** `width` bits from `from` on as a number; bits 0–31 are the low half. */
function bitsOf({ high, low }: SimHash, from: number, width: number): number {
  const mask = width === 32 ? 0xffffffff : (1 << width) - 1;
  if (from >= 32) return ((high >>> (from - 32)) & mask) >>> 0;
  const head = low >>> from;
  const tail = from > 0 && from + width > 32 ? high << (32 - from) : 0;
  return ((head | tail) & mask) >>> 0;
}
