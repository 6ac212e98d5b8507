/** What levels tell of people, so that segments can ask for it. */
import type { FactSource } from '../profiles/index.ts';
import { selectLadders } from './store/ladder.ts';
import { selectStandings } from './store/standing.ts';
import { readStanding } from './standing.ts';

/** The level on the main ladder. */
export const levelFact = 'levels.level';
/** The last day of a paid level, on any ladder. */
export const paidFact = 'levels.paid_until';

/** The level of people on the main ladder, and until when they have paid. */
export const levelFacts: FactSource = {
  name: 'levels',
  facts: [
    {
      key: levelFact,
      kind: 'choice',
      label: 'levels:fact.level',
      choices: async (ctx, communityId) => {
        const main = (await selectLadders(ctx, communityId)).find((ladder) => ladder.main);
        return (main?.levels ?? []).map(({ number, name }) => ({ number, label: name }));
      },
    },
    { key: paidFact, kind: 'day', label: 'levels:fact.paid_until' },
  ],
  read: async (ctx, { communityId, people }) => {
    const ladders = await selectLadders(ctx, communityId);
    const all = people.flatMap(({ identityIds }) => identityIds);
    const values = new Map(people.map(({ personId }) => [personId, {} as Record<string, number | string | null>]));
    for (const ladder of ladders) {
      const rows = new Map(
        (await selectStandings(ctx, { communityId, ladderId: ladder.id }, all)).map((row) => [row.identityId, row]),
      );
      for (const { personId, identityIds } of people) {
        const standing = readStanding(
          ladder,
          identityIds.flatMap((id) => rows.get(id) ?? []),
        );
        const mine = values.get(personId)!;
        if (ladder.main) mine[levelFact] = ladder.levels[standing.at]!.number;
        const until = standing.paid?.until;
        if (until && until > String(mine[paidFact] ?? '')) mine[paidFact] = until;
      }
    }
    return new Map([...values].map(([personId, mine]) => [personId, { values: mine }]));
  },
};
