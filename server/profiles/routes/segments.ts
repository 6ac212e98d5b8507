/** Routes of segments: what may be asked, saved questions, counting and looking, the file of exactly those who fit. */
import { z } from 'zod';
import { singleLine } from '../../communities/index.ts';
import { personShape } from '../../people/index.ts';
import { can } from '../../platform/http/access.ts';
import { readIdCursor } from '../../people/index.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { definitionShape, type Definition } from '../definition.ts';
import { exportSegment } from '../export.ts';
import { countPrepared } from '../members.ts';
import { beforeAnswer, catchUp } from '../refresh.ts';
import {
  changeSegment,
  createSegment,
  listFacts,
  listSegments,
  openSegment,
  previewSegment,
  setSegmentDeleted,
} from '../segment.ts';
import { base, communityParams, moment } from './shapes.ts';

const segmentParams = communityParams.extend({ segmentId: z.uuid() });

const savedShape = z.object({ id: z.uuid(), name: z.string(), definition: z.unknown(), changedAt: moment });

const factShape = z.object({
  key: z.string(),
  kind: z.enum(['number', 'day', 'choice', 'word', 'text', 'tags', 'groups', 'inviter', 'name', 'card']),
  label: z.string(),
  section: z.enum(['about', 'behaviour', 'places', 'fields']),
  ops: z.array(z.string()),
  windows: z.array(z.int()).optional(),
  options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  private: z.boolean(),
});

const previewShape = z.object({
  sentence: z.string(),
  phrases: z.array(z.string()),
  count: z.int(),
  total: z.int(),
  pending: z.boolean(),
  items: z.array(personShape.extend({ tags: z.array(z.object({ id: z.uuid(), name: z.string() })) })),
  nextCursor: z.string().nullable(),
});

const exportBody = z.strictObject({
  definition: definitionShape,
  format: z.enum(['csv', 'xlsx']),
  /** Private fields, too: only for who may see them, and noted. */
  private: z.boolean().default(false),
});

const savedRoutes: readonly Route[] = [
  defineRoute({
    name: 'profiles.list_segments',
    method: 'get',
    path: `${base}/segments`,
    summary: 'Saved segments by name, each in words',
    access: can('profiles.read'),
    params: communityParams,
    response: z.object({
      items: z.array(savedShape.extend({ sentence: z.string(), phrases: z.array(z.string()), hidden: z.boolean() })),
    }),
    handle: async (ctx, { params }) => ({ items: await listSegments(ctx, params.communityId) }),
  }),
  defineRoute({
    name: 'profiles.count_segment',
    method: 'get',
    path: `${base}/segments/{segmentId}/count`,
    summary: 'How many people are in a saved segment now',
    access: can('profiles.read'),
    params: segmentParams,
    response: z.object({ count: z.int(), pending: z.boolean() }),
    handle: async (ctx, { params }) => {
      const pending = await catchUp(ctx, params.communityId, beforeAnswer);
      return { count: await countPrepared(ctx, await openSegment(ctx, params)), pending };
    },
  }),
  defineRoute({
    name: 'profiles.create_segment',
    method: 'post',
    path: `${base}/segments`,
    summary: 'Save a segment',
    access: can('profiles.manage'),
    params: communityParams,
    body: z.strictObject({ name: singleLine(40), definition: definitionShape }),
    response: savedShape,
    status: 201,
    handle: (ctx, { params, body }) =>
      createSegment(ctx, params.communityId, body as { name: string; definition: Definition }),
  }),
  defineRoute({
    name: 'profiles.change_segment',
    method: 'patch',
    path: `${base}/segments/{segmentId}`,
    summary: 'Change the name of a segment, or what it asks for',
    access: can('profiles.manage'),
    params: segmentParams,
    body: z.strictObject({ name: singleLine(40).optional(), definition: definitionShape.optional() }),
    response: savedShape,
    handle: (ctx, { params, body }) =>
      changeSegment(ctx, params.communityId, { id: params.segmentId, name: body.name, definition: body.definition }),
  }),
  defineRoute({
    name: 'profiles.delete_segment',
    method: 'delete',
    path: `${base}/segments/{segmentId}`,
    summary: 'Put a segment away',
    access: can('profiles.manage'),
    params: segmentParams,
    handle: (ctx, { params }) => setSegmentDeleted(ctx, params.communityId, params.segmentId, true),
  }),
  defineRoute({
    name: 'profiles.restore_segment',
    method: 'post',
    path: `${base}/segments/{segmentId}/restore`,
    summary: 'Bring a segment back',
    access: can('profiles.manage'),
    params: segmentParams,
    body: z.strictObject({}),
    handle: (ctx, { params }) => setSegmentDeleted(ctx, params.communityId, params.segmentId, false),
  }),
];

/** Routes of segments. */
export const segmentRoutes: readonly Route[] = [
  defineRoute({
    name: 'profiles.list_facts',
    method: 'get',
    path: `${base}/segment-facts`,
    summary: 'What may be asked of people here, with the ways of asking; modules add to it by themselves',
    access: can('profiles.read'),
    params: communityParams,
    response: z.object({ items: z.array(factShape) }),
    handle: async (ctx, { params }) => ({
      items: (await listFacts(ctx, params.communityId)).map(({ windows, numbered: _numbered, ...fact }) => ({
        ...fact,
        ops: [...fact.ops],
        ...(windows ? { windows: [...windows] } : {}),
      })),
    }),
  }),
  ...savedRoutes,
  defineRoute({
    name: 'profiles.preview_segment',
    method: 'post',
    path: `${base}/segments/preview`,
    summary: 'Who fits a definition now: how many, in words, and a page of them, newest first',
    access: can('profiles.read'),
    params: communityParams,
    body: z.strictObject({
      definition: definitionShape,
      cursor: z.string().max(400).optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    response: previewShape,
    transaction: false,
    handle: async (ctx, { params, body }) => {
      const page = { after: readIdCursor(body.cursor), limit: body.limit };
      const preview = await previewSegment(ctx, { ...params, definition: body.definition }, page);
      return { ...preview, items: preview.items.map((one) => ({ ...one, groups: one.stays.length })) };
    },
  }),
  defineRoute({
    name: 'profiles.export_people',
    method: 'post',
    path: `${base}/segments/export`,
    summary: 'A file of exactly the people who fit a definition now, as CSV or for a spreadsheet',
    access: can('profiles.export'),
    params: communityParams,
    body: exportBody,
    response: 'binary',
    transaction: false,
    handle: (ctx, { params, body }) => exportSegment(ctx, params.communityId, body),
  }),
];
