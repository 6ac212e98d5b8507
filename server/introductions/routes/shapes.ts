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

/** Where a request stands, as it is shown. */
export const requestStates = ['open', 'accepted', 'declined', 'withdrawn', 'expired'] as const;

/** What somebody says to be found someone for. */
export const someoneText = z.string().trim().min(1).max(120);

/** Somebody who fits, with the lines that fit. */
export const fittingShape = seenShape
  .extend({ reasons: z.array(z.object({ line: lineShape, text: z.string(), words: z.array(z.string()) })) })
  .meta({ id: 'FittingPerson' });

/** Something on the board. */
export const entryShape = z
  .object({
    id: z.uuid(),
    identityId: z.uuid(),
    kind: z.enum(['offer', 'need']),
    text: z.string(),
    name: z.string(),
    pictureId: z.uuid().nullable(),
    createdAt: moment,
    validUntil: moment,
    /** Why the team has hidden it, told to its owner and the team. */
    hiddenReason: z.string().nullable(),
  })
  .meta({ id: 'BoardEntry' });
