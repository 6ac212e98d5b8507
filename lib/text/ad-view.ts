/**
 * How a reader sees a disguised advertisement: the letters, digits and Chinese characters of a text without anything between them, with
 * emoji, halves of characters and spelt numbers that stand for words turned into these words.
 */
import { natureOf } from './normalise.ts';

/** A text as its readers take it. */
export interface AdView {
  /** Only letters, digits and Chinese characters. */
  bare: string;
  /** Digits were written one by one with something between them, at least seven. */
  splitsDigits: boolean;
  /** Chinese characters were. */
  splitsWords: boolean;
}

const spokenSigns: readonly [RegExp, string][] = [
  [/(?<=[v微薇葳威徽嶶维])[\s️]*[❤♥💗💕💓💖🖤💙]/gu, '信'],
  [/[+➕]+(?=[^\p{L}\p{N}]*(?:[v微薇葳威徽嶶维q扣企裙群飞我]|wx|tg|✈|🐧))/gu, '加'],
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
const halves = /[亻讠訁耳纟贝女]/;
const splitDigits = /(?<!\d)\d(?:[^\p{L}\p{N}]+\d(?!\d)){6,}/u;
const splitWords =
  /(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?:[^\p{L}\p{N}，。！？,.!?]{1,6}[\u4e00-\u9fffa-z](?![\u4e00-\u9fffa-z])){2,}/u;
const spelt = '零〇一二三四五六七八九';
const formal = '零〇壹贰叁肆伍陆柒捌玖';
const spelling = /[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖幺]{6}/;
const speltRun = /[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖幺]{6,}/g;

// The same text is viewed by words, signs and models one after the other.
let lastFolded = '';
let lastView: AdView = { bare: '', splitsDigits: false, splitsWords: false };

/** Reads a folded text as its readers would. */
export function viewAsReader(folded: string): AdView {
  if (folded === lastFolded) return lastView;
  lastView = readView(folded);
  lastFolded = folded;
  return lastView;
}

function readView(folded: string): AdView {
  // What is all letters and characters can hold no sign, and most texts are.
  const plain = keepWords(folded);
  const mayHaveSigns = plain.length < folded.length || halves.test(folded);
  let spoken = folded;
  if (mayHaveSigns && mightSpeak.test(folded))
    for (const [sign, word] of spokenSigns) spoken = spoken.replace(sign, word);
  const kept = spoken === folded ? plain : keepWords(spoken);
  const isBare = kept.length === spoken.length;
  const bare = spelling.test(kept) ? kept.replace(speltRun, spellDigits) : kept;
  return { bare, splitsDigits: !isBare && splitDigits.test(spoken), splitsWords: !isBare && splitWords.test(spoken) };
}

/** The text without what is neither letter nor digit nor Chinese. */
function keepWords(text: string): string {
  let kept = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const nature = natureOf(text.charCodeAt(at));
    if (nature === 'word' || nature === 'dense') continue;
    kept += text.slice(from, at);
    from = at + 1;
  }
  return from === 0 ? text : kept + text.slice(from);
}

function spellDigits(run: string): string {
  return Array.from(run, (char) => {
    if (char === '幺') return '1';
    const value = Math.max(spelt.indexOf(char), formal.indexOf(char));
    return String(Math.max(0, value - 1));
  }).join('');
}
