/** What somebody has earned, whatever they have spent: rules of levels ask for this rather than for what is left. */
import { behaviourWindows as windows } from '../people/index.ts';
import { shiftDay } from '../platform/clock.ts';
import type { FactSource } from '../profiles/index.ts';
import { selectEarned } from './store/award.ts';

/** Points earned in windows of days. */
export const pointsFacts: FactSource = {
  name: 'points',
  facts: [{ key: 'points.earned', kind: 'number', label: 'points:fact.earned', windows }],
  read: async (ctx, { communityId, people, today }) => {
    const longest = Math.max(...windows);
    const identityIds = people.flatMap((person) => person.identityIds);
    const earned = await selectEarned(ctx, communityId, { identityIds, from: shiftDay(today, 1 - longest) });
    const byIdentity = Map.groupBy(earned, ({ identityId }) => identityId);
    return new Map(
      people.map((person) => {
        const mine = person.identityIds.flatMap((id) => byIdentity.get(id) ?? []);
        const within = (days: number) => mine.filter(({ day }) => day > shiftDay(today, -days));
        const sum = (days: number) => within(days).reduce((total, { points }) => total + points, 0);
        // A day leaves a window: the nearest one to come.
        const due = mine.flatMap(({ day }) => windows.map((days) => shiftDay(day, days)).filter((one) => one > today));
        const values = Object.fromEntries(windows.map((days) => [`points.earned.${days}`, sum(days)]));
        return [person.personId, { values, dueOn: due.toSorted()[0] ?? null }];
      }),
    );
  },
};
