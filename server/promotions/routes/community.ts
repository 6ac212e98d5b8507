/** Routes of the community: settings, what is planned over all groups, what was taught. */
import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { forgetLessons, listLessons } from '../lessons.ts';
import { cancelScheduled, listScheduled } from '../schedule.ts';
import { changePromotionsSettings, getPromotionsSettings, promotionsSettings } from '../settings.ts';
import { hostsByKind } from '../signs.ts';
import { communityParams, scheduledShape } from './shapes.ts';
import { showScheduled } from './show.ts';

const base = '/api/communities/{communityId}/promotions';

/** Routes over all groups. */
export const communityRoutes: readonly Route[] = [
  defineRoute({
    name: 'promotions.get_settings',
    method: 'get',
    path: `${base}/settings`,
    summary:
      'Budget, gap, quiet hours, credit floor, signs of a promotion, promotions of members; with the hosts known to all',
    access: can('promotions.read'),
    params: communityParams,
    response: z.object({
      settings: promotionsSettings.schema,
      hosts: z.record(z.string(), z.array(z.string())),
      lessons: z.int(),
    }),
    handle: async (ctx, { params: { communityId } }) => ({
      settings: await getPromotionsSettings(ctx, communityId),
      hosts: Object.fromEntries(Object.entries(hostsByKind).map(([kind, hosts]) => [kind, [...hosts]])),
      lessons: (await listLessons(ctx, communityId)).length,
    }),
  }),
  defineRoute({
    name: 'promotions.change_settings',
    method: 'put',
    path: `${base}/settings`,
    summary: 'Change them; they hold from the next promotion on',
    access: can('promotions.manage'),
    params: communityParams,
    body: promotionsSettings.schema,
    response: promotionsSettings.schema,
    handle: (ctx, { params, body }) => changePromotionsSettings(ctx, params.communityId, body),
  }),
  defineRoute({
    name: 'promotions.forget_lessons',
    method: 'delete',
    path: `${base}/lessons`,
    summary: 'Forget everything that corrections have taught',
    access: can('promotions.manage'),
    params: communityParams,
    handle: async (ctx, { params: { communityId } }) => void (await forgetLessons(ctx, communityId)),
  }),
  defineRoute({
    name: 'promotions.list_scheduled',
    method: 'get',
    path: `${base}/scheduled`,
    summary: 'What waits for its time over all groups, the next first, then what could not go in the last four weeks',
    access: can('promotions.read'),
    params: communityParams,
    response: z.object({ items: z.array(scheduledShape) }),
    handle: async (ctx, { params: { communityId } }) => ({
      items: (await listScheduled(ctx, { communityId, groupId: null })).map(showScheduled),
    }),
  }),
  defineRoute({
    name: 'promotions.cancel_scheduled',
    method: 'delete',
    path: `${base}/scheduled/{scheduledId}`,
    summary: 'Take a planned promotion back, also one that could not go',
    access: can('promotions.plan'),
    params: communityParams.extend({ scheduledId: z.uuid() }),
    handle: async (ctx, { params: { communityId, scheduledId: id } }) => cancelScheduled(ctx, { communityId, id }),
  }),
];
