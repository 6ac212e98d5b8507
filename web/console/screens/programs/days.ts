// Calendar days as the community's clocks have them (`YYYY-MM-DD`), shown without any zone of the reader's.
import { useLanguage } from '../../../kit/i18n.ts';

/** A month with its days, laid out in weeks that begin on Monday. */
export interface MonthGrid {
  /** Empty places before the first day. */
  blank: number;
  days: string[];
}

/** Lays out a month `YYYY-MM`. */
export function layOutMonth(month: string): MonthGrid {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const blank = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
  return { blank, days: Array.from({ length: last }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`) };
}

/** The month so many months later, or earlier. */
export function shiftMonth(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** The day so many days later, or earlier. */
export function shiftDay(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}

/** Whether a text of the address is a day that exists. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** How days and months are said in the reader's language. */
export function useDayNames(): {
  day: (day: string) => string;
  withWeekday: (day: string) => string;
  month: (month: string) => string;
  weekdays: string[];
} {
  const language = useLanguage();
  const say = (day: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  const short = language === 'en' ? 'short' : 'long';
  return {
    day: (day) => say(day, { month: short, day: 'numeric' }),
    withWeekday: (day) => say(day, { month: short, day: 'numeric', weekday: 'short' }),
    month: (month) => say(`${month}-01`, { year: 'numeric', month: 'long' }),
    weekdays: Array.from({ length: 7 }, (_, at) => say(`2024-01-0${at + 1}`, { weekday: 'narrow' })),
  };
}
