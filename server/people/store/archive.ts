import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** A link to the archive of a person. */
export interface ArchiveLink {
  communityId: string;
  personId: string;
  expiresAt: Date;
}

/** Keeps a link; earlier ones of the person, and all that have expired, are gone. */
export async function insertArchiveLink(ctx: Ctx, link: ArchiveLink & { id: string; codeHash: string }): Promise<void> {
  await sql`
    delete from people_archives where community_id = ${link.communityId}
      and (person_id = ${link.personId} or expires_at < ${ctx.now()})`.execute(ctx.db);
  await sql`
    insert into people_archives (community_id, id, code_hash, person_id, created_at, expires_at)
    values (${link.communityId}, ${link.id}, ${link.codeHash}, ${link.personId}, ${ctx.now()}, ${link.expiresAt})`.execute(
    ctx.db,
  );
}

/** The link of a code. */
export async function selectArchiveLink(ctx: Ctx, codeHash: string): Promise<ArchiveLink | undefined> {
  const { rows } = await sql<ArchiveLink>`
    select community_id as "communityId", person_id as "personId", expires_at as "expiresAt"
    from people_archives where code_hash = ${codeHash}`.execute(ctx.db);
  return rows[0];
}

/** Forgets links of a person. */
export async function deleteArchiveLinks(ctx: Ctx, communityId: string, personId: string): Promise<void> {
  await sql`delete from people_archives where community_id = ${communityId} and person_id = ${personId}`.execute(
    ctx.db,
  );
}
