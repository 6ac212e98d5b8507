import { z } from 'zod';
import { defineEvent } from '../platform/bus/event.ts';

/** A community has been founded. */
export const communityCreated = defineEvent('communities.community_created', z.object({ communityId: z.uuid() }));

/** Name, kind, stage, zone, purpose or official voice of a community is another; counters by day look at `zoneVersion`. */
export const communityChanged = defineEvent(
  'communities.community_changed',
  z.object({ communityId: z.uuid(), zoneVersion: z.int() }),
);
