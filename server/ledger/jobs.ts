import { z } from 'zod';
import { defineJob } from '../platform/jobs/job.ts';
import { reconcileAll } from './reconciliation.ts';

/** Nightly, while most communities sleep: proves the books of every community. */
export const reconcileJob = defineJob({
  name: 'ledger.reconcile',
  payload: z.object({}),
  cron: '10 19 * * *',
  run: (ctx) => reconcileAll(ctx),
});
