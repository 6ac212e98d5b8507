/** What programs know of people: how often they have checked in lately, over all programs. */
import { behaviourWindows as windows } from '../people/index.ts';
import type { FactReading, FactSource } from '../profiles/index.ts';
import { selectDayCounts } from './store/facts.ts';

/** Days with a check-in, in windows. */
export const checkInFact: FactSource = {
  name: 'programs',
  facts: [{ key: 'programs.check_ins', kind: 'number', label: 'programs:fact.check_ins', windows }],
  read: async (ctx, { communityId, people, today }) => {
    const counts = new Map(
      (await selectDayCounts(ctx, communityId, { people, today })).map((row) => [row.personId, row]),
    );
    return new Map(
      people.map(({ personId }): [string, FactReading] => {
        const mine = counts.get(personId);
        const values = windows.map((days, at) => [`programs.check_ins.${days}`, mine?.checkIns[at] ?? 0] as const);
        return [personId, { values: Object.fromEntries(values), dueOn: mine?.dueOn ?? null }];
      }),
    );
  },
};
