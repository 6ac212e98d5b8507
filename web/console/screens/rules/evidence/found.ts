import type { CaseLine, Evidence } from '../../../data/rules.ts';
import type { Say } from '../../../text.ts';

const mostWords = 3;

/** What a finding of a kind is called; all other findings are called by their check. */
const kindNames = [
  'self',
  'people',
  'groups',
  'short',
  'card',
  'account',
  'phone',
  'named',
  'same',
  'held',
  'alike',
  'crowd',
] as const;
/** Kinds that are nothing without their words, which who only looks on does not get. */
const saysWords: ReadonlySet<string> = new Set(['short', 'card']);
const stormNames = ['caps', 'emoji', 'marks', 'lines', 'mentions', 'letter'] as const;
/** Checks whose words are written out. */
const wordy = ['terms', 'links'] as const;

/** What a check has found, in a few words. */
export function sayFinding(t: Say, { check, words, kinds = [] }: Pick<Evidence, 'check' | 'words' | 'kinds'>): string {
  const shown = words.slice(0, mostWords).join(t('rules.comma'));
  const more = { words: words.length > mostWords ? `${shown}…` : shown };
  const kind = kindNames.find((name) => kinds[0] === name);
  if (kind && (words.length > 0 || !saysWords.has(kind))) return t(`rules.foundKind.${kind}`, more);
  if (check === 'storms') {
    const storms = stormNames.filter((name) => kinds.includes(name)).map((name) => t(`rules.storm.${name}`));
    return t('rules.foundStorm', { words: storms.join(t('rules.comma')) });
  }
  const named = wordy.find((name) => name === check);
  return named && words.length > 0 ? t(`rules.foundWords.${named}`, more) : t(`rules.found.${check}`);
}

/** Held because the team has asked for it: says nothing about the message, so it has no score to show. */
export function isAskedFor({ check, kinds = [] }: Pick<Evidence, 'check' | 'kinds'>): boolean {
  return check === 'raid' && kinds[0] === 'held';
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
