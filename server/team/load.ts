/** Who carries how much: seen by whoever runs the team, and by each of their own. */
import { recordAudit } from '../platform/audit/audit.ts';
import { checkPermission } from '../platform/auth/grants.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { workHandedOver } from './events.ts';
import { showTask } from './live.ts';
import { selectLoad, moveTasks, type Load } from './store/load.ts';
import { checkAssignee, userOf } from './task.ts';
import { listTeam } from './team.ts';

const days = 7;

/** What somebody of the team carries. */
export interface MemberLoad extends Load {
  name: string;
}

/** The load of everybody in the team; who may not run the team sees their own. */
export async function listLoad(ctx: Ctx, communityId: string): Promise<MemberLoad[]> {
  const seesAll = (await checkPermission(ctx, 'team.manage', communityId)) === 'granted';
  const self = userOf(ctx.actor);
  const since = new Date(ctx.now().getTime() - days * 24 * 3_600_000);
  const loads = new Map((await selectLoad(ctx, communityId, since)).map((load) => [load.userId, load]));
  const { items } = await listTeam(ctx, communityId, { limit: 500 });
  return items
    .filter(({ userId, role }) => (seesAll && role !== 'viewer') || userId === self)
    .map(({ userId, name }) => ({
      ...(loads.get(userId) ?? { userId, open: 0, late: 0, done: 0, medianHours: null }),
      name,
    }));
}

/** Gives all open tasks of one to another, or back to all; one's own, or anybody's for whoever runs the team. */
export async function handOverTasks(
  ctx: Ctx,
  { communityId, userId, toId }: { communityId: string; userId: string; toId: string | null },
): Promise<{ tasks: number }> {
  return inTransaction(ctx, async (inner) => {
    const isOwn = userOf(inner.actor) === userId;
    if (!isOwn && (await checkPermission(inner, 'team.manage', communityId)) !== 'granted')
      throw platformErrors.not_allowed();
    if (toId !== null) await checkAssignee(inner, communityId, toId);
    const moved = await moveTasks(inner, communityId, { from: userId, to: toId });
    for (const task of moved) showTask(inner, task);
    inner.emit(workHandedOver, communityId, { userId, toId });
    const detail = { tasks: moved.length };
    await recordAudit(inner, {
      communityId,
      action: 'team.hand_over_tasks',
      target: { kind: 'user', id: userId },
      detail,
    });
    return { tasks: moved.length };
  });
}
