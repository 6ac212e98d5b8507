/** Characters that were typed as their parts (亻言 for 信, 力口 for 加) and emoji that stand for words (✈ for 飞机). */
import { openSearch, type Search } from './automaton.ts';
import { isHiddenPair, openDisguises } from './disguised-words.ts';
import { isSpokenUnit } from './nature.ts';
import { isOrdinaryPair } from './ordinary-pairs.ts';
import { openPairTable, type PairTable } from './unit-pairs.ts';
import type { Edit } from './view.ts';

interface Parts {
  search: Search;
  whole: readonly string[];
  /** Units that one of the lists of parts begins with, and with which two. */
  begins: Uint8Array;
  pairs: PairTable;
}

interface Join {
  from: number;
  to: number;
  whole: string;
  /** It has a part that nobody types alone. */
  isClear: boolean;
}

// Parts of characters that are no characters of their own to most people.
const alone = new Set('亻讠訁氵钅礻衤彳犭忄饣冫刂阝艹宀覀纟扌辶灬彡攵勹匚卂㐬氺釒糸癶廴尣夂氐戋尃専㸒殳冂彐凵囗');
const heart = /(?<=[v微薇威葳徽溦嶶维])[\s]*(?:❤|♥|💗|💕|💓|💖|🖤|💙|🧡|💚|💛|💜|🤍|🩷)/gu;
const plus = /[+➕＋]+(?=[^\p{L}\p{N}]*(?:[v微薇葳威徽嶶维溦q扣企裙群飞我]|wx|tg|✈|🐧|✌|❤))/gu;
const someSign = /[\u2191-\u2fff\u{1f000}-\u{1faff}+]/u;

let parts: Parts | undefined;
let emoji: RegExp | undefined;

/** Emoji and signs that stand for words. */
export function findSpokenSigns(text: string): Edit[] {
  if (!someSign.test(text)) return [];
  const words = openDisguises().emoji;
  emoji ??= new RegExp(Object.keys(words).join('|'), 'gu');
  const edits: Edit[] = [];
  const note = (match: RegExpExecArray, said: string) =>
    edits.push({ from: match.index, to: match.index + match[0].length, text: said });
  for (const match of text.matchAll(heart)) note(match, '信');
  for (const match of text.matchAll(plus)) note(match, '加');
  for (const match of text.matchAll(emoji)) note(match, words[match[0]]!);
  edits.sort((one, other) => one.from - other.from);
  return edits.filter((edit, at) => at === 0 || edit.from >= edits[at - 1]!.to);
}

/** Characters that were taken apart. */
export function findParts(text: string): Edit[] {
  const { search, whole, begins, pairs } = (parts ??= openParts());
  if (!mayHoldParts(text, begins, pairs)) return [];
  const places: number[] = [];
  let bare = '';
  for (let at = 0; at < text.length; at++) {
    if (!isSpokenUnit(text.charCodeAt(at))) continue;
    bare += text[at];
    places.push(at);
  }
  const found: Join[] = [];
  search.run(bare, (part, from, to) => {
    let isClear = false;
    for (let at = from; at < to; at++) isClear ||= alone.has(bare[at]!);
    if (!isClear && isOrdinaryPair(bare.charCodeAt(from), bare.charCodeAt(from + 1))) return;
    found.push({ from, to, whole: whole[part]!, isClear });
  });
  if (found.length === 0) return [];
  return chooseJoins(bare, found).map((join) => ({
    from: places[join.from]!,
    to: places[join.to - 1]! + 1,
    text: join.whole,
  }));
}

/** From left to right, longer ones first; what could be two characters is one only when it makes a word with its neighbour. */
function chooseJoins(bare: string, found: readonly Join[]): Join[] {
  const sorted = found.toSorted((one, other) => one.from - other.from || other.to - one.to);
  const chosen: Join[] = [];
  for (const join of sorted) {
    const last = chosen.at(-1);
    if (last && join.from < last.to) continue;
    const before = last?.to === join.from ? last.whole : (bare[join.from - 1] ?? '');
    const next = sorted.find(({ from }) => from === join.to)?.whole;
    const after = [bare[join.to] ?? '', next ?? ''].map((char) => join.whole + char);
    const makesWord = [before + join.whole, ...after].some(
      (pair) => pair.length === 2 && isHiddenPair(pair.charCodeAt(0), pair.charCodeAt(1)),
    );
    if (join.isClear || makesWord) chosen.push(join);
  }
  return chosen;
}

function openParts(): Parts {
  const { components } = openDisguises();
  const lists = Object.keys(components);
  const begins = new Uint8Array(0x1_0000);
  for (const list of lists) begins[list.charCodeAt(0)] = 1;
  const pairs = openPairTable(lists.map((list) => [list.charCodeAt(0), list.charCodeAt(1), 1]));
  return { search: openSearch(lists), whole: lists.map((list) => components[list]!), begins, pairs };
}

/** Whether the first two parts of anything follow each other; most texts end here. */
function mayHoldParts(text: string, begins: Uint8Array, pairs: PairTable): boolean {
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x2e80 || (unit >= 0x3000 && unit < 0x3100) || unit >= 0xd800) continue;
    if (before && pairs.get(before, unit) > 0) return true;
    before = begins[unit] ? unit : 0;
  }
  return false;
}
