import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { finish } from '../../lib/text/automaton.ts';
import type { TermLine } from './store/terms.ts';
import { findProblem, readTermFile, writeTermTable, type TermFormat } from './term-file.ts';

const read = (text: string, format: TermFormat = 'table') => finish(readTermFile(text, format));

test('one term on each line: remarks and empty lines are skipped, repeated ones counted, broken ones told with their number', () => {
  const found = read(`\uFEFF# 常见的\n刷单\n\n刷单\n/加(微/\n${'长'.repeat(61)}\n\u200b\n返利, 日结\n`, 'lines');
  assert.deepEqual(
    found.terms.map(({ term }) => term),
    ['刷单', '返利, 日结'],
  );
  assert.equal(found.repeated, 1);
  assert.deepEqual(
    found.broken.map(({ line, problem, pattern }) => [line, problem, pattern?.at ?? null]),
    [
      [5, 'pattern', 2],
      [6, 'long', null],
      [7, 'empty', null],
    ],
  );
});

test('a table: head, comments, days as spreadsheets write them, quotes; what is broken is told', () => {
  const text =
    '词,说明,到哪天\r\n刷单,"骗人的, 见过",2026/1/5\r\n"/a{1,3}b/",,\r\n返利\r\n日结,,2026-02-30\r\n"兼职,,\r\n兼职,,,多\r\n';
  const found = read(text);
  assert.deepEqual(found.terms, [
    { term: '刷单', comment: '骗人的, 见过', expires: '2026-01-05' },
    { term: '/a{1,3}b/', comment: '', expires: null },
    { term: '返利', comment: '', expires: null },
  ]);
  assert.deepEqual(
    found.broken.map(({ line, problem }) => [line, problem]),
    [
      [5, 'day'],
      [6, 'quotes'],
      [7, 'columns'],
    ],
  );
  assert.deepEqual(read('刷单\t说明\t2026-12-31').terms, [{ term: '刷单', comment: '说明', expires: '2026-12-31' }]);
});

test('what is written is read again as it was, and a spreadsheet calculates nothing in it', () => {
  const word = fc.oneof(
    fc.string({ maxLength: 12, unit: fc.constantFrom(...'=+-@＝\'",加微a1 #\t') }),
    fc.string({ maxLength: 20 }),
  );
  const day = fc.option(fc.constantFrom('2026-12-31', '2027-01-01'));
  fc.assert(
    fc.property(fc.array(fc.record({ term: word, comment: word, expires: day }), { maxLength: 8 }), (given) => {
      const lines = given
        .map((line) => ({ ...line, term: line.term.trim(), comment: line.comment.trim() }))
        .filter((line, at, all) => all.findIndex(({ term }) => term === line.term) === at)
        .filter(({ term, comment }) => findProblem(term) === null && !/[\0-\x1f\x7f\u2028\u2029]/.test(comment));
      const table = writeTermTable(['term', 'comment', 'expires'], lines as TermLine[]);
      assert.deepEqual(read(table), { terms: lines, broken: [], repeated: 0 });
      for (const row of table.slice(1).split('\r\n').slice(1)) assert.doesNotMatch(row, /^"?[=+\-@＝＋－＠\t]/);
    }),
    { numRuns: 500 },
  );
});
