/** The service promise: until when a question is answered, counted only in the hours in which somebody serves. */
import { z } from 'zod';
import { defineSettings } from '../platform/settings.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const minutes = z
  .int()
  .min(0)
  .max(7 * 24 * 60);

/** What a community promises to those who ask; 0 minutes = no promise. */
export const deskSettings = defineSettings({
  module: 'desk',
  scope: 'community',
  schema: z.strictObject({
    promiseMinutes: minutes.default(30),
    /** Another promise for single groups. */
    groupMinutes: z.record(z.uuid(), minutes).default({}),
    /** Local hours in which the promise runs; the same time twice = around the clock. */
    serviceFrom: time.default('08:00'),
    serviceTo: time.default('22:30'),
    /** So many minutes after it was asked, a question that nobody has taken goes to whoever is on duty; null = never by itself. */
    dutyAfterMinutes: z.int().min(0).max(240).nullable().default(5),
    /** After how many days an open question is laid aside by itself. */
    expireDays: z.int().min(1).max(90).default(7),
    /** For how many days an asker is asked whether an answer helped; 0 = nobody is asked. */
    askDays: z.int().min(0).max(14).default(3),
    /** How many answers of each steward are drawn every week for a second look; 0 = none. */
    reviewsPerSteward: z.int().min(0).max(20).default(3),
  }),
});

/** What a community promises. */
export type DeskSettings = z.output<typeof deskSettings.schema>;

/** Until when a question asked at `at` in a group is to be answered; null without a promise. */
export function promiseUntil(
  at: Date,
  { groupId, zone, settings }: { groupId: string; zone: string; settings: DeskSettings },
): Date | null {
  const promised = settings.groupMinutes[groupId] ?? settings.promiseMinutes;
  if (promised === 0) return null;
  const hours = serviceHours(settings);
  if (!hours) return later(at, promised);
  // A night shift (22:00 to 06:00) is a window that ends on the next day.
  const { from, length } = hours;
  let left = promised;
  let present = at;
  // Each turn ends inside the window or jumps to its next beginning; the clock is read anew, so a change to summer time sorts itself out.
  for (let turn = 0; turn < 60; turn++) {
    const into = (localMinute(present, zone) - from + day) % day;
    if (into >= length) {
      present = later(present, day - into);
      continue;
    }
    if (left <= length - into) return later(present, left);
    left -= length - into;
    present = later(present, day - into);
  }
  return later(at, promised);
}

/** The hours of service as a window of the local day: its first minute and its length; null = around the clock. */
export function serviceHours({ serviceFrom, serviceTo }: DeskSettings): { from: number; length: number } | null {
  const from = minuteOf(serviceFrom);
  const to = minuteOf(serviceTo);
  return from === to ? null : { from, length: (to - from + day) % day };
}

const day = 24 * 60;

function later(at: Date, byMinutes: number): Date {
  return new Date(at.getTime() + byMinutes * 60_000);
}

function minuteOf(clock: string): number {
  const [hours, rest] = clock.split(':').map(Number) as [number, number];
  return hours * 60 + rest;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Minutes since local midnight. */
export function localMinute(at: Date, zone: string): number {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
    clocks.set(zone, clock);
  }
  return minuteOf(clock.format(at));
}
