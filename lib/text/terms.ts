/**
 * Finds any of many terms in a text in one pass (Aho–Corasick), whatever the text is written with: both are folded first, and also
 * unmasked when disguises count. Every hit tells where it stands in the original text.
 */
import { foldText, foldWithOrigins, natureOf, unmaskText, type Folded } from './normalise.ts';

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

/** Makes a list of terms ready; `seeDisguised` (on by default) also finds them with noise between their characters. */
export function openTerms(terms: readonly (string | Term)[], { seeDisguised = true } = {}): TermFinder {
  const wanted = terms.map((term) => (typeof term === 'string' ? { text: term } : term));
  const plain = openSearch(wanted.map(({ text }) => foldText(text).trim()));
  const bare = seeDisguised && openSearch(wanted.map(({ text }) => unmaskText(foldWithOrigins(text.trim())).text));
  const collect = (search: Search, folded: Folded, disguised: boolean) => {
    const hits: TermHit[] = [];
    search.run(folded.text, (term, from, to) => {
      if (wanted[term]!.wholeWord && !standsAlone(folded.text, from, to)) return;
      hits.push({ term, start: folded.starts[from]!, end: folded.ends[to - 1]!, disguised });
    });
    return hits;
  };
  return {
    size: plain.size,
    find(text) {
      const folded = foldWithOrigins(text);
      const hits = collect(plain, folded, false);
      const unmasked = bare && unmaskText(folded);
      if (bare && unmasked && unmasked !== folded) addNew(hits, collect(bare, unmasked, true));
      return hits.sort((a, b) => a.start - b.start || b.end - a.end || a.term - b.term);
    },
  };
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
  return at >= 0 && at < text.length && natureOf(text.charCodeAt(at)) === 'word';
}

interface Search {
  size: number;
  run(text: string, found: (term: number, from: number, to: number) => void): void;
}

/** Builds the automaton: a tree of all words, and from each node the way to the longest other beginning that it ends with. */
function openSearch(words: readonly string[]): Search {
  const total = words.reduce((sum, word) => sum + word.length, 1);
  const edges = openEdges(total);
  const endsHere = new Int32Array(total).fill(-1);
  const sameWord = new Int32Array(words.length).fill(-1);
  let nodes = 1;
  for (const [at, word] of words.entries()) {
    if (word === '') continue;
    let node = 0;
    for (let unit = 0; unit < word.length; unit++) {
      const next = edges.find(node, word.charCodeAt(unit));
      node = next > 0 ? next : edges.add(node, word.charCodeAt(unit), nodes++);
    }
    sameWord[at] = endsHere[node]!;
    endsHere[node] = at;
  }
  const { fallback, shorter } = linkNodes(edges, nodes, endsHere);
  const run: Search['run'] = (text, found) => {
    let node = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      let next = edges.find(node, unit);
      while (next < 0 && node > 0) next = edges.find((node = fallback[node]!), unit);
      node = Math.max(0, next);
      for (let end = endsHere[node]! < 0 ? shorter[node]! : node; end > 0; end = shorter[end]!) {
        for (let term = endsHere[end]!; term >= 0; term = sameWord[term]!)
          found(term, at + 1 - words[term]!.length, at + 1);
      }
    }
  };
  return { run, size: words.filter((word) => word !== '').length };
}

/** Breadth first: where to go on when nothing follows, and the next shorter word that ends at the same place. */
function linkNodes(edges: Edges, nodes: number, endsHere: Int32Array): { fallback: Int32Array; shorter: Int32Array } {
  const fallback = new Int32Array(nodes);
  const shorter = new Int32Array(nodes);
  for (const { from, unit, to } of edges.byDepth()) {
    let node = fallback[from]!;
    let next = from === 0 ? 0 : edges.find(node, unit);
    while (next < 0 && node > 0) next = edges.find((node = fallback[node]!), unit);
    fallback[to] = Math.max(0, next);
    shorter[to] = endsHere[fallback[to]]! >= 0 ? fallback[to] : shorter[fallback[to]]!;
  }
  return { fallback, shorter };
}

interface Edge {
  from: number;
  unit: number;
  to: number;
}

interface Edges {
  /** The node that an edge leads to, or -1. */
  find(from: number, unit: number): number;
  /** Adds an edge and returns where it leads. */
  add(from: number, unit: number, to: number): number;
  /** All edges, those nearer to the root first. */
  byDepth(): Edge[];
}

/** Edges in a table with open addressing, because a map for each node is slow and large; those of the root stand apart. */
function openEdges(most: number): Edges {
  const mask = 2 ** Math.ceil(Math.log2(2 * most + 2)) - 1;
  // Each slot is [from, unit, to, unused], so that one look into memory is enough.
  const slots = new Int32Array(4 * (mask + 1));
  const roots = new Int32Array(0x1_0000).fill(-1);
  const depths = [0];
  const added: Edge[] = [];
  const slotOf = (from: number, unit: number) => {
    const mixed = Math.imul(from, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (slots[4 * slot + 2] !== 0 && (slots[4 * slot] !== from || slots[4 * slot + 1] !== unit))
      slot = (slot + 1) & mask;
    return 4 * slot;
  };
  return {
    find: (from, unit) => (from === 0 ? roots[unit]! : slots[slotOf(from, unit) + 2]! || -1),
    add(from, unit, to) {
      depths[to] = depths[from]! + 1;
      added.push({ from, unit, to });
      if (from === 0) return (roots[unit] = to);
      slots.set([from, unit, to], slotOf(from, unit));
      return to;
    },
    byDepth: () => added.toSorted((a, b) => depths[a.to]! - depths[b.to]!),
  };
}
