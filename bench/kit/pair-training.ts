/** Makes the set of ordinary pairs of characters from texts and a dictionary. */
import { foldText } from '../../lib/text/normalise.ts';
import { placeOfPair, type PairFile } from '../../lib/text/ordinary-pairs.ts';

const bits = 21;
const fewest = 2;

/** Counts the pairs of texts; each text counts `times`. */
export function createPairCount(): {
  add(text: string, times?: number): void;
  pack(about: Record<string, unknown>): PairFile;
} {
  const counts = new Map<number, number>();
  return {
    add(text, times = 1) {
      const folded = foldText(text);
      for (let at = 1; at < folded.length; at++) {
        const [first, second] = [folded.charCodeAt(at - 1), folded.charCodeAt(at)];
        if (!isHan(first) || !isHan(second)) continue;
        const key = first * 0x1_0000 + second;
        counts.set(key, (counts.get(key) ?? 0) + times);
      }
    },
    pack(about) {
      const set = new Uint8Array(2 ** bits / 8);
      let pairs = 0;
      for (const [key, count] of counts) {
        if (count < fewest) continue;
        const place = placeOfPair(Math.floor(key / 0x1_0000), key % 0x1_0000, bits);
        set[place >>> 3]! |= 1 << (place & 7);
        pairs++;
      }
      return { about: { ...about, pairs }, bits, set: Buffer.from(set).toString('base64') };
    },
  };
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}
