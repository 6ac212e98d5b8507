/** Routes of groups that are led in turns. */
import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { Turn } from '../store.ts';
import { getLed, listLed, type Led } from '../turns/list.ts';
import { handOver, removePlan, savePlan } from '../turns/turn.ts';

const base = '/api/communities/{communityId}/rotation/groups';
const params = z.strictObject({ communityId: z.uuid() });
const groupParams = params.extend({ groupId: z.uuid() });

const factsShape = z.object({ questions: z.int(), cases: z.int(), tasks: z.int(), guests: z.int(), note: z.boolean() });
const turnShape = z.object({
  id: z.string(),
  userId: z.string(),
  /** Whose turn it is, when a deputy leads instead. */
  insteadOf: z.string().nullable(),
  firstDay: z.string(),
  lastDay: z.string(),
  taskId: z.string().nullable(),
  /** What was handed over; null while it runs, and where it ended otherwise. */
  facts: factsShape.nullable(),
});
const ledShape = z
  .object({
    groupId: z.string(),
    name: z.string(),
    userIds: z.array(z.string()),
    weeks: z.int(),
    version: z.int(),
    turn: turnShape.nullable(),
    late: z.boolean(),
    next: z.object({ userId: z.string(), insteadOf: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'LedGroup' });
const operators = z.array(z.object({ userId: z.string(), name: z.string(), onTeam: z.boolean() }));

function showTurn({ id, userId, insteadOf, firstDay, lastDay, taskId, facts }: Turn): z.input<typeof turnShape> {
  return { id, userId, insteadOf, firstDay, lastDay, taskId, facts };
}

function show({ plan, name, turn, late, next }: Led): z.input<typeof ledShape> {
  return { ...plan, name, turn: turn && showTurn(turn), late, next };
}

/** Plans, turns, hand-over. */
export const turnRoutes: readonly Route[] = [
  defineRoute({
    name: 'rotation.list_groups',
    method: 'get',
    path: base,
    summary: 'All groups that are led in turns: who leads until when, and who is next',
    access: can('rotation.read'),
    params,
    response: z.object({ items: z.array(ledShape), operators }),
    handle: async (ctx, { params: { communityId } }) => {
      const { groups, operators: named } = await listLed(ctx, communityId);
      return { items: groups.map(show), operators: named };
    },
  }),
  defineRoute({
    name: 'rotation.get_group',
    method: 'get',
    path: `${base}/{groupId}`,
    summary: 'One group that is led in turns: what a hand-over would take along now, and the last 20 turns',
    access: can('rotation.read'),
    params: groupParams,
    response: z.object({ group: ledShape, facts: factsShape.nullable(), past: z.array(turnShape), operators }),
    handle: async (ctx, { params: place }) => {
      const { group, facts, past, operators: named } = await getLed(ctx, place);
      return { group: show(group), facts, past: past.map(showTurn), operators: named };
    },
  }),
  defineRoute({
    name: 'rotation.save_plan',
    method: 'put',
    path: `${base}/{groupId}`,
    summary: 'Who leads a group in which order, for how many weeks each; nobody overwrites what they have not seen',
    access: can('rotation.manage'),
    params: groupParams,
    body: z.strictObject({
      /** The version that was on the screen; 0 = there was none. */
      version: z.int().min(0),
      userIds: z.array(z.uuid()).min(1).max(20),
      weeks: z.int().min(1).max(26),
    }),
    handle: (ctx, { params: place, body }) => savePlan(ctx, place, body),
  }),
  defineRoute({
    name: 'rotation.remove_plan',
    method: 'delete',
    path: `${base}/{groupId}`,
    summary: 'Lead a group in turns no longer; what was stays as history',
    access: can('rotation.manage'),
    params: groupParams,
    handle: (ctx, { params: place }) => removePlan(ctx, place),
  }),
  defineRoute({
    name: 'rotation.hand_over',
    method: 'post',
    path: `${base}/{groupId}/hand-over`,
    summary: 'Hand a group over to the next in line: one’s own, or any for who manages the turns',
    access: can('rotation.read'),
    params: groupParams,
    body: z.strictObject({}),
    handle: (ctx, { params: place }) => handOver(ctx, place),
  }),
];
