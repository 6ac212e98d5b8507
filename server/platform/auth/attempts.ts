import type { Ctx, Services } from '../context.ts';
import { createRateLimiter, type RateLimit, type RateLimiter } from '../http/rate-limit.ts';
import { authErrors } from './errors.ts';

/** Whoever knows an address may make its owner wait, so the wait stays short; guessing stays hopeless all the same. */
const perAccount: RateLimit = { name: 'auth.account', per: 'address', burst: 10, perMinute: 2 };
const limiters = new WeakMap<Services, RateLimiter>();

/** Takes one of the few attempts of an account (or a user who must prove the password again), or of another thing with its own limit. */
export function takeAttempt(ctx: Ctx, account: string, limit: RateLimit = perAccount): void {
  const { services } = ctx;
  const limiter = limiters.get(services) ?? createRateLimiter(services.clock);
  limiters.set(services, limiter);
  const taken = limiter.take(limit, account);
  if (taken.ok) return;
  const { retryAfterMs } = taken;
  throw authErrors.too_many_attempts({ retryAfterMs, seconds: Math.ceil(retryAfterMs / 1000) });
}
