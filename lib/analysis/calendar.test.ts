import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeCalendar } from './calendar.ts';

test('days, hours and midnights are those of the zone', () => {
  const shanghai = makeCalendar('Asia/Shanghai');
  const at = Date.UTC(2024, 0, 31, 16, 30);
  assert.equal(shanghai.dayName(shanghai.dayOf(at)), '2024-02-01');
  assert.equal(shanghai.hourOf(at), 0);
  assert.equal(shanghai.weekdayOf(shanghai.dayOf(at)), 3);
  assert.equal(shanghai.midnight(shanghai.dayOf(at)), Date.UTC(2024, 0, 31, 16));
});

test('a change of clocks makes a day of 23 hours, and midnight is still midnight', () => {
  const berlin = makeCalendar('Europe/Berlin');
  const day = berlin.dayOf(Date.UTC(2024, 2, 31, 12));
  assert.equal(berlin.dayName(day), '2024-03-31');
  assert.equal(berlin.midnight(day + 1) - berlin.midnight(day), 23 * 3_600_000);
  assert.equal(berlin.hourOf(Date.UTC(2024, 2, 31, 0, 59)), 1);
  assert.equal(berlin.hourOf(Date.UTC(2024, 2, 31, 1, 1)), 3);
  assert.equal(berlin.dayOf(berlin.midnight(day)), day);
  assert.equal(berlin.dayOf(berlin.midnight(day) - 1), day - 1);
});

test('days before 1970 have their weekday too', () => {
  const utc = makeCalendar('UTC');
  const day = utc.dayOf(Date.UTC(1969, 11, 31));
  assert.equal(utc.weekdayOf(day), 2);
  assert.throws(() => makeCalendar('Nowhere/Town'), RangeError);
});
