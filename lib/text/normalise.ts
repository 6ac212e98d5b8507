/**
 * The form in which texts are compared: compatibility forms, case, accents, invisible characters and traditional characters are
 * folded one character at a time, so that every place of the folded text knows where it stood in the original.
 */
import { openUnits, textOf } from './units.ts';
import variants from './variants.json' with { type: 'json' };

/** A folded text and, for each of its UTF-16 units, where the character stood that it came from. */
export interface Folded {
  text: string;
  /** Where the original character begins. */
  starts: Uint32Array;
  /** Where it ends, with the invisible marks that follow it. */
  ends: Uint32Array;
}

// What each UTF-16 unit folds to, found when it is first met; 0 is not yet, 1 is none or several.
const several = 1;
const folds = new Uint16Array(0x1_0000);
const longFolds = new Map<string, string>();
const simplified = readVariants();
const invisible = /\p{Cf}|\p{Mn}|\p{Me}|[\0-\x08\x0e-\x1f\x7f\u115f\u1160\u2800\u3164\uffa0]/gu;
const framing = /[()\u3014\u3015.,]/g;

// One message is folded by several checks one after the other.
let lastText = '';
let lastFolded = '';
const longestKept = 10_000;

/** Folds a text: NFKC, lower case, simplified, without accents and invisible characters. Pure ASCII only changes its case. */
export function foldText(text: string): string {
  if (text === lastText) return lastFolded;
  let at = 0;
  while (at < text.length && isFolded(text.charCodeAt(at))) at++;
  if (at === text.length) return text;
  const folded = foldFrom(text, at);
  if (text.length <= longestKept) {
    lastText = text;
    lastFolded = folded;
  }
  return folded;
}

function isFolded(unit: number): boolean {
  return (folds[unit] || findFold(unit)) === unit;
}

/** Folds a text of which the first units stay as they are. */
function foldFrom(text: string, first: number): string {
  let folded = openUnits(text.length);
  let length = 0;
  for (; length < first; length++) folded[length] = text.charCodeAt(length);
  for (let at = first; at < text.length;) {
    const unit = text.charCodeAt(at);
    const fold = folds[unit] || findFold(unit);
    if (fold > several) {
      folded[length++] = fold;
      at++;
      continue;
    }
    const width = isPair(text, at) ? 2 : 1;
    const piece = foldChar(text.slice(at, at + width));
    at += width;
    const needed = length + piece.length + text.length - at;
    if (needed > folded.length) {
      const shorter = folded.slice(0, length);
      folded = openUnits(2 * needed);
      folded.set(shorter);
    }
    for (let part = 0; part < piece.length; part++) folded[length++] = piece.charCodeAt(part);
  }
  return textOf(folded, length);
}

/** Whether folding leaves every unit of a text in its place; then nobody needs to know where it came from. */
export function foldsInPlace(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if ((folds[unit] || findFold(unit)) === several) return false;
  }
  return true;
}

/** Folds a text like `foldText` and keeps where each unit came from. */
export function foldWithOrigins(text: string): Folded {
  const built = openBuilder();
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    const fold = folds[unit] || findFold(unit);
    if (fold > several) {
      built.add(fold, at, at + 1);
      at++;
      continue;
    }
    const end = at + (isPair(text, at) ? 2 : 1);
    const piece = foldChar(text.slice(at, end));
    if (piece === '') built.extend(end);
    for (let part = 0; part < piece.length; part++) built.add(piece.charCodeAt(part), at, end);
    at = end;
  }
  return built.finish();
}

interface Builder {
  add(unit: number, start: number, end: number): void;
  /** Lets the last unit reach further, over characters that leave nothing. */
  extend(end: number): void;
  finish(): Folded;
}

// Used again and again, so that a short text costs no more memory than its result.
let units = new Uint16Array(512);
let starts = new Uint32Array(512);
let ends = new Uint32Array(512);

/** Collects units and their origins; only one at a time, and whoever begins another one ends the first. */
function openBuilder(): Builder {
  let length = 0;
  const grow = () => {
    const capacity = 2 * units.length;
    units = copyInto(new Uint16Array(capacity), units);
    starts = copyInto(new Uint32Array(capacity), starts);
    ends = copyInto(new Uint32Array(capacity), ends);
  };
  return {
    add(unit, start, end) {
      if (length === units.length) grow();
      units[length] = unit;
      starts[length] = start;
      ends[length++] = end;
    },
    extend(end) {
      if (length > 0) ends[length - 1] = end;
    },
    finish() {
      const folded = {
        text: textOf(units, length),
        starts: starts.slice(0, length),
        ends: ends.slice(0, length),
      };
      if (units.length > mostKept) {
        units = new Uint16Array(512);
        starts = new Uint32Array(512);
        ends = new Uint32Array(512);
      }
      return folded;
    },
  };
}

const mostKept = 0x1_0000;

function copyInto<List extends Uint16Array | Uint32Array>(larger: List, list: List): List {
  larger.set(list);
  return larger;
}

function findFold(unit: number): number {
  const char = String.fromCharCode(unit);
  const folded = unit >= 0xd800 && unit <= 0xdfff ? '' : foldChar(char);
  const fold = folded.length === 1 ? folded.charCodeAt(0) : several;
  return (folds[unit] = fold > several ? fold : several);
}

/** What one character (of one or two units) becomes; may be empty or several characters. */
function foldChar(char: string): string {
  let folded = longFolds.get(char);
  if (folded === undefined) {
    // NFKD first, so that accents fall away with the other marks; NFKC afterwards joins Hangul again.
    const plain = unboxLetter(char)
      .normalize('NFKD')
      .replace(invisible, '')
      .replace(isFramed(char) ? framing : '', '')
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFKC');
    folded = plain.replace(/./gu, (each) => simplified.get(each) ?? each);
    longFolds.set(char, folded);
  }
  return folded;
}

// Letters and numbers in frames that NFKC leaves as they are: where they begin, how many they are, what the first one is.
const boxed: readonly [number, number, number | string][] = [
  [0x1f150, 26, 'a'],
  [0x1f170, 26, 'a'],
  [0x1f1e6, 26, 'a'],
  [0x2776, 10, 1],
  [0x2780, 10, 1],
  [0x278a, 10, 1],
  [0x24eb, 10, 11],
  [0x24f5, 10, 1],
  [0x24ff, 1, 0],
  [0x1f10b, 1, 0],
  [0x1f10c, 1, 0],
];

function unboxLetter(char: string): string {
  const code = char.codePointAt(0)!;
  if (code < 0x24eb) return char;
  for (const [from, count, first] of boxed) {
    if (code < from || code >= from + count) continue;
    return typeof first === 'number' ? String(first + code - from) : String.fromCharCode(97 + code - from);
  }
  return char;
}

/** Numbers, letters and characters that NFKC would write in brackets or with a dot. */
function isFramed(char: string): boolean {
  const code = char.codePointAt(0)!;
  return (
    (code >= 0x2474 && code <= 0x24b5) || (code >= 0x3200 && code <= 0x3243) || (code >= 0x1f100 && code <= 0x1f129)
  );
}

function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}

function readVariants(): Map<string, string> {
  const { traditional, simplified: plain } = variants;
  return new Map(Array.from(traditional, (char, at) => [char, plain[at]!]));
}
