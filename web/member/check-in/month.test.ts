import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextMilestone } from './check-ins.ts';
import { dayName, gridOf, monthName, shiftMonth, weekHeads } from './month.ts';

test('a month begins in its column and has its days', () => {
  assert.deepEqual(
    ['2026-11', '2026-06', '2026-02', '2028-02'].map((month) => [gridOf(month).before, gridOf(month).days.length]),
    [
      [6, 30],
      [0, 30],
      [6, 28],
      [1, 29],
    ],
  );
  assert.equal(gridOf('2026-11').days.at(-1), '2026-11-30');
});

test('months go over the year', () => {
  assert.deepEqual([shiftMonth('2026-01', -1), shiftMonth('2026-12', 1)], ['2025-12', '2027-01']);
});

test('names are the same on every device, whatever its zone', () => {
  assert.equal(monthName('2026-11', { language: 'zh-CN', today: '2026-11-19' }), '十一月');
  assert.equal(monthName('2025-12', { language: 'en', today: '2026-11-19' }), 'December 2025');
  assert.equal(dayName('2026-11-01', 'zh-CN'), '11月1日');
  assert.deepEqual(weekHeads('zh-CN'), ['一', '二', '三', '四', '五', '六', '日']);
});

test('there is always a next round number', () => {
  assert.deepEqual([0, 6, 7, 20, 364, 365, 400].map(nextMilestone), [7, 7, 21, 21, 365, 400, 500]);
});
