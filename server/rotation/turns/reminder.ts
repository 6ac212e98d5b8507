import { z } from 'zod';
import { shiftDay } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { selectEnding } from '../store.ts';
import { askToHandOver, noticeDays } from './turn.ts';

/** Every hour: who leads a group and whose turn ends soon is asked to hand over. */
export const remindLeaders = defineJob({
  name: 'rotation.remind_leaders',
  payload: z.object({}),
  cron: '7 * * * *',
  run: async (ctx) => {
    // A day more: somewhere it is tomorrow already.
    const before = shiftDay(ctx.now().toISOString().slice(0, 10), noticeDays + 1);
    for (const communityId of await selectEnding(ctx, before))
      await inTransaction(ctx, (inner) => askToHandOver(inner, communityId));
  },
});
