/**
 * Deciding: let a message through, uphold that it was stopped, take either back; and an appeal, which somebody else decides. Every
 * decision locks its case, so that of two at once one is told that the other was first.
 */
import { findGroup, type Group } from '../groups/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { showCase, proposeStep } from './cases.ts';
import { stateAfter, type CaseAct, type CaseState } from './case-state.ts';
import { learnFromDecision, takeLessonBack } from './decision-lessons.ts';
import { rulesErrors } from './errors.ts';
import { caseAppealed, caseDecided } from './events.ts';
import { hideMessage, sayAgain } from './message.ts';
import { sanctionSteps, type SanctionStep } from './ladder.ts';
import { getRulebook } from './rulebook.ts';
import { giveSanction, undoSanctionsOf } from './sanctions.ts';
import { getRulesSettings } from './settings.ts';
import { ownIdentity, requireSight } from './sight.ts';
import * as store from './store/cases.ts';
import { lockSteps } from './store/sanctions.ts';
import { settleReports } from './thanks.ts';

/** What may follow when a case is upheld: what the ladder says, nothing, or a step of one's own choice. */
export const stepWishes = ['ladder', 'none', ...sanctionSteps] as const;

/** One of them. */
export type StepWish = (typeof stepWishes)[number];

interface Decision extends store.CaseId {
  note?: string | undefined;
}

/** Lets it through: the message appears in the group as it was meant, in its place; what had followed is taken back. */
export async function releaseCase(ctx: Ctx, decision: Decision): Promise<store.Case> {
  return decide(ctx, { ...decision, act: 'release' }, async (inner, { about, group, by }) => {
    if (about.state === 'appealed') await undoSanctionsOf(inner, about, by);
    if (about.kind === 'dry') return {};
    return { ...(await sayAgain(inner, about, group)), hiddenAt: null };
  });
}

/** Upholds it: the message stays away, and the next step of the ladder follows unless another one is wished. */
export async function upholdCase(
  ctx: Ctx,
  decision: Decision & { step?: StepWish | undefined; rule?: string | undefined },
): Promise<store.Case> {
  return decide(ctx, { ...decision, act: 'uphold' }, async (inner, deciding) => {
    if (deciding.about.kind === 'dry') return {};
    const { group, by } = deciding;
    const about = await fileUnder(inner, deciding.about, decision.rule);
    if (about.kind === 'said') await hideMessage(inner, group, about.messageId);
    // An appeal is about what was decided before; a new step only when it is asked for.
    const wish = decision.step ?? (about.state === 'appealed' ? 'none' : 'ladder');
    const past = await lockSteps(inner, about);
    const step: SanctionStep | null =
      wish === 'ladder' ? await proposeStep(inner, about, past) : wish === 'none' ? null : wish;
    if (step && about.audience === 'leads') throw rulesErrors.not_sanctionable();
    if (step) await giveSanction(inner, about, { step, by, note: decision.note ?? '' });
    return { rule: about.rule };
  });
}

/** Who decides may say better than who reported which rule it is about; the author is told of that one. */
async function fileUnder(ctx: Ctx, about: store.Case, rule: string | undefined): Promise<store.Case> {
  if (rule === undefined || rule === about.rule) return about;
  const { items } = await getRulebook(ctx, about.communityId);
  if (about.kind !== 'said' || !items.some(({ key }) => key === rule)) throw rulesErrors.unknown_rule();
  return { ...about, rule };
}

/** Takes the last decision back: as if it had not been made, the case waits again. */
export async function undoDecision(ctx: Ctx, decision: Decision): Promise<store.Case> {
  return decide(ctx, { ...decision, act: 'undo' }, async (inner, { about, group, by }) => {
    if (about.state === 'upheld') await undoSanctionsOf(inner, about, by);
    // What was added when an appeal was turned down goes with that decision; what the first one brought stays.
    if (about.state === 'confirmed') await undoSanctionsOf(inner, about, by, about.appealedAt!);
    const brought = about.kind === 'held' || about.kind === 'stopped';
    if (about.state === 'released' || about.state === 'overturned') {
      // What had been said stays until it is upheld; overturned, it goes back to where the appeal found it.
      if (brought || (about.kind === 'said' && about.state === 'overturned'))
        await hideMessage(inner, group, about.messageId);
      return brought ? { messageId: null } : {};
    }
    if (about.kind !== 'said' || about.state === 'confirmed') return {};
    return { ...(await sayAgain(inner, about, group)), hiddenAt: null };
  });
}

/** An author asks for another look, once, in their own words. */
export async function appealCase(
  ctx: Ctx,
  appeal: store.CaseId & { identityId: string; groupId: string | null; text: string },
): Promise<store.Case> {
  return inTransaction(ctx, async (inner) => {
    const about = await store.lockCase(inner, appeal);
    const own = about?.identityId === appeal.identityId && about.kind !== 'dry';
    if (!about || !own || (appeal.groupId !== null && about.groupId !== appeal.groupId))
      throw platformErrors.not_found();
    const state = stateAfter(about.state, 'appeal');
    if (!state) throw rulesErrors.no_appeal();
    if (!(await isInTime(inner, about))) throw rulesErrors.appeal_too_late();
    const after = await store.updateCase(inner, about, { state, appeal: appeal.text, appealedAt: inner.now() });
    const { id: caseId, groupId, identityId } = after;
    inner.emit(caseAppealed, after.communityId, { caseId, groupId, identityId });
    showCase(inner, after);
    return after;
  });
}

/** Whether the author may ask for another look now. */
export async function mayAppeal(ctx: Ctx, about: store.Case): Promise<boolean> {
  return stateAfter(about.state, 'appeal') !== undefined && (await isInTime(ctx, about));
}

async function isInTime(ctx: Ctx, about: store.Case): Promise<boolean> {
  const { appealDays } = await getRulesSettings(ctx, about.communityId);
  const since = about.decidedAt ?? about.openedAt;
  return ctx.now().getTime() - since.getTime() <= appealDays * 86_400_000;
}

interface Deciding {
  about: store.Case;
  group: Group;
  by: string;
}

async function decide(
  ctx: Ctx,
  decision: Decision & { act: Extract<CaseAct, 'release' | 'uphold' | 'undo'> },
  follow: (ctx: Ctx, deciding: Deciding) => Promise<store.CaseChange>,
): Promise<store.Case> {
  const by = await deciderOf(ctx);
  const { act } = decision;
  return inTransaction(ctx, async (inner) => {
    const about = await requireSight(inner, await store.lockCase(inner, decision));
    const state = stateAfter(about.state, act);
    if (!state) throw rulesErrors.case_decided({ state: about.state, how: inner.t(`rules:states.${about.state}`) });
    await checkDecider(inner, about, { by, act });
    const group = await findGroup(inner, { communityId: about.communityId, groupId: about.groupId });
    if (!group) throw rulesErrors.group_closed();
    const followed = await follow(inner, { about, group, by });
    const marks = marksOf(about, { state, by, now: inner.now(), note: decision.note ?? '' });
    const after = await store.updateCase(inner, about, { ...followed, ...marks, state });
    await (act === 'undo'
      ? takeLessonBack(inner, about)
      : learnFromDecision(inner, about, { by, isUnwelcome: act === 'uphold' }));
    const { id: caseId, groupId, identityId, communityId } = after;
    inner.emit(caseDecided, communityId, { caseId, groupId, identityId, state });
    showCase(inner, after);
    await recordAudit(inner, {
      communityId,
      action: `rules.${act}_case`,
      target: { kind: 'case', id: caseId },
      detail: { before: about.state, after: state, groupId },
    });
    await settleReports(inner, after);
    return after;
  });
}

/** Who had which say: the first decision and the one on the appeal are kept beside each other. */
function marksOf(
  about: store.Case,
  { state, by, now, note }: { state: CaseState; by: string; now: Date; note: string },
): store.CaseChange {
  if (state === 'waiting') return { decidedAt: null, decidedBy: null, note: '' };
  if (state === 'appealed') return { appealDecidedAt: null, appealDecidedBy: null, appealNote: '' };
  if (about.state === 'appealed') return { appealDecidedAt: now, appealDecidedBy: by, appealNote: note };
  return { decidedAt: now, decidedBy: by, note };
}

/** The user who decides: an operator, or the one behind a token. The program decides nothing. */
export async function deciderOf(ctx: Ctx): Promise<string> {
  const { actor } = ctx;
  if (actor.kind === 'operator' || actor.kind === 'token') return actor.userId;
  throw rulesErrors.person_required();
}

async function checkDecider(ctx: Ctx, about: store.Case, { by, act }: { by: string; act: CaseAct }): Promise<void> {
  if (about.state === 'appealed' && about.decidedBy === by) throw rulesErrors.second_person();
  // Nor does the first one take back what the second has decided.
  const isSettled = about.state === 'overturned' || about.state === 'confirmed';
  if (isSettled && about.decidedBy === by && about.appealDecidedBy !== by) throw rulesErrors.second_person();
  if (act !== 'undo') await checkNotOwn(ctx, about.communityId, about.identityId);
}

/** Nobody judges their own message. */
export async function checkNotOwn(ctx: Ctx, communityId: string, identityId: string): Promise<void> {
  if ((await ownIdentity(ctx, communityId)) === identityId) throw rulesErrors.own_case();
}
