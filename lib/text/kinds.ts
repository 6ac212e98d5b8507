/**
 * Which kinds of characters a text holds, found in one pass over its units: most patterns can match only few texts, and this tells which
 * without asking them. One small table answers for all kinds, because every table that is looked into pushes another one out of fast memory.
 */
import { lookAlikeOf } from './look-alikes.ts';

/** Kinds of units of folded texts, one bit each; a unit may be of several. */
export const kind = {
  /** A Chinese character of the basic plane. */
  han: 1,
  digit: 1 << 1,
  /** A letter from a to z. */
  latin: 1 << 2,
  /** A letter of any script. */
  letter: 1 << 3,
  /** Part of a word of a script with spaces between words. */
  word: 1 << 4,
  /** Of a script without spaces. */
  dense: 1 << 5,
  /** A mark that ends a clause. */
  clause: 1 << 6,
  /** An emoji, a plus, another sign that may stand for a word, or half of a character beyond the basic plane. */
  sign: 1 << 7,
  /** A Chinese numeral, plain or formal. */
  numeral: 1 << 8,
  /** A digit, a numeral or a character that sounds like one. */
  digitLike: 1 << 9,
  /** 百, 千 or 万. */
  hundred: 1 << 10,
  /** A part that is typed beside another one for one character. */
  half: 1 << 11,
  /** A character that asks to be added, or sounds or looks like it. */
  asks: 1 << 12,
  /** A character that names of contacts elsewhere begin with, plain or disguised. */
  names: 1 << 13,
  /** A mark that links and prices have. */
  link: 1 << 14,
  /** @ */
  at: 1 << 15,
  /** It only looks like a Latin letter or a digit. */
  lookAlike: 1 << 16,
  /** A character that every question in Chinese without a question mark has one of. */
  question: 1 << 17,
  /** A space or a mark that ends no clause. */
  noise: 1 << 18,
} as const;

/** Chinese digits, each with the ways in which it is written, and the characters that sound like it. */
export const writtenDigits = ['零〇', '一壹幺', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'];
export const soundingDigits = [
  '洞凌铃另玲灵',
  '妖腰要医依衣伊',
  '尔耳儿而饵',
  '散伞',
  '寺死丝思斯司',
  '舞吾无武午',
  '溜流柳留刘',
  '漆期妻拐奇',
  '巴吧把爸扒叭',
  '酒久勾狗舅救',
];

const lists: readonly (readonly [number, Set<string>])[] = [
  [kind.numeral, new Set('零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖')],
  [kind.digitLike, new Set([...writtenDigits, ...soundingDigits, '0123456789'].join(''))],
  [kind.hundred, new Set('百千万')],
  [kind.half, new Set('亻讠訁耳纟贝女')],
  [kind.asks, new Set('加佳伽家十系')],
  [kind.names, new Set('微薇葳嶶徽溦巍崴威维魏卫韦围唯惟伟喂扣企裙飞纸电赖群')],
  [kind.link, new Set('./￥¥')],
  [kind.at, new Set('@')],
  [kind.clause, new Set(',.!?;:，。！？；：、…\n\r')],
  [kind.question, new Set('什啥何几多怎咋问教咨求人谁没木哪否不吗么嘛呢')],
];
const letter = /\p{L}/u;
const number = /\p{N}/u;

// A class for each unit, found when it is first met (0 is not yet), and the kinds of each class.
const classes = new Uint8Array(0x1_0000);
const kindsOfClass = new Uint32Array(256);
let known = 0;

/** All kinds that a folded text holds. */
export function kindsOf(folded: string): number {
  let seen = 0;
  for (let at = 0; at < folded.length; at++) seen |= kindsOfUnit(folded.charCodeAt(at));
  return seen;
}

/** The kinds of one unit. */
export function kindsOfUnit(unit: number): number {
  return kindsOfClass[classes[unit] || findClass(unit)]!;
}

function findClass(unit: number): number {
  const kinds = findKinds(unit);
  let found = kindsOfClass.indexOf(kinds, 1);
  if (found < 0 || found > known) kindsOfClass[(found = ++known)] = kinds;
  return (classes[unit] = found);
}

function findKinds(unit: number): number {
  const char = String.fromCharCode(unit);
  let found = findScript(unit, char);
  for (const [bit, chars] of lists) if (chars.has(char)) found |= bit;
  if (lookAlikeOf(unit) !== undefined) found |= kind.lookAlike;
  return found & (kind.word | kind.dense | kind.clause) ? found : found | kind.noise;
}

function findScript(unit: number, char: string): number {
  if (unit >= 0x4e00 && unit <= 0x9fff) return kind.han | kind.dense | kind.letter;
  if (unit >= 48 && unit <= 57) return kind.digit | kind.word;
  if (unit >= 97 && unit <= 122) return kind.latin | kind.word | kind.letter;
  // Halves of Han beyond the basic plane: which second half it is cannot be told alone, but emoji use other first halves.
  if (unit >= 0xd840 && unit <= 0xd88f) return kind.sign | kind.dense;
  const maySign = unit === 43 || (unit >= 0x2191 && unit <= 0x2fff) || (unit >= 0xd800 && unit <= 0xdfff);
  const found = (maySign ? kind.sign : 0) | (letter.test(char) ? kind.letter : 0);
  if (!(found & kind.letter) && !number.test(char)) return found;
  return found | (unit >= 0x2e80 ? kind.dense : kind.word);
}
