/** Jobs that wait: they belong to a backup like the rows whose consequences they are. */
import type pg from 'pg';

/** A waiting job. */
export interface WaitingJob {
  task: string;
  payload: unknown;
  queue: string | null;
  runAt: string;
  maxAttempts: number;
  key: string | null;
  priority: number;
}

/** All waiting jobs, oldest first; also those that are running, because they may not end. */
export async function readJobs(client: pg.ClientBase): Promise<WaitingJob[]> {
  const { rows: schema } = await client.query(`select from pg_namespace where nspname = 'graphile_worker'`);
  if (schema.length === 0) return [];
  const { rows } = await client.query<WaitingJob>(`
    select t.identifier as task, j.payload, q.queue_name as queue, to_json(j.run_at) as "runAt", j.max_attempts as "maxAttempts",
      j.key, j.priority
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
    where j.attempts < j.max_attempts order by j.id`);
  return rows;
}

/** Queues jobs again, with all their attempts. */
export async function addJobs(client: pg.ClientBase, jobs: readonly WaitingJob[]): Promise<void> {
  for (const job of jobs) {
    await client.query(
      `select graphile_worker.add_job($1, payload := $2::json, queue_name := $3, run_at := $4::timestamptz,
         max_attempts := $5::int, job_key := $6, priority := $7::int)`,
      [job.task, JSON.stringify(job.payload), job.queue, job.runAt, job.maxAttempts, job.key, job.priority],
    );
  }
}
