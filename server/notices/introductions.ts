/** Telling somebody that they are asked for an introduction, or that both have agreed; nothing of who or why stands in the push. */
import { z } from 'zod';
import { getZone } from '../communities/index.ts';
import { findGroupById } from '../groups/index.ts';
import { introductionMoved } from '../introductions/index.ts';
import { listPeopleByIds, listPersonsOf } from '../people/index.ts';
import { subscribe } from '../platform/bus/event.ts';
import { inTransaction } from '../platform/context.ts';
import { defineJob, type Job } from '../platform/jobs/job.ts';
import { quietUntil, usualQuiet } from '../platform/quiet.ts';
import { selectLevels, selectQuiet } from './store.ts';
import { deliver } from './tell.ts';

const told = z.object({ communityId: z.uuid(), identityId: z.uuid(), what: z.enum(['asked', 'agreed']) });

/** Pushes to one member, after their quiet hours; not at all where they want to hear of nothing. */
export const tellIntroduction: Job<z.infer<typeof told>> = defineJob({
  name: 'notices.tell_introduction',
  payload: told,
  run: async (ctx, { communityId, identityId, what }) => {
    const quiet = (await selectQuiet(ctx, communityId, [identityId])).get(identityId) ?? usualQuiet;
    const until = quietUntil(quiet, await getZone(ctx, communityId), ctx.now());
    if (until) {
      const key = `notices:introduction:${identityId}:${what}`;
      const later = { runAt: until, key };
      return inTransaction(ctx, async (inner) =>
        inner.enqueue(tellIntroduction, { communityId, identityId, what }, later),
      );
    }
    const [person] = await listPersonsOf(ctx, communityId, [identityId]);
    const [line] = person ? await listPeopleByIds(ctx, communityId, [person.personId]) : [];
    for (const { groupId } of line?.stays ?? []) {
      const level = (await selectLevels(ctx, { communityId, groupId }, { identityIds: [identityId] })).get(identityId);
      const group = level === 'none' ? undefined : await findGroupById(ctx, groupId);
      if (!group) continue;
      const write = (t: Parameters<Parameters<typeof deliver>[2]['write']>[0]) =>
        t(`notices:push.introduction_${what}`);
      await deliver(ctx, group, { identityIds: [identityId], write, messageId: null, page: 'meet' });
      return;
    }
  },
});

/** Hears of introductions and queues one job for each who is to know. */
export const hearIntroductions = subscribe('notices.hear_introductions', introductionMoved, async (ctx, events) => {
  for (const { communityId, payload } of events)
    for (const identityId of payload.identityIds)
      ctx.enqueue(tellIntroduction, { communityId: communityId!, identityId, what: payload.what });
});
