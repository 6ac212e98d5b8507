/** Shapes that several routes of this module share. */
import { z } from 'zod';
import { cardShape } from '../../people/index.ts';

/** A moment: a `Date` inside, ISO text outside. */
export const moment = z.preprocess((value) => (value instanceof Date ? value.toISOString() : value), z.iso.datetime());

/** Params of a community's routes. */
export const communityParams = z.object({ communityId: z.uuid() });

/** Where the routes of members begin. */
export const memberBase = '/api/member/communities/{communityId}';

/** Lines in which somebody can be found. */
export const lineShape = z.enum(['name', 'profession', 'city', 'industry', 'offers', 'needs', 'tags']);

/** Somebody as another member sees them. */
export const seenShape = z
  .object({
    identityId: z.uuid(),
    name: z.string(),
    pictureId: z.uuid().nullable(),
    card: cardShape,
    shared: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'SeenPerson' });

/** Somebody who was found, with the lines in which. */
export const foundShape = seenShape.extend({ matched: z.array(lineShape) }).meta({ id: 'FoundPerson' });
