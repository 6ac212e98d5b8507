import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Task, TaskState } from '../task-state.ts';

/** All SQL on `team_tasks`. */

/** The columns of `Task`. */
export const taskColumns = sql`id, community_id as "communityId", group_id as "groupId", kind, title, text, picture_ids as "pictureIds",
  steps, due_at as "dueAt", state, assignee_id as "assigneeId", payload, created_at as "createdAt",
  settled_at as "settledAt", settled_by as "settledBy", note, snoozed_until as "snoozedUntil",
  escalated_at as "escalatedAt", escalation_word as "escalationWord"`;

/** A task in its community. */
export interface TaskId {
  communityId: string;
  taskId: string;
}

/** A task to be inserted. */
export interface NewTaskRow extends Omit<
  Task,
  'state' | 'createdAt' | 'settledAt' | 'settledBy' | 'note' | 'snoozedUntil' | 'escalatedAt' | 'escalationWord'
> {
  key: string | null;
  about: readonly string[];
  createdBy: string;
}

/** Inserts an open task; undefined when its key is taken. */
export async function insertTask(ctx: Ctx, task: NewTaskRow): Promise<Task | undefined> {
  const { rows } = await sql<Task>`
    insert into team_tasks (community_id, id, group_id, kind, key, title, text, picture_ids, steps, due_at, state,
                            assignee_id, payload, about, created_at, created_by)
    values (${task.communityId}, ${task.id}, ${task.groupId}, ${task.kind}, ${task.key}, ${task.title}, ${task.text},
            ${task.pictureIds}::uuid[], ${task.steps}::text[], ${task.dueAt}, 'open', ${task.assigneeId},
            ${JSON.stringify(task.payload)}::jsonb, ${task.about}::uuid[], ${ctx.now()}, ${task.createdBy})
    on conflict (community_id, key) where key is not null do nothing
    returning ${taskColumns}`.execute(ctx.db);
  return rows[0];
}

/** The task of a key. */
export async function selectTaskByKey(ctx: Ctx, communityId: string, key: string): Promise<Task | undefined> {
  const { rows } = await sql<Task>`
    select ${taskColumns} from team_tasks where community_id = ${communityId} and key = ${key}`.execute(ctx.db);
  return rows[0];
}

/** One task. */
export async function selectTask(ctx: Ctx, { communityId, taskId }: TaskId): Promise<Task | undefined> {
  const { rows } = await sql<Task>`
    select ${taskColumns} from team_tasks where community_id = ${communityId} and id = ${taskId}`.execute(ctx.db);
  return rows[0];
}

/** One task, which stays as it is until the transaction ends. */
export async function lockTask(ctx: Ctx, { communityId, taskId }: TaskId): Promise<Task | undefined> {
  const { rows } = await sql<Task>`
    select ${taskColumns} from team_tasks where community_id = ${communityId} and id = ${taskId} for update`.execute(
    ctx.db,
  );
  return rows[0];
}

/** Settles a task that the caller has locked. */
export async function settleTask(
  ctx: Ctx,
  { communityId, taskId }: TaskId,
  how: { state: TaskState; by: string; note: string },
): Promise<Task> {
  const { rows } = await sql<Task>`
    update team_tasks set state = ${how.state}, settled_at = ${ctx.now()}, settled_by = ${how.by}, note = ${how.note}
    where community_id = ${communityId} and id = ${taskId} returning ${taskColumns}`.execute(ctx.db);
  return rows[0]!;
}

/** Gives a task to a user, or to nobody. */
export async function updateAssignee(ctx: Ctx, { communityId, taskId }: TaskId, userId: string | null): Promise<Task> {
  const { rows } = await sql<Task>`
    update team_tasks set assignee_id = ${userId} where community_id = ${communityId} and id = ${taskId}
    returning ${taskColumns}`.execute(ctx.db);
  return rows[0]!;
}

/** Puts an open task off, or (null) takes that back. */
export async function updateSnooze(
  ctx: Ctx,
  { communityId, taskId }: TaskId,
  { until, assigneeId }: { until: Date | null; assigneeId: string | null },
): Promise<Task> {
  const { rows } = await sql<Task>`
    update team_tasks set snoozed_until = ${until}, assignee_id = ${assigneeId}
    where community_id = ${communityId} and id = ${taskId} returning ${taskColumns}`.execute(ctx.db);
  return rows[0]!;
}

/** Notes that a task went up, and to whom. */
export async function raiseTask(
  ctx: Ctx,
  { communityId, taskId }: TaskId,
  { assigneeId, word }: { assigneeId: string | null; word: string },
): Promise<Task> {
  const { rows } = await sql<Task>`
    update team_tasks
    set assignee_id = ${assigneeId}, escalated_at = ${ctx.now()}, escalation_word = ${word}, snoozed_until = null
    where community_id = ${communityId} and id = ${taskId} returning ${taskColumns}`.execute(ctx.db);
  return rows[0]!;
}

/** Communities with late tasks that did not go up yet. */
export async function selectLateCommunities(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct community_id as id from team_tasks
    where state = 'open' and escalated_at is null and due_at < ${ctx.now()}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** Late tasks that did not go up yet and that nobody has put off, locked; others take others. */
export async function lockLate(
  ctx: Ctx,
  communityId: string,
  { before, limit }: { before: Date; limit: number },
): Promise<Task[]> {
  const { rows } = await sql<Task>`
    select ${taskColumns} from team_tasks
    where community_id = ${communityId} and state = 'open' and escalated_at is null and due_at < ${before}
      and (snoozed_until is null or snoozed_until <= ${ctx.now()})
    order by due_at, id limit ${limit} for update skip locked`.execute(ctx.db);
  return rows;
}

/** Gives back the open tasks of somebody who can no longer do them. */
export async function releaseTasks(ctx: Ctx, communityId: string, userId: string): Promise<Task[]> {
  const { rows } = await sql<Task>`
    update team_tasks set assignee_id = null
    where community_id = ${communityId} and assignee_id = ${userId} and state = 'open' returning ${taskColumns}`.execute(
    ctx.db,
  );
  return rows;
}

/** Which tasks to list. Open ones by due time, settled ones latest first. */
export interface TaskFilter {
  state: TaskState;
  /** A user, or null for tasks of nobody; undefined = all. */
  assigneeId?: string | null | undefined;
  groupId?: string | undefined;
  kind?: string | undefined;
  /** Only what was due before this moment. */
  dueBefore?: Date | undefined;
  /** Words in title or text. */
  q?: string | undefined;
  /** Only those that are put off, or only the others. */
  snoozed?: 'only' | 'without' | undefined;
}

/** Where a page ended: due or settlement time (`infinity` = no due time) and id. */
export interface TaskMark {
  at: string;
  id: string;
}

/** A page of tasks. */
export async function selectTasks(
  ctx: Ctx,
  communityId: string,
  page: { filter: TaskFilter; after: TaskMark | null; limit: number },
): Promise<Task[]> {
  const { filter, after, limit } = page;
  const open = filter.state === 'open';
  const mark = after && sql`(${after.at}::timestamptz, ${after.id}::uuid)`;
  const conditions: RawBuilder<unknown>[] = [
    sql`community_id = ${communityId}`,
    // The words of the partial index, so that it is used; then the exact state.
    open ? sql`state = 'open'` : sql`state <> 'open' and state = ${filter.state}`,
    ...(filter.assigneeId === undefined ? [] : [sql`assignee_id is not distinct from ${filter.assigneeId}::uuid`]),
    ...(filter.groupId === undefined ? [] : [sql`group_id = ${filter.groupId}`]),
    ...(filter.kind === undefined ? [] : [sql`kind = ${filter.kind}`]),
    ...(filter.dueBefore === undefined ? [] : [sql`due_at < ${filter.dueBefore}`]),
    ...(filter.q ? [sql`strpos(lower(title || ' ' || text), ${filter.q.toLowerCase()}) > 0`] : []),
    ...(filter.snoozed === 'only' ? [sql`snoozed_until > ${ctx.now()}`] : []),
    ...(filter.snoozed === 'without' ? [sql`(snoozed_until is null or snoozed_until <= ${ctx.now()})`] : []),
    ...(mark ? [open ? sql`(coalesce(due_at, 'infinity'), id) > ${mark}` : sql`(settled_at, id) < ${mark}`] : []),
  ];
  const order = open ? sql`coalesce(due_at, 'infinity'), id` : sql`settled_at desc, id desc`;
  const { rows } = await sql<Task>`
    select ${taskColumns} from team_tasks where ${sql.join(conditions, sql` and `)} order by ${order} limit ${limit}`.execute(
    ctx.db,
  );
  return rows;
}

/** How many open tasks there are. */
export interface TaskCounts {
  open: number;
  overdue: number;
  /** Of the user who asks. */
  mine: number;
  unassigned: number;
}

/** Counts open tasks; `userId` null = nobody's. */
export async function countOpenTasks(ctx: Ctx, communityId: string, userId: string | null): Promise<TaskCounts> {
  const { rows } = await sql<TaskCounts>`
    select count(*) as open, count(*) filter (where due_at < ${ctx.now()}) as overdue,
           count(*) filter (where assignee_id = ${userId}::uuid) as mine,
           count(*) filter (where assignee_id is null) as unassigned
    from team_tasks where community_id = ${communityId} and state = 'open'`.execute(ctx.db);
  return rows[0]!;
}

/** Ids of open tasks about one of these identities. */
export async function selectOpenAbout(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from team_tasks
    where community_id = ${communityId} and about <> '{}' and about && ${identityIds}::uuid[] and state = 'open'
    order by id`.execute(ctx.db);
  return rows.map((row) => row.id);
}

/** Empties all tasks about one of these identities of words and pictures; gives their number. */
export async function blankTasksAbout(
  ctx: Ctx,
  communityId: string,
  blank: { identityIds: readonly string[]; title: string },
): Promise<number> {
  const { rows } = await sql`
    update team_tasks
    set title = ${blank.title}, text = '', steps = '{}', picture_ids = '{}', note = '', payload = '{}', about = '{}',
      escalation_word = ''
    where community_id = ${communityId} and about <> '{}' and about && ${blank.identityIds}::uuid[]
    returning id`.execute(ctx.db);
  return rows.length;
}

/** All tasks by id, in steps, for the full export. */
export async function selectTasksAfter(
  ctx: Ctx,
  communityId: string,
  page: { after: string | null; limit: number },
): Promise<Task[]> {
  const { rows } = await sql<Task>`
    select ${taskColumns} from team_tasks
    where community_id = ${communityId} and (${page.after}::uuid is null or id > ${page.after}::uuid)
    order by id limit ${page.limit}`.execute(ctx.db);
  return rows;
}
