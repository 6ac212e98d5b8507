/**
 * What every recent message looks like by itself: signals of the text, rarity of its words, novelty, chains of 收到 and echoes of
 * red packets. One column per trait; texts are decoded twice and never kept.
 */
import { readSignals } from '../text/signals.ts';
import type { TextSignals } from '../text/signals.ts';
import { simHash } from '../text/simhash.ts';
import type { SimHash } from '../text/simhash.ts';
import { KIND_NUMBER } from './talk.ts';
import type { Talk } from './talk.ts';
import { BUCKETS, hashTokens, makeTokens } from './tokens.ts';

/** One entry per row of the recent talk. */
export interface Reading {
  chars: Float32Array;
  offence: Float32Array;
  links: Uint8Array;
  /** Bits of `TRAIT`. */
  traits: Uint16Array;
  hashLow: Uint32Array;
  hashHigh: Uint32Array;
  /** Mean rarity of the words, Σidf/√words. */
  rarity: Float32Array;
  /** 1 − likeness to the nearest of the last 200 messages. */
  novelty: Float32Array;
}

/** The yes-or-no traits of a message. */
export const TRAIT = {
  question: 1,
  acknowledgement: 2,
  greeting: 4,
  contact: 8,
  advertising: 16,
  duplicate: 32,
  /** One of three or more acknowledgements in a row, as after an announcement. */
  chain: 64,
  /** Thanks and stickers within ten minutes of a red packet. */
  echo: 128,
  digits: 256,
} as const;

const AD_FROM = 0.5;
const SHORT = 12;
const MOST_REMEMBERED = 20_000;
const NOVELTY_ROWS = 200;
const CHAIN_GAP = 5 * 60_000;
const ECHO_TIME = 10 * 60_000;
const RED_PACKET = KIND_NUMBER.get('red_packet') ?? -1;
const STICKER = KIND_NUMBER.get('sticker') ?? -1;

/** Whether a message has a trait. */
export function hasTrait(reading: Reading, row: number, trait: number): boolean {
  return (reading.traits[row]! & trait) !== 0;
}

/** Reads all messages of a talk. */
export function readTalk(talk: Talk, onProgress?: (rows: number) => void): Reading {
  const { count } = talk;
  const reading: Reading = {
    chars: new Float32Array(count),
    offence: new Float32Array(count),
    links: new Uint8Array(count),
    traits: new Uint16Array(count),
    hashLow: new Uint32Array(count),
    hashHigh: new Uint32Array(count),
    rarity: new Float32Array(count),
    novelty: new Float32Array(count),
  };
  const spread = new Uint32Array(BUCKETS);
  readTexts(talk, { reading, spread, ...(onProgress ? { onProgress } : {}) });
  weighWords(talk, reading, spread);
  compareNeighbours(talk, reading);
  markChains(talk, reading);
  return reading;
}

interface TextPass {
  reading: Reading;
  /** In how many messages each word occurs. */
  spread: Uint32Array;
  onProgress?: (rows: number) => void;
}

function readTexts(talk: Talk, { reading, spread, onProgress }: TextPass): void {
  const tokens = makeTokens();
  const seenIn = new Int32Array(BUCKETS).fill(-1);
  const readOnce = makeShortMemory();
  for (let row = 0; row < talk.count; row += 1) {
    if (row % 8192 === 0) onProgress?.(row);
    const text = talk.text(row);
    if (text === '') continue;
    const { signals, hash, hasDigits } = readOnce(text);
    reading.chars[row] = signals.chars;
    reading.offence[row] = signals.offence;
    reading.links[row] = Math.min(signals.links, 255);
    reading.traits[row] =
      (signals.isQuestion ? TRAIT.question : 0) |
      (signals.isAcknowledgement ? TRAIT.acknowledgement : 0) |
      (signals.isGreeting ? TRAIT.greeting : 0) |
      (signals.hasContact ? TRAIT.contact : 0) |
      (signals.adLikeness >= AD_FROM ? TRAIT.advertising : 0) |
      (hasDigits ? TRAIT.digits : 0);
    reading.hashLow[row] = hash.low;
    reading.hashHigh[row] = hash.high;
    const count = hashTokens(text, tokens);
    for (let at = 0; at < count; at += 1) {
      const bucket = tokens[at]!;
      if (seenIn[bucket] === row) continue;
      seenIn[bucket] = row;
      spread[bucket]! += 1;
    }
  }
}

interface Read {
  signals: TextSignals;
  hash: SimHash;
  hasDigits: boolean;
}

/** Reads a text; what was read of short ones is remembered, for a third of most chats is 好的 and 哈哈. */
function makeShortMemory(): (text: string) => Read {
  const known = new Map<string, Read>();
  return (text) => {
    const remembered = text.length <= SHORT ? known.get(text) : undefined;
    if (remembered) return remembered;
    const read = { signals: readSignals(text), hash: simHash(text), hasDigits: /\d/.test(text) };
    if (text.length <= SHORT && known.size < MOST_REMEMBERED) known.set(text, read);
    return read;
  };
}

function weighWords(talk: Talk, reading: Reading, spread: Uint32Array): void {
  const tokens = makeTokens();
  const idf = Float32Array.from(spread, (messages) => Math.log((talk.count + 1) / (messages + 1)));
  for (let row = 0; row < talk.count; row += 1) {
    if (reading.chars[row] === 0) continue;
    const count = hashTokens(talk.text(row), tokens);
    let sum = 0;
    for (let at = 0; at < count; at += 1) sum += idf[tokens[at]!]!;
    reading.rarity[row] = count === 0 ? 0 : sum / Math.sqrt(count);
  }
}

/** Novelty against the last 200 texts, and repeats of longer texts among them (64 bits, at most 3 differ). */
function compareNeighbours(talk: Talk, reading: Reading): void {
  const { hashLow, hashHigh, chars, novelty, traits } = reading;
  for (let row = 0; row < talk.count; row += 1) {
    const low = hashLow[row]!;
    const high = hashHigh[row]!;
    if (chars[row] === 0) continue;
    let nearest = 64;
    for (let other = Math.max(0, row - NOVELTY_ROWS); other < row; other += 1) {
      if (chars[other] === 0) continue;
      const distance = countBits(low ^ hashLow[other]!) + countBits(high ^ hashHigh[other]!);
      if (distance < nearest) nearest = distance;
    }
    // Unrelated texts differ in about half of the bits.
    novelty[row] = Math.min(1, nearest / 24);
    if (nearest <= 3 && chars[row]! >= 8) traits[row]! |= TRAIT.duplicate;
  }
}

/** The number of set bits. */
export function countBits(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function markChains(talk: Talk, reading: Reading): void {
  const { traits, chars, hashLow, hashHigh } = reading;
  let begin = 0;
  let packetAt = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < talk.count; row += 1) {
    const kind = talk.kindOf[row]!;
    const acknowledges = (traits[row]! & TRAIT.acknowledgement) !== 0;
    if (kind === RED_PACKET) packetAt = talk.at[row]!;
    else if (talk.at[row]! - packetAt <= ECHO_TIME && (acknowledges || kind === STICKER || chars[row]! <= 6)) {
      traits[row]! |= TRAIT.echo;
    }
    const same = row > 0 && hashLow[row] === hashLow[row - 1] && hashHigh[row] === hashHigh[row - 1] && chars[row]! > 0;
    const goesOn =
      row > 0 &&
      (acknowledges || same) &&
      talk.at[row]! - talk.at[row - 1]! <= CHAIN_GAP &&
      talk.author[row] !== talk.author[row - 1];
    if (!goesOn) begin = row;
    // The first may be the announcement itself; it counts only when it acknowledges or is repeated word for word.
    else if (row - begin === 2) for (let back = begin + 1; back <= row; back += 1) traits[back]! |= TRAIT.chain;
    else if (row - begin > 2) traits[row]! |= TRAIT.chain;
  }
}
