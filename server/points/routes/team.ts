/** Routes of points for the team: rules, who has earned what, one person's statement with its corrections, gifts. */
import { z } from 'zod';
import { singleLine } from '../../communities/index.ts';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { correctLine } from '../correction.ts';
import { earningSpans, exportEarners, listEarners } from '../earnings.ts';
import { listGifts, takeGiftBack } from '../gift.ts';
import { changePointsSettings, getPointsSettings, listRules, pointsSettings } from '../settings.ts';
import { readPersonPoints } from '../statement.ts';
import { communityParams, earnerShape, namedGiftShape, statementShape } from './shapes.ts';

const base = '/api/communities/{communityId}/points';
const person = '/api/communities/{communityId}/people/{personId}/points';
const personParams = communityParams.extend({ personId: z.uuid() });
const name = z.string().trim().min(1).max(100).optional();

/** Routes of points for the team. */
export const teamRoutes: readonly Route[] = [
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
    name: 'points.list_earners',
    method: 'get',
    path: `${base}/earners`,
    summary: 'Who has earned points in the last days, the most first: by which rules, and what is left',
    access: can('points.read'),
    params: communityParams,
    query: pageQuery.extend({ days: z.enum(earningSpans).default('28'), q: name }),
    response: pageOf(earnerShape),
    handle: (ctx, { params: { communityId }, query }) => listEarners(ctx, communityId, query),
  }),
  defineRoute({
    name: 'points.export_earners',
    method: 'get',
    path: `${base}/earners.csv`,
    summary: 'The same as a file, a column for each rule; kept in the audit log',
    access: can('profiles.export'),
    params: communityParams,
    query: z.strictObject({ days: z.enum(earningSpans).default('28'), q: name }),
    response: 'binary',
    transaction: false,
    handle: (ctx, { params: { communityId }, query }) => exportEarners(ctx, communityId, query),
  }),
  defineRoute({
    name: 'points.get_person',
    method: 'get',
    path: person,
    summary: "A person's points: what is on each account, and what moved on one of them, newest first",
    access: can('points.read'),
    params: personParams,
    query: pageQuery.extend({ identityId: z.uuid().optional() }),
    response: statementShape.extend({
      identityId: z.uuid(),
      accounts: z.array(z.object({ identityId: z.uuid(), name: z.string(), balance: z.int() })),
    }),
    handle: (ctx, { params, query: { identityId, ...page } }) => readPersonPoints(ctx, { ...params, identityId }, page),
  }),
  defineRoute({
    name: 'points.correct_line',
    method: 'post',
    path: `${person}/{entryId}/correct`,
    summary:
      "Take one line of a person's statement back by an entry of its own, with a reason that they read; twice is once",
    access: can('points.manage'),
    params: personParams.extend({ entryId: z.uuid() }),
    body: z.strictObject({ reason: singleLine(80) }),
    handle: (ctx, { params, body: { reason } }) => correctLine(ctx, params, reason),
  }),
  defineRoute({
    name: 'points.list_gifts',
    method: 'get',
    path: `${base}/gifts`,
    summary: 'What members gave each other, the latest first',
    access: can('points.read'),
    params: communityParams,
    query: pageQuery.extend({ q: name }),
    response: pageOf(namedGiftShape),
    handle: (ctx, { params: { communityId }, query }) => listGifts(ctx, communityId, query),
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
