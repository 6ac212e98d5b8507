import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** Tables that are exported row by row, in the order of their ids. */
const tables = {
  person: {
    from: sql`people_persons`,
    columns: sql`id, card, privacy, created_at as "createdAt"`,
  },
  identity: {
    from: sql`people_identities`,
    columns: sql`id, person_id as "personId", carrier, external_id as "externalId", name, picture_id as "pictureId", kind,
      created_at as "createdAt"`,
  },
  membership: {
    from: sql`people_memberships`,
    columns: sql`id, group_id as "groupId", identity_id as "identityId", role, source, link_id as "linkId",
      inviter_id as "inviterId", joined_at as "joinedAt", left_at as "leftAt", left_how as "leftHow",
      left_bound as "leftBound", muted_until as "mutedUntil"`,
  },
  application: {
    from: sql`people_applications`,
    columns: sql`id, group_id as "groupId", identity_id as "identityId", state, answers, source, applied_at as "appliedAt",
      decided_at as "decidedAt", decided_by as "decidedBy", reason`,
  },
  ban: {
    from: sql`people_bans`,
    columns: sql`id, group_id as "groupId", identity_id as "identityId", reason, banned_at as "bannedAt",
      banned_by as "bannedBy", lifted_at as "liftedAt", lifted_by as "liftedBy"`,
  },
} satisfies Record<string, { from: RawBuilder<unknown>; columns: RawBuilder<unknown> }>;

/** A kind of row in the export of a community. */
export type ExportTable = keyof typeof tables;

/** All kinds of rows. */
export const exportTables = Object.keys(tables) as ExportTable[];

/** The next rows of one kind, after an id. */
export async function selectRowsAfter(
  ctx: Ctx,
  which: { communityId: string; table: ExportTable },
  page: { after: string | undefined; limit: number },
): Promise<{ id: string; [column: string]: unknown }[]> {
  const { from, columns } = tables[which.table];
  const { rows } = await sql<{ id: string; [column: string]: unknown }>`
    select ${columns} from ${from}
    where community_id = ${which.communityId} and (${page.after ?? null}::uuid is null or id > ${page.after ?? null}::uuid)
    order by id limit ${page.limit}`.execute(ctx.db);
  return rows;
}
