/** Routes over many tasks: a batch, everybody's load, handing all over, and the rule by which late ones go up. */
import { z } from 'zod';
import { recordAudit } from '../../platform/audit/audit.ts';
import { can } from '../../platform/http/access.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { getSettings, setSettings } from '../../platform/settings.ts';
import { changeTasks } from '../batch.ts';
import { handOverTasks, listLoad } from '../load.ts';
import { teamSettings } from '../settings.ts';

const base = '/api/communities/{communityId}';
const params = z.strictObject({ communityId: z.uuid() });

const act = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('assign'), assigneeId: z.uuid().nullable() }),
  z.strictObject({ how: z.literal('snooze'), until: z.iso.datetime({ offset: true }).nullable() }),
  z.strictObject({ how: z.enum(['done', 'skip']) }),
]);

/** Routes over many tasks. */
export const manyTasksRoutes: readonly Route[] = [
  defineRoute({
    name: 'team.change_tasks',
    method: 'post',
    path: `${base}/tasks:batch`,
    summary: 'Do the same with many tasks; each stands for itself, and those that refuse are named',
    access: can('tasks.do'),
    params,
    body: z.strictObject({ taskIds: z.array(z.uuid()).min(1).max(100), act }),
    response: z.object({
      changed: z.array(z.string()),
      refused: z.array(z.object({ taskId: z.string(), code: z.string() })),
    }),
    handle: (ctx, { params: { communityId }, body: { taskIds, act: wish } }) => {
      const how =
        wish.how === 'snooze' ? { how: wish.how, until: wish.until === null ? null : new Date(wish.until) } : wish;
      return changeTasks(ctx, { communityId, taskIds, act: how });
    },
  }),
  defineRoute({
    name: 'team.list_load',
    method: 'get',
    path: `${base}/task-load`,
    summary:
      'Who carries how much: open, late, done in seven days, the middle time of those; one sees oneself, who runs the team all',
    access: can('tasks.read'),
    params,
    response: z.object({
      items: z.array(
        z.object({
          userId: z.string(),
          name: z.string(),
          open: z.int(),
          late: z.int(),
          done: z.int(),
          medianHours: z.number().nullable(),
        }),
      ),
    }),
    handle: async (ctx, { params: { communityId } }) => ({ items: await listLoad(ctx, communityId) }),
  }),
  defineRoute({
    name: 'team.hand_over_tasks',
    method: 'post',
    path: `${base}/team/{userId}/hand-over`,
    summary:
      "Give all open work of one to another, or (null) back to all: one's own, or anybody's for who runs the team",
    access: can('tasks.do'),
    params: z.strictObject({ communityId: z.uuid(), userId: z.uuid() }),
    body: z.strictObject({ toId: z.uuid().nullable() }),
    response: z.object({ tasks: z.int() }),
    handle: (ctx, { params: who, body: { toId } }) => handOverTasks(ctx, { ...who, toId }),
  }),
  defineRoute({
    name: 'team.get_team_settings',
    method: 'get',
    path: `${base}/team-settings`,
    summary: 'When late tasks go up by themselves',
    access: can('team.read'),
    params,
    response: teamSettings.schema,
    handle: (ctx, { params: { communityId } }) => getSettings(ctx, teamSettings, communityId),
  }),
  defineRoute({
    name: 'team.set_team_settings',
    method: 'put',
    path: `${base}/team-settings`,
    summary: 'Change when late tasks go up by themselves',
    access: can('team.manage'),
    params,
    body: teamSettings.schema,
    response: teamSettings.schema,
    handle: async (ctx, { params: { communityId }, body }) => {
      const before = await getSettings(ctx, teamSettings, communityId);
      const after = await setSettings(ctx, teamSettings, { communityId, value: body });
      await recordAudit(ctx, { communityId, action: 'team.set_team_settings', detail: { before, after } });
      return after;
    },
  }),
];
