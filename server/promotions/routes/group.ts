/** Routes of one group: where it stands, what was promoted, a look before sending, planning, correcting, what it has of its own. */
import { z } from 'zod';
import { clientIdShape, type PictureShown } from '../../carriers/index.ts';
import { getGroup } from '../../groups/index.ts';
import { actorKey } from '../../platform/auth/actor.ts';
import { checkPermission } from '../../platform/auth/grants.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import type { Ctx } from '../../platform/context.ts';
import { platformErrors } from '../../platform/errors.ts';
import { getPicture } from '../../platform/files/index.ts';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { showPromotions } from '../frame.ts';
import { recogniseAttempt } from '../gate.ts';
import { errorOfHold } from '../hold-words.ts';
import { correctPromotion } from '../lessons.ts';
import { listPromotions } from '../promotions.ts';
import { listScheduled, schedulePromotion } from '../schedule.ts';
import { ownPolicySchema } from '../settings.ts';
import { judgeWish, readStanding, type Standing, type Wish } from '../standing.ts';
import { upsertOwn, type Place } from '../store/promotions.ts';
import { showStanding } from '../overview.ts';
import { groupParams, lookShape, promotionShape, scheduledShape, standingShape } from './shapes.ts';
import { roundPoints, showScheduled, weeksOf } from './show.ts';

const base = '/api/communities/{communityId}/groups/{groupId}';
const sendLimit = { name: 'promotions.plan', per: 'actor', burst: 60, perMinute: 120 } as const;

const label: Parameters<typeof errorOfHold>[2]['known'] = { knownBy: 'label', promotion: true, signs: [] };

/** Whether a promotion would be held now, with the words that say why. */
async function tellHold(ctx: Ctx, place: Place, { standing, wish }: { standing: Standing; wish: Wish }) {
  const { hold, cost } = await judgeWish(ctx, place, { standing, wish });
  const shown = standing.settings.guard === 'on' ? hold : null;
  const words = shown ? ctx.services.i18n.errorText(ctx.locale, ...textOf(ctx, shown, standing)) : undefined;
  return { hold: shown && { ...shown, words: words ?? '' }, cost: roundPoints(cost) };
}

function textOf(ctx: Ctx, hold: NonNullable<Awaited<ReturnType<typeof judgeWish>>['hold']>, standing: Standing) {
  const { code, data } = errorOfHold(ctx, hold, { standing, known: label });
  return [code, data] as const;
}

async function findPicture(ctx: Ctx, communityId: string, pictureId: string | null): Promise<PictureShown | null> {
  if (pictureId === null) return null;
  const picture = await getPicture(ctx, pictureId);
  if (picture?.communityId !== communityId) throw platformErrors.picture_unknown();
  return { id: picture.id, width: picture.width, height: picture.height };
}

const readRoutes: readonly Route[] = [
  defineRoute({
    name: 'promotions.get_standing',
    method: 'get',
    path: `${base}/promotions/standing`,
    summary:
      "A group's week, what would hold a promotion now, its credit by weeks with all parts (weights are provisional)",
    access: can('promotions.read'),
    params: groupParams,
    response: standingShape,
    handle: async (ctx, { params: { communityId, groupId } }) => {
      const group = await getGroup(ctx, communityId, groupId);
      const standing = await readStanding(ctx, group);
      const place = { communityId, groupId };
      const { days, ...shown } = await showStanding(ctx, place, standing);
      return {
        ...shown,
        now: await tellHold(ctx, place, { standing, wish: { isAnswer: false } }),
        credit: { ...shown.credit, balance: roundPoints(days.at(-1)?.balance ?? 0), weeks: weeksOf(days) },
        mayInsist: (await checkPermission(ctx, 'promotions.insist', communityId)) === 'granted',
      };
    },
  }),
  defineRoute({
    name: 'promotions.list_promotions',
    method: 'get',
    path: `${base}/promotions`,
    summary:
      'What was promoted in a group, newest first, with answers, reactions and people who left in the seven days after',
    access: can('promotions.read'),
    params: groupParams,
    query: pageQuery,
    response: pageOf(promotionShape),
    handle: async (ctx, { params: { communityId, groupId }, query }) => {
      await getGroup(ctx, communityId, groupId);
      const page = await listPromotions(ctx, { communityId, groupId }, query);
      return { ...page, items: page.items.map((one) => ({ ...one, cost: roundPoints(one.cost) })) };
    },
  }),
  defineRoute({
    name: 'promotions.look_at_text',
    method: 'post',
    path: `${base}/promotions/look`,
    summary: 'Whether a text would be taken for a promotion, and whether it could go now; keeps nothing',
    access: can('promotions.plan'),
    limit: sendLimit,
    transaction: false,
    params: groupParams,
    body: z.strictObject({
      text: z.string().max(20_000).default(''),
      isAnswer: z.boolean().default(false),
      promotion: z.boolean().nullish(),
    }),
    response: lookShape,
    handle: async (ctx, { params: { communityId, groupId }, body: { text, isAnswer, promotion = null } }) => {
      const group = await getGroup(ctx, communityId, groupId);
      const replyTo = isAnswer ? '' : null;
      const known = await recogniseAttempt(ctx, { group, text, promotion, replyTo, by: actorKey(ctx.actor) });
      const { signs } = known;
      if (!known.promotion) return { promotion: false, knownBy: known.because, signs, hold: null, cost: 0 };
      const standing = await readStanding(ctx, group);
      const told = await tellHold(ctx, { communityId, groupId }, { standing, wish: { isAnswer } });
      return { promotion: true, knownBy: known.knownBy, signs, ...told };
    },
  }),
];

const planRoutes: readonly Route[] = [
  defineRoute({
    name: 'promotions.list_group_scheduled',
    method: 'get',
    path: `${base}/promotions/scheduled`,
    summary: 'What waits for its time in a group, then what could not go in the last four weeks',
    access: can('promotions.read'),
    params: groupParams,
    response: z.object({ items: z.array(scheduledShape) }),
    handle: async (ctx, { params: { communityId, groupId } }) => {
      const place = { communityId, groupId };
      await getGroup(ctx, communityId, groupId);
      return { items: (await listScheduled(ctx, place)).map(showScheduled) };
    },
  }),
  defineRoute({
    name: 'promotions.schedule_promotion',
    method: 'post',
    path: `${base}/promotions/scheduled`,
    summary:
      'Say a promotion later, in your name; when it is due it is looked at again and moves if it is still too early',
    access: can('promotions.plan'),
    limit: sendLimit,
    params: groupParams,
    body: z.strictObject({
      clientId: clientIdShape,
      kind: z.enum(['text', 'image', 'announcement']).default('text'),
      text: z.string().max(4000).default(''),
      pictureId: z.uuid().nullish(),
      replyTo: z.uuid().nullish(),
      mentions: z
        .array(z.union([z.uuid(), z.literal('all')]))
        .max(200)
        .default([]),
      dueAt: z.iso.datetime({ offset: true }),
    }),
    response: scheduledShape,
    status: 201,
    handle: async (ctx, { params: { communityId, groupId }, body }) => {
      const { clientId, dueAt, pictureId = null, replyTo = null, ...rest } = body;
      const words = { ...rest, replyTo, picture: await findPicture(ctx, communityId, pictureId) };
      const plan = { clientId, words, dueAt: new Date(dueAt) };
      return showScheduled(await schedulePromotion(ctx, { communityId, groupId }, plan));
    },
  }),
  defineRoute({
    name: 'promotions.correct_message',
    method: 'put',
    path: `${base}/messages/{messageId}/promotion`,
    summary:
      'Say that a message of the team is a promotion, or is none; nearly the same text is taken the same way from then on',
    access: can('promotions.plan'),
    params: groupParams.extend({ messageId: z.uuid() }),
    body: z.strictObject({ promotion: z.boolean() }),
    handle: (ctx, { params, body }) => correctPromotion(ctx, params, body.promotion),
  }),
];

const ownPolicy = (set: boolean): Route =>
  defineRoute({
    name: set ? 'promotions.set_policy' : 'promotions.remove_policy',
    method: set ? 'put' : 'delete',
    path: `${base}/promotions/policy`,
    summary: set ? 'Give a group a budget, gap and quiet hours of its own' : 'Let the group follow its tier again',
    access: can('promotions.manage'),
    params: groupParams,
    ...(set ? { body: ownPolicySchema } : {}),
    handle: async (ctx, { params: { communityId, groupId }, body }) => {
      await getGroup(ctx, communityId, groupId);
      const own = (body as z.output<typeof ownPolicySchema> | undefined) ?? null;
      await upsertOwn(ctx, { communityId, groupId }, own);
      await recordAudit(ctx, {
        communityId,
        action: 'promotions.set_policy',
        target: { kind: 'group', id: groupId },
        detail: { own },
      });
      showPromotions(ctx, { communityId, groupId });
    },
  });

/** Routes of one group. */
export const groupRoutes: readonly Route[] = [...readRoutes, ...planRoutes, ownPolicy(true), ownPolicy(false)];
