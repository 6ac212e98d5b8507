/** Routes of the team for the welcome: the community's, a group's own, and how it would read. */
import { z } from 'zod';
import { paragraphs } from '../../communities/index.ts';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { listArrivals } from '../arrivals.ts';
import { welcomeSchema } from '../settings.ts';
import {
  getCommunityWelcome,
  getGroupWelcome,
  listOwnWelcomes,
  previewWelcome,
  setCommunityWelcome,
  setGroupWelcome,
  suggestWelcomes,
  welcomeNow,
} from '../welcome.ts';

const params = z.object({ communityId: z.uuid() });
const groupParams = params.extend({ groupId: z.uuid() });
const base = '/api/communities/{communityId}';

const welcomeShape = z.object({
  on: z.boolean(),
  texts: z.array(z.string()),
  quiet: z.object({ from: z.string(), to: z.string() }).nullable(),
});
const arrivalShape = z.object({
  membershipId: z.uuid(),
  groupId: z.uuid(),
  identityId: z.uuid(),
  personId: z.uuid().nullable(),
  name: z.string(),
  pictureId: z.uuid().nullable(),
  at: z.string(),
  state: z.enum(['waiting', 'welcomed', 'left', 'late', 'refused']),
  settledAt: z.string().nullable(),
  messageId: z.uuid().nullable(),
});
const groupWelcomeShape = z.object({ own: z.boolean(), welcome: welcomeShape });

/** Routes of the welcome. */
export const welcomeRoutes: readonly Route[] = [
  defineRoute({
    name: 'programs.get_welcome',
    method: 'get',
    path: `${base}/welcome`,
    summary: 'How newcomers are welcomed, with texts to begin with',
    access: can('programs.read'),
    params,
    response: z.object({
      welcome: welcomeShape,
      suggestions: z.array(z.string()),
      /** Groups with a welcome of their own. */
      own: z.array(z.uuid()),
    }),
    handle: async (ctx, { params: { communityId } }) => ({
      welcome: await getCommunityWelcome(ctx, communityId),
      suggestions: suggestWelcomes(ctx),
      own: await listOwnWelcomes(ctx, communityId),
    }),
  }),
  defineRoute({
    name: 'programs.set_welcome',
    method: 'put',
    path: `${base}/welcome`,
    summary: 'Set how newcomers are welcomed in every group that has no welcome of its own',
    access: can('programs.manage'),
    params,
    body: welcomeSchema,
    response: z.object({ welcome: welcomeShape }),
    handle: async (ctx, { params: { communityId }, body }) => ({
      welcome: await setCommunityWelcome(ctx, communityId, body),
    }),
  }),
  defineRoute({
    name: 'programs.preview_welcome',
    method: 'post',
    path: `${base}/welcome/preview`,
    summary: 'The texts as a group would read them, with the names of those who came in last',
    access: can('programs.read'),
    params,
    body: z.strictObject({ texts: z.array(paragraphs(500)).min(1).max(5), groupId: z.uuid().optional() }),
    response: z.object({ texts: z.array(z.string()) }),
    transaction: false,
    handle: async (ctx, { params: { communityId }, body }) => ({ texts: await previewWelcome(ctx, communityId, body) }),
  }),
  defineRoute({
    name: 'programs.get_group_welcome',
    method: 'get',
    path: `${base}/groups/{groupId}/welcome`,
    summary: 'How newcomers are welcomed in a group',
    access: can('programs.read'),
    params: groupParams,
    response: groupWelcomeShape,
    handle: async (ctx, { params: place }) => getGroupWelcome(ctx, place),
  }),
  defineRoute({
    name: 'programs.set_group_welcome',
    method: 'put',
    path: `${base}/groups/{groupId}/welcome`,
    summary: 'Give a group a welcome of its own',
    access: can('programs.manage'),
    params: groupParams,
    body: welcomeSchema,
    response: groupWelcomeShape,
    handle: async (ctx, { params: place, body }) => {
      await setGroupWelcome(ctx, place, body);
      return getGroupWelcome(ctx, place);
    },
  }),
  defineRoute({
    name: 'programs.reset_group_welcome',
    method: 'delete',
    path: `${base}/groups/{groupId}/welcome`,
    summary: "Take a group's own welcome away; the community's holds again",
    access: can('programs.manage'),
    params: groupParams,
    handle: async (ctx, { params: place }) => setGroupWelcome(ctx, place, null),
  }),
  defineRoute({
    name: 'programs.list_arrivals',
    method: 'get',
    path: `${base}/welcome/arrivals`,
    summary: 'Newcomers of the last quarter and what became of their welcome, the latest first',
    access: can('programs.read'),
    params,
    query: pageQuery.extend({ groupId: z.uuid().optional() }),
    response: pageOf(arrivalShape),
    handle: async (ctx, { params: { communityId }, query }) => {
      const { items, nextCursor } = await listArrivals(ctx, communityId, query);
      return {
        nextCursor,
        items: items.map(({ communityId: _community, at, settledAt, ...rest }) => ({
          ...rest,
          at: at.toISOString(),
          settledAt: settledAt?.toISOString() ?? null,
        })),
      };
    },
  }),
  defineRoute({
    name: 'programs.welcome_now',
    method: 'post',
    path: `${base}/groups/{groupId}/welcome/now`,
    summary: 'Welcome those who wait in a group at once, in quiet hours too',
    access: can('programs.manage'),
    params: groupParams,
    body: z.strictObject({}),
    response: z.object({ welcomed: z.number() }),
    handle: async (ctx, { params: place }) => ({ welcomed: await welcomeNow(ctx, place) }),
  }),
];
