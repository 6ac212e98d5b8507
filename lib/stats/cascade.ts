/** Shapes of invitation or reply trees, given by each node's parent. */

/** What a forest looks like. Depth of a root is 0. */
export interface CascadeShape {
  trees: number;
  depth: number;
  /** Most nodes on one level of one tree. */
  breadth: number;
  /** Share of non-root nodes at depth 3 or more; `null` when there are only roots. */
  deepShare: number | null;
  /** Nodes by depth. */
  levels: Uint32Array;
}

/**
 * Structural virality: mean distance between all pairs of nodes of one tree (Wiener index over pairs; Goel et al. 2016), 1.8
 * for a star of ten, (n + 1)/3 for a chain. With several trees: the mean over pairs within the same tree. `parents[i]` is
 * the parent's index or −1. O(n) by subtree sizes Σ s(n − s). `null` when no tree has two nodes. Throws a RangeError on a ring.
 */
export function structuralVirality(parents: ArrayLike<number>): number | null {
  const order = orderFromRoots(parents);
  const sizes = new Float64Array(parents.length).fill(1);
  for (let i = order.length - 1; i >= 0; i--) {
    const parent = parents[order[i]!]!;
    if (parent >= 0) sizes[parent]! += sizes[order[i]!]!;
  }
  const whole = new Float64Array(parents.length);
  let distance = 0;
  let pairs = 0;
  for (const node of order) {
    const parent = parents[node]!;
    whole[node] = parent >= 0 ? whole[parent]! : sizes[node]!;
    if (parent >= 0) distance += sizes[node]! * (whole[node] - sizes[node]!);
    else pairs += (sizes[node]! * (sizes[node]! - 1)) / 2;
  }
  return pairs > 0 ? distance / pairs : null;
}

/** Depth, breadth and the share at depth ≥ 3 (10% in lasting against 1% in short-lived groups: Qiu et al. 2016). */
export function measureCascades(parents: ArrayLike<number>): CascadeShape {
  const depths = new Uint32Array(parents.length);
  const roots = new Uint32Array(parents.length);
  const levels: number[] = [];
  const perLevel = new Map<number, number>();
  let trees = 0;
  let breadth = 0;
  for (const node of orderFromRoots(parents)) {
    const parent = parents[node]!;
    if (parent < 0) trees++;
    roots[node] = parent < 0 ? node : roots[parent]!;
    const depth = parent < 0 ? 0 : depths[parent]! + 1;
    depths[node] = depth;
    levels[depth] = (levels[depth] ?? 0) + 1;
    const key = roots[node] * parents.length + depth;
    const here = (perLevel.get(key) ?? 0) + 1;
    perLevel.set(key, here);
    breadth = Math.max(breadth, here);
  }
  const below = parents.length - trees;
  const deep = levels.slice(3).reduce((total, count) => total + count, 0);
  return {
    trees,
    depth: Math.max(0, levels.length - 1),
    breadth,
    deepShare: below > 0 ? deep / below : null,
    levels: Uint32Array.from(levels),
  };
}

/** Nodes with every parent before its children. */
function orderFromRoots(parents: ArrayLike<number>): Uint32Array {
  const n = parents.length;
  const children = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const parent = parents[i]!;
    if (!(parent >= -1 && parent < n))
      throw new RangeError(`cascade: node ${i} has parent ${parent}; give −1 … ${n - 1}`);
    if (parent >= 0) children[parent]! += 1;
  }
  const waiting = Uint32Array.from(children);
  const order: number[] = [];
  for (let i = 0; i < n; i++) if (waiting[i] === 0) order.push(i);
  for (let at = 0; at < order.length; at++) {
    const parent = parents[order[at]!]!;
    if (parent >= 0 && --waiting[parent]! === 0) order.push(parent);
  }
  if (order.length < n) throw new RangeError('cascade: parents form a ring; break mutual invitations first');
  return Uint32Array.from(order.reverse());
}
