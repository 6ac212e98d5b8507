import { z } from 'zod';
import { defineEvent } from '../platform/bus/event.ts';

/** People stand on another level, at most a few thousand at once; who was placed for the first time is not named. */
export const levelsChanged = defineEvent(
  'levels.levels_changed',
  z.object({
    ladderId: z.uuid(),
    people: z.array(z.object({ identityId: z.uuid(), from: z.int(), to: z.int() })),
  }),
);
