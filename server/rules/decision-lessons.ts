/** What a decision about a case teaches the community's model, and how that is taken back with it. */
import type { Ctx } from '../platform/context.ts';
import type { CheckName } from './checks/check.ts';
import { takeBack, teach } from './lessons.ts';
import type { Case } from './store/cases.ts';
import { selectLesson } from './store/lessons.ts';
import { selectText } from './store/text.ts';

/** Learns from a decision in its transaction; only from those in which the wording mattered, and while there are words. */
export async function learnFromDecision(
  ctx: Ctx,
  about: Case,
  { by, isUnwelcome }: { by: string; isUnwelcome: boolean },
): Promise<void> {
  const text = about.draft?.text ?? '';
  if (text.trim() === '' || !(await isAboutWording(ctx, about))) return;
  const { communityId, id: caseId, identityId, draft, state, decidedBy } = about;
  const people = [identityId, ...(draft?.mentions ?? []).map((one) => one.identityId)];
  // Two people have looked at it only when somebody decided before the appeal.
  const isFinal = state === 'appealed' && decidedBy !== null;
  await teach(ctx, { communityId, source: 'case', caseId, text, isUnwelcome, isFinal, taughtBy: by, people });
}

/** Takes back what the last decision about a case has taught. */
export async function takeLessonBack(ctx: Ctx, about: Case): Promise<void> {
  const { communityId, id: caseId, draft, appealedAt, appealDecidedAt } = about;
  const lesson = await selectLesson(ctx, communityId, { caseId });
  if (!lesson || lesson.source !== 'case') return;
  // The decision on the appeal may have taught nothing; then what stands is of the one before.
  if (appealDecidedAt && appealedAt && lesson.taughtAt < appealedAt) return;
  await takeBack(ctx, communityId, { lesson, text: draft?.text ?? null });
}

/** What these find, the community can teach them to leave alone. */
const wordingChecks: ReadonlySet<CheckName> = new Set(['ads', 'contacts']);

async function isAboutWording(ctx: Ctx, { communityId, evidence, kind, rule }: Case): Promise<boolean> {
  if (evidence.some(({ check }) => wordingChecks.has(check))) return true;
  if (kind !== 'said') return false;
  // Brought by a person under the rule that this check watches over: it should have been seen.
  const items = (await selectText(ctx, communityId))?.items ?? [];
  return items.some(({ key, watchedBy }) => key === rule && watchedBy.includes('ads'));
}
