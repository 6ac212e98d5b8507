/** The gate of promotions on the road out: what is one takes a place of the group's budget, or waits and says why and until when. */
import type { PostVerdict, SendAttempt, SendGate } from '../messages/index.ts';
import { checkPermission } from '../platform/auth/grants.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { localDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import type { Hold } from './guard.ts';
import { showPromotions } from './frame.ts';
import { errorOfHold } from './hold-words.ts';
import { promotionsErrors } from './errors.ts';
import { recognise, type Recognition } from './recognition.ts';
import { getPromotionsSettings } from './settings.ts';
import { judgeWish, readStanding } from './standing.ts';
import { listLessons } from './lessons.ts';
import { insertPromotions, lockGroup, wasSaid, type Place } from './store/promotions.ts';

const ok: PostVerdict = { ok: true };

/** What was let through as a promotion, until it is recorded. */
const admitted = new WeakMap<SendAttempt, { known: Promotional; overruled: Hold | null }>();

type Promotional = Extract<Recognition, { promotion: true }>;

/** Holds promotions beyond the budget, outside the hours, too soon after the last, below the credit floor. */
export const promotionGate: SendGate = {
  name: 'promotions.guard',
  consider: async (ctx, attempt) => {
    const { guard } = await getPromotionsSettings(ctx, attempt.group.communityId);
    if (guard === 'off') return ok;
    const known = await recogniseAttempt(ctx, attempt);
    if (!known.promotion) return ok;
    const place = placeOf(attempt);
    const own = await lockGroup(ctx, place);
    // A repeat takes no second place; messages finds the first one.
    if (await wasSaid(ctx, place, attempt.clientId)) return ok;
    const standing = await readStanding(ctx, attempt.group, { own });
    const wish = { isAnswer: attempt.replyTo !== null, clientId: attempt.clientId };
    const { hold } = await judgeWish(ctx, place, { standing, wish });
    if (hold && guard === 'on') {
      if (attempt.insist === null) {
        const error = errorOfHold(ctx, hold, { standing, known });
        return { held: true, until: hold.mayAt, reason: `promotions.held_${hold.reasons[0]}`, error };
      }
      if ((await checkPermission(ctx, 'promotions.insist', place.communityId)) !== 'granted')
        return { refused: true, reason: 'promotions.may_not_insist', error: promotionsErrors.may_not_insist() };
    }
    admitted.set(attempt, { known, overruled: guard === 'on' ? hold : null });
    return ok;
  },
  said: async (ctx, attempt, message) => {
    const one = admitted.get(attempt);
    if (!one) return;
    const { known, overruled } = one;
    const place = placeOf(attempt);
    const { zone } = await readStanding(ctx, attempt.group);
    const at = new Date(message.at);
    const id = newId(ctx.now());
    await insertPromotions(ctx, [
      {
        ...place,
        id,
        messageId: message.id,
        clientId: attempt.clientId,
        voice: 'team',
        identityId: null,
        at,
        day: localDay(at, zone),
        knownBy: known.knownBy,
        signs: known.signs,
        isAnswer: message.replyTo !== null,
        saidBy: attempt.by,
        overruled: overruled?.reasons ?? null,
        insisted: overruled ? attempt.insist : null,
      },
    ]);
    if (overruled) {
      await recordAudit(ctx, {
        communityId: place.communityId,
        action: 'promotions.insist',
        target: { kind: 'message', id: message.id },
        detail: { groupId: place.groupId, reasons: overruled.reasons, because: attempt.insist },
      });
    }
    showPromotions(ctx, place);
  },
};

/** What a message is taken for. What the program says by itself is a promotion only when it says so. */
export async function recogniseAttempt(
  ctx: Ctx,
  attempt: Pick<SendAttempt, 'group' | 'text' | 'promotion' | 'replyTo' | 'by'>,
): Promise<Recognition> {
  const { communityId } = attempt.group;
  const { signs: list } = await getPromotionsSettings(ctx, communityId);
  const label = attempt.promotion ?? (attempt.by.startsWith('system:') ? false : null);
  const lessons = label === null ? await listLessons(ctx, communityId) : [];
  return recognise(attempt.text, { label, isAnswer: attempt.replyTo !== null, list, lessons });
}

function placeOf({ group }: Pick<SendAttempt, 'group'>): Place {
  return { communityId: group.communityId, groupId: group.id };
}
