/** What an operator says about being told outside the console, and who of a community is told first. */
import { z } from 'zod';
import { recordAudit } from '../platform/audit/audit.ts';
import { can, signedInOperator } from '../platform/http/access.ts';
import { defineRoute, type Route } from '../platform/http/route.ts';
import { platformErrors } from '../platform/errors.ts';
import type { Ctx } from '../platform/context.ts';
import { getSettings, setSettings } from '../platform/settings.ts';
import { mailKey, mailOperator } from './mail.ts';
import { alertsSettings } from './settings.ts';
import { canTell, getWish, levels, setWish } from './wish.ts';

const minute = z.int().min(0).max(1439);
const wishShape = z.strictObject({
  level: z.enum(levels),
  /** Minutes of the community's day; from = to means never quiet. */
  quiet: z.strictObject({ from: minute, to: minute }),
});

function meOf(ctx: Ctx): string {
  if (ctx.actor.kind !== 'operator') throw platformErrors.not_signed_in();
  return ctx.actor.userId;
}

const params = z.object({ communityId: z.uuid() });

/** Routes of one's own account and of the community. */
export const routes: readonly Route[] = [
  defineRoute({
    name: 'alerts.get_wish',
    method: 'get',
    path: '/api/me/alerts',
    summary: 'Whether alarms and late questions reach me by mail, and when not; possible = this server can mail',
    access: signedInOperator,
    response: wishShape.extend({ possible: z.boolean() }),
    handle: async (ctx) => ({ ...(await getWish(ctx, meOf(ctx))), possible: canTell(ctx) }),
  }),
  defineRoute({
    name: 'alerts.set_wish',
    method: 'put',
    path: '/api/me/alerts',
    summary: 'Be told at once, once in the morning, or not at all; and when not to be woken',
    access: signedInOperator,
    body: wishShape,
    handle: async (ctx, { body }) => {
      const userId = meOf(ctx);
      await setWish(ctx, userId, { ...body, locale: ctx.locale });
      // What waits may be due earlier now.
      if (body.level !== 'off') ctx.enqueue(mailOperator, { userId }, { key: mailKey(userId) });
    },
  }),
  defineRoute({
    name: 'alerts.get_settings',
    method: 'get',
    path: '/api/communities/{communityId}/alert-settings',
    summary: 'How much later than whoever is on duty the others are told; 0 = all at once',
    access: can('team.read'),
    params,
    response: alertsSettings.schema,
    handle: (ctx, { params: { communityId } }) => getSettings(ctx, alertsSettings, communityId),
  }),
  defineRoute({
    name: 'alerts.set_settings',
    method: 'put',
    path: '/api/communities/{communityId}/alert-settings',
    summary: 'Change how much later the others are told; what waits already keeps its time',
    access: can('team.manage'),
    params,
    body: alertsSettings.schema,
    response: alertsSettings.schema,
    handle: async (ctx, { params: { communityId }, body }) => {
      const before = await getSettings(ctx, alertsSettings, communityId);
      const after = await setSettings(ctx, alertsSettings, { communityId, value: body });
      await recordAudit(ctx, { communityId, action: 'alerts.set_settings', detail: { before, after } });
      return after;
    },
  }),
];
