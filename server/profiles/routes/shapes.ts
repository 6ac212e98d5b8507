/** Shapes that several routes of this module share. */
import { z } from 'zod';

/** Params of a community's routes. */
export const communityParams = z.object({ communityId: z.uuid() });

/** A moment: a `Date` inside, ISO text outside. */
export const moment = z.preprocess((value) => (value instanceof Date ? value.toISOString() : value), z.iso.datetime());

/** Where all routes begin. */
export const base = '/api/communities/{communityId}';
