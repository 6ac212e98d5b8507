import { sql } from 'kysely';
import type { Statement } from '../db/transaction.ts';
import type { EnqueueOptions } from './job.ts';

/** A job that waits for the end of its transaction. */
export interface PendingJob extends EnqueueOptions {
  name: string;
  payload: unknown;
  maxAttempts?: number | undefined;
}

/** The statements that add jobs to graphile-worker's queue. */
export function addJobs(jobs: readonly PendingJob[]): Statement[] {
  return jobs.map(
    (job) => sql`
      select graphile_worker.add_job(
        identifier => ${job.name}::text, payload => ${JSON.stringify(job.payload)}::json,
        queue_name => ${job.queue ?? null}::text, run_at => ${job.runAt ?? null}::timestamptz,
        max_attempts => ${job.maxAttempts ?? null}::int, job_key => ${job.key ?? null}::text)`,
  );
}
