/** The only source of the present time, so that tests can set it. */
export interface Clock {
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved. */
export interface FakeClock extends Clock {
  set(at: Date | string): void;
  /** Moves forward by milliseconds. */
  advance(milliseconds: number): void;
}

/** Makes a clock for tests that starts at `at`. */
export function fakeClock(at: Date | string): FakeClock {
  let present = new Date(at).getTime();
  return {
    now: () => new Date(present),
    set: (next) => void (present = new Date(next).getTime()),
    advance: (milliseconds) => void (present += milliseconds),
  };
}

/** The calendar day (`YYYY-MM-DD`) of a moment in an IANA time zone; throws RangeError for an unknown zone. */
export function localDay(at: Date, zone: string): string {
  let known = zones.get(zone);
  if (!known) {
    const format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    known = { format, quarter: NaN, day: '' };
    zones.set(zone, known);
  }
  // Since 1980 every zone is whole quarters of an hour from Greenwich, so no day ends within one: what is asked for each
  // message of the last minutes is formatted once.
  const quarter = Math.floor(at.getTime() / quarterMs);
  if (quarter !== known.quarter || quarter < quartersKept) {
    known.day = known.format.format(at);
    known.quarter = quarter;
  }
  return known.day;
}

const quarterMs = 900_000;
const quartersKept = Date.UTC(1980, 0) / quarterMs;
const zones = new Map<string, { format: Intl.DateTimeFormat; quarter: number; day: string }>();

/** The first moment of a calendar day (`YYYY-MM-DD`) in a time zone. */
export function startOfLocalDay(day: string, zone: string): Date {
  // No zone is further than a day from Greenwich; halving finds the change of day to the millisecond, whatever the clocks did.
  let before = Date.parse(day) - 86_400_000;
  let after = Date.parse(day) + 86_400_000;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (localDay(new Date(middle), zone) >= day) after = middle;
    else before = middle;
  }
  return new Date(after);
}

/** The day so many days later, or earlier. */
export function shiftDay(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}

/** The Monday of the week of a day. */
export function weekStart(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return shiftDay(day, -((weekday + 6) % 7));
}
