import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database, Db } from './db/database.ts';
import { isRetryable } from './db/database.ts';
import type { RawBuilder } from 'kysely';
import type { Statement } from './db/transaction.ts';
import type { EventKind } from './bus/event.ts';
import { appendEvents, type PendingEvent } from './bus/log.ts';
import type { EnqueueOptions, Job } from './jobs/job.ts';
import { addJobs, type PendingJob } from './jobs/queue.ts';
import type { Translate, Locale, I18n } from './i18n.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { SlotReader } from './slots.ts';
import type { Actor } from './auth/actor.ts';
import type { Permissions } from './auth/permissions.ts';
import type { LiveHub } from './live/hub.ts';
import type { SecretBox } from './auth/secret-box.ts';

/** What the whole process shares; made once in `createApp`. */
export interface Services {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly database: Database;
  readonly i18n: I18n;
  readonly slots: SlotReader;
  readonly permissions: Permissions;
  readonly live: LiveHub;
  readonly secrets: SecretBox;
  /** Tells the deliverer which kinds of events are new; called after commit. */
  readonly wakeBus: (names: readonly string[]) => void;
}

/** First argument of every use case: the transaction, the clock, who acts, and the ways to tell others. */
export interface Ctx {
  readonly services: Services;
  /** The pool, or the transaction that this use case runs in; there statements started together are sent together. */
  readonly db: Db;
  readonly actor: Actor;
  readonly requestId: string;
  readonly locale: Locale;
  readonly log: Log;
  readonly t: Translate;
  readonly slots: SlotReader;
  /** The address that people use, without a trailing slash; from PUBLIC_URL, else from the request, else from the machine. */
  readonly publicUrl: string;
  now(): Date;
  /** Appends an event to the log in this transaction; subscribers hear of it after commit. */
  emit<Payload>(event: EventKind<Payload>, communityId: string | null, payload: Payload): void;
  /** Queues a job in this transaction. */
  enqueue<Payload>(job: Job<Payload>, payload: Payload, options?: EnqueueOptions): void;
  /**
   * Writes something whose answer nobody needs in this transaction: it is sent with the events and the commit. Outside of a transaction
   * it is written at once. The rows of its answer can be read once it has committed, not before.
   */
  writeLast<Row>(statement: RawBuilder<Row>): Promise<() => readonly Row[]>;
  /** Runs after this transaction has committed (never when it is rolled back); at once when there is none. Must not throw. */
  afterCommit(action: () => void): void;
  /** The value of `make` once for each key and request, e.g. the membership that the access check has already read. */
  memo<Value>(key: string, make: () => Promise<Value>): Promise<Value>;
}

/** Who calls, in which language, under which request id. */
export interface Caller {
  actor: Actor;
  requestId: string;
  locale: Locale;
  publicUrl: string;
  log?: Log;
}

interface Outbox {
  writes: LastWrite[];
  events: PendingEvent[];
  jobs: PendingJob[];
  after: (() => void)[];
}

interface LastWrite {
  statement: Statement;
  /** Its answer, once the transaction has committed. */
  rows: readonly unknown[] | null;
}

/** Makes a context on the pool. `emit` and `enqueue` are refused there: they belong to a transaction. */
export function createContext(services: Services, caller: Caller): Ctx {
  return makeContext(services, caller, { db: services.database.db, outbox: null, memos: new Map() });
}

interface Scope {
  db: Db;
  outbox: Outbox | null;
  memos: Map<string, Promise<unknown>>;
}

const scopes = new WeakMap<Ctx, { caller: Caller; scope: Scope }>();

function makeContext(services: Services, caller: Caller, scope: Scope): Ctx {
  const { outbox } = scope;
  const inside = (what: string): Outbox => {
    if (!outbox) throw new Error(`${what} needs a transaction: wrap the use case in inTransaction(ctx, …)`);
    return outbox;
  };
  const ctx: Ctx = {
    services,
    db: scope.db,
    actor: caller.actor,
    requestId: caller.requestId,
    locale: caller.locale,
    log: caller.log ?? services.log.with({ request: caller.requestId }),
    t: services.i18n.translator(caller.locale),
    slots: services.slots,
    publicUrl: caller.publicUrl,
    now: () => services.clock.now(),
    emit: (event, communityId, payload) =>
      void inside('emit').events.push({ name: event.name, communityId, payload: event.payload.parse(payload) }),
    enqueue: (job, payload, options = {}) =>
      void inside('enqueue').jobs.push({ name: job.name, payload, maxAttempts: job.maxAttempts, ...options }),
    writeLast: async <Row>(statement: RawBuilder<Row>) => {
      const write: LastWrite = { statement, rows: null };
      if (outbox) outbox.writes.push(write);
      else write.rows = (await statement.execute(scope.db)).rows;
      return () => {
        if (!write.rows) throw new Error('what is written last has no answer before the transaction has committed');
        return write.rows as Row[];
      };
    },
    afterCommit: (action) => (outbox ? void outbox.after.push(action) : action()),
    memo: <Value>(key: string, make: () => Promise<Value>) => {
      const found = scope.memos.get(key) as Promise<Value> | undefined;
      const value = found ?? make();
      if (!found) scope.memos.set(key, value);
      return value;
    },
  };
  scopes.set(ctx, { caller, scope });
  return ctx;
}

/**
 * Runs `work` in a transaction (in the caller's, when there is one). Its events and jobs are written with it; after
 * commit the bus is woken and `afterCommit` actions run. Serialization failures and deadlocks are tried again, so
 * `work` must have no effects outside the database.
 */
export async function inTransaction<Result>(ctx: Ctx, work: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  const { caller, scope } = scopeOf(ctx);
  if (scope.outbox) return work(ctx);
  for (let attempt = 1; ; attempt++) {
    const outbox: Outbox = { writes: [], events: [], jobs: [], after: [] };
    const transaction = await ctx.services.database.open();
    try {
      const inner = makeContext(ctx.services, caller, { db: transaction.db, outbox, memos: scope.memos });
      const result = await work(inner);
      const answers = await transaction.commit(statementsOf(ctx, outbox));
      for (const [at, write] of outbox.writes.entries()) write.rows = answers[at]!;
      if (outbox.events.length > 0) ctx.services.wakeBus(outbox.events.map(({ name }) => name));
      for (const action of outbox.after) runAfterCommit(ctx, action);
      return result;
    } catch (error) {
      await transaction.rollback();
      if (attempt >= 4 || !isRetryable(error)) throw error;
      scope.memos.clear();
    }
  }
}

/** What is written last: nobody waits for its answers but the commit. */
function statementsOf(ctx: Ctx, { writes, events, jobs }: Outbox): Statement[] {
  const first = writes.map(({ statement }) => statement);
  return [...first, ...(events.length > 0 ? [appendEvents(events, ctx.now())] : []), ...addJobs(jobs)];
}

/** The same transaction and outbox under another actor, e.g. the system acting on a member's request. */
export function actAs(ctx: Ctx, actor: Actor): Ctx {
  const { caller, scope } = scopeOf(ctx);
  return makeContext(ctx.services, { ...caller, actor }, { ...scope, memos: new Map() });
}

/** Whether `ctx` is inside a transaction. */
export function isInTransaction(ctx: Ctx): boolean {
  return scopeOf(ctx).scope.outbox !== null;
}

function scopeOf(ctx: Ctx): { caller: Caller; scope: Scope } {
  const found = scopes.get(ctx);
  if (!found) throw new Error('not a context made by createContext');
  return found;
}

function runAfterCommit(ctx: Ctx, action: () => void): void {
  try {
    action();
  } catch (error) {
    ctx.log.error('platform.after_commit_failed', { error });
  }
}
