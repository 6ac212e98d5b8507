/** What may be written about a guest, by hand or in a list. */
import { z } from 'zod';
import { optionalLine, paragraphs, singleLine } from '../communities/index.ts';
import { isCalendarDay } from '../platform/http/cursor.ts';
import { guestKinds, sources } from './store/guests.ts';

/** A day of the calendar. */
export const day = z.string().refine(isCalendarDay, 'no_day');

const platform = z.strictObject({
  place: singleLine(20),
  name: singleLine(60),
  followers: z.int().min(0).max(2_000_000_000).nullable().default(null),
  asOf: day.nullable().default(null),
});

/** What the team writes about a guest, each with what is allowed. */
export const guestFields = {
  name: singleLine(60),
  kind: z.enum(guestKinds),
  field: optionalLine(40),
  intro: paragraphs(1000),
  platforms: z.array(platform).max(10),
  contact: paragraphs(400),
  fee: paragraphs(400),
  source: z.enum(sources),
  sourceNote: optionalLine(200),
  promises: paragraphs(1000),
  identityId: z.uuid().nullable(),
};
