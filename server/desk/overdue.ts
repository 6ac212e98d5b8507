/** What happens when a promise is broken: one task for each question, once; and when nobody will answer any more. */
import { z } from 'zod';
import { findGroupById } from '../groups/index.ts';
import { findIdentity } from '../people/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { getSettings } from '../platform/settings.ts';
import { createTask, type TaskKind } from '../team/index.ts';
import { questionOverdue } from './events.ts';
import { showQuestion } from './live.ts';
import { deskSettings } from './promise.ts';
import { moveQuestion } from './question.ts';
import type { Question } from './question-state.ts';
import { deleteOldMentions } from './store/inbox.ts';
import { lockOlder, lockOverdue, lockQuestion, markOverdue, selectAsking } from './store/questions.ts';

const step = 100;
const mentionsFor = 30 * 24 * 3_600_000;

/** A question that waits longer than promised. Saying "done" lays it aside; answering it takes the task back. */
export const overdueKind: TaskKind = {
  kind: 'desk.question_overdue',
  onDone: async (ctx, task) => {
    const { questionId } = task.payload;
    if (typeof questionId !== 'string') return;
    const question = await lockQuestion(ctx, { communityId: task.communityId, questionId });
    if (question?.state === 'open')
      await moveQuestion(ctx, question, { state: 'closed', mover: 'team', reason: 'settled' });
  },
};

/** Every minute: makes the tasks of questions whose promise has passed since. */
export const tellOverdue = defineJob({
  name: 'desk.tell_overdue',
  payload: z.object({}),
  cron: '* * * * *',
  run: async (ctx) => {
    while ((await inTransaction(ctx, tellSome)) === step) {
      // Each turn is a transaction of its own.
    }
  },
});

async function tellSome(ctx: Ctx): Promise<number> {
  const late = await lockOverdue(ctx, step);
  for (const question of late) await tell(ctx, question);
  return late.length;
}

async function tell(ctx: Ctx, question: Question): Promise<void> {
  const { communityId, groupId, id: questionId, askedBy, dueAt, assigneeId, excerpt } = question;
  const name = (await findIdentity(ctx, communityId, askedBy))?.name ?? '';
  const group = (await findGroupById(ctx, groupId))?.name ?? '';
  const task = await createTask(ctx, {
    communityId,
    groupId,
    kind: overdueKind.kind,
    key: `${overdueKind.kind} ${questionId}`,
    title: ctx.t('desk:task.overdue', { name, group }),
    text: excerpt,
    dueAt,
    assigneeId,
    payload: { questionId },
    about: [askedBy],
  });
  // A question that was opened again after its task was settled is not told of a second time.
  const marked = await markOverdue(ctx, { communityId, questionId }, task.id);
  ctx.emit(questionOverdue, communityId, { questionId, groupId, taskId: task.id });
  showQuestion(ctx, marked);
}

/** Every night: lays questions aside that nobody will answer any more, and forgets old mentions. */
export const layAside = defineJob({
  name: 'desk.lay_aside',
  payload: z.object({}),
  cron: '20 20 * * *',
  run: async (ctx) => {
    for (const communityId of await selectAsking(ctx)) {
      const { expireDays } = await getSettings(ctx, deskSettings, communityId);
      const before = new Date(ctx.now().getTime() - expireDays * 24 * 3_600_000);
      while ((await inTransaction(ctx, (inner) => expire(inner, communityId, before))) === step) {
        // Each turn is a transaction of its own.
      }
    }
    await deleteOldMentions(ctx, new Date(ctx.now().getTime() - mentionsFor));
  },
});

async function expire(ctx: Ctx, communityId: string, before: Date): Promise<number> {
  const old = await lockOlder(ctx, communityId, { before, limit: step });
  for (const question of old)
    await moveQuestion(ctx, question, { state: 'closed', mover: 'program', reason: 'expired' });
  return old.length;
}
