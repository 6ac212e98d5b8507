import type { Ctx } from '../platform/context.ts';
import { defineSlot } from '../platform/slots.ts';
import type { Task } from './task-state.ts';

/** A kind of task for humans, and what follows when one is settled. */
export interface TaskKind {
  /** `module.noun`, e.g. `carriers.act`; kept in the rows, never reused for something else. */
  readonly kind: string;
  readonly onDone?: (ctx: Ctx, task: Task) => Promise<void>;
  readonly onSkipped?: (ctx: Ctx, task: Task) => Promise<void>;
  readonly onCancelled?: (ctx: Ctx, task: Task) => Promise<void>;
}

/**
 * Kinds of tasks, one filling for each kind. What follows runs once, for a single task, inside the transaction that
 * settles it; when it throws, the task stays open.
 */
export const taskKinds = defineSlot<TaskKind>('team.taskKinds');

/**
 * Who stands in for somebody of the team right now; the first answer that is not null holds. Read-only, inside the transaction of what
 * asks.
 */
export const standIns =
  defineSlot<(ctx: Ctx, communityId: string, userId: string) => Promise<string | null>>('team.standIns');
