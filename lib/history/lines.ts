import { decodeBlocks } from './encoding.ts';
import type { DecodeInput } from './encoding.ts';

/** Some whole lines and the number of the first of them. */
export interface LineBatch {
  lines: string[];
  first: number;
}

/** Reads lines in batches, without their ends; `\r\n` and a lone `\r` count as ends too. */
export async function* readLines(input: DecodeInput): AsyncGenerator<LineBatch> {
  let first = 1;
  for await (const block of decodeBlocks(input)) {
    const plain = block.includes('\r') ? block.replaceAll(/\r\n?/g, '\n') : block;
    const lines = plain.split('\n');
    if (lines.at(-1) === '') lines.pop();
    if (lines.length > 0) yield { lines, first };
    first += lines.length;
  }
}
