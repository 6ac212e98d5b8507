import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureEffect } from './effect.ts';
import { compareFading, isFading, usualDays } from './fading.ts';

const rhythm = (daysBefore: number, daysNow: number, lastOn: string | null = '2026-10-01') => ({
  daysBefore,
  daysNow,
  lastOn,
});

test('who fades is measured against their own rhythm', () => {
  assert.equal(usualDays(rhythm(31, 0)), 14);
  assert.ok(isFading(rhythm(31, 7)));
  assert.ok(!isFading(rhythm(31, 8)));
  assert.ok(!isFading(rhythm(3, 0)), 'who never came often');
  assert.ok(isFading(rhythm(4, 0)));
});

test('the list begins with the most missing days, then the longest silence', () => {
  const people = [rhythm(10, 0, '2026-10-20'), rhythm(31, 2), rhythm(10, 0, '2026-10-02')];
  assert.deepEqual(people.toSorted(compareFading), [people[1], people[2], people[0]]);
});

test('the difference of return rates has Newcombe’s interval, and little says little', () => {
  // Newcombe 1998, Table II (a): 56/70 − 48/80 = .20 with .0524 to .3339.
  const effect = measureEffect({ people: 70, returned: 56 }, { people: 80, returned: 48 });
  assert.equal(effect.difference?.toFixed(2), '0.20');
  assert.deepEqual(
    effect.interval?.map((end) => end.toFixed(4)),
    ['0.0524', '0.3339'],
  );
  assert.equal(effect.few, true);
  assert.equal(measureEffect({ people: 0, returned: 0 }, { people: 3, returned: 1 }).difference, null);
  assert.equal(measureEffect({ people: 200, returned: 80 }, { people: 50, returned: 10 }).few, false);
});
