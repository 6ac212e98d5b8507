/**
 * The form in which texts are compared: compatibility forms, case, accents, invisible characters and traditional characters are
 * folded one character at a time, so that every place of the folded text knows where it stood in the original.
 */
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
const invisible = /[\p{Cf}\p{Mn}\uFE00-\uFE0F]/gu;

/** Folds a text: NFKC, lower case, simplified, without accents and invisible characters. Pure ASCII only changes its case. */
export function foldText(text: string): string {
  let folded = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const fold = folds[unit] || findFold(unit);
    if (fold === unit) continue;
    const width = fold === several && isPair(text, at) ? 2 : 1;
    const piece = fold > several ? String.fromCharCode(fold) : foldChar(text.slice(at, at + width));
    folded += text.slice(from, at) + piece;
    from = at + width;
    at = from - 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}

/** Folds a text like `foldText` and keeps where each unit came from. */
export function foldWithOrigins(text: string): Folded {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    const fold = folds[unit] || findFold(unit);
    const width = fold === several && isPair(text, at) ? 2 : 1;
    const piece = fold > several ? String.fromCharCode(fold) : foldChar(text.slice(at, at + width));
    if (piece === '' && ends.length > 0) ends[ends.length - 1] = at + width;
    for (const part of piece.split('')) {
      units.push(part);
      starts.push(at);
      ends.push(at + width);
    }
    at += width;
  }
  return { text: units.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/**
 * Takes out what people put between characters to get past a filter: spaces, dots, emoji beside Chinese characters (加.微 信)
 * or between single letters and digits (v x, 1 3 8). Words keep their spaces, and sentences their punctuation unless a single
 * character stands before or after it.
 */
export function squeezeText(folded: Folded): Folded {
  const kept = listKept(folded.text);
  if (kept.length === folded.text.length) return folded;
  return {
    text: kept.map((at) => folded.text[at]).join(''),
    starts: Uint32Array.from(kept, (at) => folded.starts[at]!),
    ends: Uint32Array.from(kept, (at) => folded.ends[at]!),
  };
}

/** What a UTF-16 unit is to a reader: part of a word, of a script without spaces, the end of a clause, or only noise. */
export type Nature = 'word' | 'dense' | 'clause' | 'noise';

const natures: (Nature | undefined)[] = [];
const wordy = /[\p{L}\p{N}]/u;
const clauseMarks = new Set(',.!?;:，。！？；：、…\n\r');

/** The nature of one unit of a folded text; halves of astral characters count as noise unless they belong to rare Han. */
export function natureOf(unit: number): Nature {
  return (natures[unit] ??= findNature(unit));
}

function findNature(unit: number): Nature {
  if (unit >= 0x4e00 && unit <= 0x9fff) return 'dense';
  // Halves of Han beyond the basic plane: which second half it is cannot be told alone, but emoji use other first halves.
  if (unit >= 0xd840 && unit <= 0xd88f) return 'dense';
  const char = String.fromCharCode(unit);
  if (clauseMarks.has(char)) return 'clause';
  if (!wordy.test(char)) return 'noise';
  return unit >= 0x2e80 ? 'dense' : 'word';
}

interface Run {
  nature: Nature;
  from: number;
  to: number;
}

/** Indexes of the units that stay. */
function listKept(text: string): number[] {
  const kept: number[] = [];
  const runs = [...eachRun(text)];
  for (const [at, run] of runs.entries()) {
    if (isGap(run) && joinsOver(run, runs[at - 1], runs[at + 1])) continue;
    for (let unit = run.from; unit < run.to; unit++) kept.push(unit);
  }
  return kept;
}

/** Stretches of one nature; clause marks and noise beside each other are one gap, a clause gap when any of them is a mark. */
function* eachRun(text: string): Generator<Run> {
  let run: Run | undefined;
  for (let at = 0; at < text.length; at++) {
    const nature = natureOf(text.charCodeAt(at));
    if (run && (run.nature === nature || (isGap(run) && (nature === 'noise' || nature === 'clause')))) {
      run.to = at + 1;
      if (nature === 'clause') run.nature = 'clause';
      continue;
    }
    if (run) yield run;
    run = { nature, from: at, to: at + 1 };
  }
  if (run) yield run;
}

function isGap({ nature }: Run): boolean {
  return nature === 'noise' || nature === 'clause';
}

function joinsOver(gap: Run, before: Run | undefined, after: Run | undefined): boolean {
  if (!before || !after) return false;
  const single = [before, after].filter(({ from, to }) => to - from === 1).length;
  if (before.nature === 'word' && after.nature === 'word') return single === 2;
  return gap.nature === 'noise' || single > 0;
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
    const plain = char.normalize('NFKD').replace(invisible, '').normalize('NFKC').toLowerCase().normalize('NFKC');
    folded = plain.replace(/./gu, (each) => simplified.get(each) ?? each);
    longFolds.set(char, folded);
  }
  return folded;
}

function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}

function readVariants(): Map<string, string> {
  const { traditional, simplified: plain } = variants;
  return new Map(Array.from(traditional, (char, at) => [char, plain[at]!]));
}
