/**
 * Lists of terms as text: one term on each line, or a table of term, comment and last day. Reading tells for every line that is none why;
 * what is written as a table is read again as the very same terms, and a spreadsheet calculates nothing in it.
 */
import { z } from 'zod';
import { splitRow } from '../../lib/history/csv.ts';
import { foldText, isPattern, patternLimits, readPattern, type PatternProblem } from '../../lib/text/index.ts';
import type { TermLine } from './store/terms.ts';

/** How a text is read. */
export const termFormats = ['lines', 'table'] as const;

/** One of them. */
export type TermFormat = (typeof termFormats)[number];

/** Longest plain term and longest comment. */
export const longestTerm = 60;
export const longestComment = 200;

/** Why a line is no term. */
export type LineProblem = 'long' | 'empty' | 'signs' | 'comment' | 'day' | 'quotes' | 'columns' | 'pattern';

/** A line that is no term. */
export interface BrokenLine {
  line: number;
  text: string;
  problem: LineProblem;
  /** What is wrong with a pattern, and where. */
  pattern?: { problem: PatternProblem; at: number | null; part: string };
}

/** What a text says: terms each once, and the lines that are none. */
export interface ReadTerms {
  terms: TermLine[];
  broken: BrokenLine[];
  /** Lines that say a term once more. */
  repeated: number;
}

/** Lines that are read before a pause. */
const pieceSize = 2000;
/** What is shown of a broken line. */
const longestShown = 80;

/** Reads terms in steps; empty lines and, without a table, those that begin with `# ` are skipped. */
export function* readTermFile(text: string, format: TermFormat): Generator<void, ReadTerms> {
  const found = new Map<string, TermLine>();
  const read: ReadTerms = { terms: [], broken: [], repeated: 0 };
  for (const [at, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (at % pieceSize === pieceSize - 1) yield;
    if (raw.trim() === '' || (format === 'lines' && /^\s*# /.test(raw))) continue;
    if (format === 'table' && at === 0 && isHead(raw)) continue;
    const line = format === 'table' ? readRow(raw) : readTerm({ term: raw, comment: '', expires: '' });
    if ('problem' in line) read.broken.push({ line: at + 1, text: raw.slice(0, longestShown), ...line });
    else if (found.has(line.term)) read.repeated++;
    else found.set(line.term, line);
  }
  return { ...read, terms: [...found.values()] };
}

/** Why a term cannot be one; null when it can. */
export function findProblem(term: string): Omit<BrokenLine, 'line' | 'text'> | null {
  const read = readTerm({ term, comment: '', expires: '' });
  return 'problem' in read ? read : null;
}

type Problem = Omit<BrokenLine, 'line' | 'text'>;

function readTerm(cells: { term: string; comment: string; expires: string }): TermLine | Problem {
  const term = cells.term.trim();
  const comment = cells.comment.trim();
  if (/[\0-\x1f\x7f\u2028\u2029]/.test(term + comment) || !(term + comment).isWellFormed()) return { problem: 'signs' };
  if (comment.length > longestComment) return { problem: 'comment' };
  const expires = readDay(cells.expires.trim());
  if (expires === undefined) return { problem: 'day' };
  if (isPattern(term)) {
    if (term.length > patternLimits.length) return { problem: 'long' };
    const { ok, ...pattern } = { at: null, part: '', problem: 'other' as const, ...readPattern(term) };
    if (!ok) return { problem: 'pattern', pattern: { problem: pattern.problem, at: pattern.at, part: pattern.part } };
  } else if (term.length > longestTerm) return { problem: 'long' };
  else if (foldText(term).trim() === '') return { problem: 'empty' };
  return { term, comment, expires };
}

function readRow(raw: string): TermLine | Problem {
  if ((raw.match(/"/g)?.length ?? 0) % 2 === 1) return { problem: 'quotes' };
  const cells = splitRow(raw, raw.includes('\t') && !raw.includes(',') ? '\t' : ',').map(readCell);
  if (cells.slice(3).some((cell) => cell.trim() !== '')) return { problem: 'columns' };
  const [term = '', comment = '', expires = ''] = cells;
  return readTerm({ term, comment, expires });
}

const heads = ['term', '词', '詞'];

function isHead(raw: string): boolean {
  return heads.includes(
    readCell(splitRow(raw, raw.includes(',') ? ',' : '\t')[0]!)
      .trim()
      .toLowerCase(),
  );
}

/** A day as `YYYY-MM-DD`, also as spreadsheets write it; null when there is none, undefined when it is no day. */
function readDay(text: string): string | null | undefined {
  if (text === '') return null;
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (!parts) return undefined;
  const day = `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`;
  return z.iso.date().safeParse(day).success ? day : undefined;
}

/** What a spreadsheet would calculate, and what looks as if it had been kept from that. */
const risky = /^[=+\-@＝＋－＠\t\r']/;

/** Terms as a table that a spreadsheet opens and that is read again as it was. */
export function writeTermTable(head: readonly string[], lines: readonly TermLine[]): string {
  const rows = lines.map(({ term, comment, expires }) => [term, comment, expires ?? '']);
  return `\uFEFF${[head, ...rows].map((row) => row.map(writeCell).join(',')).join('\r\n')}\r\n`;
}

function writeCell(text: string): string {
  const safe = risky.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function readCell(cell: string): string {
  return cell.startsWith("'") && risky.test(cell.slice(1)) ? cell.slice(1) : cell;
}
