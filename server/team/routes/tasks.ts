import { z } from 'zod';
import { paragraphs, singleLine } from '../../communities/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute } from '../../platform/http/route.ts';
import { assignTask, completeTask, countTasks, getTask, listTasks, skipTask, snoozeTask, userOf } from '../task.ts';
import { escalateTask } from '../escalation.ts';
import { taskStates, type Task } from '../task-state.ts';
import { addTodo } from '../todo.ts';

const params = z.strictObject({ communityId: z.uuid() });
const taskParams = z.strictObject({ communityId: z.uuid(), taskId: z.uuid() });

/** A task as the team sees it. */
export const taskShape = z
  .object({
    id: z.string(),
    communityId: z.string(),
    groupId: z.string().nullable(),
    kind: z.string(),
    title: z.string(),
    text: z.string(),
    pictureIds: z.array(z.string()),
    steps: z.array(z.string()),
    dueAt: z.string().nullable(),
    state: z.enum(taskStates),
    assigneeId: z.string().nullable(),
    createdAt: z.string(),
    settledAt: z.string().nullable(),
    note: z.string(),
    /** The message that it was made from. */
    messageId: z.string().nullable(),
    questionId: z.string().nullable(),
    snoozedUntil: z.string().nullable(),
    escalatedAt: z.string().nullable(),
    escalationWord: z.string(),
  })
  .meta({ id: 'Task' });

/** A task for the answer. */
export function show(task: Task): z.input<typeof taskShape> {
  return {
    ...task,
    dueAt: task.dueAt?.toISOString() ?? null,
    createdAt: task.createdAt.toISOString(),
    settledAt: task.settledAt?.toISOString() ?? null,
    snoozedUntil: task.snoozedUntil?.toISOString() ?? null,
    escalatedAt: task.escalatedAt?.toISOString() ?? null,
    messageId: idIn(task, 'messageId'),
    questionId: idIn(task, 'questionId'),
  };
}

function idIn({ payload }: Task, key: 'messageId' | 'questionId'): string | null {
  const value = payload[key];
  return typeof value === 'string' ? value : null;
}

const taskQuery = pageQuery.extend({
  state: z.enum(taskStates).default('open'),
  assignee: z.union([z.enum(['me', 'nobody']), z.uuid()]).optional(),
  groupId: z.uuid().optional(),
  kind: z.string().max(60).optional(),
  due: z.enum(['overdue']).optional(),
  q: z.string().trim().max(60).optional(),
  snoozed: z.enum(['only', 'without']).optional(),
});

function filterOf(ctx: Ctx, { state, assignee, groupId, kind, due, q, snoozed }: z.output<typeof taskQuery>) {
  const assigneeId = assignee === 'me' ? userOf(ctx.actor) : assignee === 'nobody' ? null : assignee;
  return { state, assigneeId, groupId, kind, q, snoozed, dueBefore: due === 'overdue' ? ctx.now() : undefined };
}

const settleBody = z.strictObject({ note: paragraphs(500).optional() });

/** Tasks for humans. */
export const taskRoutes = [
  defineRoute({
    name: 'team.list_tasks',
    method: 'get',
    path: '/api/communities/{communityId}/tasks',
    summary: 'Tasks: open ones by due time, settled ones latest first',
    access: can('tasks.read'),
    params,
    query: taskQuery,
    response: pageOf(taskShape),
    handle: async (ctx, { params: { communityId }, query }) => {
      const { cursor, limit } = query;
      const page = await listTasks(ctx, communityId, { filter: filterOf(ctx, query), cursor, limit });
      return { ...page, items: page.items.map(show) };
    },
  }),
  defineRoute({
    name: 'team.count_tasks',
    method: 'get',
    path: '/api/communities/{communityId}/task-counts',
    summary: 'How many tasks wait: all, overdue, mine, of nobody',
    access: can('tasks.read'),
    params,
    response: z.object({ open: z.number(), overdue: z.number(), mine: z.number(), unassigned: z.number() }),
    handle: (ctx, { params: { communityId } }) => countTasks(ctx, communityId),
  }),
  defineRoute({
    name: 'team.add_todo',
    method: 'post',
    path: '/api/communities/{communityId}/tasks',
    summary: 'Note something that somebody of the team has to do',
    access: can('tasks.do'),
    params,
    body: z.strictObject({
      title: singleLine(120),
      text: paragraphs(4000).optional(),
      groupId: z.uuid().nullable().optional(),
      dueAt: z.iso.datetime({ offset: true }).nullable().optional(),
      assigneeId: z.uuid().nullable().optional(),
    }),
    status: 201,
    response: taskShape,
    handle: async (ctx, { params: { communityId }, body }) => {
      const dueAt = body.dueAt ? new Date(body.dueAt) : null;
      return show(await addTodo(ctx, communityId, { ...body, dueAt }));
    },
  }),
  defineRoute({
    name: 'team.get_task',
    method: 'get',
    path: '/api/communities/{communityId}/tasks/{taskId}',
    summary: 'One task',
    access: can('tasks.read'),
    params: taskParams,
    response: taskShape,
    handle: async (ctx, { params: id }) => show(await getTask(ctx, id)),
  }),
  defineRoute({
    name: 'team.complete_task',
    method: 'post',
    path: '/api/communities/{communityId}/tasks/{taskId}/done',
    summary: 'It is done; saying so twice changes nothing',
    access: can('tasks.do'),
    params: taskParams,
    body: settleBody,
    response: taskShape,
    handle: async (ctx, { params: id, body }) => show(await completeTask(ctx, { ...id, note: body.note })),
  }),
  defineRoute({
    name: 'team.skip_task',
    method: 'post',
    path: '/api/communities/{communityId}/tasks/{taskId}/skip',
    summary: 'It will not be done',
    access: can('tasks.do'),
    params: taskParams,
    body: settleBody,
    response: taskShape,
    handle: async (ctx, { params: id, body }) => show(await skipTask(ctx, { ...id, note: body.note })),
  }),
  defineRoute({
    name: 'team.assign_task',
    method: 'post',
    path: '/api/communities/{communityId}/tasks/{taskId}/assign',
    summary: 'Give an open task to somebody of the team, or (null) to nobody',
    access: can('tasks.do'),
    params: taskParams,
    body: z.strictObject({ assigneeId: z.uuid().nullable() }),
    response: taskShape,
    handle: async (ctx, { params: id, body }) => show(await assignTask(ctx, { ...id, ...body })),
  }),
  defineRoute({
    name: 'team.snooze_task',
    method: 'post',
    path: '/api/communities/{communityId}/tasks/{taskId}/snooze',
    summary: 'Put an open task off until a moment within 60 days, or (null) take that back; its time goes on',
    access: can('tasks.do'),
    params: taskParams,
    body: z.strictObject({ until: z.iso.datetime({ offset: true }).nullable() }),
    response: taskShape,
    handle: async (ctx, { params: id, body: { until } }) =>
      show(await snoozeTask(ctx, { ...id, until: until === null ? null : new Date(until) })),
  }),
  defineRoute({
    name: 'team.escalate_task',
    method: 'post',
    path: '/api/communities/{communityId}/tasks/{taskId}/escalate',
    summary:
      'Send an open task up with a word why: to the one who is named, else to whoever stands in, else to an owner',
    access: can('tasks.do'),
    params: taskParams,
    body: z.strictObject({ word: paragraphs(200).min(1), toId: z.uuid().optional() }),
    response: taskShape,
    handle: async (ctx, { params: id, body }) => show(await escalateTask(ctx, { ...id, ...body })),
  }),
];
