import { messagePinned } from '../messages/index.ts';
import { findMembership } from '../people/index.ts';
import { subscribe } from '../platform/bus/event.ts';
import { awardPoints } from './award.ts';
import type { EarningKind } from './slots.ts';

/** Words of a member that the team or a steward has pinned for everybody; by the same steward once a day. */
export const highlightEarning: EarningKind = {
  key: 'points.highlight',
  label: 'points:earning.highlight',
  sentence: 'points:earning.highlight_sentence',
  amount: 5,
  perDay: 10,
  on: false,
  pairPerDay: 1,
};

/** Pays the author, once for a message; nobody is paid for what they pinned themselves, nor are hosts. */
export const payHighlights = subscribe('points.pay_highlights', messagePinned, async (ctx, events) => {
  for (const { communityId, payload } of events) {
    const { groupId, messageId, authorId, byId } = payload;
    const stay = await findMembership(ctx, { communityId: communityId!, groupId, identityId: authorId });
    if (stay?.role !== 'member' || authorId === byId) continue;
    const award = {
      kind: highlightEarning.key,
      key: `points.highlight:${messageId}`,
      entryKind: 'points.highlight_rewarded',
      identityId: authorId,
      memo: ctx.t('points:memo.highlight'),
    };
    await awardPoints(ctx, communityId!, [byId === null ? award : { ...award, otherId: byId }]);
  }
});
