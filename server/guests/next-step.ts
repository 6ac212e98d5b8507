/** The next step with a guest: a task of the team with a due time, so that a relation is not left to somebody's memory. */
import { mayContact } from '../people/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { cancelTask, checkAssignee, createTask, type Task, type TaskKind } from '../team/index.ts';
import { guestsErrors } from './errors.ts';
import { audit, lockGuest, note } from './guest.ts';
import { lockGuest as findGuest, updateNext, type Guest, type GuestId } from './store/guests.ts';

/** Getting in touch with a guest; done = reached, skipped = not reached, with the words of whoever did it. */
export const nextStepTask: TaskKind = {
  kind: 'guests.next_step',
  onDone: (ctx, task) => settle(ctx, task, 'reached'),
  onSkipped: (ctx, task) => settle(ctx, task, 'not_reached'),
  onCancelled: (ctx, task) => settle(ctx, task, null),
};

const none = { at: null, what: '', taskId: null };

/** What is to be done next, when, and by whom; `at` null = nothing for now. */
export interface NextStep {
  at: Date | null;
  what: string;
  assigneeId: string | null;
}

/** Says what is next with a guest; the task of what was next before is taken back. */
export async function setNextStep(ctx: Ctx, id: GuestId, next: NextStep): Promise<Guest> {
  if (next.at !== null && next.at.getTime() <= ctx.now().getTime()) throw guestsErrors.past_moment();
  return inTransaction(ctx, async (inner) => {
    const guest = await lockGuest(inner, id);
    const { communityId } = id;
    if (next.assigneeId !== null) await checkAssignee(inner, communityId, next.assigneeId);
    if (next.at !== null) await checkOpen(inner, guest);
    await dropNextStep(inner, guest);
    const taskId = next.at === null ? null : (await makeTask(inner, guest, next)).id;
    const changed = await updateNext(inner, id, next.at === null ? none : { at: next.at, what: next.what, taskId });
    await audit(inner, 'set_next_step', guest);
    return changed;
  });
}

/** Takes back what was next with a guest. */
export async function dropNextStep(ctx: Ctx, { communityId, nextTaskId }: Guest): Promise<void> {
  if (nextTaskId !== null) await cancelTask(ctx, { communityId, taskId: nextTaskId });
}

/** A guest who is a member, too, and wants to be left alone by the team is left alone here as well. */
async function checkOpen(ctx: Ctx, { communityId, identityId }: Guest): Promise<void> {
  if (identityId === null) return;
  const open = await mayContact(ctx, communityId, { identityIds: [identityId], reason: 'care' });
  if (!open.has(identityId)) throw guestsErrors.left_alone();
}

async function makeTask(ctx: Ctx, guest: Guest, next: NextStep): Promise<Task> {
  const { communityId, id, name, identityId } = guest;
  const what = next.what || ctx.t('guests:next_step.usual');
  return createTask(ctx, {
    communityId,
    kind: nextStepTask.kind,
    title: ctx.t('guests:next_step.title', { guest: name, what }),
    text: ctx.t('guests:next_step.text'),
    dueAt: next.at,
    assigneeId: next.assigneeId,
    payload: { guestId: id },
    key: `guests.next_step ${newId(ctx.now())}`,
    // By its own id a guest who is no member is forgotten in tasks, too.
    about: [id, ...(identityId === null ? [] : [identityId])],
  });
}

async function settle(ctx: Ctx, task: Task, how: 'reached' | 'not_reached' | null): Promise<void> {
  const { guestId } = task.payload as { guestId: string };
  const id = { communityId: task.communityId, guestId };
  const guest = await findGuest(ctx, id);
  if (guest?.nextTaskId !== task.id) return;
  await updateNext(ctx, id, none);
  if (how !== null) await note(ctx, guest, { kind: how, words: task.note });
}
