/** 思想者: opens topics, no questions, that draw several different people (metrics.md §2.1). */
import { Random } from '../../stats/random.ts';
import { mean, quantile } from '../../stats/summary.ts';
import { DAY } from '../calendar.ts';
import { hasTrait, TRAIT } from '../reading.ts';
import { KIND_NUMBER } from '../talk.ts';
import { INFORMATIVE } from '../value.ts';
import { groupRows, pickRows } from './role.ts';
import type { RoleFound, RoleInput, RoleRule } from './role.ts';

/** Weight of the group's mean in each person's. */
const SHRINKAGE = 5;
const MOST_COUNTED = 8;
const FEWEST_ROOTS = 5;
const SURE = 0.8;
const DRAWS = 200;
const RED_PACKET = KIND_NUMBER.get('red_packet');

/** Thinkers by the number of different people whom their topics drew within a day, shrunk to the group's mean. */
export const findThinkers: RoleRule = (input) => {
  const { frame, from } = input;
  const drawn = countDrawn(input);
  const roots = groupRows(from, frame.recent.count, (row) => (isIdea(input, row) ? frame.recent.author[row]! : -1));
  const people = [...roots].map(([person, rows]) => ({ person, rows, counts: Array.from(rows, (row) => drawn[row]!) }));
  const common = mean(people.flatMap(({ counts }) => counts));
  if (common === null) return [];
  const shrink = (counts: readonly number[]): number =>
    (counts.reduce((sum, one) => sum + one, 0) + SHRINKAGE * common) / (counts.length + SHRINKAGE);
  const mark = quantile(
    people.map(({ counts }) => shrink(counts)),
    0.75,
  )!;
  const most = Math.max(...people.map(({ counts }) => shrink(counts)), 1e-9);
  const random = new Random(`${frame.all.name}:thinker`);
  return people.map(({ person, rows, counts }): RoleFound => {
    const draws = Float64Array.from({ length: DRAWS }, () =>
      shrink(counts.map(() => counts[random.integer(counts.length)]!)),
    ).sort();
    const above = draws.filter((one) => one > mark).length / DRAWS;
    const enough = counts.length >= FEWEST_ROOTS;
    const repliers = shrink(counts);
    return {
      person,
      role: 'thinker',
      state: enough && above >= SURE ? 'assigned' : 'insufficient',
      score: repliers / most,
      ci95: [draws[Math.floor(DRAWS * 0.025)]! / most, draws[Math.floor(DRAWS * 0.975)]! / most],
      n: counts.length,
      ...(enough
        ? above >= SURE
          ? {}
          : { reason: 'not_significant' as const }
        : { reason: 'too_few_messages' as const }),
      provisional: true,
      ...(frame.links.trusted ? {} : { estimated: true as const }),
      parts: { roots: counts.length, distinctRepliers: repliers, sureness: above, groupMean: common },
      rows: pickRows(rows, (row) => drawn[row]!),
    };
  });
};

function isIdea({ frame }: RoleInput, row: number): boolean {
  const { links, reading, values, recent } = frame;
  if (links.thread[row] !== row || values.intrinsic[row]! < INFORMATIVE || recent.kindOf[row] === RED_PACKET)
    return false;
  return !hasTrait(reading, row, TRAIT.question | TRAIT.advertising | TRAIT.chain | TRAIT.greeting | TRAIT.duplicate);
}

/** For each root the different others in its thread within a day, at most eight; 收到 and thanks count for nobody. */
function countDrawn({ frame, from }: RoleInput): Uint8Array {
  const { recent, links, reading } = frame;
  const counts = new Uint8Array(recent.count);
  /** The people counted for each root, eight places each, in the order in which roots drew their first. */
  const places = new Int32Array(recent.count).fill(-1);
  const seen: number[] = [];
  for (let row = from; row < recent.count; row += 1) {
    const root = links.thread[row]!;
    if (root === row || root < from || recent.author[root] === recent.author[row]) continue;
    if (
      recent.at[row]! - recent.at[root]! > DAY ||
      hasTrait(reading, row, TRAIT.acknowledgement | TRAIT.chain | TRAIT.echo)
    )
      continue;
    if (places[root] === -1) {
      places[root] = seen.length;
      for (let place = 0; place < MOST_COUNTED; place += 1) seen.push(-1);
    }
    let place = places[root]!;
    const end = place + MOST_COUNTED;
    while (place < end && seen[place] !== -1 && seen[place] !== recent.author[row]) place += 1;
    if (place === end || seen[place] !== -1) continue;
    seen[place] = recent.author[row]!;
    counts[root]! += 1;
  }
  return counts;
}
