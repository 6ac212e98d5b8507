/** All SQL on `insight_quarrels`, what was done about them, and what the team has taught. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** What stands behind an alarm of kind quarrel. */
export interface Quarrel {
  communityId: string;
  alarmId: string;
  groupId: string;
  oneId: string;
  otherId: string;
  heat: number;
  angry: number;
  messages: number;
  messageIds: string[];
  startedAt: Date;
  lastAt: Date;
  raisedAt: Date;
  isReal: boolean | null;
}

/** What may be done about a quarrel. */
export const answerKinds = ['slow_mode', 'note', 'private_talk', 'no_quarrel'] as const;

/** One of them. */
export type AnswerKind = (typeof answerKinds)[number];

/** Something that was done about a quarrel. */
export interface QuarrelAnswer {
  communityId: string;
  id: string;
  alarmId: string;
  kind: AnswerKind;
  userId: string | null;
  at: Date;
  identityId: string | null;
  endedAt: Date | null;
  endedBy: string | null;
}

/** The key of an alarm. */
export interface AlarmKey {
  communityId: string;
  alarmId: string;
}

const columns = sql`q.community_id as "communityId", q.alarm_id as "alarmId", q.group_id as "groupId", q.one_id as "oneId",
  q.other_id as "otherId", q.heat, q.angry, q.messages, q.message_ids as "messageIds", q.started_at as "startedAt",
  q.last_at as "lastAt", q.raised_at as "raisedAt", q.is_real as "isReal"`;

/** Keeps what stands behind an alarm. */
export async function insertQuarrel(ctx: Ctx, one: Omit<Quarrel, 'isReal'>): Promise<void> {
  await sql`
    insert into insight_quarrels (community_id, alarm_id, group_id, one_id, other_id, heat, angry, messages, message_ids,
                                  started_at, last_at, raised_at)
    values (${one.communityId}, ${one.alarmId}, ${one.groupId}, ${one.oneId}, ${one.otherId}, ${one.heat}, ${one.angry},
            ${one.messages}, ${one.messageIds}::uuid[], ${one.startedAt}, ${one.lastAt}, ${one.raisedAt})`.execute(
    ctx.db,
  );
}

/** Notes how a quarrel has grown; it never shrinks. */
export async function growQuarrel(
  ctx: Ctx,
  key: AlarmKey,
  now: Pick<Quarrel, 'heat' | 'angry' | 'messages' | 'messageIds' | 'lastAt'>,
): Promise<void> {
  await sql`
    update insight_quarrels
    set heat = greatest(heat, ${now.heat}), last_at = greatest(last_at, ${now.lastAt}::timestamptz),
        angry = greatest(angry, ${now.angry}), messages = greatest(messages, ${now.messages}),
        message_ids = ${now.messageIds}::uuid[]
    where community_id = ${key.communityId} and alarm_id = ${key.alarmId}`.execute(ctx.db);
}

/** One quarrel. */
export async function selectQuarrel(ctx: Ctx, key: AlarmKey): Promise<Quarrel | undefined> {
  const { rows } = await sql<Quarrel>`
    select ${columns} from insight_quarrels q
    where q.community_id = ${key.communityId} and q.alarm_id = ${key.alarmId}`.execute(ctx.db);
  return rows[0];
}

/** Quarrels of a group that were told since a moment, newest first, and whether each was dealt with. */
export async function selectTold(
  ctx: Ctx,
  place: { communityId: string; groupId: string; since: Date },
): Promise<(Quarrel & { isSettled: boolean })[]> {
  const { rows } = await sql<Quarrel & { isSettled: boolean }>`
    select ${columns}, a.settled_at is not null as "isSettled"
    from insight_quarrels q
    join insight_alarms a on a.community_id = q.community_id and a.id = q.alarm_id
    where q.community_id = ${place.communityId} and q.group_id = ${place.groupId} and q.raised_at > ${place.since}
    order by q.raised_at desc`.execute(ctx.db);
  return rows;
}

/** What the team says of the latest quarrels, newest first. */
export async function selectVerdicts(ctx: Ctx, communityId: string, limit: number): Promise<(boolean | null)[]> {
  const { rows } = await sql<{ isReal: boolean | null }>`
    select is_real as "isReal" from insight_quarrels where community_id = ${communityId}
    order by raised_at desc limit ${limit}`.execute(ctx.db);
  return rows.map(({ isReal }) => isReal);
}

/** Notes what the team says it was; gives whether that is new. */
export async function judgeQuarrel(ctx: Ctx, key: AlarmKey, isReal: boolean): Promise<boolean> {
  const { rows } = await sql`
    update insight_quarrels set is_real = ${isReal}
    where community_id = ${key.communityId} and alarm_id = ${key.alarmId} and is_real is distinct from ${isReal}
    returning alarm_id`.execute(ctx.db);
  return rows.length > 0;
}

/** Notes something that was done. */
export async function insertAnswer(ctx: Ctx, one: Omit<QuarrelAnswer, 'endedAt' | 'endedBy'>): Promise<void> {
  await sql`
    insert into insight_quarrel_answers (community_id, id, alarm_id, kind, user_id, at, identity_id)
    values (${one.communityId}, ${one.id}, ${one.alarmId}, ${one.kind}, ${one.userId}, ${one.at}, ${one.identityId})`.execute(
    ctx.db,
  );
}

/** What was done about a quarrel, in order. */
export async function selectAnswers(ctx: Ctx, key: AlarmKey): Promise<QuarrelAnswer[]> {
  const { rows } = await sql<QuarrelAnswer>`
    select community_id as "communityId", id, alarm_id as "alarmId", kind, user_id as "userId", at,
           identity_id as "identityId", ended_at as "endedAt", ended_by as "endedBy"
    from insight_quarrel_answers
    where community_id = ${key.communityId} and alarm_id = ${key.alarmId} order by at, id`.execute(ctx.db);
  return rows;
}

/** Notes that a slow mode is over; `by` null = by its time. */
export async function endAnswer(
  ctx: Ctx,
  key: { communityId: string; answerId: string },
  by: string | null,
): Promise<void> {
  await sql`
    update insight_quarrel_answers set ended_at = ${ctx.now()}, ended_by = ${by}
    where community_id = ${key.communityId} and id = ${key.answerId}`.execute(ctx.db);
}

/** How often the team has said "no quarrel" in a group. */
export async function selectLessons(
  ctx: Ctx,
  { communityId, groupId }: { communityId: string; groupId: string },
): Promise<number> {
  const { rows } = await sql<{ lessons: number }>`
    select lessons from insight_quarrel_lessons
    where community_id = ${communityId} and group_id = ${groupId}`.execute(ctx.db);
  return rows[0]?.lessons ?? 0;
}

/** The groups that were taught something. */
export async function selectTaught(ctx: Ctx, communityId: string): Promise<{ groupId: string; lessons: number }[]> {
  const { rows } = await sql<{ groupId: string; lessons: number }>`
    select group_id as "groupId", lessons from insight_quarrel_lessons
    where community_id = ${communityId} order by changed_at desc limit 200`.execute(ctx.db);
  return rows;
}

/** One lesson more, up to `most`. */
export async function addLesson(
  ctx: Ctx,
  { communityId, groupId }: { communityId: string; groupId: string },
  most: number,
): Promise<void> {
  await sql`
    insert into insight_quarrel_lessons (community_id, group_id, lessons, changed_at)
    values (${communityId}, ${groupId}, 1, ${ctx.now()})
    on conflict (community_id, group_id) do update
      set lessons = least(${most}, insight_quarrel_lessons.lessons + 1), changed_at = ${ctx.now()}`.execute(ctx.db);
}

/** Forgets the lessons of a group; gives whether there were any. */
export async function deleteLessons(
  ctx: Ctx,
  { communityId, groupId }: { communityId: string; groupId: string },
): Promise<boolean> {
  const { rows } = await sql`
    delete from insight_quarrel_lessons where community_id = ${communityId} and group_id = ${groupId}
    returning group_id`.execute(ctx.db);
  return rows.length > 0;
}

/** Puts the tombstone where an erased person was. */
export async function repointQuarrels(
  ctx: Ctx,
  who: { communityId: string; identityIds: readonly string[]; tombstoneId: string },
): Promise<number> {
  const { communityId, identityIds, tombstoneId } = who;
  const { rows } = await sql`
    update insight_quarrels
    set one_id = case when one_id = any(${identityIds}::uuid[]) then ${tombstoneId} else one_id end,
        other_id = case when other_id = any(${identityIds}::uuid[]) then ${tombstoneId} else other_id end
    where community_id = ${communityId}
      and (one_id = any(${identityIds}::uuid[]) or other_id = any(${identityIds}::uuid[])) returning alarm_id`.execute(
    ctx.db,
  );
  await sql`
    update insight_quarrel_answers set identity_id = ${tombstoneId}
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(ctx.db);
  return rows.length;
}

/** What is exported of a community. */
export const exportTables = ['insight_quarrels', 'insight_quarrel_answers'] as const;

/** Rows of one of the tables in steps, for the full export. */
export async function selectRowsAfter(
  ctx: Ctx,
  communityId: string,
  page: { table: (typeof exportTables)[number]; after: string | null; limit: number },
): Promise<(Record<string, unknown> & { id: string })[]> {
  const id = sql.ref(page.table === 'insight_quarrels' ? 'alarm_id' : 'id');
  const { rows } = await sql<Record<string, unknown> & { id: string }>`
    select t.*, ${id} as id from ${sql.table(page.table)} t
    where community_id = ${communityId} and (${page.after}::uuid is null or ${id} > ${page.after}::uuid)
    order by ${id} limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** When and where somebody was part of an alarm, for their own export. */
export async function selectQuarrelsOf(
  ctx: Ctx,
  { communityId, identityIds }: { communityId: string; identityIds: readonly string[] },
): Promise<{ groupId: string; at: Date }[]> {
  const { rows } = await sql<{ groupId: string; at: Date }>`
    select group_id as "groupId", raised_at as at from insight_quarrels
    where community_id = ${communityId}
      and (one_id = any(${identityIds}::uuid[]) or other_id = any(${identityIds}::uuid[])) order by raised_at`.execute(
    ctx.db,
  );
  return rows;
}
