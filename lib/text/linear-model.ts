/**
 * A linear model over hashed character n-grams: the weight of each n-gram that a text contains is added, the sum divided by the root of
 * their number, and a logistic curve makes a probability of it. Weights are one byte each, kept as base64 in JSON.
 */
import { readBase64 } from './base64.ts';

/** A trained model as it is stored. */
export interface ModelFile {
  version: 1;
  /** What it was trained on and how well it does, in words and figures for people. */
  about: Record<string, unknown>;
  /** Lengths of the n-grams. */
  orders: number[];
  /** The table has 2^bits weights. */
  bits: number;
  /** What one step of a stored weight is worth. */
  step: number;
  bias: number;
  /** Fewer distinct n-grams than this count as this many: a few characters prove little. */
  fewest: number;
  /** From score to probability: 1 / (1 + exp(-(slope · score + offset))). */
  calibration: { slope: number; offset: number };
  /** The probability from which on the answer is yes. */
  threshold: number;
  /** Signed bytes, base64. */
  weights: string;
}

/** A model that is ready to answer. */
export interface LinearModel {
  /** The probability for a folded text. */
  probability(folded: string): number;
  readonly threshold: number;
}

/** Makes a stored model ready. */
export function openModel(file: ModelFile): LinearModel {
  const { orders, bits, bias, fewest, calibration, threshold } = file;
  const weights = new Int8Array(readBase64(file.weights).buffer);
  if (weights.length !== 2 ** bits) throw new RangeError(`a table of 2^${bits} weights has ${weights.length} entries`);
  const reader = openGrams({ orders, bits });
  const probability = (folded: string) => {
    const count = reader.read(folded);
    let sum = 0;
    for (let at = 0; at < count; at++) sum += weights[reader.buckets[at]!]!;
    const score = (sum * file.step) / Math.sqrt(Math.max(fewest, count)) + bias;
    return 1 / (1 + Math.exp(-(calibration.slope * score + calibration.offset)));
  };
  return { probability, threshold };
}

/** Reads the n-grams of texts, one text after the other, into one list that is used again and again. */
export interface GramReader {
  /** Fills `buckets` with the distinct n-grams of a text and tells how many they are. */
  read(folded: string): number;
  buckets: Uint32Array;
}

const longest = 4000;
const edge = 0xfffe;

/** Opens a reader of n-grams; of a very long text only the first 4,000 units are read. */
export function openGrams({ orders, bits }: { orders: readonly number[]; bits: number }): GramReader {
  const widest = Math.max(...orders);
  const least = Math.min(...orders);
  const wanted = orders.reduce((set, order) => set | (1 << order), 0);
  const units = new Uint16Array(longest + 2);
  const buckets = new Uint32Array(units.length * orders.length);
  // Small texts use only the beginning of this set of buckets, which then stays in the fastest memory. Above the bucket stands the text.
  const set = new Uint32Array(2 ** Math.ceil(Math.log2(2 * buckets.length)));
  const shift = 32 - bits;
  const mostTexts = 2 ** shift - 1;
  let texts = 0;
  return {
    buckets,
    read(folded) {
      if (texts === mostTexts) {
        set.fill(0);
        texts = 0;
      }
      const stamp = (++texts << bits) >>> 0;
      const length = Math.min(longest, folded.length) + 2;
      units[0] = units[length - 1] = edge;
      for (let at = 1; at < length - 1; at++) units[at] = folded.charCodeAt(at - 1);
      const mask = (1 << (32 - Math.clz32(2 * length * orders.length - 1))) - 1;
      let count = 0;
      for (let from = 0; from < length; from++) {
        const last = Math.min(widest, length - from);
        let hash = 0;
        for (let order = 1; order <= last; order++) {
          hash = Math.imul(hash ^ units[from + order - 1]!, 0x9e3779b1) + order;
          hash ^= hash >>> 15;
          if (order < least || !(wanted & (1 << order))) continue;
          const bucket = Math.imul(hash, 0x85ebca6b) >>> shift;
          const entry = (stamp | bucket) >>> 0;
          let slot = bucket & mask;
          while (set[slot]! >>> bits === texts && set[slot] !== entry) slot = (slot + 1) & mask;
          if (set[slot] === entry) continue;
          set[slot] = entry;
          buckets[count++] = bucket;
        }
      }
      return count;
    },
  };
}
