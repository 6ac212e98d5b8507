import { z } from 'zod';
import { forgetOldEvents } from './bus/deliverer.ts';
import { inTransaction } from './context.ts';
import { platformErrors } from './errors.ts';
import { forgetOldKeys } from './http/idempotency.ts';
import { defineJob } from './jobs/job.ts';
import { forgetOldMails, sendMailJob } from './mail/queue.ts';
import { defineModule } from './module.ts';

/** Nightly: events, idempotency keys and what is left of mails past their time are deleted. */
const tidyUp = defineJob({
  name: 'platform.tidy_up',
  payload: z.object({}),
  cron: '40 19 * * *',
  run: (ctx) =>
    inTransaction(ctx, async (inner) => {
      await forgetOldEvents(inner);
      await forgetOldKeys(inner);
      await forgetOldMails(inner);
    }),
});

/** What the platform itself contributes. */
export const platformModule = defineModule({ name: 'platform', jobs: [tidyUp, sendMailJob], errors: platformErrors });
