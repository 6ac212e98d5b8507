import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shiftDay, weekStart } from '../platform/clock.ts';
import { monthEnds, readDay } from './day.ts';
import { countStanding, streakOf } from './streak.ts';

const night = { from: '20:00', to: '02:00' };
const noon = { from: '06:30', to: '22:30' };
const whole = { from: '00:00', to: '24:00' };

const moments: [string, string, typeof whole, string, string][] = [
  ['2026-11-18T22:29:59Z', 'Asia/Shanghai', noon, '2026-11-19', 'early'],
  ['2026-11-18T22:30:00Z', 'Asia/Shanghai', noon, '2026-11-19', 'open'],
  ['2026-11-19T14:29:59Z', 'Asia/Shanghai', noon, '2026-11-19', 'open'],
  ['2026-11-19T14:30:00Z', 'Asia/Shanghai', noon, '2026-11-19', 'late'],
  ['2026-11-19T15:59:59Z', 'Asia/Shanghai', whole, '2026-11-19', 'open'],
  ['2026-11-19T16:00:00Z', 'Asia/Shanghai', whole, '2026-11-20', 'open'],
  // A window over midnight belongs to the day on which it opens.
  ['2026-11-19T17:30:00Z', 'Asia/Shanghai', night, '2026-11-19', 'open'],
  ['2026-11-19T18:00:00Z', 'Asia/Shanghai', night, '2026-11-20', 'early'],
  ['2026-12-31T17:00:00Z', 'Asia/Shanghai', night, '2026-12-31', 'open'],
  // Berlin on the days when clocks are moved: 01:30Z in spring is 03:30, in autumn 02:30.
  ['2026-03-29T01:30:00Z', 'Europe/Berlin', { from: '03:00', to: '04:00' }, '2026-03-29', 'open'],
  ['2026-10-25T00:30:00Z', 'Europe/Berlin', { from: '02:00', to: '03:00' }, '2026-10-25', 'open'],
  ['2026-10-25T01:30:00Z', 'Europe/Berlin', { from: '02:00', to: '03:00' }, '2026-10-25', 'open'],
  ['2026-10-25T22:59:59Z', 'Europe/Berlin', whole, '2026-10-25', 'open'],
];
for (const [at, zone, window, day, state] of moments)
  test(`${at} in ${zone}, ${window.from}–${window.to}: ${day} ${state}`, () =>
    assert.deepEqual(readDay(new Date(at), zone, window), { day, state }));

test('days, weeks and months', () => {
  assert.equal(shiftDay('2028-02-28', 1), '2028-02-29');
  assert.equal(shiftDay('2027-01-01', -1), '2026-12-31');
  assert.deepEqual(['2026-11-16', '2026-11-19', '2026-11-22'].map(weekStart), Array(3).fill('2026-11-16'));
  assert.deepEqual(monthEnds('2028-02'), { from: '2028-02-01', to: '2028-02-29' });
  assert.deepEqual(monthEnds('2026-12'), { from: '2026-12-01', to: '2026-12-31' });
});

test('a streak goes over months, years and changes of the clock, and breaks after a missed day', () => {
  const days = ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-03'];
  assert.deepEqual(countStanding(days), { days: 4, run: 1, lastDay: '2027-01-03', longest: 3 });
  assert.deepEqual(countStanding(['2026-03-30', '2026-03-28', '2026-03-29', '2026-03-29']).run, 3);
  const standing = countStanding(days);
  assert.deepEqual(
    ['2027-01-03', '2027-01-04', '2027-01-05'].map((today) => streakOf(standing, today)),
    [1, 1, 0],
  );
  assert.equal(streakOf(countStanding([]), '2027-01-01'), 0);
});
