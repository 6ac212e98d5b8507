/**
 * The automaton of Aho and Corasick over UTF-16 units: all places of all words in one pass over a text, however many words there
 * are. It compares units as they stand; folding is the caller's.
 */

/** Words that are ready to be looked for. */
export interface Search {
  /** How many words there are, empty ones left out. */
  size: number;
  /** Calls `found` for every place of every word, in the order of where they end. */
  run(text: string, found: (term: number, from: number, to: number) => void): void;
}

/** Words that are inserted, or nodes that are linked, before a pause: some milliseconds of work. */
const pieceSize = 2000;

/** Builds the automaton at once. */
export function openSearch(words: readonly string[]): Search {
  return finish(buildSearch(words));
}

/** Takes all steps of a building at once. */
export function finish<Built>(steps: Generator<void, Built>): Built {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Builds the automaton in steps: a tree of all words, and from each node the way to the longest other beginning that it ends with. */
export function* buildSearch(words: readonly string[]): Generator<void, Search> {
  const total = words.reduce((sum, word) => sum + word.length, 1);
  const edges = openEdges(total);
  const endsHere = new Int32Array(total).fill(-1);
  const sameWord = new Int32Array(words.length).fill(-1);
  let nodes = 1;
  for (const [at, word] of words.entries()) {
    if (at % pieceSize === pieceSize - 1) yield;
    if (word === '') continue;
    let node = 0;
    for (let unit = 0; unit < word.length; unit++) {
      const next = edges.find(node, word.charCodeAt(unit));
      node = next > 0 ? next : edges.add(node, word.charCodeAt(unit), nodes++);
    }
    sameWord[at] = endsHere[node]!;
    endsHere[node] = at;
  }
  const { fallback, shorter } = yield* linkNodes(edges, nodes, endsHere);
  // The words themselves are not kept: of a hundred thousand they are heavy.
  const lengths = Uint16Array.from(words, (word) => word.length);
  const find = edges.find;
  const run: Search['run'] = (text, found) => {
    let node = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      let next = find(node, unit);
      while (next < 0 && node > 0) next = find((node = fallback[node]!), unit);
      node = Math.max(0, next);
      for (let end = endsHere[node]! < 0 ? shorter[node]! : node; end > 0; end = shorter[end]!) {
        for (let term = endsHere[end]!; term >= 0; term = sameWord[term]!) found(term, at + 1 - lengths[term]!, at + 1);
      }
    }
  };
  return { run, size: lengths.filter((length) => length > 0).length };
}

/** Breadth first: where to go on when nothing follows, and the next shorter word that ends at the same place. */
function* linkNodes(
  edges: Edges,
  nodes: number,
  endsHere: Int32Array,
): Generator<void, { fallback: Int32Array; shorter: Int32Array }> {
  const fallback = new Int32Array(nodes);
  const shorter = new Int32Array(nodes);
  const { order, parents, units } = edges.byDepth(nodes);
  for (const [at, to] of order.entries()) {
    if (at % (4 * pieceSize) === 4 * pieceSize - 1) yield;
    const [from, unit] = [parents[to]!, units[to]!];
    let node = fallback[from]!;
    let next = from === 0 ? 0 : edges.find(node, unit);
    while (next < 0 && node > 0) next = edges.find((node = fallback[node]!), unit);
    fallback[to] = Math.max(0, next);
    shorter[to] = endsHere[fallback[to]]! >= 0 ? fallback[to] : shorter[fallback[to]]!;
  }
  return { fallback, shorter };
}

interface Edges {
  /** The node that an edge leads to, or -1. */
  find(from: number, unit: number): number;
  /** Adds an edge and returns where it leads; nodes are numbered in the order in which they are added. */
  add(from: number, unit: number, to: number): number;
  /** All nodes but the root, those nearer to it first, each with the edge that leads to it; what is needed only for this is forgotten. */
  byDepth(nodes: number): { order: Int32Array; parents: Int32Array; units: Uint16Array };
}

/** Edges in a table with open addressing, because a map for each node is slow and large; those of the root stand apart. */
function openEdges(most: number): Edges {
  const mask = 2 ** Math.ceil(Math.log2(2 * most + 2)) - 1;
  // Each slot is [from, unit, to, unused], so that one look into memory is enough.
  const slots = new Int32Array(4 * (mask + 1));
  const roots = new Int32Array(0x1_0000).fill(-1);
  let depths = new Uint16Array(most);
  let parents = new Int32Array(most);
  let units = new Uint16Array(most);
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
      parents[to] = from;
      units[to] = unit;
      if (from === 0) return (roots[unit] = to);
      const slot = slotOf(from, unit);
      slots[slot] = from;
      slots[slot + 1] = unit;
      slots[slot + 2] = to;
      return to;
    },
    byDepth(nodes) {
      const found = { order: sortByDepth(depths.subarray(1, nodes)), parents, units };
      [depths, parents, units] = [new Uint16Array(0), new Int32Array(0), new Uint16Array(0)];
      return found;
    },
  };
}

/** The numbers 1, 2, … of the given depths, the smallest depth first: sorted by counting, which is quick enough not to be cut. */
function sortByDepth(depths: Uint16Array): Int32Array {
  const deepest = depths.reduce((most, depth) => Math.max(most, depth), 0);
  const places = new Int32Array(deepest + 2);
  for (const depth of depths) places[depth + 1]!++;
  for (let depth = 1; depth < places.length; depth++) places[depth]! += places[depth - 1]!;
  const order = new Int32Array(depths.length);
  for (const [at, depth] of depths.entries()) order[places[depth]!++] = at + 1;
  return order;
}
