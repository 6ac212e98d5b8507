/** Shapes that several routes of the guest book share. */
import { z } from 'zod';
import { guestKinds, sources, stages, type Guest } from '../store/guests.ts';

/** Where the routes begin. */
export const base = '/api/communities/{communityId}/guests';

/** Params of a community's routes. */
export const communityParams = z.strictObject({ communityId: z.uuid() });

/** Params of a guest's routes. */
export const guestParams = communityParams.extend({ guestId: z.uuid() });

/** A moment: a `Date` inside, ISO text outside. */
export const moment = z.preprocess((value) => (value instanceof Date ? value.toISOString() : value), z.iso.datetime());

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
