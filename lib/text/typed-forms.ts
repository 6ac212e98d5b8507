/**
 * What people type to find a Chinese name or text: its characters, its pinyin in full, initials, and these mixed (`张三`, `zhangsan`, `zs`,
 * `张san`, `zhangs`). Everything that may be typed is written down once, so that looking for it is asking an index for a word. What
 * is written down and how a query is read stand side by side, so that they can never drift apart.
 */
import { lookAlikeOf } from './look-alikes.ts';
import { foldText } from './normalise.ts';
import { syllableOf } from './readings.ts';
import { segment } from './segment.ts';

/** One word of a query. */
export interface TypedTerm {
  /** The whole of it, as it stands among the forms of a name. */
  whole: string;
  /** Its parts, which must all stand among the forms of one text. */
  parts: string[];
}

/** A character with its readings, or a word of letters and digits. */
interface Unit {
  char: string;
  readings: string[];
}

const mostTerms = 6;
const mostChars = 24;
const mostUnits = 12;
/** So many neighbours may be typed in different ways at once. */
const mixed = 3;
const longestWord = 12;
const letter = /[a-z0-9]/;
const wordy = /[\p{L}\p{N}]/u;

/** Characters that are read in another way often enough, in names and cities above all. */
const secondReadings: Readonly<Record<string, string>> = {
  曾: 'zeng', 单: 'shan', 解: 'xie', 仇: 'qiu', 查: 'zha', 盖: 'ge', 重: 'chong', 长: 'chang', 乐: 'yue', 朴: 'piao', 区: 'ou',
  华: 'hua', 尉: 'yu', 缪: 'miao', 沈: 'shen', 翟: 'zhai', 行: 'hang', 会: 'kuai', 调: 'diao', 厦: 'xia', 都: 'du', 传: 'zhuan',
  弹: 'dan', 朝: 'zhao', 藏: 'zang', 车: 'ju', 绿: 'lu', 女: 'nu', 吕: 'lu', 律: 'lu', 旅: 'lu',
}; // prettier-ignore

/** Everything by which somebody of this name may be looked for, from any of its characters on or only from the first. */
export function formsOfName(name: string, { onlyStart = false } = {}): string[] {
  const units = readUnits(foldLetters(name)).slice(0, mostUnits);
  const forms = new Set<string>();
  for (let from = 0; from < (onlyStart ? Math.min(1, units.length) : units.length); from++) {
    addMixed(forms, units.slice(from, from + mixed), '');
    addPure(forms, units.slice(from));
  }
  return [...forms];
}

/** All ways to type the first of some units and go on; what is typed last may be cut short. */
function addMixed(forms: Set<string>, [unit, ...rest]: readonly Unit[], before: string): void {
  if (!unit) return;
  const { char, readings } = unit;
  if (char !== '') forms.add(before + char);
  for (const reading of readings)
    for (let end = 1; end <= reading.length; end++) forms.add(before + reading.slice(0, end));
  if (rest.length === 0) return;
  const typed = new Set([
    char,
    ...readings.flatMap((reading) => [reading, reading[0]!, /^[zcs]h/.exec(reading)?.[0] ?? '']),
  ]);
  for (const one of typed) if (one !== '') addMixed(forms, rest, before + one);
}

/** The rest of a name in one way: characters, syllables cut short anywhere, initials. */
function addPure(forms: Set<string>, units: readonly Unit[]): void {
  let chars = '';
  let initials = '';
  for (const { char, readings } of units) {
    forms.add((chars += char === '' ? readings[0]! : char));
    forms.add((initials += readings[0]?.[0] ?? char));
  }
  for (const which of [0, 1]) {
    const sound = units.map(({ char, readings }) => readings[which] ?? readings[0] ?? char).join('');
    for (let end = 1; end <= Math.min(sound.length, mostChars); end++) forms.add(sound.slice(0, end));
  }
}

/** By what a longer text may be found: characters and pairs of them, words by their sound from three letters on, and initials. */
export function formsOfText(text: string): string[] {
  const forms = new Set<string>();
  for (const clause of foldLetters(text).split(/[^\p{L}\p{N}\s]+/u)) {
    const words = segment(clause).map(readUnits);
    const units = words.flat();
    for (const [at, { char }] of units.entries()) {
      const next = units[at + 1]?.char ?? '';
      if (char !== '') forms.add(char);
      if (char !== '' && next !== '') forms.add(char + next);
    }
    for (const [at, word] of words.entries()) addWord(forms, word, words[at + 1] ?? []);
  }
  return [...forms];
}

function addWord(forms: Set<string>, word: readonly Unit[], next: readonly Unit[]): void {
  // The dictionary takes 重庆火锅 for one word; people look for half of it, too.
  if (word.length > 3) addWord(forms, word.slice(2), next);
  const isLatin = word.every(({ char }) => char === '');
  for (const which of [0, 1]) {
    const sound = word
      .map(({ readings }) => readings[which] ?? readings[0] ?? '')
      .join('')
      .slice(0, longestWord);
    for (let end = isLatin ? 1 : 3; end <= sound.length; end++) forms.add(sound.slice(0, end));
    if (sound.length === 2) forms.add(sound);
    const initialsOf = (units: readonly Unit[]) =>
      units.map(({ readings }) => readings[which]?.[0] ?? readings[0]?.[0] ?? '').join('');
    const initials = initialsOf(word);
    for (let end = 2; end <= initials.length; end++) forms.add(initials.slice(0, end));
    if (word.length > 1 && next.length > 1) forms.add(initials + initialsOf(next));
  }
}

/** Reads what somebody typed into a search field; empty when nothing in it can be looked for. */
export function readTyped(typed: string): TypedTerm[] {
  return foldLetters(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, mostTerms)
    .map((term) => {
      const whole = [...term].slice(0, mostChars).join('');
      return { whole, parts: [...new Set(partsOf(whole))] };
    });
}

function* partsOf(whole: string): Generator<string> {
  for (const [run] of whole.matchAll(/[a-z0-9]+|[^a-z0-9]+/g)) {
    const chars = [...run];
    if (letter.test(run)) yield run.slice(0, longestWord);
    else if (chars.length === 1) yield run;
    else for (let at = 1; at < chars.length; at++) yield chars[at - 1]! + chars[at]!;
  }
}

/** Folded, with letters that only look like Latin ones taken for them. */
function foldLetters(text: string): string {
  return foldText(text).replace(/[^\0-\x7f\u4e00-\u9fff]/g, (unit) => {
    const meant = lookAlikeOf(unit.charCodeAt(0));
    return meant === undefined ? unit : String.fromCharCode(meant);
  });
}

/** The units of a folded text; what is neither letter nor number parts words of letters and is left out. */
function readUnits(folded: string): Unit[] {
  const units: Unit[] = [];
  let isWord = false;
  for (const char of folded) {
    if (letter.test(char)) {
      if (isWord) units.at(-1)!.readings[0] += char;
      else units.push({ char: '', readings: [char] });
      isWord = true;
      continue;
    }
    isWord = false;
    if (!wordy.test(char)) continue;
    const usual = syllableOf(char.charCodeAt(0));
    const other = secondReadings[char];
    units.push({ char, readings: [usual, ...(other !== undefined && other !== usual ? [other] : [])].filter(Boolean) });
  }
  return units.map((unit) =>
    unit.char === '' ? { char: '', readings: [unit.readings[0]!.slice(0, longestWord)] } : unit,
  );
}
