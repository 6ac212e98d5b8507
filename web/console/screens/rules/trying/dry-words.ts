import type { DryRun } from '../../../data/dry-runs.ts';
import type { TermList } from '../../../data/rule-lists.ts';
import type { Say } from '../../../text.ts';

/** What a dry run was about. */
export function nameAbout(t: Say, { about }: Pick<DryRun, 'about'>, lists: readonly TermList[] | undefined): string {
  if (about.kind === 'settings') return t('rules.look.settings');
  if (about.kind === 'check') return t(`rules.check.${about.check ?? 'terms'}`);
  const name = lists?.find(({ id }) => id === about.listId)?.name ?? t('rules.tab.lists');
  return about.adds ? t('rules.look.adds', { name }) : name;
}

/** What it would have stopped, and how much of it is probably wrong. */
export function saySum(t: Say, { hits, doubtful }: Pick<DryRun, 'hits' | 'doubtful'>): string {
  if (hits === 0) return t('rules.look.none');
  return doubtful === 0 ? t('rules.look.sumSure', { hits }) : t('rules.look.sum', { hits, doubtful });
}
