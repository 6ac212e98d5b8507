/**
 * What models of advertisements look at, hashed into numbers: n-grams of the text as it stands, of its outline (digits and longer
 * Latin words only as shapes), of how it sounds, of the kinds of its characters, and the cues that were chosen by hand.
 */
import { outlineWording, readPlainCues, type AdCue } from './ad-cues.ts';
import { foldText } from './normalise.ts';
import { readingOf } from './readings.ts';

/** Reads the features of texts, one text after the other, into one list that is used again and again. */
export interface FeatureReader {
  /** Fills `buckets` with the distinct features of a text, each below 2^bits, and tells how many they are. */
  read(text: string): number;
  buckets: Uint32Array;
}

/** Features beyond this place in a text do not count: an advertisement says what it wants at the beginning. */
const longest = 300;
const edge = 0xfffe;
const mostFeatures = 16_384;
const smallestKind = 1;

// Kinds of features have hashes of their own; order and seeds are part of every stored model.
const seeds = { folded: 11, outline: 23, sound: 37, shape: 59, script: 61, cue: 51, length: 53 } as const;

/** Opens a reader of features; `withCues` is off for models whose answer is added to the cues. */
export function openAdFeatures({ bits, withCues = true }: { bits: number; withCues?: boolean }): FeatureReader {
  const buckets = new Uint32Array(mostFeatures);
  // A bit for each feature that the text has; the next text takes back those that were set.
  const seen = new Uint32Array(Math.max(1, 2 ** bits / 32));
  const units = new Uint16Array(longest + 2);
  const shift = 32 - bits;
  let count = 0;
  const add = (hash: number) => {
    const bucket = Math.imul(hash, 0x85ebca6b) >>> shift;
    const bit = 1 << (bucket & 31);
    if ((seen[bucket >>> 5]! & bit) !== 0 || count === mostFeatures) return;
    seen[bucket >>> 5]! |= bit;
    buckets[count++] = bucket;
  };
  /** All n-grams of the first `length` units, with a mark before and after them. */
  const addGrams = (length: number, [least, most]: readonly [number, number], seed: number) => {
    units[length + 1] = units[0] = edge;
    for (let from = 0; from < length + 2; from++) {
      const last = Math.min(most, length + 2 - from);
      let hash = seed;
      for (let order = 1; order <= last; order++) {
        hash = Math.imul(hash ^ units[from + order - 1]!, 0x9e3779b1) + order;
        hash ^= hash >>> 15;
        if (order >= least) add(hash);
      }
    }
  };
  const fill = (text: string) => {
    const length = Math.min(longest, text.length);
    for (let at = 0; at < length; at++) units[at + 1] = text.charCodeAt(at);
    return length;
  };
  const fillSounds = (text: string) => {
    const length = Math.min(longest, text.length);
    for (let at = 0; at < length; at++) units[at + 1] = readingOf(text.charCodeAt(at)) || text.charCodeAt(at);
    return length;
  };
  /** The kinds of characters in a row, a run of one kind as one or two of it. */
  const fillKinds = (text: string, kindOf: (unit: number) => number) => {
    const read = Math.min(longest, text.length);
    let [length, before, run] = [0, 0, 0];
    for (let at = 0; at < read; at++) {
      const kind = kindOf(text.charCodeAt(at));
      run = kind === before ? run + 1 : 1;
      before = kind;
      if (run <= 2) units[++length] = run === 2 ? kind + 32 : kind;
    }
    return length;
  };
  return {
    buckets,
    read(text) {
      for (let at = 0; at < count; at++) seen[buckets[at]! >>> 5] = 0;
      count = 0;
      const folded = foldText(text.slice(0, 2 * longest)).slice(0, longest);
      const outline = outlineWording(folded);
      addGrams(fill(folded), [1, 3], seeds.folded);
      addGrams(fill(outline), [1, 4], seeds.outline);
      addGrams(fillSounds(outline), [1, 3], seeds.sound);
      addGrams(fillKinds(folded, kindOfFolded), [2, 5], seeds.shape);
      addGrams(fillKinds(text, kindOfWritten), [smallestKind, 3], seeds.script);
      add(hashNumber(Math.min(10, Math.round(Math.log2(1 + folded.length) * 2)), seeds.length));
      if (withCues) for (const { cue } of readPlainCues(folded)) add(hashCue(cue));
      return count;
    },
  };
}

function kindOfFolded(unit: number): number {
  if (unit >= 0x4e00 && unit <= 0x9fff) return 3;
  if (unit >= 48 && unit <= 57) return 1;
  if (unit >= 97 && unit <= 122) return 2;
  if (unit === 32 || unit === 10) return 4;
  return unit < 128 ? 5 : 6;
}

function kindOfWritten(unit: number): number {
  if (unit >= 0x4e00 && unit <= 0x9fff) return 3;
  if (unit < 128) return unit >= 65 && unit <= 90 ? 7 : kindOfFolded(unit);
  if (unit >= 0xff00 && unit < 0xffef) return 8;
  if (unit === 0xd835) return 9;
  if (unit >= 0xd83c && unit <= 0xd83e) return 10;
  if (unit >= 0xdc00 && unit <= 0xdfff) return 11;
  if (unit >= 0x2000 && unit < 0x2070) return 12;
  if (unit >= 0x2460 && unit < 0x2500) return 13;
  return unit >= 0x3000 && unit < 0x3040 ? 14 : 6;
}

function hashNumber(number: number, seed: number): number {
  const hash = Math.imul(seed ^ number, 0x9e3779b1) + 1;
  return hash ^ (hash >>> 15);
}

function hashCue(cue: AdCue['cue']): number {
  let hash: number = seeds.cue;
  for (let at = 0; at < cue.length; at++) hash = hashNumber(cue.charCodeAt(at), hash);
  return hash;
}
