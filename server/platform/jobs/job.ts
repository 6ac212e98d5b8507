import type { z } from 'zod';
import type { Ctx } from '../context.ts';

/** Work for later, kept in the database; named in the imperative `module.verb_noun`. Runs at least once: be idempotent. */
export interface Job<Payload> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** Runs outside any transaction; opens its own with `inTransaction`. */
  readonly run: (ctx: Ctx, payload: Payload) => Promise<void>;
  /** Crontab pattern in UTC (`30 3 * * *`), for jobs whose payload may be `{}`. */
  readonly cron?: string;
  readonly maxAttempts?: number;
  /**
   * Runs in a process of its own, which is started for it and ends with it: for rare work that needs much memory, which Node would
   * never give back. It shares nothing with the server but the database; caches and live sockets are the server's.
   */
  readonly apart?: boolean;
}

/** A job of any payload, for lists of jobs. */
export type AnyJob = Omit<Job<unknown>, 'run'> & { readonly run: (ctx: Ctx, payload: never) => Promise<void> };

/** When and how a job is put into the queue. */
export interface EnqueueOptions {
  runAt?: Date;
  /** A job with the same key that has not started is replaced. Hot keys serialise transactions: keep them off hot paths. */
  key?: string;
  /** Jobs of one queue run one after another. */
  queue?: string;
}

/** Declares a job. */
export function defineJob<Payload>(job: Job<Payload>): Job<Payload> {
  return job;
}
