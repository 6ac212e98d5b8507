/**
 * Promotions that wait for their time. What is due is looked at again by the gate, in the name of whoever planned it and under the same
 * client id, so that it is said once whatever happens in between; when it is still too early it moves, and in the end it is given back.
 */
import { z } from 'zod';
import { getGroup } from '../groups/index.ts';
import { send, type Sent } from '../messages/index.ts';
import type { Actor } from '../platform/auth/actor.ts';
import { actorKey } from '../platform/auth/actor.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { actAs, inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { checkPermission } from '../platform/auth/grants.ts';
import { newId } from '../platform/ids.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { promotionsErrors } from './errors.ts';
import { showPromotions } from './frame.ts';
import { lockGroup, type Place } from './store/promotions.ts';
import * as store from './store/scheduled.ts';

const mostWaiting = 50;
const mostAhead = 60 * 86_400_000;
const mostMoves = 5;
const batch = 200;

/** Plans a promotion; the same client id plans it once. */
export async function schedulePromotion(
  ctx: Ctx,
  place: Place,
  plan: { clientId: string; words: store.Words; dueAt: Date },
): Promise<store.Scheduled> {
  const { communityId, groupId } = place;
  await getGroup(ctx, communityId, groupId);
  return inTransaction(ctx, async (inner) => {
    await lockGroup(inner, place);
    const earlier = await store.selectByClient(inner, place, plan.clientId);
    if (earlier) return earlier;
    const ahead = plan.dueAt.getTime() - inner.now().getTime();
    if (ahead <= 0) throw promotionsErrors.too_early();
    if (ahead > mostAhead) throw promotionsErrors.too_late();
    if ((await store.selectWaiting(inner, place)).length >= mostWaiting)
      throw promotionsErrors.too_many_scheduled({ most: mostWaiting });
    const made = await store.insertScheduled(inner, {
      ...place,
      ...plan,
      id: newId(inner.now()),
      madeBy: userOf(inner),
    });
    await audit(inner, 'promotions.schedule', made!);
    showPromotions(inner, place);
    return made!;
  });
}

function userOf({ actor }: Ctx): string {
  if (actor.kind === 'operator' || actor.kind === 'token') return actor.userId;
  throw platformErrors.not_allowed();
}

/** Takes a planned promotion back, also one that was given back. */
export async function cancelScheduled(ctx: Ctx, which: { communityId: string; id: string }): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const one = await store.lockScheduled(inner, { ...which, skip: false });
    if (!one) throw platformErrors.not_found();
    if (one.state === 'cancelled') return;
    if (one.state === 'sent') throw promotionsErrors.already_settled();
    await store.settleScheduled(inner, one, { state: 'cancelled', by: actorKey(inner.actor) });
    await audit(inner, 'promotions.cancel_scheduled', one);
    showPromotions(inner, one);
  });
}

/** Every minute: says what is due. One that fails holds no other back. */
export const sendDue = defineJob({
  name: 'promotions.send_due',
  payload: z.object({}),
  cron: '* * * * *',
  run: async (ctx) => {
    for (const due of await store.selectDue(ctx, batch)) {
      try {
        await inTransaction(ctx, (inner) => sendOne(inner, due));
      } catch (error) {
        ctx.log.error('promotions.send_due_failed', { scheduled: due.id, error });
      }
    }
  },
});

/** The row is locked until the message is there: two nodes say it once. */
async function sendOne(ctx: Ctx, due: { communityId: string; id: string }): Promise<void> {
  const one = await store.lockScheduled(ctx, { ...due, skip: true });
  if (!one?.words || one.state !== 'waiting' || one.dueAt > ctx.now()) return;
  const { communityId, groupId, clientId, words } = one;
  const actor: Actor = { kind: 'operator', userId: one.madeBy, name: '' };
  const speaker = actAs(ctx, actor);
  // Who has left the team speaks for it no more, also not through what they have planned.
  const sent: Sent =
    (await checkPermission(speaker, 'messages.send', communityId)) === 'granted'
      ? await send(speaker, { communityId, groupId, clientId, ...words, promotion: true })
      : { ok: false, gate: true, reason: 'promotions.planner_gone' };
  await settle(ctx, one, sent);
  showPromotions(ctx, one);
}

async function settle(ctx: Ctx, one: store.Scheduled, sent: Sent): Promise<void> {
  const by = actorKey(ctx.actor);
  if (sent.ok) return store.settleScheduled(ctx, one, { state: 'sent', messageId: sent.message.id, by });
  const until = 'gate' in sent ? sent.until : null;
  if (until && until > ctx.now() && one.moves < mostMoves)
    return store.moveScheduled(ctx, one, { dueAt: until, reason: sent.reason });
  ctx.log.info('promotions.scheduled_held', { scheduled: one.id, reason: sent.reason });
  return store.settleScheduled(ctx, one, { state: 'held', reason: sent.reason, by });
}

async function audit(ctx: Ctx, action: string, { communityId, groupId, id, dueAt }: store.Scheduled): Promise<void> {
  const detail = { groupId, dueAt: dueAt.toISOString() };
  await recordAudit(ctx, { communityId, action, target: { kind: 'promotion', id }, detail });
}

const givenBackDays = 28;

/** What waits for its time in one group or in all, the next first, then what could not go in the last four weeks. */
export async function listScheduled(
  ctx: Ctx,
  which: { communityId: string; groupId: string | null },
): Promise<store.Scheduled[]> {
  const since = new Date(ctx.now().getTime() - givenBackDays * 86_400_000);
  return [...(await store.selectWaiting(ctx, which)), ...(await store.selectHeld(ctx, which, since))];
}
