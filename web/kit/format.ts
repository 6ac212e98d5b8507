// Times and numbers as people say them, through Intl only. Every function takes the language (and `now`), so that the
// same input always gives the same text; the zone is the device's unless one is given.

/** Where and how a time is read. */
export interface Reading {
  language: string;
  /** IANA zone; the device's by default. */
  zone?: string | undefined;
  now?: Date | undefined;
}

type When = string | Date;

/** 19:42 */
export function formatClock(when: When, { language, zone }: Reading): string {
  return use(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(toDate(when));
}

/** 明天 · 今天 · 昨天 · 周四 (within the last week) · 11月19日 · 2025年11月19日 */
export function formatDay(when: When, reading: Reading): string {
  const { language, zone, now = new Date() } = reading;
  const date = toDate(when);
  const days = dayNumber(now, zone) - dayNumber(date, zone);
  if (days >= -1 && days <= 1) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-days, 'day');
  if (days > 1 && days < 7)
    return use(language, { weekday: language === 'en' ? 'long' : 'short', timeZone: zone }).format(date);
  const sameYear = yearOf(date, zone) === yearOf(now, zone);
  return use(language, {
    year: sameYear ? undefined : 'numeric',
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    timeZone: zone,
  }).format(date);
}

/** 19:42 today, 昨天 19:42, 11月19日 19:42: for one line in a list. */
export function formatMoment(when: When, reading: Reading): string {
  const clock = formatClock(when, reading);
  const isToday = dayNumber(toDate(when), reading.zone) === dayNumber(reading.now ?? new Date(), reading.zone);
  return isToday ? clock : `${formatDay(when, reading)} ${clock}`;
}

/** 11月19日 周四: for headings. */
export function formatDate(when: When, { language, zone }: Reading): string {
  if (language === 'en')
    return use(language, { weekday: 'long', month: 'long', day: 'numeric', timeZone: zone }).format(toDate(when));
  const day = use(language, { month: 'long', day: 'numeric', timeZone: zone }).format(toDate(when));
  return `${day} ${use(language, { weekday: 'short', timeZone: zone }).format(toDate(when))}`;
}

/** Time left as a clock: 0:07, 12:30, 1:02:03. */
export function formatCountdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours = 0, minutes = 0, rest = 0] = parts;
  const tail = String(rest).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}

/** 137 · 1,284 · 1.2万 */
export function formatCount(count: number, language: string): string {
  const compact = count >= 10_000;
  return new Intl.NumberFormat(language, compact ? { notation: 'compact', maximumFractionDigits: 1 } : {}).format(
    count,
  );
}

/** The calendar day as a text that sorts and compares, e.g. 2026-11-19. */
export function dayKey(when: When, zone?: string): string {
  return use('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }).format(toDate(when));
}

/** Whole days from the calendar day of `from` to that of `to`. */
export function daysBetween(from: When, to: When, zone?: string): number {
  return dayNumber(toDate(to), zone) - dayNumber(toDate(from), zone);
}

function dayNumber(date: Date, zone: string | undefined): number {
  return Math.round(Date.parse(`${dayKey(date, zone)}T00:00:00Z`) / 86_400_000);
}

function yearOf(date: Date, zone: string | undefined): string {
  return dayKey(date, zone).slice(0, 4);
}

function toDate(when: When): Date {
  return typeof when === 'string' ? new Date(when) : when;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a DateTimeFormat costs more than using it a hundred times, and a chat shows hundreds of times. */
function use(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const kept = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, kept);
  return kept;
}
