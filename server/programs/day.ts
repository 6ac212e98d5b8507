/** Calendar days by which check-ins are counted: pure arithmetic on `YYYY-MM-DD`, and the day that a moment belongs to. */
import { localDay, shiftDay } from '../platform/clock.ts';
import type { DayWindow } from './definition.ts';

/** The day that a moment belongs to in a program, and whether its window is open at that moment. */
export interface ProgramDay {
  day: string;
  state: 'early' | 'open' | 'late';
}

/**
 * Reads a moment with the clocks of a zone. A window over midnight (20:00–02:00) belongs to the day on which it opens, so
 * 01:30 still counts for the day before.
 */
export function readDay(at: Date, zone: string, window: DayWindow): ProgramDay {
  const day = localDay(at, zone);
  const time = localTime(at, zone);
  const { from, to } = window;
  if (from < to) return { day, state: time < from ? 'early' : time < to ? 'open' : 'late' };
  if (time < to) return { day: shiftDay(day, -1), state: 'open' };
  return { day, state: time >= from ? 'open' : 'early' };
}

/** The time of day (`HH:MM`) of a moment in a zone. */
export function localTime(at: Date, zone: string): string {
  let format = timeFormats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    timeFormats.set(zone, format);
  }
  return format.format(at);
}

const timeFormats = new Map<string, Intl.DateTimeFormat>();

/** The first and the last day of a month `YYYY-MM`. */
export function monthEnds(month: string): { from: string; to: string } {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) };
}

/** The month `YYYY-MM` of a day. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}
