/** Numbers in other writing: 二七五九三零, 要舞零溜溜漆, l39OO872546, 3⓪六⑧二肆. Only runs that are as long as an account or a phone. */
import { kind, kindsOfUnit, soundingDigits, writtenDigits } from './kinds.ts';
import { isOrdinaryPair } from './ordinary-pairs.ts';
import type { Edit } from './view.ts';

const asWritten = 16;
const asSounding = 32;
const meanings = readMeanings();
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
  if (!mayBeNumber(text) || !mightHold.test(text)) return [];
  const edits: Edit[] = [];
  for (const { 0: token, index } of text.matchAll(letters))
    if (/[oil]/.test(token) && (token.match(/\d/g)?.length ?? 0) >= 5)
      edits.push({ from: index, to: index + token.length, text: token.replaceAll('o', '0').replace(/[il]/g, '1') });
  for (let at = 0; at < text.length; at++) {
    if (digitOf(text.charCodeAt(at)) === 0) continue;
    const run = readRun(text, at);
    if (run.isNumber && !edits.some(({ from, to }) => from < run.to && to > at))
      edits.push({ from: at, to: run.to, text: run.digits });
    at = run.to - 1;
  }
  return edits.sort((one, other) => one.from - other.from);
}

/** Whether there are enough digits, written or sounding; Latin letters may stand for more of them. */
function mayBeNumber(text: string): boolean {
  let count = 0;
  let hasLatin = false;
  for (let at = 0; at < text.length; at++) {
    const kinds = kindsOfUnit(text.charCodeAt(at));
    if (kinds & kind.digitLike) count++;
    else if (kinds & kind.latin) hasLatin = true;
  }
  return count >= (hasLatin ? 1 : shortest);
}

/** Digits in a row from one on, spaces and dots between them left out. */
function readRun(text: string, from: number): { to: number; digits: string; isNumber: boolean } {
  let digits = '';
  let [at, to] = [from, from];
  let [written, sounding, strange, before] = [0, 0, 0, 0];
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const digit = digitOf(unit);
    if (digit > 0) {
      digits += String((digit & 15) - 1);
      if (digit >= asWritten) {
        if (digit >= asSounding) sounding++;
        else written++;
        if (before && !isOrdinaryPair(before, unit)) strange++;
        before = unit;
      }
    } else {
      spelt.lastIndex = at;
      const char = text[at]!;
      const word = unit >= 97 && unit <= 122 ? spelt.exec(text)?.[0] : undefined;
      if (word !== undefined) {
        digits += speltDigits.get(word)!;
        written++;
        at += word.length - 1;
      } else if (!/[\s.\-o]/.test(char)) break;
      else if (char === 'o') digits += '0';
      else continue;
    }
    to = at + 1;
  }
  const isLong = digits.length >= (sounding > 0 ? shortestAlike : shortest);
  return { to, digits, isNumber: isLong && written + sounding > 0 && (sounding === 0 || strange >= sounding / 2) };
}

/** One more than the digit that a unit is, with a bit for how it is written; 0 for anything else. */
function digitOf(unit: number): number {
  if (!(kindsOfUnit(unit) & kind.digitLike)) return 0;
  return unit < 128 ? unit - 47 : meanings.get(unit)!;
}

function readMeanings(): Map<number, number> {
  const read = (lists: readonly string[], how: number) =>
    lists.flatMap((chars, digit) => Array.from(chars, (char) => [char.charCodeAt(0), how + digit + 1] as const));
  return new Map([...read(soundingDigits, asSounding), ...read(writtenDigits, asWritten)]);
}
