import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** The lists that packs were added as, by the pack's key. */
export async function selectPacks(ctx: Ctx, communityId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ pack: string; listId: string }>`
    select pack, list_id as "listId" from rules_packs where community_id = ${communityId}`.execute(ctx.db);
  return new Map(rows.map(({ pack, listId }) => [pack, listId]));
}

/** Notes that a pack was added as a list; false when it was added before and that list is still there. */
export async function insertPack(
  ctx: Ctx,
  communityId: string,
  { pack, listId }: { pack: string; listId: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into rules_packs (community_id, pack, list_id) values (${communityId}, ${pack}, ${listId})
    on conflict do nothing returning pack`.execute(ctx.db);
  return rows.length > 0;
}
