/** All SQL on `rotation_plans` and `rotation_turns`. */
import { sql } from 'kysely';
import type { Ctx } from '../platform/context.ts';

/** Who leads a group in which order. */
export interface Plan {
  groupId: string;
  userIds: string[];
  weeks: number;
  version: number;
}

/** What was handed over, in numbers. */
export interface HandedOver {
  questions: number;
  cases: number;
  tasks: number;
  guests: number;
  note: boolean;
}

/** Somebody led a group from when to when. */
export interface Turn {
  id: string;
  groupId: string;
  userId: string;
  insteadOf: string | null;
  firstDay: string;
  lastDay: string;
  taskId: string | null;
  endedAt: Date | null;
  facts: HandedOver | null;
}

interface Place {
  communityId: string;
  groupId: string;
}

/** Until the transaction ends, nobody else changes who leads this group. */
export async function lockPlan(ctx: Ctx, { communityId, groupId }: Place): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rotation:${communityId}:${groupId}`}, 0))`.execute(ctx.db);
}

/** The plans of a community, or of one group. */
export async function selectPlans(ctx: Ctx, communityId: string, groupId?: string): Promise<Plan[]> {
  const { rows } = await sql<Plan>`
    select group_id as "groupId", user_ids as "userIds", weeks, version from rotation_plans
    where community_id = ${communityId} ${groupId ? sql`and group_id = ${groupId}` : sql``}
    order by group_id`.execute(ctx.db);
  return rows;
}

/** Writes a plan anew. */
export async function putPlan(ctx: Ctx, { communityId, groupId }: Place, plan: Omit<Plan, 'groupId'> & { by: string }) {
  await sql`
    insert into rotation_plans (community_id, group_id, user_ids, weeks, version, changed_at, changed_by)
    values (${communityId}, ${groupId}, ${plan.userIds}::uuid[], ${plan.weeks}, ${plan.version}, ${ctx.now()}, ${plan.by})
    on conflict (community_id, group_id) do update set user_ids = excluded.user_ids, weeks = excluded.weeks,
      version = excluded.version, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(ctx.db);
}

/** Takes a plan away; whether there was one. */
export async function deletePlan(ctx: Ctx, { communityId, groupId }: Place): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from rotation_plans where community_id = ${communityId} and group_id = ${groupId}`.execute(ctx.db);
  return (numAffectedRows ?? 0n) > 0n;
}

const turnColumns = sql`id, group_id as "groupId", user_id as "userId", instead_of as "insteadOf", first_day::text as "firstDay",
  last_day::text as "lastDay", task_id as "taskId", ended_at as "endedAt", facts`;

/** The turns that run, of a community or of one group. */
export async function selectPresentTurns(ctx: Ctx, communityId: string, groupId?: string): Promise<Turn[]> {
  const { rows } = await sql<Turn>`
    select ${turnColumns} from rotation_turns
    where community_id = ${communityId} and ended_at is null ${groupId ? sql`and group_id = ${groupId}` : sql``}`.execute(
    ctx.db,
  );
  return rows;
}

/** The turns of a group that have ended, latest first. */
export async function selectPastTurns(ctx: Ctx, { communityId, groupId }: Place, limit: number): Promise<Turn[]> {
  const { rows } = await sql<Turn>`
    select ${turnColumns} from rotation_turns
    where community_id = ${communityId} and group_id = ${groupId} and ended_at is not null
    order by ended_at desc, id desc limit ${limit}`.execute(ctx.db);
  return rows;
}

/** Begins a turn. */
export async function insertTurn(
  ctx: Ctx,
  communityId: string,
  turn: Omit<Turn, 'taskId' | 'endedAt' | 'facts'>,
): Promise<void> {
  const { id, groupId, userId, insteadOf, firstDay, lastDay } = turn;
  await sql`
    insert into rotation_turns (community_id, id, group_id, user_id, instead_of, first_day, last_day)
    values (${communityId}, ${id}, ${groupId}, ${userId}, ${insteadOf}, ${firstDay}::date, ${lastDay}::date)`.execute(
    ctx.db,
  );
}

/** A turn lasts until another day than was planned. */
export async function setLastDay(ctx: Ctx, communityId: string, { id, lastDay }: { id: string; lastDay: string }) {
  await sql`
    update rotation_turns set last_day = greatest(${lastDay}::date, first_day)
    where community_id = ${communityId} and id = ${id} and ended_at is null`.execute(ctx.db);
}

/** Notes the task of the hand-over. */
export async function setTurnTask(ctx: Ctx, communityId: string, { id, taskId }: { id: string; taskId: string }) {
  await sql`update rotation_turns set task_id = ${taskId} where community_id = ${communityId} and id = ${id}`.execute(
    ctx.db,
  );
}

/** Ends a turn today. */
export async function endTurn(
  ctx: Ctx,
  communityId: string,
  { id, today, facts }: { id: string; today: string; facts: HandedOver | null },
): Promise<void> {
  await sql`
    update rotation_turns set ended_at = ${ctx.now()}, last_day = greatest(first_day, ${today}::date),
      facts = ${facts === null ? null : JSON.stringify(facts)}::jsonb
    where community_id = ${communityId} and id = ${id}`.execute(ctx.db);
}

/** Communities in which a turn without a task ends within some days of now. */
export async function selectEnding(ctx: Ctx, before: string): Promise<string[]> {
  const { rows } = await sql<{ communityId: string }>`
    select distinct community_id as "communityId" from rotation_turns
    where ended_at is null and task_id is null and last_day <= ${before}::date`.execute(ctx.db);
  return rows.map(({ communityId }) => communityId);
}

/** The tables for the full export. */
export const writtenRotation = {
  plan: {
    table: 'rotation_plans',
    keys: ['group_id'],
    row: sql`t.group_id as "groupId", t.user_ids as "userIds", t.weeks`,
  },
  turn: {
    table: 'rotation_turns',
    keys: ['id'],
    row: sql`t.group_id as "groupId", t.user_id as "userId", t.instead_of as "insteadOf", t.first_day::text as "firstDay",
      t.last_day::text as "lastDay", t.ended_at as "endedAt", t.facts`,
  },
};
