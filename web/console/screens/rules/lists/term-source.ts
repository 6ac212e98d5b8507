// Where terms come from: what was pasted, or a file. Reading it is the server's; here is only what a reader can see at a glance.
import type { TermText } from '../../../data/rule-terms.ts';
import { isPattern, splitLine } from './pasted-terms.ts';

/** A text that terms are read from. */
export interface TermSource extends TermText {
  /** Of a file. */
  name: string | null;
  /** Another one after each change. */
  version: number;
}

/** Nothing yet. */
export const noSource: TermSource = { text: '', format: 'lines', name: null, version: 0 };

/** Largest file. */
export const largestFile = 8 * 1024 * 1024;

/** Longer ones are not written into a field, which would be slow; they are shown as a file. */
export const longestShown = 200_000;

/** What was pasted or read, with the way in which it looks to be written. */
export function readSource(before: TermSource, read: string, name: string | null = null): TermSource {
  // Fields count the end of a line as one sign, so the text does too.
  const text = read.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const isNew = before.text.trim() === '' || name !== null;
  const format = isNew ? guessFormat(text, name) : before.format;
  return { text, format, name, version: before.version + 1 };
}

function guessFormat(text: string, name: string | null): TermSource['format'] {
  if (name !== null && /\.csv$/i.test(name)) return 'table';
  if (/^"?(?:term|词|詞)"?[,\t]/i.test(text)) return 'table';
  const lines = text.split('\n', 20).filter((line) => line.trim() !== '');
  return lines.length > 0 && lines.every((line) => line.includes('\t')) ? 'table' : 'lines';
}

/** Whether several terms seem to stand on one line, or numbers before them. */
export function looksJoined({ text, format }: Pick<TermSource, 'text' | 'format'>): boolean {
  if (format !== 'lines' || text.length > longestShown) return false;
  return text
    .split('\n')
    .some((line) => !isPattern(line.trim()) && !/^\s*# /.test(line) && splitLine(line).join() !== line.trim());
}

/** The same terms with one on each line. */
export function splitJoined(text: string): string {
  return text
    .split('\n')
    .flatMap((line) => (line.trim() === '' || /^\s*# /.test(line) ? [line] : splitLine(line)))
    .join('\n');
}

/** Where a line of a text stands, from 1. */
export function findLine(text: string, line: number): { start: number; end: number } {
  const lines = text.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return { start, end: start + (lines[line - 1]?.length ?? 0) };
}

/** The words of a file: UTF-8, or what old Chinese spreadsheets write. */
export async function decodeFile(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
