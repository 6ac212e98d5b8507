/**
 * Jobs in processes of their own. What such a process needs to know it is told over the channel to its parent, never in its arguments,
 * which everybody on the machine may read; when the channel breaks, the process ends.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type { TaskList } from 'graphile-worker';
import type { Config } from '../config.ts';
import type { Services } from '../context.ts';
import type { Connection } from '../db/database.ts';
import type { AnyJob } from './job.ts';

/** What the process is told. */
export interface ApartTask {
  job: string;
  payload: unknown;
  config: Config;
  connection: Connection;
}

/** What it answers before it ends; without an answer it has died. */
export type ApartAnswer = { ok: true; peakMb: number } | { ok: false; error: string };

/** Starts such processes, and ends them with the server. */
export interface Apart {
  /** The tasks of those jobs that want a process of their own. */
  taskList(jobs: readonly AnyJob[]): TaskList;
  /** Ends what runs; those jobs count as failed and are tried again when the server is back. */
  stop(): void;
}

/** Beside app.ts: the platform knows no modules, the process needs all of them. */
const entry = fileURLToPath(new URL('../../apart.ts', import.meta.url));

/** A job seldom waits for more than a few groups at once, and the server needs the others. */
const mostConnections = 6;

/** Makes the starter of this process. */
export function createApart(services: Services): Apart {
  const children = new Set<ChildProcess>();
  let stopped = false;
  const run = async (job: string, payload: unknown): Promise<void> => {
    if (stopped) throw new Error(`${job} was not begun: the server is stopping`);
    const begun = performance.now();
    const child = fork(entry, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: childArguments });
    children.add(child);
    try {
      const answer = await tell(child, makeTask(services, job, payload));
      if (answer === undefined) throw new Error(`the process of ${job} has died`);
      if (!answer.ok) throw new Error(answer.error);
      const seconds = Math.round((performance.now() - begun) / 1000);
      services.log.info('jobs.apart_ended', { job, seconds, peakMb: answer.peakMb });
    } finally {
      children.delete(child);
    }
  };
  return {
    taskList: (jobs) =>
      Object.fromEntries(
        jobs.filter((job) => job.apart).map((job) => [job.name, (payload: unknown) => run(job.name, payload)]),
      ),
    stop: () => {
      stopped = true;
      for (const child of children) child.kill('SIGTERM');
    },
  };
}

/** Not the ones of this process: a test runner's would make the child a test. */
const childArguments = ['--disable-warning=ExperimentalWarning'];

function makeTask({ config, database }: Services, job: string, payload: unknown): ApartTask {
  const databaseConnections = Math.min(config.databaseConnections, mostConnections);
  return { job, payload, config: { ...config, databaseConnections }, connection: database.connection };
}

/** Sends the task and waits for the end of the process; its answer, when it gave one. */
async function tell(child: ChildProcess, task: ApartTask): Promise<ApartAnswer | undefined> {
  return new Promise((resolve, reject) => {
    let answer: ApartAnswer | undefined;
    child.on('message', (message) => (answer = message as ApartAnswer));
    child.once('error', reject);
    child.once('exit', () => resolve(answer));
    // When this fails the process ends by itself, and that is heard.
    child.send(task, () => {});
  });
}
