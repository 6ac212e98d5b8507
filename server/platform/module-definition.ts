import { z } from 'zod';
import { forgetOldEvents } from './bus/deliverer.ts';
import { inTransaction } from './context.ts';
import { platformErrors } from './errors.ts';
import { forgetOldKeys } from './http/idempotency.ts';
import { defineJob } from './jobs/job.ts';
import { defineModule } from './module.ts';

/** Nightly: events and idempotency keys past their time are deleted. */
const tidyUp = defineJob({
  name: 'platform.tidy_up',
  payload: z.object({}),
  cron: '40 19 * * *',
  run: (ctx) =>
    inTransaction(ctx, async (inner) => {
      await forgetOldEvents(inner);
      await forgetOldKeys(inner);
    }),
});

/** What the platform itself contributes. */
export const platformModule = defineModule({ name: 'platform', jobs: [tidyUp], errors: platformErrors });
