/**
 * How a reader sees a disguised advertisement: the letters, digits and Chinese characters of a text without anything between them, with
 * emoji, halves of characters and spelt numbers that stand for words turned into these words.
 */
import { kind, kindsOf } from './kinds.ts';
import { isSpokenUnit } from './nature.ts';
import { openUnits, textOf } from './units.ts';

/** A text as its readers take it. */
export interface AdView {
  /** Only letters, digits and Chinese characters. */
  bare: string;
  /** The kinds of characters of the folded text, and of the bare one. */
  kinds: number;
  bareKinds: number;
  /** Digits were written one by one with something between them, at least seven. */
  splitsDigits: boolean;
  /** Chinese characters were. */
  splitsWords: boolean;
}

const spokenSigns: readonly [RegExp, string][] = [
  [/(?<=[v微薇葳威徽嶶维]|(?<![a-z])w)[\s️]*[❤♥💗💕💓💖🖤💙]/gu, '信'],
  [/[+➕]+(?=[^\p{L}\p{N}]*(?:[v微薇葳威徽嶶维q扣企裙群飞我]|wx|w信|tg|✈|🐧))/gu, '加'],
  [/✈|🛩|🛫/gu, '飞机'],
  [/🐧/gu, '企鹅'],
  [/亻[\s.·/-]*[言訁讠]/gu, '信'],
  [/[讠訁][\s.·/-]*义/gu, '议'],
  [/耳[\s.·/-]*只/gu, '职'],
  [/纟[\s.·/-]*吉/gu, '结'],
  [/贝[\s.·/-]*兼/gu, '赚'],
  [/女[\s.·/-]*良(?!好)/gu, '娘'],
];
const mightSpeak = /[❤♥💗💕💓💖🖤💙+➕✈🛩🛫🐧亻讠訁耳纟贝]|女.?良/u;
const splitDigits = /(?<!\d)\d(?:[^\p{L}\p{N}]+\d(?!\d)){6,}/u;
const splitWords =
  /(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?:[^\p{L}\p{N}，。！？,.!?]{1,6}[\u4e00-\u9fffa-z](?![\u4e00-\u9fffa-z])){2,}/u;
const spelt = '零〇一二三四五六七八九';
const formal = '零〇壹贰叁肆伍陆柒捌玖';
const spelling = /[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖幺]{6}/;
const speltRun = /[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖幺]{6,}/g;

/** Only texts with one of these kinds may look different to a reader, or say anything in Chinese. */
export const mayHide = kind.han | kind.sign | kind.half;

// The same text is viewed by words, signs and models one after the other.
let lastFolded = '';
let lastView: AdView = { bare: '', kinds: 0, bareKinds: 0, splitsDigits: false, splitsWords: false };

/** Reads a folded text as its readers would. */
export function viewAsReader(folded: string, kinds: number = kindsOf(folded)): AdView {
  if (folded === lastFolded) return lastView;
  lastView = readView(folded, kinds);
  lastFolded = folded;
  return lastView;
}

function readView(folded: string, kinds: number): AdView {
  let spoken = folded;
  if (kinds & (kind.sign | kind.half) && mightSpeak.test(folded))
    for (const [sign, word] of spokenSigns) spoken = spoken.replace(sign, word);
  const kept = keepWords(spoken);
  const isBare = kept.length === spoken.length;
  const bare = kinds & kind.digitLike && spelling.test(kept) ? kept.replace(speltRun, spellDigits) : kept;
  return {
    bare,
    kinds,
    bareKinds: bare === folded ? kinds : kindsOf(bare),
    splitsDigits: !isBare && (kinds & kind.digit) !== 0 && splitDigits.test(spoken),
    splitsWords: !isBare && maySplitWords(spoken) && splitWords.test(spoken),
  };
}

const stops = new Set(Array.from(',.!?', (mark) => mark.charCodeAt(0)));

/** Whether a Chinese character stands alone before a gap that ends no clause; few texts have one. */
function maySplitWords(text: string): boolean {
  let isAlone = true;
  for (let at = 0; at + 1 < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isHan = unit >= 0x4e00 && unit <= 0x9fff;
    if (isHan && isAlone) {
      const next = text.charCodeAt(at + 1);
      if (next >= 0xd800 || !(isSpokenUnit(next) || stops.has(next))) return true;
    }
    isAlone = !isHan;
  }
  return false;
}

/** The text without what is neither letter nor digit nor Chinese. */
function keepWords(text: string): string {
  const kept = openUnits(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isSpokenUnit(unit)) kept[length++] = unit;
  }
  return length === text.length ? text : textOf(kept, length);
}

function spellDigits(run: string): string {
  return Array.from(run, (char) => {
    if (char === '幺') return '1';
    const value = Math.max(spelt.indexOf(char), formal.indexOf(char));
    return String(Math.max(0, value - 1));
  }).join('');
}
