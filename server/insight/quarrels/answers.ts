/** What the team may do about a quarrel with one tap. Nothing here happens by itself, and nothing of it punishes anybody. */
import { randomUUID } from 'node:crypto';
import { mostLessons } from '../../../lib/quarrels/index.ts';
import { getGroup } from '../../groups/index.ts';
import { errorOfUnsent, send, type Sent } from '../../messages/index.ts';
import { findIdentity } from '../../people/index.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import { inTransaction, type Ctx } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { createTask, skipTask, userOf, type TaskKind } from '../../team/index.ts';
import { insightErrors } from '../errors.ts';
import { selectAlarmsById } from '../store.ts';
import { startSlowMode, undoSlowMode } from './slow-mode.ts';
import {
  addLesson,
  deleteLessons,
  insertAnswer,
  judgeQuarrel,
  selectQuarrel,
  type AlarmKey,
  type AnswerKind,
  type Quarrel,
} from './store.ts';

/** A private word with one of the two; the talk itself is all that follows. */
export const privateTalkTask: TaskKind = { kind: 'insight.talk_privately' };

const dayMs = 24 * 3_600_000;

/** The quarrel behind an alarm; throws when there is none. */
export async function getQuarrel(ctx: Ctx, key: AlarmKey): Promise<Quarrel> {
  const quarrel = await selectQuarrel(ctx, key);
  if (!quarrel) throw insightErrors.no_quarrel_here();
  return quarrel;
}

/** Slows the group down for a while. Who does something says that it was a quarrel. */
export async function slowDown(ctx: Ctx, key: AlarmKey): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const quarrel = await getQuarrel(inner, key);
    await startSlowMode(inner, quarrel);
    await judgeQuarrel(inner, key, true);
  });
}

/** Ends the slow mode before its time. */
export async function stopSlowing(ctx: Ctx, key: AlarmKey): Promise<void> {
  await inTransaction(ctx, async (inner) => undoSlowMode(inner, await getQuarrel(inner, key)));
}

/** Says a calming word with the official voice. */
export async function sendNote(ctx: Ctx, key: AlarmKey, text: string): Promise<Extract<Sent, { ok: true }>> {
  const quarrel = await getQuarrel(ctx, key);
  const { communityId, groupId } = quarrel;
  const sent = await send(ctx, { communityId, groupId, clientId: randomUUID(), kind: 'text', text });
  if (!sent.ok) throw errorOfUnsent(sent);
  await inTransaction(ctx, async (inner) => {
    await note(inner, quarrel, 'note');
    await judgeQuarrel(inner, key, true);
    await audit(inner, quarrel, { action: 'insight.send_note', messageId: sent.message.id });
  });
  return sent;
}

/** Asks somebody of the team to talk with one of the two. */
export async function askPrivateTalk(
  ctx: Ctx,
  key: AlarmKey,
  wish: { identityId: string; text: string },
): Promise<string> {
  return inTransaction(ctx, async (inner) => {
    const quarrel = await getQuarrel(inner, key);
    const { communityId, groupId, alarmId } = quarrel;
    const { identityId, text } = wish;
    if (identityId !== quarrel.oneId && identityId !== quarrel.otherId) throw insightErrors.not_in_quarrel();
    const name = (await findIdentity(inner, communityId, identityId))?.name ?? '';
    const group = await getGroup(inner, communityId, groupId);
    const words = { name, group: group.name };
    const task = await createTask(inner, {
      communityId,
      groupId,
      kind: privateTalkTask.kind,
      key: `${privateTalkTask.kind} ${alarmId} ${identityId}`,
      title: inner.t('insight:quarrel.talk.title', words),
      text,
      steps: inner.t('insight:quarrel.talk.steps', words).split('\n'),
      dueAt: new Date(inner.now().getTime() + dayMs),
      assigneeId: userOf(inner.actor),
      payload: { alarmId },
      about: [identityId],
    });
    await note(inner, quarrel, 'private_talk', identityId);
    await judgeQuarrel(inner, key, true);
    await audit(inner, quarrel, { action: 'insight.ask_private_talk', taskId: task.id });
    return task.id;
  });
}

/** It was none: settles the alarm, and lifts the threshold of its group a little. Saying it twice is saying it once. */
export async function callNoQuarrel(ctx: Ctx, key: AlarmKey): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const quarrel = await getQuarrel(inner, key);
    if (!(await judgeQuarrel(inner, key, false))) return;
    await addLesson(inner, quarrel, mostLessons);
    await note(inner, quarrel, 'no_quarrel');
    await audit(inner, quarrel, { action: 'insight.call_no_quarrel' });
    const [alarm] = await selectAlarmsById(inner, key.communityId, [key.alarmId]);
    if (alarm?.taskId && alarm.settledAt === null)
      await skipTask(inner, { communityId: key.communityId, taskId: alarm.taskId });
  });
}

/** Forgets what a group was taught. */
export async function resetLessons(ctx: Ctx, place: { communityId: string; groupId: string }): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    await getGroup(inner, place.communityId, place.groupId);
    if (!(await deleteLessons(inner, place))) return;
    const target = { kind: 'group', id: place.groupId };
    await recordAudit(inner, { communityId: place.communityId, action: 'insight.reset_lessons', target });
  });
}

async function note(ctx: Ctx, quarrel: Quarrel, kind: AnswerKind, identityId: string | null = null): Promise<void> {
  const { communityId, alarmId } = quarrel;
  const userId = userOf(ctx.actor);
  await insertAnswer(ctx, { communityId, id: newId(ctx.now()), alarmId, kind, userId, at: ctx.now(), identityId });
}

async function audit(
  ctx: Ctx,
  { communityId, groupId, alarmId }: Quarrel,
  { action, ...detail }: { action: string; messageId?: string; taskId?: string },
): Promise<void> {
  await recordAudit(ctx, {
    communityId,
    action,
    target: { kind: 'group', id: groupId },
    detail: { alarmId, ...detail },
  });
}
