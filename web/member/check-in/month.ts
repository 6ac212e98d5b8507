// A month as a grid that begins on Monday. Days are texts (YYYY-MM-DD) of the community's own calendar: the device's zone has
// no say in them, so everything is reckoned in UTC.

/** The month before or after. */
export function shiftMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** The days of a month, and how many empty places stand before the first in a week that begins on Monday. */
export function gridOf(month: string): { before: number; days: string[] } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const weekday = new Date(Date.UTC(year, number - 1, 1)).getUTCDay();
  const days = Array.from({ length }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`);
  return { before: (weekday + 6) % 7, days };
}

/** 十一月 · November; with the year when it is not this one. */
export function monthName(month: string, { language, today }: { language: string; today: string }): string {
  const year = month.slice(0, 4) === today.slice(0, 4) ? undefined : ('numeric' as const);
  return new Intl.DateTimeFormat(language, { year, month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01`));
}

/** 11月14日 · November 14 */
export function dayName(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(new Date(day));
}

/** 周六 · Saturday */
export function weekdayName(day: string, language: string, width: 'short' | 'long' = 'long'): string {
  return new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' }).format(new Date(day));
}

/** The seven heads of the grid: 一 二 三 … · M T W … */
export function weekHeads(language: string): string[] {
  const monday = Date.UTC(2026, 10, 16);
  const format = new Intl.DateTimeFormat(language, { weekday: 'narrow', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, at) => format.format(new Date(monday + at * 86_400_000)));
}
