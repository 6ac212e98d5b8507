/** Which tables there are, in which order they can be filled, and what has to be said to PostgreSQL around filling them. */
import type pg from 'pg';

/** A table with the columns that are kept (what PostgreSQL computes itself is not). */
export interface Table {
  name: string;
  columns: string[];
}

/** All tables of the program, a table after those that it refers to. The register of migrations is not among them. */
export async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows: tables } = await client.query<Table>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'platform_migrations' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`);
  const { rows: references } = await client.query<{ from: string; to: string }>(`
    select distinct c.conrelid::regclass::text as from, c.confrelid::regclass::text as to from pg_constraint c
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace and c.conrelid <> c.confrelid`);
  return sortByReference(tables, references);
}

/** Tables after those that they refer to, otherwise in the order given; throws when two refer to each other. */
export function sortByReference(
  tables: readonly Table[],
  references: readonly { from: string; to: string }[],
): Table[] {
  const sorted: Table[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const waiting = new Set(left.map(({ name }) => name));
    const blocked = new Set(references.filter(({ to }) => waiting.has(to)).map(({ from }) => from));
    const free = left.filter(({ name }) => !blocked.has(name));
    if (free.length === 0) throw new Error(`tables refer to each other: ${[...waiting].join(', ')}`);
    sorted.push(...free);
    left = left.filter(({ name }) => blocked.has(name));
  }
  return sorted;
}

/** The table's columns as they stand in a statement. */
export function columnList(client: pg.ClientBase, { columns }: Table): string {
  return columns.map((column) => client.escapeIdentifier(column)).join(', ');
}

/** Empties tables of what migrations may have put there, and lets them be filled row by row without their own triggers. */
export async function prepareFilling(client: pg.ClientBase, tables: readonly Table[]): Promise<void> {
  const names = tables.map(({ name }) => client.escapeIdentifier(name));
  if (names.length === 0) return;
  await client.query(`truncate ${names.join(', ')}`);
  for (const name of names) await client.query(`alter table ${name} disable trigger user`);
}

/** Puts triggers back and lets counters of identity columns go on behind the largest number. */
export async function finishFilling(client: pg.ClientBase, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables) await client.query(`alter table ${client.escapeIdentifier(name)} enable trigger user`);
  const { rows } = await client.query<{ table: string; column: string }>(`
    select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attidentity <> '' and not a.attisdropped`);
  for (const { table, column } of rows) {
    const [name, field] = [client.escapeIdentifier(table), client.escapeIdentifier(column)];
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), coalesce((select max(${field}) from ${name}), 0) + 1, false)`,
      [name, column],
    );
  }
}

/** Whether anybody lives here already: a first-run link alone does not count. */
export async function isInhabited(client: pg.ClientBase): Promise<boolean> {
  for (const name of ['platform_users', 'communities_communities']) {
    const { rows } = await client.query<{ table: string | null }>('select to_regclass($1)::text as table', [
      `public.${name}`,
    ]);
    if (!rows[0]?.table) continue;
    const found = await client.query(`select from ${client.escapeIdentifier(name)} limit 1`);
    if (found.rows.length > 0) return true;
  }
  return false;
}

/** The migrations that the database has; none when it is new. */
export async function readApplied(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ table: string | null }>(
    `select to_regclass('public.platform_migrations')::text as table`,
  );
  if (!rows[0]?.table) return [];
  const applied = await client.query<{ name: string }>('select name from platform_migrations order by name');
  return applied.rows.map(({ name }) => name);
}
