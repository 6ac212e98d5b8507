import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { WrittenTable } from '../../platform/db/table-page.ts';

interface Who {
  communityId: string;
  identityIds: readonly string[];
}

/** Forgets what may be found of people; gives the number of rows. */
export async function deleteFaces(ctx: Ctx, { communityId, identityIds }: Who): Promise<number> {
  const one = await sql`
    delete from introductions_faces where community_id = ${communityId} and identity_ids && ${identityIds}::uuid[]`.execute(
    ctx.db,
  );
  let rows = Number(one.numAffectedRows ?? 0n);
  for (const table of ['stale', 'asides']) {
    const { numAffectedRows } = await sql`
      delete from ${sql.table(`introductions_${table}`)}
      where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(ctx.db);
    rows += Number(numAffectedRows ?? 0n);
  }
  return rows;
}

/** Tables of the full export with the columns that sort them and what is shown of a row. */
export const exportTables = {
  aside: { table: 'introductions_asides', keys: ['identity_id'], row: sql`t.identity_id as "identityId", t.at` },
} as const satisfies Record<string, WrittenTable>;
