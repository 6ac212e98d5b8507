/** SQL on `desk_answers`: what answered a question, who gave it, and what the asker says of it. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** What an asker may say of an answer; `aside` = does not want to be asked about it. */
export const verdicts = ['helpful', 'unsolved', 'aside'] as const;

/** One of them. */
export type Verdict = (typeof verdicts)[number];

/** Something that answered a question. */
export interface Answer {
  id: string;
  communityId: string;
  questionId: string;
  groupId: string;
  messageId: string;
  askedBy: string;
  answeredBy: string;
  /** The user behind the official voice. */
  operatorId: string | null;
  /** The official voice, or a host of the group. */
  isHost: boolean;
  scriptId: string | null;
  at: Date;
  recalledAt: Date | null;
  verdict: Verdict | null;
  verdictAt: Date | null;
}

/** The columns of `Answer`. */
export const answerColumns = sql`a.id, a.community_id as "communityId", a.question_id as "questionId", a.group_id as "groupId",
  a.message_id as "messageId", a.asked_by as "askedBy", a.answered_by as "answeredBy", a.operator_id as "operatorId",
  a.is_host as "isHost", a.script_id as "scriptId", a.at, a.recalled_at as "recalledAt", a.verdict, a.verdict_at as "verdictAt"`;

/** Keeps an answer; the same message answers a question once. */
export async function insertAnswer(
  ctx: Ctx,
  answer: Omit<Answer, 'scriptId' | 'recalledAt' | 'verdict' | 'verdictAt'>,
): Promise<void> {
  const { communityId, id, questionId, groupId, messageId, askedBy, answeredBy, operatorId, isHost, at } = answer;
  await sql`
    insert into desk_answers (community_id, id, question_id, group_id, message_id, asked_by, answered_by, operator_id, is_host, at)
    values (${communityId}, ${id}, ${questionId}, ${groupId}, ${messageId}, ${askedBy}, ${answeredBy}, ${operatorId}::uuid, ${isHost}, ${at})
    on conflict (community_id, question_id, message_id) do update set recalled_at = null`.execute(ctx.db);
}

/** Notes which script an answer came from; false when the message is no answer, or that is known already. */
export async function setScript(
  ctx: Ctx,
  which: { communityId: string; questionId: string; messageId: string; scriptId: string },
): Promise<boolean> {
  const { rows } = await sql`
    update desk_answers set script_id = ${which.scriptId}
    where community_id = ${which.communityId} and question_id = ${which.questionId} and message_id = ${which.messageId}
      and script_id is null returning id`.execute(ctx.db);
  return rows.length > 0;
}

/** Notes that the message of answers was taken back. */
export async function markRecalled(
  ctx: Ctx,
  message: { communityId: string; groupId: string; messageId: string },
): Promise<void> {
  await sql`
    update desk_answers set recalled_at = ${ctx.now()}
    where community_id = ${message.communityId} and group_id = ${message.groupId} and message_id = ${message.messageId}`.execute(
    ctx.db,
  );
}

/** The answers in a group under which an asker is asked: of answered questions, since a moment, of which they have said nothing. */
export async function selectUnsaid(
  ctx: Ctx,
  place: { communityId: string; groupId: string; askedBy: string; since: Date },
): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    select ${answerColumns} from desk_answers a
    join desk_questions q on q.community_id = a.community_id and q.id = a.question_id
    where a.community_id = ${place.communityId} and a.asked_by = ${place.askedBy} and a.group_id = ${place.groupId}
      and a.at >= ${place.since} and a.recalled_at is null and q.state = 'answered' and q.answered_message_id = a.message_id
      and not exists (select from desk_answers said where said.community_id = a.community_id
        and said.question_id = a.question_id and said.verdict is not null)
    order by a.at desc limit 20`.execute(ctx.db);
  return rows;
}

/** The answers of a question, the latest first. */
export async function selectAnswersOf(
  ctx: Ctx,
  { communityId, questionId }: { communityId: string; questionId: string },
): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    select ${answerColumns} from desk_answers a where a.community_id = ${communityId} and a.question_id = ${questionId}
    order by a.at desc, a.id desc`.execute(ctx.db);
  return rows;
}

/** Notes what the asker says of an answer. */
export async function setVerdict(
  ctx: Ctx,
  { communityId, id }: { communityId: string; id: string },
  verdict: Verdict,
): Promise<void> {
  await sql`
    update desk_answers set verdict = ${verdict}, verdict_at = ${ctx.now()}
    where community_id = ${communityId} and id = ${id}`.execute(ctx.db);
}

/** What the askers of some questions have said, by question; those who did not want to be asked have said nothing. */
export async function selectVerdicts(
  ctx: Ctx,
  communityId: string,
  questionIds: readonly string[],
): Promise<Map<string, 'helpful' | 'unsolved'>> {
  if (questionIds.length === 0) return new Map();
  const { rows } = await sql<{ questionId: string; verdict: 'helpful' | 'unsolved' }>`
    select question_id as "questionId", verdict from desk_answers
    where community_id = ${communityId} and question_id = any(${questionIds}::uuid[]) and verdict in ('helpful', 'unsolved')`.execute(
    ctx.db,
  );
  return new Map(rows.map(({ questionId, verdict }) => [questionId, verdict]));
}

/** Answers of one answerer or from one script, and what their askers say. */
export interface Tally {
  /** The user, the account of a host, or the script; null = all of them. */
  id: string | null;
  answers: number;
  helpful: number;
  unsolved: number;
}

/** What is counted together: all answers of the team, those of members, of each operator, of each host, from each script. */
export type TallyBy = 'team' | 'members' | 'operator' | 'host' | 'script';

const tallies = {
  team: { id: sql`null::uuid`, where: sql`is_host` },
  members: { id: sql`null::uuid`, where: sql`not is_host` },
  operator: { id: sql`operator_id`, where: sql`operator_id is not null` },
  host: { id: sql`answered_by`, where: sql`is_host and operator_id is null` },
  script: { id: sql`script_id`, where: sql`script_id is not null` },
} as const;

/** Counts answers of a window and what the askers said. */
export async function countVerdicts(
  ctx: Ctx,
  { communityId, from, until }: { communityId: string; from: Date; until: Date },
  by: TallyBy,
): Promise<Tally[]> {
  const { id, where } = tallies[by];
  const { rows } = await sql<Tally>`
    select ${id} as id, count(*)::int as answers, (count(*) filter (where verdict = 'helpful'))::int as helpful,
      (count(*) filter (where verdict = 'unsolved'))::int as unsolved
    from desk_answers where community_id = ${communityId} and at >= ${from} and at < ${until} and ${where}
    group by 1`.execute(ctx.db);
  return rows;
}

/** What a person said of answers that they got. */
export async function selectVerdictsOf(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<{ groupId: string; messageId: string; verdict: Verdict; at: Date }[]> {
  const { rows } = await sql<{ groupId: string; messageId: string; verdict: Verdict; at: Date }>`
    select group_id as "groupId", message_id as "messageId", verdict, verdict_at as at from desk_answers
    where community_id = ${communityId} and asked_by = any(${identityIds}::uuid[]) and verdict is not null
    order by verdict_at`.execute(ctx.db);
  return rows;
}

/** Puts the tombstone in the place of those who asked and answered; what was noted about answers of theirs goes. Gives the number of rows. */
export async function eraseAnswerers(
  ctx: Ctx,
  who: { communityId: string; identityIds: readonly string[]; tombstoneId: string },
): Promise<number> {
  const { communityId, identityIds, tombstoneId } = who;
  const reviews = await sql`
    delete from desk_reviews r using desk_answers a
    where r.community_id = ${communityId} and a.community_id = r.community_id and a.id = r.answer_id
      and a.operator_id is null and a.answered_by = any(${identityIds}::uuid[]) returning r.answer_id`.execute(ctx.db);
  const answered = await sql`
    update desk_answers set answered_by = ${tombstoneId}, is_host = false
    where community_id = ${communityId} and answered_by = any(${identityIds}::uuid[]) returning id`.execute(ctx.db);
  const asked = await sql`
    update desk_answers set asked_by = ${tombstoneId}
    where community_id = ${communityId} and asked_by = any(${identityIds}::uuid[]) returning id`.execute(ctx.db);
  return reviews.rows.length + answered.rows.length + asked.rows.length;
}

/** What accounts have answered: how much, whom, and what the askers say of it. */
export interface AnswerCount {
  answers: number;
  askers: number;
  helpful: number;
  unsolved: number;
}

/** What each of some identities has answered under their own name since a moment; who has answered nothing is left out. */
export async function countAnswersOf(
  ctx: Ctx,
  communityId: string,
  { identityIds, since }: { identityIds: readonly string[]; since: Date },
): Promise<Map<string, AnswerCount>> {
  if (identityIds.length === 0) return new Map();
  const { rows } = await sql<AnswerCount & { identityId: string }>`
    select a.answered_by as "identityId", count(*)::int as answers, count(distinct a.asked_by)::int as askers,
      (count(*) filter (where a.verdict = 'helpful'))::int as helpful,
      (count(*) filter (where a.verdict = 'unsolved'))::int as unsolved
    from desk_answers a
    where a.community_id = ${communityId} and a.answered_by = any(${identityIds}::uuid[]) and a.at >= ${since}
      and a.recalled_at is null and a.operator_id is null
    group by 1`.execute(ctx.db);
  return new Map(rows.map(({ identityId, ...count }) => [identityId, count]));
}
