import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeFile, findLine, looksJoined, noSource, readSource, splitJoined } from './term-source.ts';

test('how a text is written is seen at its first words and in its name, and stays as somebody has chosen it', () => {
  assert.equal(readSource(noSource, '刷单返利\n兼职').format, 'lines');
  assert.equal(readSource(noSource, '词,说明,到哪天\n刷单,,').format, 'table');
  assert.equal(readSource(noSource, '刷单\t骗人的\n兼职\t').format, 'table');
  assert.equal(readSource(noSource, '刷单', 'terms.CSV').format, 'table');
  const chosen = { ...readSource(noSource, '刷单'), format: 'table' as const };
  assert.deepEqual(readSource(chosen, '刷单返'), { text: '刷单返', format: 'table', name: null, version: 2 });
});

test('terms that stand on one line are noticed and put on lines of their own; patterns and notes are left alone', () => {
  const lines = (text: string) => ({ text, format: 'lines' as const });
  assert.ok(looksJoined(lines('刷单、返利')) && looksJoined(lines('1. 刷单\n2. 返利')));
  assert.ok(!looksJoined(lines('刷单返利\n/加.{0,3}微|信/\n# 中秋, 国庆\n\nfree gift')));
  assert.ok(!looksJoined({ text: '刷单,骗人', format: 'table' }));
  const text = '# 中秋, 国庆\n1. 刷单、返利\n\n/a{1,2}/';
  assert.equal(splitJoined(text), '# 中秋, 国庆\n刷单\n返利\n\n/a{1,2}/');
  assert.ok(!looksJoined(lines(splitJoined(text))));
});

test('a line is found by its number, and old files are read', async () => {
  const { start, end } = findLine('甲\n乙丙\n丁', 2);
  assert.equal('甲\n乙丙\n丁'.slice(start, end), '乙丙');
  assert.deepEqual(findLine('甲', 9), { start: 2, end: 2 });
  assert.equal(await decodeFile(new Blob([new Uint8Array([0xcb, 0xa2, 0xb5, 0xa5])])), '刷单');
  assert.equal(await decodeFile(new Blob(['刷单'])), '刷单');
});
