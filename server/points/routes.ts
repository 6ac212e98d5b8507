/** Routes of points: rules and gifts for the team; the own statement, gifts and the board for members. */
import { z } from 'zod';
import { optionalLine, singleLine } from '../communities/index.ts';
import { currentIdentityId, listAccountsOf, memberOfCommunity, readIdCursor } from '../people/index.ts';
import { platformErrors } from '../platform/errors.ts';
import { can } from '../platform/http/access.ts';
import { pageOf, pageQuery, toPage } from '../platform/http/cursor.ts';
import { defineRoute, type Route } from '../platform/http/route.ts';
import { givePoints, takeGiftBack } from './gift.ts';
import { changePointsSettings, getPointsSettings, listRules, pointsSettings } from './settings.ts';
import { explainRules, readBoard, readPoints } from './statement.ts';
import { setHidden } from './store/award.ts';
import { selectGifts } from './store/gift.ts';

const base = '/api/communities/{communityId}/points';
const own = '/api/member/communities/{communityId}/points';
const communityParams = z.object({ communityId: z.uuid() });
const moment = z.preprocess((at) => (at instanceof Date ? at.toISOString() : at), z.string());

const lineShape = z
  .object({
    seq: z.int(),
    entryId: z.uuid(),
    kind: z.string(),
    memo: z.string(),
    at: moment,
    amount: z.int(),
    balance: z.int(),
    reverses: z.uuid().nullable(),
    reversedBy: z.uuid().nullable(),
  })
  .meta({ id: 'PointsLine' });

const statementShape = pageOf(lineShape).extend({ balance: z.int() });

const giftShape = z
  .object({
    id: z.uuid(),
    fromId: z.uuid(),
    toId: z.uuid(),
    amount: z.int(),
    note: z.string(),
    messageId: z.uuid().nullable(),
    at: moment,
    reversedAt: moment.nullable(),
  })
  .meta({ id: 'Gift' });

const boardShape = z.object({
  on: z.boolean(),
  hidden: z.boolean(),
  top: z.array(z.object({ identityId: z.uuid(), name: z.string(), points: z.int() })),
  own: z.object({ points: z.int(), place: z.int() }).nullable(),
});

const teamRoutes: readonly Route[] = [
  defineRoute({
    name: 'points.get_settings',
    method: 'get',
    path: `${base}/settings`,
    summary: 'How points are earned and given here: rules with figure and cap, the cap of a day, gifts, the board',
    access: can('points.read'),
    params: communityParams,
    response: z.object({
      settings: pointsSettings.schema,
      rules: z.array(
        z.object({
          key: z.string(),
          label: z.string(),
          on: z.boolean(),
          amount: z.int().nullable(),
          perDay: z.int().nullable(),
        }),
      ),
    }),
    handle: async (ctx, { params: { communityId } }) => ({
      settings: await getPointsSettings(ctx, communityId),
      rules: [...(await listRules(ctx, communityId)).values()].map(({ key, label, on, amount, perDay }) => ({
        key,
        label: ctx.t(label),
        on,
        amount,
        perDay,
      })),
    }),
  }),
  defineRoute({
    name: 'points.change_settings',
    method: 'put',
    path: `${base}/settings`,
    summary: 'Change them; they hold from the next award on',
    access: can('points.manage'),
    params: communityParams,
    body: pointsSettings.schema,
    response: pointsSettings.schema,
    handle: (ctx, { params, body }) => changePointsSettings(ctx, params.communityId, body),
  }),
  defineRoute({
    name: 'points.get_person',
    method: 'get',
    path: '/api/communities/{communityId}/people/{personId}/points',
    summary: "A person's points: what is on the first account, and what moved, newest first",
    access: can('points.read'),
    params: communityParams.extend({ personId: z.uuid() }),
    query: pageQuery,
    response: statementShape,
    handle: async (ctx, { params: { communityId, personId }, query }) => {
      const [person] = await listAccountsOf(ctx, communityId, [personId]);
      if (!person) throw platformErrors.not_found();
      return readPoints(ctx, { communityId, identityId: person.identityIds[0]! }, query);
    },
  }),
  defineRoute({
    name: 'points.list_gifts',
    method: 'get',
    path: `${base}/gifts`,
    summary: 'What members gave each other, the latest first',
    access: can('points.read'),
    params: communityParams,
    query: pageQuery,
    response: pageOf(giftShape),
    handle: async (ctx, { params: { communityId }, query }) => {
      const page = { before: readIdCursor(query.cursor), limit: query.limit + 1 };
      return toPage(await selectGifts(ctx, communityId, page), query.limit, ({ id }) => [id]);
    },
  }),
  defineRoute({
    name: 'points.take_gift_back',
    method: 'delete',
    path: `${base}/gifts/{giftId}`,
    summary: 'Take a gift back with a reason that both read; twice is once',
    access: can('points.manage'),
    params: communityParams.extend({ giftId: z.uuid() }),
    body: z.strictObject({ reason: singleLine(80) }),
    handle: (ctx, { params: { communityId, giftId: id }, body: { reason } }) =>
      takeGiftBack(ctx, communityId, { id, reason }),
  }),
];

/** Routes of points. */
export const pointsRoutes: readonly Route[] = [
  ...teamRoutes,
  defineRoute({
    name: 'points.get_own',
    method: 'get',
    path: own,
    summary: 'The own points: what is there, what moved and why, how more are earned',
    access: memberOfCommunity,
    params: communityParams,
    query: pageQuery,
    response: statementShape.extend({
      rules: z.array(
        z.object({ key: z.string(), label: z.string(), sentence: z.string(), perDay: z.int().nullable() }),
      ),
      gifts: z.object({ on: z.boolean(), most: z.int(), perDay: z.int(), afterDays: z.int() }),
    }),
    handle: async (ctx, { params: { communityId }, query }) => {
      const identityId = await currentIdentityId(ctx, communityId);
      const { gifts } = await getPointsSettings(ctx, communityId);
      return {
        ...(await readPoints(ctx, { communityId, identityId }, query)),
        rules: await explainRules(ctx, communityId),
        gifts,
      };
    },
  }),
  defineRoute({
    name: 'points.give',
    method: 'post',
    path: `${own}/gifts`,
    summary: 'Give points to another member, with a line of thanks; the same id gives once',
    access: memberOfCommunity,
    limit: { name: 'points.give', per: 'actor', burst: 20, perMinute: 20 },
    params: communityParams,
    body: z.strictObject({
      id: z.uuid(),
      toId: z.uuid(),
      amount: z.int().min(1).max(100_000),
      note: optionalLine(60),
      messageId: z.uuid().nullable().default(null),
    }),
    response: giftShape,
    status: 201,
    handle: async (ctx, { params: { communityId }, body }) =>
      givePoints(ctx, communityId, {
        ...body,
        note: body.note ?? '',
        fromId: await currentIdentityId(ctx, communityId),
      }),
  }),
  defineRoute({
    name: 'points.get_board',
    method: 'get',
    path: `${own}/board`,
    summary: 'Who earned most in four weeks, the first ten only; the own place is for oneself',
    access: memberOfCommunity,
    params: communityParams,
    response: boardShape,
    handle: async (ctx, { params: { communityId } }) =>
      readBoard(ctx, communityId, await currentIdentityId(ctx, communityId)),
  }),
  defineRoute({
    name: 'points.hide',
    method: 'put',
    path: `${own}/board`,
    summary: 'Stand on no board, or on it again',
    access: memberOfCommunity,
    params: communityParams,
    body: z.strictObject({ hidden: z.boolean() }),
    handle: async (ctx, { params: { communityId }, body: { hidden } }) =>
      setHidden(ctx, { communityId, identityId: await currentIdentityId(ctx, communityId) }, hidden),
  }),
];
