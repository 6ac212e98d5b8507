/**
 * Who gets the treatment: matching groups into pairs, drawing within pairs, and going through all the assignments that a
 * design could have drawn.
 */
import { Random } from './random.ts';
import { orderOf } from './summary.ts';

/**
 * Pairs groups that lie next to each other in `scores` (e.g. the metric before): pair number of each group. With an odd
 * number the last three form one block.
 */
export function matchPairs(scores: ArrayLike<number>): Uint32Array {
  const order = orderOf(scores);
  const pairs = new Uint32Array(scores.length);
  const count = Math.max(1, Math.floor(order.length / 2));
  order.forEach((group, place) => (pairs[group] = Math.min(count - 1, Math.floor(place / 2))));
  return pairs;
}

/** Draws which groups are treated: half of each block (the odd one by lot); one block when none are given. */
export function assignTreatment(blocks: ArrayLike<number>, seed: number | string): Uint8Array {
  const random = new Random(seed);
  const treated = new Uint8Array(blocks.length);
  for (const members of groupByBlock(blocks, blocks.length)) {
    const half = members.length / 2;
    const count = Number.isInteger(half) ? half : Math.floor(half) + random.integer(2);
    for (const group of random.shuffle(members).slice(0, count)) treated[group] = 1;
  }
  return treated;
}

/** How assignments are to be drawn. */
export interface AssignmentOptions {
  /** Treatment was drawn within these; without them over all groups. */
  blocks?: ArrayLike<number>;
  seed: number | string;
  limit: number;
}

/**
 * Assignments with as many treated in each block as there really were: all of them when they are no more than `limit`
 * (`exact`), else `limit` drawn at random. Each is 0/1 per group.
 */
export function drawAssignments(
  treated: ArrayLike<number | boolean>,
  options: AssignmentOptions,
): { assignments: Uint8Array[]; exact: boolean } {
  const blocks = groupByBlock(options.blocks, treated.length).map((members) => ({
    members,
    count: members.filter((group) => treated[group]).length,
  }));
  const total = blocks.reduce((product, { members, count }) => product * choose(members.length, count), 1);
  if (total <= options.limit) return { assignments: enumerate(blocks, treated.length), exact: true };
  const random = new Random(options.seed);
  const assignments = Array.from({ length: options.limit }, () => {
    const drawn = new Uint8Array(treated.length);
    for (const { members, count } of blocks) {
      // The first `count` steps of a shuffle are a draw without replacement.
      for (let i = 0; i < count; i++) {
        const j = i + random.integer(members.length - i);
        const held = members[i]!;
        members[i] = members[j]!;
        members[j] = held;
        drawn[members[i]!] = 1;
      }
    }
    return drawn;
  });
  return { assignments, exact: false };
}

interface Block {
  members: number[];
  count: number;
}

function enumerate(blocks: readonly Block[], groups: number): Uint8Array[] {
  let partial = [new Uint8Array(groups)];
  for (const { members, count } of blocks) {
    const choices = combinations(members, count);
    partial = partial.flatMap((base) =>
      choices.map((choice) => {
        const next = Uint8Array.from(base);
        for (const group of choice) next[group] = 1;
        return next;
      }),
    );
  }
  return partial;
}

function combinations(members: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  if (count > members.length) return [];
  const [first, ...rest] = members;
  return [...combinations(rest, count - 1).map((choice) => [first!, ...choice]), ...combinations(rest, count)];
}

function choose(n: number, k: number): number {
  let product = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) product = (product * (n - i + 1)) / i;
  return Math.round(product);
}

function groupByBlock(blocks: ArrayLike<number> | undefined, size: number): number[][] {
  const byBlock = new Map<number, number[]>();
  for (let group = 0; group < size; group++) {
    const block = blocks?.[group] ?? 0;
    const members = byBlock.get(block);
    if (members) members.push(group);
    else byBlock.set(block, [group]);
  }
  return [...byBlock.values()];
}
