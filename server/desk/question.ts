/**
 * Open questions: what is done with them. Every move goes through the table of question-state.ts, takes back the task that has become
 * needless, and is shown to the team after commit.
 */
import { getZone } from '../communities/index.ts';
import { getGroup } from '../groups/index.ts';
import { send, errorOfUnsent, type Sent } from '../messages/index.ts';
import { findMembership, officialIdentity } from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { actorKey } from '../platform/auth/actor.ts';
import { localDay, startOfLocalDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, isMoment, toPage } from '../platform/http/cursor.ts';
import { isId, newId } from '../platform/ids.ts';
import { countUse, findUnfilled, getScript, scriptsErrors } from '../scripts/index.ts';
import { cancelTask, checkAssignee, userOf } from '../team/index.ts';
import { deskErrors } from './errors.ts';
import { questionAnswered } from './events.ts';
import { showQuestion } from './live.ts';
import { canMove, type Mover, type Question } from './question-state.ts';
import { insertAnswer, setScript } from './store/answers.ts';
import * as store from './store/questions.ts';

/** Who puts a question off for longer than a week will not answer it. */
const longestSnooze = 7 * 24 * 3_600_000;

/** One question; throws `platform.not_found`. */
export async function getQuestion(ctx: Ctx, id: store.QuestionId): Promise<Question> {
  const question = await store.selectQuestion(ctx, id);
  if (!question) throw platformErrors.not_found();
  return question;
}

/** A page of questions: open ones by their promise, settled ones latest first. */
export async function listQuestions(
  ctx: Ctx,
  communityId: string,
  page: { filter: store.QuestionFilter; cursor?: string | undefined; limit: number },
): Promise<{ items: Question[]; nextCursor: string | null }> {
  const after = page.cursor === undefined ? null : readMark(page.cursor);
  const rows = await store.selectQuestions(ctx, communityId, { filter: page.filter, after, limit: page.limit + 1 });
  const open = page.filter.state === 'open';
  return toPage(rows, page.limit, (row) => [
    (open ? row.dueAt?.toISOString() : row.settledAt?.toISOString()) ?? 'infinity',
    row.id,
  ]);
}

/** How many questions wait, and how today's answers went. */
export async function countQuestions(ctx: Ctx, communityId: string): Promise<store.QuestionCounts> {
  const zone = await getZone(ctx, communityId);
  const since = startOfLocalDay(localDay(ctx.now(), zone), zone);
  return store.countQuestions(ctx, communityId, { userId: userOf(ctx.actor), since });
}

/** Gives an open question to somebody of the team, or to nobody. */
export async function assignQuestion(
  ctx: Ctx,
  id: store.QuestionId & { assigneeId: string | null },
): Promise<Question> {
  return inTransaction(ctx, async (inner) => {
    const question = await lock(inner, id);
    if (question.assigneeId === id.assigneeId) return question;
    if (question.state !== 'open') throw settled(inner, question);
    if (id.assigneeId !== null) await checkAssignee(inner, id.communityId, id.assigneeId);
    const assigned = await store.updateAssignee(inner, id, id.assigneeId);
    showQuestion(inner, assigned);
    return assigned;
  });
}

/** Puts an open question off until a moment, or (null) takes that back; what was nobody's is then with whoever does it. */
export async function snoozeQuestion(ctx: Ctx, id: store.QuestionId & { until: Date | null }): Promise<Question> {
  if (id.until !== null && (id.until <= ctx.now() || id.until.getTime() > ctx.now().getTime() + longestSnooze))
    throw deskErrors.snooze_not_possible();
  return inTransaction(ctx, async (inner) => {
    const question = await lock(inner, id);
    if (question.state !== 'open') throw settled(inner, question);
    const assigneeId = question.assigneeId ?? (id.until === null ? null : userOf(inner.actor));
    const snoozed = await store.updateSnooze(inner, id, { until: id.until, assigneeId });
    showQuestion(inner, snoozed);
    return snoozed;
  });
}

/** Lays a question aside: it is settled elsewhere, or was none. Twice is once. */
export async function closeQuestion(
  ctx: Ctx,
  id: store.QuestionId & { reason: 'settled' | 'no_question' },
): Promise<Question> {
  return inTransaction(ctx, async (inner) => {
    const question = await lock(inner, id);
    if (question.state === 'closed') return question;
    const closed = await moveQuestion(inner, question, { state: 'closed', mover: 'team', reason: id.reason });
    await audit(inner, 'desk.close_question', closed);
    return closed;
  });
}

/** Takes an answer or a closing back. What was recalled or erased stays gone. */
export async function reopenQuestion(ctx: Ctx, id: store.QuestionId): Promise<Question> {
  return inTransaction(ctx, async (inner) => {
    const question = await lock(inner, id);
    if (question.state === 'open') return question;
    if (question.closeReason === 'recalled' || question.excerpt === '') throw deskErrors.question_gone();
    const open = await moveQuestion(inner, question, { state: 'open', mover: 'team' });
    await audit(inner, 'desk.reopen_question', open);
    return open;
  });
}

/** Answers with the official voice, as a reply that speaks to the one who asked. A repeat under the same client id answers once. */
export async function answerQuestion(
  ctx: Ctx,
  id: store.QuestionId & { clientId: string; text: string; scriptId?: string | undefined },
): Promise<{ question: Question; message: Extract<Sent, { ok: true }>['message']; taskId: string | null }> {
  const { communityId, clientId, text, scriptId } = id;
  const unfilled = findUnfilled(text);
  if (unfilled.length > 0) throw scriptsErrors.unfilled({ names: unfilled.join(' ') });
  if (scriptId) await getScript(ctx, { communityId, scriptId });
  const asked = await getQuestion(ctx, id);
  const { groupId, messageId: replyTo, askedBy } = asked;
  const group = await getGroup(ctx, communityId, groupId);
  // Who has left is answered for the others to read, and not called back.
  const mentions = (await findMembership(ctx, { communityId, groupId, identityId: askedBy })) ? [askedBy] : [];
  const sent = await send(ctx, { communityId, groupId: group.id, clientId, kind: 'text', text, replyTo, mentions });
  if (!sent.ok) throw errorOfUnsent(sent);
  return inTransaction(ctx, async (inner) => {
    const question = await lock(inner, id);
    const answered = question.state === 'open' ? await settleWith(inner, question, sent.message) : question;
    // Whether the talk or the desk came first: the message is the answer, and the script is counted once.
    const isNew = scriptId && (await setScript(inner, { ...id, messageId: sent.message.id, scriptId }));
    if (isNew) await countUse(inner, { communityId, scriptId });
    return { question: answered, message: sent.message, taskId: sent.taskId };
  });
}

async function settleWith(ctx: Ctx, question: Question, message: { id: string; at: string }): Promise<Question> {
  const { id: by } = await officialIdentity(ctx, question.communityId);
  const operatorId = userOf(ctx.actor);
  const answer = {
    how: 'team',
    by,
    messageId: message.id,
    at: new Date(message.at),
    operatorId,
    isHost: true,
  } as const;
  const answered = await moveQuestion(ctx, question, { state: 'answered', mover: 'team', answer });
  await audit(ctx, 'desk.answer_question', answered);
  return answered;
}

/** Moves a locked question along the table; the one place in which its state changes. */
export async function moveQuestion(
  ctx: Ctx,
  question: Question,
  move: Omit<store.Move, 'by'> & { mover: Mover },
): Promise<Question> {
  const { mover, ...how } = move;
  if (!canMove({ from: question.state, to: how.state, by: mover })) throw settled(ctx, question);
  const id = { communityId: question.communityId, questionId: question.id };
  const moved = await store.moveQuestion(ctx, id, { ...how, by: actorKey(ctx.actor) });
  if (how.answer) await keepAnswer(ctx, moved, how.answer);
  if (moved.state === 'answered')
    ctx.emit(questionAnswered, moved.communityId, { questionId: moved.id, groupId: moved.groupId });
  if (moved.state !== 'open' && moved.overdueTaskId)
    await cancelTask(ctx, { communityId: moved.communityId, taskId: moved.overdueTaskId });
  showQuestion(ctx, moved);
  return moved;
}

async function keepAnswer(ctx: Ctx, question: Question, answer: NonNullable<store.Move['answer']>): Promise<void> {
  const { communityId, id: questionId, groupId, askedBy } = question;
  const { by: answeredBy, messageId, at, operatorId, isHost } = answer;
  const place = { communityId, questionId, groupId, askedBy };
  await insertAnswer(ctx, { ...place, id: newId(ctx.now()), messageId, answeredBy, operatorId, isHost, at });
}

/** Gives the open questions of somebody who can no longer answer them back to all. */
export async function releaseQuestionsOf(ctx: Ctx, communityId: string, userId: string): Promise<void> {
  await moveQuestionsOf(ctx, communityId, { from: userId, to: null });
}

/** Gives the open questions of one to another, or back to all. */
export async function moveQuestionsOf(
  ctx: Ctx,
  communityId: string,
  move: { from: string; to: string | null },
): Promise<void> {
  for (const question of await store.moveQuestions(ctx, communityId, move)) showQuestion(ctx, question);
}

async function lock(ctx: Ctx, id: store.QuestionId): Promise<Question> {
  const question = await store.lockQuestion(ctx, id);
  if (!question) throw platformErrors.not_found();
  return question;
}

function settled(ctx: Ctx, { state }: Question) {
  return deskErrors.question_settled({ state, how: ctx.t(`desk:state.${state}`) });
}

async function audit(ctx: Ctx, action: string, { communityId, id, groupId, state }: Question): Promise<void> {
  const target = { kind: 'question', id };
  await recordAudit(ctx, { communityId, action, target, detail: { groupId, state } });
}

function readMark(cursor: string): store.QuestionMark {
  const [at, id] = decodeCursor(cursor, 2).map(String);
  const known = at === 'infinity' || isMoment(at);
  if (!known || !isId(id!)) throw platformErrors.bad_cursor();
  return { at, id: id! };
}
