import type { Task, TaskKind } from '../team/index.ts';
import { carryOutRemoval, declineRemoval, removeKind, talkKind } from './sanctions.ts';

/** A private talk; the talk itself is all that follows. */
export const talkTask: TaskKind = { kind: talkKind };

/** Whether somebody has to go: done = yes, skipped = no. */
export const removeTask: TaskKind = {
  kind: removeKind,
  onDone: (ctx, task) => carryOutRemoval(ctx, sanctionOf(task)),
  onSkipped: (ctx, task) => declineRemoval(ctx, sanctionOf(task)),
  onCancelled: (ctx, task) => declineRemoval(ctx, sanctionOf(task)),
};

function sanctionOf(task: Task): { communityId: string; sanctionId: string } {
  return { communityId: task.communityId, sanctionId: (task.payload as { sanctionId: string }).sanctionId };
}
