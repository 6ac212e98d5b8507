/** Local days, hours and midnights of one zone, cheap enough to be asked for every message. */

const HOUR = 3_600_000;
/** Milliseconds of a day without a change of clocks. */
export const DAY = 24 * HOUR;

/** Tells the local day and hour of a moment. Days are counted from 1970-01-01 local, weekdays from Monday = 0. */
export interface Calendar {
  zone: string;
  dayOf(at: number): number;
  hourOf(at: number): number;
  weekdayOf(day: number): number;
  /** The moment at which a local day begins. */
  midnight(day: number): number;
  /** `YYYY-MM-DD`. */
  dayName(day: number): string;
}

/** Makes the calendar of an IANA zone; an unknown zone throws a RangeError. */
export function makeCalendar(zone: string): Calendar {
  const offsetAt = makeOffsets(zone);
  const dayOf = (at: number): number => Math.floor((at + offsetAt(at)) / DAY);
  return {
    zone,
    dayOf,
    hourOf: (at) => Math.floor((at + offsetAt(at)) / HOUR) % 24,
    weekdayOf: (day) => (((day + 3) % 7) + 7) % 7,
    midnight(day) {
      const wall = day * DAY;
      const first = wall - offsetAt(wall);
      return wall - offsetAt(first);
    },
    dayName: (day) => new Date(day * DAY).toISOString().slice(0, 10),
  };
}

/** The offset of a zone in milliseconds: asked twice per day of UTC, per quarter of an hour on days when clocks change. */
function makeOffsets(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const days = new Map<number, number | null>();
  const read = (at: number): number => {
    const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
    const found = /([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(name);
    const seconds = found ? Number(found[2]) * 3600 + Number(found[3]) * 60 + Number(found[4] ?? 0) : 0;
    return (found?.[1] === '-' ? -1 : 1) * seconds * 1000;
  };
  return (at) => {
    const day = Math.floor(at / DAY);
    let offset = days.get(day);
    if (offset === undefined) {
      const begin = read(day * DAY);
      offset = begin === read((day + 1) * DAY) ? begin : null;
      days.set(day, offset);
    }
    return offset ?? read(Math.floor(at / 900_000) * 900_000);
  };
}
