/**
 * Who is on duty when: the weekly pattern, single days and leave laid out as watches with moments. Pure. Moments come from local days and
 * minutes, so a watch from 22:00 to 06:00 is seven or nine hours long in the nights in which the clocks change.
 */
import { makeZonePlacer } from '../../lib/history/clock.ts';
import { localDay, shiftDay } from '../platform/clock.ts';

/** A span of a day with who watches; `to` at or before `from` is on the next day. */
export interface Shift {
  /** Minutes since local midnight. */
  from: number;
  to: number;
  operatorIds: string[];
}

/** A shift of every week. */
export interface WeekShift extends Shift {
  /** 1 = Monday … 7 = Sunday: the day on which it begins. */
  weekday: number;
}

/** What holds on one day instead of the pattern; without shifts nobody has to be there. */
export interface DayPlan {
  day: string;
  shifts: Shift[];
  note: string;
}

/** Somebody is away, both days included. */
export interface Absence {
  userId: string;
  from: string;
  to: string;
  deputyId: string | null;
}

/** Everything that says who is on duty. */
export interface Plan {
  zone: string;
  shifts: readonly WeekShift[];
  days: readonly DayPlan[];
  absences: readonly Absence[];
  /** When somebody should be there each day. */
  cover: { from: number; to: number };
  /** Who can be on duty at all. */
  team: ReadonlySet<string>;
}

/** A stretch of time with the same people, in milliseconds. */
export interface Watch {
  start: number;
  end: number;
  /** Who is really there, deputies included. */
  on: string[];
  /** Who stands in the pattern but is not there, and who is instead. */
  away: { userId: string; deputyId: string | null }[];
  /** The shift it is a part of: two watches with the same are one shift. */
  shift: string;
}

/** A time in which somebody should be there and nobody is. */
export interface Gap {
  start: number;
  end: number;
  /** Who would be there but is away without a deputy. */
  away: string[];
}

/** A time in which two shifts are on for longer than a hand-over takes. */
export interface Overlap {
  start: number;
  end: number;
  userIds: string[];
}

const handOverMs = 30 * 60_000;

/** The watches that touch so many days from `day` on, in order. */
export function layOutWatches(plan: Plan, { day, days }: { day: string; days: number }): Watch[] {
  const place = placerOf(plan.zone);
  const window = { start: place(day, 0), end: place(shiftDay(day, days), 0) };
  const cuts = plan.absences.flatMap(({ from, to }) => [place(from, 0), place(shiftDay(to, 1), 0)]);
  const watches: Watch[] = [];
  // Yesterday's night may reach into the first day.
  for (let at = -1; at < days; at += 1) {
    const date = shiftDay(day, at);
    for (const [index, shift] of shiftsOf(plan, date).entries()) {
      const { start, end } = placeSpan(place, date, shift);
      const borders = [start, ...cuts.filter((cut) => cut > start && cut < end), end].sort((one, other) => one - other);
      for (const [step, from] of borders.slice(0, -1).entries()) {
        const to = borders[step + 1]!;
        if (to <= from || to <= window.start || from >= window.end) continue;
        watches.push({
          start: from,
          end: to,
          shift: `${date} ${index}`,
          ...staff(plan, shift, localDay(new Date(from), plan.zone)),
        });
      }
    }
  }
  return watches.sort((one, other) => one.start - other.start || one.end - other.end);
}

/** When nobody is there though somebody should be, from `now` on. */
export function findGaps(plan: Plan, { day, days, now }: { day: string; days: number; now: number }): Gap[] {
  if (plan.shifts.length === 0 && plan.days.every(({ shifts }) => shifts.length === 0)) return [];
  const place = placerOf(plan.zone);
  const watches = layOutWatches(plan, { day, days: days + 1 });
  const end = place(shiftDay(day, days), 0);
  const wanted: { start: number; end: number }[] = [];
  for (let at = -1; at < days; at += 1) {
    const date = shiftDay(day, at);
    if (plan.days.some((one) => one.day === date && one.shifts.length === 0)) continue;
    const span = placeSpan(place, date, plan.cover);
    const start = Math.max(span.start, now);
    const stop = Math.min(span.end, end);
    const last = wanted.at(-1);
    if (stop <= start) continue;
    if (last && last.end >= start) last.end = stop;
    else wanted.push({ start, end: stop });
  }
  return wanted.flatMap((span) => subtract(span, watches));
}

/** When two shifts are on together for longer than a hand-over takes. */
export function findOverlaps(watches: readonly Watch[]): Overlap[] {
  const found: Overlap[] = [];
  for (const [index, one] of watches.entries()) {
    for (const other of watches.slice(index + 1)) {
      if (other.start >= one.end) break;
      const end = Math.min(one.end, other.end);
      if (one.shift === other.shift || one.on.length === 0 || other.on.length === 0) continue;
      if (end - other.start > handOverMs)
        found.push({ start: other.start, end, userIds: [...new Set([...one.on, ...other.on])] });
    }
  }
  return found;
}

/** Who is there at a moment. */
export function whoIsOn(watches: readonly Watch[], now: number): string[] {
  return [...new Set(watches.flatMap(({ start, end, on }) => (start <= now && now < end ? on : [])))];
}

/** Who stands in for somebody on a day; null = they are there themselves, or nobody does. A deputy who is away has a deputy, too. */
export function findStandIn(plan: Pick<Plan, 'absences' | 'team'>, userId: string, day: string): string | null {
  const seen = new Set([userId]);
  let absence = absenceOf(plan, userId, day);
  while (absence?.deputyId) {
    const { deputyId } = absence;
    if (seen.has(deputyId) || !plan.team.has(deputyId)) return null;
    seen.add(deputyId);
    absence = absenceOf(plan, deputyId, day);
    if (!absence) return deputyId;
  }
  return null;
}

/**
 * Who has to read a note: whoever is on duty now besides its author, else the next ones who come. Nobody = anybody of the team may say
 * that they have read it.
 */
export function whoMustRead(watches: readonly Watch[], by: string, now: number): string[] {
  const others = ({ on }: Watch) => on.filter((userId) => userId !== by);
  const present = watches.filter(({ start, end }) => start <= now && now < end).flatMap(others);
  if (present.length > 0) return [...new Set(present)];
  const next = watches.find((watch) => watch.start > now && others(watch).length > 0);
  return next ? others(next) : [];
}

type Place = (day: string, minute: number) => number;

const placers = new Map<string, Place>();

function placerOf(zone: string): Place {
  let place = placers.get(zone);
  if (!place) {
    const toMoment = makeZonePlacer(zone);
    place = (day, minute) => toMoment(Date.parse(`${day}T00:00:00Z`) + minute * 60_000);
    placers.set(zone, place);
  }
  return place;
}

function placeSpan(place: Place, day: string, { from, to }: { from: number; to: number }) {
  return { start: place(day, from), end: place(to <= from ? shiftDay(day, 1) : day, to) };
}

function shiftsOf(plan: Plan, day: string): readonly Shift[] {
  const weekday = ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
  return plan.days.find((one) => one.day === day)?.shifts ?? plan.shifts.filter((shift) => shift.weekday === weekday);
}

function staff(plan: Plan, { operatorIds }: Shift, day: string): Pick<Watch, 'on' | 'away'> {
  const on: string[] = [];
  const away: Watch['away'] = [];
  for (const userId of operatorIds) {
    if (plan.team.has(userId) && !absenceOf(plan, userId, day)) on.push(userId);
    else away.push({ userId, deputyId: findStandIn(plan, userId, day) });
  }
  const deputies = away.flatMap(({ deputyId }) => deputyId ?? []);
  return { on: [...new Set([...on, ...deputies])], away };
}

function absenceOf({ absences }: Pick<Plan, 'absences'>, userId: string, day: string): Absence | undefined {
  return absences.find((one) => one.userId === userId && one.from <= day && day <= one.to);
}

function subtract(span: { start: number; end: number }, watches: readonly Watch[]): Gap[] {
  const gaps: Gap[] = [];
  let free = span.start;
  const close = (until: number) => {
    const end = Math.min(until, span.end);
    if (end <= free) return;
    const missing = watches.filter((watch) => watch.on.length === 0 && watch.start < end && watch.end > free);
    gaps.push({
      start: free,
      end,
      away: [...new Set(missing.flatMap(({ away }) => away.map(({ userId }) => userId)))],
    });
  };
  for (const { start, end, on } of watches) {
    if (on.length === 0) continue;
    close(start);
    free = Math.max(free, end);
  }
  close(span.end);
  return gaps;
}
