/** CSV as chats write it: quoted cells with line ends inside, doubled quotes, sometimes `;` or tab as separator. */
import type { DecodeInput } from './encoding.ts';
import { readLines } from './lines.ts';
import { noteProblem, noteUnknown } from './report.ts';
import type { HistoryReport } from './report.ts';

export interface CsvRow {
  cells: string[];
  line: number;
}

interface RawRow {
  text: string;
  line: number;
}

/** Lines that wait for the end of a quoted cell. */
interface OpenRow {
  lines: string[];
  length: number;
  line: number;
}

/** A cell that spans more than this is a quote somebody forgot to close. */
const OPEN_LIMIT = 1 << 18;

/** Tells the separator from the header line. */
export function detectSeparator(header: string): string {
  const count = (mark: string): number => header.split(mark).length - 1;
  return [',', '\t', ';', '|'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Splits one row that is complete. */
export function splitRow(row: string, separator: string): string[] {
  if (!row.includes('"')) return row.split(separator);
  const cells: string[] = [];
  for (let at = 0; at <= row.length;) {
    const quoted = row[at] === '"';
    const close = quoted ? findQuoteEnd(row, at) : at;
    const next = row.indexOf(separator, close);
    const end = next < 0 ? row.length : next;
    // Text behind a closing quote belongs to the cell: sloppy writers do that.
    cells.push(
      quoted ? row.slice(at + 1, close).replaceAll('""', '"') + row.slice(close + 1, end) : row.slice(at, end),
    );
    if (next < 0) break;
    at = next + separator.length;
  }
  return cells;
}

function findQuoteEnd(row: string, start: number): number {
  let end = row.indexOf('"', start + 1);
  while (end >= 0 && row[end + 1] === '"') end = row.indexOf('"', end + 2);
  return end < 0 ? row.length : end;
}

function isOpen(row: string): boolean {
  let quotes = 0;
  for (let at = row.indexOf('"'); at >= 0; at = row.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 1;
}

/** Reads rows in batches, the header included. */
export async function* readCsv(input: DecodeInput, separator: string): AsyncGenerator<CsvRow[]> {
  const open: OpenRow = { lines: [], length: 0, line: 0 };
  const split = ({ text, line }: RawRow): CsvRow => ({ cells: splitRow(text, separator), line });
  let columns: number | undefined;
  for await (const batch of readLines(input)) {
    const rows: RawRow[] = [];
    batch.lines.forEach((text, index) => takeLine(open, { text, line: batch.first + index }, rows));
    if (open.length > OPEN_LIMIT) giveUp(open, rows, input.report);
    const ready = rows.map(split);
    columns ??= ready[0]?.cells.length;
    const last = ready.at(-1);
    // A last row without its end and without all its cells was cut; one that only lacks the line end is whole.
    if (batch.open && open.lines.length === 0 && last && last.cells.length < (columns ?? 0))
      noteProblem(input.report, 'truncated', { line: last.line });
    yield ready;
  }
  if (open.lines.length === 0) return;
  noteProblem(input.report, 'truncated', { line: open.line });
  yield [split({ text: open.lines.join('\n'), line: open.line })];
}

function takeLine(open: OpenRow, row: RawRow, rows: RawRow[]): void {
  const flips = row.text.includes('"') && isOpen(row.text);
  if (open.lines.length === 0 && !flips) {
    if (row.text !== '') rows.push(row);
    return;
  }
  if (open.lines.length === 0) open.line = row.line;
  open.lines.push(row.text);
  open.length += row.text.length + 1;
  if (!flips || open.lines.length === 1) return;
  rows.push({ text: open.lines.join('\n'), line: open.line });
  open.lines = [];
  open.length = 0;
}

/** The quote was never closed: that line is reported, the others are rows of their own. */
function giveUp(open: OpenRow, rows: RawRow[], report: HistoryReport): void {
  noteProblem(report, 'broken_value', { line: open.line });
  noteUnknown(report, open.line, open.lines[0] ?? '');
  const rest = open.lines.slice(1);
  open.lines = [];
  open.length = 0;
  rest.forEach((text, index) => takeLine(open, { text, line: open.line + 1 + index }, rows));
}
