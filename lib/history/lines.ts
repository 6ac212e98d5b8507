import { decodeBlocks } from './encoding.ts';
import type { DecodeInput } from './encoding.ts';

/** Some whole lines and the number of the first of them. */
export interface LineBatch {
  lines: string[];
  first: number;
  /** The last line has no end: the file stops here, perhaps in the middle. */
  open?: true;
}

/** The shortest beginning that says something: less could be anything. */
const TELLING = 6;

/**
 * Whether a last line without an end is the beginning of a header like the one given: the same signs with other
 * digits. Then the file was cut inside it, for no writer stops there.
 */
export function isCutHeader(line: string, header: string | undefined): boolean {
  const shape = line.trimEnd();
  if (header === undefined || shape.length < TELLING || shape.length >= header.length || !/\d/u.test(shape))
    return false;
  return header.replaceAll(/\d/gu, '0').startsWith(shape.replaceAll(/\d/gu, '0'));
}

/** Whether a line of JSON is the last of a file and stops before its brace closes. */
export function isCutRecord({ lines, open }: LineBatch, index: number): boolean {
  return open === true && index === lines.length - 1 && !(lines[index] ?? '').trimEnd().endsWith('}');
}

/** Reads lines in batches, without their ends; `\r\n` and a lone `\r` count as ends too. */
export async function* readLines(input: DecodeInput): AsyncGenerator<LineBatch> {
  let first = 1;
  for await (const block of decodeBlocks(input)) {
    const plain = block.includes('\r') ? block.replaceAll(/\r\n?/g, '\n') : block;
    const lines = plain.split('\n');
    const open = lines.at(-1) !== '';
    if (!open) lines.pop();
    if (lines.length > 0) yield open ? { lines, first, open } : { lines, first };
    first += lines.length;
  }
}
