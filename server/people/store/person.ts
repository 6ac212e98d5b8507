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

/** The privacy switches of the persons behind some identities, as stored; who has no person is left out. */
export async function selectPrivacies(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<{ identityId: string; privacy: unknown }[]> {
  const { rows } = await sql<{ identityId: string; privacy: unknown }>`
    select i.id as "identityId", p.privacy from people_identities i
    join people_persons p on p.community_id = i.community_id and p.id = i.person_id
    where i.community_id = ${communityId} and i.id = any(${identityIds}::uuid[])`.execute(ctx.db);
  return rows;
}
