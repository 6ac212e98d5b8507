import { shiftDay } from '../platform/clock.ts';
import type { Pause } from './definition.ts';

/** What is kept of a person's days in a program. */
export interface Standing {
  /** All days that count. */
  days: number;
  /** Length of the last unbroken run. */
  run: number;
  /** The last day that counts; null = none yet. */
  lastDay: string | null;
  longest: number;
}

/** A person without any day. */
export const noStanding: Standing = { days: 0, run: 0, lastDay: null, longest: 0 };

/** The last day before `day` on which the program did not rest. */
export function playedBefore(day: string, pauses: readonly Pause[]): string {
  let before = shiftDay(day, -1);
  for (const { from, to } of pauses.toReversed())
    if (before >= from && (to === null || before <= to)) before = shiftDay(from, -1);
  return before;
}

/** The streak as of today: a run that ended before the last day of play is broken; today itself may still come. */
export function streakOf(
  standing: Pick<Standing, 'run' | 'lastDay'>,
  today: string,
  pauses: readonly Pause[] = [],
): number {
  return standing.lastDay !== null && standing.lastDay >= playedBefore(today, pauses) ? standing.run : 0;
}

/** Counts days, given in any order; what the store keeps must always be equal to this. */
export function countStanding(given: readonly string[], pauses: readonly Pause[] = []): Standing {
  const days = [...new Set(given)].sort();
  let longest = 0;
  let run = 0;
  days.forEach((day, at) => {
    run = at > 0 && days[at - 1] === playedBefore(day, pauses) ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  return { days: days.length, run, lastDay: days.at(-1) ?? null, longest };
}
