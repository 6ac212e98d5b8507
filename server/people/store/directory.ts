/**
 * The list of people, with what it can be narrowed by. Narrow conditions (name, group, days, inviter) give a set of persons first; wide
 * ones are asked of each person on the way, which ends when the page is full. Nothing here reads messages.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { MemberRole } from './membership.ts';

/** What the list is narrowed by; days are local and both included. */
export interface DirectoryFilter {
  communityId: string;
  /** A folded part of a name. */
  nameKey: string | null;
  /** The groups that the other conditions speak of; null = all. */
  groupIds: readonly string[] | null;
  /** Only who is in one of these groups now: anyone, hosts (owner, admin, steward), or those who are no hosts. */
  inside: 'anyone' | 'member' | 'host' | null;
  joined: DayRange | null;
  left: DayRange | null;
  /** `inGroups` = in one of `groupIds`, else anywhere. */
  spoke: { from: string; to: string; inGroups: boolean } | null;
  /** active = spoke since a day, quiet = spoke before it only, never = not a word. */
  activity: { is: 'active' | 'quiet' | 'never'; since: string } | null;
  source: string | null;
  inviterId: string | null;
}

/** A range of moments, the end excluded. */
export interface DayRange {
  from: Date;
  to: Date;
}

/** Where a page ended: a person, or the last day and an identity. */
export type DirectoryMark = { personId: string } | { lastOn: string; identityId: string };

/** A page of person ids, newest first. */
export async function selectNewest(
  ctx: Ctx,
  filter: DirectoryFilter,
  page: { after: { personId: string } | null; limit: number },
): Promise<{ personId: string }[]> {
  const person = sql.ref('p.id');
  const { rows } = await sql<{ personId: string }>`
    select p.id as "personId" from people_persons p
    where p.community_id = ${filter.communityId} ${page.after ? sql`and p.id < ${page.after.personId}::uuid` : sql``}
      and exists (select from people_identities i where i.community_id = p.community_id and i.person_id = p.id)
      ${conditionsOf(filter, person)}
    order by p.id desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** A page of persons by the last day on which they spoke, latest first; who never spoke is not among them. */
export async function selectLatest(
  ctx: Ctx,
  filter: DirectoryFilter,
  page: { after: { lastOn: string; identityId: string } | null; limit: number },
): Promise<{ personId: string; lastOn: string; identityId: string }[]> {
  const { after } = page;
  const person = sql.ref('i.person_id');
  const { rows } = await sql<{ personId: string; lastOn: string; identityId: string }>`
    select i.person_id as "personId", s.last_on as "lastOn", s.identity_id as "identityId"
    from people_seen s
    join people_identities i on i.community_id = s.community_id and i.id = s.identity_id and i.person_id is not null
    where s.community_id = ${filter.communityId}
      ${after ? sql`and (s.last_on, s.identity_id) < (${after.lastOn}::date, ${after.identityId}::uuid)` : sql``}
      -- A person with several accounts stands where the latest of them spoke.
      and not exists (
        select from people_identities other
        join people_seen later on later.community_id = other.community_id and later.identity_id = other.id
        where other.community_id = s.community_id and other.person_id = i.person_id and other.id <> i.id
          and (later.last_on, later.identity_id) > (s.last_on, s.identity_id))
      ${conditionsOf(filter, person)}
    order by s.last_on desc, s.identity_id desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

function conditionsOf(filter: DirectoryFilter, person: RawBuilder<unknown>): RawBuilder<unknown> {
  const sets = [...setsOf(filter)].map((set) => sql`and ${person} = any(array(${set}))`);
  return sql.join([...sets, ...asksOf(filter, person)], sql` `);
}

/** Sets of persons that one index gives at once. */
function* setsOf(filter: DirectoryFilter): Generator<RawBuilder<unknown>> {
  const { communityId, nameKey, groupIds, inside, joined, left, spoke, inviterId } = filter;
  const persons = (from: RawBuilder<unknown>) => sql`
    select i.person_id from people_identities i where i.community_id = ${communityId} and i.person_id is not null and ${from}`;
  if (nameKey !== null) {
    yield persons(
      sql`people_name_grams(i.name_key) @> ${gramsOf(nameKey)}::text[] and strpos(i.name_key, ${nameKey}) > 0`,
    );
  }
  // Group by group, so that the indexes on a group's stays serve it whether one group is meant or all.
  const stays = (condition: RawBuilder<unknown>) =>
    persons(sql`i.id in (
      select m.identity_id from unnest(${groupIds ?? []}::uuid[]) as g(id)
      cross join lateral (
        select identity_id from people_memberships m
        where m.community_id = ${communityId} and m.group_id = g.id and ${condition}) m)`);
  if (inside !== null && groupIds !== null)
    yield stays(
      sql`m.left_at is null ${inside === 'anyone' ? sql`` : inside === 'host' ? sql`and m.is_team` : sql`and not m.is_team`}`,
    );
  if (joined) yield stays(sql`m.joined_at >= ${joined.from} and m.joined_at < ${joined.to}`);
  if (left) yield stays(sql`m.left_at >= ${left.from} and m.left_at < ${left.to}`);
  if (spoke?.inGroups) {
    yield persons(sql`i.id in (
      select d.identity_id from unnest(${groupIds ?? []}::uuid[]) as g(id)
      cross join lateral (
        select identity_id from people_days d
        where d.community_id = ${communityId} and d.group_id = g.id and d.day between ${spoke.from} and ${spoke.to}
          and d.messages > 0) d)`);
  } else if (spoke) {
    yield persons(sql`i.id in (
      select identity_id from people_seen where community_id = ${communityId} and last_on >= ${spoke.from})`);
  }
  if (inviterId !== null) {
    yield persons(sql`i.id in (
      select identity_id from people_memberships where community_id = ${communityId} and inviter_id = ${inviterId})`);
  }
}

/** What is asked of each person on the way. A scalar subquery is never turned into a join over everybody. */
function* asksOf(filter: DirectoryFilter, person: RawBuilder<unknown>): Generator<RawBuilder<unknown>> {
  const { communityId, activity, source, spoke } = filter;
  const mine = sql`from people_identities own
    join people_seen seen on seen.community_id = own.community_id and seen.identity_id = own.id
    where own.community_id = ${communityId} and own.person_id = ${person}`;
  if (activity?.is === 'active') yield sql`and (select true ${mine} and seen.last_on >= ${activity.since} limit 1)`;
  if (activity?.is === 'quiet') yield sql`and (select max(seen.last_on) ${mine}) < ${activity.since}`;
  if (activity?.is === 'never') yield sql`and (select true ${mine} limit 1) is null`;
  if (source !== null) {
    yield sql`and (
      select true from people_identities own
      join people_memberships m on m.community_id = own.community_id and m.identity_id = own.id
      where own.community_id = ${communityId} and own.person_id = ${person} and m.source = ${source} limit 1)`;
  }
  if (spoke && !spoke.inGroups) {
    yield sql`and (
      select true from people_identities own
      join people_days d on d.community_id = own.community_id and d.identity_id = own.id
      where own.community_id = ${communityId} and own.person_id = ${person} and d.day between ${spoke.from} and ${spoke.to}
        and d.messages > 0 limit 1)`;
  }
}

/** The pairs of neighbours in a folded text; of a single character, itself. The same as `people_name_grams` in SQL. */
export function gramsOf(nameKey: string): string[] {
  const chars = [...nameKey];
  if (chars.length === 1) return chars;
  return [...new Set(chars.slice(1).map((char, at) => chars[at]! + char))];
}

/** A person in the operators' list. */
export interface PersonSummary {
  personId: string;
  identityId: string;
  name: string;
  pictureId: string | null;
  carriers: string[];
  createdAt: Date;
  /** When the person first came into a group, by which channel and whom; null for who only spoke on a carrier. */
  joinedAt: Date | null;
  source: string | null;
  inviterName: string | null;
  /** Groups where the person is now, with the role there, first entered first. */
  stays: { groupId: string; role: MemberRole }[];
  lastActiveOn: string | null;
  /** Messages of the last 28 days. */
  messages28: number;
}

/** What the list shows of some persons, in the order of the ids. */
export async function selectSummaries(
  ctx: Ctx,
  communityId: string,
  which: { personIds: readonly string[]; since: string },
): Promise<PersonSummary[]> {
  if (which.personIds.length === 0) return [];
  const { rows } = await sql<PersonSummary & { identityIds: string[] }>`
    select p.id as "personId", p.created_at as "createdAt", first.id as "identityId", first.name,
      first.picture_id as "pictureId", whole.carriers, whole.ids as "identityIds", door.joined_at as "joinedAt", door.source,
      inviter.name as "inviterName", coalesce(here.stays, '[]') as stays,
      (select max(s.last_on) from people_seen s
       where s.community_id = p.community_id and s.identity_id = any(whole.ids)) as "lastActiveOn"
    from unnest(${which.personIds}::uuid[]) with ordinality as given(id, position)
    join people_persons p on p.community_id = ${communityId} and p.id = given.id
    cross join lateral (
      select i.id, i.name, i.picture_id from people_identities i
      where i.community_id = p.community_id and i.person_id = p.id order by i.id limit 1) first
    cross join lateral (
      select array_agg(distinct i.carrier) as carriers, array_agg(i.id) as ids from people_identities i
      where i.community_id = p.community_id and i.person_id = p.id) whole
    left join lateral (
      select m.joined_at, m.source, m.inviter_id from people_memberships m
      where m.community_id = p.community_id and m.identity_id = any(whole.ids) order by m.joined_at, m.id limit 1) door on true
    left join people_identities inviter on inviter.community_id = p.community_id and inviter.id = door.inviter_id
    left join lateral (
      select json_agg(json_build_object('groupId', m.group_id, 'role', m.role) order by m.joined_at, m.id) as stays
      from people_memberships m
      where m.community_id = p.community_id and m.identity_id = any(whole.ids) and m.left_at is null) here on true
    order by given.position`.execute(ctx.db);
  const said = await countSaid(ctx, communityId, {
    identityIds: rows.flatMap((row) => row.identityIds),
    since: which.since,
  });
  return rows.map(({ identityIds, ...row }) => ({
    ...row,
    messages28: identityIds.reduce((total, id) => total + (said.get(id) ?? 0), 0),
  }));
}

async function countSaid(
  ctx: Ctx,
  communityId: string,
  { identityIds, since }: { identityIds: readonly string[]; since: string },
): Promise<Map<string, number>> {
  const { rows } = await sql<{ identityId: string; messages: number }>`
    select identity_id as "identityId", sum(messages)::int as messages from people_days
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) and day > ${since}
    group by 1`.execute(ctx.db);
  return new Map(rows.map((row) => [row.identityId, row.messages]));
}

/** How many people a community has, and how many of them are here. */
export interface PeopleCounts {
  people: number;
  identities: number;
  /** Identities that spoke since a day. */
  active: number;
}

/** Counts a community's people. */
export async function countPeople(ctx: Ctx, communityId: string, since: string): Promise<PeopleCounts> {
  const { rows } = await sql<PeopleCounts>`
    select (select count(*) from people_persons where community_id = ${communityId})::int as people,
      (select count(*) from people_identities where community_id = ${communityId} and person_id is not null)::int as identities,
      (select count(*) from people_seen where community_id = ${communityId} and last_on > ${since})::int as active`.execute(
    ctx.db,
  );
  return rows[0]!;
}

/** The channels through which people came, most used first. */
export async function selectSources(ctx: Ctx, communityId: string): Promise<{ source: string; stays: number }[]> {
  const { rows } = await sql<{ source: string; stays: number }>`
    select source, count(*)::int as stays from people_memberships where community_id = ${communityId}
    group by 1 order by 2 desc, 1 limit 100`.execute(ctx.db);
  return rows;
}
