/** What somebody new at looking after groups learns in their first ten days, as a few tasks of their own. */
import { recordAudit } from '../platform/audit/audit.ts';
import { findUsers } from '../platform/auth/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { checkAssignee, createTask, listTasks, type TaskKind } from '../team/index.ts';

/** One thing to learn. */
export const trainingTask: TaskKind = { kind: 'rotation.training' };

/** The steps with the day until which each is done. */
const steps = { rules: 1, watch: 2, answer: 3, script: 4, case: 6, hand_over: 8, talk: 10 } as const;
const stepNames = Object.keys(steps) as (keyof typeof steps)[];

const mostTasks = 500;
const dayMs = 86_400_000;

/** How far somebody is. */
export interface Training {
  userId: string;
  name: string;
  done: number;
  of: number;
  /** The next thing to learn; null = all are done or left out. */
  next: string | null;
}

/** Gives somebody of the team the tasks of a new steward; who has had them keeps what they have. */
export async function startTraining(ctx: Ctx, communityId: string, userId: string): Promise<{ tasks: number }> {
  return inTransaction(ctx, async (inner) => {
    await checkAssignee(inner, communityId, userId);
    for (const step of stepNames)
      await createTask(inner, {
        communityId,
        kind: trainingTask.kind,
        title: inner.t(`rotation:training.${step}.title`),
        text: inner.t(`rotation:training.${step}.text`),
        dueAt: new Date(inner.now().getTime() + steps[step] * dayMs),
        assigneeId: userId,
        payload: { userId, step },
        key: `${trainingTask.kind} ${userId} ${step}`,
      });
    await recordAudit(inner, {
      communityId,
      action: 'rotation.start_training',
      target: { kind: 'user', id: userId },
    });
    return { tasks: stepNames.length };
  });
}

/** Everybody who has begun, with how far they are; who still has something before them comes first. */
export async function listTrainings(ctx: Ctx, communityId: string): Promise<Training[]> {
  const [open, done] = await Promise.all([readTasks(ctx, communityId, 'open'), readTasks(ctx, communityId, 'done')]);
  const ids = [...new Set([...open, ...done].map(({ payload }) => String(payload.userId)))];
  const names = new Map((await findUsers(ctx, ids)).map(({ id, name }) => [id, name]));
  return ids
    .flatMap((userId) => {
      const name = names.get(userId);
      if (name === undefined) return [];
      const isTheirs = ({ payload }: { payload: Record<string, unknown> }) => payload.userId === userId;
      const next = open.find(isTheirs)?.title ?? null;
      return [{ userId, name, done: done.filter(isTheirs).length, of: stepNames.length, next }];
    })
    .sort((one, other) => Number(one.next === null) - Number(other.next === null) || one.done - other.done);
}

async function readTasks(ctx: Ctx, communityId: string, state: 'open' | 'done') {
  const filter = { state, kind: trainingTask.kind } as const;
  return (await listTasks(ctx, communityId, { filter, limit: mostTasks })).items;
}
