/**
 * Reads the sheets of an .xlsx file row by row: shared and inline texts, dates by their style, numbers as they are written, cells that
 * were merged downwards. The file is in memory, its parts are unpacked piece by piece and never held.
 */
import { UnreadableTable, usualLimits, type TableLimits } from './table.ts';
import { attributeOf, readTokens } from './xml-tokens.ts';
import { listParts, readPart } from './zip-parts.ts';

/** A sheet of a workbook; its rows can be read more than once. */
export interface Sheet {
  name: string;
  hidden: boolean;
  rows: () => Generator<{ number: number; cells: string[] }>;
}

/** Whether the first bytes are those of a zip archive, which every .xlsx file is. */
export function looksLikeXlsx(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** Whether the first bytes are those of a spreadsheet before 2007, or of a workbook with a password. */
export function looksLikeOldXls(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

interface Book {
  strings: readonly string[];
  /** Styles by number: whether they show a date. */
  isDate: readonly boolean[];
  /** Days count from 1904 instead of 1900. */
  from1904: boolean;
  limits: TableLimits;
}

/** The sheets of a workbook in their order. */
export function readWorkbook(bytes: Uint8Array, limits: TableLimits = usualLimits): Sheet[] {
  const parts = listParts(bytes);
  const tokens = function* (name: string) {
    const part = parts.get(name);
    if (part) yield* readTokens(readPart(bytes, part, limits.unpacked));
  };
  if (!parts.has('xl/workbook.xml')) throw new UnreadableTable('not_a_table');
  const targets = new Map<string, string>();
  for (const token of tokens('xl/_rels/workbook.xml.rels')) {
    if (token.kind !== 'open' || token.name !== 'Relationship') continue;
    const target = attributeOf(token.attributes, 'Target') ?? '';
    targets.set(attributeOf(token.attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  let from1904 = false;
  const found: { name: string; hidden: boolean; part: string }[] = [];
  for (const token of tokens('xl/workbook.xml')) {
    if (token.kind !== 'open') continue;
    if (token.name === 'workbookPr') from1904 = /^(1|true)$/.test(attributeOf(token.attributes, 'date1904') ?? '');
    if (token.name !== 'sheet') continue;
    const part = targets.get(attributeOf(token.attributes, '[A-Za-z]+:id') ?? '');
    const hidden = (attributeOf(token.attributes, 'state') ?? 'visible') !== 'visible';
    if (part !== undefined && parts.has(part))
      found.push({ name: attributeOf(token.attributes, 'name') ?? '', hidden, part });
  }
  const book: Book = {
    strings: readStrings(tokens('xl/sharedStrings.xml'), limits),
    isDate: readStyles(tokens('xl/styles.xml')),
    from1904,
    limits,
  };
  return found.map(({ name, hidden, part }) => ({ name, hidden, rows: () => readSheet(() => tokens(part), book) }));
}

type Tokens = ReturnType<typeof readTokens>;

function readStrings(tokens: Tokens, limits: TableLimits): string[] {
  const strings: string[] = [];
  let total = 0;
  let text = '';
  let inText = false;
  let inReading = false;
  for (const token of tokens) {
    if (token.kind === 'text') {
      if (inText && !inReading) text += token.text;
    } else if (token.name === 'si') {
      if (token.kind === 'open') text = '';
      if (token.kind === 'close' || token.empty) {
        strings.push(text.slice(0, limits.cell));
        total += strings.at(-1)!.length;
        if (total > limits.unpacked / 4 || strings.length > limits.rows * limits.columns)
          throw new UnreadableTable('too_much_text');
      }
    } else if (token.name === 't') inText = token.kind === 'open' && !token.empty;
    // How a name is read aloud stands beside it, and is not part of it.
    else if (token.name === 'rPh') inReading = token.kind === 'open' && !token.empty;
  }
  return strings;
}

/** Formats that every spreadsheet knows without being told, and that show dates or times. */
const knownDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);

function readStyles(tokens: Tokens): boolean[] {
  const isDateFormat = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  for (const token of tokens) {
    if (token.kind === 'text') continue;
    if (token.name === 'cellXfs') inCells = token.kind === 'open';
    if (token.kind !== 'open') continue;
    if (token.name === 'numFmt') {
      // Colours, conditions and quoted words may hold the letters of days without meaning any.
      const code = (attributeOf(token.attributes, 'formatCode') ?? '').replace(/\[[^\]]*\]|"[^"]*"|\\./g, '');
      isDateFormat.set(Number(attributeOf(token.attributes, 'numFmtId')), /[ymdhs年月日]/i.test(code));
    }
    if (token.name === 'xf' && inCells) {
      const format = Number(attributeOf(token.attributes, 'numFmtId') ?? 0);
      styles.push(isDateFormat.get(format) ?? knownDates.has(format));
    }
  }
  return styles;
}

interface Merge {
  column: number;
  from: number;
  to: number;
}

function* readSheet(tokens: () => Tokens, book: Book): Generator<{ number: number; cells: string[] }> {
  const merges = readMerges(tokens());
  const held = new Map<number, { until: number; text: string }>();
  let rows = 0;
  for (const row of readRows(tokens(), book)) {
    for (const [column, { until, text }] of held) {
      if (row.number > until) held.delete(column);
      else if ((row.cells[column] ?? '') === '') row.cells[column] = text;
    }
    for (const { column, to } of merges.get(row.number) ?? [])
      held.set(column, { until: to, text: row.cells[column] ?? '' });
    const cells = Array.from(row.cells, (cell) => cell ?? '');
    if (cells.every((cell) => cell === '')) continue;
    if (++rows > book.limits.rows) throw new UnreadableTable('too_many_rows');
    yield { number: row.number, cells };
  }
}

/** Cells that were merged downwards, by their first row: each row of such a block means the same. */
function readMerges(tokens: Tokens): Map<number, Merge[]> {
  const merges: Merge[] = [];
  for (const token of tokens) {
    if (token.kind !== 'open' || token.name !== 'mergeCell') continue;
    const match = /^([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)$/.exec(attributeOf(token.attributes, 'ref') ?? '');
    if (!match) continue;
    const [from, to] = [Number(match[2]), Number(match[3])];
    if (to > from && merges.length < 10_000) merges.push({ column: columnOf(match[1]!), from, to });
  }
  return Map.groupBy(merges, ({ from }) => from);
}

interface OpenCell {
  column: number;
  kind: string;
  style: number;
  text: string;
}

function* readRows(tokens: Tokens, book: Book): Generator<{ number: number; cells: (string | undefined)[] }> {
  let number = 0;
  let cells: (string | undefined)[] = [];
  let cell: OpenCell | null = null;
  let inValue = false;
  let inReading = false;
  for (const token of tokens) {
    if (token.kind === 'text') {
      if (cell && inValue && !inReading && cell.text.length <= book.limits.cell) cell.text += token.text;
      continue;
    }
    const opens = token.kind === 'open';
    if (token.name === 'row') {
      if (opens) {
        number = Number(attributeOf(token.attributes, 'r') ?? number + 1);
        cells = [];
      }
      if (!opens || token.empty) yield { number, cells };
    } else if (token.name === 'c') {
      if (opens) cell = openCell(token.attributes, cells.length);
      if (cell && (!opens || token.empty)) {
        if (cell.column >= book.limits.columns && cell.text !== '') throw new UnreadableTable('too_many_columns');
        if (cell.column < book.limits.columns)
          cells[cell.column] = textOf(cell, book).trim().slice(0, book.limits.cell);
        cell = null;
      }
    } else if (token.name === 'v' || token.name === 't') inValue = opens && !token.empty;
    else if (token.name === 'rPh') inReading = opens && !token.empty;
  }
}

function openCell(attributes: string, next: number): OpenCell {
  const place = /^[A-Z]{1,3}/.exec(attributeOf(attributes, 'r') ?? '');
  return {
    column: place ? columnOf(place[0]) : next,
    kind: attributeOf(attributes, 't') ?? 'n',
    style: Number(attributeOf(attributes, 's') ?? 0),
    text: '',
  };
}

function textOf(cell: OpenCell, { strings, isDate, from1904 }: Book): string {
  const { kind, style, text } = cell;
  if (kind === 's') return strings[Number(text)] ?? '';
  if (kind === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  if (kind !== 'n' || text === '') return text;
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  return isDate[style] ? dateText(value + (from1904 ? 1462 : 0)) : plainNumber(value);
}

/** A number without an exponent, so that a telephone number or an account stays what it is. */
function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(15));
  return Number.isInteger(rounded) && Math.abs(rounded) < 1e21 ? BigInt(rounded).toString() : String(rounded);
}

/** Days since the end of 1899 as a day, with the time when there is one. */
function dateText(days: number): string {
  // Spreadsheets believe that there was a 29 February 1900; before it they are a day late.
  const whole = days < 60 ? days + 1 : days;
  const at = new Date(Math.round((whole - 25_569) * 86_400) * 1000);
  if (Number.isNaN(at.getTime())) return plainNumber(days);
  const iso = at.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

function columnOf(letters: string): number {
  return [...letters].reduce((total, letter) => total * 26 + (letter.codePointAt(0)! - 64), 0) - 1;
}
