import type { Ctx } from '../platform/context.ts';
import type { TextKey } from '../platform/i18n.ts';
import { missingAnswers } from './canvas.ts';
import type { Community } from './community.ts';
import { purposeChecks, scoreCompleteness, type Check } from './completeness.ts';
import { checkFit } from './fit.ts';
import { completenessChecks } from './slots.ts';
import * as store from './store.ts';

/** The fit check of a draft in the reader's words. */
export function describeFit(ctx: Ctx, community: Community) {
  const { verdict, reasons, instead } = checkFit(community.draft.fit);
  return {
    verdict,
    text: ctx.t(`communities:fit.verdicts.${verdict}`),
    reasons: reasons.map((reason) => ({
      ...reason,
      text: ctx.t(`communities:fit.reasons.${reason.factor}.${reason.answer}` as TextKey),
    })),
    instead: instead.map((key) => ({ key, text: ctx.t(`communities:fit.instead.${key}`) })),
  };
}

/** The completeness check of a community in the reader's words: a score per letter, what led to it, the next step. */
export async function describeCompleteness(ctx: Ctx, community: Community) {
  const playbooks = await store.selectPlaybooks(ctx, community.id);
  const own = purposeChecks({
    canvas: community.draft,
    verdict: checkFit(community.draft.fit).verdict,
    adopted: community.purposeAdoptedAt !== null,
    playbooks: playbooks.length,
    assumptions: await store.countAssumptions(ctx, community.id),
  });
  const others: Check[] = [];
  for (const ask of ctx.slots(completenessChecks)) others.push(...(await ask(ctx, community.id)));
  return scoreCompleteness([...own, ...others]).map(({ letter, score, checks, next }) => ({
    letter,
    title: ctx.t(`communities:letters.${letter}`),
    score,
    checks: checks.map(({ key, met }) => ({ key, met, text: ctx.t(`${key}.label` as TextKey) })),
    next: next === null ? null : { key: next, text: ctx.t(`${next}.next` as TextKey) },
  }));
}

/** Everything the canvas form shows: draft, purpose, fit, completeness and what is missing for adoption. */
export async function describeCanvas(ctx: Ctx, community: Community) {
  return {
    draft: community.draft,
    purpose: community.purposeAdoptedAt === null ? null : community.purpose,
    adoptedAt: community.purposeAdoptedAt?.toISOString() ?? null,
    fit: describeFit(ctx, community),
    completeness: await describeCompleteness(ctx, community),
    missing: missingAnswers(community.draft).map((key) => ({ key, text: ctx.t(`communities:canvas.${key}`) })),
  };
}
