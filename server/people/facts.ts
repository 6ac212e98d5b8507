/** What is known of people by their stays and what they say, for modules that look for people by facts. */
import type { Ctx } from '../platform/context.ts';
import {
  selectAccounts,
  selectDayFacts,
  selectLastSpoken,
  selectPersonsOf,
  selectStayFacts,
  type DayFacts,
  type PersonAccounts,
  type StayFacts,
} from './store/facts.ts';

export type { PersonAccounts, StayWish } from './store/facts.ts';
export {
  behaviourWindows,
  identitiesInGroups,
  identitiesInvitedBy,
  personsNamed,
  personsWithCard,
  selectWeekCounts as countWeeksSpoken,
} from './store/facts.ts';

/** The persons behind some identities with all their accounts, each person once; whoever has no person is left out. */
export async function listPersonsOf(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<PersonAccounts[]> {
  return identityIds.length === 0 ? [] : selectPersonsOf(ctx, communityId, identityIds);
}

/** Persons by id with all their accounts, in the order of the ids; whoever is gone is left out. */
export async function listAccountsOf(
  ctx: Ctx,
  communityId: string,
  personIds: readonly string[],
): Promise<PersonAccounts[]> {
  return personIds.length === 0 ? [] : selectAccounts(ctx, communityId, personIds);
}

/** What people know of a person; absent parts = never in a group, not a word in 90 days, never spoke. */
export interface PeopleFacts {
  stay?: StayFacts;
  days?: DayFacts;
  lastSpokeOn?: string;
}

/** Stays, the last 90 days and the last word of some persons, in three statements. */
export async function readPeopleFacts(
  ctx: Ctx,
  communityId: string,
  wish: { people: readonly PersonAccounts[]; today: string; zone: string },
): Promise<Map<string, PeopleFacts>> {
  const facts = new Map<string, PeopleFacts>(wish.people.map(({ personId }) => [personId, {}]));
  for (const stay of await selectStayFacts(ctx, communityId, wish)) facts.get(stay.personId)!.stay = stay;
  for (const days of await selectDayFacts(ctx, communityId, wish)) facts.get(days.personId)!.days = days;
  for (const { personId, lastOn } of await selectLastSpoken(ctx, communityId, wish.people))
    facts.get(personId)!.lastSpokeOn = lastOn;
  return facts;
}
