/** Talk over time: messages, speakers and newcomers by day or week, over the whole log. */
import type { Pulse } from './diagnosis.ts';
import type { Frame } from './frame.ts';

/** Logs of at most so many days are shown by day. */
const DAYS_SHOWN = 120;

/** Counts of whole weeks that end with the windows; the last entry is the newest week. */
export interface Weeks {
  messages: number[];
  speakers: number[];
  /** Days of the week with any talk. */
  activeDays: number[];
  newcomers: number[];
  /** The first local day of the first week. */
  firstDay: number;
}

/** Counts the weeks of a group; the first week is the one that holds the first message. */
export function countWeeks(frame: Frame): Weeks {
  const firstDay = frame.calendar.dayOf(frame.all.at[0]!);
  const weeks = Math.max(1, Math.ceil((frame.endDay - firstDay) / 7));
  return countSteps(frame, { firstDay: frame.endDay - weeks * 7, step: 7, count: weeks });
}

/** The pulse as it is drawn. */
export function measurePulse(frame: Frame, weeks: Weeks): Pulse {
  const firstDay = frame.calendar.dayOf(frame.all.at[0]!);
  const days = frame.endDay - firstDay;
  const byDay = days <= DAYS_SHOWN;
  const series = byDay ? countSteps(frame, { firstDay, step: 1, count: days }) : weeks;
  const step = byDay ? 1 : 7;
  return {
    step: byDay ? 'day' : 'week',
    from: series.messages.map((_, at) => frame.calendar.dayName(series.firstDay + at * step)),
    messages: series.messages,
    speakers: series.speakers,
    newcomers: series.newcomers,
  };
}

function countSteps({ all, calendar }: Frame, shape: { firstDay: number; step: number; count: number }): Weeks {
  const { firstDay, step, count } = shape;
  const zeros = (): number[] => Array.from({ length: count }, () => 0);
  const weeks: Weeks = { messages: zeros(), speakers: zeros(), activeDays: zeros(), newcomers: zeros(), firstDay };
  const spokeIn = new Int32Array(all.people.length).fill(-1);
  let lastDay = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < all.count; row += 1) {
    const day = calendar.dayOf(all.at[row]!);
    const at = Math.floor((day - firstDay) / step);
    const author = all.author[row]!;
    weeks.messages[at]! += 1;
    if (day !== lastDay) weeks.activeDays[at]! += 1;
    lastDay = day;
    if (spokeIn[author] === at) continue;
    if (spokeIn[author] === -1) weeks.newcomers[at]! += 1;
    spokeIn[author] = at;
    weeks.speakers[at]! += 1;
  }
  return weeks;
}
