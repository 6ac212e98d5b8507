/** Gifts at a message: thanks for what somebody said in a group, and what stands under the messages of a page. */
import { listMessages } from '../messages/index.ts';
import { currentMembership } from '../people/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { pointsErrors } from './errors.ts';
import { givePoints } from './gift.ts';
import { getPointsSettings } from './settings.ts';
import { selectGiftsAtMessages, type Gift, type MessageGifts } from './store/gift.ts';

/** What is given for a message; the id is the giver's, so a repeat gives once. */
export interface MessageWish {
  id: string;
  messageId: string;
  amount: number;
  note: string;
}

/** Gives points to whoever wrote a message of a group that the giver is in. */
export async function giveAtMessage(ctx: Ctx, groupId: string, wish: MessageWish): Promise<Gift> {
  const { communityId, identityId: fromId } = await currentMembership(ctx, groupId);
  return inTransaction(ctx, async (inner) => {
    const [message] = await listMessages(inner, { communityId, groupId }, [wish.messageId]);
    if (!message || message.recalledAt) throw pointsErrors.message_gone();
    return givePoints(inner, communityId, { ...wish, fromId, toId: message.authorId });
  });
}

/** Whether points may be given here, and what was given for some messages of the group. */
export async function listGiftsAtMessages(
  ctx: Ctx,
  groupId: string,
  messageIds: readonly string[],
): Promise<{ on: boolean; items: MessageGifts[] }> {
  const { communityId, identityId: fromId } = await currentMembership(ctx, groupId);
  const { gifts } = await getPointsSettings(ctx, communityId);
  if (!gifts.on) return { on: false, items: [] };
  const shown = (await listMessages(ctx, { communityId, groupId }, messageIds)).filter((one) => !one.recalledAt);
  const toIds = [...new Set(shown.map(({ authorId }) => authorId))];
  const of = { toIds, messageIds: shown.map(({ id }) => id), fromId };
  return { on: true, items: await selectGiftsAtMessages(ctx, communityId, of) };
}
