import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { EnqueueOptions } from './job.ts';

/** A job that waits for the end of its transaction. */
export interface PendingJob extends EnqueueOptions {
  name: string;
  payload: unknown;
  maxAttempts?: number | undefined;
}

/** Adds jobs to graphile-worker's queue inside the caller's transaction. */
export async function addJobs(db: Db, jobs: readonly PendingJob[]): Promise<void> {
  for (const job of jobs) {
    await sql`
      select graphile_worker.add_job(
        identifier => ${job.name}::text, payload => ${JSON.stringify(job.payload)}::json,
        queue_name => ${job.queue ?? null}::text, run_at => ${job.runAt ?? null}::timestamptz,
        max_attempts => ${job.maxAttempts ?? null}::int, job_key => ${job.key ?? null}::text)`.execute(db);
  }
}
