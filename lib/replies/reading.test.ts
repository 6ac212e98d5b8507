import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cue, makeReading, readInto, wordRange } from './reading.ts';

function read(text: string): ReturnType<typeof makeReading> {
  const reading = makeReading();
  readInto(text, reading);
  return reading;
}

test('reads cues of Chinese and English', () => {
  const cases: [string, number][] = [
    ['几点截单?', cue.questionMark],
    ['请问怎么付款', cue.questionWord],
    ['how do I pay', cue.questionWord],
    ['mia: how do I pay', cue.questionWord],
    ['谢谢你', cue.thanks],
    ['it works now, many thanks', cue.thanks],
    ['大家早上好', cue.greeting],
    ['hello all', cue.greeting],
    ['收到', cue.acknowledgement],
    ['ok', cue.acknowledgement],
    ['see https://example.org/x', cue.link],
    ['!sound', cue.command],
  ];
  for (const [text, bit] of cases) assert.notEqual(read(text).cues & bit, 0, text);
  assert.equal(read('my disk seems full because I know how').cues & cue.questionWord, 0, 'only near the beginning');
  assert.equal(read('明天出发').cues, 0);
});

test('numbers words without repeats; the same word has the same number in any case', () => {
  const reading = read('Disk disk DISK full');
  assert.equal(reading.count, 2);
  assert.equal(reading.length, 4);
  assert.deepEqual([...read('disk').words.subarray(0, 1)], [...reading.words.subarray(0, 1)]);
  assert.ok(reading.words.every((word) => word >= 0 && word < wordRange));
});

test('Chinese counts by pairs of characters and half of the length', () => {
  const reading = read('空气炸锅,空气');
  assert.equal(reading.count, 3, '空气 气炸 炸锅');
  assert.equal(reading.length, 3);
});

test('an endless text is read only at its beginning', () => {
  const reading = read('词语'.repeat(100_000));
  assert.ok(reading.length <= 300);
  assert.ok(reading.count <= reading.words.length);
});
