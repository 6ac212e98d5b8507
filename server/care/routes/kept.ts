/** Routes of those who are kept for good. */
import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { keepAlways, keepNoLonger, listKept } from '../kept.ts';
import { communityParams, moment } from './shapes.ts';

const base = '/api/communities/{communityId}/care/kept';

/** The list, keeping, taking back. */
export const keptRoutes: readonly Route[] = [
  defineRoute({
    name: 'care.list_kept',
    method: 'get',
    path: base,
    summary: 'Who is kept for good, with the reason, the latest first',
    access: can('care.read'),
    params: communityParams,
    query: pageQuery,
    response: pageOf(
      z.object({
        identityId: z.uuid(),
        personId: z.uuid().nullable(),
        name: z.string(),
        pictureId: z.uuid().nullable(),
        note: z.string(),
        at: moment,
      }),
    ),
    handle: async (ctx, { params: { communityId }, query }) => {
      const { items, nextCursor } = await listKept(ctx, communityId, query);
      const named = items.map(({ identity, ...one }) => ({
        ...one,
        personId: identity?.personId ?? null,
        name: identity?.name ?? '',
        pictureId: identity?.pictureId ?? null,
      }));
      return { items: named, nextCursor };
    },
  }),
  defineRoute({
    name: 'care.keep_always',
    method: 'put',
    path: `${base}/{identityId}`,
    summary: 'Keep somebody whatever later rounds find',
    access: can('care.manage'),
    params: communityParams.extend({ identityId: z.uuid() }),
    body: z.strictObject({ note: z.string().trim().max(200).default('') }),
    handle: (ctx, { params, body }) => keepAlways(ctx, params, body.note),
  }),
  defineRoute({
    name: 'care.keep_no_longer',
    method: 'delete',
    path: `${base}/{identityId}`,
    summary: 'Let later rounds ask somebody again',
    access: can('care.manage'),
    params: communityParams.extend({ identityId: z.uuid() }),
    handle: (ctx, { params }) => keepNoLonger(ctx, params),
  }),
];
