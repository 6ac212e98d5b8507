/**
 * What the asker says under an answer: it helped, or it is not solved yet. Asked once, for some days, and never of those who want to be
 * left alone; nothing here runs when somebody says something ordinary.
 */
import { getZone } from '../../communities/index.ts';
import { currentMembership, mayContact } from '../../people/index.ts';
import { inTransaction, type Ctx } from '../../platform/context.ts';
import { getRecentSettings } from '../../platform/settings.ts';
import { deskErrors } from '../errors.ts';
import { deskSettings, promiseUntil } from '../promise.ts';
import { moveQuestion } from '../question.ts';
import type { Question } from '../question-state.ts';
import { selectAnswersOf, selectUnsaid, setVerdict, type Answer, type Verdict } from '../store/answers.ts';
import { lockQuestion, updatePromise } from '../store/questions.ts';

const day = 24 * 3_600_000;

/** The answers under which the member who looks is asked, the latest first. */
export async function listAsks(ctx: Ctx, groupId: string): Promise<Answer[]> {
  const { communityId, identityId } = await currentMembership(ctx, groupId);
  const { askDays } = await getRecentSettings(ctx, deskSettings, communityId);
  if (askDays === 0) return [];
  const since = new Date(ctx.now().getTime() - askDays * day);
  const unsaid = await selectUnsaid(ctx, { communityId, groupId, askedBy: identityId, since });
  if (unsaid.length === 0) return [];
  const open = await mayContact(ctx, communityId, { identityIds: [identityId], reason: 'care' });
  return open.has(identityId) ? unsaid : [];
}

/** Takes what the asker says of an answer; what was said first stays. */
export async function sayVerdict(
  ctx: Ctx,
  groupId: string,
  said: { questionId: string; verdict: Verdict },
): Promise<{ verdict: Verdict }> {
  const { communityId, identityId } = await currentMembership(ctx, groupId);
  return inTransaction(ctx, async (inner) => {
    const question = await lockQuestion(inner, { communityId, questionId: said.questionId });
    if (!question || question.groupId !== groupId || question.askedBy !== identityId)
      throw deskErrors.not_your_question();
    const answers = await selectAnswersOf(inner, { communityId, questionId: question.id });
    const before = answers.find(({ verdict }) => verdict !== null);
    if (before) return { verdict: before.verdict! };
    const answer = answers.find(({ messageId }) => messageId === question.answeredMessageId) ?? answers[0];
    if (!answer) throw deskErrors.not_your_question();
    await setVerdict(inner, answer, said.verdict);
    await follow(inner, question, said.verdict);
    return { verdict: said.verdict };
  });
}

/** Not solved: open again, with a promise from now. Helped: whatever was opened meanwhile is settled. */
async function follow(ctx: Ctx, question: Question, verdict: Verdict): Promise<void> {
  const { communityId, groupId, id: questionId, state } = question;
  if (verdict === 'unsolved' && state === 'answered') {
    const settings = await getRecentSettings(ctx, deskSettings, communityId);
    const zone = await getZone(ctx, communityId);
    await updatePromise(ctx, { communityId, questionId }, promiseUntil(ctx.now(), { groupId, zone, settings }));
    await moveQuestion(ctx, question, { state: 'open', mover: 'asker' });
  }
  if (verdict === 'helpful' && state === 'open')
    await moveQuestion(ctx, question, { state: 'closed', mover: 'asker', reason: 'settled' });
}
