import assert from 'node:assert/strict';
import test from 'node:test';
import { segment } from './segment.ts';

test('Chinese is cut into words, Latin words stand as they are, in lower case and simplified', () => {
  assert.deepEqual(segment('我们明天去北京天安门，use React 19！'), [
    '我们',
    '明天',
    '去',
    '北京',
    '天安门',
    'use',
    'react',
    '19',
  ]);
  assert.deepEqual(segment('謝謝大家'), ['谢谢', '大家']);
});

test('stop words stay, punctuation and emoji do not', () => {
  assert.deepEqual(segment('我的，的！👍👍'), ['我', '的', '的']);
  assert.deepEqual(segment(''), []);
  assert.deepEqual(segment('。。。 🎉'), []);
});
