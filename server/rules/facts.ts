/** What rules know of people: how well the community knows them. For the team only, never shown to members. */
import { shiftDay } from '../platform/clock.ts';
import { getSettings } from '../platform/settings.ts';
import { listStandings } from '../people/index.ts';
import { touchPeople, type FactReading, type FactSource } from '../profiles/index.ts';
import { subscribe } from '../platform/bus/event.ts';
import { caseDecided } from './events.ts';
import { rulesSettings, type RulesSettings } from './settings.ts';
import { countUpheld } from './store/cases.ts';
import { trustFrom, type Standing } from './trust.ts';

/** Trust, over all accounts of a person. */
export const trustFact: FactSource = {
  name: 'rules',
  facts: [
    {
      key: 'rules.trust',
      kind: 'choice',
      label: 'rules:fact.trust',
      options: [
        { value: 'new', label: 'rules:fact.trusts.new' },
        { value: 'member', label: 'rules:fact.trusts.member' },
        { value: 'core', label: 'rules:fact.trusts.core' },
      ],
    },
  ],
  read: async (ctx, { communityId, people, today }) => {
    const { trust: limits } = await getSettings(ctx, rulesSettings, communityId);
    const identityIds = people.flatMap((person) => person.identityIds);
    const tenures = new Map(
      (await listStandings(ctx, communityId, identityIds)).map((tenure) => [tenure.identityId, tenure]),
    );
    const upheld = await countUpheld(ctx, communityId, identityIds);
    const readings = new Map<string, FactReading>();
    for (const person of people) {
      const mine = person.identityIds.flatMap((id) => tenures.get(id) ?? []);
      const since = mine.flatMap((one) => one.since ?? []).toSorted((a, b) => a.getTime() - b.getTime())[0];
      const standing: Standing = {
        days: since ? (ctx.now().getTime() - since.getTime()) / dayMs : 0,
        messages: mine.reduce((total, { messages }) => total + messages, 0),
        upheld: person.identityIds.reduce((total, id) => total + (upheld.get(id) ?? 0), 0),
      };
      readings.set(person.personId, {
        values: { 'rules.trust': trustFrom(standing, limits) },
        dueOn: since ? dueOn(standing.days, { today, limits }) : null,
      });
    }
    return readings;
  },
};

const dayMs = 86_400_000;

/** The day on which the next threshold of tenure is passed; thresholds are passed within a day, so the day after is sure. */
function dueOn(days: number, { today, limits }: { today: string; limits: RulesSettings['trust'] }): string | null {
  const next = [limits.memberDays, limits.coreDays].filter((limit) => limit > days).toSorted((a, b) => a - b)[0];
  return next === undefined ? null : shiftDay(today, Math.max(1, Math.ceil(next - days)));
}

/** A decision changes how well somebody is known. */
export const reportTrust = subscribe('rules.report_trust', caseDecided, async (ctx, events) => {
  for (const [communityId, here] of Map.groupBy(events, (event) => event.communityId!))
    await touchPeople(
      ctx,
      communityId,
      here.map(({ payload }) => payload.identityId),
    );
});
