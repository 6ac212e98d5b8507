/** Routes of points for members: the own ones, gifts, the board. */
import { z } from 'zod';
import { optionalLine } from '../../communities/index.ts';
import { currentIdentityId, memberOfCommunity } from '../../people/index.ts';
import { pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { givePoints, readGiftLimits } from '../gift.ts';
import { readComingSeason } from '../season.ts';
import { explainRules, readBoard, readPoints } from '../statement.ts';
import { setHidden } from '../store/award.ts';
import { communityParams, giftShape, moment, statementShape } from './shapes.ts';

const own = '/api/member/communities/{communityId}/points';

const boardShape = z.object({
  on: z.boolean(),
  hidden: z.boolean(),
  top: z.array(z.object({ identityId: z.uuid(), name: z.string(), points: z.int() })),
  own: z.object({ points: z.int(), place: z.int() }).nullable(),
});

/** Routes of points for members. */
export const memberRoutes: readonly Route[] = [
  defineRoute({
    name: 'points.get_own',
    method: 'get',
    path: own,
    summary: 'The own points: what is there, what moved and why, how more are earned',
    access: memberOfCommunity,
    params: communityParams,
    query: pageQuery,
    response: statementShape.extend({
      season: z.object({ name: z.string(), endsOn: z.string() }).nullable(),
      rules: z.array(
        z.object({ key: z.string(), label: z.string(), sentence: z.string(), perDay: z.int().nullable() }),
      ),
      gifts: z.object({
        on: z.boolean(),
        most: z.int(),
        perDay: z.int(),
        afterDays: z.int(),
        leftToday: z.int(),
        opensAt: moment.nullable().meta({ description: 'From when on I may give; null = now' }),
      }),
    }),
    handle: async (ctx, { params: { communityId }, query }) => {
      const identityId = await currentIdentityId(ctx, communityId);
      return {
        ...(await readPoints(ctx, { communityId, identityId }, query)),
        season: await readComingSeason(ctx, communityId),
        rules: await explainRules(ctx, communityId),
        gifts: await readGiftLimits(ctx, communityId, identityId),
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
    }),
    response: giftShape,
    status: 201,
    handle: async (ctx, { params: { communityId }, body }) =>
      givePoints(ctx, communityId, {
        ...body,
        note: body.note ?? '',
        messageId: null,
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
