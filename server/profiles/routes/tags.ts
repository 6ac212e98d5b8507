/** Routes of tags: the list, making, renaming, putting away, giving and taking. */
import { z } from 'zod';
import { singleLine } from '../../communities/index.ts';
import { can } from '../../platform/http/access.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { definitionShape } from '../definition.ts';
import { profilesErrors } from '../errors.ts';
import { findPrepared } from '../members.ts';
import { beforeAnswer, catchUp } from '../refresh.ts';
import { listTagsOf, openSegment } from '../segment.ts';
import { createTag, giveTag, listTags, renameTag, setTagDeleted, takeGiven, takeTag } from '../tag.ts';
import { listTagRules } from '../tag-rule.ts';
import type { Ctx } from '../../platform/context.ts';
import { base, communityParams, moment } from './shapes.ts';

const tagParams = communityParams.extend({ tagId: z.uuid() });
const ruleShape = z.object({
  segmentId: z.uuid(),
  segmentName: z.string(),
  followedAt: moment.nullable(),
  /** Its segment was put away: nothing is given or taken. */
  rests: z.enum(['segment_gone', 'asks_itself']).nullable(),
});
const tagShape = z.object({ id: z.uuid(), name: z.string() });

/** Whom a tag is given to or taken from: named people, or everybody in a segment. */
const whom = {
  personIds: z.array(z.uuid()).min(1).max(500).optional(),
  definition: definitionShape.optional(),
};

async function findWhom(
  ctx: Ctx,
  communityId: string,
  {
    personIds,
    definition,
  }: { personIds?: string[] | undefined; definition?: z.output<typeof definitionShape> | undefined },
): Promise<string[]> {
  if ((personIds === undefined) === (definition === undefined)) throw profilesErrors.nobody_named();
  if (personIds) return personIds;
  await catchUp(ctx, communityId, beforeAnswer);
  const prepared = await openSegment(ctx, { communityId, definition: definition! });
  return (await findPrepared(ctx, prepared, { after: null, limit: null })).map(({ personId }) => personId);
}

/** Routes of tags. */
export const tagRoutes: readonly Route[] = [
  defineRoute({
    name: 'profiles.list_tags',
    method: 'get',
    path: `${base}/tags`,
    summary: 'The tags of a community by name, and how many people have each',
    access: can('profiles.read'),
    params: communityParams,
    response: z.object({ items: z.array(tagShape.extend({ people: z.int(), rule: ruleShape.nullable() })) }),
    handle: async (ctx, { params }) => {
      const rules = await listTagRules(ctx, params.communityId);
      const tags = await listTags(ctx, params.communityId);
      return { items: tags.map((tag) => ({ ...tag, rule: rules.get(tag.id) ?? null })) };
    },
  }),
  defineRoute({
    name: 'profiles.create_tag',
    method: 'post',
    path: `${base}/tags`,
    summary: 'Make a tag',
    access: can('profiles.manage'),
    params: communityParams,
    body: z.strictObject({ name: singleLine(20) }),
    response: tagShape,
    status: 201,
    handle: (ctx, { params, body }) => createTag(ctx, params.communityId, body.name),
  }),
  defineRoute({
    name: 'profiles.rename_tag',
    method: 'patch',
    path: `${base}/tags/{tagId}`,
    summary: 'Give a tag another name',
    access: can('profiles.manage'),
    params: tagParams,
    body: z.strictObject({ name: singleLine(20) }),
    handle: (ctx, { params, body }) => renameTag(ctx, params.communityId, { id: params.tagId, name: body.name }),
  }),
  defineRoute({
    name: 'profiles.delete_tag',
    method: 'delete',
    path: `${base}/tags/{tagId}`,
    summary: 'Take a tag out of use; who had it gets it again when it is brought back',
    access: can('profiles.manage'),
    params: tagParams,
    handle: (ctx, { params }) => setTagDeleted(ctx, params.communityId, params.tagId, true),
  }),
  defineRoute({
    name: 'profiles.restore_tag',
    method: 'post',
    path: `${base}/tags/{tagId}/restore`,
    summary: 'Bring a tag back',
    access: can('profiles.manage'),
    params: tagParams,
    body: z.strictObject({}),
    handle: (ctx, { params }) => setTagDeleted(ctx, params.communityId, params.tagId, false),
  }),
  defineRoute({
    name: 'profiles.give_tag',
    method: 'post',
    path: `${base}/tags/{tagId}/give`,
    summary: 'Put a tag on people, for ever or until the end of a day',
    access: can('profiles.manage'),
    params: tagParams,
    body: z.strictObject({
      ...whom,
      expiresOn: z.iso.date().nullable().default(null),
      /** Who has it already keeps it as it is. */
      onlyNew: z.boolean().default(false),
    }),
    response: z.object({ people: z.int(), givenAt: moment }),
    handle: async (ctx, { params, body }) => {
      const personIds = await findWhom(ctx, params.communityId, body);
      return giveTag(ctx, { ...params, personIds, onlyNew: body.onlyNew }, body.expiresOn);
    },
  }),
  defineRoute({
    name: 'profiles.take_tag',
    method: 'post',
    path: `${base}/tags/{tagId}/take`,
    summary: 'Take a tag off people, or take back what oneself gave at a moment (`givenAt` of the answer to giving)',
    access: can('profiles.manage'),
    params: tagParams,
    body: z.strictObject({ ...whom, givenAt: z.iso.datetime().optional() }),
    response: z.object({
      people: z.int(),
      /** Named people who had it, and until when; empty when nobody was named. */
      had: z.array(z.object({ personId: z.uuid(), expiresOn: z.iso.date().nullable() })),
    }),
    handle: async (ctx, { params, body: { givenAt, ...named } }) => {
      if (givenAt !== undefined) {
        if (named.personIds ?? named.definition) throw profilesErrors.nobody_named();
        return { people: await takeGiven(ctx, { ...params, givenAt: new Date(givenAt) }), had: [] };
      }
      const had = await takeTag(ctx, { ...params, personIds: await findWhom(ctx, params.communityId, named) });
      return { people: had.length, had: named.personIds ? had : [] };
    },
  }),
  defineRoute({
    name: 'profiles.list_tags_of',
    method: 'get',
    path: `${base}/people-tags`,
    summary: 'The tags of some people, for the columns of a list',
    access: can('profiles.read'),
    params: communityParams,
    query: z.strictObject({
      personIds: z
        .string()
        .max(8000)
        .transform((text) => text.split(','))
        .pipe(z.array(z.uuid()).min(1).max(200)),
    }),
    response: z.object({ items: z.array(z.object({ personId: z.uuid(), tags: z.array(tagShape) })) }),
    handle: async (ctx, { params, query }) => {
      const tags = await listTagsOf(ctx, params.communityId, query.personIds);
      return { items: [...tags].map(([personId, mine]) => ({ personId, tags: mine })) };
    },
  }),
];
