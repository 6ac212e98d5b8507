/** Routes of members: the directory, and what is missing on the own card. */
import { z } from 'zod';
import { memberOfCommunity } from '../../people/index.ts';
import { pageOf } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { currentAsker } from '../asker.ts';
import { findPeople, listFacets } from '../directory.ts';
import { isPrompted, layPromptAside, listMissing } from '../own-card.ts';
import { communityParams, foundShape, lineShape, memberBase } from './shapes.ts';

const word = z.string().trim().max(60).optional();

/** Routes of the directory. */
export const directoryRoutes: readonly Route[] = [
  defineRoute({
    name: 'introductions.find_people',
    method: 'get',
    path: `${memberBase}/people`,
    summary: 'People of the own groups and those who may be found: by characters, pinyin, initials, city, industry',
    access: memberOfCommunity,
    limit: { name: 'introductions.find', per: 'actor', burst: 60, perMinute: 60 },
    params: communityParams,
    query: z.strictObject({
      q: word,
      city: word,
      industry: word,
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    response: pageOf(foundShape),
    handle: async (ctx, { params, query }) => findPeople(ctx, await currentAsker(ctx, params.communityId), query),
  }),
  defineRoute({
    name: 'introductions.list_facets',
    method: 'get',
    path: `${memberBase}/people/facets`,
    summary: 'Cities and industries that come up most among the people whom one may see',
    access: memberOfCommunity,
    params: communityParams,
    response: z.object({ cities: z.array(z.string()), industries: z.array(z.string()) }),
    handle: async (ctx, { params }) => listFacets(ctx, await currentAsker(ctx, params.communityId)),
  }),
  defineRoute({
    name: 'introductions.get_own_card',
    method: 'get',
    path: `${memberBase}/card`,
    summary: 'What is still missing on the own card, and whether to ask for it',
    access: memberOfCommunity,
    params: communityParams,
    response: z.object({ missing: z.array(lineShape), isPrompted: z.boolean() }),
    handle: async (ctx, { params }) => {
      const asker = await currentAsker(ctx, params.communityId);
      return { missing: listMissing(asker.card), isPrompted: await isPrompted(ctx, asker) };
    },
  }),
  defineRoute({
    name: 'introductions.lay_prompt_aside',
    method: 'post',
    path: `${memberBase}/card/aside`,
    summary: 'Never ask again for the card',
    access: memberOfCommunity,
    params: communityParams,
    body: z.strictObject({}),
    handle: async (ctx, { params }) => layPromptAside(ctx, await currentAsker(ctx, params.communityId)),
  }),
];
