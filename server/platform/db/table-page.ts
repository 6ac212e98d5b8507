import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../context.ts';

/** A table of community data as it is written out: its rows in the order of its keys. */
export interface WrittenTable {
  table: string;
  /** Columns after `community_id` in the key, in its order: ids, and days by the name of `day`. */
  keys: readonly string[];
  /** What is shown of a row, which is called `t`. */
  row: RawBuilder<unknown>;
}

/** A page of a table after the row with these keys, with the keys of each row. */
export async function selectTablePage(
  ctx: Ctx,
  { communityId, table: { table, keys, row } }: { communityId: string; table: WrittenTable },
  page: { after: readonly string[] | null; limit: number },
): Promise<{ keys: string[]; row: Record<string, unknown> }[]> {
  const columns = sql.join(keys.map((key) => sql.ref(`t.${key}`)));
  const texts = sql.join(keys.map((key) => sql`${sql.ref(`t.${key}`)}::text`));
  const start = page.after
    ? sql`and (${columns}) > (${sql.join(page.after.map((value, at) => sql`${value}::${sql.raw(keys[at] === 'day' ? 'date' : 'uuid')}`))})`
    : sql``;
  const { rows } = await sql<Record<string, unknown> & { exportKeys: string[] }>`
    select ${row}, array[${texts}] as "exportKeys" from ${sql.table(table)} t
    where t.community_id = ${communityId} ${start} order by ${columns} limit ${page.limit}`.execute(ctx.db);
  return rows.map(({ exportKeys, ...rest }) => ({ keys: exportKeys, row: rest }));
}
