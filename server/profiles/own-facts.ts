/** Facts of modules that stand below this one and can't fill its slot themselves: people and the ledger. */
import { listBalancesOf } from '../ledger/index.ts';
import { behaviourWindows as windows, readPeopleFacts } from '../people/index.ts';
import type { FactReading, FactSource } from './slots.ts';

const counted = ['messages', 'activeDays', 'replies'] as const;
const keyOf = { messages: 'people.messages', activeDays: 'people.active_days', replies: 'people.replies' } as const;

/** Where people are, since when, and what they say. */
export const peopleFacts: FactSource = {
  name: 'people',
  facts: [
    { key: 'people.joined', kind: 'day', label: 'profiles:fact.joined' },
    { key: 'people.last_spoke', kind: 'day', label: 'profiles:fact.last_spoke' },
    { key: 'people.messages', kind: 'number', label: 'profiles:fact.messages', windows },
    { key: 'people.active_days', kind: 'number', label: 'profiles:fact.active_days', windows },
    { key: 'people.replies', kind: 'number', label: 'profiles:fact.replies', windows },
    { key: 'people.groups', kind: 'number', label: 'profiles:fact.groups' },
    {
      key: 'people.role',
      kind: 'choice',
      label: 'profiles:fact.role',
      options: [
        { value: 'member', label: 'profiles:role.member' },
        { value: 'steward', label: 'profiles:role.steward' },
        { value: 'admin', label: 'profiles:role.admin' },
        { value: 'owner', label: 'profiles:role.owner' },
      ],
    },
    { key: 'people.source', kind: 'word', label: 'profiles:fact.source' },
  ],
  read: async (ctx, wish) => {
    const facts = await readPeopleFacts(ctx, wish.communityId, wish);
    const readings = new Map<string, FactReading>();
    for (const [personId, { stay, days, lastSpokeOn }] of facts) {
      const counts = counted.flatMap((what) =>
        windows.map((window, at) => [`${keyOf[what]}.${window}`, days?.[what][at] ?? 0] as const),
      );
      readings.set(personId, {
        values: {
          'people.joined': stay?.joinedOn ?? null,
          'people.last_spoke': lastSpokeOn ?? null,
          'people.groups': stay?.groups ?? 0,
          'people.role': stay?.role ?? null,
          'people.source': stay?.source ?? null,
          ...Object.fromEntries(counts),
        },
        dueOn: days?.dueOn ?? null,
      });
    }
    return readings;
  },
};

/** Points on the accounts of people. */
export const ledgerFacts: FactSource = {
  name: 'ledger',
  facts: [{ key: 'ledger.points', kind: 'number', label: 'profiles:fact.points' }],
  read: async (ctx, { communityId, people }) => {
    const ownerIds = people.flatMap(({ identityIds }) => identityIds);
    const balances = await listBalancesOf(ctx, communityId, { ownerIds, unit: 'points' });
    return new Map(
      people.map(({ personId, identityIds }) => [
        personId,
        { values: { 'ledger.points': identityIds.reduce((total, id) => total + (balances.get(id) ?? 0), 0) } },
      ]),
    );
  },
};
