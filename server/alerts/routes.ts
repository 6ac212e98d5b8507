/** What an operator says about being told outside the console. */
import { z } from 'zod';
import { signedInOperator } from '../platform/http/access.ts';
import { defineRoute, type Route } from '../platform/http/route.ts';
import { platformErrors } from '../platform/errors.ts';
import type { Ctx } from '../platform/context.ts';
import { mailKey, mailOperator } from './mail.ts';
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

/** Routes of one's own account. */
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
];
