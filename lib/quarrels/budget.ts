/**
 * When a heated window is worth calling somebody: an alarm that comes too often is not looked at. One in a group and week by default, a
 * second only when it is much hotter, or when somebody has dealt with the one before.
 */
import { alarmHeat } from './heat.ts';

/** An alarm that was raised for a group. */
export interface Told {
  /** Milliseconds. */
  at: number;
  heat: number;
  isSettled: boolean;
}

/** What a group may be told. */
export interface QuarrelBudget {
  /** Alarms in seven days; 0 = none. */
  perWeek: number;
  /** How often somebody has said "no quarrel" here. */
  lessons: number;
}

const week = 7 * 24 * 3_600_000;
/** Until then it is the same quarrel. */
const sameQuarrel = 60 * 60_000;
/** Much hotter, in log odds. */
const muchHotter = 1.5;
/** What one "no quarrel" adds to the threshold of its group, in log odds, and how many of them count. */
const lessonStep = 0.35;

/** So many lessons of a group count; more change nothing. */
export const mostLessons = 4;

/** From which heat on a group's quarrel is told, after so many lessons. */
export function thresholdOf(lessons: number): number {
  const odds = logOdds(alarmHeat) + lessonStep * Math.min(mostLessons, lessons);
  return 1 / (1 + Math.exp(-odds));
}

/** Whether this heat is told now; `told` are the alarms of the group, in any order. */
export function isWorthTelling(
  now: { heat: number; at: number },
  told: readonly Told[],
  { perWeek, lessons }: QuarrelBudget,
): boolean {
  if (perWeek === 0 || now.heat < thresholdOf(lessons)) return false;
  const recent = told.filter(({ at }) => at > now.at - week);
  const hottest = recent.reduce((most, { heat }) => Math.max(most, heat), 0);
  if (recent.length > 0 && logOdds(now.heat) >= logOdds(hottest) + muchHotter) return true;
  if (recent.some(({ at }) => at > now.at - sameQuarrel)) return false;
  return recent.length < perWeek || recent.every(({ isSettled }) => isSettled);
}

function logOdds(share: number): number {
  const bounded = Math.min(1 - 1e-9, Math.max(1e-9, share));
  return Math.log(bounded / (1 - bounded));
}
