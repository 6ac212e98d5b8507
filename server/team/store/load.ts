import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Task } from '../task-state.ts';
import { taskColumns } from './tasks.ts';

/** What somebody has to do and has done. */
export interface Load {
  userId: string;
  open: number;
  late: number;
  /** Done since a moment, by themselves. */
  done: number;
  /** Hours from the making of a task to its end, the middle one of those. */
  medianHours: number | null;
}

/** The load of each user who has tasks or has done some since a moment. */
export async function selectLoad(ctx: Ctx, communityId: string, since: Date): Promise<Load[]> {
  const { rows } = await sql<Load>`
    select coalesce(waiting.id, settled.id) as "userId", coalesce(waiting.open, 0) as open, coalesce(waiting.late, 0) as late,
      coalesce(settled.done, 0) as done, settled.hours as "medianHours"
    from (
      select assignee_id as id, count(*)::int as open, (count(*) filter (where due_at < ${ctx.now()}))::int as late
      from team_tasks where community_id = ${communityId} and state = 'open' and assignee_id is not null group by 1) waiting
    full join (
      select substr(settled_by, 10)::uuid as id, count(*)::int as done,
        (percentile_cont(.5) within group (order by extract(epoch from settled_at - created_at) / 3600))::float8 as hours
      from team_tasks
      where community_id = ${communityId} and state <> 'open' and state = 'done' and settled_at >= ${since}
        and settled_by like 'operator:%' group by 1) settled on settled.id = waiting.id`.execute(ctx.db);
  return rows;
}

/** Moves all open tasks of a user to another, or to nobody. */
export async function moveTasks(
  ctx: Ctx,
  communityId: string,
  { from, to }: { from: string; to: string | null },
): Promise<Task[]> {
  const { rows } = await sql<Task>`
    update team_tasks set assignee_id = ${to}
    where community_id = ${communityId} and assignee_id = ${from} and state = 'open' returning ${taskColumns}`.execute(
    ctx.db,
  );
  return rows;
}
