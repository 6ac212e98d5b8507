/** Routes of the newcomers' path. */
import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { greetNewcomer, listNewcomers, readPath } from '../newcomers.ts';
import { enoughNewcomers, pathDays, standings } from '../path.ts';
import { communityParams, moment } from './shapes.ts';

const base = '/api/communities/{communityId}/care/newcomers';
const count = z.int();

const newcomerShape = z
  .object({
    groupId: z.uuid(),
    identityId: z.uuid(),
    personId: z.uuid().nullable(),
    name: z.string(),
    pictureId: z.uuid().nullable(),
    joinedAt: moment,
    welcomedAt: moment.nullable(),
    cardedAt: moment.nullable(),
    spokeAt: moment.nullable(),
    answeredAt: moment.nullable(),
    backOn: z.string().nullable(),
    leftAt: moment.nullable(),
    stands: z.enum(standings),
    greetTaskId: z.uuid().nullable(),
    /** Whether the team may write to them on its own account. */
    isOpen: z.boolean(),
  })
  .meta({ id: 'Newcomer' });

/** The funnel, the list, and a greeting. */
export const newcomerRoutes: readonly Route[] = [
  defineRoute({
    name: 'care.read_path',
    method: 'get',
    path: `${base}/path`,
    summary:
      'How far newcomers get in their first days: those of the last four weeks as counts, those under way by where they stand',
    access: can('care.read'),
    params: communityParams,
    query: z.strictObject({ groupId: z.uuid().optional() }),
    response: z.object({
      days: count,
      enough: count,
      over: z.object({
        people: count,
        welcomed: count,
        carded: count,
        spoke: count,
        answered: count,
        back: count,
        few: z.boolean(),
      }),
      now: z.object({ people: count, standings: z.partialRecord(z.enum(standings), count) }),
    }),
    handle: async (ctx, { params: { communityId }, query: { groupId = null } }) => ({
      days: pathDays,
      enough: enoughNewcomers,
      ...(await readPath(ctx, { communityId, groupId })),
    }),
  }),
  defineRoute({
    name: 'care.list_newcomers',
    method: 'get',
    path: base,
    summary: 'Who is in their first days and where they stand, the latest first',
    access: can('care.read'),
    params: communityParams,
    query: pageQuery.extend({ groupId: z.uuid().optional(), stands: z.enum(standings).optional() }),
    response: pageOf(newcomerShape),
    handle: async (ctx, { params: { communityId }, query: { groupId = null, stands = null, ...page } }) => {
      const { items, nextCursor } = await listNewcomers(ctx, { communityId, groupId, stands }, page);
      return {
        items: items.map(({ communityId: _community, membershipId: _stay, ...line }) => line),
        nextCursor,
      };
    },
  }),
  defineRoute({
    name: 'care.greet_newcomer',
    method: 'post',
    path: `${base}/{identityId}/greeting`,
    summary: 'Make a task to say hello, with words ready to copy; once for each person',
    access: can('care.greet'),
    params: communityParams.extend({ identityId: z.uuid() }),
    body: z.strictObject({ groupId: z.uuid() }),
    response: z.object({ taskId: z.uuid(), fresh: z.boolean() }),
    status: 201,
    handle: (ctx, { params: { communityId, identityId }, body: { groupId } }) =>
      greetNewcomer(ctx, { communityId, groupId, identityId }),
  }),
];
