/** From a heated talk to an alarm: at most as many as the budget of its group allows, and nothing but that a human is called. */
import { isWorthTelling } from '../../../lib/quarrels/index.ts';
import { findGroup } from '../../groups/index.ts';
import { subscribe } from '../../platform/bus/event.ts';
import type { Ctx } from '../../platform/context.ts';
import { quarrelHeated } from '../../rules/index.ts';
import { raiseAlarm, recountAlarm, showAlarmLive } from '../alarm.ts';
import { getQuarrelSettings } from '../settings.ts';
import { selectAlarmsById } from '../store.ts';
import { growQuarrel, insertQuarrel, selectLessons, selectTold, type Quarrel } from './store.ts';

const weekMs = 7 * 24 * 3_600_000;
/** For so long a quarrel is the one that was told. */
const sameQuarrelMs = 60 * 60_000;

/** Hears of heated talk. */
export const hearQuarrels = subscribe('insight.hear_quarrels', quarrelHeated, async (ctx, events) => {
  for (const { communityId, payload } of events) {
    const { groupId, heat, people, angry, messages, messageIds } = payload;
    const [oneId, otherId] = people;
    const startedAt = new Date(payload.startedAt);
    const lastAt = new Date(payload.lastAt);
    await hear(ctx, {
      communityId: communityId!,
      groupId,
      oneId,
      otherId,
      heat,
      angry,
      messages,
      messageIds,
      startedAt,
      lastAt,
    });
  }
});

async function hear(ctx: Ctx, heard: Omit<Quarrel, 'alarmId' | 'raisedAt' | 'isReal'>): Promise<void> {
  const { communityId, groupId, heat, lastAt } = heard;
  const at = lastAt.getTime();
  const group = await findGroup(ctx, { communityId, groupId });
  if (!group || group.lifecycle === 'dissolved') return;
  const told = await selectTold(ctx, { communityId, groupId, since: new Date(at - weekMs) });
  const same = told.find((one) => !one.isSettled && one.raisedAt.getTime() > at - sameQuarrelMs);
  const { perWeek } = await getQuarrelSettings(ctx, communityId);
  const lessons = await selectLessons(ctx, { communityId, groupId });
  const before = told.map(({ raisedAt, heat: hottest, isSettled }) => ({
    at: raisedAt.getTime(),
    heat: hottest,
    isSettled,
  }));
  if (same) {
    await growQuarrel(ctx, { communityId, alarmId: same.alarmId }, heard);
    await recount(ctx, same, heard);
    return showAlarmLive(ctx, { communityId, id: same.alarmId, groupId, kind: 'quarrel', settledHow: null });
  }
  if (!isWorthTelling({ heat, at }, before, { perWeek, lessons })) return;
  const from = heard.messageIds[0]!;
  const cause = `quarrel ${groupId} ${from}`;
  const alarm = await raiseAlarm(ctx, communityId, { kind: 'quarrel', group, cause, evidence: count(heard, from) });
  if (alarm) await insertQuarrel(ctx, { ...heard, alarmId: alarm.id, raisedAt: alarm.raisedAt });
}

function count({ startedAt, lastAt, messages, angry }: Pick<Quarrel, Counted>, from: string) {
  return { minutes: Math.max(1, Math.round((lastAt.getTime() - startedAt.getTime()) / 60_000)), messages, angry, from };
}

type Counted = 'startedAt' | 'lastAt' | 'messages' | 'angry';

/** The words of an alarm say how much it is by now; like the quarrel it never shrinks. */
async function recount(ctx: Ctx, told: Quarrel, heard: Pick<Quarrel, Counted>): Promise<void> {
  const { communityId, alarmId, startedAt } = told;
  const [alarm] = await selectAlarmsById(ctx, communityId, [alarmId]);
  if (!alarm) return;
  const now = {
    startedAt,
    lastAt: heard.lastAt,
    messages: Math.max(told.messages, heard.messages),
    angry: Math.max(told.angry, heard.angry),
  };
  await recountAlarm(ctx, communityId, { cause: alarm.cause, evidence: count(now, String(alarm.evidence.from)) });
}
