/** What a check-in program is made of, as input and as it is stored; shared by routes, the playbook section and the store. */
import { z } from 'zod';
import { singleLine } from '../communities/index.ts';

const time = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** The part of a day in which one can check in, by the community's clocks. `from` after `to` goes over midnight. */
export const windowSchema = z
  .strictObject({
    from: z.string().regex(time, 'time').default('00:00'),
    to: z.union([z.string().regex(time, 'time'), z.literal('24:00')]).default('24:00'),
  })
  .refine(({ from, to }) => from !== to, { path: ['to'], message: 'window_empty' })
  .meta({ description: 'HH:MM in the zone of the community; 24:00 = end of the day' });

/** A window of the day. */
export type DayWindow = z.output<typeof windowSchema>;

/** Cards that fill days that were missed. */
export const makeUpSchema = z.strictObject({
  /** Cards of one person in one calendar month; 0 = none. */
  cardsPerMonth: z.int().min(0).max(31).default(2),
  /** How many days back a card reaches. */
  withinDays: z.int().min(1).max(31).default(7),
});

const defaultWindow: DayWindow = { from: '00:00', to: '24:00' };

/** What a check-in needs beside name, groups and dates. */
export const definitionSchema = z.strictObject({
  /** A message that begins with one of them, or has it as a #tag, counts. */
  words: z.array(singleLine(20)).max(10).default(['打卡']),
  window: windowSchema.default(defaultWindow),
  makeUp: makeUpSchema.default({ cardsPerMonth: 2, withinDays: 7 }),
  /** Points for each day that was checked in; made-up days earn none. */
  points: z.int().min(0).max(10_000).default(5),
});

/** Days on which a program rests, both ends included; `to` null = until it goes on again. */
export interface Pause {
  from: string;
  to: string | null;
}

/** The definition of a check-in. */
export type Definition = z.output<typeof definitionSchema>;
