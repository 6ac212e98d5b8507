/**
 * What other modules build on to find people by facts: people behind identities, what is known of some of them, and sets of persons
 * that an index gives at once, as pieces of SQL for a statement over persons.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { CardLine } from '../card.ts';
import { gramsOf } from './directory.ts';
import type { MemberRole } from './membership.ts';

/** Windows in which behaviour is counted, in days; whatever counts behaviour uses the same. */
export const behaviourWindows = [7, 28, 90] as const;

/** One human with all accounts, the first one first. */
export interface PersonAccounts {
  personId: string;
  identityIds: string[];
}

/** The persons behind some identities, each once. */
export async function selectPersonsOf(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<PersonAccounts[]> {
  const { rows } = await sql<PersonAccounts>`
    select i.person_id as "personId", array_agg(i.id order by i.id) as "identityIds" from people_identities i
    where i.community_id = ${communityId} and i.person_id in (
      select own.person_id from people_identities own
      where own.community_id = ${communityId} and own.id = any(${identityIds}::uuid[]) and own.person_id is not null)
    group by 1`.execute(ctx.db);
  return rows;
}

/** Persons by id with all their accounts, in the order of the ids; whoever is gone is left out. */
export async function selectAccounts(
  ctx: Ctx,
  communityId: string,
  personIds: readonly string[],
): Promise<PersonAccounts[]> {
  const { rows } = await sql<PersonAccounts>`
    select given.id as "personId", array_agg(i.id order by i.id) as "identityIds"
    from unnest(${personIds}::uuid[]) with ordinality as given(id, position)
    join people_identities i on i.community_id = ${communityId} and i.person_id = given.id
    group by given.id, given.position order by given.position`.execute(ctx.db);
  return rows;
}

/** Where somebody is and since when they are known. */
export interface StayFacts {
  personId: string;
  joinedOn: string;
  source: string;
  groups: number;
  /** The highest role in any group now, null when in none. */
  role: MemberRole | null;
}

/** What somebody did in the last 7, 28 and 90 days, and when the first of these days will be too long ago. */
export interface DayFacts {
  personId: string;
  messages: [number, number, number];
  activeDays: [number, number, number];
  replies: [number, number, number];
  dueOn: string | null;
}

/** Stays of persons in short. */
export async function selectStayFacts(
  ctx: Ctx,
  communityId: string,
  who: { people: readonly PersonAccounts[]; zone: string },
): Promise<StayFacts[]> {
  const { rows } = await sql<StayFacts>`
    select w.person_id as "personId", (min(m.joined_at) at time zone ${who.zone})::date as "joinedOn",
      (array_agg(m.source order by m.joined_at, m.id))[1] as source,
      (count(distinct m.group_id) filter (where m.left_at is null))::int as groups,
      (array['member', 'steward', 'admin', 'owner'])[
        max(array_position(array['member', 'steward', 'admin', 'owner'], m.role)) filter (where m.left_at is null)] as role
    from ${accountsOf(who.people)}
    join people_memberships m on m.community_id = ${communityId} and m.identity_id = w.identity_id
    group by 1`.execute(ctx.db);
  return rows;
}

/** In how many of the last weeks persons have said something; a week is seven days that end with `today`. Nothing said = absent. */
export async function selectWeekCounts(
  ctx: Ctx,
  communityId: string,
  who: { people: readonly PersonAccounts[]; today: string; weeks: number },
): Promise<Map<string, number>> {
  const { people, today, weeks } = who;
  const { rows } = await sql<{ personId: string; weeks: number }>`
    select w.person_id as "personId", count(distinct (${today}::date - d.day) / 7)::int as weeks
    from ${accountsOf(people)}
    join people_days d on d.community_id = ${communityId} and d.identity_id = w.identity_id
      and d.day > ${today}::date - ${sql.lit(weeks * 7)} and d.day <= ${today}::date and d.messages > 0
    group by 1`.execute(ctx.db);
  return new Map(rows.map(({ personId, weeks: count }) => [personId, count]));
}

/** What persons did lately, by windows that end with `today`. */
export async function selectDayFacts(
  ctx: Ctx,
  communityId: string,
  who: { people: readonly PersonAccounts[]; today: string },
): Promise<DayFacts[]> {
  const { people, today } = who;
  const within = (days: number) => sql`filter (where d.day > ${today}::date - ${sql.lit(days)})`;
  const windows = (count: RawBuilder<unknown>) =>
    sql`array[${sql.join(
      behaviourWindows.map((days) => sql`coalesce(${count} ${within(days)}, 0)::int`),
      sql`, `,
    )}]`;
  const { rows } = await sql<DayFacts>`
    select w.person_id as "personId", ${windows(sql`sum(d.messages)`)} as messages,
      ${windows(sql`count(distinct case when d.messages > 0 then d.day end)`)} as "activeDays",
      ${windows(sql`sum(d.replies)`)} as replies,
      min(d.day + case when d.day > ${today}::date - 7 then 7 when d.day > ${today}::date - 28 then 28 else 90 end) as "dueOn"
    from ${accountsOf(people)}
    join people_days d on d.community_id = ${communityId} and d.identity_id = w.identity_id
      and d.day > ${today}::date - 90 and d.day <= ${today}::date
    group by 1`.execute(ctx.db);
  return rows;
}

/** The last day on which persons spoke. */
export async function selectLastSpoken(
  ctx: Ctx,
  communityId: string,
  people: readonly PersonAccounts[],
): Promise<{ personId: string; lastOn: string }[]> {
  const { rows } = await sql<{ personId: string; lastOn: string }>`
    select w.person_id as "personId", max(s.last_on) as "lastOn" from ${accountsOf(people)}
    join people_seen s on s.community_id = ${communityId} and s.identity_id = w.identity_id group by 1`.execute(ctx.db);
  return rows;
}

function accountsOf(people: readonly PersonAccounts[]): RawBuilder<unknown> {
  const persons = people.flatMap(({ personId, identityIds }) => identityIds.map(() => personId));
  const identities = people.flatMap(({ identityIds }) => identityIds);
  return sql`unnest(${persons}::uuid[], ${identities}::uuid[]) as w(person_id, identity_id)`;
}

/** Which stays are meant. */
export interface StayWish {
  groupIds: readonly string[];
  /** `ever` = now or in the past. */
  when: 'now' | 'ever';
  roles?: readonly MemberRole[] | undefined;
}

/** Accounts with a stay in one of some groups, as a subquery of identity ids. */
export function identitiesInGroups(communityId: string, wish: StayWish): RawBuilder<unknown> {
  const now = wish.when === 'now' ? sql`and m.left_at is null` : sql``;
  const role = wish.roles ? sql`and m.role = any(${wish.roles}::text[])` : sql``;
  return sql`select m.identity_id from people_memberships m
    where m.community_id = ${communityId} and m.group_id = any(${wish.groupIds}::uuid[]) ${now} ${role}`;
}

/** Accounts that some identities brought along, as a subquery of identity ids. */
export function identitiesInvitedBy(communityId: string, inviterIds: readonly string[]): RawBuilder<unknown> {
  return sql`select m.identity_id from people_memberships m
    where m.community_id = ${communityId} and m.inviter_id = any(${inviterIds}::uuid[])`;
}

/** Persons with a part of a name (folded) in one of theirs, as a subquery of person ids. */
export function personsNamed(communityId: string, nameKey: string): RawBuilder<unknown> {
  return sql`select i.person_id from people_identities i
    where i.community_id = ${communityId} and i.person_id is not null
      and people_name_grams(i.name_key) @> ${gramsOf(nameKey)}::text[] and strpos(i.name_key, ${nameKey}) > 0`;
}

/** Persons with some words on a line of their card, or anything at all when `words` is null, as a subquery of person ids. */
export function personsWithCard(communityId: string, line: CardLine, words: string | null): RawBuilder<unknown> {
  const text = sql`coalesce(p.card -> ${sql.lit(line)} ->> 'text', '')`;
  return sql`select p.id from people_persons p
    where p.community_id = ${communityId} and ${words === null ? sql`${text} <> ''` : sql`strpos(lower(${text}), ${words.toLowerCase()}) > 0`}`;
}
