/** Routes of the directory: the list of people with its filters, their number, one person's timeline. */
import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { countPeople, listPeople } from '../directory.ts';
import { selectSources } from '../store/directory.ts';
import { readTimeline } from '../timeline.ts';
import { communityParams, moment, roleShape } from './shapes.ts';

const base = '/api/communities/{communityId}';
const day = z.iso.date().optional();

const query = pageQuery.extend({
  q: z.string().max(60).optional(),
  groupId: z.uuid().optional(),
  /** host = owner, admin or steward of a group. */
  role: z.enum(['host', 'member']).optional(),
  source: z.string().max(120).optional(),
  inviterId: z.uuid().optional(),
  activity: z.enum(['active', 'quiet', 'never']).optional(),
  joinedFrom: day,
  joinedTo: day,
  leftFrom: day,
  leftTo: day,
  spokeFrom: day,
  spokeTo: day,
  sort: z.enum(['joined', 'active']).default('joined'),
});

/** A person as lists of people show them. */
export const personShape = z
  .object({
    personId: z.uuid(),
    identityId: z.uuid(),
    name: z.string(),
    pictureId: z.uuid().nullable(),
    carriers: z.array(z.string()),
    groups: z.int(),
    stays: z.array(z.object({ groupId: z.uuid(), groupName: z.string(), role: roleShape })),
    source: z.string().nullable(),
    inviterName: z.string().nullable(),
    joinedAt: moment.nullable(),
    lastActiveOn: z.string().nullable(),
    messages28: z.int(),
    createdAt: moment,
  })
  .meta({ id: 'Person' });

const entryShape = z.object({
  key: z.string(),
  at: moment,
  kind: z.string(),
  groupId: z.uuid().nullable(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** Routes of the directory. */
export const directoryRoutes: readonly Route[] = [
  defineRoute({
    name: 'people.list_people',
    method: 'get',
    path: `${base}/people`,
    summary:
      'People by name, group, days, source, activity; newest first, or (sort=active, only who has spoken) latest active first',
    access: can('people.read'),
    params: communityParams,
    query,
    response: pageOf(personShape),
    handle: async (ctx, { params, query: wish }) => {
      const { items, nextCursor } = await listPeople(ctx, { ...params, ...wish }, wish);
      return { items: items.map((person) => ({ ...person, groups: person.stays.length })), nextCursor };
    },
  }),
  defineRoute({
    name: 'people.count_people',
    method: 'get',
    path: `${base}/people-counts`,
    summary: 'How many people and accounts there are, and how many accounts spoke in the last 28 days',
    access: can('people.read'),
    params: communityParams,
    response: z.object({ people: z.int(), identities: z.int(), active: z.int() }),
    handle: (ctx, { params }) => countPeople(ctx, params.communityId),
  }),
  defineRoute({
    name: 'people.list_sources',
    method: 'get',
    path: `${base}/people-sources`,
    summary: 'The channels through which people came in, most used first',
    access: can('people.read'),
    params: communityParams,
    response: z.object({ items: z.array(z.object({ source: z.string(), stays: z.int() })) }),
    handle: async (ctx, { params }) => ({ items: await selectSources(ctx, params.communityId) }),
  }),
  defineRoute({
    name: 'people.read_timeline',
    method: 'get',
    path: `${base}/people/{personId}/timeline`,
    summary:
      'What happened with somebody, latest first: comings and goings, weeks of talk, and what other modules know',
    access: can('people.read'),
    params: communityParams.extend({ personId: z.uuid() }),
    query: pageQuery,
    response: pageOf(entryShape),
    handle: (ctx, { params, query: page }) => readTimeline(ctx, params, page),
  }),
];
