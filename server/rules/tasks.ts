import type { Task, TaskKind } from '../team/index.ts';
import { banKind, carryOutRemoval, declineRemoval, inviteBackKind, removeKind, talkKind } from './sanctions.ts';

/** A private talk; the talk itself is all that follows. */
export const talkTask: TaskKind = { kind: talkKind };

/** Whether somebody has to go: done = yes, skipped = no. */
export const removeTask: TaskKind = decisionOf(removeKind);

/** Whether somebody has to stay out for good: done = yes, skipped = no. */
export const banTask: TaskKind = decisionOf(banKind);

/** Asking somebody back whose removal was wrong, where only a human can let them in. */
export const inviteBackTask: TaskKind = { kind: inviteBackKind };

function decisionOf(kind: string): TaskKind {
  return {
    kind,
    onDone: (ctx, task) => carryOutRemoval(ctx, sanctionOf(task)),
    onSkipped: (ctx, task) => declineRemoval(ctx, sanctionOf(task)),
    onCancelled: (ctx, task) => declineRemoval(ctx, sanctionOf(task)),
  };
}

function sanctionOf(task: Task): { communityId: string; sanctionId: string } {
  return { communityId: task.communityId, sanctionId: (task.payload as { sanctionId: string }).sanctionId };
}
