/** What the team may do about a wave with one tap. All of it ends by itself and can be ended before; nothing of it removes anybody. */
import type { ApprovalReason } from '../../people/index.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import { subscribe } from '../../platform/bus/event.ts';
import { inTransaction, type Ctx } from '../../platform/context.ts';
import { platformErrors } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { userOf } from '../../team/index.ts';
import { rulesErrors } from '../errors.ts';
import { caseDecided } from '../events.ts';
import { endAnswer, insertAnswer, selectAnswers, selectApproval, type WaveAnswerKind } from '../store/wave-answers.ts';
import { clearPerson, selectWave, type Wave, type WaveKey } from '../store/waves.ts';
import { bumpWaves } from './counting.ts';
import { showWave } from './live.ts';

const approvalMs = 3_600_000;

/** Does something about a wave from now on: approval at its entrance for an hour, or its people's first messages wait while it counts. */
export async function startAnswer(ctx: Ctx, key: WaveKey, kind: WaveAnswerKind): Promise<void> {
  await change(ctx, key, kind, async (inner, wave) => {
    if (await isRunning(inner, key, kind)) throw rulesErrors.wave_answered();
    const at = inner.now();
    const until = kind === 'hold' ? wave.until : new Date(at.getTime() + approvalMs);
    await insertAnswer(inner, key, { id: newId(at), kind, userId: userOf(inner.actor), at, until });
    await audit(inner, wave, { action: startActions[kind], until: until.toISOString() });
  });
}

/** Ends it before its time. */
export async function stopAnswer(ctx: Ctx, key: WaveKey, kind: WaveAnswerKind): Promise<void> {
  await change(ctx, key, kind, async (inner, wave) => {
    if (!(await endAnswer(inner, key, { kind, userId: userOf(inner.actor) }))) throw rulesErrors.wave_not_answered();
    await audit(inner, wave, { action: stopActions[kind] });
  });
}

const startActions = { approval: 'rules.ask_approval', hold: 'rules.hold_wave' } as const;
const stopActions = { approval: 'rules.stop_approval', hold: 'rules.stop_holding' } as const;

async function change(
  ctx: Ctx,
  key: WaveKey,
  kind: WaveAnswerKind,
  run: (ctx: Ctx, wave: Wave) => Promise<void>,
): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    if (kind === 'hold') await bumpWaves(inner, key.communityId);
    const wave = await getOpenWave(inner, key);
    await run(inner, wave);
    showWave(inner, wave);
  });
}

/** A wave that is not over, locked; throws. */
export async function getOpenWave(ctx: Ctx, key: WaveKey): Promise<Wave> {
  const wave = await selectWave(ctx, key, { lock: true });
  if (!wave) throw platformErrors.not_found();
  if (wave.endedAt !== null || wave.until <= ctx.now()) throw rulesErrors.wave_over();
  return wave;
}

async function isRunning(ctx: Ctx, key: WaveKey, kind: WaveAnswerKind): Promise<boolean> {
  const answers = (await selectAnswers(ctx, key.communityId, [key.waveId])).get(key.waveId) ?? [];
  return answers.some((one) => one.kind === kind && one.endedAt === null && one.until > ctx.now());
}

/** Notes in the audit log what somebody of the team did about a wave. */
export async function audit(
  ctx: Ctx,
  { communityId, groupId, id: waveId }: Wave,
  { action, ...detail }: { action: string; until?: string; people?: number },
): Promise<void> {
  const target = { kind: 'group', id: groupId };
  await recordAudit(ctx, { communityId, action, target, detail: { waveId, ...detail } });
}

/** The entrance of a wave asks for approval while the team wishes so; its group's own setting stays as it is. */
export const waveApproval = {
  name: 'rules.waves',
  asks: selectApproval,
} satisfies ApprovalReason;

/** Once a message of somebody was let through, what they say next needs no look. */
export const clearReleased = subscribe('rules.clear_released', caseDecided, async (ctx, events) => {
  for (const { communityId, payload } of events) {
    if (payload.state !== 'released' && payload.state !== 'overturned') continue;
    await inTransaction(ctx, async (inner) => {
      if (await clearPerson(inner, communityId!, payload.identityId)) await bumpWaves(inner, communityId!);
    });
  }
});
