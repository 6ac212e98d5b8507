import { sql } from 'kysely';
import { prepared } from '../db/prepared.ts';
import { createContext, inTransaction, type Services } from '../context.ts';
import type { Happened, Subscription } from './event.ts';

/**
 * Brings events to their subscribers. Each subscriber has a cursor `(xid, id)` and reads only what was committed by
 * transactions older than the oldest one still running (`pg_snapshot_xmin`), so that a late commit is never skipped.
 * Waking is a courtesy: a poll finds what a lost wake-up has left behind.
 */
export interface Deliverer {
  /** Events of these kinds are new in the log. */
  wake(names: readonly string[]): void;
  /** Delivers until nothing is left; for tests and for an orderly stop. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

/** How the deliverer waits. */
export interface DelivererOptions {
  services: Services;
  subscriptions: readonly Subscription[];
  /** Milliseconds between polls when nothing wakes it; 0 = never by itself (tests call `drain`). */
  pollMs: number;
  /**
   * Milliseconds between two rounds, 200 without a word: under load each round finds what many commits have left. With one round
   * for each commit, reactions were half of all statements at 200 posts a second. After a quiet time a reaction comes at once.
   */
  pauseMs?: number;
}

const batchSize = 200;

/** When a slower transaction holds events back. */
const waitingMs = 50;

/** What one look found: events that were handled, and whether others have to wait for a slower transaction. */
interface Delivered {
  count: number;
  isWaiting: boolean;
}

const nothing: Delivered = { count: 0, isWaiting: false };

/** Registers every subscriber's cursor and starts delivering. */
export async function startDeliverer(options: DelivererOptions): Promise<Deliverer> {
  const { services, subscriptions, pollMs, pauseMs = 200 } = options;
  await registerSubscriptions(services, subscriptions);
  /** Subscriptions that have something to look for in the next round. */
  const due = new Set(subscriptions);
  let running: Promise<void> | null = null;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let timerAt = Number.POSITIVE_INFINITY;
  let lastRound = Number.NEGATIVE_INFINITY;
  let lastPoll = performance.now();

  const runIn = (delay: number) => {
    const at = performance.now() + delay;
    if (stopped || running || timerAt <= at) return;
    clearTimeout(timer);
    timerAt = at;
    timer = setTimeout(startRound, delay);
    timer.unref();
  };
  const startRound = () => {
    timerAt = Number.POSITIVE_INFINITY;
    if (performance.now() - lastPoll >= pollMs) {
      lastPoll = performance.now();
      for (const subscription of subscriptions) due.add(subscription);
    }
    running = runRound().then((delay) => {
      running = null;
      lastRound = performance.now();
      runIn(delay);
    });
  };
  /** Delivers to all that are due; gives the time until the next round. */
  const runRound = async (): Promise<number> => {
    const asked = [...due];
    due.clear();
    const results: Delivered[] = [];
    // One after another: all at once they would get in the way of those who are just writing.
    for (const subscription of asked) {
      if (stopped) break;
      const delivered = await deliverAll(services, subscription);
      if (delivered.isWaiting) due.add(subscription);
      results.push(delivered);
    }
    if (due.size === 0) return pollMs;
    return results.some(({ count }) => count > 0) ? pauseMs : waitingMs;
  };
  const wake = (names: readonly string[]) => {
    const woken = subscriptions.filter((subscription) => subscription.events.some(({ name }) => names.includes(name)));
    for (const subscription of woken) due.add(subscription);
    if (woken.length > 0) runIn(Math.max(0, lastRound + pauseMs - performance.now()));
  };
  if (pollMs > 0) runIn(0);
  return {
    wake: pollMs > 0 ? wake : () => {},
    drain: async () => {
      await running;
      for (let left = 1000; left > 0; left--) {
        const results = await Promise.all(subscriptions.map((subscription) => deliverBatch(services, subscription)));
        if (results.every(({ count, isWaiting }) => count === 0 && !isWaiting)) return;
        // A transaction of somebody else is still open; give it a turn of the loop and a moment.
        if (results.every(({ count }) => count === 0)) await new Promise((resolve) => setTimeout(resolve, 5));
      }
      throw new Error('events never come to rest: a reaction answers its own event');
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

async function registerSubscriptions(services: Services, subscriptions: readonly Subscription[]): Promise<void> {
  const names = subscriptions.map((subscription) => subscription.name);
  if (new Set(names).size < names.length) throw new Error(`subscription named twice: ${names.join(', ')}`);
  if (names.length === 0) return;
  await adoptForeignLog(services);
  await sql`
    insert into platform_subscriptions (name, xid, id)
    select unnest(${names}::text[]), pg_snapshot_xmin(pg_current_snapshot()), 0
    on conflict do nothing`.execute(services.database.db);
}

/**
 * A database that was restored on another server brings transaction numbers that are in the future here: no event would be
 * old enough for the horizon, and new ones would lie behind the cursors. Then everything in the log becomes old, and each
 * cursor goes back to the first event that it has not passed; some may be delivered a second time.
 */
async function adoptForeignLog(services: Services): Promise<void> {
  await services.database.db.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('platform.adopt_foreign_log', 0))`.execute(db);
    const { rows } = await sql<{ isForeign: boolean }>`
      select greatest((select max(xid) from platform_subscriptions), (select max(xid) from platform_events))
        > pg_snapshot_xmax(pg_current_snapshot()) as "isForeign"`.execute(db);
    if (!rows[0]?.isForeign) return;
    await sql`
      update platform_subscriptions s set xid = '1', id = coalesce(
        (select min(e.id) - 1 from platform_events e where (e.xid, e.id) > (s.xid, s.id)),
        (select max(e.id) from platform_events e), 0)`.execute(db);
    await sql`update platform_events set xid = '1'`.execute(db);
    services.log.warn('bus.log_of_another_server_adopted');
  });
}

/** Delivers batches until the subscriber has caught up; a failure is counted, logged, and tried again later. */
async function deliverAll(services: Services, subscription: Subscription): Promise<Delivered> {
  for (let count = 0; ;) {
    try {
      const delivered = await deliverBatch(services, subscription);
      count += delivered.count;
      if (delivered.count < batchSize) return { ...delivered, count };
    } catch (error) {
      services.log.error('bus.reaction_failed', { subscription: subscription.name, error });
      await sql`update platform_subscriptions set failures = failures + 1 where name = ${subscription.name}`
        .execute(services.database.db)
        .catch(() => {});
      return nothing;
    }
  }
}

async function deliverBatch(services: Services, subscription: Subscription): Promise<Delivered> {
  const ctx = createContext(services, {
    actor: { kind: 'system', name: subscription.name },
    requestId: `bus:${subscription.name}`,
    locale: 'zh-CN',
    publicUrl: services.config.publicUrl ?? '',
  });
  return inTransaction(ctx, async (inner): Promise<Delivered> => {
    const cursor = await lockCursor(inner, subscription.name);
    if (!cursor) return nothing;
    const { horizon } = cursor;
    const found = await readAfter(inner, subscription, cursor);
    // In the order of transactions, so what may be delivered stands before what has to wait.
    const events = found.filter(({ isSettled }) => isSettled);
    if (events.length > 0) {
      await subscription.handle(inner, events);
      await moveCursor(inner, subscription.name, events.at(-1)!);
    } else if (Number(horizon) - Number(cursor.xid) > 1000) {
      // Nothing for this subscriber up to the horizon: skip ahead now and then, or every look would read further back.
      await moveCursor(inner, subscription.name, { xid: horizon, id: 0 });
    }
    return { count: events.length, isWaiting: events.length < found.length };
  });
}

/** A place in the log; xid8 does not fit a JavaScript number for ever, so it stays text. */
interface Cursor {
  xid: string;
  id: number;
}

type Ctx = Parameters<Subscription['handle']>[0];

/** Every transaction below the horizon has ended, so what they wrote is all visible from now on. */
async function lockCursor(ctx: Ctx, name: string): Promise<(Cursor & { horizon: string }) | undefined> {
  // Another node that delivers to this subscriber holds the row; it will do the work.
  const { rows } = await sql<Cursor & { horizon: string }>`${prepared}
    select xid::text, id, pg_snapshot_xmin(pg_current_snapshot())::text as horizon
    from platform_subscriptions where name = ${name} for update skip locked`.execute(ctx.db);
  return rows[0];
}

type Found = Happened<unknown> & Cursor & { isSettled: boolean };

async function readAfter(
  ctx: Ctx,
  subscription: Subscription,
  { xid, id, horizon }: Cursor & { horizon: string },
): Promise<Found[]> {
  const { rows } = await sql<Found>`${prepared}
    select id, xid::text, name, community_id as "communityId", at, payload, xid < ${horizon}::xid8 as "isSettled"
    from platform_events
    where (xid, id) > (${xid}::xid8, ${id}) and name = any(${namesOf(subscription)}::text[])
    order by platform_events.xid, id limit ${batchSize}`.execute(ctx.db);
  return rows;
}

async function moveCursor(ctx: Ctx, name: string, to: Cursor): Promise<void> {
  await ctx.writeLast(sql`${prepared}
    update platform_subscriptions set xid = ${to.xid}::xid8, id = ${to.id}, failures = 0, moved_at = now()
    where name = ${name}`);
}

function namesOf(subscription: Subscription): string[] {
  return subscription.events.map((event) => event.name);
}

/** Deletes events older than 90 days that every subscriber has passed; called every night. */
export async function forgetOldEvents(ctx: Ctx): Promise<void> {
  await sql`
    delete from platform_events
    where at < ${ctx.now()}::timestamptz - interval '90 days'
      and (xid, id) <= (select xid, id from platform_subscriptions order by xid, id limit 1)`.execute(ctx.db);
}
