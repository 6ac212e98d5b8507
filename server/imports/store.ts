import { sql } from 'kysely';
import type { Ctx } from '../platform/context.ts';
import type { WrittenTable } from '../platform/db/table-page.ts';
import type { Target } from './column.ts';
import type { ChangeKind } from './judge.ts';
import type { Problem } from './row.ts';
import type { Made } from './write.ts';

/** Where a list stands. */
export type ImportState = 'checking' | 'checked' | 'running' | 'stopped' | 'done' | 'undoing' | 'undone';

/** A list that the team has brought along. */
export interface Import {
  id: string;
  communityId: string;
  fileName: string;
  sheet: string | null;
  sheets: string[];
  state: ImportState;
  headings: string[];
  targets: (Target | null)[];
  groupId: string | null;
  rows: number;
  position: number;
  revision: number;
  createdAt: Date;
  createdBy: string;
  createdName: string;
  endedAt: Date | null;
  forgottenAt: Date | null;
}

/** What a row would do, or why it does nothing. */
export type Verdict = 'new' | 'changed' | 'same' | 'bad';

/** One row of a list. */
export interface ImportRow {
  number: number;
  cells: string[];
  verdict: Verdict | null;
  problems: Problem[];
  changes: ChangeKind[];
  identityId: string | null;
  made: Made | null;
  undone: 'taken' | 'kept' | null;
}

/** Rows by what becomes or became of them. */
export type Counts = Record<Verdict | 'written' | 'taken' | 'kept', number>;

const columns = sql`id, community_id as "communityId", file_name as "fileName", sheet, sheets, state, headings, targets,
  group_id as "groupId", rows, position, revision, created_at as "createdAt", created_by as "createdBy",
  created_name as "createdName", ended_at as "endedAt", forgotten_at as "forgottenAt"`;
const rowColumns = sql`number, cells, verdict, problems, changes, identity_id as "identityId", made, undone`;

/** Keeps a list with its rows. */
export async function insertImport(
  ctx: Ctx,
  one: Pick<
    Import,
    'id' | 'communityId' | 'fileName' | 'sheet' | 'sheets' | 'headings' | 'targets' | 'createdBy' | 'createdName'
  >,
  rows: readonly Pick<ImportRow, 'number' | 'cells'>[],
): Promise<void> {
  await sql`
    insert into imports_imports (community_id, id, file_name, sheet, sheets, state, headings, targets, rows, created_at,
      created_by, created_name, beat_at)
    values (${one.communityId}, ${one.id}, ${one.fileName}, ${one.sheet}, ${JSON.stringify(one.sheets)}::jsonb, 'checking',
      ${JSON.stringify(one.headings)}::jsonb, ${JSON.stringify(one.targets)}::jsonb, ${rows.length}, ${ctx.now()},
      ${one.createdBy}, ${one.createdName}, ${ctx.now()})`.execute(ctx.db);
  const chunk = 2000;
  for (let from = 0; from < rows.length; from += chunk)
    await sql`
      insert into imports_rows (community_id, import_id, number, cells)
      select ${one.communityId}, ${one.id}, number, cells
      from jsonb_to_recordset(${JSON.stringify(rows.slice(from, from + chunk))}::jsonb) as row(number int, cells jsonb)`.execute(
      ctx.db,
    );
}

/** A list; `lock` = nobody else works on it until the transaction ends. */
export async function selectImport(
  ctx: Ctx,
  { communityId, id }: { communityId: string; id: string },
  lock = false,
): Promise<Import | undefined> {
  const { rows } = await sql<Import>`
    select ${columns} from imports_imports where community_id = ${communityId} and id = ${id}
    ${lock ? sql`for update` : sql``}`.execute(ctx.db);
  return rows[0];
}

/** Lists, newest first. */
export async function selectImports(ctx: Ctx, communityId: string, limit: number): Promise<Import[]> {
  const { rows } = await sql<Import>`
    select ${columns} from imports_imports where community_id = ${communityId} order by id desc limit ${limit}`.execute(
    ctx.db,
  );
  return rows;
}

/** What has been said of columns so far, latest list first: headings with their meanings. */
export async function selectMeanings(ctx: Ctx, communityId: string): Promise<Pick<Import, 'headings' | 'targets'>[]> {
  const { rows } = await sql<Pick<Import, 'headings' | 'targets'>>`
    select headings, targets from imports_imports
    where community_id = ${communityId} and state in ('running', 'stopped', 'done') order by id desc limit 10`.execute(
    ctx.db,
  );
  return rows;
}

/** Changes where a list stands; the given parts only. */
export async function updateImport(
  ctx: Ctx,
  which: { communityId: string; id: string },
  change: Partial<Pick<Import, 'state' | 'targets' | 'groupId' | 'position' | 'revision' | 'endedAt'>>,
): Promise<void> {
  const has = (key: keyof typeof change) => Object.hasOwn(change, key);
  await sql`
    update imports_imports set beat_at = ${ctx.now()}
      ${has('state') ? sql`, state = ${change.state}` : sql``}
      ${has('targets') ? sql`, targets = ${JSON.stringify(change.targets)}::jsonb` : sql``}
      ${has('groupId') ? sql`, group_id = ${change.groupId}` : sql``}
      ${has('position') ? sql`, position = ${change.position}` : sql``}
      ${has('revision') ? sql`, revision = ${change.revision}` : sql``}
      ${has('endedAt') ? sql`, ended_at = ${change.endedAt}` : sql``}
    where community_id = ${which.communityId} and id = ${which.id}`.execute(ctx.db);
}

/** Lists whose work has not been heard of since a moment. */
export async function selectForsaken(ctx: Ctx, since: Date): Promise<{ communityId: string; id: string }[]> {
  const { rows } = await sql<{ communityId: string; id: string }>`
    select community_id as "communityId", id from imports_imports
    where state in ('checking', 'running', 'undoing') and beat_at < ${since} order by beat_at`.execute(ctx.db);
  return rows;
}

/** Which rows are wanted. */
export interface RowWish {
  communityId: string;
  importId: string;
  after: number;
  limit: number;
  verdicts?: readonly Verdict[];
  /** Only what the import has written and nobody has taken back. */
  standing?: boolean;
}

/** Rows in their order. */
export async function selectRows(ctx: Ctx, wish: RowWish): Promise<ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    select ${rowColumns} from imports_rows
    where community_id = ${wish.communityId} and import_id = ${wish.importId} and number > ${wish.after}
      ${wish.verdicts ? sql`and verdict = any(${[...wish.verdicts]}::text[])` : sql``}
      ${wish.standing ? sql`and made is not null and undone is null` : sql``}
    order by number limit ${wish.limit}`.execute(ctx.db);
  return rows;
}

/** Writes down what becomes of rows. */
export async function updateRows(
  ctx: Ctx,
  which: { communityId: string; importId: string },
  rows: readonly Pick<ImportRow, 'number' | 'verdict' | 'problems' | 'changes' | 'identityId' | 'made'>[],
): Promise<void> {
  await sql`
    update imports_rows r set verdict = given.verdict, problems = given.problems, changes = given.changes,
      identity_id = given."identityId", made = given.made
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given(number int, verdict text, problems jsonb, changes jsonb, "identityId" uuid, made jsonb)
    where r.community_id = ${which.communityId} and r.import_id = ${which.importId} and r.number = given.number`.execute(
    ctx.db,
  );
}

/** Notes which rows were taken back, and which were kept because something has happened since. */
export async function updateUndone(
  ctx: Ctx,
  which: { communityId: string; importId: string },
  rows: readonly { number: number; undone: 'taken' | 'kept' }[],
): Promise<void> {
  await sql`
    update imports_rows r set undone = given.undone
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(number int, undone text)
    where r.community_id = ${which.communityId} and r.import_id = ${which.importId} and r.number = given.number`.execute(
    ctx.db,
  );
}

/** How many rows become or became what, by list. */
export async function countRows(
  ctx: Ctx,
  communityId: string,
  importIds: readonly string[],
): Promise<Map<string, Counts>> {
  const { rows } = await sql<Counts & { importId: string }>`
    select import_id as "importId", count(*) filter (where verdict = 'new')::int as new,
      count(*) filter (where verdict = 'changed')::int as changed, count(*) filter (where verdict = 'same')::int as same,
      count(*) filter (where verdict = 'bad')::int as bad, count(*) filter (where made is not null)::int as written,
      count(*) filter (where undone = 'taken')::int as taken, count(*) filter (where undone = 'kept')::int as kept
    from imports_rows where community_id = ${communityId} and import_id = any(${importIds}::uuid[]) group by 1`.execute(
    ctx.db,
  );
  return new Map(rows.map(({ importId, ...counts }) => [importId, counts]));
}

/** Keeps other lists of a community from being written until the transaction ends, so that two never make one person twice. */
export async function lockLists(ctx: Ctx, communityId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`imports:${communityId}`}, 0))`.execute(ctx.db);
}

/** Forgets rows of lists that ended before a moment; gives how many lists they were. */
export async function deleteOldRows(ctx: Ctx, before: Date): Promise<number> {
  const { rows } = await sql`
    with old as (
      update imports_imports set forgotten_at = ${ctx.now()}
      where forgotten_at is null and beat_at < ${before} and state not in ('running', 'undoing')
      returning community_id, id
    ), gone as (
      delete from imports_rows r using old where r.community_id = old.community_id and r.import_id = old.id
    )
    select id from old`.execute(ctx.db);
  return rows.length;
}

/** Forgets the rows of some people; gives their number. */
export async function deleteRowsOf(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<number> {
  const result = await sql`
    delete from imports_rows where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(
    ctx.db,
  );
  return Number(result.numAffectedRows ?? 0n);
}

/** The rows of some people, as they stood in the files. */
export async function selectRowsOf(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<{ fileName: string; importedAt: Date; headings: string[]; cells: string[] }[]> {
  const { rows } = await sql<{ fileName: string; importedAt: Date; headings: string[]; cells: string[] }>`
    select i.file_name as "fileName", i.created_at as "importedAt", i.headings, r.cells
    from imports_rows r join imports_imports i on i.community_id = r.community_id and i.id = r.import_id
    where r.community_id = ${communityId} and r.identity_id = any(${identityIds}::uuid[]) order by i.id, r.number`.execute(
    ctx.db,
  );
  return rows;
}

/** Tables of the full export. */
export const exportTables = {
  import: {
    table: 'imports_imports',
    keys: ['id'],
    row: sql`t.id, t.file_name as "fileName", t.state, t.rows, t.created_at as "createdAt", t.ended_at as "endedAt"`,
  },
} as const satisfies Record<string, WrittenTable>;
