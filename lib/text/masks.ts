/**
 * What people put on to get past a filter, and how it is taken off: spaces, dots and emoji between characters, and letters of other
 * scripts that look like Latin ones. Works on folded texts.
 */
import { lookAlikeOf } from './look-alikes.ts';
import type { Folded } from './normalise.ts';
import { isClauseUnit, isDenseUnit, isSpokenUnit, isWordUnit } from './nature.ts';
import { openUnits, textOf } from './units.ts';

/** A text without its masks, and the place in the given text that each of its units came from; valid until the next one is asked for. */
export interface Unmasked {
  text: string;
  places: Uint32Array;
}

/**
 * Takes off masks. Spaces, dots and emoji go beside Chinese characters (加.微 信) and between single letters and digits (v x, 1 3 8);
 * Greek and Cyrillic letters become the Latin ones that they look like. Words keep their spaces, and sentences their punctuation
 * unless a single character stands before or after it.
 */
export function unmaskText(folded: Folded): Folded {
  const unmasked = unmaskFolded(folded.text);
  if (!unmasked) return folded;
  const { text, places } = unmasked;
  const [starts, ends] = [new Uint32Array(places.length), new Uint32Array(places.length)];
  for (let at = 0; at < places.length; at++) {
    starts[at] = folded.starts[places[at]!]!;
    ends[at] = folded.ends[places[at]!]!;
  }
  return { text, starts, ends };
}

// Used again and again, so that most texts cost no memory.
const mostKept = 0x1_0000;
let places = new Uint32Array(1024);

/** The folded text without masks; undefined when there is nothing to take off, as in most texts. */
export function unmaskFolded(text: string): Unmasked | undefined {
  const units = openUnits(text.length);
  if (places.length > mostKept || places.length < text.length) places = new Uint32Array(Math.max(1024, text.length));
  let length = 0;
  let isMasked = false;
  // How many units of a kind stand right before: one is a single character.
  let [run, isWordRun] = [0, false];
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    if (!isSpokenUnit(unit)) {
      const end = endOfGap(text, at);
      if (run > 0 && end < text.length && joinsOver(text, { from: at, to: end, isSingle: run === 1, isWordRun }))
        isMasked = true;
      else
        for (; at < end; at++) {
          const mark = text.charCodeAt(at);
          const seen = lookAlikeOf(mark);
          isMasked ||= seen !== undefined;
          units[length] = seen ?? mark;
          places[length++] = at;
        }
      at = end;
      run = 0;
      continue;
    }
    const isWord = isWordUnit(unit);
    run = run > 0 && isWord === isWordRun ? run + 1 : 1;
    isWordRun = isWord;
    const seen = lookAlikeOf(unit);
    isMasked ||= seen !== undefined;
    units[length] = seen ?? unit;
    places[length++] = at++;
  }
  return isMasked ? { text: textOf(units, length), places: places.subarray(0, length) } : undefined;
}

/** Whether a folded text has anything to take off. */
export function hasMask(folded: string): boolean {
  return unmaskFolded(folded) !== undefined;
}

interface Gap {
  from: number;
  to: number;
  /** What stands before it is a single character. */
  isSingle: boolean;
  /** What stands before it is a word with spaces around. */
  isWordRun: boolean;
}

/** Whether what stands on both sides of a gap belongs together. */
function joinsOver(text: string, { from, to, isSingle, isWordRun }: Gap): boolean {
  const next = text.charCodeAt(to);
  const isWord = isWordUnit(next);
  const unitAfter = to + 1 < text.length ? text.charCodeAt(to + 1) : undefined;
  const endsThere = unitAfter === undefined || !(isWord ? isWordUnit(unitAfter) : isDenseUnit(unitAfter));
  if (isWord && isWordRun) return isSingle && endsThere;
  return isSingle || endsThere || !hasClauseMark(text, from, to);
}

function hasClauseMark(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isClauseUnit(text.charCodeAt(at))) return true;
  return false;
}

function endOfGap(text: string, from: number): number {
  let end = from + 1;
  while (end < text.length && !isSpokenUnit(text.charCodeAt(end))) end++;
  return end;
}
