import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** What is kept of a human beside the accounts: the card and the privacy switches, as stored. */
export interface PersonRow {
  id: string;
  communityId: string;
  card: unknown;
  privacy: unknown;
  createdAt: Date;
}

/** One person. */
export async function selectPerson(ctx: Ctx, communityId: string, personId: string): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`
    select id, community_id as "communityId", card, privacy, created_at as "createdAt"
    from people_persons where community_id = ${communityId} and id = ${personId}`.execute(ctx.db);
  return rows[0];
}

/** Replaces card and privacy switches. */
export async function updatePerson(
  ctx: Ctx,
  person: { communityId: string; id: string },
  change: { card: unknown; privacy: unknown },
): Promise<void> {
  await sql`
    update people_persons set card = ${JSON.stringify(change.card)}::jsonb, privacy = ${JSON.stringify(change.privacy)}::jsonb
    where community_id = ${person.communityId} and id = ${person.id}`.execute(ctx.db);
}

/** Removes persons. */
export async function deletePersons(ctx: Ctx, communityId: string, personIds: readonly string[]): Promise<void> {
  await sql`delete from people_persons where community_id = ${communityId} and id = any(${personIds}::uuid[])`.execute(
    ctx.db,
  );
}

/** A person in the operators' list. */
export interface PersonSummary {
  personId: string;
  identityId: string;
  name: string;
  pictureId: string | null;
  carriers: string[];
  /** Groups where the person is now. */
  groups: number;
  /** Channel of the first entrance, null for who only spoke on a carrier. */
  source: string | null;
  createdAt: Date;
}

/** A page of persons, newest first; `nameKey` filters by folded name. */
export async function selectPersons(
  ctx: Ctx,
  filter: { communityId: string; nameKey: string | null },
  page: { before: string | null; limit: number },
): Promise<PersonSummary[]> {
  const { rows } = await sql<PersonSummary>`
    with page as (
      select p.community_id, p.id, p.created_at from people_persons p
      where p.community_id = ${filter.communityId} and (${page.before}::uuid is null or p.id < ${page.before}::uuid)
        and exists (
          select from people_identities i
          where i.community_id = p.community_id and i.person_id = p.id
            and (${filter.nameKey}::text is null or strpos(i.name_key, ${filter.nameKey}) > 0))
      order by p.id desc limit ${page.limit + 1}
    )
    select page.id as "personId", page.created_at as "createdAt", first.id as "identityId", first.name,
      first.picture_id as "pictureId", whole.carriers, stays.groups, stays.source
    from page
    cross join lateral (
      select i.id, i.name, i.picture_id from people_identities i
      where i.community_id = page.community_id and i.person_id = page.id order by i.id limit 1) first
    cross join lateral (
      select array_agg(distinct i.carrier) as carriers, array_agg(i.id) as ids from people_identities i
      where i.community_id = page.community_id and i.person_id = page.id) whole
    cross join lateral (
      select count(distinct m.group_id) filter (where m.left_at is null)::int as groups,
        (array_agg(m.source order by m.joined_at))[1] as source
      from people_memberships m
      where m.community_id = page.community_id and m.identity_id = any(whole.ids)) stays
    order by page.id desc`.execute(ctx.db);
  return rows;
}
