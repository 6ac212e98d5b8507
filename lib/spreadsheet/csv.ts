/** A table as CSV for spreadsheets: UTF-8 with a mark, lines as RFC 4180 wants them, and nothing that would be calculated. */
import type { Cell } from './xlsx.ts';

/** Stands first in the file, so that spreadsheets read it as UTF-8. */
export const csvMark = '\uFEFF';

/** One line with its end. */
export function writeCsvLine(cells: readonly Cell[]): string {
  return `${cells.map(writeCell).join(',')}\r\n`;
}

/** One cell; a text that a spreadsheet would calculate is kept a text by a mark before it. */
function writeCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = /^[=+\-@＝＋－＠\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Writes lines as bytes, some thousands of characters at once. */
export async function* writeCsv(
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let waiting = csvMark;
  for await (const cells of rows) {
    waiting += writeCsvLine(cells);
    if (waiting.length < 32_768) continue;
    yield encoder.encode(waiting);
    waiting = '';
  }
  yield encoder.encode(waiting);
}
