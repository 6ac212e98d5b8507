/**
 * The gates of posting and sending: asks every filling in order, and holds the fillings of this module itself: dissolved group,
 * mute, mute-all, slow mode, flood.
 */
import type { IncomingBatch, Message } from '../carriers/index.ts';
import type { Group } from '../groups/index.ts';
import type { Ctx, Services } from '../platform/context.ts';
import { createRateLimiter, type RateLimiter } from '../platform/http/rate-limit.ts';
import { getRecentSettings } from '../platform/settings.ts';
import { speaksForTeam } from './draft.ts';
import type { Refuse, Waiting } from './receive.ts';
import { messagesSettings } from './settings.ts';
import { maySend, mayPost, type PostGate, type PostVerdict, type SendAttempt, type Stopped } from './slots.ts';
import { placeOf } from './record.ts';
import { selectLastSpoken } from './store/record.ts';

const ok: PostVerdict = { ok: true };

/** What was stopped, and the gate that did. */
export interface StoppedAt extends Stopped {
  at: number;
  gate: PostGate;
}

/**
 * Asks `mayPost` about what members of the built-in group are about to say; gives what may be recorded and what not. What other
 * platforms have already shown is recorded in any case.
 */
export async function askMayPost(
  ctx: Ctx,
  what: { group: Group; batch: IncomingBatch; waiting: readonly Waiting[]; refuse: Refuse },
): Promise<{ admitted: Waiting[]; stopped: StoppedAt[] }> {
  const { group, batch, refuse } = what;
  const stopped: StoppedAt[] = [];
  if (batch.carrier !== 'web' || batch.origin !== 'live') return { admitted: [...what.waiting], stopped };
  let waiting = [...what.waiting];
  for (const gate of [...ownPostGates, ...ctx.slots(mayPost)]) {
    if (waiting.length === 0) break;
    const drafts = waiting.map(({ draft }) => draft);
    const verdicts = await gate.consider(ctx, { group, carrier: batch.carrier, origin: batch.origin, drafts });
    waiting = waiting.filter(({ at, draft }, position) => {
      const verdict = verdicts[position]!;
      if ('ok' in verdict) return true;
      stopped.push({ at, draft, verdict, gate });
      const retryAfterMs = 'refused' in verdict ? verdict.retryAfterMs : undefined;
      refuse(at, verdict.reason, { retryAfterMs, error: verdict.error });
      return false;
    });
  }
  return { admitted: waiting, stopped };
}

/** Tells gates what they have stopped. */
export async function tellStopped(
  ctx: Ctx,
  what: { group: Group; batch: IncomingBatch; stopped: readonly StoppedAt[] },
): Promise<void> {
  const { group, batch } = what;
  for (const [gate, stopped] of Map.groupBy(what.stopped, (one) => one.gate)) {
    const drafts = stopped.map(({ draft }) => draft);
    await gate.stopped?.(ctx, { group, carrier: batch.carrier, origin: batch.origin, drafts }, stopped);
  }
}

/** Asks `maySend`; the first answer that is not ok wins. */
export async function askMaySend(ctx: Ctx, attempt: SendAttempt): Promise<PostVerdict> {
  for (const gate of ctx.slots(maySend)) {
    const verdict = await gate.consider(ctx, attempt);
    if (!('ok' in verdict)) return verdict;
  }
  return ok;
}

/** Tells gates of sending what was said. */
export async function tellSaid(ctx: Ctx, attempt: SendAttempt, message: Message): Promise<void> {
  for (const gate of ctx.slots(maySend)) await gate.said?.(ctx, attempt, message);
}

const dissolved: PostGate = {
  name: 'messages.dissolved',
  consider: async (_ctx, { group, drafts }) =>
    drafts.map(() => (group.lifecycle === 'dissolved' ? { refused: true, reason: 'dissolved' } : ok)),
};

const mutedAll: PostGate = {
  name: 'messages.muted_all',
  consider: async (_ctx, { group, drafts }) =>
    drafts.map(({ author }) =>
      group.mutedAll && !speaksForTeam(author) ? { refused: true, reason: 'muted_all' } : ok,
    ),
};

const muted: PostGate = {
  name: 'messages.muted',
  consider: async (ctx, { drafts }) => {
    const now = ctx.now().getTime();
    return drafts.map(({ mutedUntil }) => {
      const retryAfterMs = (mutedUntil?.getTime() ?? 0) - now;
      return retryAfterMs > 0 ? { refused: true, reason: 'muted', retryAfterMs } : ok;
    });
  },
};

const slowMode: PostGate = {
  name: 'messages.slow_mode',
  consider: async (ctx, { group, drafts }) => {
    const pauseMs = group.slowModeSeconds * 1000;
    const members = drafts.filter(({ author }) => !speaksForTeam(author)).map(({ author }) => author.identityId);
    if (pauseMs === 0 || members.length === 0) return drafts.map(() => ok);
    const since = new Date(ctx.now().getTime() - pauseMs);
    const last = await selectLastSpoken(ctx, placeOf(group), { authorIds: [...new Set(members)], since });
    return drafts.map(({ author, at }) => {
      if (speaksForTeam(author)) return ok;
      const before = last.get(author.identityId);
      const retryAfterMs = before === undefined ? 0 : before.getTime() + pauseMs - at.getTime();
      if (retryAfterMs > 0) return { refused: true, reason: 'slow_mode', retryAfterMs };
      last.set(author.identityId, at);
      return ok;
    });
  },
};

const flood: PostGate = {
  name: 'messages.flood',
  consider: async (ctx, { group, drafts }) => {
    const { floodBurst, floodPerMinute } = await getRecentSettings(ctx, messagesSettings, group.communityId);
    const limit = { name: 'messages.flood', per: 'actor', burst: floodBurst, perMinute: floodPerMinute } as const;
    const limiter = limiterOf(ctx.services);
    return drafts.map(({ author }): PostVerdict => {
      const taken = limiter.take(limit, author.identityId);
      return taken.ok ? ok : { refused: true, reason: 'flood', retryAfterMs: taken.retryAfterMs };
    });
  },
};

/** Cheap ones first; the flood gate last, so that only what would be said counts. */
const ownPostGates: readonly PostGate[] = [dissolved, muted, mutedAll, slowMode, flood];

/** One bucket store for each process; kept beside the services that it belongs to, so that tests do not share it. */
const limiters = new WeakMap<Services, RateLimiter>();

function limiterOf(services: Services): RateLimiter {
  const limiter = limiters.get(services) ?? createRateLimiter(services.clock);
  limiters.set(services, limiter);
  return limiter;
}
