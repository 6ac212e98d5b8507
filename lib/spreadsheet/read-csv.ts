/**
 * Reads a table from text: finds out the encoding (UTF-8, UTF-16, else GB18030, which Chinese spreadsheets still write) and the
 * separator, then gives row after row as RFC 4180 has them, forgiving what spreadsheets and people really write.
 */
import { UnreadableTable, usualLimits, type TableLimits } from './table.ts';

/** Text of a file in whatever encoding it was saved. */
export function decodeText(bytes: Uint8Array): string {
  const text = new TextDecoder(findEncoding(bytes)).decode(bytes);
  // Control characters that no text has: a picture, a program, a film.
  if (/[\u0000-\u0008\u000e-\u001a]/.test(text.slice(0, 4096))) throw new UnreadableTable('not_a_table');
  return text;
}

function findEncoding(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 400);
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2]! += 1;
  // Without a mark: separators and digits leave zeros in one half of the bytes.
  if (zeros[1]! > head.length / 20 && zeros[0] === 0) return 'utf-16le';
  if (zeros[0]! > head.length / 20 && zeros[1] === 0) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

const separators = [',', ';', '\t', '，', '；'] as const;

/** The separator that parts the first line into most cells; what stands in quotes doesn't count. */
export function findSeparator(text: string): string {
  const sample = text.slice(0, 16_384).replaceAll(/"(?:[^"]|"")*"/g, '');
  const [head = ''] = sample.trimStart().split(/[\r\n]/, 1);
  const counts = separators.map((separator) => head.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))]!;
}

/** The rows of a text, cells trimmed; lines without any text are left out but counted in `number`, which begins with 1. */
export function* readCsv(
  bytes: Uint8Array,
  limits: TableLimits = usualLimits,
): Generator<{ number: number; cells: string[] }> {
  if (bytes.byteLength > limits.unpacked) throw new UnreadableTable('too_much_text');
  const text = decodeText(bytes);
  // Some spreadsheets name the separator in a first line of its own.
  const named = /^sep=(.)\r?\n/.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  let number = named ? 1 : 0;
  let rows = 0;
  for (const cells of parse(body, named?.[1] ?? findSeparator(body), limits)) {
    number += 1;
    if (cells.every((cell) => cell === '')) continue;
    if (++rows > limits.rows) throw new UnreadableTable('too_many_rows');
    yield { number, cells };
  }
}

function* parse(text: string, separator: string, limits: TableLimits): Generator<string[]> {
  let cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [cell, next] = text[at] === '"' ? readQuoted(text, at, separator) : readPlain(text, at, separator);
    cells.push(cell.trim().slice(0, limits.cell));
    if (cells.length > limits.columns) throw new UnreadableTable('too_many_columns');
    at = next;
    if (text[at] === separator) {
      at += 1;
      // A separator at the very end still begins a cell.
      if (at < text.length) continue;
      cells.push('');
    }
    yield cells;
    cells = [];
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
  }
}

function readPlain(text: string, from: number, separator: string): [string, number] {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return [text.slice(from, at), at];
}

/** A quoted cell may hold separators and breaks; a quote that is never closed ends with the text. */
function readQuoted(text: string, from: number, separator: string): [string, number] {
  let cell = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return [cell + text.slice(at), text.length];
    cell += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') break;
    cell += '"';
    at += 1;
  }
  const [rest, end] = readPlain(text, at, separator);
  return [cell + rest, end];
}
