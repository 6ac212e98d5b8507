/** Lists that the team brings along: taking a file in, saying what its columns are, importing, stopping, taking back. */
import { createHash } from 'node:crypto';
import { readTable } from '../../lib/spreadsheet/read-table.ts';
import { UnreadableTable } from '../../lib/spreadsheet/table.ts';
import { getGroup } from '../groups/index.ts';
import { actorKey } from '../platform/auth/actor.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { claimKey, keepAnswer } from '../platform/http/idempotency.ts';
import { newId } from '../platform/ids.ts';
import { listFields } from '../profiles/index.ts';
import { findHead, foldHeading, plainTargets, recogniseColumns, type Target } from './column.ts';
import { importsErrors } from './errors.ts';
import {
  countRows,
  insertImport,
  selectImport,
  selectImports,
  selectMeanings,
  selectRows,
  updateImport,
  type Counts,
  type Import,
  type ImportState,
} from './store.ts';
import { workOn } from './work.ts';

/** A file as it was uploaded. */
export interface Upload {
  communityId: string;
  fileName: string;
  sheet?: string | undefined;
  bytes: Uint8Array;
}

/** A list with its counts and what its columns look like. */
export interface ShownImport extends Import {
  counts: Counts;
  /** First cells of each column that are not empty. */
  samples: string[][];
}

const noCounts: Counts = { new: 0, changed: 0, same: 0, bad: 0, written: 0, taken: 0, kept: 0 };

/** Takes a file in and begins to look at its rows; a repeat with the same key gives the first one again. */
export async function startImport(ctx: Ctx, upload: Upload, key: string | null): Promise<{ id: string }> {
  const table = readUpload(upload);
  return inTransaction(ctx, async (inner) => {
    if (key === null) return keepImport(inner, upload, table);
    const requestHash = createHash('sha256')
      .update(`imports\0${upload.communityId}\0`)
      .update(upload.bytes)
      .digest('base64url');
    const stored = await claimKey(inner, { key, requestHash });
    if (stored?.body) return JSON.parse(stored.body) as { id: string };
    const made = await keepImport(inner, upload, table);
    await keepAnswer(inner, key, { status: 201, body: JSON.stringify(made) });
    return made;
  });
}

function readUpload({ bytes, sheet }: Upload): ReturnType<typeof readTable> {
  try {
    return readTable(bytes, { sheet });
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    throw importsErrors.unreadable({ problem: error.problem }, error);
  }
}

async function keepImport(ctx: Ctx, upload: Upload, table: ReturnType<typeof readTable>): Promise<{ id: string }> {
  const { communityId } = upload;
  const fields = await listFields(ctx, communityId);
  const head = findHead(table.rows, fields);
  const width = Math.max(...table.rows.slice(head).map(({ cells }) => cells.length));
  const headings = Array.from({ length: width }, (_, at) => (table.rows[head]?.cells[at] ?? '').slice(0, 60));
  const rows = table.rows.slice(head + 1);
  if (rows.length === 0) throw importsErrors.no_rows();
  const last = new Map<string, Target>();
  for (const { headings: names, targets } of (await selectMeanings(ctx, communityId)).toReversed())
    for (const [at, name] of names.entries()) if (name !== '' && targets[at]) last.set(foldHeading(name), targets[at]);
  const known = new Set(fields.map(({ id }) => `field.${id}`));
  for (const [name, target] of last) if (target.startsWith('field.') && !known.has(target)) last.delete(name);
  const { actor } = ctx;
  const one = {
    id: newId(ctx.now()),
    communityId,
    fileName: upload.fileName,
    sheet: table.sheet,
    sheets: table.sheets,
    headings,
    targets: recogniseColumns(headings, { fields, last }),
    createdBy: actorKey(actor),
    createdName: actor.kind === 'operator' || actor.kind === 'token' ? actor.name : actorKey(actor),
  };
  await insertImport(ctx, one, rows);
  ctx.enqueue(workOn, { communityId, importId: one.id });
  await recordAudit(ctx, {
    communityId,
    action: 'imports.start_import',
    target: { kind: 'import', id: one.id },
    detail: { rows: rows.length },
  });
  return { id: one.id };
}

/** A list as it stands; throws `platform.not_found`. */
export async function getImport(ctx: Ctx, communityId: string, id: string): Promise<ShownImport> {
  const one = await selectImport(ctx, { communityId, id });
  if (!one) throw platformErrors.not_found();
  const counts = (await countRows(ctx, communityId, [id])).get(id) ?? noCounts;
  const rows = await selectRows(ctx, { communityId, importId: id, after: 0, limit: 20 });
  const samples = one.headings.map((_, at) =>
    rows
      .flatMap(({ cells }) => cells[at] || [])
      .slice(0, 3)
      .map((cell) => cell.slice(0, 40)),
  );
  return { ...one, counts, samples };
}

/** The latest lists with their counts. */
export async function listImports(ctx: Ctx, communityId: string): Promise<(Import & { counts: Counts })[]> {
  const imports = await selectImports(ctx, communityId, 50);
  const counts = await countRows(
    ctx,
    communityId,
    imports.map(({ id }) => id),
  );
  return imports.map((one) => ({ ...one, counts: counts.get(one.id) ?? noCounts }));
}

/** Says what columns are and to which group rows belong that name none; all rows are looked at anew. Call inside a transaction. */
export async function changeColumns(
  ctx: Ctx,
  which: { communityId: string; id: string },
  change: { targets?: readonly (string | null)[] | undefined; groupId?: string | null | undefined },
): Promise<void> {
  const one = await lockImport(ctx, which, ['checking', 'checked']);
  const targets = change.targets === undefined ? one.targets : await readTargets(ctx, one, change.targets);
  if (change.groupId) await getGroup(ctx, which.communityId, change.groupId);
  const groupId = change.groupId === undefined ? one.groupId : change.groupId;
  await updateImport(ctx, one, { state: 'checking', position: 0, revision: one.revision + 1, targets, groupId });
  ctx.enqueue(workOn, { communityId: which.communityId, importId: which.id });
}

async function readTargets(ctx: Ctx, one: Import, targets: readonly (string | null)[]): Promise<(Target | null)[]> {
  const known = new Set<string>([
    'ignore',
    ...plainTargets,
    ...(await listFields(ctx, one.communityId)).map(({ id }) => `field.${id}`),
  ]);
  const used = new Set<string>();
  if (targets.length !== one.headings.length) throw importsErrors.unknown_target({ name: String(targets.length) });
  for (const target of targets) {
    if (target === null || target === 'ignore') continue;
    if (!known.has(target)) throw importsErrors.unknown_target({ name: target });
    if (used.has(target)) throw importsErrors.column_twice();
    used.add(target);
  }
  return targets as (Target | null)[];
}

/** Begins to write what the dry run has shown, or goes on with it. Call inside a transaction. */
export async function runImport(ctx: Ctx, which: { communityId: string; id: string }): Promise<void> {
  const one = await lockImport(ctx, which, ['checked', 'stopped']);
  if (!one.targets.includes('name')) throw importsErrors.no_name_column();
  await updateImport(ctx, one, { state: 'running' });
  ctx.enqueue(workOn, { communityId: which.communityId, importId: which.id });
}

/** Stops the writing after the rows that are under way; what is written stays. Call inside a transaction. */
export async function stopImport(ctx: Ctx, which: { communityId: string; id: string }): Promise<void> {
  const one = await lockImport(ctx, which, ['running']);
  await updateImport(ctx, one, { state: 'stopped' });
}

/** Takes back what an import has made, as long as nothing has happened with it since. Call inside a transaction. */
export async function undoImport(ctx: Ctx, which: { communityId: string; id: string }): Promise<void> {
  const one = await lockImport(ctx, which, ['done', 'stopped']);
  await updateImport(ctx, one, { state: 'undoing' });
  ctx.enqueue(workOn, { communityId: which.communityId, importId: which.id });
}

async function lockImport(
  ctx: Ctx,
  { communityId, id }: { communityId: string; id: string },
  states: readonly ImportState[],
): Promise<Import> {
  const one = await selectImport(ctx, { communityId, id }, true);
  if (!one) throw platformErrors.not_found();
  if (one.forgottenAt !== null) throw importsErrors.forgotten();
  if (!states.includes(one.state)) throw importsErrors.wrong_state();
  return one;
}
