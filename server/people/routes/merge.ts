/** Routes of merging: who may be one human, saying that two are not, merging, taking apart. */
import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { PersonLine } from '../directory.ts';
import { listLikenesses, setDifferent } from '../likeness.ts';
import { listMerges, mergePeople, unmergePeople } from '../merge.ts';
import { personShape } from './directory.ts';
import { communityParams, moment } from './shapes.ts';

const base = '/api/communities/{communityId}';
const personParams = communityParams.extend({ personId: z.uuid() });
const pair = z.strictObject({ personIds: z.tuple([z.uuid(), z.uuid()]) });

const likenessShape = z.object({
  /** sure = a proof, likely = signs together, maybe = one sign. */
  confidence: z.enum(['sure', 'likely', 'maybe']),
  reasons: z.array(z.string()),
  /** The one who would stay. */
  kept: personShape,
  other: personShape,
});

/** Routes of merging. */
export const mergeRoutes: readonly Route[] = [
  defineRoute({
    name: 'people.list_likenesses',
    method: 'get',
    path: `${base}/likenesses`,
    summary: 'People who may be one human, the surest first, with what speaks for it; nobody is merged by itself',
    access: can('people.manage'),
    params: communityParams,
    query: z.strictObject({
      personId: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    response: z.object({ items: z.array(likenessShape), total: z.int() }),
    handle: async (ctx, { params, query }) => {
      const { items, total } = await listLikenesses(ctx, params.communityId, query);
      const show = (one: PersonLine) => ({ ...one, groups: one.stays.length });
      const shown = items.map(({ kept, other, ...rest }) => ({ ...rest, kept: show(kept), other: show(other) }));
      return { items: shown, total };
    },
  }),
  defineRoute({
    name: 'people.keep_apart',
    method: 'post',
    path: `${base}/likenesses/refuse`,
    summary: 'Say that two people are not one human; it is not suggested again',
    access: can('people.manage'),
    params: communityParams,
    body: pair,
    handle: (ctx, { params, body }) => setDifferent(ctx, { ...params, ...body }, true),
  }),
  defineRoute({
    name: 'people.compare_again',
    method: 'post',
    path: `${base}/likenesses/restore`,
    summary: 'Take back that two people are not one human',
    access: can('people.manage'),
    params: communityParams,
    body: pair,
    handle: (ctx, { params, body }) => setDifferent(ctx, { ...params, ...body }, false),
  }),
  defineRoute({
    name: 'people.merge_people',
    method: 'post',
    path: `${base}/people/{personId}/merge`,
    summary: 'Make one person of two; everything of the other belongs to this one then',
    access: can('people.manage'),
    params: personParams,
    body: z.strictObject({ otherId: z.uuid() }),
    response: z.object({ mergeId: z.uuid() }),
    handle: (ctx, { params, body }) => mergePeople(ctx, { ...params, ...body }),
  }),
  defineRoute({
    name: 'people.unmerge_people',
    method: 'post',
    path: `${base}/merges/{mergeId}/undo`,
    summary: 'Take two people apart as they were; what has come since stays with the one who was kept',
    access: can('people.manage'),
    params: communityParams.extend({ mergeId: z.uuid() }),
    body: z.strictObject({}),
    response: z.object({ personId: z.uuid(), otherId: z.uuid() }),
    handle: (ctx, { params }) => unmergePeople(ctx, params),
  }),
  defineRoute({
    name: 'people.list_merges',
    method: 'get',
    path: `${base}/people/{personId}/merges`,
    summary: 'What was merged into a person, latest first',
    access: can('people.read'),
    params: personParams,
    response: z.object({
      items: z.array(
        z.object({
          id: z.uuid(),
          mergedAt: moment,
          undoneAt: moment.nullable(),
          accounts: z.array(z.object({ id: z.uuid(), carrier: z.string(), name: z.string() })),
        }),
      ),
    }),
    handle: async (ctx, { params }) => ({ items: await listMerges(ctx, params.communityId, params.personId) }),
  }),
];
