/** Which Chinese characters stand beside each other in ordinary texts: what never does is a name, a slip or a disguise. */
import { createRequire } from 'node:module';
import { readBase64 } from './base64.ts';

/** A set of pairs as it is stored: one bit for each hash, so that a few strange pairs are taken for ordinary ones. */
export interface PairFile {
  about: Record<string, unknown>;
  bits: number;
  /** 2^bits bits, base64. */
  set: string;
}

let bytes: Uint8Array | undefined;
let shift = 0;

/** The place of a pair in a set of 2^bits. */
export function placeOfPair(first: number, second: number, bits: number): number {
  const mixed = Math.imul(Math.imul(first, 0x9e3779b1) ^ (second + (first << 7)), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> (32 - bits);
}

/** Whether two units of Han are seen beside each other in ordinary texts. */
export function isOrdinaryPair(first: number, second: number): boolean {
  const set = (bytes ??= readPairs());
  const place = placeOfPair(first, second, shift);
  return (set[place >>> 3]! & (1 << (place & 7))) !== 0;
}

function readPairs(): Uint8Array {
  const file = createRequire(import.meta.url)('./ordinary-pairs.json') as PairFile;
  shift = file.bits;
  return readBase64(file.set);
}
