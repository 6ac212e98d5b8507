/**
 * Alarms: what is unusual in a group, told once for each cause as a task for a human and an event for those who notify. The counters
 * of days are compared every ten minutes; nothing here reads messages.
 */
import { z } from 'zod';
import { getZone } from '../communities/index.ts';
import { countQuestionsByGroup } from '../desk/index.ts';
import {
  listDaysOfGroups,
  listLivingCommunities,
  listLivingGroups,
  type GroupDay,
  type GroupFace,
} from '../groups/index.ts';
import { localDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, isMoment, toPage } from '../platform/http/cursor.ts';
import { isId, newId } from '../platform/ids.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { cancelTask, createTask, type TaskKind } from '../team/index.ts';
import { alarmRaised, alarmSettled } from './events.ts';
import { judgeLeaving } from './judge-leaving.ts';
import { dayBefore, judgeQuiet } from './judge-quiet.ts';
import { judgeQuarrel } from './quarrels/store.ts';
import * as store from './store.ts';

const lookBack = 56;
/** A quarrel that nobody has looked at for so long is over. */
const quarrelPassesMs = 7 * 24 * 3_600_000;
/** So many late questions in one group are more than bad luck. */
const manyWaiting = 3;

/** A human looks at something unusual; done and skipped both settle the alarm. */
export const alarmTask: TaskKind = {
  kind: 'insight.look_at_alarm',
  onDone: (ctx, task) => settleByTask(ctx, task, 'seen'),
  onSkipped: (ctx, task) => settleByTask(ctx, task, 'dismissed'),
};

async function settleByTask(
  ctx: Ctx,
  task: { communityId: string; payload: Record<string, unknown> },
  how: 'seen' | 'dismissed',
): Promise<void> {
  const { alarmId } = task.payload;
  if (typeof alarmId === 'string') await settle(ctx, { communityId: task.communityId, id: alarmId }, how);
}

async function settle(
  ctx: Ctx,
  alarm: Pick<store.Alarm, 'communityId' | 'id'>,
  how: NonNullable<store.Alarm['settledHow']>,
): Promise<void> {
  const settled = await store.settleAlarm(ctx, alarm, how);
  if (!settled) return;
  const { communityId, id: alarmId, groupId, taskId } = settled;
  // Who has dealt with it says that it was one; who has called it none has said so before.
  if (settled.kind === 'quarrel' && how === 'seen') await judgeQuarrel(ctx, { communityId, alarmId }, true);
  if (how === 'passed' && taskId) await cancelTask(ctx, { communityId, taskId });
  ctx.emit(alarmSettled, communityId, { alarmId, groupId, how });
  showAlarmLive(ctx, settled);
}

/** Every ten minutes: compares the days of all groups with their own past. */
export const watchGroups = defineJob({
  name: 'insight.watch_groups',
  payload: z.object({}),
  cron: '*/10 * * * *',
  run: async (ctx) => {
    for (const communityId of await listLivingCommunities(ctx)) await watchCommunity(ctx, communityId);
  },
});

/** Raises what is unusual in a community now, and settles alarms whose cause has passed. */
export async function watchCommunity(ctx: Ctx, communityId: string): Promise<void> {
  const today = localDay(ctx.now(), await getZone(ctx, communityId));
  const groups = await listLivingGroups(ctx, communityId);
  const rows = await listDaysOfGroups(ctx, { communityId, from: dayBefore(today, lookBack), to: today });
  const days = Map.groupBy(rows, (row) => row.groupId);
  const waiting = new Map((await countQuestionsByGroup(ctx, communityId)).map((row) => [row.groupId, row.overdue]));
  const found = groups.flatMap((group) =>
    findCauses(group, { today, days: days.get(group.id) ?? [], overdue: waiting.get(group.id) ?? 0 }),
  );
  await inTransaction(ctx, async (inner) => {
    const told = await store.selectCauses(
      inner,
      communityId,
      found.map(({ cause }) => cause),
    );
    for (const cause of found) await (told.has(cause.cause) ? recountAlarm : raiseAlarm)(inner, communityId, cause);
    await settlePassed(inner, communityId, { days, waiting });
  });
}

/** What would be told about a group. */
export interface Cause {
  kind: store.AlarmKind;
  group: Pick<GroupFace, 'id' | 'name'>;
  cause: string;
  evidence: Record<string, string | number>;
}

/** What is unusual in a group, by its own days. */
export function findCauses(
  group: GroupFace,
  { today, days, overdue }: { today: string; days: readonly GroupDay[]; overdue: number },
): Cause[] {
  const causes: Cause[] = [];
  const add = (kind: store.AlarmKind, day: string, evidence: object) =>
    causes.push({ kind, group, cause: `${kind} ${group.id} ${day}`, evidence: { ...evidence } });
  const active = days.filter(({ messages, day }) => messages > 0 && day <= today).map(({ day }) => day);
  const quiet = judgeQuiet(active, today);
  // Silent since that day: the same silence is told once, however long it lasts.
  if (quiet) add('group_quiet', quiet.lastDay, quiet);
  for (const day of [today, dayBefore(today, 1)]) {
    const leaves = days.find((one) => one.day === day)?.leaves ?? 0;
    const before = days.filter((one) => one.day < day && one.day >= dayBefore(day, 28));
    const leavesBefore = before.reduce((sum, one) => sum + one.leaves, 0);
    const wave = judgeLeaving({ day, leaves, leavesBefore, members: group.members });
    if (wave) add('leaving_wave', day, wave);
  }
  if (overdue >= manyWaiting) add('questions_waiting', today, { overdue });
  return causes;
}

/** Raises an alarm: kept, given to humans as a task, and told; undefined when its cause was told before. */
export async function raiseAlarm(
  ctx: Ctx,
  communityId: string,
  { kind, group, cause, evidence }: Cause,
): Promise<store.Alarm | undefined> {
  const alarm = await store.insertAlarm(ctx, {
    id: newId(ctx.now()),
    communityId,
    kind,
    groupId: group.id,
    cause,
    evidence,
  });
  if (!alarm) return undefined;
  const words = { group: group.name, ...evidence };
  const task = await createTask(ctx, {
    communityId,
    groupId: group.id,
    kind: alarmTask.kind,
    key: `${alarmTask.kind} ${cause}`,
    title: ctx.t(`insight:alarm.${kind}.title`, words),
    text: ctx.t(`insight:alarm.${kind}.text`, words),
    steps: [ctx.t(`insight:alarm.${kind}.step`, words)],
    payload: { alarmId: alarm.id },
  });
  await store.updateTask(ctx, alarm, task.id);
  ctx.emit(alarmRaised, communityId, { alarmId: alarm.id, groupId: group.id, kind, taskId: task.id });
  showAlarmLive(ctx, alarm);
  return alarm;
}

/** Counts the numbers of an open alarm anew, so that it says how it is and not how it was. */
export async function recountAlarm(
  ctx: Ctx,
  communityId: string,
  which: Pick<Cause, 'cause' | 'evidence'>,
): Promise<void> {
  const alarm = await store.recountAlarm(ctx, communityId, which);
  if (alarm) showAlarmLive(ctx, alarm);
}

/** Settles the open alarm of a cause that is no more; its task goes with it. */
export async function passAlarm(
  ctx: Ctx,
  communityId: string,
  { cause, how }: { cause: string; how: 'passed' | 'dismissed' },
): Promise<void> {
  const alarm = await store.selectByCause(ctx, communityId, cause);
  if (!alarm) return;
  await settle(ctx, alarm, how);
  if (how === 'dismissed' && alarm.taskId) await cancelTask(ctx, { communityId, taskId: alarm.taskId });
}

async function settlePassed(
  ctx: Ctx,
  communityId: string,
  now: { days: ReadonlyMap<string, readonly GroupDay[]>; waiting: ReadonlyMap<string, number> },
): Promise<void> {
  for (const alarm of await store.selectOpen(ctx, communityId)) {
    const days = now.days.get(alarm.groupId) ?? [];
    const hasPassed =
      (alarm.kind === 'group_quiet' &&
        days.some(({ day, messages }) => messages > 0 && day > alarm.evidence.lastDay!)) ||
      (alarm.kind === 'quarrel' && ctx.now().getTime() - alarm.raisedAt.getTime() > quarrelPassesMs) ||
      (alarm.kind === 'questions_waiting' && (now.waiting.get(alarm.groupId) ?? 0) === 0);
    if (hasPassed) await settle(ctx, alarm, 'passed');
  }
}

/** Tells the team after commit that an alarm has come, changed or gone. */
export function showAlarmLive(
  ctx: Ctx,
  {
    communityId,
    id: alarmId,
    groupId,
    kind,
    settledHow,
  }: Pick<store.Alarm, 'communityId' | 'id' | 'groupId' | 'kind' | 'settledHow'>,
): void {
  const frame = { type: 'alarm', alarmId, groupId, kind, settledHow };
  ctx.afterCommit(() => ctx.services.live.publish('team', communityId, frame));
}

/** A page of alarms: open ones by when they were raised, settled ones by when they were settled, newest first. */
export async function listAlarms(
  ctx: Ctx,
  communityId: string,
  wish: {
    state: 'open' | 'settled';
    kind?: store.AlarmKind | undefined;
    groupId?: string | undefined;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<{ items: store.Alarm[]; nextCursor: string | null }> {
  const open = wish.state === 'open';
  const after = wish.cursor === undefined ? null : readMark(wish.cursor);
  const rows = await store.selectAlarms(ctx, communityId, { open, after, limit: wish.limit + 1, filter: wish });
  return toPage(rows, wish.limit, ({ raisedAt, settledAt, id }) => [(open ? raisedAt : settledAt!).toISOString(), id]);
}

function readMark(cursor: string): { at: string; id: string } {
  const [at, id] = decodeCursor(cursor, 2).map(String) as [string, string];
  if (!isMoment(at) || !isId(id)) throw platformErrors.bad_cursor();
  return { at, id };
}
