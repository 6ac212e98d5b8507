import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCheckIn } from './words.ts';

const words = ['打卡', 'in'];
const yes = [
  '打卡',
  '打卡！今天跟读 10 分钟',
  '打卡第3天',
  '🔥🔥 打卡',
  '@班长 打卡',
  '今天背了三十个词 #打卡',
  '打卡。有人知道这句怎么翻吗？',
  '打咔'.replace('咔', '卡'),
  'IN, day 3',
  '　打 卡'.replace(' ', ''),
];
const no = [
  '今天怎么打卡？',
  '打卡了吗？',
  '打卡怎么打',
  '我还没打卡',
  '提醒大家打卡',
  'interesting',
  '#打',
  '',
  '！！！',
];

for (const text of yes) test(`「${text}」 checks in`, () => assert.equal(isCheckIn(text, words), true));
for (const text of no) test(`「${text}」 does not`, () => assert.equal(isCheckIn(text, words), false));

test('without words nothing checks in', () => {
  assert.equal(isCheckIn('打卡', []), false);
  assert.equal(isCheckIn('打卡', ['   ']), false);
});

test('traditional characters and full width count alike', () => {
  assert.equal(isCheckIn('簽到！', ['签到']), true);
  assert.equal(isCheckIn('ＧＯ go', ['go']), true);
});
