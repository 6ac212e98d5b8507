import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeClock } from '../clock.ts';
import { createRateLimiter, type RateLimit } from './rate-limit.ts';

const limit: RateLimit = { name: 'probe', per: 'actor', burst: 3, perMinute: 6 };

test('a burst passes, then one for each refill, and the wait is told exactly', () => {
  const clock = fakeClock('2026-01-01T00:00:00Z');
  const limiter = createRateLimiter(clock);
  for (let count = 0; count < 3; count++) assert.ok(limiter.take(limit, 'a').ok);
  assert.deepEqual(limiter.take(limit, 'a'), { ok: false, retryAfterMs: 10_000 });
  assert.ok(limiter.take(limit, 'b').ok, 'another caller has a bucket of its own');
  clock.advance(10_000);
  assert.ok(limiter.take(limit, 'a').ok);
  assert.ok(!limiter.take(limit, 'a').ok);
});

test('a clock that jumps back neither fills nor empties a bucket', () => {
  const clock = fakeClock('2026-01-01T00:00:00Z');
  const limiter = createRateLimiter(clock);
  for (let count = 0; count < 3; count++) limiter.take(limit, 'a');
  clock.advance(-3_600_000);
  assert.ok(!limiter.take(limit, 'a').ok);
  clock.advance(10_000);
  assert.ok(limiter.take(limit, 'a').ok);
});

test('buckets do not grow without end', () => {
  const limiter = createRateLimiter(fakeClock('2026-01-01T00:00:00Z'));
  for (let caller = 0; caller < 60_000; caller++) limiter.take(limit, String(caller));
  assert.ok(limiter.size <= 50_000);
});
