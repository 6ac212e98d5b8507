/**
 * Times as exports write them. A wall-clock time is kept "as if it were UTC" until somebody names its zone;
 * placing it in a zone is done here and nowhere else.
 */
import { HistoryError } from './errors.ts';

export interface WallParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second?: number;
  millisecond?: number;
}

const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The wall-clock time in milliseconds, or nothing when the parts are no date. */
export function makeWallTime(parts: WallParts): number | undefined {
  const { year, month, day, hour, minute, second = 0, millisecond = 0 } = parts;
  if (month < 1 || month > 12 || day < 1 || day > (MONTH_DAYS[month - 1] ?? 0)) return undefined;
  if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return undefined;
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const at = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  return Number.isNaN(at) ? undefined : at;
}

/** The hour of the day from a 12-hour clock; `undefined` half means that the clock has 24 hours. */
export function readHour(hour: number, half: 'am' | 'pm' | undefined): number {
  if (half === undefined || hour > 12) return hour;
  if (half === 'am') return hour === 12 ? 0 : hour;
  return hour === 12 ? 12 : hour + 12;
}

const MORNING = /^(?:a\.? ?m\.?|上午|凌晨|早上|清晨|午前|오전|पूर्वाह्न|ص|öö|sa)$/iu;
const EVENING = /^(?:p\.? ?m\.?|下午|晚上|傍晚|午后|午後|오후|अपराह्न|م|ös|ch)$/iu;

/** Reads a mark such as `a. m.`, `PM`, `下午`; 中午 is the hour around noon. */
export function readHalf(mark: string | undefined, hour: number): 'am' | 'pm' | undefined {
  const plain = mark?.replace(/[\s\u00a0\u202f]+/gu, ' ').trim();
  if (!plain) return undefined;
  if (plain === '中午') return hour >= 11 ? (hour === 11 ? 'am' : 'pm') : 'pm';
  if (MORNING.test(plain)) return 'am';
  if (EVENING.test(plain)) return 'pm';
  return undefined;
}

const LOCAL =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/u;

/** Reads `2026-01-02T09:00:00+08:00`, `2026/1/2 9:00` and their like; the zone is known only when written. */
export function readIsoTime(text: string): { at: number; zoneKnown: boolean } | undefined {
  const found = LOCAL.exec(text.trim());
  if (!found) return undefined;
  const at = makeWallTime({
    year: Number(found[1]),
    month: Number(found[2]),
    day: Number(found[3]),
    hour: Number(found[4] ?? 0),
    minute: Number(found[5] ?? 0),
    second: Number(found[6] ?? 0),
    millisecond: found[7] === undefined ? 0 : Math.floor(Number(`0.${found[7]}`) * 1000),
  });
  if (at === undefined) return undefined;
  const zone = found[8];
  if (zone === undefined) return { at, zoneKnown: false };
  if (zone === 'Z' || zone === 'UTC') return { at, zoneKnown: true };
  const digits = zone.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return { at: at - (zone.startsWith('-') ? -1 : 1) * minutes * 60_000, zoneKnown: true };
}

/** Reads a number of seconds, milliseconds or microseconds since 1970, told apart by size. */
export function readEpoch(value: number): number | undefined {
  if (!Number.isFinite(value) || value <= 0) return undefined;
  if (value < 1e11) return Math.round(value * 1000);
  if (value < 1e14) return Math.round(value);
  if (value < 1e17) return Math.round(value / 1000);
  return undefined;
}

/** A function that moves wall-clock times of one zone to UTC. */
export type ZonePlacer = (wall: number) => number;

/** Makes the placer of an IANA zone; an hour that a clock change skipped or repeated takes the earlier offset. */
export function makeZonePlacer(zone: string): ZonePlacer {
  const offsetAt = makeOffsetReader(zone);
  return (wall) => {
    const first = wall - offsetAt(wall);
    return wall - offsetAt(first);
  };
}

function makeOffsetReader(zone: string): (at: number) => number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    throw new HistoryError('zone_unknown', { detail: zone });
  }
  const known = new Map<number, number>();
  return (at) => {
    // Clock changes happen on quarter hours, so one look per quarter is exact.
    const quarter = Math.floor(at / 900_000);
    let offset = known.get(quarter);
    if (offset === undefined) {
      const name = format.formatToParts(quarter * 900_000).find((part) => part.type === 'timeZoneName')?.value ?? '';
      const found = /([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(name);
      const seconds = found ? Number(found[2]) * 3600 + Number(found[3]) * 60 + Number(found[4] ?? 0) : 0;
      offset = (found?.[1] === '-' ? -1 : 1) * seconds * 1000;
      if (known.size > 50_000) known.clear();
      known.set(quarter, offset);
    }
    return offset;
  };
}
