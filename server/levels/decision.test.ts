/** Going up, staying, going down: what days do to it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide, type Held } from './decision.ts';

const policy = { keepDays: 14, graceDays: 7, stepDays: 0 };
const held = (at: number, since: string | null = '2026-01-01', belowSince: string | null = null): Held => ({
  at,
  since,
  belowSince,
});
const says = (entry: number, staying = entry) => ({
  entry: [0, 1, 2, 3].map((at) => at <= entry),
  staying: [0, 1, 2, 3].map((at) => at <= staying),
});
const on = (today: string, more: object = {}) => ({ policy, today, placing: false, ...more });

test('up at once as far as the rules carry, or step by step', () => {
  assert.deepEqual(decide(held(0), says(3), on('2026-03-01')), {
    at: 3,
    since: '2026-03-01',
    belowSince: null,
    dueOn: null,
  });
  const slow = on('2026-03-01', { policy: { ...policy, stepDays: 15 } });
  assert.deepEqual(decide(held(0), says(3), slow), {
    at: 1,
    since: '2026-03-01',
    belowSince: null,
    dueOn: '2026-03-16',
  });
  assert.deepEqual(decide(held(1, '2026-02-20'), says(3), slow), { ...held(1, '2026-02-20'), dueOn: '2026-03-07' });
  assert.equal(
    decide(held(0, null), says(3), { ...slow, placing: true }).at,
    3,
    'who is placed goes where they belong',
  );
});

test('between staying and entry nothing moves: a rule for staying is easier than that for coming in', () => {
  assert.deepEqual(decide(held(2), says(1, 2), on('2026-03-01')), { ...held(2), dueOn: null });
  const fallen = held(2, '2026-01-01', '2026-02-27');
  assert.deepEqual(
    decide(fallen, says(1, 2), on('2026-03-01')),
    { ...held(2), dueOn: null },
    'and the days of grace begin anew',
  );
});

test('down only after the days of grace, and not in the first days on a level', () => {
  const fallen = { ...held(2), belowSince: '2026-03-01', dueOn: '2026-03-08' };
  assert.deepEqual(decide(held(2), says(0, 1), on('2026-03-01')), fallen);
  assert.deepEqual(decide(fallen, says(0, 1), on('2026-03-07')), fallen);
  assert.deepEqual(decide(fallen, says(0, 1), on('2026-03-08')), {
    at: 1,
    since: '2026-03-08',
    belowSince: null,
    dueOn: null,
  });
  const fresh = held(2, '2026-02-26');
  assert.deepEqual(decide(fresh, says(0), on('2026-03-01')), {
    ...fresh,
    belowSince: '2026-03-01',
    dueOn: '2026-03-12',
  });
  assert.equal(decide(held(3), says(0), on('2026-03-01', { placing: true })).at, 0, 'a dry run asks where it ends');
});
