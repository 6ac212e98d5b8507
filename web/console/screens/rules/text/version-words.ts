import type { RuleText } from '../../../data/rules.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';
import type { Say } from '../../../text.ts';
import type { RuleChanges } from './rule-draft.ts';

/** How a version is told: when it was published and by whom. */
export function useVersionLine(): (version: Pick<RuleText, 'publishedAt'>, by: string) => string {
  const t = useText();
  const when = useWhen();
  return ({ publishedAt }, by) =>
    publishedAt ? t('rules.publishedBy', { name: by, when: when.moment(publishedAt) }) : '';
}

/** What changed, in one line. */
export function sayChanges(t: Say, { added, changed, removed, isMoved, isToneChanged }: RuleChanges): string {
  const names = (some: string[]) => some.map((name) => t('rules.quoted', { name })).join(t('rules.comma'));
  return [
    added.length > 0 ? t('rules.change.added', { names: names(added) }) : '',
    changed.length > 0 ? t('rules.change.changed', { names: names(changed) }) : '',
    removed.length > 0 ? t('rules.change.removed', { names: names(removed) }) : '',
    isToneChanged ? t('rules.change.tone') : '',
    isMoved ? t('rules.change.moved') : '',
  ]
    .filter(Boolean)
    .join(t('rules.semicolon'));
}
