import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasGap, noteCaughtUp, noteNumbers, startSequence } from './sequence.ts';

test('numbers in order leave no gap', () => {
  const sequence = noteNumbers(startSequence(7), [8, 9, 10]);
  assert.deepEqual(sequence, { upTo: 10, ahead: [] });
  assert.equal(hasGap(sequence), false);
});

test('a jump is a gap until the missing number comes', () => {
  const jumped = noteNumbers(startSequence(7), [9, 11]);
  assert.deepEqual(jumped, { upTo: 7, ahead: [9, 11] });
  assert.equal(hasGap(jumped), true);
  assert.deepEqual(noteNumbers(jumped, [8]), { upTo: 9, ahead: [11] });
  assert.deepEqual(noteNumbers(jumped, [8, 10]), { upTo: 11, ahead: [] });
});

test('old and repeated numbers change nothing', () => {
  assert.deepEqual(noteNumbers(startSequence(7), [3, 7, 7]), startSequence(7));
  assert.deepEqual(noteNumbers(noteNumbers(startSequence(7), [9]), [9, 9]), { upTo: 7, ahead: [9] });
});

test('a full answer closes gaps below it and keeps later ones', () => {
  const jumped = noteNumbers(startSequence(7), [9, 14]);
  assert.deepEqual(noteCaughtUp(jumped, 12), { upTo: 12, ahead: [14] });
  assert.deepEqual(noteCaughtUp(jumped, 13), { upTo: 14, ahead: [] });
  assert.deepEqual(noteCaughtUp(jumped, 5), jumped, 'an answer older than what is here takes nothing back');
});
