/** Routes of the team for the welcome: the community's, a group's own, and how it would read. */
import { z } from 'zod';
import { paragraphs } from '../../communities/index.ts';
import { can } from '../../platform/http/access.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { welcomeSchema } from '../settings.ts';
import {
  getCommunityWelcome,
  getGroupWelcome,
  previewWelcome,
  setCommunityWelcome,
  setGroupWelcome,
  suggestWelcomes,
} from '../welcome.ts';

const params = z.object({ communityId: z.uuid() });
const groupParams = params.extend({ groupId: z.uuid() });
const base = '/api/communities/{communityId}';

const welcomeShape = z.object({
  on: z.boolean(),
  texts: z.array(z.string()),
  quiet: z.object({ from: z.string(), to: z.string() }).nullable(),
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
    response: z.object({ welcome: welcomeShape, suggestions: z.array(z.string()) }),
    handle: async (ctx, { params: { communityId } }) => ({
      welcome: await getCommunityWelcome(ctx, communityId),
      suggestions: suggestWelcomes(ctx),
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
    summary: 'The texts as a group would read them',
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
];
