import type { CaseLine, Evidence } from '../../data/rules.ts';
import type { Say } from '../../text.ts';

const mostWords = 3;

/** What a check has found, in a few words. */
export function sayFinding(t: Say, { check, words }: Pick<Evidence, 'check' | 'words'>): string {
  if (words.length === 0 || check === 'ads' || check === 'repeats') return t(`rules.found.${check}`);
  const shown = words.slice(0, mostWords).join(t('rules.comma'));
  return t(`rules.foundWords.${check}`, { words: words.length > mostWords ? `${shown}…` : shown });
}

/** What a case is about, in a few words. */
export function sayCase(t: Say, { evidence }: Pick<CaseLine, 'evidence'>): string {
  const [first] = evidence;
  return first ? sayFinding(t, first) : t('rules.found.said');
}

/** How sure the checks are, as everybody reads it: 0.94. */
export function sayScore(score: number): string {
  return (Math.floor(score * 100) / 100).toFixed(2);
}

/** How much a score weighs to the eye: red only where it is sure. */
export function toneOf(score: number): 'r' | 'a' | '' {
  return score >= 0.8 ? 'r' : score >= 0.5 ? 'a' : '';
}
