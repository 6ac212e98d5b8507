/**
 * Finds any of many terms in a text in one pass (Aho–Corasick), whatever the text is written with: both are folded first, and also
 * unmasked when disguises count. Every hit tells where it stands in the original text.
 */
import { buildSearch, finish, type Search } from './automaton.ts';
import { unmaskFolded, unmaskText } from './masks.ts';
import { isWordUnit } from './nature.ts';
import { foldsInPlace, foldText, foldWithOrigins } from './normalise.ts';

/** A term to look for. */
export interface Term {
  text: string;
  /** A letter or digit beside the term spoils the hit; only for sides of the term that are letters or digits of words. */
  wholeWord?: boolean;
}

/** A term that was found. */
export interface TermHit {
  /** Its place in the list of terms. */
  term: number;
  /** Where it begins in the original text. */
  start: number;
  /** Where it ends there. */
  end: number;
  /** It was found only after taking out spaces, dots, emoji and look-alike letters. */
  disguised: boolean;
}

/** A list of terms that is ready to search with. */
export interface TermFinder {
  /** All hits, also overlapping ones, in the order of where they begin, longer ones first. */
  find(text: string): TermHit[];
  /** How many terms can be found; terms of which nothing is left after folding cannot. */
  readonly size: number;
}

/** Nobody hides a word behind so many others; what is longer would hold everybody up. */
const mostUnmasked = 10_000;

/** Terms that are folded before a pause: some milliseconds of work. */
const pieceSize = 1000;

/** Makes a list of terms ready; `seeDisguised` (on by default) also finds them with noise between their characters. */
export function openTerms(terms: readonly (string | Term)[], options: { seeDisguised?: boolean } = {}): TermFinder {
  return finish(buildTerms(terms, options));
}

/** Makes a list of terms ready in steps, for whoever has other things to do in between. */
export function* buildTerms(
  terms: readonly (string | Term)[],
  { seeDisguised = true }: { seeDisguised?: boolean } = {},
): Generator<void, TermFinder> {
  const wanted = terms.map((term) => (typeof term === 'string' ? { text: term } : term));
  const plainTexts: string[] = [];
  const bareTexts: string[] = [];
  for (const [at, { text }] of wanted.entries()) {
    if (at % pieceSize === pieceSize - 1) yield;
    const plainText = foldText(text).trim();
    plainTexts.push(plainText);
    // Most terms have nothing to take off: the others alone need a second automaton.
    const bareText = seeDisguised ? unmaskText(foldWithOrigins(text.trim())).text : '';
    bareTexts.push(bareText === plainText ? '' : bareText);
  }
  const plain = yield* buildSearch(plainTexts);
  const bare = yield* buildSearch(bareTexts);
  const isWhole = Uint8Array.from(wanted, ({ wholeWord }) => (wholeWord ? 1 : 0));
  const look = (search: Search, text: string) => {
    let places: Place[] | undefined;
    search.run(text, (term, from, to) => {
      if (isWhole[term] === 0 || standsAlone(text, from, to)) (places ??= []).push({ term, from, to });
    });
    return places ?? none;
  };
  return {
    size: plain.size,
    find(text) {
      const folded = foldText(text);
      const hits = traceHits(look(plain, folded), text, false);
      if (!seeDisguised) return sortHits(hits);
      const begun = text.length > mostUnmasked ? text.slice(0, mostUnmasked) : text;
      const unmasked = unmaskFolded(begun === text ? folded : foldText(begun));
      // Most texts hold no term and no disguise; only the others need to know where everything stood.
      if (!unmasked) return sortHits(hits);
      const more = look(plain, unmasked.text);
      const bareMore = bare.size > 0 ? look(bare, unmasked.text) : none;
      if (more.length + bareMore.length === 0) return sortHits(hits);
      const places = [...more, ...bareMore].map(({ term, from, to }) => {
        return { term, from: unmasked.places[from]!, to: unmasked.places[to - 1]! + 1 };
      });
      addNew(hits, traceHits(places, begun, true));
      return sortHits(hits);
    },
  };
}

/** A hit in a folded text. */
interface Place {
  term: number;
  from: number;
  to: number;
}

const none: readonly Place[] = [];

/** Where the hits in a folded text stand in the original. */
function traceHits(places: readonly Place[], text: string, disguised: boolean): TermHit[] {
  if (places.length === 0) return [];
  if (foldsInPlace(text)) return places.map(({ term, from, to }) => ({ term, start: from, end: to, disguised }));
  const { starts, ends } = foldWithOrigins(text);
  return places.map(({ term, from, to }) => ({ term, start: starts[from]!, end: ends[to - 1]!, disguised }));
}

function sortHits(hits: TermHit[]): TermHit[] {
  return hits.length < 2 ? hits : hits.sort((a, b) => a.start - b.start || b.end - a.end || a.term - b.term);
}

/** Adds the hits that do not repeat one in the same place. */
function addNew(hits: TermHit[], more: readonly TermHit[]): void {
  const known = new Set(hits.map(({ term, start }) => `${term} ${start}`));
  for (const hit of more) if (!known.has(`${hit.term} ${hit.start}`)) hits.push(hit);
}

function standsAlone(text: string, from: number, to: number): boolean {
  return !(isWord(text, from) && isWord(text, from - 1)) && !(isWord(text, to - 1) && isWord(text, to));
}

function isWord(text: string, at: number): boolean {
  return at >= 0 && at < text.length && isWordUnit(text.charCodeAt(at));
}
