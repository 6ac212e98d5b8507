/** Shapes that several routes of the guest book share. */
import { z } from 'zod';
import { optionalLine, paragraphs, singleLine } from '../../communities/index.ts';
import { isCalendarDay } from '../../platform/http/cursor.ts';
import { guestKinds, sources, stages, type Guest } from '../store/guests.ts';

/** Where the routes begin. */
export const base = '/api/communities/{communityId}/guests';

/** Params of a community's routes. */
export const communityParams = z.strictObject({ communityId: z.uuid() });

/** Params of a guest's routes. */
export const guestParams = communityParams.extend({ guestId: z.uuid() });

/** A moment: a `Date` inside, ISO text outside. */
export const moment = z.preprocess((value) => (value instanceof Date ? value.toISOString() : value), z.iso.datetime());

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

/** A guest as everybody who may see the book sees them: what is private is only said to be there. */
export const guestShape = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: z.enum(guestKinds),
    field: z.string(),
    intro: z.string(),
    platforms: z.array(
      z.object({
        place: z.string(),
        name: z.string(),
        followers: z.int().nullable(),
        asOf: z.string().nullable(),
      }),
    ),
    /** Whether how to reach them, or what they take, is known. */
    hasPrivate: z.boolean(),
    source: z.enum(sources),
    sourceNote: z.string(),
    promises: z.string(),
    stage: z.enum(stages),
    stageSince: moment,
    identityId: z.uuid().nullable(),
    nextAt: moment.nullable(),
    nextWhat: z.string(),
    nextTaskId: z.uuid().nullable(),
    held: z.int(),
    lastOn: z.string().nullable(),
    version: z.int(),
    createdAt: moment,
    changedAt: moment,
  })
  .meta({ id: 'Guest' });

/** Masks a guest. */
export function showGuest(guest: Guest): z.input<typeof guestShape> {
  const { contact, fee, communityId: _, ...shown } = guest;
  return { ...shown, hasPrivate: contact !== '' || fee !== '' };
}
