/**
 * Patterns that people write, `/…/`, on an engine whose time grows with the text only (RE2). They are looked for in the folded text, so
 * that a pattern sees through width, case, traditional characters and invisible ones; all of a message together costs a bounded number
 * of steps, whatever the patterns are and however long the message is.
 */
import { RE2JS, RE2JSSyntaxException } from 're2js';
import { hasMask, unmaskText } from './masks.ts';
import { foldText, foldWithOrigins, type Folded } from './normalise.ts';

/** Limits of patterns. */
export const patternLimits = {
  /** Characters of one, with its slashes. */
  length: 200,
  /** How large one may become, in steps of the machine that it is made into. */
  size: 300,
  /** How large all may become together. */
  allSizes: 1000,
  /** How many there may be. */
  count: 50,
} as const;

/**
 * Steps for one message: characters × weights of all patterns; as much again for finding where those stand that fit. What is beyond the
 * characters that this leaves is not looked at: 3,000 with five usual patterns, 375 at the least.
 */
export const stepsPerMessage = 750_000;

/** What a character costs whatever the size. */
const baseWeight = 20;

/** Most places of one pattern in one message. */
const mostPlaces = 5;

/** Why something is no pattern. */
export type PatternProblem =
  'bracket' | 'class' | 'unsupported' | 'escape' | 'range' | 'repeat' | 'group' | 'large' | 'fitsNothing' | 'other';

/** A pattern that was read, or why it is none and where: `at` counts its characters from 1. */
export type ReadPattern =
  { ok: true; size: number } | { ok: false; problem: PatternProblem; at: number | null; part: string };

/** A place of a pattern in a text. */
export interface PatternHit {
  /** Its place in the list of patterns. */
  pattern: number;
  start: number;
  end: number;
}

/** Patterns that are ready. */
export interface PatternFinder {
  /** Where they fit, in the original text; at most a few places of each. */
  find(text: string): PatternHit[];
}

/** Whether a term is meant as a pattern. */
export function isPattern(term: string): boolean {
  return term.length > 2 && term.startsWith('/') && term.endsWith('/');
}

/** Reads one `/…/` and says what is wrong with it. */
export function readPattern(term: string): ReadPattern {
  const source = term.slice(1, -1);
  try {
    const machine = compile(source);
    const size = machine.programSize();
    if (size > patternLimits.size) return { ok: false, problem: 'large', at: null, part: '' };
    if (machine.test('')) return { ok: false, problem: 'fitsNothing', at: null, part: '' };
    return { ok: true, size };
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    return describeProblem(source, error);
  }
}

/** What the engine says, with its place in the pattern as it was written. */
function describeProblem(source: string, error: RE2JSSyntaxException): ReadPattern {
  const problem = problemOf(error.getDescription());
  const said = error.getPattern() ?? '';
  if (problem === 'bracket') {
    const at = findLoneBracket(source);
    return {
      ok: false,
      problem,
      at: at < 0 ? null : at + 1,
      part: source.slice(Math.max(0, at)).slice(0, longestPart),
    };
  }
  const at = said === '' ? -1 : source.indexOf(said);
  // Looking back is written like the name of a group, which is what the engine takes it for.
  const isLooking = /^\(\?<[=!]/.test(said);
  return {
    ok: false,
    problem: isLooking ? 'unsupported' : problem,
    at: at < 0 ? null : at + 1,
    part: said.slice(0, longestPart),
  };
}

const longestPart = 30;

/** Where a bracket stands that has no other one; -1 when each has. */
function findLoneBracket(source: string): number {
  const open: number[] = [];
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const char = source[at];
    if (char === '\\') at++;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if (char === '(') open.push(at);
    else if (char === ')' && open.pop() === undefined) return at;
  }
  return open.at(-1) ?? -1;
}

/** Makes patterns ready; what is none, and what is too much for all together, is left out. */
export function openPatterns(terms: readonly string[]): PatternFinder {
  const ready: { pattern: number; machine: RE2JS; weight: number }[] = [];
  let sizes = 0;
  for (const [pattern, term] of terms.entries()) {
    const read = readPattern(term);
    if (!read.ok || sizes + read.size > patternLimits.allSizes || ready.length >= patternLimits.count) continue;
    sizes += read.size;
    ready.push({ pattern, machine: compile(term.slice(1, -1)), weight: read.size + baseWeight });
  }
  const window = Math.floor(stepsPerMessage / ready.reduce((sum, { weight }) => sum + weight, 1));
  return {
    find: (text) => {
      if (ready.length === 0) return [];
      const seen = text.slice(0, window);
      const plainText = foldText(seen);
      const isMasked = hasMask(plainText);
      // Looked at twice, it may be half as long.
      const begun = isMasked ? seen.slice(0, Math.ceil(window / 2)) : seen;
      let folded: Folded | undefined;
      let bare: Folded | undefined;
      let left = stepsPerMessage;
      const hits: PatternHit[] = [];
      for (const { pattern, machine, weight } of ready) {
        const inPlain = machine.test(begun === seen ? plainText : foldText(begun));
        if (inPlain) folded ??= foldWithOrigins(begun);
        else if (isMasked) bare ??= unmaskText(foldWithOrigins(begun));
        const view = inPlain ? folded : bare;
        if (!view || (!inPlain && !machine.test(view.text))) continue;
        left -= collect(machine, view, { pattern, weight, left, hits });
      }
      return hits.sort((a, b) => a.start - b.start || b.end - a.end || a.pattern - b.pattern);
    },
  };
}

/** Adds the places of one pattern; gives the steps that this took at most. The first place is always found. */
function collect(
  machine: RE2JS,
  { text, starts, ends }: Folded,
  { pattern, weight, left, hits }: { pattern: number; weight: number; left: number; hits: PatternHit[] },
): number {
  const matcher = machine.matcher(text);
  let spent = 0;
  for (let place = 0, from = 0; place < mostPlaces; place++) {
    const cost = weight * (text.length - from);
    if (place > 0 && spent + cost > left) break;
    spent += cost;
    if (!matcher.find()) break;
    const [begin, end] = [matcher.start(), matcher.end()];
    from = Math.max(end, from + 1);
    if (end > begin) hits.push({ pattern, start: starts[begin]!, end: ends[end - 1]! });
  }
  return spent;
}

function compile(source: string): RE2JS {
  return RE2JS.compile(foldSource(source), RE2JS.CASE_INSENSITIVE | RE2JS.DOTALL);
}

/** Characters beyond ASCII are folded as texts are; what becomes a sign of the language of patterns by that stays the plain sign. */
function foldSource(source: string): string {
  return source.replace(/[^\0-\x7f]/gu, (char) => foldText(char).replace(/[\\^$.|?*+()[\]{}-]/g, '\\$&'));
}

const problems: readonly [RegExp, PatternProblem][] = [
  [/closing \)|unexpected \)/, 'bracket'],
  [/closing \]|character class$/, 'class'],
  [/Perl syntax|lookbehind|lookaround/i, 'unsupported'],
  [/escape|trailing backslash/, 'escape'],
  [/class range/, 'range'],
  [/repetition|repeat/, 'repeat'],
  [/group|capture/, 'group'],
  [/too large|nests too/, 'large'],
];

function problemOf(description: string): PatternProblem {
  return problems.find(([words]) => words.test(description))?.[1] ?? 'other';
}
