import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import { prepared } from '../../platform/db/prepared.ts';
import { gramsOf } from './directory.ts';

/** One account on one carrier; the author of everything that is said and done. */
export interface Identity {
  id: string;
  communityId: string;
  /** Null for the community's own voice, bots and tombstones. */
  personId: string | null;
  carrier: string;
  externalId: string;
  name: string;
  pictureId: string | null;
  kind: 'member' | 'bot' | 'official' | 'tombstone';
}

const columns = sql`id, community_id as "communityId", person_id as "personId", carrier, external_id as "externalId", name,
  picture_id as "pictureId", kind`;

/** What is known of a sender before it is looked up; ids are used only when the sender is new. */
export interface SenderRow {
  externalId: string;
  name: string;
  key: string;
  id: string;
  personId: string;
}

/** The accounts that are known already. */
export async function selectKnownSenders(
  ctx: Ctx,
  account: { communityId: string; carrier: string },
  externalIds: readonly string[],
): Promise<{ externalId: string; id: string; name: string }[]> {
  const { rows } = await sql<{ externalId: string; id: string; name: string }>`
    select external_id as "externalId", id, name from people_identities
    where community_id = ${account.communityId} and carrier = ${account.carrier}
      and external_id = any(${externalIds}::text[])`.execute(ctx.db);
  return rows;
}

/**
 * Known or new, in one statement. A sender that another transaction inserts at the same moment is invisible to `known`;
 * then the insert waits, turns into an update and returns the winner's row. Rows come sorted, so two batches that
 * share senders cannot lock each other.
 */
export async function identifyRows(
  ctx: Ctx,
  account: { communityId: string; carrier: string },
  rows: readonly SenderRow[],
): Promise<{ externalId: string; id: string }[]> {
  const { rows: found } = await sql<{ externalId: string; id: string }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row("externalId" text, name text, key text, id uuid, "personId" uuid)
    ), known as (
      select i.external_id, i.id, i.name, i.kind, g.name as new_name, g.key as new_key
      from people_identities i join given g on g."externalId" = i.external_id
      where i.community_id = ${account.communityId} and i.carrier = ${account.carrier}
        -- Said twice, so that the planner goes through the unique index and never through the whole carrier.
        and i.external_id = any(${rows.map((row) => row.externalId)}::text[])
    ), renamed as (
      update people_identities i set name = k.new_name, name_key = k.new_key
      from known k
      where i.community_id = ${account.communityId} and i.id = k.id and k.new_name <> '' and k.new_name <> k.name
        and k.kind in ('member', 'bot')
    ), fresh as (
      insert into people_identities as i (community_id, id, person_id, carrier, external_id, name, name_key, kind, created_at)
      select ${account.communityId}, g.id, g."personId", ${account.carrier}, g."externalId", g.name, g.key, 'member', ${ctx.now()}
      from given g where not exists (select from known k where k.external_id = g."externalId")
      order by g."externalId"
      on conflict (community_id, carrier, external_id) do update set carrier = i.carrier
      returning i.external_id, i.id, i.person_id
    ), persons as (
      insert into people_persons (community_id, id, created_at)
      select ${account.communityId}, g."personId", ${ctx.now()} from given g join fresh f on f.id = g.id
    )
    select external_id as "externalId", id from known union all select external_id, id from fresh`.execute(ctx.db);
  return found;
}

/** Inserts an identity unless the account is already known; true when it was new. */
export async function insertIdentity(ctx: Ctx, identity: Identity & { key: string }): Promise<boolean> {
  const { rows } = await sql`
    insert into people_identities
      (community_id, id, person_id, carrier, external_id, name, name_key, picture_id, kind, created_at)
    values (${identity.communityId}, ${identity.id}, ${identity.personId}, ${identity.carrier}, ${identity.externalId},
            ${identity.name}, ${identity.key}, ${identity.pictureId}, ${identity.kind}, ${ctx.now()})
    on conflict do nothing returning id`.execute(ctx.db);
  return rows.length > 0;
}

/** Inserts the human behind identities. */
export async function insertPerson(ctx: Ctx, person: { communityId: string; id: string }): Promise<void> {
  await sql`insert into people_persons (community_id, id, created_at)
            values (${person.communityId}, ${person.id}, ${ctx.now()})`.execute(ctx.db);
}

/** Identities by id; unknown ids are left out. */
export async function selectIdentities(ctx: Ctx, communityId: string, ids: readonly string[]): Promise<Identity[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Identity>`${prepared}
    select ${columns} from people_identities where community_id = ${communityId} and id = any(${ids}::uuid[])`.execute(
    ctx.db,
  );
  return rows;
}

/** Identities with a folded part of a name in theirs. */
export async function selectIdentitiesNamed(
  ctx: Ctx,
  communityId: string,
  which: { nameKey: string; limit: number },
): Promise<Identity[]> {
  const { rows } = await sql<Identity>`
    select ${columns} from people_identities
    where community_id = ${communityId} and people_name_grams(name_key) @> ${gramsOf(which.nameKey)}::text[]
      and strpos(name_key, ${which.nameKey}) > 0
    order by id limit ${which.limit}`.execute(ctx.db);
  return rows;
}

/** The identity of one account. */
export async function selectAccount(
  ctx: Ctx,
  account: { communityId: string; carrier: string; externalId: string },
): Promise<Identity | undefined> {
  const { rows } = await sql<Identity>`${prepared}
    select ${columns} from people_identities
    where community_id = ${account.communityId} and carrier = ${account.carrier} and external_id = ${account.externalId}
  `.execute(ctx.db);
  return rows[0];
}

/** All identities of one person, oldest first. */
export async function selectIdentitiesOfPerson(ctx: Ctx, communityId: string, personId: string): Promise<Identity[]> {
  const { rows } = await sql<Identity>`
    select ${columns} from people_identities where community_id = ${communityId} and person_id = ${personId} order by id
  `.execute(ctx.db);
  return rows;
}

/** Changes name or picture. */
export async function updateIdentity(
  ctx: Ctx,
  identity: { communityId: string; id: string },
  change: { name: string; key: string; pictureId: string | null },
): Promise<void> {
  await sql`
    update people_identities set name = ${change.name}, name_key = ${change.key}, picture_id = ${change.pictureId}
    where community_id = ${identity.communityId} and id = ${identity.id}`.execute(ctx.db);
}

/** Folded names of those who speak for the community: team members, bots and the official voice. */
export async function selectTeamKeys(ctx: Ctx, communityId: string, except: string | null): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select i.name_key as key from people_identities i
    where i.community_id = ${communityId} and i.id is distinct from ${except}::uuid and i.name_key <> ''
      and (i.kind in ('official', 'bot') or exists (
        select from people_memberships m
        where m.community_id = i.community_id and m.identity_id = i.id and m.left_at is null and m.is_team))`.execute(
    ctx.db,
  );
  return rows.map((row) => row.key);
}

/** Whether a picture is the face of somebody in the community. */
export async function hasFace(ctx: Ctx, communityId: string, pictureId: string): Promise<boolean> {
  const { rows } = await sql`
    select from people_identities where community_id = ${communityId} and picture_id = ${pictureId} limit 1`.execute(
    ctx.db,
  );
  return rows.length > 0;
}
