/**
 * What follows from an upheld case: the steps of the ladder, carried out through the group's platform or by a human, explained to the
 * author, and taken back without a trace on them. Nobody is removed by the program.
 */
import { act, type ActOutcome } from '../carriers/index.ts';
import { getGroup, type Group } from '../groups/index.ts';
import { findIdentity, findMembership, restoreMembership, type Membership } from '../people/index.ts';
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
import { selectCase, type Case } from './store/cases.ts';
import {
  insertSanction,
  keepStay,
  lockSanction,
  selectSanctionsByCase,
  setSanctionTask,
  updateSanction,
  type Sanction,
  type Stay,
} from './store/sanctions.ts';
import { selectText } from './store/text.ts';

export type { Sanction } from './store/sanctions.ts';

/** Kinds of tasks that a step becomes. */
export const talkKind = 'rules.talk';
export const removeKind = 'rules.remove';
export const banKind = 'rules.ban';
export const inviteBackKind = 'rules.invite_back';

/** Steps that only a human takes: the program proposes them. */
const proposedSteps: readonly SanctionStep[] = ['remove', 'ban'];

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
    state: isDry ? 'dry' : proposedSteps.includes(step) ? 'proposed' : 'applied',
    givenAt: now,
    givenBy: wish.by,
    until: step === 'mute' ? new Date(now.getTime() + ladder.muteMinutes * 60_000) : null,
    decaysAt: decayOf(ladderOf(ladder, rule), now),
    taskId: null,
    stay: null,
  });
  if (isDry) return sanction;
  const group = await getGroup(ctx, communityId, groupId);
  const items = (await selectText(ctx, communityId))?.items ?? [];
  const why = explainCase(ctx, items, about);
  await carryOut(ctx, { group, sanction, kind: about.kind, why, note: wish.note });
  const { id: sanctionId, state } = sanction as Sanction & { state: 'applied' | 'proposed' };
  ctx.emit(sanctionGiven, communityId, { caseId: about.id, groupId, identityId, sanctionId, step, state });
  await audit(ctx, 'rules.give_sanction', sanction);
  return sanction;
}

interface Execution {
  group: Group;
  sanction: Sanction;
  kind: Case['kind'];
  why: string;
  note: string;
}

async function carryOut(ctx: Ctx, { group, sanction, kind, why, note }: Execution): Promise<void> {
  const { communityId, groupId, identityId, step, until } = sanction;
  if (step === 'talk' || proposedSteps.includes(step)) return hand(ctx, { group, sanction, kind, why, note });
  if (step === 'mute') {
    const seconds = Math.ceil((until!.getTime() - ctx.now().getTime()) / 1000);
    const muted = await act(ctx, { communityId, groupId, op: 'mute', identityId, seconds });
    if (!muted.ok && muted.reason === 'protected') throw rulesErrors.not_sanctionable();
    await noteTask(ctx, sanction, muted);
  }
  const minutes = until ? Math.ceil((until.getTime() - ctx.now().getTime()) / 60_000) : 0;
  await tell(
    ctx,
    sanction,
    explainStep(ctx, { step, kind }, { group: group.name, why, note, minutes }) + own(ctx, note),
  );
}

/** Where a human carries it out, the task is kept beside the step: taken back in time, nothing has to be done. */
async function noteTask(ctx: Ctx, { communityId, id: sanctionId }: Sanction, done: ActOutcome): Promise<void> {
  if (done.ok && done.how === 'human') await setSanctionTask(ctx, { communityId, sanctionId }, done.taskId);
}

const kinds = { talk: talkKind, remove: removeKind, ban: banKind } as const;

/** Some steps are a human's: a private talk, and whether somebody has to go, or to stay out. */
async function hand(ctx: Ctx, { group, sanction, kind, why, note }: Execution): Promise<void> {
  const { communityId, groupId, identityId, step } = sanction;
  const person = (await findIdentity(ctx, communityId, identityId))?.name ?? '';
  const values = { group: group.name, person, why, note };
  const wanted = step as keyof typeof kinds;
  const task = await createTask(ctx, {
    communityId,
    groupId,
    kind: kinds[wanted],
    title: ctx.t(`rules:tasks.${wanted}.title`, values),
    text: explainStep(ctx, { step, kind }, values) + own(ctx, note),
    steps: ctx.t(`rules:tasks.${wanted}.steps`, values).split('\n'),
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

/** A human has decided that somebody has to go, or to stay out. */
export async function carryOutRemoval(ctx: Ctx, id: { communityId: string; sanctionId: string }): Promise<void> {
  const sanction = await lockSanction(ctx, id);
  if (sanction?.state !== 'proposed') return;
  const { communityId, groupId, identityId, caseId, step } = sanction;
  const stay = await findMembership(ctx, { communityId, groupId, identityId });
  const reason = await explainRemoval(ctx, sanction);
  const gone = await act(ctx, { communityId, groupId, op: step === 'ban' ? 'ban' : 'kick', identityId, reason });
  if (!gone.ok && gone.reason !== 'not_a_member') throw rulesErrors.not_sanctionable();
  await updateSanction(ctx, id, { state: 'applied', by: null });
  if (stay) await keepStay(ctx, id, stayOf(stay));
  await noteTask(ctx, sanction, gone);
  ctx.emit(sanctionGiven, communityId, {
    caseId,
    groupId,
    identityId,
    sanctionId: sanction.id,
    step,
    state: 'applied',
  });
}

/** What somebody reads who is asked to leave: the rule as it stands, and that it was not the first word about it. */
async function explainRemoval(ctx: Ctx, { communityId, caseId, step }: Sanction): Promise<string> {
  const about = await selectCase(ctx, { communityId, caseId });
  const items = (await selectText(ctx, communityId))?.items ?? [];
  const why = about ? explainCase(ctx, items, about) : '';
  return [...ctx.t(`rules:steps.${step as 'remove' | 'ban'}.reason`, { why })].slice(0, 400).join('');
}

function stayOf({ role, source, linkId, code, inviterId }: Membership): Stay {
  return { role, source, linkId, code, inviterId };
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

/** Takes back all that followed from a case, or what has followed since a moment. */
export async function undoSanctionsOf(ctx: Ctx, about: Case, by: string, since?: Date): Promise<void> {
  const { communityId, id } = about;
  for (const { id: sanctionId, givenAt } of await selectSanctionsByCase(ctx, communityId, [id]))
    if (!since || givenAt >= since) await undoSanction(ctx, { communityId, sanctionId, by });
}

async function takeBack(ctx: Ctx, sanction: Sanction): Promise<void> {
  const { communityId, groupId, identityId, step, state, until, taskId } = sanction;
  // Done already, the task stays as it is, and what it did is put right below.
  const task = taskId === null ? null : await cancelTask(ctx, { communityId, taskId });
  const isOpen = task?.state === 'cancelled';
  const group = await getGroup(ctx, communityId, groupId);
  const seat = { communityId, groupId, identityId };
  if (step === 'mute' && until !== null && until > ctx.now() && !isOpen) await act(ctx, { ...seat, op: 'unmute' });
  if (proposedSteps.includes(step) && state === 'applied' && !isOpen) await letInAgain(ctx, group, sanction);
  if (state === 'applied') await tell(ctx, sanction, ctx.t('rules:steps.undone', { group: group.name }));
}

/** Back as it was: the same role, the same way in, a seat even when the group is full by now. Points were never touched. */
async function letInAgain(ctx: Ctx, group: Group, { communityId, groupId, identityId, step, stay, id }: Sanction) {
  const seat = { communityId, groupId, identityId };
  if (step === 'ban') await act(ctx, { ...seat, op: 'unban' });
  if (group.lifecycle === 'dissolved') return;
  if (group.carrier === 'web') {
    // Somebody who had left by themselves before is free to come back, and not brought.
    if (stay) await restoreMembership(ctx, { ...seat, ...stay });
    return;
  }
  const person = (await findIdentity(ctx, communityId, identityId))?.name ?? '';
  const values = { group: group.name, person };
  await createTask(ctx, {
    communityId,
    groupId,
    kind: inviteBackKind,
    title: ctx.t('rules:tasks.invite_back.title', values),
    text: ctx.t('rules:tasks.invite_back.text', values),
    steps: ctx.t('rules:tasks.invite_back.steps', values).split('\n'),
    dueAt: new Date(ctx.now().getTime() + 24 * 3_600_000),
    payload: { sanctionId: id },
    key: `rules.invite_back ${id}`,
    about: [identityId],
  });
}

async function audit(ctx: Ctx, action: string, { communityId, groupId, identityId, step, caseId }: Sanction) {
  const target = { kind: 'identity', id: identityId };
  await recordAudit(ctx, { communityId, action, target, detail: { groupId, step, caseId } });
}
