import { inTransaction, type Ctx } from '../platform/context.ts';
import { AppError } from '../platform/errors.ts';
import { assignTask, completeTask, skipTask, snoozeTask } from './task.ts';

/** What is done with many tasks at once. */
export type BatchAct =
  { how: 'assign'; assigneeId: string | null } | { how: 'snooze'; until: Date | null } | { how: 'done' | 'skip' };

/** What became of a batch: each task stands for itself. */
export interface BatchAnswer {
  changed: string[];
  refused: { taskId: string; code: string }[];
}

/** Does the same with each of these tasks; what is refused for one stops none of the others. */
export async function changeTasks(
  ctx: Ctx,
  { communityId, taskIds, act }: { communityId: string; taskIds: readonly string[]; act: BatchAct },
): Promise<BatchAnswer> {
  const answer: BatchAnswer = { changed: [], refused: [] };
  for (const taskId of new Set(taskIds)) {
    try {
      // Not one transaction for all: what follows from each task may take its time and may fail.
      await inTransaction(ctx, (inner) => changeOne(inner, { communityId, taskId }, act));
      answer.changed.push(taskId);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      answer.refused.push({ taskId, code: error.code });
    }
  }
  return answer;
}

async function changeOne(ctx: Ctx, id: { communityId: string; taskId: string }, act: BatchAct): Promise<void> {
  if (act.how === 'assign') await assignTask(ctx, { ...id, assigneeId: act.assigneeId });
  else if (act.how === 'snooze') await snoozeTask(ctx, { ...id, until: act.until });
  else if (act.how === 'done') await completeTask(ctx, id);
  else await skipTask(ctx, id);
}
