import { parseCronItems, run, runMigrations, runOnce, type Logger as WorkerLogger, type Runner } from 'graphile-worker';
import { Logger } from 'graphile-worker';
import type pg from 'pg';
import { createContext, type Services } from '../context.ts';
import type { Log } from '../log.ts';
import { newSecret } from '../ids.ts';
import { createApart } from './apart.ts';
import type { AnyJob } from './job.ts';

/** The worker of this process. */
export interface JobRunner {
  /** Runs everything that is due in this process, then returns; for tests. */
  runDue(): Promise<void>;
  /** Runs one job here and now. */
  runHere(name: string, payload: unknown): Promise<void>;
  stop(): Promise<void>;
}

/** Makes or updates graphile-worker's own tables. */
export async function migrateJobs(pool: pg.Pool, log: Log): Promise<void> {
  await runMigrations({ pgPool: pool, logger: workerLogger(log) });
}

/** Starts the worker; with `background: false` nothing runs until `runDue` is called. */
export async function startJobs(options: {
  services: Services;
  jobs: readonly AnyJob[];
  background: boolean;
}): Promise<JobRunner> {
  const { services, jobs } = options;
  const { pool } = services.database;
  const here = toTaskList(services, jobs);
  const apart = createApart(services);
  const logger = workerLogger(services.log);
  // Not a crontab text: that form refuses the dots of our job names.
  const parsedCronItems = parseCronItems(
    jobs.flatMap((job) =>
      job.cron === undefined ? [] : [{ task: job.name, match: job.cron, payload: {}, options: { maxAttempts: 3 } }],
    ),
  );
  let runner: Runner | null = null;
  if (options.background) {
    runner = await run({
      pgPool: pool,
      taskList: { ...here, ...apart.taskList(jobs) },
      logger,
      concurrency: 4,
      pollInterval: 2000,
      noHandleSignals: true,
      parsedCronItems,
    });
    // Its promise rejects when the worker gives up (database gone for good); the supervisor of the process decides.
    runner.promise.catch((error: unknown) => services.log.error('jobs.worker_stopped', { error }));
  }
  return {
    runDue: async () => {
      // One round may leave jobs of a named queue behind: a queue is freed a moment after its job has ended, and nobody waits for that.
      do await runOnce({ pgPool: pool, taskList: here, logger, noHandleSignals: true, concurrency: 1 });
      while (await isSomethingDue(pool, Object.keys(here)));
    },
    runHere: async (name, payload) => here[name]!(payload),
    stop: async () => {
      apart.stop();
      await runner?.stop();
    },
  };
}

async function isSomethingDue(pool: pg.Pool, names: readonly string[]): Promise<boolean> {
  const { rows } = await pool.query<{ isDue: boolean }>({
    text: `select exists (select from graphile_worker.jobs where task_identifier = any($1) and run_at <= now()
      and locked_at is null and attempts < max_attempts) as "isDue"`,
    values: [names],
  });
  return rows[0]!.isDue;
}

function toTaskList(services: Services, jobs: readonly AnyJob[]): Record<string, (payload: unknown) => Promise<void>> {
  const names = jobs.map((job) => job.name);
  if (new Set(names).size < names.length) throw new Error(`job named twice: ${names.join(', ')}`);
  return Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (payload: unknown) => {
        const ctx = createContext(services, {
          actor: { kind: 'system', name: job.name },
          requestId: `job:${newSecret(9)}`,
          locale: 'zh-CN',
          publicUrl: services.config.publicUrl ?? '',
        });
        const { _cron, ...rest } = payload as Record<string, unknown>;
        await job.run(ctx, job.payload.parse(rest) as never);
      },
    ]),
  );
}

function workerLogger(log: Log): WorkerLogger {
  return new Logger(() => (level, message, meta) => {
    // graphile-worker's own lines can hold payloads, and quote errors, which quote values; the kind of trouble is enough.
    if (level === 'error')
      log.error('jobs.worker', {
        message: message.replace(/ with error .*$/s, '').slice(0, 200),
        error: (meta as { error?: unknown })?.error,
      });
    else if (level === 'warning') log.warn('jobs.worker', { message: message.slice(0, 200) });
  });
}
