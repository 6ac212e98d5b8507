/**
 * Where a group stands in its life (metrics.md §6.2, §6.3): the stage by weekly speakers (Theil–Sen slope, Mann–Kendall), and the length
 * of silence that is unusual for this very group.
 */
import { quietThreshold } from '../stats/growth.ts';
import { quantile } from '../stats/summary.ts';
import { mannKendall, theilSen } from '../stats/trend.ts';
import { DAY } from './calendar.ts';
import type { Lifecycle, Stage } from './diagnosis.ts';
import { forecastQuiet } from './forecast.ts';
import type { Frame } from './frame.ts';
import type { Weeks } from './pulse.ts';
import { give, lack } from './results.ts';
import type { Results } from './results.ts';

const TREND_WEEKS = 6;
const TREND_P = 0.1;
const TREND_SPEAKERS = 3;
const NEW_DAYS = 14;
const NEW_WEEKS = 4;
const MATURE_SPEAKERS = 5;
/** From this chance of silence within 30 days on, nothing is called steady [D]. */
const LIKELY = 0.5;

/** All `life.*` with the lifecycle itself. */
export function measureLifecycle(frame: Frame, weeks: Weeks): { results: Results; lifecycle: Lifecycle } {
  const threshold = findThreshold(frame);
  const quietDays = Math.max(0, (frame.now - frame.all.at[frame.all.count - 1]!) / DAY);
  const trend = readTrend(weeks.speakers);
  const forecast = forecastQuiet(frame, { weeks, thresholdDays: threshold?.days ?? null, quietDays });
  const breakDays = findBreak(frame, threshold?.days ?? null);
  const doubtful = breakDays !== null || (forecast.within30.value ?? 0) >= LIKELY;
  const stage = findStage(frame, weeks, { dead: threshold !== null && quietDays > threshold.days, doubtful });
  const gaps = frame.all.count - 1;
  return {
    results: {
      'life.stage':
        stage === null
          ? lack(frame, 'life.stage', { reason: 'too_few_messages', n: weeks.speakers.length })
          : give<string>(frame, 'life.stage', {
              value: stage,
              n: weeks.speakers.length,
              parts: { slope: trend?.slope ?? null, p: trend?.p ?? null, quietDays },
            }),
      'life.D': threshold
        ? give(frame, 'life.D', { value: threshold.days, n: gaps, parts: { gap99: threshold.gap99 } })
        : lack(frame, 'life.D', { reason: 'too_few_gaps', n: gaps }),
      'life.pDead30': forecast.within30,
      'life.pDead90': forecast.within90,
    },
    lifecycle: {
      stage,
      ...(stage === null ? { reason: 'too_few_messages' as const } : {}),
      slope: trend?.slope ?? null,
      slopeCi95: trend?.interval ?? null,
      trendP: trend?.p ?? null,
      quietThresholdDays: threshold?.days ?? null,
      quietDays,
      breakDays,
      quietWithin30: forecast.within30,
      quietWithin90: forecast.within90,
      forecast: forecast.curve,
      medianDays: forecast.medianDays,
      medianDaysCi95: forecast.medianDaysCi95,
    },
  };
}

/** The smallest D with P(gap > D) ≤ 1% by the group's own gaps, at least seven days. */
function findThreshold({ all }: Frame): { days: number; gap99: number } | null {
  const gaps = new Float64Array(Math.max(0, all.count - 1));
  for (let row = 0; row < gaps.length; row += 1) gaps[row] = (all.at[row + 1]! - all.at[row]!) / DAY;
  const days = quietThreshold(gaps);
  return days === null ? null : { days, gap99: quantile(gaps, 0.99)! };
}

/**
 * The longest silence beyond the threshold within the weeks of the trend, though somebody spoke again; null for none. Whoever reads
 * such a log cannot tell a group that stops and starts from days that were not exported.
 */
function findBreak({ all }: Frame, thresholdDays: number | null): number | null {
  if (thresholdDays === null) return null;
  const since = all.at[all.count - 1]! - TREND_WEEKS * 7 * DAY;
  let longest = 0;
  for (let row = all.count - 1; row > 0 && all.at[row]! >= since; row -= 1) {
    longest = Math.max(longest, (all.at[row]! - all.at[row - 1]!) / DAY);
  }
  return longest > thresholdDays ? longest : null;
}

interface Trend {
  slope: number;
  interval: [number, number];
  p: number;
}

/** The change of log(speakers + 1) per week over six weeks. */
function readTrend(speakers: readonly number[]): Trend | null {
  const last = speakers.slice(-TREND_WEEKS).map((one) => Math.log(one + 1));
  const line = last.length < TREND_WEEKS ? null : theilSen(last);
  const test = mannKendall(last);
  return line && test ? { slope: line.slope, interval: line.interval, p: test.p } : null;
}

interface Signs {
  dead: boolean;
  /** A break in the weeks of the trend, or a silence more likely than not: neither steady nor growing. */
  doubtful: boolean;
}

function findStage(frame: Frame, weeks: Weeks, { dead, doubtful }: Signs): Stage | null {
  if (frame.all.count < 2) return null;
  if (dead) return 'dead';
  const ageDays = (frame.now - frame.all.at[0]!) / DAY;
  const activeWeeks = weeks.speakers.filter((one) => one > 0).length;
  if (ageDays < NEW_DAYS || activeWeeks < NEW_WEEKS) return 'new';
  // One or two people a week are too few for a trend of a group.
  if (Math.max(...weeks.speakers.slice(-TREND_WEEKS)) < TREND_SPEAKERS) return 'unclear';
  const now = readTrend(weeks.speakers);
  const before = readTrend(weeks.speakers.slice(0, -1));
  if (now && now.p < TREND_P && now.slope > 0) return doubtful ? 'unclear' : 'growing';
  const falls = (trend: Trend | null): boolean => trend !== null && trend.slope < 0 && trend.p < TREND_P;
  // Two evaluations in a row, so that one holiday week is no decline.
  if (falls(now) && (falls(before) || weeks.speakers.length === TREND_WEEKS)) return 'declining';
  return (weeks.speakers.at(-1) ?? 0) >= MATURE_SPEAKERS && !doubtful ? 'mature' : 'unclear';
}
