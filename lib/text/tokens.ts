/**
 * Turns text into the grams that search stores and asks for, and checks exactly whether a text matches a query. One
 * place defines both, so that what is stored and what is asked can never drift apart.
 *
 * A text is read as *runs*: scripts written without spaces (Chinese, Japanese, Korean, Thai, …; emoji too) give 1- and
 * 2-grams; words of letters and digits give their prefixes. A query matches when each of its runs is found: a run
 * without spaces as a substring of one run, a word as the beginning of a word.
 */

/** A stretch of text of one nature. */
export interface Run {
  nature: 'dense' | 'word';
  /** Normalised characters, one entry for each code point. */
  chars: string[];
}

/** A query that has been read; empty `runs` means that nothing in it can be searched for. */
export interface Query {
  runs: readonly Run[];
}

const longestPrefix = 12;
const invisible = /[\p{Cf}\p{Mn}\uFE00-\uFE0F]/gu;
const pieces = /[\p{L}\p{N}\p{Extended_Pictographic}ー々〇]+/gu;
const dense =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Bopomofo}\p{Extended_Pictographic}ー々〇]/u;

/** Compatibility forms folded (NFKC), lower case, without invisible characters and accents: what is compared. */
export function normaliseText(text: string): string {
  if (isPlainAscii(text)) return text.toLowerCase();
  // NFKD first, so that accents fall away with the other marks; NFKC afterwards joins Hangul again.
  return text.normalize('NFKD').replace(invisible, '').normalize('NFKC').toLowerCase().normalize('NFKC');
}

/** Splits text into its runs, in order. */
export function readRuns(text: string): Run[] {
  const runs: Run[] = [];
  for (const [piece] of normaliseText(text).matchAll(pieces)) {
    let current: Run | undefined;
    for (const char of piece) {
      const nature = isDense(char) ? 'dense' : 'word';
      if (current?.nature !== nature) runs.push((current = { nature, chars: [] }));
      current.chars.push(char);
    }
  }
  return runs;
}

/** All grams of a text, without repeats: what is stored. */
export function gramsOfText(text: string): string[] {
  const grams = new Set<string>();
  for (const { nature, chars } of readRuns(text)) {
    if (nature === 'word') addPrefixes(grams, chars);
    else addDense(grams, chars);
  }
  return [...grams];
}

/** Reads what somebody typed into a search field. */
export function readQuery(text: string): Query {
  return { runs: readRuns(text) };
}

/** The grams that a matching text must all have: necessary, not sufficient; `matchesQuery` decides. */
export function gramsOfQuery(query: Query): string[] {
  const grams = new Set<string>();
  for (const { nature, chars } of query.runs) {
    if (nature === 'word') grams.add(`w${chars.slice(0, longestPrefix).join('')}`);
    else if (chars.length === 1) grams.add(`c${chars[0]}`);
    else for (let at = 1; at < chars.length; at++) grams.add(`c${chars[at - 1]}${chars[at]}`);
  }
  return [...grams];
}

/** Whether the text matches every run of the query. */
export function matchesQuery(query: Query, text: string): boolean {
  const runs = readRuns(text).map(({ nature, chars }) => ({ nature, text: chars.join('') }));
  return query.runs.every(({ nature, chars }) => {
    const wanted = chars.join('');
    return runs.some(
      (run) => run.nature === nature && (nature === 'word' ? run.text.startsWith(wanted) : run.text.includes(wanted)),
    );
  });
}

/** A well-mixed 48-bit number for a text (two 32-bit lanes, after cyrb53); the same on every machine and for ever. */
export function hashGram(gram: string, seed: number): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let at = 0; at < gram.length; at++) {
    const unit = gram.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (low & 0xffff) * 0x1_0000_0000 + (high >>> 0);
}

function addPrefixes(grams: Set<string>, chars: readonly string[]): void {
  let prefix = 'w';
  for (const char of chars.slice(0, longestPrefix)) grams.add((prefix += char));
}

function addDense(grams: Set<string>, chars: readonly string[]): void {
  let before = '';
  for (const char of chars) {
    grams.add(`c${char}`);
    if (before !== '') grams.add(`c${before}${char}`);
    before = char;
  }
}

function isDense(char: string): boolean {
  const code = char.charCodeAt(0);
  // Nearly all characters are of these two ranges; the table of scripts is slow.
  if (code >= 0x4e00 && code <= 0x9fff) return true;
  return code > 127 && dense.test(char);
}

function isPlainAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}
