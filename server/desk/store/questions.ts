/** All SQL on `desk_questions`. */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import { prepared } from '../../platform/db/prepared.ts';
import type { CloseReason, Question, QuestionState } from '../question-state.ts';
import { changeHolds } from './holds.ts';

/** The columns of `Question`. */
export const questionColumns = sql`id, community_id as "communityId", group_id as "groupId", message_id as "messageId",
  asked_by as "askedBy", at, excerpt, due_at as "dueAt", state, assignee_id as "assigneeId", answered_how as "answeredHow",
  answered_by as "answeredBy", answered_message_id as "answeredMessageId", answered_at as "answeredAt",
  close_reason as "closeReason", settled_at as "settledAt", settled_by as "settledBy", overdue_at as "overdueAt",
  overdue_task_id as "overdueTaskId", snoozed_until as "snoozedUntil", given_at as "givenAt"`;

/** A question in its community. */
export interface QuestionId {
  communityId: string;
  questionId: string;
}

/** A question to be kept. */
export type NewQuestion = Pick<
  Question,
  'id' | 'communityId' | 'groupId' | 'messageId' | 'askedBy' | 'at' | 'excerpt' | 'dueAt'
>;

/** Keeps questions; a message asks once. Gives those that are new. */
export async function insertQuestions(ctx: Ctx, questions: readonly NewQuestion[]): Promise<Question[]> {
  if (questions.length === 0) return [];
  const { rows } = await sql<Question>`${prepared}
    insert into desk_questions (community_id, id, group_id, message_id, asked_by, at, excerpt, due_at, state)
    select "communityId", id, "groupId", "messageId", "askedBy", at, excerpt, "dueAt", 'open'
    from json_to_recordset(${JSON.stringify(questions)}::json) as row("communityId" uuid, id uuid, "groupId" uuid,
      "messageId" uuid, "askedBy" uuid, at timestamptz, excerpt text, "dueAt" timestamptz)
    on conflict (community_id, group_id, message_id) do nothing returning ${questionColumns}`.execute(ctx.db);
  return rows;
}

/** A question goes on in the next message of its asker: that one is asked, since the first one. */
export async function replaceMessages(
  ctx: Ctx,
  communityId: string,
  changes: readonly { id: string; messageId: string; excerpt: string }[],
): Promise<void> {
  if (changes.length === 0) return;
  await sql`${prepared}
    update desk_questions q set message_id = given."messageId", excerpt = given.excerpt
    from json_to_recordset(${JSON.stringify(changes)}::json) as given(id uuid, "messageId" uuid, excerpt text)
    where q.community_id = ${communityId} and q.id = given.id
      and not exists (select from desk_questions other where other.community_id = ${communityId}
        and other.group_id = q.group_id and other.message_id = given."messageId")`.execute(ctx.db);
}

/** One question. */
export async function selectQuestion(ctx: Ctx, { communityId, questionId }: QuestionId): Promise<Question | undefined> {
  const { rows } = await sql<Question>`
    select ${questionColumns} from desk_questions where community_id = ${communityId} and id = ${questionId}`.execute(
    ctx.db,
  );
  return rows[0];
}

/** The questions with these ids, in no particular order. */
export async function selectQuestionsById(ctx: Ctx, communityId: string, ids: readonly string[]): Promise<Question[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Question>`
    select ${questionColumns} from desk_questions
    where community_id = ${communityId} and id = any(${ids}::uuid[])`.execute(ctx.db);
  return rows;
}

/** One question, which stays as it is until the transaction ends. */
export async function lockQuestion(ctx: Ctx, { communityId, questionId }: QuestionId): Promise<Question | undefined> {
  const { rows } = await sql<Question>`
    select ${questionColumns} from desk_questions where community_id = ${communityId} and id = ${questionId} for update`.execute(
    ctx.db,
  );
  return rows[0];
}

/** Open questions of a group that were asked after a moment, oldest first, locked. */
export async function lockOpenQuestions(
  ctx: Ctx,
  place: { communityId: string; groupId: string; since: Date },
): Promise<Question[]> {
  const { rows } = await sql<Question>`${prepared}
    select ${questionColumns} from desk_questions
    where community_id = ${place.communityId} and group_id = ${place.groupId} and state = 'open' and at >= ${place.since}
    order by at, id for update`.execute(ctx.db);
  return rows;
}

/** Questions that a message asks or answers, locked. */
export async function lockQuestionsAround(
  ctx: Ctx,
  message: { communityId: string; groupId: string; messageId: string },
): Promise<Question[]> {
  const { rows } = await sql<Question>`
    select ${questionColumns} from desk_questions
    where community_id = ${message.communityId} and group_id = ${message.groupId}
      and (message_id = ${message.messageId} or answered_message_id = ${message.messageId})
    order by id for update`.execute(ctx.db);
  return rows;
}

/** What a question moves to; `answer` and `reason` as the state asks for. */
export interface Move {
  state: QuestionState;
  by: string;
  reason?: CloseReason;
  answer?: {
    how: NonNullable<Question['answeredHow']>;
    by: string;
    messageId: string;
    at: Date;
    /** The user behind the official voice. */
    operatorId: string | null;
    /** The official voice, or a host of the group. */
    isHost: boolean;
  };
}

/** Moves a question that the caller has locked. */
export async function moveQuestion(ctx: Ctx, { communityId, questionId }: QuestionId, move: Move): Promise<Question> {
  const { state, by, reason = null, answer } = move;
  const settledAt = state === 'open' ? null : ctx.now();
  const { rows } = await sql<Question>`
    update desk_questions
    set state = ${state}, close_reason = ${reason}, settled_at = ${settledAt}, settled_by = ${state === 'open' ? null : by},
        answered_how = ${answer?.how ?? null}, answered_by = ${answer?.by ?? null},
        answered_message_id = ${answer?.messageId ?? null}, answered_at = ${answer?.at ?? null}, snoozed_until = null
    where community_id = ${communityId} and id = ${questionId} returning ${questionColumns}`.execute(ctx.db);
  return rows[0]!;
}

/** Gives an open question another promise. */
export async function updatePromise(
  ctx: Ctx,
  { communityId, questionId }: QuestionId,
  dueAt: Date | null,
): Promise<void> {
  await sql`update desk_questions set due_at = ${dueAt} where community_id = ${communityId} and id = ${questionId}`.execute(
    ctx.db,
  );
}

/** Takes the words out of a question whose message is gone. */
export async function blankQuestion(ctx: Ctx, { communityId, questionId }: QuestionId): Promise<void> {
  await sql`update desk_questions set excerpt = '' where community_id = ${communityId} and id = ${questionId}`.execute(
    ctx.db,
  );
}

/** Gives a question to a user, or to nobody. */
export async function updateAssignee(ctx: Ctx, { communityId, questionId }: QuestionId, userId: string | null) {
  const { rows } = await sql<Question>`
    update desk_questions set assignee_id = ${userId}, given_at = null where community_id = ${communityId} and id = ${questionId}
    returning ${questionColumns}`.execute(ctx.db);
  await changeHolds(ctx, communityId, { questionIds: [questionId], userId });
  return rows[0]!;
}

/** Puts an open question off, or (null) back into the row; whoever does it has it. */
export async function updateSnooze(
  ctx: Ctx,
  { communityId, questionId }: QuestionId,
  { until, assigneeId }: { until: Date | null; assigneeId: string | null },
): Promise<Question> {
  const { rows } = await sql<Question>`
    update desk_questions
    set snoozed_until = ${until}, assignee_id = ${assigneeId}, given_at = null
    where community_id = ${communityId} and id = ${questionId} returning ${questionColumns}`.execute(ctx.db);
  await changeHolds(ctx, communityId, { questionIds: [questionId], userId: assigneeId });
  return rows[0]!;
}

/** Gives the open questions of a user to another, or to nobody. */
export async function moveQuestions(
  ctx: Ctx,
  communityId: string,
  { from, to }: { from: string; to: string | null },
): Promise<Question[]> {
  const { rows } = await sql<Question>`
    update desk_questions set assignee_id = ${to}, given_at = null
    where community_id = ${communityId} and assignee_id = ${from} and state = 'open' returning ${questionColumns}`.execute(
    ctx.db,
  );
  await changeHolds(ctx, communityId, { questionIds: rows.map(({ id }) => id), userId: to });
  return rows;
}

/** Which questions to list: open ones by their promise, settled ones latest first. */
export interface QuestionFilter {
  state: QuestionState;
  groupId?: string | undefined;
  /** A user, null for questions of nobody; undefined = all. */
  assigneeId?: string | null | undefined;
  dueBefore?: Date | undefined;
  /** Only those that are put off, or only the others. */
  snoozed?: 'only' | 'without' | undefined;
}

/** Where a page ended: promise or settlement (`infinity` = no promise) and id. */
export interface QuestionMark {
  at: string;
  id: string;
}

/** A page of questions. */
export async function selectQuestions(
  ctx: Ctx,
  communityId: string,
  page: { filter: QuestionFilter; after: QuestionMark | null; limit: number },
): Promise<Question[]> {
  const { filter, after, limit } = page;
  const open = filter.state === 'open';
  const mark = after && sql`(${after.at}::timestamptz, ${after.id}::uuid)`;
  const conditions: RawBuilder<unknown>[] = [
    sql`community_id = ${communityId}`,
    open ? sql`state = 'open'` : sql`state <> 'open' and state = ${filter.state}`,
    ...(filter.groupId === undefined ? [] : [sql`group_id = ${filter.groupId}`]),
    ...(filter.assigneeId === undefined ? [] : [sql`assignee_id is not distinct from ${filter.assigneeId}::uuid`]),
    ...(filter.dueBefore === undefined ? [] : [sql`due_at < ${filter.dueBefore}`]),
    ...(filter.snoozed === 'only' ? [sql`snoozed_until > ${ctx.now()}`] : []),
    ...(filter.snoozed === 'without' ? [sql`(snoozed_until is null or snoozed_until <= ${ctx.now()})`] : []),
    ...(mark ? [open ? sql`(coalesce(due_at, 'infinity'), id) > ${mark}` : sql`(settled_at, id) < ${mark}`] : []),
  ];
  const order = open ? sql`coalesce(due_at, 'infinity'), id` : sql`settled_at desc, id desc`;
  const { rows } = await sql<Question>`
    select ${questionColumns} from desk_questions where ${sql.join(conditions, sql` and `)} order by ${order} limit ${limit}`.execute(
    ctx.db,
  );
  return rows;
}

/** How many questions wait, and how the answers of a day went. */
export interface QuestionCounts {
  open: number;
  overdue: number;
  /** Of the user who asks. */
  mine: number;
  unassigned: number;
  answered: number;
  /** Minutes from question to answer, the middle one of the answers since `since`. */
  medianMinutes: number | null;
}

/** Counts open questions, and answers since a moment. */
export async function countQuestions(
  ctx: Ctx,
  communityId: string,
  { userId, since }: { userId: string | null; since: Date },
): Promise<QuestionCounts> {
  const { rows } = await sql<QuestionCounts>`
    select waiting.*, given.* from (
      select count(*)::int as open, (count(*) filter (where due_at < ${ctx.now()}))::int as overdue,
        (count(*) filter (where assignee_id = ${userId}::uuid))::int as mine,
        (count(*) filter (where assignee_id is null))::int as unassigned
      from desk_questions where community_id = ${communityId} and state = 'open') waiting,
    (select count(*)::int as answered,
        (percentile_cont(.5) within group (order by extract(epoch from answered_at - at) / 60))::float8 as "medianMinutes"
      from desk_questions
      where community_id = ${communityId} and state <> 'open' and state = 'answered' and settled_at >= ${since}) given`.execute(
    ctx.db,
  );
  return rows[0]!;
}

/** Open questions of each group: how many, how many late, and the earliest promise. */
export async function countByGroup(
  ctx: Ctx,
  communityId: string,
): Promise<{ groupId: string; open: number; overdue: number; dueAt: Date | null }[]> {
  const { rows } = await sql<{ groupId: string; open: number; overdue: number; dueAt: Date | null }>`
    select group_id as "groupId", count(*)::int as open, (count(*) filter (where due_at < ${ctx.now()}))::int as overdue,
      min(due_at) as "dueAt"
    from desk_questions where community_id = ${communityId} and state = 'open' group by 1`.execute(ctx.db);
  return rows;
}

/** Open questions whose promise has passed and that nobody was told of yet, longest waiting first, locked; others take others. */
export async function lockOverdue(ctx: Ctx, limit: number): Promise<Question[]> {
  const { rows } = await sql<Question>`
    select ${questionColumns} from desk_questions
    where state = 'open' and overdue_at is null and due_at < ${ctx.now()}
    order by due_at limit ${limit} for update skip locked`.execute(ctx.db);
  return rows;
}

/** Notes that the team was told that a question is late. */
export async function markOverdue(
  ctx: Ctx,
  { communityId, questionId }: QuestionId,
  taskId: string,
): Promise<Question> {
  const { rows } = await sql<Question>`
    update desk_questions set overdue_at = ${ctx.now()}, overdue_task_id = ${taskId}
    where community_id = ${communityId} and id = ${questionId} returning ${questionColumns}`.execute(ctx.db);
  return rows[0]!;
}

/** Communities in which questions are open. */
export async function selectAsking(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ communityId: string }>`
    select distinct community_id as "communityId" from desk_questions where state = 'open'`.execute(ctx.db);
  return rows.map((row) => row.communityId);
}

/** Open questions of a community from before a moment, locked. */
export async function lockOlder(ctx: Ctx, communityId: string, page: { before: Date; limit: number }) {
  const { rows } = await sql<Question>`
    select ${questionColumns} from desk_questions where community_id = ${communityId} and state = 'open' and at < ${page.before}
    order by at limit ${page.limit} for update skip locked`.execute(ctx.db);
  return rows;
}

/** How many questions of each group were answered on each day of a zone, from one day to another, both included. */
export async function countAnswered(
  ctx: Ctx,
  range: { communityId: string; zone: string; from: string; to: string },
): Promise<{ groupId: string; day: string; answers: number }[]> {
  const { communityId, zone, from, to } = range;
  const { rows } = await sql<{ groupId: string; day: string; answers: number }>`
    select group_id as "groupId", (settled_at at time zone ${zone})::date as day, count(*)::int as answers
    from desk_questions
    where community_id = ${communityId} and state = 'answered'
      and settled_at >= (${from}::date)::timestamp at time zone ${zone}
      and settled_at < (${to}::date + 1)::timestamp at time zone ${zone}
    group by 1, 2`.execute(ctx.db);
  return rows;
}

/** How many questions came up in a group on each day; days without any are absent, and so are those that turned out to be none. */
export async function countAsked(
  ctx: Ctx,
  range: { communityId: string; groupId: string; zone: string; from: string; to: string },
): Promise<{ day: string; count: number }[]> {
  const { communityId, groupId, zone, from, to } = range;
  const { rows } = await sql<{ day: string; count: number }>`
    select (at at time zone ${zone})::date as day, count(*)::int as count
    from desk_questions
    where community_id = ${communityId} and group_id = ${groupId}
      and close_reason is distinct from 'no_question' and close_reason is distinct from 'recalled'
      and at >= (${from}::date)::timestamp at time zone ${zone}
      and at < (${to}::date + 1)::timestamp at time zone ${zone}
    group by 1`.execute(ctx.db);
  return rows;
}
