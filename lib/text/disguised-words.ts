/**
 * Words behind characters that only sound or look like them: 佳喂心 and jia wei xin for 加微信, 茄伩 for 加信. A pair of neighbours is
 * taken for a pair of a known word when people never write the two beside each other otherwise; that keeps 简直 from being 兼职.
 */
import { createRequire } from 'node:module';
import { isClauseUnit } from './nature.ts';
import { isOrdinaryPair } from './ordinary-pairs.ts';
import { cutSyllables, readingOf, readingOfSyllable } from './readings.ts';
import { openPairTable, type PairTable } from './unit-pairs.ts';
import type { Edit } from './view.ts';

/** Hand-written lists of disguises. */
export interface DisguiseLists {
  components: Record<string, string>;
  emoji: Record<string, string>;
  twins: Record<string, string>;
  words: string;
}

interface Words {
  /** Both characters, as one number, for each pair of readings. */
  byReadings: PairTable;
  /** All pairs of characters. */
  pairs: PairTable;
  twins: Map<number, number[]>;
  /** Units that have twins. */
  hasTwins: Uint8Array;
}

/** What is behind disguised words, and how strange the text is. */
export interface FoundWords {
  edits: Edit[];
  /** Pairs of neighbours, and how many of them nobody writes otherwise. */
  pairs: number;
  strange: number;
}

let lists: DisguiseLists | undefined;
let words: Words | undefined;

/** The lists, read when first needed. */
export function openDisguises(): DisguiseLists {
  return (lists ??= createRequire(import.meta.url)('./disguises.json') as DisguiseLists);
}

/** Whether two characters follow each other in one of the words that are hidden. */
export function isHiddenPair(first: number, second: number): boolean {
  return (words ??= openWords()).pairs.get(first, second) > 0;
}

// What a reader takes as one character, a character or a syllable in Latin letters, one after the other; used again and again.
const mostSounds = 1600;
/** Letters of an account before its digits; what is longer says more than a name. */
const longestName = 8;
const froms = new Uint16Array(mostSounds);
const tos = new Uint16Array(mostSounds);
/** 0 for a syllable. */
const units = new Uint16Array(mostSounds);
const sounds = new Uint16Array(mostSounds);
/** It stands right beside the one before, or with nothing but noise between. */
const joined = new Uint8Array(mostSounds);

/** Finds disguised words in a folded text. */
export function findDisguisedWords(text: string): FoundWords {
  const known = (words ??= openWords());
  const count = listSounds(text);
  let meant: Map<number, number> | undefined;
  let [pairs, strange] = [0, 0];
  for (let at = 1; at < count; at++) {
    if (!joined[at]) continue;
    pairs++;
    const [first, second] = [units[at - 1]!, units[at]!];
    const isOther = meant !== undefined && meant.has(at - 1) && meant.get(at - 1) !== first;
    if (first && second && (isOrdinaryPair(first, second) || known.pairs.get(first, second) > 0)) {
      // Beside a character that is not what it looks like, this may be none either.
      if (!isOther) continue;
    } else strange++;
    const pair = findPair(known, at, meant?.get(at - 1));
    if (pair === 0 || (!isOther && hasOtherPart(known, { at, count, pair }))) continue;
    meant ??= new Map();
    meant.set(at - 1, firstOf(pair)).set(at, secondOf(pair));
  }
  return { edits: meant ? listEdits(meant) : [], pairs, strange };
}

function listEdits(meant: Map<number, number>): Edit[] {
  const edits: Edit[] = [];
  for (const [at, unit] of meant)
    if (units[at] !== unit) edits.push({ from: froms[at]!, to: tos[at]!, text: String.fromCharCode(unit) });
  return edits.sort((one, other) => one.from - other.from);
}

/** Whether a character that would change makes sense with its other neighbour: 信 in 微信支付 is no part of a hidden 薪资. */
function hasOtherPart(known: Words, { at, count, pair }: { at: number; count: number; pair: number }): boolean {
  const [before, first, second] = [units[at - 2] ?? 0, units[at - 1]!, units[at]!];
  const after = at + 1 < count && joined[at + 1] ? units[at + 1]! : 0;
  const changesFirst = first !== 0 && first !== firstOf(pair);
  const changesSecond = second !== 0 && second !== secondOf(pair);
  return (
    (changesFirst && at > 1 && joined[at - 1] === 1 && before !== 0 && isOrdinaryPair(before, first)) ||
    (changesSecond && after !== 0 && isOrdinaryPair(second, after) && findPair(known, at + 1, secondOf(pair)) === 0)
  );
}

/** The pair of a hidden word that two neighbours may stand for, 0 for none; `first` when the first is known already. */
function findPair(known: Words, at: number, first: number | undefined): number {
  const [left, right] = [first ?? units[at - 1]!, units[at]!];
  // Nearly all characters look like no other.
  if (known.hasTwins[right] === 0 && (first !== undefined || known.hasTwins[left] === 0)) {
    if (known.pairs.get(left, right) > 0) return keyOf(left, right);
    const pair = known.byReadings.get(soundOf(left, at - 1), soundOf(right, at));
    return first === undefined || firstOf(pair) === first ? pair : 0;
  }
  return findTwins(known, at, first);
}

/** The same where one of them may stand for several. */
function findTwins({ byReadings, pairs, twins }: Words, at: number, first: number | undefined): number {
  const firsts = first === undefined ? (twins.get(units[at - 1]!) ?? [units[at - 1]!]) : [first];
  const seconds = twins.get(units[at]!) ?? [units[at]!];
  for (const left of firsts) for (const right of seconds) if (pairs.get(left, right) > 0) return keyOf(left, right);
  for (const left of firsts) {
    for (const right of seconds) {
      const pair = byReadings.get(soundOf(left, at - 1), soundOf(right, at));
      if (pair > 0 && (first === undefined || firstOf(pair) === first)) return pair;
    }
  }
  return 0;
}

/** The reading of a character, or of the syllable at this place. */
function soundOf(unit: number, at: number): number {
  return unit ? readingOf(unit) : sounds[at]!;
}

function keyOf(first: number, second: number): number {
  return ((first << 16) | second) >>> 0;
}

function firstOf(pair: number): number {
  return pair >>> 16;
}

function secondOf(pair: number): number {
  return pair & 0xffff;
}

/** Characters with a reading and syllables in Latin letters; words that are no syllables, and digits, part them. */
function listSounds(text: string): number {
  let count = 0;
  let joins = 0;
  const add = (from: number, to: number, unit: number, sound: number) => {
    if (count === mostSounds) return;
    froms[count] = from;
    tos[count] = to;
    units[count] = unit;
    sounds[count] = sound;
    joined[count++] = joins;
    joins = 1;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x4e00 && unit <= 0x9fff) add(at, at + 1, unit, readingOf(unit));
    else if (unit >= 97 && unit <= 122) {
      const end = endOfLetters(text, at);
      const cut = end - at > 1 && !isInAddress(text, at, end) ? cutSyllables(text.slice(at, end)) : undefined;
      if (cut === undefined) joins = 0;
      let from = at;
      for (const syllable of cut ?? []) {
        add(from, from + syllable.length, 0, readingOfSyllable(syllable));
        from += syllable.length;
      }
      at = end - 1;
    } else if ((unit >= 48 && unit <= 57) || isClauseUnit(unit)) joins = 0;
  }
  return count;
}

/** Letters with a dot, a slash or an @ beside them belong to a link or an account, and short ones before several digits do. */
function isInAddress(text: string, from: number, to: number): boolean {
  if ('./@'.includes(text[from - 1] ?? ' ') || (text[to] === '.' && /[a-z0-9]/.test(text[to + 1] ?? ''))) return true;
  return to - from <= longestName && isLatinDigit(text, to) && !isLatinDigit(text, from - 1);
}

function isLatinDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 48 && unit <= 57;
}

function endOfLetters(text: string, from: number): number {
  let end = from;
  while (end < text.length && text.charCodeAt(end) >= 97 && text.charCodeAt(end) <= 122) end++;
  return end;
}

function openWords(): Words {
  const { words: list, twins } = openDisguises();
  const neighbours = list
    .split(' ')
    .flatMap((word) => Array.from(word.slice(1), (_, at) => [word.charCodeAt(at), word.charCodeAt(at + 1)] as const));
  const hasTwins = new Uint8Array(0x1_0000);
  const looks = Object.entries(twins).map(([char, meant]) => {
    hasTwins[char.charCodeAt(0)] = 1;
    return [char.charCodeAt(0), Array.from(char + meant, (each) => each.charCodeAt(0))] as const;
  });
  return {
    pairs: openPairTable(neighbours.map(([first, second]) => [first, second, 1])),
    byReadings: openPairTable(
      neighbours.map(([first, second]) => [readingOf(first), readingOf(second), keyOf(first, second)]),
    ),
    twins: new Map(looks),
    hasTwins,
  };
}
