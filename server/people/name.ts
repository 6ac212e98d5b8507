/**
 * Rules for the name that a member shows to others. Pure: what may be a name, and how two names are compared so that
 * nobody can pass for the team with a look-alike letter.
 */

/** Why a name is refused; the key of its text is `people:name.<problem>`. */
export type NameProblem = 'empty' | 'too_long' | 'invisible' | 'stacked_marks' | 'team_name';

/** A cleaned name, or why it can't be one. */
export type NameCheck = { ok: true; name: string; key: string } | { ok: false; problem: NameProblem };

/** Longest name in visible characters. */
export const longestName = 30;

const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** Parts of emoji sequences that are invisible on their own: joiner and variation selector after a pictograph, flag tags. */
const insideEmoji =
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])(\u200D(?=\p{Extended_Pictographic})|\uFE0F)/gu;
/** Control, format, unassigned, private and lone surrogate characters; separators; fillers and blanks that draw nothing. */
const invisible = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;

const allInvisible = new RegExp(invisible, 'gu');

/** Cleans and checks a name: 1–30 visible characters, no invisible ones, no towers of combining marks. */
export function checkName(raw: string): NameCheck {
  const name = raw
    .normalize('NFC')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
  if (name === '') return { ok: false, problem: 'empty' };
  if (name.length > longestName * 8) return { ok: false, problem: 'too_long' };
  if (invisible.test(name.replace(insideEmoji, ''))) return { ok: false, problem: 'invisible' };
  if (/\p{M}{4}/u.test(name.normalize('NFD'))) return { ok: false, problem: 'stacked_marks' };
  if ([...characters.segment(name)].length > longestName) return { ok: false, problem: 'too_long' };
  const key = foldName(name);
  return key === '' && !/\p{Extended_Pictographic}/u.test(name) && !/[\p{P}\p{S}]/u.test(name)
    ? { ok: false, problem: 'empty' }
    : { ok: true, name, key };
}

/** Cleans a name that a carrier reports: never refused, only made harmless and short. */
export function tidyForeignName(raw: string): string {
  const clean = raw
    .normalize('NFC')
    .replace(allInvisible, '')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
  return [...characters.segment(clean.slice(0, 400))]
    .slice(0, 60)
    .map((part) => part.segment)
    .join('');
}

/** Letters of other scripts, and digits, that pass for a Latin letter. */
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  ё: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  ԁ: 'd',
  ɡ: 'g',
  ո: 'n',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'l',
  κ: 'k',
  μ: 'u',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ı: 'l',
  i: 'l',
  '0': 'o',
  '1': 'l',
  '|': 'l',
  '5': 's',
  '〇': 'o', // prettier-ignore
};

/** The name as it is taken at a glance: width, case, accents, spaces, punctuation and look-alikes folded away. */
export function foldName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}\p{S}\p{Z}\p{C}]/gu, '')
    .toLowerCase();
  return [...plain]
    .map((character) => lookAlikes[character] ?? character)
    .join('')
    .normalize('NFC');
}

const teamWords = ['官方', '管理员', '管理員', '群主', '主理人', '客服', '系统消息', '系統消息'];
const teamNames = [
  'admin',
  'administrator',
  'official',
  'moderator',
  'support',
  'system',
  'miaohui',
  '庙会',
  '系统',
  '系統',
].map(foldName);

/** Whether a name passes for the team: a word of office, or the folded name of someone who holds one. */
export function isTeamName(name: string, keysOfTeam: readonly string[]): boolean {
  const key = foldName(name);
  if (key === '') return false;
  return teamWords.some((word) => key.includes(word)) || teamNames.includes(key) || keysOfTeam.includes(key);
}
