import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute } from '../../platform/http/route.ts';
import { optionalLine } from '../../communities/index.ts';
import { groupFields, groupShape, showGroup, stateFields, tiers } from '../group.ts';
import { createGroup, getGroup, moveLifecycle, updateGroup, type GroupChange } from '../groups.ts';
import { lifecycles } from '../lifecycle.ts';
import { countGroupTabs, listGroups } from '../list.ts';
import { selectDays } from '../store/days.ts';
import { groupSorts } from '../store/groups.ts';

const params = z.strictObject({ communityId: z.uuid() });
const groupParams = z.strictObject({ communityId: z.uuid(), groupId: z.uuid() });
const pictureId = z.uuid().nullable().optional();

const listQuery = pageQuery.extend({
  tier: z.enum(tiers).optional(),
  lifecycle: z.enum(lifecycles).optional(),
  carrier: z.string().max(40).optional(),
  q: optionalLine(60).optional(),
  sort: z.enum(groupSorts).default('created'),
  order: z.enum(['asc', 'desc']).optional(),
});

const countsShape = z.object({
  all: z.number(),
  lifecycle: z.partialRecord(z.enum(lifecycles), z.number()),
  tier: z.partialRecord(z.enum(tiers), z.number()),
});

const dayShape = z.object({
  day: z.string(),
  messages: z.number(),
  reactions: z.number(),
  joins: z.number(),
  leaves: z.number(),
  speakers: z.number(),
  hostMessages: z.number(),
  checkIns: z.number(),
});

/** Groups of a community. */
export const groupRoutes = [
  defineRoute({
    name: 'groups.list_groups',
    method: 'get',
    path: '/api/communities/{communityId}/groups',
    summary: 'Groups, with the numbers of the tabs; the dissolved only when lifecycle=dissolved is asked for',
    access: can('groups.read'),
    params,
    query: listQuery,
    response: pageOf(groupShape).extend({ counts: countsShape }),
    handle: async (ctx, { params: { communityId }, query }) => {
      const { cursor, limit, sort, order, q, ...filter } = query;
      const direction = order ?? (sort === 'name' ? 'asc' : 'desc');
      const page = { cursor, limit, order: { by: sort, direction } };
      const { items, nextCursor } = await listGroups(ctx, { communityId, ...filter, q: q || undefined }, page);
      return { items: items.map(showGroup), nextCursor, counts: await countGroupTabs(ctx, communityId) };
    },
  }),
  defineRoute({
    name: 'groups.create_group',
    method: 'post',
    path: '/api/communities/{communityId}/groups',
    summary: "Open a group; what is not given comes from its tier's defaults. Carrier web is the built-in group",
    access: can('groups.manage'),
    params,
    body: z.strictObject({
      name: groupFields.name,
      tier: groupFields.tier.default('ordinary'),
      carrier: z.enum(['web', 'manual']).default('web'),
      capacity: groupFields.capacity.optional(),
      pictureId,
      notice: groupFields.notice.optional(),
      ...stateFields,
    }),
    status: 201,
    response: groupShape,
    handle: async (ctx, { params: { communityId }, body }) =>
      showGroup(await createGroup(ctx, { communityId, ...body })),
  }),
  defineRoute({
    name: 'groups.get_group',
    method: 'get',
    path: '/api/communities/{communityId}/groups/{groupId}',
    summary: 'One group',
    access: can('groups.read'),
    params: groupParams,
    response: groupShape,
    handle: async (ctx, { params: { communityId, groupId } }) => showGroup(await getGroup(ctx, communityId, groupId)),
  }),
  defineRoute({
    name: 'groups.update_group',
    method: 'patch',
    path: '/api/communities/{communityId}/groups/{groupId}',
    summary: 'Change facts and state of a group; an empty notice takes it down',
    access: can('groups.manage'),
    params: groupParams,
    body: z.strictObject({
      name: groupFields.name.optional(),
      tier: groupFields.tier.optional(),
      capacity: groupFields.capacity.optional(),
      pictureId,
      notice: groupFields.notice.nullable().optional(),
      ...stateFields,
    }),
    response: groupShape,
    handle: async (ctx, { params: target, body }) => {
      const { notice, ...facts } = body;
      const change: GroupChange = { ...facts, ...(notice === undefined ? {} : { notice: { text: notice ?? '' } }) };
      return showGroup(await updateGroup(ctx, target, change));
    },
  }),
  defineRoute({
    name: 'groups.move_lifecycle',
    method: 'post',
    path: '/api/communities/{communityId}/groups/{groupId}/lifecycle',
    summary: 'Move a group on in its life; dissolved is the end: links are revoked, nobody gets in any more',
    access: can('groups.manage'),
    params: groupParams,
    body: z.strictObject({ to: z.enum(lifecycles) }),
    response: groupShape,
    handle: async (ctx, { params: target, body }) => showGroup(await moveLifecycle(ctx, target, body.to)),
  }),
  defineRoute({
    name: 'groups.list_days',
    method: 'get',
    path: '/api/communities/{communityId}/groups/{groupId}/days',
    summary: 'What happened in a group on each local day, at most a year; days without anything are left out',
    access: can('groups.read'),
    params: groupParams,
    query: z
      .strictObject({ from: z.iso.date(), to: z.iso.date() })
      .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) <= 366 * 86_400_000, 'range'),
    response: z.object({ items: z.array(dayShape) }),
    handle: async (ctx, { params: { communityId, groupId }, query }) => {
      await getGroup(ctx, communityId, groupId);
      return { items: await selectDays(ctx, { communityId, groupId, ...query }) };
    },
  }),
];
