/**
 * Tasks for humans: what the program can't do (on a carrier without that ability) or shouldn't decide. A task is made
 * once for its key, settled once, and what follows from it happens in the same transaction.
 */
import { recordAudit } from '../platform/audit/audit.ts';
import { actorKey, type Actor } from '../platform/auth/actor.ts';
import { userMay } from '../platform/auth/grants.ts';
import type { EventKind } from '../platform/bus/event.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, isMoment, toPage } from '../platform/http/cursor.ts';
import { isId, newId } from '../platform/ids.ts';
import { teamErrors } from './errors.ts';
import { taskCancelled, taskCreated, taskDone, taskSkipped } from './events.ts';
import { showTask } from './live.ts';
import { taskKinds, type TaskKind } from './slots.ts';
import * as store from './store/tasks.ts';
import { canSettle, type Settler, type Task, type TaskState } from './task-state.ts';

/** What making a task takes. */
export interface NewTask {
  communityId: string;
  groupId?: string | null | undefined;
  /** A kind that somebody has filled into `taskKinds`. */
  kind: string;
  /** One line, at most 200 characters. */
  title: string;
  text?: string | undefined;
  pictureIds?: readonly string[] | undefined;
  steps?: readonly string[] | undefined;
  dueAt?: Date | null | undefined;
  assigneeId?: string | null | undefined;
  payload?: Record<string, unknown> | undefined;
  /** Names the wish: asking again with the same key gives the first task. */
  key?: string | undefined;
  /** Identities that title or text speak of, so that erasing a person reaches the task. */
  about?: readonly string[] | undefined;
}

/** Names in a title can be long in characters (families of emoji); the rest of the line is cut off. */
const longestTitle = 200;

/** Makes a task, or gives the one that its key has already made. */
export async function createTask(ctx: Ctx, wish: NewTask): Promise<Task> {
  kindOf(ctx, wish.kind);
  return inTransaction(ctx, async (inner) => {
    const { communityId, kind, key = null, groupId = null, dueAt = null } = wish;
    const title = [...wish.title].slice(0, longestTitle).join('');
    const task = await store.insertTask(inner, {
      id: newId(inner.now()),
      communityId,
      kind,
      title,
      key,
      groupId,
      dueAt,
      text: wish.text ?? '',
      pictureIds: [...(wish.pictureIds ?? [])],
      steps: [...(wish.steps ?? [])],
      assigneeId: wish.assigneeId ?? null,
      payload: wish.payload ?? {},
      about: wish.about ?? [],
      createdBy: actorKey(inner.actor),
    });
    if (!task) return (await store.selectTaskByKey(inner, communityId, key!))!;
    tell(inner, task, taskCreated);
    return task;
  });
}

/** A task; throws `platform.not_found`. */
export async function getTask(ctx: Ctx, id: store.TaskId): Promise<Task> {
  const task = await store.selectTask(ctx, id);
  if (!task) throw platformErrors.not_found();
  return task;
}

/** A human has done it. Doing it twice is doing it once; what was skipped or taken back is refused. */
export async function completeTask(ctx: Ctx, id: store.TaskId & { note?: string | undefined }): Promise<Task> {
  return settle(ctx, id, { to: 'done', by: 'team', event: taskDone });
}

/** A human decides not to do it. */
export async function skipTask(ctx: Ctx, id: store.TaskId & { note?: string | undefined }): Promise<Task> {
  return settle(ctx, id, { to: 'skipped', by: 'team', event: taskSkipped });
}

/** The program no longer needs it. Settled tasks stay as they are. */
export async function cancelTask(ctx: Ctx, id: store.TaskId): Promise<Task> {
  return inTransaction(ctx, async (inner) => {
    const task = await store.lockTask(inner, id);
    if (task && task.state !== 'open') return task;
    return settle(inner, id, { to: 'cancelled', by: 'program', event: taskCancelled });
  });
}

/** Gives an open task to somebody of the team, or to nobody. */
export async function assignTask(ctx: Ctx, id: store.TaskId & { assigneeId: string | null }): Promise<Task> {
  return inTransaction(ctx, async (inner) => {
    const task = await lockTask(inner, id);
    if (task.assigneeId === id.assigneeId) return task;
    if (task.state !== 'open') throw settled(inner, task);
    if (id.assigneeId !== null) await checkAssignee(inner, id.communityId, id.assigneeId);
    const assigned = await store.updateAssignee(inner, id, id.assigneeId);
    showTask(inner, assigned);
    return assigned;
  });
}

/** Who puts something off for longer has decided not to do it. */
const longestSnooze = 60 * 24 * 3_600_000;

/** Puts an open task off until a moment, or (null) takes that back; what was nobody's is then with whoever does it. */
export async function snoozeTask(ctx: Ctx, id: store.TaskId & { until: Date | null }): Promise<Task> {
  const left = id.until === null ? 1 : id.until.getTime() - ctx.now().getTime();
  if (left <= 0 || left > longestSnooze) throw teamErrors.snooze_not_possible();
  return inTransaction(ctx, async (inner) => {
    const task = await lockOpenTask(inner, id);
    const assigneeId = task.assigneeId ?? (id.until === null ? null : userOf(inner.actor));
    const snoozed = await store.updateSnooze(inner, id, { until: id.until, assigneeId });
    showTask(inner, snoozed);
    return snoozed;
  });
}

/** An open task, which stays as it is until the transaction ends; throws for one that is settled. */
export async function lockOpenTask(ctx: Ctx, id: store.TaskId): Promise<Task> {
  const task = await lockTask(ctx, id);
  if (task.state !== 'open') throw settled(ctx, task);
  return task;
}

/** Throws `team.assignee_not_possible` unless the user is of the team and may do tasks. */
export async function checkAssignee(ctx: Ctx, communityId: string, userId: string): Promise<void> {
  if (!(await userMay(ctx, { userId, communityId }, 'tasks.do'))) throw teamErrors.assignee_not_possible();
}

/** Gives the open tasks of somebody who leaves back to the team. */
export async function releaseTasksOf(ctx: Ctx, communityId: string, userId: string): Promise<void> {
  for (const task of await store.releaseTasks(ctx, communityId, userId)) showTask(ctx, task);
}

/** A page of tasks: open ones by due time, settled ones latest first. */
export async function listTasks(
  ctx: Ctx,
  communityId: string,
  page: { filter: store.TaskFilter; cursor?: string | undefined; limit: number },
): Promise<{ items: Task[]; nextCursor: string | null }> {
  const after = page.cursor === undefined ? null : readMark(page.cursor);
  const rows = await store.selectTasks(ctx, communityId, { filter: page.filter, after, limit: page.limit + 1 });
  const open = page.filter.state === 'open';
  return toPage(rows, page.limit, (task) => [
    (open ? task.dueAt?.toISOString() : task.settledAt?.toISOString()) ?? 'infinity',
    task.id,
  ]);
}

/** How many tasks wait: all, overdue, of the one who asks, of nobody. */
export async function countTasks(ctx: Ctx, communityId: string): Promise<store.TaskCounts> {
  return store.countOpenTasks(ctx, communityId, userOf(ctx.actor));
}

/** Forgets what tasks say of these identities; open ones are taken back first. Gives how many tasks it touched. */
export async function eraseTasksAbout(
  ctx: Ctx,
  { communityId, identityIds }: { communityId: string; identityIds: readonly string[] },
): Promise<number> {
  return inTransaction(ctx, async (inner) => {
    for (const taskId of await store.selectOpenAbout(inner, communityId, identityIds)) {
      await cancelTask(inner, { communityId, taskId });
    }
    const title = inner.t('team:task.erased');
    return store.blankTasksAbout(inner, communityId, { identityIds, title });
  });
}

/** The user behind an operator or a token. */
export function userOf(actor: Actor): string | null {
  return actor.kind === 'operator' || actor.kind === 'token' ? actor.userId : null;
}

interface Settlement {
  to: Exclude<TaskState, 'open'>;
  by: Settler;
  event: typeof taskDone;
}

async function settle(ctx: Ctx, id: store.TaskId & { note?: string | undefined }, how: Settlement): Promise<Task> {
  return inTransaction(ctx, async (inner) => {
    const before = await lockTask(inner, id);
    if (before.state === how.to) return before;
    if (!canSettle(before.state, how.to, how.by)) throw settled(inner, before);
    const by = actorKey(inner.actor);
    const task = await store.settleTask(inner, id, { state: how.to, by, note: id.note ?? '' });
    await followUp(kindOf(inner, task.kind), how.to)?.(inner, task);
    if (how.by === 'team') await audit(inner, task);
    tell(inner, task, how.event);
    return task;
  });
}

async function audit(ctx: Ctx, task: Task): Promise<void> {
  const target = { kind: 'task', id: task.id };
  const detail = { kind: task.kind };
  const { communityId } = task;
  if (task.state === 'done') await recordAudit(ctx, { communityId, action: 'team.complete_task', target, detail });
  else await recordAudit(ctx, { communityId, action: 'team.skip_task', target, detail });
}

function followUp(kind: TaskKind, state: Settlement['to']): TaskKind['onDone'] {
  if (state === 'done') return kind.onDone;
  return state === 'skipped' ? kind.onSkipped : kind.onCancelled;
}

function kindOf(ctx: Ctx, name: string): TaskKind {
  const found = ctx.slots(taskKinds).filter((kind) => kind.kind === name);
  if (found.length !== 1) throw new Error(`task kind ${name} is filled ${found.length} times, not once`);
  return found[0]!;
}

async function lockTask(ctx: Ctx, id: store.TaskId): Promise<Task> {
  const task = await store.lockTask(ctx, id);
  if (!task) throw platformErrors.not_found();
  return task;
}

function settled(ctx: Ctx, task: Task) {
  const { state } = task;
  return teamErrors.task_settled({ state, how: ctx.t(`team:state.${state}`) });
}

function tell(ctx: Ctx, task: Task, event: EventKind<{ taskId: string; groupId: string | null; kind: string }>): void {
  ctx.emit(event, task.communityId, { taskId: task.id, groupId: task.groupId, kind: task.kind });
  showTask(ctx, task);
}

function readMark(cursor: string): store.TaskMark {
  const [at, id] = decodeCursor(cursor, 2).map(String);
  const known = at === 'infinity' || isMoment(at);
  if (!known || !isId(id!)) throw platformErrors.bad_cursor();
  return { at, id: id! };
}
