import { communityChanged } from '../communities/index.ts';
import { subscribe } from '../platform/bus/event.ts';
import { refreshOfficial } from './identity.ts';

/** Takes over the official name and picture when a community changes them. */
export const refreshOfficialVoice = subscribe(
  'people.refresh_official_voice',
  communityChanged,
  async (ctx, events) => {
    for (const communityId of new Set(events.map((event) => event.payload.communityId)))
      await refreshOfficial(ctx, communityId);
  },
);
