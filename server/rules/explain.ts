/** Kind sentences to an author: which rule it was about, what happened, and what can be done. Never a score, never who decided. */
import type { Ctx } from '../platform/context.ts';
import type { CheckName } from './checks/check.ts';
import type { SanctionStep } from './ladder.ts';
import type { RuleItem } from './rule-item.ts';
import { isSpokenReason, type SpokenReason } from './report-reason.ts';
import { isCheckName } from './rulebook.ts';
import type { Case } from './store/cases.ts';

/** The rule that a case is about as members read it; null when the check guards none of them. */
export function ruleOfCase(items: readonly RuleItem[], about: Pick<Case, 'rule'>): RuleItem | null {
  return items.find(({ key }) => key === about.rule) ?? null;
}

/** Why it was stopped, in one or two sentences. */
export function explainCase(ctx: Ctx, items: readonly RuleItem[], about: Pick<Case, 'rule' | 'evidence'>): string {
  const found = ctx.t(`rules:explain.${about.evidence[0]?.check ?? reasonOf(about.rule)}`);
  const rule = ruleOfCase(items, about);
  if (!rule) return found;
  const detail = [rule.unwelcome, rule.reason].filter((part) => part !== '').join(ctx.t('rules:explain.because'));
  const key = detail === '' ? 'rules:explain.rule' : 'rules:explain.rule_detail';
  return `${found}${ctx.t(key, { name: rule.name, detail })}`;
}

/** Without evidence it was people who saw it: the reason that they gave, never who they were. */
function reasonOf(rule: string): CheckName | SpokenReason | 'said' {
  return isCheckName(rule) || isSpokenReason(rule) ? rule : 'said';
}

/** What a step means for the author. A first word is another one about what stood in the group than about what never came there. */
export function explainStep(
  ctx: Ctx,
  { step, kind }: { step: SanctionStep; kind: Case['kind'] },
  values: Record<string, unknown>,
): string {
  const isFirstWord = step === 'remind' || step === 'warn';
  return ctx.t(isFirstWord && kind === 'said' ? `rules:steps.${step}.said` : `rules:steps.${step}.text`, values);
}
