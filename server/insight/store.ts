import { sql } from 'kysely';
import type { Ctx } from '../platform/context.ts';

/** All SQL on `insight_alarms`. */

/** What alarms are about. */
export const alarmKinds = ['group_quiet', 'leaving_wave', 'questions_waiting', 'quarrel', 'joining_wave'] as const;

/** One kind of alarm. */
export type AlarmKind = (typeof alarmKinds)[number];

/** Something unusual that a human should look at. */
export interface Alarm {
  id: string;
  communityId: string;
  kind: AlarmKind;
  groupId: string;
  cause: string;
  /** Numbers and days, never words of people. */
  evidence: Record<string, string | number>;
  raisedAt: Date;
  /** When its numbers were last counted anew; null = as it was raised. */
  countedAt: Date | null;
  taskId: string | null;
  settledAt: Date | null;
  settledHow: 'seen' | 'dismissed' | 'passed' | null;
}

const columns = sql`id, community_id as "communityId", kind, group_id as "groupId", cause, evidence, raised_at as "raisedAt",
  counted_at as "countedAt", task_id as "taskId", settled_at as "settledAt", settled_how as "settledHow"`;

/** Keeps an alarm; undefined when its cause was told before. */
export async function insertAlarm(
  ctx: Ctx,
  alarm: Pick<Alarm, 'id' | 'communityId' | 'kind' | 'groupId' | 'cause' | 'evidence'>,
): Promise<Alarm | undefined> {
  const { rows } = await sql<Alarm>`
    insert into insight_alarms (community_id, id, kind, group_id, cause, evidence, raised_at)
    values (${alarm.communityId}, ${alarm.id}, ${alarm.kind}, ${alarm.groupId}, ${alarm.cause},
            ${JSON.stringify(alarm.evidence)}::jsonb, ${ctx.now()})
    on conflict (community_id, cause) do nothing returning ${columns}`.execute(ctx.db);
  return rows[0];
}

/** The alarms with these ids, in no particular order. */
export async function selectAlarmsById(ctx: Ctx, communityId: string, ids: readonly string[]): Promise<Alarm[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Alarm>`
    select ${columns} from insight_alarms
    where community_id = ${communityId} and id = any(${ids}::uuid[])`.execute(ctx.db);
  return rows;
}

/** Counts the numbers of an open alarm anew; undefined when there is none, or they are as they were. */
export async function recountAlarm(
  ctx: Ctx,
  communityId: string,
  { cause, evidence }: Pick<Alarm, 'cause' | 'evidence'>,
): Promise<Alarm | undefined> {
  const { rows } = await sql<Alarm>`
    update insight_alarms set evidence = ${JSON.stringify(evidence)}::jsonb, counted_at = ${ctx.now()}
    where community_id = ${communityId} and cause = ${cause} and settled_at is null
      and evidence <> ${JSON.stringify(evidence)}::jsonb returning ${columns}`.execute(ctx.db);
  return rows[0];
}

/** The open alarm of a cause. */
export async function selectByCause(ctx: Ctx, communityId: string, cause: string): Promise<Alarm | undefined> {
  const { rows } = await sql<Alarm>`
    select ${columns} from insight_alarms
    where community_id = ${communityId} and cause = ${cause} and settled_at is null`.execute(ctx.db);
  return rows[0];
}

/** Notes which task asks a human to look at an alarm. */
export async function updateTask(ctx: Ctx, alarm: Pick<Alarm, 'communityId' | 'id'>, taskId: string): Promise<void> {
  await sql`update insight_alarms set task_id = ${taskId}
    where community_id = ${alarm.communityId} and id = ${alarm.id}`.execute(ctx.db);
}

/** Settles an alarm that is still open; undefined when it is not. */
export async function settleAlarm(
  ctx: Ctx,
  alarm: Pick<Alarm, 'communityId' | 'id'>,
  how: NonNullable<Alarm['settledHow']>,
): Promise<Alarm | undefined> {
  const { rows } = await sql<Alarm>`
    update insight_alarms set settled_at = ${ctx.now()}, settled_how = ${how}
    where community_id = ${alarm.communityId} and id = ${alarm.id} and settled_at is null returning ${columns}`.execute(
    ctx.db,
  );
  return rows[0];
}

/** Causes that were told of some kinds, open or settled, of a community. */
export async function selectCauses(ctx: Ctx, communityId: string, causes: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ cause: string }>`
    select cause from insight_alarms where community_id = ${communityId} and cause = any(${causes}::text[])`.execute(
    ctx.db,
  );
  return new Set(rows.map((row) => row.cause));
}

/** All open alarms of a community, newest first. */
export async function selectOpen(ctx: Ctx, communityId: string): Promise<Alarm[]> {
  const { rows } = await sql<Alarm>`
    select ${columns} from insight_alarms where community_id = ${communityId} and settled_at is null
    order by raised_at desc, id desc limit 1000`.execute(ctx.db);
  return rows;
}

/** A page of alarms, newest first. */
export async function selectAlarms(
  ctx: Ctx,
  communityId: string,
  page: {
    open: boolean;
    after: { at: string; id: string } | null;
    limit: number;
    filter?: { kind?: AlarmKind | undefined; groupId?: string | undefined };
  },
): Promise<Alarm[]> {
  const { kind, groupId } = page.filter ?? {};
  const at = page.open ? sql`raised_at` : sql`settled_at`;
  const mark = page.after ? sql`and (${at}, id) < (${page.after.at}::timestamptz, ${page.after.id}::uuid)` : sql``;
  const { rows } = await sql<Alarm>`
    select ${columns} from insight_alarms
    where community_id = ${communityId} and settled_at is ${page.open ? sql`null` : sql`not null`} ${mark}
      ${kind ? sql`and kind = ${kind}` : sql``} ${groupId ? sql`and group_id = ${groupId}` : sql``}
    order by ${at} desc, id desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** All alarms by id, in steps, for the full export. */
export async function selectAlarmsAfter(
  ctx: Ctx,
  communityId: string,
  page: { after: string | null; limit: number },
): Promise<Alarm[]> {
  const { rows } = await sql<Alarm>`
    select ${columns} from insight_alarms
    where community_id = ${communityId} and (${page.after}::uuid is null or id > ${page.after}::uuid)
    order by id limit ${page.limit}`.execute(ctx.db);
  return rows;
}
