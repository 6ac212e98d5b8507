/** SQL on what the roster gives: open questions that nobody has taken, and those that it gave to somebody who has gone home. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Question } from '../question-state.ts';
import { changeHolds } from './holds.ts';
import { questionColumns } from './questions.ts';

/** Who holds how many open questions. */
export async function countHeld(
  ctx: Ctx,
  communityId: string,
  userIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ userId: string; count: number }>`
    select assignee_id as "userId", count(*)::int as count from desk_questions
    where community_id = ${communityId} and state = 'open' and assignee_id = any(${userIds}::uuid[])
    group by 1`.execute(ctx.db);
  return new Map(rows.map(({ userId, count }) => [userId, count]));
}

/**
 * Open questions to be given, longest waiting first, locked: of nobody and asked before `before`, given to somebody who is no longer
 * on duty, or with somebody who is away. What others have locked, they deal with.
 */
export async function lockGivable(
  ctx: Ctx,
  communityId: string,
  page: { before: Date; onDuty: readonly string[]; away: readonly string[]; limit: number },
): Promise<Question[]> {
  const { before, onDuty, away, limit } = page;
  const ofRoster = sql`(assignee_id is null and at <= ${before})
    or (given_at is not null and assignee_id <> all(${onDuty}::uuid[]))`;
  const { rows } = await sql<Question>`
    select ${questionColumns} from desk_questions
    where community_id = ${communityId} and state = 'open' and (assignee_id = any(${away}::uuid[]) ${onDuty.length > 0 ? sql`or ${ofRoster}` : sql``})
    order by at, id limit ${limit} for update skip locked`.execute(ctx.db);
  return rows;
}

/** Gives questions to somebody; `at` = the roster does, null = they stand in for whoever had taken them. */
export async function updateGiven(
  ctx: Ctx,
  communityId: string,
  { questionIds, userId, at }: { questionIds: readonly string[]; userId: string; at: Date | null },
): Promise<Question[]> {
  const { rows } = await sql<Question>`
    update desk_questions set assignee_id = ${userId}, given_at = ${at}
    where community_id = ${communityId} and id = any(${questionIds}::uuid[]) returning ${questionColumns}`.execute(
    ctx.db,
  );
  await changeHolds(ctx, communityId, { questionIds, userId });
  return rows;
}
