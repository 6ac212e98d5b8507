import { z } from 'zod';
import { defineEvent } from '../platform/bus/event.ts';

/** Somebody is asked whether they want to be introduced (`asked`), or both have agreed (`agreed`); who is to hear of it. */
export const introductionMoved = defineEvent(
  'introductions.introduction_moved',
  z.object({ requestId: z.uuid(), what: z.enum(['asked', 'agreed']), identityIds: z.array(z.uuid()) }),
);
