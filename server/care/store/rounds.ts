/** All SQL on `care_rounds` and `care_reminders`. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { RoundTexts } from '../words.ts';

/** Where a round stands: answers come in, the team decides, it is over. */
export const roundStates = ['collecting', 'deciding', 'closed'] as const;

/** A name-card round of one group. */
export interface Round {
  communityId: string;
  id: string;
  groupId: string;
  format: string;
  texts: RoundTexts;
  perDay: number;
  state: (typeof roundStates)[number];
  startedAt: Date;
  startedBy: string;
  endsAt: Date;
  endedAt: Date | null;
  closedAt: Date | null;
  messageId: string | null;
  taskId: string | null;
  linkId: string | null;
}

/** One round. */
export interface RoundId {
  communityId: string;
  roundId: string;
}

const columns = sql`r.community_id as "communityId", r.id, r.group_id as "groupId", r.format, r.texts, r.per_day as "perDay", r.state,
  r.started_at as "startedAt", r.started_by as "startedBy", r.ends_at as "endsAt", r.ended_at as "endedAt",
  r.closed_at as "closedAt", r.message_id as "messageId", r.task_id as "taskId", r.link_id as "linkId"`;

/** Begins a round; undefined when the group has one that is not closed. */
export async function insertRound(
  ctx: Ctx,
  round: Omit<Round, 'state' | 'endedAt' | 'closedAt' | 'messageId' | 'taskId'>,
): Promise<Round | undefined> {
  const { rows } = await sql<Round>`
    insert into care_rounds as r (community_id, id, group_id, format, texts, per_day, state, started_at, started_by, ends_at, link_id)
    values (${round.communityId}, ${round.id}, ${round.groupId}, ${round.format}, ${JSON.stringify(round.texts)}::jsonb,
            ${round.perDay}, 'collecting', ${round.startedAt}, ${round.startedBy}, ${round.endsAt}, ${round.linkId})
    on conflict (community_id, group_id) where state <> 'closed' do nothing returning ${columns}`.execute(ctx.db);
  return rows[0];
}

/** Notes how it was announced. */
export async function noteAnnouncement(
  ctx: Ctx,
  { communityId, roundId }: RoundId,
  how: { messageId: string; taskId: string | null },
): Promise<void> {
  await sql`
    update care_rounds set message_id = ${how.messageId}, task_id = ${how.taskId}
    where community_id = ${communityId} and id = ${roundId}`.execute(ctx.db);
}

/** One round, locked until the transaction ends when `lock` says so. */
export async function selectRound(
  ctx: Ctx,
  { communityId, roundId }: RoundId,
  lock = false,
): Promise<Round | undefined> {
  const { rows } = await sql<Round>`
    select ${columns} from care_rounds r where r.community_id = ${communityId} and r.id = ${roundId}
    ${lock ? sql`for update` : sql``}`.execute(ctx.db);
  return rows[0];
}

/** Rounds of some communities that are not closed. */
export async function selectOpenRounds(ctx: Ctx, communityIds: readonly string[]): Promise<Round[]> {
  const { rows } = await sql<Round>`
    select ${columns} from care_rounds r
    where r.community_id = any(${communityIds}::uuid[]) and r.state <> 'closed'`.execute(ctx.db);
  return rows;
}

/** A page of the rounds of a community, newest first. */
export async function selectRounds(
  ctx: Ctx,
  communityId: string,
  page: { before: string | null; limit: number },
): Promise<Round[]> {
  const { rows } = await sql<Round>`
    select ${columns} from care_rounds r
    where r.community_id = ${communityId} and (${page.before}::uuid is null or r.id < ${page.before}::uuid)
    order by r.id desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** Rounds whose time of collecting is over. */
export async function selectEnded(ctx: Ctx, limit: number): Promise<RoundId[]> {
  const { rows } = await sql<RoundId>`
    select community_id as "communityId", id as "roundId" from care_rounds
    where state = 'collecting' and ends_at <= ${ctx.now()} order by ends_at limit ${limit}`.execute(ctx.db);
  return rows;
}

/** Moves a locked round on. */
export async function moveRound(
  ctx: Ctx,
  { communityId, roundId }: RoundId,
  to: { state: 'deciding' | 'closed'; by: string },
): Promise<void> {
  await sql`
    update care_rounds set state = ${to.state}, ended_at = coalesce(ended_at, ${ctx.now()}),
      closed_at = case when ${to.state} = 'closed' then ${ctx.now()}::timestamptz end,
      closed_by = case when ${to.state} = 'closed' then ${to.by} end
    where community_id = ${communityId} and id = ${roundId}`.execute(ctx.db);
}

/** A reminder of a round. */
export interface Reminder extends RoundId {
  number: number;
  dueAt: Date;
  sentAt: Date | null;
  told: number | null;
}

const reminderColumns = sql`community_id as "communityId", round_id as "roundId", number, due_at as "dueAt", sent_at as "sentAt", told`;

/** Plans reminders. */
export async function insertReminders(ctx: Ctx, { communityId, roundId }: RoundId, dueAts: readonly Date[]) {
  for (const [at, dueAt] of dueAts.entries())
    await sql`
      insert into care_reminders (community_id, round_id, number, due_at)
      values (${communityId}, ${roundId}, ${at + 1}, ${dueAt})`.execute(ctx.db);
}

/** The reminders of some rounds in their order. */
export async function selectReminders(ctx: Ctx, communityId: string, roundIds: readonly string[]): Promise<Reminder[]> {
  const { rows } = await sql<Reminder>`
    select ${reminderColumns} from care_reminders
    where community_id = ${communityId} and round_id = any(${roundIds}::uuid[]) order by number`.execute(ctx.db);
  return rows;
}

/** Reminders that are due anywhere. */
export async function selectDueReminders(ctx: Ctx, limit: number): Promise<Reminder[]> {
  const { rows } = await sql<Reminder>`
    select ${reminderColumns} from care_reminders
    where sent_at is null and due_at <= ${ctx.now()} order by due_at limit ${limit}`.execute(ctx.db);
  return rows;
}

/** One reminder that waits, locked; undefined when it was sent or another process has it. */
export async function lockReminder(ctx: Ctx, which: RoundId & { number: number }): Promise<Reminder | undefined> {
  const { rows } = await sql<Reminder>`
    select ${reminderColumns} from care_reminders
    where community_id = ${which.communityId} and round_id = ${which.roundId} and number = ${which.number} and sent_at is null
    for update skip locked`.execute(ctx.db);
  return rows[0];
}

/** Moves a reminder to a later time. */
export async function moveReminder(ctx: Ctx, which: RoundId & { number: number }, dueAt: Date): Promise<void> {
  await sql`
    update care_reminders set due_at = ${dueAt}
    where community_id = ${which.communityId} and round_id = ${which.roundId} and number = ${which.number}`.execute(
    ctx.db,
  );
}

/** Settles a reminder; `told` null = it was not said any more. */
export async function settleReminder(
  ctx: Ctx,
  which: RoundId & { number: number },
  told: number | null,
): Promise<void> {
  await sql`
    update care_reminders set sent_at = ${ctx.now()}, told = ${told}
    where community_id = ${which.communityId} and round_id = ${which.roundId} and number = ${which.number}`.execute(
    ctx.db,
  );
}
