/**
 * Whoever is on duty is asked: open questions that nobody has taken for some minutes go to them, the one with the fewest first. When a
 * watch ends, what the roster gave goes on to whoever comes next; what somebody has taken stays theirs until they are away.
 */
import { z } from 'zod';
import { listAway, listOnDuty } from '../duty/index.ts';
import { userMay } from '../platform/auth/grants.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { getSettings } from '../platform/settings.ts';
import { showQuestion } from './live.ts';
import { deskSettings } from './promise.ts';
import type { Question } from './question-state.ts';
import { countHeld, lockGivable, updateGiven } from './store/given.ts';
import { selectAsking } from './store/questions.ts';

const step = 200;

/** Every minute: gives open questions to whoever is on duty, and those of somebody who is away to whoever stands in. */
export const giveToDuty = defineJob({
  name: 'desk.give_to_duty',
  payload: z.object({}),
  cron: '* * * * *',
  run: async (ctx) => {
    for (const communityId of await selectAsking(ctx)) {
      while ((await inTransaction(ctx, (inner) => giveSome(inner, communityId))) === step) {
        // Each turn is a transaction of its own.
      }
    }
  },
});

async function giveSome(ctx: Ctx, communityId: string): Promise<number> {
  const { dutyAfterMinutes } = await getSettings(ctx, deskSettings, communityId);
  if (dutyAfterMinutes === null) return 0;
  const onDuty = await listAble(ctx, communityId, await listOnDuty(ctx, communityId));
  const takers = await findTakers(ctx, communityId, onDuty);
  if (onDuty.length === 0 && takers.size === 0) return 0;
  const before = new Date(ctx.now().getTime() - dutyAfterMinutes * 60_000);
  const page = { before, onDuty, away: [...takers.keys()], limit: step };
  const questions = await lockGivable(ctx, communityId, page);
  if (questions.length === 0) return 0;
  const shares = await share(ctx, communityId, { questions, onDuty, takers });
  for (const [userId, questionIds] of shares)
    await give(ctx, communityId, { questionIds, userId, at: onDuty.includes(userId) ? ctx.now() : null });
  return questions.length;
}

/** A deputy who is not on duty keeps what they were given, as whoever they stand in for would. */
async function give(
  ctx: Ctx,
  communityId: string,
  part: { questionIds: readonly string[]; userId: string; at: Date | null },
): Promise<void> {
  for (const given of await updateGiven(ctx, communityId, part)) showQuestion(ctx, given);
}

/** Of these, who may work on questions. */
async function listAble(ctx: Ctx, communityId: string, userIds: readonly string[]): Promise<string[]> {
  const able: string[] = [];
  for (const userId of userIds) if (await userMay(ctx, { userId, communityId }, 'desk.work')) able.push(userId);
  return able;
}

/** Who is away today, and who takes what they hold: their deputy, else whoever is on duty. */
async function findTakers(ctx: Ctx, communityId: string, onDuty: readonly string[]): Promise<Map<string, string[]>> {
  const takers = new Map<string, string[]>();
  for (const [userId, deputyId] of await listAway(ctx, communityId)) {
    const deputies = deputyId === null ? [] : await listAble(ctx, communityId, [deputyId]);
    const some = deputies.length > 0 ? deputies : onDuty;
    if (some.length > 0) takers.set(userId, [...some]);
  }
  return takers;
}

/** Each question to the one of those asked who has the fewest. */
async function share(
  ctx: Ctx,
  communityId: string,
  { questions, onDuty, takers }: { questions: Question[]; onDuty: readonly string[]; takers: Map<string, string[]> },
): Promise<Map<string, string[]>> {
  const asked = [...new Set([...onDuty, ...[...takers.values()].flat()])];
  const held = await countHeld(ctx, communityId, asked);
  const shares = new Map<string, string[]>();
  for (const { id, assigneeId } of questions) {
    const some = (assigneeId !== null && takers.get(assigneeId)) || onDuty;
    const [userId] = [...some].sort((one, other) => (held.get(one) ?? 0) - (held.get(other) ?? 0));
    held.set(userId!, (held.get(userId!) ?? 0) + 1);
    shares.set(userId!, [...(shares.get(userId!) ?? []), id]);
  }
  return shares;
}
