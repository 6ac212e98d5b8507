import { subscribe } from '../platform/bus/event.ts';
import { userMay } from '../platform/auth/grants.ts';
import { memberRemoved, roleChanged, workHandedOver } from '../team/index.ts';
import { moveQuestionsOf, releaseQuestionsOf } from './question.ts';
import { deleteReads } from './store/inbox.ts';

/** Whoever leaves the team gives their questions back to all; how far they had read is forgotten. */
export const releaseLeavers = subscribe('desk.release_leavers', memberRemoved, async (ctx, events) => {
  for (const { communityId, payload } of events) {
    await releaseQuestionsOf(ctx, communityId!, payload.userId);
    await deleteReads(ctx, communityId!, payload.userId);
  }
});

/** Whoever may only look on from now gives their questions back, too. */
export const releaseOnlookers = subscribe('desk.release_onlookers', roleChanged, async (ctx, events) => {
  for (const { communityId, payload } of events) {
    if (!(await userMay(ctx, { userId: payload.userId, communityId: communityId! }, 'desk.work')))
      await releaseQuestionsOf(ctx, communityId!, payload.userId);
  }
});

/** Work that is handed over takes the questions along. */
export const followHandOver = subscribe('desk.follow_hand_over', workHandedOver, async (ctx, events) => {
  for (const { communityId, payload } of events)
    await moveQuestionsOf(ctx, communityId!, { from: payload.userId, to: payload.toId });
});
