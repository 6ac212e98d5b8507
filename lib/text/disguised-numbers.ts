/** Numbers in other writing: 二七五九三零, 要舞零溜溜漆, l39OO872546, 3⓪六⑧二肆. Only runs that are as long as an account or a phone. */
import { isOrdinaryPair } from './ordinary-pairs.ts';
import type { Edit } from './view.ts';

const proper = ['零〇', '一壹幺', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'];
const alike = [
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
const properDigits = readDigits(proper);
const alikeDigits = readDigits(alike);
const spelt = /(?<![a-z])(?:zero|one|two|three|four|five|six|seven|eight|nine|viii|iii|vii|iv|vi|ix|ii|v)(?![a-z])/y;
const numberWords = 'zero one two three four five six seven eight nine . i ii iii iv v vi vii viii ix';
const speltDigits = new Map(numberWords.split(' ').map((word, at) => [word, String(at % 10)]));
const mightHold =
  /[零〇一壹幺二贰两三叁四肆五伍六陆七柒八捌九玖]{2}|\d[零〇一壹幺二贰两三叁四肆五伍六陆七柒八捌九玖oil]|[零〇一壹幺二贰两三叁四肆五伍六陆七柒八捌九玖]\d|[要舞溜漆酒寺]/;
const letters = /(?<![a-z0-9])[0-9oil]{7,12}(?![a-z0-9])/g;
const shortest = 6;
const shortestAlike = 8;

/** Numbers that are written otherwise. */
export function findNumbers(text: string): Edit[] {
  if (!mightHold.test(text)) return [];
  const edits: Edit[] = [];
  for (const { 0: token, index } of text.matchAll(letters))
    if (/[oil]/.test(token) && (token.match(/\d/g)?.length ?? 0) >= 5)
      edits.push({ from: index, to: index + token.length, text: token.replaceAll('o', '0').replace(/[il]/g, '1') });
  for (let at = 0; at < text.length; at++) {
    const run = readRun(text, at);
    if (run === undefined) continue;
    if (run.isNumber && !edits.some(({ from, to }) => from < run.to && to > at))
      edits.push({ from: at, to: run.to, text: run.digits });
    at = run.to - 1;
  }
  return edits.sort((one, other) => one.from - other.from);
}

/** Digits in a row from a place on, spaces and dots between them left out. */
function readRun(text: string, from: number): { to: number; digits: string; isNumber: boolean } | undefined {
  let digits = '';
  let [at, to] = [from, from];
  let [written, sounding, strange, before] = [0, 0, 0, 0];
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const char = text[at]!;
    const meant = properDigits.get(char) ?? alikeDigits.get(char);
    if (unit >= 48 && unit <= 57) digits += char;
    else if (meant !== undefined) {
      digits += meant;
      if (properDigits.has(char)) written++;
      else sounding++;
      if (before && !isOrdinaryPair(before, unit)) strange++;
      before = unit;
    } else {
      spelt.lastIndex = at;
      const word = spelt.exec(text)?.[0];
      if (word !== undefined && digits !== '') {
        digits += speltDigits.get(word)!;
        written++;
        at += word.length - 1;
      } else if (digits === '' || !/[\s.\-o]/.test(char)) break;
      else if (char === 'o') digits += '0';
      else continue;
    }
    to = at + 1;
  }
  if (digits === '') return undefined;
  const isLong = digits.length >= (sounding > 0 ? shortestAlike : shortest);
  return { to, digits, isNumber: isLong && written + sounding > 0 && (sounding === 0 || strange >= sounding / 2) };
}

function readDigits(lists: readonly string[]): Map<string, string> {
  return new Map(lists.flatMap((chars, digit) => Array.from(chars, (char) => [char, String(digit)] as const)));
}
