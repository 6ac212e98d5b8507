/** Survival of the groups of one log (metrics.md §6.3): only logs with many groups tell, and they tell of groups that were kept. */
import { kaplanMeier, survivalAt, survivalInterval } from '../stats/kaplan-meier.ts';
import { DAY } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import type { Diagnosis } from './diagnosis.ts';
import { give, lack } from './results.ts';
import { quietThreshold } from '../stats/growth.ts';
import type { Talk } from './talk.ts';

const FEWEST_GROUPS = 10;
const SHOWN_DAY = 30;

/** `life.km` over the groups of the log. */
export function measurePortfolio(
  talks: readonly Talk[],
  { calendar, now }: { calendar: Calendar; now: number },
): Diagnosis['portfolio'] {
  const end = { windowEnd: calendar.dayName(calendar.dayOf(now) + 1) };
  const spoken = talks.filter(({ count, kind }) => count >= 2 && kind !== 'private');
  const n = spoken.length;
  if (n < FEWEST_GROUPS) {
    return {
      groups: talks.length,
      metrics: { 'life.km': lack(end, 'life.km', { reason: 'no_portfolio', n }) },
      survival: null,
    };
  }
  const lives = spoken.map(({ at, count }) => {
    const gaps = new Float64Array(count - 1);
    for (let row = 0; row < gaps.length; row += 1) gaps[row] = (at[row + 1]! - at[row]!) / DAY;
    const silent = (now - at[count - 1]!) / DAY;
    return { days: (at[count - 1]! - at[0]!) / DAY, dead: silent > (quietThreshold(gaps) ?? 7) };
  });
  const curve = kaplanMeier({ durations: lives.map(({ days }) => days), events: lives.map(({ dead }) => dead) });
  const alive = survivalAt(curve, SHOWN_DAY);
  return {
    groups: talks.length,
    metrics: {
      'life.km':
        alive === null
          ? lack(end, 'life.km', { reason: 'too_short_history', n })
          : give(end, 'life.km', {
              value: alive,
              n,
              ci95: survivalInterval(curve, SHOWN_DAY),
              parts: { day: SHOWN_DAY },
            }),
    },
    survival: {
      unit: 'days',
      x: [0, ...curve.times],
      y: [1, ...curve.survival],
      low: [1, ...curve.lower],
      high: [1, ...curve.upper],
      n: curve.n,
      events: curve.eventCount,
    },
  };
}
