/** Reads labelled texts from CSV files: quoted cells, line ends inside them, a byte-order mark before the header. */
import { readFileSync } from 'node:fs';

/** The rows of a CSV file as objects with the names of the header. */
export function readCsvFile(path: string): Record<string, string>[] {
  const [header, ...rows] = splitCells(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  return rows
    .filter((cells) => cells.length === header!.length)
    .map((cells) => Object.fromEntries(header!.map((name, at) => [name, cells[at]!])));
}

function splitCells(text: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/gy;
  for (const [, quoted, plain, end] of text.matchAll(cell)) {
    cells.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === ',') continue;
    if (cells.length > 1 || cells[0] !== '') rows.push(cells);
    cells = [];
  }
  return rows;
}
