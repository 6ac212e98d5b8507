/** Routes of the team about word packs. */
import { z } from 'zod';
import { wordPackKeys } from '../../../lib/text/index.ts';
import { can } from '../../platform/http/access.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { addPack, listPacks } from '../packs.ts';
import { communityParams } from './shapes.ts';

const path = '/api/communities/{communityId}/rules/packs';

/** Routes of the team about word packs. */
export const packRoutes: readonly Route[] = [
  defineRoute({
    name: 'rules.list_packs',
    method: 'get',
    path,
    summary: 'Word packs, and the list that each was added as',
    access: can('rules.read'),
    params: communityParams,
    response: z.object({
      items: z.array(
        z.object({
          key: z.enum(wordPackKeys),
          name: z.string(),
          text: z.string(),
          terms: z.int(),
          regional: z.int(),
          examples: z.array(z.string()),
          listId: z.uuid().nullable(),
        }),
      ),
    }),
    handle: async (ctx, { params }) => ({ items: await listPacks(ctx, params.communityId) }),
  }),
  defineRoute({
    name: 'rules.add_pack',
    method: 'post',
    path: `${path}/{pack}`,
    summary: 'Add a word pack as a list that only watches; it can be changed like any other',
    access: can('rules.manage'),
    params: communityParams.extend({ pack: z.enum(wordPackKeys) }),
    body: z.strictObject({}),
    response: z.object({ listId: z.uuid() }),
    status: 201,
    handle: (ctx, { params }) => addPack(ctx, params.communityId, params.pack),
  }),
];
