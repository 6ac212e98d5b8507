/** SQL on `desk_reviews`, and which answers of a week are drawn for them. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { WrittenTable } from '../../platform/db/table-page.ts';
import { answerColumns, type Answer } from './answers.ts';

/** What a second look says of an answer. */
export interface Judgement {
  isRight: boolean;
  isKind: boolean;
  isComplete: boolean;
  note: string;
}

/** A judgement with whose it is. */
export interface Review extends Judgement {
  answerId: string;
  reviewerId: string;
  at: Date;
}

const reviewColumns = sql`r.answer_id as "answerId", r.reviewer_id as "reviewerId", r.is_right as "isRight", r.is_kind as "isKind",
  r.is_complete as "isComplete", r.note, r.at`;

/** Which answers are drawn: those of a stretch of time, so many of each answerer, by lot; the same seed draws the same. */
export interface Draw {
  communityId: string;
  from: Date;
  until: Date;
  seed: string;
  perAnswerer: number;
}

/** The answers that the lot takes, the earliest first. Nobody is behind what the program says by itself. */
export async function selectDrawn(ctx: Ctx, { communityId, from, until, seed, perAnswerer }: Draw): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    select ${answerColumns} from (
      select *, row_number() over (partition by operator_id, answered_by order by md5(${seed}::text || id::text)) as place
      from desk_answers
      where community_id = ${communityId} and is_host and recalled_at is null and at >= ${from} and at < ${until}) a
    where a.place <= ${perAnswerer} order by a.at, a.id limit 500`.execute(ctx.db);
  return rows;
}

/** One answer. */
export async function selectAnswer(
  ctx: Ctx,
  { communityId, answerId }: { communityId: string; answerId: string },
): Promise<Answer | undefined> {
  const { rows } = await sql<Answer>`
    select ${answerColumns} from desk_answers a where a.community_id = ${communityId} and a.id = ${answerId}`.execute(
    ctx.db,
  );
  return rows[0];
}

/** The reviews of some answers, the earliest first. */
export async function selectReviews(ctx: Ctx, communityId: string, answerIds: readonly string[]): Promise<Review[]> {
  if (answerIds.length === 0) return [];
  const { rows } = await sql<Review>`
    select ${reviewColumns} from desk_reviews r
    where r.community_id = ${communityId} and r.answer_id = any(${answerIds}::uuid[]) order by r.at, r.reviewer_id`.execute(
    ctx.db,
  );
  return rows;
}

/** Reviews since a moment, with who had answered. */
export async function selectReviewsSince(
  ctx: Ctx,
  { communityId, since, limit }: { communityId: string; since: Date; limit: number },
): Promise<(Review & { operatorId: string | null; answeredBy: string })[]> {
  const { rows } = await sql<Review & { operatorId: string | null; answeredBy: string }>`
    select ${reviewColumns}, a.operator_id as "operatorId", a.answered_by as "answeredBy"
    from desk_reviews r join desk_answers a on a.community_id = r.community_id and a.id = r.answer_id
    where r.community_id = ${communityId} and r.at >= ${since} order by r.at desc limit ${limit}`.execute(ctx.db);
  return rows;
}

/** Answers of a user that somebody has looked at, the latest first. */
export async function selectReviewedOf(
  ctx: Ctx,
  { communityId, operatorId }: { communityId: string; operatorId: string },
  page: { after: { at: string; id: string } | null; limit: number },
): Promise<Answer[]> {
  const { after, limit } = page;
  const next = after ? sql`and (a.at, a.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<Answer>`
    select ${answerColumns} from desk_answers a
    where a.community_id = ${communityId} and a.is_host and a.operator_id = ${operatorId} ${next}
      and exists (select from desk_reviews r where r.community_id = a.community_id and r.answer_id = a.id)
    order by a.at desc, a.id desc limit ${limit}`.execute(ctx.db);
  return rows;
}

/** Keeps what somebody says of an answer; saying it anew replaces it. */
export async function upsertReview(
  ctx: Ctx,
  { communityId, answerId, reviewerId }: { communityId: string; answerId: string; reviewerId: string },
  { isRight, isKind, isComplete, note }: Judgement,
): Promise<void> {
  await sql`
    insert into desk_reviews (community_id, answer_id, reviewer_id, is_right, is_kind, is_complete, note, at)
    values (${communityId}, ${answerId}, ${reviewerId}, ${isRight}, ${isKind}, ${isComplete}, ${note}, ${ctx.now()})
    on conflict (community_id, answer_id, reviewer_id) do update set is_right = excluded.is_right, is_kind = excluded.is_kind,
      is_complete = excluded.is_complete, note = excluded.note, at = excluded.at`.execute(ctx.db);
}

/** Tables of the full export with the columns that sort them and what is shown of a row. */
export const qualityTables = {
  answer: {
    table: 'desk_answers',
    keys: ['id'],
    row: sql`t.id, t.question_id as "questionId", t.group_id as "groupId", t.message_id as "messageId", t.asked_by as "askedBy",
      t.answered_by as "answeredBy", t.operator_id as "operatorId", t.is_host as "isHost", t.script_id as "scriptId", t.at,
      t.recalled_at as "recalledAt", t.verdict, t.verdict_at as "verdictAt"`,
  },
  hold: {
    table: 'desk_holds',
    keys: ['question_id', 'since'],
    row: sql`t.question_id as "questionId", t.since, t.user_id as "userId", t.until`,
  },
  review: {
    table: 'desk_reviews',
    keys: ['answer_id', 'reviewer_id'],
    row: sql`t.answer_id as "answerId", t.reviewer_id as "reviewerId", t.is_right as "isRight", t.is_kind as "isKind",
      t.is_complete as "isComplete", t.note, t.at`,
  },
} as const satisfies Record<string, WrittenTable>;
