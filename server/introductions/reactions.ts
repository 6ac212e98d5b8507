/** What introductions hear: of whom something has changed that others may find. */
import { identityChanged, memberJoined, memberLeft } from '../people/index.ts';
import type { Subscription } from '../platform/bus/event.ts';
import { touchFaces } from './face.ts';

/** People who come, go, or show another face. */
export const followFaces: Subscription = {
  name: 'introductions.follow_faces',
  events: [memberJoined, memberLeft, identityChanged] as Subscription['events'],
  handle: async (ctx, events) => {
    for (const [communityId, here] of Map.groupBy(events, (event) => event.communityId!)) {
      const identityIds = here.flatMap(({ payload }) => {
        const one = payload as { identityIds?: readonly string[]; members?: readonly { identityId: string }[] };
        return one.identityIds ?? one.members?.map(({ identityId }) => identityId) ?? [];
      });
      await touchFaces(ctx, communityId, identityIds);
    }
  },
};
