import { checkPermission } from '../platform/auth/grants.ts';
import type { Ctx } from '../platform/context.ts';
import { isId } from '../platform/ids.ts';
import type { Channel } from '../platform/live/channel.ts';
import type { Task } from './task-state.ts';

/** What happens in the team of a community (id): tasks come and go, roles change. Frames hold ids; details are read again. */
export const teamChannel: Channel = {
  name: 'team',
  mayListen: async (ctx, communityId) =>
    isId(communityId) && (await checkPermission(ctx, 'team.read', communityId)) === 'granted',
};

/** Shows a new or changed task to the team after commit. */
export function showTask(ctx: Ctx, task: Task): void {
  const { communityId, id: taskId, groupId, kind, state, assigneeId } = task;
  const frame = { type: 'task', taskId, groupId, kind, state, assigneeId };
  ctx.afterCommit(() => ctx.services.live.publish('team', communityId, frame));
}

/** Tells after commit that the team is another; whoever listens must prove again that they may. */
export function showTeamChange(ctx: Ctx, communityId: string, userId: string): void {
  ctx.afterCommit(() => {
    ctx.services.live.recheck('team', communityId);
    ctx.services.live.publish('team', communityId, { type: 'team', userId });
  });
}
