/** What the tests of the statistics share: the public data sets that golden values were computed from. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = process.env.MIAOHUI_TEST_DATA ?? join(import.meta.dirname, '../../../shared/data');

/** Reason to skip a test on this file of the public data, or `false` when it is here. */
export function missingData(name: string): string | false {
  return existsSync(join(FOLDER, name)) ? false : `no ${name} here: set MIAOHUI_TEST_DATA to the folder of public data`;
}

/** Rows of a comma-separated file without quotes, as records by column name. */
export function readTable(name: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(join(FOLDER, name), 'utf8').trim().split(/\r?\n/);
  const columns = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [columns[i]!, cell])));
}
