import type { PersonTimeline } from '../people/index.ts';
import { selectLatestDays } from './store/board.ts';
import { selectArrivals } from './store/welcome.ts';

/** The days that somebody has checked in, for the team's view of a person; a made-up day stands at the moment of the card. */
export const checkInTimeline: PersonTimeline = {
  name: 'programs',
  list: async (ctx, wish) => [
    ...(await selectLatestDays(ctx, wish)).map(({ programId, name, day, how, granted, at, groupId }) => ({
      key: `check_in ${programId} ${day}`,
      at,
      kind: 'programs.check_in',
      groupId,
      data: { programId, name, day, how, granted },
    })),
    ...(await selectArrivals(ctx, { ...wish, groupId: null }, { after: null, limit: wish.limit })).flatMap(
      ({ membershipId, state, settledAt, groupId, messageId }) =>
        state === 'welcomed' && settledAt
          ? [{ key: `welcome ${membershipId}`, at: settledAt, kind: 'programs.welcomed', groupId, data: { messageId } }]
          : [],
    ),
  ],
};
