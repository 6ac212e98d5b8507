/**
 * What follows from an upheld case: the steps of the ladder, carried out through the group's platform or by a human, explained to the
 * author, and taken back without a trace on them. Nobody is removed by the program.
 */
import { act } from '../carriers/index.ts';
import { getGroup, type Group } from '../groups/index.ts';
import { findIdentity, findMembership, openMembership } from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { cancelTask, createTask } from '../team/index.ts';
import { rulesErrors } from './errors.ts';
import { sanctionGiven } from './events.ts';
import { explainCase, explainStep } from './explain.ts';
import { decayOf, ladderOf, type SanctionStep } from './ladder.ts';
import { getRulesSettings } from './settings.ts';
import type { Case } from './store/cases.ts';
import {
  insertSanction,
  lockSanction,
  selectSanctionsByCase,
  setSanctionTask,
  updateSanction,
  type Sanction,
} from './store/sanctions.ts';
import { selectText } from './store/text.ts';

export type { Sanction } from './store/sanctions.ts';

/** Kinds of tasks that a step becomes. */
export const talkKind = 'rules.talk';
export const removeKind = 'rules.remove';

/** Takes a step; in dry mode it is only noted. Call inside a transaction. */
export async function giveSanction(
  ctx: Ctx,
  about: Case,
  wish: { step: SanctionStep; by: string; note: string },
): Promise<Sanction> {
  const { communityId, groupId, identityId, rule } = about;
  const { ladder } = await getRulesSettings(ctx, communityId);
  const now = ctx.now();
  const { step } = wish;
  const isDry = ladder.mode === 'dry';
  const sanction = await insertSanction(ctx, {
    id: newId(now),
    communityId,
    caseId: about.id,
    groupId,
    identityId,
    rule,
    step,
    state: isDry ? 'dry' : step === 'remove' ? 'proposed' : 'applied',
    givenAt: now,
    givenBy: wish.by,
    until: step === 'mute' ? new Date(now.getTime() + ladder.muteMinutes * 60_000) : null,
    decaysAt: decayOf(ladderOf(ladder, rule), now),
    taskId: null,
  });
  if (isDry) return sanction;
  const group = await getGroup(ctx, communityId, groupId);
  const items = (await selectText(ctx, communityId))?.items ?? [];
  const why = explainCase(ctx, items, about);
  await carryOut(ctx, { group, sanction, why, note: wish.note });
  const { id: sanctionId, state } = sanction as Sanction & { state: 'applied' | 'proposed' };
  ctx.emit(sanctionGiven, communityId, { caseId: about.id, groupId, identityId, sanctionId, step, state });
  await audit(ctx, 'rules.give_sanction', sanction);
  return sanction;
}

interface Execution {
  group: Group;
  sanction: Sanction;
  why: string;
  note: string;
}

async function carryOut(ctx: Ctx, { group, sanction, why, note }: Execution): Promise<void> {
  const { communityId, groupId, identityId, step, until } = sanction;
  if (step === 'talk' || step === 'remove') return hand(ctx, { group, sanction, why, note });
  if (step === 'mute') {
    const seconds = Math.ceil((until!.getTime() - ctx.now().getTime()) / 1000);
    const muted = await act(ctx, { communityId, groupId, op: 'mute', identityId, seconds });
    if (!muted.ok && muted.reason === 'protected') throw rulesErrors.not_sanctionable();
  }
  const minutes = until ? Math.ceil((until.getTime() - ctx.now().getTime()) / 60_000) : 0;
  await tell(ctx, sanction, explainStep(ctx, step, { group: group.name, why, note, minutes }) + own(ctx, note));
}

/** Some steps are a human's: a private talk, and whether somebody has to go. */
async function hand(ctx: Ctx, { group, sanction, why, note }: Execution): Promise<void> {
  const { communityId, groupId, identityId, step } = sanction;
  const person = (await findIdentity(ctx, communityId, identityId))?.name ?? '';
  const values = { group: group.name, person, why, note };
  const kind = step === 'talk' ? 'talk' : 'remove';
  const task = await createTask(ctx, {
    communityId,
    groupId,
    kind: kind === 'talk' ? talkKind : removeKind,
    title: ctx.t(`rules:tasks.${kind}.title`, values),
    text: explainStep(ctx, kind, values) + own(ctx, note),
    steps: ctx.t(`rules:tasks.${kind}.steps`, values).split('\n'),
    dueAt: new Date(ctx.now().getTime() + 24 * 3_600_000),
    payload: { sanctionId: sanction.id },
    key: `rules.sanction ${sanction.id}`,
    about: [identityId],
  });
  await setSanctionTask(ctx, { communityId, sanctionId: sanction.id }, task.id);
}

/** A private word; whoever has left reads it with their own cases. */
async function tell(ctx: Ctx, { communityId, groupId, identityId }: Sanction, text: string): Promise<void> {
  await act(ctx, { communityId, groupId, op: 'sendPrivate', identityId, text: [...text].slice(0, 1000).join('') });
}

function own(ctx: Ctx, note: string): string {
  return note === '' ? '' : ctx.t('rules:steps.note', { note });
}

/** A human has decided that somebody has to go. */
export async function carryOutRemoval(ctx: Ctx, id: { communityId: string; sanctionId: string }): Promise<void> {
  const sanction = await lockSanction(ctx, id);
  if (sanction?.state !== 'proposed') return;
  const { communityId, groupId, identityId } = sanction;
  const reason = ctx.t('rules:steps.remove.reason');
  const gone = await act(ctx, { communityId, groupId, op: 'kick', identityId, reason });
  if (!gone.ok && gone.reason !== 'not_a_member') throw rulesErrors.not_sanctionable();
  await updateSanction(ctx, id, { state: 'applied', by: null });
  const { id: sanctionId, caseId, step } = sanction;
  ctx.emit(sanctionGiven, communityId, { caseId, groupId, identityId, sanctionId, step, state: 'applied' });
}

/** A human has decided that nobody has to go. */
export async function declineRemoval(ctx: Ctx, id: { communityId: string; sanctionId: string }): Promise<void> {
  const sanction = await lockSanction(ctx, id);
  if (sanction?.state === 'proposed') await updateSanction(ctx, id, { state: 'declined', by: null });
}

/** Takes a step back: who was muted speaks, who was removed is in again, what was to be done by a human is not. */
export async function undoSanction(
  ctx: Ctx,
  id: { communityId: string; sanctionId: string; by: string },
): Promise<Sanction> {
  return inTransaction(ctx, async (inner) => {
    const sanction = await lockSanction(inner, id);
    if (!sanction) throw platformErrors.not_found();
    if (sanction.state === 'undone' || sanction.state === 'declined') return sanction;
    // Marked first: cancelling the task must not decline it.
    await updateSanction(inner, id, { state: 'undone', by: id.by });
    if (sanction.state !== 'dry') await takeBack(inner, sanction);
    await audit(inner, 'rules.undo_sanction', sanction);
    return { ...sanction, state: 'undone', undoneAt: inner.now(), undoneBy: id.by };
  });
}

/** Takes back all that followed from a case. */
export async function undoSanctionsOf(ctx: Ctx, about: Case, by: string): Promise<void> {
  const { communityId, id } = about;
  for (const { id: sanctionId } of await selectSanctionsByCase(ctx, communityId, [id]))
    await undoSanction(ctx, { communityId, sanctionId, by });
}

async function takeBack(ctx: Ctx, sanction: Sanction): Promise<void> {
  const { communityId, groupId, identityId, step, state, until, taskId } = sanction;
  if (taskId !== null) await cancelTask(ctx, { communityId, taskId });
  const group = await getGroup(ctx, communityId, groupId);
  if (step === 'mute' && until !== null && until > ctx.now())
    await act(ctx, { communityId, groupId, op: 'unmute', identityId });
  if (step === 'remove' && state === 'applied' && group.carrier === 'web') {
    const seat = { communityId, groupId, identityId };
    const arrival = { ...seat, source: 'rules', linkId: null, code: null, inviterId: null };
    if (!(await findMembership(ctx, seat))) await openMembership(ctx, arrival);
  }
  if (state === 'applied') await tell(ctx, sanction, ctx.t('rules:steps.undone', { group: group.name }));
}

async function audit(ctx: Ctx, action: string, { communityId, groupId, identityId, step, caseId }: Sanction) {
  const target = { kind: 'identity', id: identityId };
  await recordAudit(ctx, { communityId, action, target, detail: { groupId, step, caseId } });
}
