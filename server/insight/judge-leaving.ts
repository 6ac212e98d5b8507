/** When leaving is a wave and not the usual coming and going of this group. */

/** What a judgement rests on. */
export interface LeavingEvidence {
  day: string;
  leaves: number;
  /** Members who left per day in the four weeks before. */
  usualPerDay: number;
  members: number;
  /** How likely so many leave on a usual day. */
  chance: number;
}

const leastLeaves = 5;
/** One false alarm in a thousand days of a group. */
const unlikely = 0.001;
/** Nobody left in four weeks does not mean that nobody ever leaves. */
const leastRate = 1 / 28;

/** Whether so many left on a day that chance does not explain it. `leavesBefore` = leaves of the 28 days before. */
export function judgeLeaving(seen: {
  day: string;
  leaves: number;
  leavesBefore: number;
  members: number;
}): LeavingEvidence | null {
  const { day, leaves, leavesBefore, members } = seen;
  if (leaves < leastLeaves) return null;
  const usualPerDay = leavesBefore / 28;
  const chance = atLeast(leaves, Math.max(usualPerDay, leastRate));
  if (chance >= unlikely) return null;
  return { day, leaves, usualPerDay: Math.round(usualPerDay * 10) / 10, members, chance };
}

/** Probability of `count` or more events where `mean` are usual (Poisson). */
export function atLeast(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let below = 0;
  for (let events = 0; events < count; events++) {
    below += term;
    term *= mean / (events + 1);
  }
  return Math.max(0, 1 - below);
}
