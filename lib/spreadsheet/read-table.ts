/** Reads a table from whatever file people have: .xlsx by its content, else text with separators. */
import { readCsv } from './read-csv.ts';
import { looksLikeOldXls, looksLikeXlsx, readWorkbook } from './read-xlsx.ts';
import { UnreadableTable, usualLimits, type TableLimits } from './table.ts';

/** A table with where it stood. */
export interface ReadTable {
  /** The sheet that was read, null for a text file. */
  sheet: string | null;
  /** Names of all sheets that people see. */
  sheets: string[];
  /** Rows with something in them, with their number in the file. */
  rows: { number: number; cells: string[] }[];
}

/** Reads the sheet of this name, else the first one with anything in it; throws `UnreadableTable`. */
export function readTable(
  bytes: Uint8Array,
  wish: { sheet?: string | undefined; limits?: TableLimits } = {},
): ReadTable {
  const limits = wish.limits ?? usualLimits;
  if (looksLikeOldXls(bytes)) throw new UnreadableTable('old_or_locked');
  if (!looksLikeXlsx(bytes)) {
    const rows = collect(readCsv(bytes, limits), limits);
    if (rows.length === 0) throw new UnreadableTable('empty');
    return { sheet: null, sheets: [], rows };
  }
  const sheets = readWorkbook(bytes, limits).filter(({ hidden }) => !hidden);
  const wanted = sheets.filter(({ name }) => wish.sheet === undefined || name === wish.sheet);
  for (const { name, rows: read } of wanted) {
    const rows = collect(read(), limits);
    if (rows.length > 0) return { sheet: name, sheets: sheets.map((one) => one.name), rows };
  }
  throw new UnreadableTable('empty');
}

/** Holds the rows, as long as their text is no more than allowed: one long text may be named by many cells. */
function collect(rows: Iterable<ReadTable['rows'][number]>, limits: TableLimits): ReadTable['rows'] {
  const held: ReadTable['rows'] = [];
  let characters = 0;
  for (const row of rows) {
    characters += row.cells.reduce((total, cell) => total + cell.length, 0);
    if (characters > limits.unpacked / 4) throw new UnreadableTable('too_much_text');
    held.push(row);
  }
  return held;
}
