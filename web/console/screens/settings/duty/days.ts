// Local days of the roster: their names, and what stands under each of them.
import { dayKey } from '../../../../kit/format.ts';
import type { Roster } from '../../../data/duty.ts';

const dayMs = 86_400_000;

/** One day of the roster with what begins on it. */
export interface DutyDay {
  /** `YYYY-MM-DD` in the community's zone. */
  day: string;
  watches: Roster['watches'];
  gaps: Roster['gaps'];
  /** What holds instead of the pattern. */
  own: Roster['days'][number] | undefined;
}

/** So many days of the roster, from so many days after today. */
export function daysOf(roster: Roster, { after, count }: { after: number; count: number }): DutyDay[] {
  const { today, zone } = roster;
  // What began before today is still on today.
  const beginsOn = (start: string, day: string) => {
    const key = dayKey(start, zone);
    return key === day || (day === today && key < today);
  };
  return Array.from({ length: count }, (_, index) => {
    const day = shiftDay(today, after + index);
    return {
      day,
      watches: roster.watches.filter(({ start }) => beginsOn(start, day)),
      gaps: roster.gaps.filter(({ start }) => beginsOn(start, day)),
      own: roster.days.find((one) => one.day === day),
    };
  });
}

/** 周四, Thu. */
export function weekdayName(weekday: number, language: string): string {
  // 5 January 1970 was a Monday.
  return new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format((weekday + 3) * dayMs);
}

/** A calendar day as people say it: 11月19日 周四. */
export function sayDay(day: string, language: string): string {
  const format = { month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language, format).format(Date.parse(`${day}T00:00:00Z`));
}

function shiftDay(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * dayMs).toISOString().slice(0, 10);
}
