/** What single UTF-16 units of folded texts are to a reader. */
import { kind, kindsOfUnit } from './kinds.ts';

/** What a UTF-16 unit is to a reader: part of a word, of a script without spaces, the end of a clause, or only noise. */
export type Nature = 'word' | 'dense' | 'clause' | 'noise';

/** The nature of one unit of a folded text; halves of astral characters count as noise unless they belong to rare Han. */
export function natureOf(unit: number): Nature {
  const kinds = kindsOfUnit(unit);
  if (kinds & kind.dense) return 'dense';
  if (kinds & kind.word) return 'word';
  return kinds & kind.clause ? 'clause' : 'noise';
}

/** A letter or digit of a script with spaces between words. */
export function isWordUnit(unit: number): boolean {
  return (kindsOfUnit(unit) & kind.word) !== 0;
}

/** A character of a script without spaces. */
export function isDenseUnit(unit: number): boolean {
  return (kindsOfUnit(unit) & kind.dense) !== 0;
}

/** A letter, digit or character of any script. */
export function isSpokenUnit(unit: number): boolean {
  return (kindsOfUnit(unit) & (kind.word | kind.dense)) !== 0;
}

/** A mark that parts clauses. */
export function isClauseUnit(unit: number): boolean {
  return (kindsOfUnit(unit) & kind.clause) !== 0;
}
