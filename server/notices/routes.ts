/** What a member's phone says about being told: that it takes pushes, of which groups, and when not. */
import { z } from 'zod';
import {
  anyMember,
  currentIdentityId,
  currentMembership,
  deviceOf,
  memberOfCommunity,
  memberOfGroup,
} from '../people/index.ts';
import { platformErrors } from '../platform/errors.ts';
import { defineRoute, type Route } from '../platform/http/route.ts';
import { usualQuiet } from '../platform/quiet.ts';
import {
  deleteSubscriptions,
  levels,
  selectLevels,
  selectQuiet,
  selectSubscriptions,
  upsertQuiet,
  upsertWish,
} from './store.ts';
import { getKeys, subscribe } from './subscription.ts';

const base64url = z.string().regex(/^[A-Za-z0-9_-]+={0,2}$/);
const target = z.strictObject({ endpoint: z.url().max(1000), p256dh: base64url.max(200), auth: base64url.max(50) });
const minute = z.int().min(0).max(1439);
const quietShape = z.strictObject({ from: minute, to: minute });

/** Routes of members' phones. */
export const memberRoutes: readonly Route[] = [
  defineRoute({
    name: 'notices.get_push',
    method: 'get',
    path: '/api/member/push',
    summary: 'Whether this phone takes pushes, and the key with which its browser subscribes',
    access: anyMember,
    response: z.object({ publicKey: z.string(), subscribed: z.boolean() }),
    handle: async (ctx) => {
      const { publicKey } = await getKeys(ctx);
      const deviceId = deviceOf(ctx);
      const found = deviceId === null ? [] : await selectSubscriptions(ctx, [deviceId]);
      return { publicKey, subscribed: found.length > 0 };
    },
  }),
  defineRoute({
    name: 'notices.subscribe',
    method: 'put',
    path: '/api/member/push',
    summary: 'This phone takes pushes from now on',
    access: anyMember,
    limit: { name: 'notices.subscribe', per: 'actor', burst: 10, perMinute: 2 },
    body: target,
    handle: async (ctx, { body }) => {
      const deviceId = deviceOf(ctx);
      if (deviceId === null) throw platformErrors.not_found();
      await subscribe(ctx, { deviceId, target: body, locale: ctx.locale });
    },
  }),
  defineRoute({
    name: 'notices.unsubscribe',
    method: 'delete',
    path: '/api/member/push',
    summary: 'This phone takes no pushes any more',
    access: anyMember,
    handle: async (ctx) => {
      const deviceId = deviceOf(ctx);
      if (deviceId !== null) await deleteSubscriptions(ctx, [deviceId]);
    },
  }),
  defineRoute({
    name: 'notices.get_wish',
    method: 'get',
    path: '/api/member/groups/{groupId}/notices',
    summary: 'What the member wants to hear of this group, and their quiet hours',
    access: memberOfGroup,
    params: z.object({ groupId: z.uuid() }),
    response: z.object({ level: z.enum(levels), quiet: quietShape }),
    handle: async (ctx, { params }) => {
      const { communityId, groupId, identityId } = await currentMembership(ctx, params.groupId);
      const chosen = await selectLevels(ctx, { communityId, groupId }, { identityIds: [identityId] });
      const quiet = await selectQuiet(ctx, communityId, [identityId]);
      return { level: chosen.get(identityId) ?? 'calls', quiet: quiet.get(identityId) ?? usualQuiet };
    },
  }),
  defineRoute({
    name: 'notices.set_wish',
    method: 'put',
    path: '/api/member/groups/{groupId}/notices',
    summary: 'Say what to hear of this group: everything, what calls the member, or nothing',
    access: memberOfGroup,
    params: z.object({ groupId: z.uuid() }),
    body: z.strictObject({ level: z.enum(levels) }),
    handle: async (ctx, { params, body }) => {
      const { communityId, groupId, identityId } = await currentMembership(ctx, params.groupId);
      await upsertWish(ctx, { communityId, groupId, identityId, level: body.level });
    },
  }),
  defineRoute({
    name: 'notices.set_quiet',
    method: 'put',
    path: '/api/member/communities/{communityId}/quiet-hours',
    summary: 'Say when not to be woken, in minutes of the local day; from = to means never',
    access: memberOfCommunity,
    params: z.object({ communityId: z.uuid() }),
    body: quietShape,
    handle: async (ctx, { params, body }) => {
      const identityId = await currentIdentityId(ctx, params.communityId);
      await upsertQuiet(ctx, { communityId: params.communityId, identityId, ...body });
    },
  }),
];
