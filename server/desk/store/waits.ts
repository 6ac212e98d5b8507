/**
 * How long questions waited, counted by the database: one row for each group or steward, its waits as one text of numbers, so that
 * 200,000 questions come over in a few packets. Words are read only by the list behind a number.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Question } from '../question-state.ts';
import { questionColumns } from './questions.ts';

/** Which waits are meant; `service` = a clock that stands still outside the hours of service (local minutes of a day). */
export interface WaitScope {
  communityId: string;
  from: Date;
  until: Date;
  zone: string;
  service: { from: number; length: number } | null;
  groupId?: string | undefined;
  assigneeId?: string | undefined;
}

/** The waits of one group or steward. */
export interface WaitRow {
  /** The group or the user. */
  id: string;
  /** Twice the minutes, plus one when the wait ended with an answer. */
  coded: number[];
  /** Promises whose time has passed, and how many of them were kept. */
  promised: number;
  kept: number;
}

/** What is behind a number: everything, answered within so many minutes, not answered within them, still waiting, promise kept or not. */
export type WaitPart = { kind: 'all' | 'waiting' | 'kept' | 'broken' } | { kind: 'within' | 'longer'; minutes: number };

const answered = sql`is_answered`;

/** Minutes on the clock of a scope up to a moment of `at_minutes`; only differences of it mean something. */
function clockOf({ service }: WaitScope, minutes: RawBuilder<unknown>): RawBuilder<number> {
  if (!service) return sql`${minutes}`;
  const { from, length } = service;
  const into = sql`(${minutes} - ${from}::float8)`;
  const day = sql`floor(${into} / 1440)`;
  return sql`(${day} * ${length}::float8 + least(${into} - ${day} * 1440, ${length}::float8))`;
}

/**
 * Questions of a scope with `minutes` (float), `is_answered`, `is_promised` and `is_kept`, as they stood when the scope ended. Of stewards:
 * each span in which somebody had a question; the answer counts for whoever had it then, the promise for whoever had it when it was
 * kept or broken.
 */
function waitsOf(scope: WaitScope, { ofStewards }: { ofStewards: boolean }): RawBuilder<unknown> {
  const { communityId, from, until, zone, service, groupId, assigneeId } = scope;
  const conditions = [
    sql`q.community_id = ${communityId} and q.at >= ${from} and q.at < ${until}`,
    sql`(q.close_reason is null or q.close_reason in ('settled', 'expired'))`,
    ...(groupId === undefined ? [] : [sql`q.group_id = ${groupId}`]),
    ...(ofStewards ? [sql`h.since < ${until} and (q.settled_at is null or h.since <= q.settled_at)`] : []),
    ...(assigneeId === undefined ? [] : [sql`h.user_id = ${assigneeId}`]),
  ];
  const holds = sql`join desk_holds h on h.community_id = q.community_id and h.question_id = q.id`;
  // What was laid aside is watched up to that moment; what was none, or was taken back, was never a question.
  const settled = sql`least(coalesce(q.answered_at, q.settled_at, 'infinity'), ${until}::timestamptz)`;
  const began = ofStewards ? sql`h.since` : sql`q.at`;
  const ended = ofStewards ? sql`least(${settled}, h.until)` : settled;
  const isTheirs = (at: RawBuilder<unknown>) =>
    ofStewards ? sql`h.since <= ${at} and (h.until is null or ${at} < h.until)` : sql`true`;
  const isAnswered = sql`coalesce(q.answered_at <= ${until}::timestamptz and ${isTheirs(sql`q.answered_at`)}, false)`;
  const isKept = sql`coalesce(q.answered_at <= least(q.due_at, ${until}::timestamptz), false)`;
  const judged = sql`least(q.due_at, q.answered_at)`;
  const minutesAt = (at: RawBuilder<unknown>) =>
    service ? sql`date_part('epoch', ${at} at time zone ${zone}) / 60` : sql`date_part('epoch', ${at}) / 60`;
  // Names of time zones are dear to look up: once for each end, before anything is reckoned with them ("offset 0").
  return sql`(
    select timed.*, greatest(0, ${clockOf(scope, sql`ended_minutes`)} - ${clockOf(scope, sql`began_minutes`)}) as minutes
    from (
      select q.*, ${ofStewards ? sql`h.user_id as holder_id, h.since as held_since,` : sql``}
        ${minutesAt(began)} as began_minutes, ${minutesAt(ended)} as ended_minutes, ${isAnswered} as is_answered,
        -- Laid aside before its time was over: nobody knows whether the promise would have been kept.
        (q.due_at is not null and q.due_at <= ${until}::timestamptz
          and not (q.close_reason is not distinct from 'settled' and q.settled_at <= q.due_at)
          and ${isTheirs(judged)}) as is_promised,
        ${isKept} as is_kept
      from desk_questions q ${ofStewards ? holds : sql``} where ${sql.join(conditions, sql` and `)} offset 0
    ) timed
  ) waits`;
}

// An answer after 14.2 minutes came within 15; of a question that has waited 14.2 it is known only that it waited 14.
const coded = sql`'[' || string_agg((case when ${answered} then 2 * ceil(minutes) + 1 else 2 * floor(minutes) end)::bigint::text, ',') || ']'`;
const promises = sql`(count(*) filter (where is_promised))::int as promised, (count(*) filter (where is_promised and is_kept))::int as kept`;

/** The waits of each group. */
export async function selectWaitsByGroup(ctx: Ctx, scope: WaitScope): Promise<WaitRow[]> {
  const { rows } = await sql<Omit<WaitRow, 'coded'> & { coded: string }>`
    select group_id as id, ${coded} as coded, ${promises}
    from ${waitsOf(scope, { ofStewards: false })} group by 1`.execute(ctx.db);
  return rows.map(readRow);
}

/** The waits of each steward: of the questions that were theirs, for as long as they were. */
export async function selectWaitsBySteward(ctx: Ctx, scope: WaitScope): Promise<WaitRow[]> {
  const { rows } = await sql<Omit<WaitRow, 'coded'> & { coded: string }>`
    select holder_id as id, ${coded} as coded, ${promises}
    from ${waitsOf(scope, { ofStewards: true })} group by 1`.execute(ctx.db);
  return rows.map(readRow);
}

/** How many questions that were nobody's each operator has answered from the desk. */
export async function countHelping(ctx: Ctx, { communityId, from, until }: WaitScope): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select substring(settled_by from 10) as id, count(*)::int as count from desk_questions
    where community_id = ${communityId} and at >= ${from} and at < ${until} and answered_how = 'team'
      and assignee_id is null and settled_by like 'operator:%'
    group by 1`.execute(ctx.db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** A question behind a number, with its wait in minutes of the scope's clock. */
export type Wait = Question & { minutes: number };

/** Questions behind a number, the latest first. */
export async function selectWaits(
  ctx: Ctx,
  scope: WaitScope,
  page: { part: WaitPart; after: { at: string; id: string } | null; limit: number },
): Promise<Wait[]> {
  const { after, limit } = page;
  const next = after ? sql`and (at, id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  const ofStewards = scope.assigneeId !== undefined;
  // Who had a question twice is shown it once, by the last time.
  const { rows } = await sql<Wait>`
    select ${ofStewards ? sql`distinct on (at, id)` : sql``} ${questionColumns}, floor(minutes)::int as minutes
    from ${waitsOf(scope, { ofStewards })} where ${conditionOf(page.part)} ${next}
    order by at desc, id desc ${ofStewards ? sql`, held_since desc` : sql``} limit ${limit}`.execute(ctx.db);
  return rows;
}

function conditionOf(part: WaitPart): RawBuilder<unknown> {
  if (part.kind === 'within') return sql`${answered} and ceil(minutes) <= ${part.minutes}`;
  if (part.kind === 'longer')
    return sql`(case when ${answered} then ceil(minutes) > ${part.minutes} else minutes >= ${part.minutes} end)`;
  return {
    all: sql`true`,
    waiting: sql`not (${answered})`,
    kept: sql`is_promised and is_kept`,
    broken: sql`is_promised and not is_kept`,
  }[part.kind];
}

function readRow(row: Omit<WaitRow, 'coded'> & { coded: string }): WaitRow {
  return { ...row, coded: JSON.parse(row.coded) as number[] };
}
