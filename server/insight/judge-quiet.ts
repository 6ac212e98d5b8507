/** When silence is unusual: each group is compared with its own rhythm of the last four weeks, never with others. */

/** What a judgement rests on; days are local calendar days. */
export interface QuietEvidence {
  lastDay: string;
  quietDays: number;
  /** The longest pause of the group in the weeks before, in days. */
  usualDays: number;
  activeDays: number;
}

/** Fewer days with talk than this say nothing about a rhythm. */
const leastActive = 8;
const shortest = 2;

/**
 * Whether a group has been silent for longer than it ever was in its last four weeks of talk. `activeDays` = days with messages
 * in the last eight weeks, ascending; today counts as silent only when it is over, so it is left out.
 */
export function judgeQuiet(activeDays: readonly string[], today: string): QuietEvidence | null {
  const lastDay = activeDays.at(-1);
  if (lastDay === undefined) return null;
  const quietDays = daysBetween(lastDay, today) - 1;
  const rhythm = activeDays.filter((day) => daysBetween(day, lastDay) < 28);
  if (rhythm.length < leastActive) return null;
  const pauses = rhythm.slice(1).map((day, at) => daysBetween(rhythm[at]!, day) - 1);
  const usualDays = Math.max(0, ...pauses);
  if (quietDays < shortest || quietDays <= usualDays) return null;
  return { lastDay, quietDays, usualDays, activeDays: rhythm.length };
}

/** Whole days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The calendar day so many days before another one. */
export function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}
