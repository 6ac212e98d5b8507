/**
 * Bytes to text. Line formats are decoded in blocks of whole lines, so that one line in another encoding spoils
 * only itself; JSON is decoded as one stream. Everything that could not be decoded is counted in the report.
 */
import { joinBytes } from './sources.ts';
import { noteProblem } from './report.ts';
import type { HistoryReport } from './report.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** A line longer than this is cut: no chat has one, but a broken file may. */
const LINE_LIMIT = 1 << 20;
/** Texts of this size die young: larger ones are kept by the collector until memory has grown for nothing. */
const PIECE = 32 << 10;

/** Tells the encoding from a byte order mark or from the bytes themselves; nothing when they are no text. */
export function detectEncoding(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = countZeros(head);
  if (zeros.even + zeros.odd > 0) return guessWide(head.length, zeros);
  if (isValid(head, 'utf-8')) return 'utf-8';
  // Damaged UTF-8 still has mostly well-formed sequences, GB18030 text has next to none.
  return countUtf8(head) < 0.5 && isValid(head, 'gb18030') ? 'gb18030' : 'utf-8';
}

function countZeros(head: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 };
  for (let index = head.indexOf(0); index >= 0; index = head.indexOf(0, index + 1)) {
    if (index % 2 === 0) zeros.even += 1;
    else zeros.odd += 1;
  }
  return zeros;
}

/** Without a mark, UTF-16 shows as zeros on one side only: the high bytes of digits, spaces and line ends. */
function guessWide(length: number, zeros: { even: number; odd: number }): Encoding | undefined {
  const few = length / 200;
  if (zeros.odd > length / 20 && zeros.even <= few) return 'utf-16le';
  if (zeros.even > length / 20 && zeros.odd <= few) return 'utf-16be';
  return zeros.even + zeros.odd <= few ? 'utf-8' : undefined;
}

function isValid(bytes: Uint8Array, encoding: Encoding): boolean {
  // The head may end inside a character: up to three bytes are forgiven.
  for (let cut = 0; cut <= 3; cut += 1) {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, Math.max(0, bytes.length - cut)));
      return true;
    } catch {
      // try one byte less
    }
  }
  return false;
}

/** The share of bytes above 0x7F that stand in well-formed UTF-8 sequences. */
function countUtf8(bytes: Uint8Array): number {
  let high = 0;
  let good = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1;
    let follow = 1;
    while (follow < length && ((bytes[index + follow] ?? 0) & 0xc0) === 0x80) follow += 1;
    high += follow;
    if (length > 1 && follow === length) good += length;
    index += follow - 1;
  }
  return high === 0 ? 1 : good / high;
}

export interface DecodeInput {
  bytes: AsyncIterable<Uint8Array>;
  encoding: Encoding;
  report: HistoryReport;
}

async function* splitPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    for (let at = 0; at < piece.length; at += PIECE) yield piece.subarray(at, at + PIECE);
  }
}

/** Decodes as one stream; characters that cannot be decoded become U+FFFD and are counted. */
export async function* decodeStream({ bytes, encoding, report }: DecodeInput): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of splitPieces(bytes)) {
    const text = decoder.decode(piece, { stream: true });
    if (text.includes('\ufffd')) noteProblem(report, 'undecodable');
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest === '') return;
  noteProblem(report, 'undecodable');
  yield rest;
}

/** Decodes into blocks that end with a line end (the last one may not). */
export async function* decodeBlocks(input: DecodeInput): AsyncGenerator<string> {
  if (input.encoding === 'utf-16le' || input.encoding === 'utf-16be') {
    yield* joinLines(decodeStream(input), input.report);
    return;
  }
  const decodeBlock = makeBlockDecoder(input.encoding, input.report);
  let carry: Uint8Array[] = [];
  let carried = 0;
  for await (const piece of splitPieces(input.bytes)) {
    const end = piece.lastIndexOf(10) + 1;
    if (end > 0) {
      yield decodeBlock(joinBytes([...carry, piece.subarray(0, end)]));
      carry = [];
      carried = 0;
    }
    if (end < piece.length) {
      carry.push(piece.slice(end));
      carried += piece.length - end;
    }
    if (carried > LINE_LIMIT) {
      noteProblem(input.report, 'line_cut');
      yield `${decodeBlock(joinBytes(carry))}\n`;
      carry = [];
      carried = 0;
    }
  }
  if (carried === 0) return;
  const rest = joinBytes(carry);
  const whole = input.encoding === 'utf-8' ? rest.length - countBrokenEnd(rest) : rest.length;
  // The bytes of half a character at the very end are what is left of one, not damage: the file was cut there.
  if (whole < rest.length) noteProblem(input.report, 'truncated');
  yield decodeBlock(rest.subarray(0, whole));
}

/** How many bytes at the end are the beginning of a UTF-8 character that is not finished. */
function countBrokenEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

async function* joinLines(texts: AsyncIterable<string>, report: HistoryReport): AsyncGenerator<string> {
  let carry = '';
  for await (const text of texts) {
    const end = text.lastIndexOf('\n') + 1;
    if (end === 0) {
      carry += text;
      if (carry.length <= LINE_LIMIT) continue;
      noteProblem(report, 'line_cut');
      yield `${carry}\n`;
      carry = '';
      continue;
    }
    yield carry + text.slice(0, end);
    carry = text.slice(end);
  }
  if (carry !== '') yield carry;
}

function makeBlockDecoder(encoding: Encoding, report: HistoryReport): (block: Uint8Array) => string {
  const main = new TextDecoder(encoding, { fatal: true });
  const other = new TextDecoder(encoding === 'utf-8' ? 'gb18030' : 'utf-8', { fatal: true });
  const lenient = new TextDecoder(encoding);
  const decodeLine = (line: Uint8Array): string => {
    const readable = tryDecode(main, line);
    if (readable !== undefined) return readable;
    const foreign = tryDecode(other, line);
    noteProblem(report, foreign === undefined ? 'undecodable' : 'mixed_encoding');
    return foreign ?? lenient.decode(line);
  };
  return (block) => tryDecode(main, block) ?? splitLines(block).map(decodeLine).join('');
}

function tryDecode(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Splits after each line feed; safe in UTF-8 and GB18030, where byte 10 is never part of another character. */
function splitLines(block: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = block.indexOf(10); end >= 0; end = block.indexOf(10, start)) {
    lines.push(block.subarray(start, end + 1));
    start = end + 1;
  }
  if (start < block.length) lines.push(block.subarray(start));
  return lines;
}
