import type { Clock } from '../clock.ts';

/** How often one caller may do a thing: a bucket of `burst` tokens, refilled with `perMinute`. */
export interface RateLimit {
  /** Buckets with the same name are shared between routes. */
  readonly name: string;
  readonly per: 'actor' | 'address';
  readonly burst: number;
  readonly perMinute: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Buckets of this process. Limits are a courtesy between neighbours, not accounting: each node counts for itself. */
export interface RateLimiter {
  /** Takes a token; otherwise the milliseconds until one is there. */
  take(limit: RateLimit, caller: string): { ok: true } | { ok: false; retryAfterMs: number };
  readonly size: number;
}

const mostBuckets = 50_000;

/** Makes the buckets; full ones are forgotten when there are too many. */
export function createRateLimiter(clock: Clock): RateLimiter {
  const buckets = new Map<string, Bucket>();
  const forgetOldest = () => {
    for (const key of buckets.keys()) {
      if (buckets.size <= mostBuckets * 0.9) break;
      buckets.delete(key);
    }
  };
  return {
    get size() {
      return buckets.size;
    },
    take: (limit, caller) => {
      const key = `${limit.name}|${caller}`;
      const now = clock.now().getTime();
      const found = buckets.get(key) ?? { tokens: limit.burst, at: now };
      const refilled = found.tokens + (Math.max(0, now - found.at) / 60_000) * limit.perMinute;
      const tokens = Math.min(limit.burst, refilled);
      // Re-inserting keeps the map ordered by last use, so the oldest are forgotten first.
      buckets.delete(key);
      const allowed = tokens >= 1;
      buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: now });
      if (buckets.size > mostBuckets) forgetOldest();
      if (allowed) return { ok: true };
      return { ok: false, retryAfterMs: Math.ceil(((1 - tokens) / limit.perMinute) * 60_000) };
    },
  };
}
