/** Entry of a process that does one job for a server and ends; see platform/jobs/apart.ts. */
import { createApp } from './app.ts';
import { createProcessLog } from './main.ts';
import type { ApartAnswer, ApartTask } from './platform/jobs/apart.ts';

async function runTask({ job, payload, config, connection }: ApartTask): Promise<void> {
  const app = await createApp({ config, connection, log: createProcessLog(config.logLevel), background: false });
  try {
    await app.jobs.runHere(job, payload);
  } finally {
    await app.close();
  }
}

async function answer(task: ApartTask): Promise<ApartAnswer> {
  try {
    await runTask(task);
    return { ok: true, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) };
  } catch (error) {
    createProcessLog(task.config.logLevel).error('jobs.apart_failed', { job: task.job, error });
    return { ok: false, error: `${task.job} has failed in a process of its own` };
  }
}

async function serve(task: ApartTask): Promise<void> {
  const done = await answer(task);
  process.send!(done, () => process.exit(0));
}

// Whoever asked for it is gone: another one will be asked for, and two would be too many.
process.once('disconnect', () => process.exit(1));
process.once('message', (task) => void serve(task as ApartTask));
