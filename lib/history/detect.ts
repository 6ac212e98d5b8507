/** Tells formats apart by content: never by file name, which people change. */
import type { Encoding } from './encoding.ts';
import { HistoryError } from './errors.ts';
import { sketchJson } from './json-sketch.ts';
import type { Head, Reader } from './reader.ts';

const MAGIC: readonly [string, string][] = [
  ['SQLite format 3\0', 'sqlite'],
  ['%PDF-', 'pdf'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['RIFF', 'media'],
  ['OggS', 'media'],
  ['ID3', 'media'],
  ['\x7fELF', 'program'],
  ['MZ', 'program'],
  ['Rar!', 'rar'],
  ['7z\xbc\xaf', '7z'],
  ['\xd0\xcf\x11\xe0', 'office'],
];

/** Below this no probe is believed. */
const ENOUGH = 0.3;

/** Names the kind of a binary file by its first bytes; nothing when they are none of the usual ones. */
export function detectBinary(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  // Two letters are too few to call a text a program.
  return MAGIC.find(([mark]) => start.startsWith(mark) && (mark.length > 2 || bytes.subarray(0, 256).includes(0)))?.[1];
}

/** Whether the bytes begin like gzip. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Whether the bytes begin like a zip. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** Prepares the beginning of a file for the probes. */
export function makeHead(name: string, bytes: Uint8Array, encoding: { name: Encoding; complete: boolean }): Head {
  const text = new TextDecoder(encoding.name).decode(bytes, { stream: !encoding.complete });
  const lines = text.split(/\r\n?|\n/u, 400);
  if (!encoding.complete && lines.length > 1 && lines.length < 400) lines.pop();
  return { name, text, lines, paths: sketchJson(text), complete: encoding.complete };
}

/** Picks the reader that is surest of the beginning; throws with the cure when none is. */
export function detectReader(readers: readonly Reader[], head: Head): Reader {
  if (head.text.trim() === '') throw new HistoryError('empty', { file: head.name });
  let best: Reader | undefined;
  let sure = ENOUGH;
  for (const reader of readers) {
    const score = reader.probe(head);
    if (score > sure) [best, sure] = [reader, score];
  }
  if (best) return best;
  if (/^\s*<(?:!doctype html|html)/iu.test(head.text)) throw new HistoryError('html_export', { file: head.name });
  throw new HistoryError('unknown_format', { file: head.name, line: 1 });
}
