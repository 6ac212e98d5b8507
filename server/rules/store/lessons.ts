/** What was taught: lessons with their words while they may be taken back, and the file into which older ones are folded. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** Where a lesson came from; undo = the opposite of one whose words are gone. */
export const lessonSources = ['case', 'message', 'sentence', 'undo'] as const;

/** What held a lesson back. */
export const heldBackBy = ['moderator', 'day', 'text'] as const;

/** What somebody taught, and how much it counted. */
export interface Lesson {
  number: number;
  source: (typeof lessonSources)[number];
  caseId: string | null;
  /** Null once it is folded into the model. */
  text: string | null;
  isUnwelcome: boolean;
  isFinal: boolean;
  taughtBy: string;
  taughtAt: Date;
  weight: number;
  heldBack: (typeof heldBackBy)[number] | null;
}

/** What is needed to learn a lesson once more. */
export interface OpenLesson extends Pick<Lesson, 'number' | 'isUnwelcome' | 'isFinal' | 'taughtBy'> {
  text: string;
  /** ISO text: it comes as JSON. */
  taughtAt: string;
}

/** What a community has learned, as far as it is not known yet. */
export interface LearnerState {
  version: number;
  /** It goes on from what is known already; else `file` is the beginning. */
  isMore: boolean;
  file: Buffer | null;
  lessons: OpenLesson[];
}

const columns = sql`number, source, case_id as "caseId", text, is_unwelcome as "isUnwelcome", is_final as "isFinal",
  taught_by as "taughtBy", taught_at as "taughtAt", weight, held_back as "heldBack"`;

/** Counts a change of what is learned; until the end of the transaction others who teach wait. */
export async function raiseVersion(ctx: Ctx, communityId: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into rules_learners as l (community_id, version) values (${communityId}, 1)
    on conflict (community_id) do update set version = l.version + 1 returning version`.execute(ctx.db);
  return rows[0]!.version;
}

/** What has to be learned on top of what is known up to a version (-1 = nothing); one statement, so that it fits together. */
export async function selectLearner(ctx: Ctx, communityId: string, known: number): Promise<LearnerState | undefined> {
  const { rows } = await sql<LearnerState>`
    select l.version, l."isMore", case when l."isMore" then null else l.file end as file,
      coalesce((
        select jsonb_agg(jsonb_build_object('number', s.number, 'text', s.text, 'isUnwelcome', s.is_unwelcome,
          'isFinal', s.is_final, 'taughtBy', s.taught_by, 'taughtAt', s.taught_at) order by s.number)
        from rules_lessons s
        where s.community_id = l.community_id and s.number > case when l."isMore" then ${known}::bigint else l.folded end
      ), '[]'::jsonb) as lessons
    from (select *, ${known}::bigint >= greatest(rebuilt, folded) as "isMore" from rules_learners) l
    where l.community_id = ${communityId}`.execute(ctx.db);
  return rows[0];
}

/** Writes down a lesson. */
export async function insertLesson(
  ctx: Ctx,
  communityId: string,
  lesson: Lesson & { people: readonly string[] },
): Promise<void> {
  await sql`
    insert into rules_lessons (community_id, number, source, case_id, text, is_unwelcome, is_final, taught_by, taught_at,
      people, weight, held_back)
    values (${communityId}, ${lesson.number}, ${lesson.source}, ${lesson.caseId}, ${lesson.text}, ${lesson.isUnwelcome},
      ${lesson.isFinal}, ${lesson.taughtBy}, ${lesson.taughtAt}, ${lesson.people}::uuid[], ${lesson.weight},
      ${lesson.heldBack})`.execute(ctx.db);
}

/** Takes a lesson off. */
export async function deleteLesson(ctx: Ctx, communityId: string, number: number): Promise<void> {
  await sql`delete from rules_lessons where community_id = ${communityId} and number = ${number}`.execute(ctx.db);
}

/** Whoever knows an older state builds it anew. The caller holds the lock. */
export async function markRebuilt(ctx: Ctx, communityId: string, version: number): Promise<void> {
  await sql`update rules_learners set rebuilt = ${version} where community_id = ${communityId}`.execute(ctx.db);
}

/** Others who teach wait until the end of the transaction. */
export async function lockLearner(ctx: Ctx, communityId: string): Promise<void> {
  await sql`select 1 from rules_learners where community_id = ${communityId} for update`.execute(ctx.db);
}

/** How many lessons still have words. */
export async function countOpen(ctx: Ctx, communityId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from rules_lessons where community_id = ${communityId} and text is not null`.execute(
    ctx.db,
  );
  return rows[0]!.count;
}

/** Writes anew how much lessons count, when an earlier one is gone. */
export async function updateWeights(
  ctx: Ctx,
  communityId: string,
  weights: readonly Pick<Lesson, 'number' | 'weight' | 'heldBack'>[],
): Promise<void> {
  await sql`
    update rules_lessons l set weight = given.weight, held_back = given."heldBack"
    from jsonb_to_recordset(${JSON.stringify(weights)}::jsonb)
      as given(number bigint, weight double precision, "heldBack" text)
    where l.community_id = ${communityId} and l.number = given.number`.execute(ctx.db);
}

/** One lesson, and whether it was thrown away with all of its time. */
export async function selectLesson(
  ctx: Ctx,
  communityId: string,
  which: { number: number } | { caseId: string },
): Promise<(Lesson & { isReset: boolean }) | undefined> {
  const condition = 'number' in which ? sql`l.number = ${which.number}` : sql`l.case_id = ${which.caseId}`;
  const { rows } = await sql<Lesson & { isReset: boolean }>`
    select ${columns}, l.number <= (select reset from rules_learners where community_id = ${communityId}) as "isReset"
    from rules_lessons l where l.community_id = ${communityId} and ${condition}
    order by l.number desc limit 1`.execute(ctx.db);
  return rows[0];
}

/** Lessons that stand, newest first. */
export async function selectLessons(
  ctx: Ctx,
  communityId: string,
  page: { before: number | null; limit: number },
): Promise<Lesson[]> {
  const { rows } = await sql<Lesson>`
    select ${columns} from rules_lessons
    where community_id = ${communityId} and (${page.before}::bigint is null or number < ${page.before}::bigint)
      and number > coalesce((select reset from rules_learners where community_id = ${communityId}), 0)
    order by number desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** Lessons of one case that stand, oldest first. */
export async function selectLessonsOf(ctx: Ctx, communityId: string, caseId: string): Promise<Lesson[]> {
  const { rows } = await sql<Lesson>`
    select ${columns} from rules_lessons
    where community_id = ${communityId} and case_id = ${caseId}
      and number > coalesce((select reset from rules_learners where community_id = ${communityId}), 0)
    order by number`.execute(ctx.db);
  return rows;
}

/** How much a community has learned. */
export interface LearnedTally {
  version: number;
  /** Lessons that count, in full or in part. */
  lessons: number;
  unwelcome: number;
  heldBack: number;
  since: Date | null;
  resetAt: Date | null;
  /** A reset can still be taken back. */
  canUndoReset: boolean;
}

/** Counts what was learned since the last reset; undefined when nothing ever was. */
export async function tallyLessons(ctx: Ctx, communityId: string): Promise<LearnedTally | undefined> {
  const { rows } = await sql<LearnedTally>`
    select l.version, count(*) filter (where s.weight > 0)::int as lessons,
      count(*) filter (where s.weight > 0 and s.is_unwelcome)::int as unwelcome,
      count(*) filter (where s.held_back is not null)::int as "heldBack", min(s.taught_at) as since,
      l.reset_at as "resetAt", l.file_before is not null and l.folded = l.reset as "canUndoReset"
    from rules_learners l
    left join rules_lessons s on s.community_id = l.community_id and s.number > l.reset
    where l.community_id = ${communityId} group by l.community_id`.execute(ctx.db);
  return rows[0];
}

/** Puts lessons up to a number into the file; their words are forgotten. The caller holds the lock. */
export async function foldLessons(
  ctx: Ctx,
  communityId: string,
  folded: { through: number; file: Buffer },
): Promise<void> {
  await sql`
    update rules_learners set folded = ${folded.through}, file = ${folded.file}
    where community_id = ${communityId}`.execute(ctx.db);
  await sql`
    update rules_lessons set text = null, people = '{}'
    where community_id = ${communityId} and number <= ${folded.through} and text is not null`.execute(ctx.db);
}

/** Throws away everything that was learned, but for the way back. The caller holds the lock and has folded all lessons. */
export async function resetLearner(ctx: Ctx, communityId: string, version: number): Promise<void> {
  await sql`
    update rules_learners set reset_before = reset, file_before = file, file = null, folded = ${version}, reset = ${version},
      rebuilt = ${version}, reset_at = ${ctx.now()}
    where community_id = ${communityId}`.execute(ctx.db);
}

/** Brings back what a reset has thrown away; false when it is too late. The caller holds the lock. */
export async function undoReset(ctx: Ctx, communityId: string, version: number): Promise<boolean> {
  const { rows } = await sql`
    update rules_learners set reset = reset_before, file = file_before, file_before = null, reset_at = null,
      rebuilt = ${version}
    where community_id = ${communityId} and file_before is not null and folded = reset
    returning version`.execute(ctx.db);
  return rows.length > 0;
}

/** The last lesson with words that speaks of one of the people, or was taught before a moment; null when there is none. */
export async function selectLastOpen(
  ctx: Ctx,
  communityId: string,
  which: { people: readonly string[] } | { before: Date },
): Promise<number | null> {
  const condition =
    'people' in which ? sql`people && ${which.people}::uuid[]` : sql`taught_at < ${which.before}::timestamptz`;
  const { rows } = await sql<{ number: number | null }>`
    select max(number) as number from rules_lessons
    where community_id = ${communityId} and text is not null and ${condition}`.execute(ctx.db);
  return rows[0]?.number ?? null;
}

/** Communities that have something of lessons to forget. */
export async function selectLearners(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ communityId: string }>`
    select community_id as "communityId" from rules_learners l
    where file_before is not null
      or exists (select 1 from rules_lessons s where s.community_id = l.community_id and s.text is not null)`.execute(
    ctx.db,
  );
  return rows.map(({ communityId }) => communityId);
}

/** Gives up the way back from a reset before a moment. */
export async function forgetReset(ctx: Ctx, communityId: string, before: Date): Promise<void> {
  await sql`
    update rules_learners set file_before = null
    where community_id = ${communityId} and file_before is not null and reset_at < ${before}`.execute(ctx.db);
}
