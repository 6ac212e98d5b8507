import assert from 'node:assert/strict';
import test from 'node:test';
import { isPattern, openPatterns, patternLimits, readPattern, stepsPerMessage } from './patterns.ts';

const show = (text: string, ...patterns: string[]) =>
  openPatterns(patterns)
    .find(text)
    .map(({ pattern, start, end }) => `${pattern} ${text.slice(start, end)}`);

test('a pattern sees through width, case, traditional and invisible characters, and noise between characters', () => {
  assert.deepEqual(show('請ＡＤＤ我：ABC_1234 谢谢', '/add我:abc_\\d{4}/'), ['0 ＡＤＤ我：ABC_1234']);
  assert.deepEqual(show('領\u200b取獎金', '/领取.{0,2}金/', '/領取獎/'), ['0 領\u200b取獎金', '1 領\u200b取獎']);
  assert.deepEqual(show('加 . 微🌸信', '/加微.?信/'), ['0 加 . 微🌸信']);
  assert.deepEqual(show('一（二）三', '/一（二）/'), ['0 一（二）']);
  assert.deepEqual(show('第一行\n第二行', '/一行.第/'), ['0 一行\n第']);
});

test('places of several patterns, a few of each', () => {
  assert.deepEqual(show('a1 b2 a3', '/a\\d/', '/b\\d/'), ['0 a1', '1 b2', '0 a3']);
  assert.equal(show('a1'.repeat(50), '/a\\d/').length, 5);
  assert.deepEqual(show('没有', '/a\\d/'), []);
});

test('what is no pattern is told with its place', () => {
  const problem = (source: string) => {
    const read = readPattern(`/${source}/`);
    return read.ok ? read.size : `${read.problem} ${read.at} ${read.part}`;
  };
  assert.deepEqual(
    ['(加微', '[加微', '加(?=微)', '加\\1', '加[z-a]', '加**', '(?<=加)微', '加)', '加\\', '(?P<a>x)(?P<a>y)'].map(
      problem,
    ),
    [
      'bracket 1 (加微',
      'class 1 [加微',
      'unsupported 2 (?=',
      'escape 2 \\1',
      'range 3 z-a',
      'repeat 2 **',
      'unsupported 1 (?<=加)微',
      'bracket 2 )',
      'escape null ',
      'group 5 a',
    ],
  );
  assert.equal(problem('加*'), 'fitsNothing null ');
  assert.equal(problem('(a{1,100}){1,10}'), 'large null ');
  assert.ok(isPattern('/a/') && !isPattern('//') && !isPattern('a/b') && !isPattern('/a'));
});

test('hostile patterns cost a bounded number of steps: too many and too large ones are left out, long texts are looked at in part', () => {
  const large = Array.from({ length: 10 }, () => '/[ab]{0,100}c/');
  const { size } = readPattern(large[0]!) as { size: number };
  const fit = Math.floor(patternLimits.allSizes / size);
  const found = new Set(
    openPatterns(large)
      .find('abc')
      .map(({ pattern }) => pattern),
  );
  assert.equal(found.size, fit);
  const window = Math.floor(stepsPerMessage / ((size + 20) * fit + 1));
  assert.deepEqual(openPatterns(large).find(`${'x'.repeat(window)}abc`), []);
  assert.equal(openPatterns(large).find(`${'x'.repeat(window - 3)}abc`).length, fit);
  for (const text of ['\ud800'.repeat(200_000), 'a'.repeat(200_000), '加 '.repeat(100_000), '👨‍👩‍👧'.repeat(10_000)])
    assert.ok(openPatterns(['/(a+)+$/', '/(a|aa)*b/', '/\\p{L}{2,50}\\d{5,11}/']).find(text).length <= 10);
});
