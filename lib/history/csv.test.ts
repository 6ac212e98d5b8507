import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectSeparator, readCsv, splitRow } from './csv.ts';
import type { CsvRow } from './csv.ts';
import { createReport } from './report.ts';
import { makeSource } from './sources.ts';

async function rows(text: string) {
  const report = createReport('test', 'utf-8');
  const found: CsvRow[] = [];
  const bytes = makeSource('a', text).bytes();
  for await (const batch of readCsv({ bytes, encoding: 'utf-8', report }, ',')) found.push(...batch);
  return { found, report };
}

test('quotes, doubled quotes, separators and line ends inside cells', async () => {
  const { found } = await rows('a,"b,c","d ""e"" f"\r\n"two\nlines",x,\n\n,,last');
  assert.deepEqual(
    found.map(({ cells, line }) => [line, ...cells]),
    [
      [1, 'a', 'b,c', 'd "e" f'],
      [2, 'two\nlines', 'x', ''],
      [5, '', '', 'last'],
    ],
  );
});

test('a quote that is never closed costs its line, not the file', async () => {
  const many = Array.from({ length: 30_000 }, (_, index) => `row,${index}`).join('\n');
  const { found, report } = await rows(`"open,1\n${many}\n`);
  assert.equal(found.length, 30_000);
  assert.deepEqual(report.unknownSamples, [{ line: 1, excerpt: '"open,1' }]);
  const cut = await rows('a,b\nc,"d');
  assert.deepEqual(
    cut.found.map(({ cells }) => cells),
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  );
  assert.equal(cut.report.truncated, true);
});

test('separators are told from the header', () => {
  assert.equal(detectSeparator('time;name;text, more'), ';');
  assert.equal(detectSeparator('time\tname\ttext'), '\t');
  assert.deepEqual(splitRow('"a";b', ';'), ['a', 'b']);
});
