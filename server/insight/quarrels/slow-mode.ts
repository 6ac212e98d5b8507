/** Slow mode for a while: set by one tap, and what was set before is put back by itself or by another tap. */
import { z } from 'zod';
import { act } from '../../carriers/index.ts';
import { findGroup, getGroup } from '../../groups/index.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import { inTransaction, type Ctx } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { userOf } from '../../team/index.ts';
import { insightErrors } from '../errors.ts';
import { getQuarrelSettings } from '../settings.ts';
import { deleteSlowMode, insertSlowMode, selectSlowMode, type TimedSlowMode } from './slow-store.ts';
import { endAnswer, insertAnswer, type Quarrel } from './store.ts';

interface Place {
  communityId: string;
  groupId: string;
}

/** Slows the group of a quarrel down. On a platform that cannot, a human is asked to. */
export async function startSlowMode(ctx: Ctx, { communityId, groupId, alarmId }: Quarrel): Promise<TimedSlowMode> {
  const group = await getGroup(ctx, communityId, groupId);
  const { slowSeconds, slowMinutes } = await getQuarrelSettings(ctx, communityId);
  const slow: TimedSlowMode = {
    communityId,
    groupId,
    alarmId,
    answerId: newId(ctx.now()),
    seconds: Math.max(slowSeconds, group.slowModeSeconds),
    formerSeconds: group.slowModeSeconds,
    until: new Date(ctx.now().getTime() + slowMinutes * 60_000),
  };
  if (!(await insertSlowMode(ctx, slow))) throw insightErrors.slow_mode_runs();
  await setSeconds(ctx, slow, slow.seconds);
  const { answerId, seconds, formerSeconds, until } = slow;
  const userId = userOf(ctx.actor);
  await insertAnswer(ctx, {
    communityId,
    id: answerId,
    alarmId,
    kind: 'slow_mode',
    userId,
    at: ctx.now(),
    identityId: null,
  });
  await recordAudit(ctx, {
    communityId,
    action: 'insight.slow_down',
    target: { kind: 'group', id: groupId },
    detail: { alarmId, seconds, formerSeconds, until: until.toISOString() },
  });
  ctx.enqueue(endSlowMode, { communityId, groupId, answerId }, { runAt: until });
  return slow;
}

/** Ends it before its time. */
export async function undoSlowMode(ctx: Ctx, place: Place): Promise<void> {
  const slow = await deleteSlowMode(ctx, place);
  if (!slow) throw insightErrors.no_slow_mode();
  await putBack(ctx, slow);
  await endAnswer(ctx, slow, userOf(ctx.actor));
  const { communityId, groupId, alarmId, formerSeconds } = slow;
  await recordAudit(ctx, {
    communityId,
    action: 'insight.undo_slow_mode',
    target: { kind: 'group', id: groupId },
    detail: { alarmId, formerSeconds },
  });
}

/** Puts back what was set before, when the time is over. */
export const endSlowMode = defineJob({
  name: 'insight.end_slow_mode',
  payload: z.object({ communityId: z.uuid(), groupId: z.uuid(), answerId: z.uuid() }),
  run: (ctx, { communityId, groupId, answerId }) =>
    inTransaction(ctx, async (inner) => {
      const running = await selectSlowMode(inner, { communityId, groupId });
      // Ended before, and perhaps another one runs: that has a job of its own.
      if (running?.answerId !== answerId) return;
      const slow = await deleteSlowMode(inner, { communityId, groupId });
      if (!slow) return;
      await putBack(inner, slow);
      await endAnswer(inner, slow, null);
    }),
});

/** Whoever has changed it meanwhile has decided otherwise: then it stays as it is. */
async function putBack(ctx: Ctx, slow: TimedSlowMode): Promise<void> {
  const group = await findGroup(ctx, slow);
  if (!group || group.lifecycle === 'dissolved' || group.slowModeSeconds !== slow.seconds) return;
  await setSeconds(ctx, slow, slow.formerSeconds);
}

async function setSeconds(ctx: Ctx, { communityId, groupId }: Place, seconds: number): Promise<void> {
  const outcome = await act(ctx, { communityId, groupId, op: 'slowMode', seconds });
  if (!outcome.ok) throw insightErrors.slow_mode_not_possible();
}
