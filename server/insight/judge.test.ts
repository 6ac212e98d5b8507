import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysOf, doorsOf } from './doors.ts';
import { atLeast, judgeLeaving } from './judge-leaving.ts';
import { dayBefore, judgeQuiet } from './judge-quiet.ts';

/** Every `step`-th day before `last`, ascending. */
const days = (last: string, count: number, step = 1) =>
  Array.from({ length: count }, (_, at) => dayBefore(last, (count - 1 - at) * step));

test('silence is judged by the rhythm of the group itself', () => {
  const daily = days('2026-11-15', 20);
  assert.equal(judgeQuiet(daily, '2026-11-17'), null, 'one silent day');
  assert.deepEqual(judgeQuiet(daily, '2026-11-18'), {
    lastDay: '2026-11-15',
    quietDays: 2,
    usualDays: 0,
    activeDays: 20,
  });
  // A group that meets every third day is not silent after two.
  const thirdDay = days('2026-11-15', 9, 3);
  assert.equal(judgeQuiet(thirdDay, '2026-11-18'), null);
  assert.equal(judgeQuiet(thirdDay, '2026-11-19')?.quietDays, 3);
});

test('few days of talk say nothing about a rhythm, and neither does none', () => {
  assert.equal(judgeQuiet(days('2026-11-01', 7), '2026-11-19'), null);
  assert.equal(judgeQuiet([], '2026-11-19'), null);
  // What was lively two months ago has no rhythm of the last four weeks of its talk but its own.
  assert.equal(judgeQuiet([...days('2026-09-20', 20), '2026-11-01'], '2026-11-19'), null);
});

test('leaving is a wave when chance does not explain it', () => {
  const seen = { day: '2026-11-19', members: 200 };
  assert.equal(judgeLeaving({ ...seen, leaves: 4, leavesBefore: 0 }), null, 'too few to speak of');
  assert.equal(judgeLeaving({ ...seen, leaves: 6, leavesBefore: 56 }), null, 'two a day are usual here');
  assert.equal(judgeLeaving({ ...seen, leaves: 12, leavesBefore: 56 })?.usualPerDay, 2);
  assert.ok(judgeLeaving({ ...seen, leaves: 5, leavesBefore: 0 }));
});

test('the chance of so many is that of Poisson', () => {
  assert.equal(atLeast(0, 3), 1);
  assert.ok(Math.abs(atLeast(1, 2) - (1 - Math.exp(-2))) < 1e-12);
  assert.ok(Math.abs(atLeast(6, 2) - 0.016_563_608_5) < 1e-9);
  assert.ok(atLeast(50, 2) >= 0 && atLeast(50, 2) < 1e-12);
});

test('a week is seven days that end today, and doors name them', () => {
  assert.deepEqual(daysOf('week', '2026-03-02'), { from: '2026-02-24', to: '2026-03-02' });
  assert.deepEqual(daysOf('yesterday', '2026-03-01'), { from: '2026-02-28', to: '2026-02-28' });
  assert.match(doorsOf('2026-03-01').yesterday.leaves, /leftFrom=2026-02-28&leftTo=2026-02-28/);
});
