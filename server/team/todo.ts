import { findGroup } from '../groups/index.ts';
import type { Ctx } from '../platform/context.ts';
import { teamErrors } from './errors.ts';
import type { TaskKind } from './slots.ts';
import { checkAssignee, createTask } from './task.ts';
import type { Task } from './task-state.ts';

/** What the team notes for itself; nothing follows from it. */
export const todoKind: TaskKind = { kind: 'team.todo' };

/** Something that somebody of the team has to do, in their own words. */
export interface Todo {
  title: string;
  text?: string | undefined;
  groupId?: string | null | undefined;
  dueAt?: Date | null | undefined;
  assigneeId?: string | null | undefined;
}

/** Notes something to do. */
export async function addTodo(ctx: Ctx, communityId: string, todo: Todo): Promise<Task> {
  if (todo.groupId && !(await findGroup(ctx, { communityId, groupId: todo.groupId }))) throw teamErrors.group_unknown();
  if (todo.assigneeId) await checkAssignee(ctx, communityId, todo.assigneeId);
  return createTask(ctx, { communityId, kind: todoKind.kind, ...todo });
}
