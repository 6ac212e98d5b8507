import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Identity } from './identity.ts';
import type { Membership } from './membership.ts';

/** A person whom the team writes down, with accounts; each id is new. */
export interface WrittenPerson {
  personId: string;
  /** False: the person is there already and gets more accounts. */
  isNew: boolean;
  card: unknown;
  accounts: { id: string; carrier: string; externalId: string; name: string; key: string }[];
}

/** Accounts by carrier and external id. */
export async function selectAccountsNamed(
  ctx: Ctx,
  communityId: string,
  accounts: readonly { carrier: string; externalId: string }[],
): Promise<Identity[]> {
  const { rows } = await sql<Identity>`
    select i.id, i.community_id as "communityId", i.person_id as "personId", i.carrier, i.external_id as "externalId", i.name,
      i.picture_id as "pictureId", i.kind
    from unnest(${accounts.map(({ carrier }) => carrier)}::text[], ${accounts.map(({ externalId }) => externalId)}::text[])
      as wanted(carrier, external_id)
    join people_identities i on i.community_id = ${communityId} and i.carrier = wanted.carrier
      and i.external_id = wanted.external_id`.execute(ctx.db);
  return rows;
}

/** All accounts of some persons, oldest first. */
export async function selectIdentitiesOfPersons(
  ctx: Ctx,
  communityId: string,
  personIds: readonly string[],
): Promise<Identity[]> {
  const { rows } = await sql<Identity>`
    select id, community_id as "communityId", person_id as "personId", carrier, external_id as "externalId", name,
      picture_id as "pictureId", kind
    from people_identities where community_id = ${communityId} and person_id = any(${personIds}::uuid[]) order by id`.execute(
    ctx.db,
  );
  return rows;
}

/** Writes down persons and accounts. */
export async function insertWritten(ctx: Ctx, communityId: string, people: readonly WrittenPerson[]): Promise<void> {
  const persons = people.filter(({ isNew }) => isNew).map(({ personId, card }) => ({ id: personId, card }));
  const accounts = people.flatMap(({ personId, accounts: own }) => own.map((account) => ({ ...account, personId })));
  await sql`
    insert into people_persons (community_id, id, card, created_at)
    select ${communityId}, id, card, ${ctx.now()}
    from jsonb_to_recordset(${JSON.stringify(persons)}::jsonb) as row(id uuid, card jsonb)`.execute(ctx.db);
  await sql`
    insert into people_identities (community_id, id, person_id, carrier, external_id, name, name_key, kind, created_at)
    select ${communityId}, id, "personId", carrier, "externalId", name, key, 'member', ${ctx.now()}
    from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb)
      as row(id uuid, "personId" uuid, carrier text, "externalId" text, name text, key text)`.execute(ctx.db);
}

/** Gives accounts other names. */
export async function updateNames(
  ctx: Ctx,
  communityId: string,
  names: readonly { id: string; name: string; key: string }[],
): Promise<void> {
  await sql`
    update people_identities i set name = given.name, name_key = given.key
    from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as given(id uuid, name text, key text)
    where i.community_id = ${communityId} and i.id = given.id`.execute(ctx.db);
}

/** Cards of persons, as stored. */
export async function selectCards(
  ctx: Ctx,
  communityId: string,
  personIds: readonly string[],
): Promise<{ personId: string; card: unknown }[]> {
  const { rows } = await sql<{ personId: string; card: unknown }>`
    select id as "personId", card from people_persons
    where community_id = ${communityId} and id = any(${personIds}::uuid[])`.execute(ctx.db);
  return rows;
}

/** Replaces cards. */
export async function updateCards(
  ctx: Ctx,
  communityId: string,
  cards: readonly { personId: string; card: unknown }[],
): Promise<void> {
  await sql`
    update people_persons p set card = given.card
    from jsonb_to_recordset(${JSON.stringify(cards)}::jsonb) as given("personId" uuid, card jsonb)
    where p.community_id = ${communityId} and p.id = given."personId"`.execute(ctx.db);
}

/** Writes down stays that are open; gives those that were not there yet. */
export async function insertStays(
  ctx: Ctx,
  communityId: string,
  stays: readonly Pick<Membership, 'id' | 'groupId' | 'identityId' | 'source' | 'joinedAt'>[],
): Promise<Pick<Membership, 'id' | 'groupId' | 'identityId' | 'joinedAt'>[]> {
  const { rows } = await sql<Pick<Membership, 'id' | 'groupId' | 'identityId' | 'joinedAt'>>`
    insert into people_memberships (community_id, id, group_id, identity_id, source, joined_at)
    select ${communityId}, id, "groupId", "identityId", source, "joinedAt"
    from jsonb_to_recordset(${JSON.stringify(stays)}::jsonb)
      as row(id uuid, "groupId" uuid, "identityId" uuid, source text, "joinedAt" timestamptz)
    on conflict do nothing
    returning id, group_id as "groupId", identity_id as "identityId", joined_at as "joinedAt"`.execute(ctx.db);
  return rows;
}

/** Removes open stays as if they had never been; gives what was removed. */
export async function deleteStays(
  ctx: Ctx,
  communityId: string,
  ids: readonly string[],
): Promise<Pick<Membership, 'id' | 'groupId' | 'identityId' | 'joinedAt'>[]> {
  const { rows } = await sql<Pick<Membership, 'id' | 'groupId' | 'identityId' | 'joinedAt'>>`
    delete from people_memberships
    where community_id = ${communityId} and id = any(${ids}::uuid[]) and left_at is null and role = 'member'
    returning id, group_id as "groupId", identity_id as "identityId", joined_at as "joinedAt"`.execute(ctx.db);
  return rows;
}

/** Those of some accounts with which something has happened: a word, a phone, a stay that is not among `stayIds`, a ban … */
export async function selectLived(
  ctx: Ctx,
  communityId: string,
  {
    identityIds,
    stayIds,
    mayShare = false,
  }: { identityIds: readonly string[]; stayIds: readonly string[]; mayShare?: boolean },
): Promise<string[]> {
  const mine = (table: string) =>
    sql`exists (select from ${sql.table(`people_${table}`)} x where x.community_id = ${communityId} and x.identity_id = i.id)`;
  const { rows } = await sql<{ id: string }>`
    select i.id from people_identities i
    where i.community_id = ${communityId} and i.id = any(${identityIds}::uuid[]) and (
      ${sql.join(
        ['days', 'seen', 'devices', 'applications', 'bans', 'acknowledgements', 'moves', 'invites', 'emails'].map(mine),
        sql` or `,
      )}
      or exists (select from people_memberships m where m.community_id = ${communityId} and m.identity_id = i.id
        and (m.id <> all(${stayIds}::uuid[]) or m.left_at is not null or m.role <> 'member'))
      or ${!mayShare} and exists (select from people_identities o where o.community_id = ${communityId} and o.person_id = i.person_id
        and o.id <> all(${identityIds}::uuid[])))`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** Removes accounts, and persons who then have none. */
export async function deleteWritten(
  ctx: Ctx,
  communityId: string,
  which: { identityIds: readonly string[]; personIds: readonly string[] },
): Promise<void> {
  await sql`
    delete from people_identities where community_id = ${communityId} and id = any(${which.identityIds}::uuid[])`.execute(
    ctx.db,
  );
  await sql`
    delete from people_persons p where p.community_id = ${communityId} and p.id = any(${which.personIds}::uuid[])
      and not exists (select from people_identities i where i.community_id = p.community_id and i.person_id = p.id)`.execute(
    ctx.db,
  );
}
