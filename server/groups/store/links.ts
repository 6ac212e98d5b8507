import { sql, type Generated, type Selectable } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { JoinLink } from '../links.ts';

interface LinkTable {
  community_id: string;
  id: string;
  group_id: string;
  code: string;
  channel: string;
  expires_at: Date | null;
  max_uses: number | null;
  uses: Generated<number>;
  revoked_at: Date | null;
  created_at: Date;
  created_by: string;
}

type Tables = {
  groups_links: LinkTable;
};

const tables = (ctx: Ctx) => ctx.db.withTables<Tables>();

/** Adds a link; false when its code is taken. */
export async function insertLink(ctx: Ctx, link: JoinLink & { createdBy: string }): Promise<boolean> {
  const row = await tables(ctx)
    .insertInto('groups_links')
    .values({
      community_id: link.communityId,
      id: link.id,
      group_id: link.groupId,
      code: link.code,
      channel: link.channel,
      expires_at: link.expiresAt,
      max_uses: link.maxUses,
      created_at: link.createdAt,
      created_by: link.createdBy,
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes what may change about a link, except its uses. */
export async function writeLink(ctx: Ctx, link: JoinLink): Promise<void> {
  await tables(ctx)
    .updateTable('groups_links')
    .set({ channel: link.channel, expires_at: link.expiresAt, max_uses: link.maxUses, revoked_at: link.revokedAt })
    .where('community_id', '=', link.communityId)
    .where('id', '=', link.id)
    .execute();
}

/** One link of a community; locked against other changes and uses when `lock` is set. */
export async function selectLink(
  ctx: Ctx,
  target: { communityId: string; linkId: string; lock?: boolean },
): Promise<JoinLink | undefined> {
  const query = tables(ctx)
    .selectFrom('groups_links')
    .selectAll()
    .where('community_id', '=', target.communityId)
    .where('id', '=', target.linkId);
  const row = await (target.lock ? query.forUpdate() : query).executeTakeFirst();
  return row && toLink(row);
}

/** Those of these links that are there. */
export async function selectLinksById(ctx: Ctx, communityId: string, ids: readonly string[]): Promise<JoinLink[]> {
  if (ids.length === 0) return [];
  const rows = await tables(ctx)
    .selectFrom('groups_links')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', 'in', ids)
    .execute();
  return rows.map(toLink);
}

/** The link with this code. */
export async function selectLinkByCode(ctx: Ctx, code: string): Promise<JoinLink | undefined> {
  const row = await tables(ctx).selectFrom('groups_links').selectAll().where('code', '=', code).executeTakeFirst();
  return row && toLink(row);
}

/** A page of links, of one group or of the whole community, oldest first. */
export async function selectLinks(
  ctx: Ctx,
  target: { communityId: string; groupId?: string },
  page: { after: string | undefined; limit: number },
): Promise<JoinLink[]> {
  let query = tables(ctx).selectFrom('groups_links').selectAll().where('community_id', '=', target.communityId);
  if (target.groupId !== undefined) query = query.where('group_id', '=', target.groupId);
  if (page.after !== undefined) query = query.where('id', '>', page.after);
  const rows = await query.orderBy('id').limit(page.limit).execute();
  return rows.map(toLink);
}

/** Counts one use if the link is still good at `at`; the row lock makes the check and the count one step. */
export async function useLinkIfGood(ctx: Ctx, code: string, at: Date): Promise<JoinLink | undefined> {
  const row = await tables(ctx)
    .updateTable('groups_links')
    .set((eb) => ({ uses: eb('uses', '+', 1) }))
    .where('code', '=', code)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', at)]))
    .where((eb) => eb.or([eb('max_uses', 'is', null), eb('uses', '<', eb.ref('max_uses'))]))
    .returningAll()
    .executeTakeFirst();
  return row && toLink(row);
}

/** Revokes all links of a group. */
export async function revokeLinksOf(ctx: Ctx, group: { communityId: string; id: string }, at: Date): Promise<number> {
  const { rows } = await sql`
    update groups_links set revoked_at = ${at}
    where community_id = ${group.communityId} and group_id = ${group.id} and revoked_at is null
    returning id`.execute(ctx.db);
  return rows.length;
}

/** How many links of a community can be used at `at`. */
export async function countGoodLinks(ctx: Ctx, communityId: string, at: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from groups_links
    where community_id = ${communityId} and revoked_at is null and (expires_at is null or expires_at > ${at})
      and (max_uses is null or uses < max_uses)`.execute(ctx.db);
  return rows[0]!.count;
}

function toLink(row: Selectable<LinkTable>): JoinLink {
  return {
    id: row.id,
    communityId: row.community_id,
    groupId: row.group_id,
    code: row.code,
    channel: row.channel,
    expiresAt: row.expires_at,
    maxUses: row.max_uses,
    uses: row.uses,
    revokedAt: row.revoked_at,
    createdAt: row.created_at,
  };
}
