import type { PersonTimeline } from '../people/index.ts';
import { selectLatestDays } from './store/board.ts';

/** The days that somebody has checked in, for the team's view of a person; a made-up day stands at the moment of the card. */
export const checkInTimeline: PersonTimeline = {
  name: 'programs',
  list: async (ctx, wish) =>
    (await selectLatestDays(ctx, wish)).map(({ programId, name, day, how, at, groupId }) => ({
      key: `check_in ${programId} ${day}`,
      at,
      kind: 'programs.check_in',
      groupId,
      data: { programId, name, day, how },
    })),
};
