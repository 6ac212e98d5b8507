import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDay } from '../platform/clock.ts';
import { planMoments } from './pace.ts';

const zone = 'Asia/Shanghai';

test('nobody goes at night, no day has more than its share, and today counts what has happened', () => {
  const pace = { now: new Date('2026-11-20T02:30:00Z'), zone, perDay: 3, usedToday: 1, seed: 'a round' };
  const moments = planMoments(9, pace);
  const days = Map.groupBy(moments, (at) => localDay(at, zone));
  assert.deepEqual(
    [...days].map(([day, some]) => [day, some.length]),
    [
      ['2026-11-20', 2],
      ['2026-11-21', 3],
      ['2026-11-22', 3],
      ['2026-11-23', 1],
    ],
  );
  for (const at of moments) {
    const hour = at.getUTCHours() + 8;
    assert.ok(hour >= 10 && hour < 20, at.toISOString());
    assert.ok(at.getTime() - pace.now.getTime() >= 600_000);
  }
  assert.deepEqual(
    moments,
    moments.toSorted((a, b) => a.getTime() - b.getTime()),
  );
  assert.deepEqual(planMoments(9, pace), moments, 'the same seed');
  assert.notDeepEqual(planMoments(9, { ...pace, seed: 'another' }), moments);
});

test('in the evening it begins tomorrow, also when little of the day is left', () => {
  const late = { now: new Date('2026-11-20T11:55:00Z'), zone, perDay: 5, usedToday: 0, seed: 1 + '' };
  assert.equal(localDay(planMoments(1, late)[0]!, zone), '2026-11-21');
  const almost = { ...late, now: new Date('2026-11-20T11:48:00Z') };
  const days = planMoments(5, almost).map((at) => localDay(at, zone));
  assert.deepEqual(days.toSorted(), ['2026-11-20', '2026-11-20', '2026-11-21', '2026-11-21', '2026-11-21']);
});
