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
  // First units come first: that a node is one of them is told by its number alone.
  for (const word of words)
    if (word !== '' && edges.find(0, word.charCodeAt(0)) < 0) edges.add(0, word.charCodeAt(0), nodes++);
  const lastFirst = nodes - 1;
  const pairs = openPairs(words);
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
  // From here on: the longest word that ends at a node, as a node; 0 when none does.
  const longest = shorter.map((other, node) => (endsHere[node]! < 0 ? other : node));
  // The words themselves are not kept: of a hundred thousand they are heavy.
  const lengths = Uint16Array.from(words, (word) => word.length);
  const { find, roots } = edges;
  const run: Search['run'] = (text, found) => {
    let [node, before] = [0, 0];
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      // Mostly a way ends after its first unit, and a bit tells so; what was begun then is begun anew.
      let next = node <= lastFirst && (node === 0 || !pairs.mayHave(before, unit)) ? roots[unit]! : find(node, unit);
      while (next < 0 && node > lastFirst) next = find((node = fallback[node]!), unit);
      if (next < 0 && node > 0) next = roots[unit]!;
      before = unit;
      node = next < 0 ? 0 : next;
      for (let end = longest[node]!; end > 0; end = shorter[end]!) {
        for (let term = endsHere[end]!; term >= 0; term = sameWord[term]!) found(term, at + 1 - lengths[term]!, at + 1);
      }
    }
  };
  return { run, size: lengths.filter((length) => length > 0).length };
}

interface Pairs {
  /** Whether a word may begin with these two units; now and then yes where none does, never no where one does. */
  mayHave(first: number, second: number): boolean;
}

const bitsEach = 8;

/** How words begin, a bit for each hash of two units: small enough to stay in fast memory. */
function openPairs(words: readonly string[]): Pairs {
  const bits = Math.max(10, Math.ceil(Math.log2(bitsEach * words.length + 1)));
  const set = new Uint32Array(2 ** bits / 32);
  const shift = 32 - bits;
  const placeOf = (first: number, second: number) =>
    Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b) >>> shift;
  for (const word of words) {
    if (word.length < 2) continue;
    const place = placeOf(word.charCodeAt(0), word.charCodeAt(1));
    set[place >>> 5]! |= 1 << (place & 31);
  }
  return {
    mayHave: (first, second) => {
      const place = placeOf(first, second);
      return (set[place >>> 5]! & (1 << (place & 31))) !== 0;
    },
  };
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
  /** Where the edges of the root lead, by unit, or -1. */
  roots: Int32Array;
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
    roots,
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
