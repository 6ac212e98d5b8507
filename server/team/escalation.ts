/**
 * A task that nobody gets done goes up: to whoever stands in for its holder, else to an owner. By hand with a word, or by itself when it
 * is late by the community's rule; once, so that nobody is told the same thing every hour.
 */
import { z } from 'zod';
import { recordAudit } from '../platform/audit/audit.ts';
import { listGrants } from '../platform/auth/grants.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { getSettings } from '../platform/settings.ts';
import { teamErrors } from './errors.ts';
import { showTask } from './live.ts';
import { teamSettings } from './settings.ts';
import { standIns } from './slots.ts';
import * as store from './store/tasks.ts';
import { checkAssignee, lockOpenTask } from './task.ts';
import type { Task } from './task-state.ts';

const step = 100;
const hour = 3_600_000;

/** Sends an open task up with a word why; to the one who is named, else to whoever stands in, else to an owner. */
export async function escalateTask(
  ctx: Ctx,
  id: store.TaskId & { word: string; toId?: string | undefined },
): Promise<Task> {
  return inTransaction(ctx, async (inner) => {
    const task = await lockOpenTask(inner, id);
    if (id.toId) await checkAssignee(inner, id.communityId, id.toId);
    const toId = id.toId ?? (await findUpward(inner, task));
    if (toId === null) throw teamErrors.nobody_above();
    const raised = await store.raiseTask(inner, id, { assigneeId: toId, word: id.word });
    const target = { kind: 'task', id: task.id };
    await recordAudit(inner, {
      communityId: id.communityId,
      action: 'team.escalate_task',
      target,
      detail: { kind: task.kind },
    });
    showTask(inner, raised);
    return raised;
  });
}

/** Every ten minutes: late tasks that are not up yet go up where the community wants that. */
export const escalateLate = defineJob({
  name: 'team.escalate_late',
  payload: z.object({}),
  cron: '*/10 * * * *',
  run: async (ctx) => {
    for (const communityId of await store.selectLateCommunities(ctx)) {
      const { escalateHours } = await getSettings(ctx, teamSettings, communityId);
      if (escalateHours === 0) continue;
      const before = new Date(ctx.now().getTime() - escalateHours * hour);
      while ((await inTransaction(ctx, (inner) => raiseSome(inner, communityId, before))) === step) {
        // Each turn is a transaction of its own.
      }
    }
  },
});

async function raiseSome(ctx: Ctx, communityId: string, before: Date): Promise<number> {
  const late = await store.lockLate(ctx, communityId, { before, limit: step });
  for (const task of late) {
    // Who is the only one there keeps it; it is marked as up, so that it is not looked at again.
    const assigneeId = (await findUpward(ctx, task)) ?? task.assigneeId;
    showTask(ctx, await store.raiseTask(ctx, { communityId, taskId: task.id }, { assigneeId, word: '' }));
  }
  return late.length;
}

async function findUpward(ctx: Ctx, task: Task): Promise<string | null> {
  const { communityId, assigneeId } = task;
  for (const findStandIn of assigneeId === null ? [] : ctx.slots(standIns)) {
    const found = await findStandIn(ctx, communityId, assigneeId!);
    if (found !== null) return found;
  }
  const owners = (await listGrants(ctx, communityId)).filter(
    ({ subjectKind, roles, subjectId }) =>
      subjectKind === 'operator' && roles.includes('owner') && subjectId !== assigneeId,
  );
  return owners[0]?.subjectId ?? null;
}
