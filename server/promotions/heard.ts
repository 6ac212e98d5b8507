/**
 * Hearing what was said: answers to promotions, promotions of members and of hosts by their own name. Messages are read only where there is
 * something to find: a promotion of the last week, or a community that looks at members' promotions.
 */
import { getZone } from '../communities/index.ts';
import { listMessages, messagesReceived, type MessageFacts } from '../messages/index.ts';
import { listIdentities, listMemberships } from '../people/index.ts';
import { subscribe } from '../platform/bus/event.ts';
import { localDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { listLessons } from './lessons.ts';
import { recognise } from './recognition.ts';
import { getPromotionsSettings } from './settings.ts';
import { insertPromotions, insertReplies, selectRecent, type Place, type Promotion } from './store/promotions.ts';

const answeredWithin = 7 * 86_400_000;

/** Notes answers to promotions and promotions that did not come through the official voice. */
export const hearTalk = subscribe('promotions.hear_talk', messagesReceived, async (ctx, events) => {
  const live = events.filter(({ communityId, payload }) => communityId !== null && payload.origin === 'live');
  for (const [communityId, some] of Map.groupBy(live, (event) => event.communityId!)) {
    const byGroup = Map.groupBy(some, ({ payload }) => payload.groupId);
    const { guard, members } = await getPromotionsSettings(ctx, communityId);
    if (guard === 'off') continue;
    const since = new Date(ctx.now().getTime() - answeredWithin);
    const recent = await selectRecent(ctx, { communityId, groupIds: [...byGroup.keys()], since });
    const byPlace = Map.groupBy(recent, ({ groupId }) => groupId);
    for (const [groupId, ours] of byGroup) {
      const promoted = new Map(byPlace.get(groupId)?.map((one) => [one.messageId, one.id]));
      if (promoted.size === 0 && members.guard === 'off') continue;
      const place = { communityId, groupId };
      const ids = ours.flatMap(({ payload }) => payload.messageIds);
      const heard = (await listMessages(ctx, place, ids)).filter(({ recalledAt }) => recalledAt === null);
      await noteReplies(ctx, place, { heard, promoted });
      if (members.guard === 'on') await noteOthers(ctx, place, heard);
    }
  }
});

async function noteReplies(
  ctx: Ctx,
  { communityId }: Place,
  { heard, promoted }: { heard: readonly MessageFacts[]; promoted: ReadonlyMap<string, string> },
): Promise<void> {
  const replies = heard.flatMap(({ id: messageId, replyTo, operatorId }) => {
    const promotionId = replyTo === null || operatorId !== null ? undefined : promoted.get(replyTo);
    return promotionId === undefined ? [] : [{ promotionId, messageId }];
  });
  await insertReplies(ctx, communityId, replies);
}

/** What the official voice says was looked at by the gate. */
async function noteOthers(ctx: Ctx, place: Place, heard: readonly MessageFacts[]): Promise<void> {
  const { communityId } = place;
  const { signs: list } = await getPromotionsSettings(ctx, communityId);
  const lessons = await listLessons(ctx, communityId);
  const found = heard.flatMap((message) => {
    if (message.operatorId !== null) return [];
    const isAnswer = message.replyTo !== null;
    const known = recognise(message.text, { label: null, isAnswer, list, lessons });
    return known.promotion ? [{ message, known }] : [];
  });
  if (found.length === 0) return;
  const identityIds = [...new Set(found.map(({ message }) => message.authorId))];
  const members = new Set(
    (await listIdentities(ctx, communityId, identityIds)).filter(({ kind }) => kind === 'member').map(({ id }) => id),
  );
  const roles = new Map(
    (await listMemberships(ctx, { ...place, identityIds })).map((one) => [one.identityId, one.role]),
  );
  const zone = await getZone(ctx, communityId);
  const promotions = found.flatMap(({ message, known }): Omit<Promotion, 'dismissedAt'>[] => {
    const { id: messageId, authorId: identityId, at, replyTo } = message;
    if (!members.has(identityId)) return [];
    return [
      {
        ...place,
        id: newId(ctx.now()),
        messageId,
        clientId: null,
        voice: (roles.get(identityId) ?? 'member') === 'member' ? 'member' : 'host',
        identityId,
        at,
        day: localDay(at, zone),
        knownBy: known.knownBy,
        signs: known.signs,
        isAnswer: replyTo !== null,
        saidBy: `identity:${identityId}`,
        overruled: null,
        insisted: null,
      },
    ];
  });
  await insertPromotions(ctx, promotions);
}
