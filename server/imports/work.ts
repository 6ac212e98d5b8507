/**
 * The work on a list: looking at every row (dry run), writing, taking back. Chunk by chunk, each a transaction that also notes how far it
 * came, so that it can be stopped, and goes on after any break where it stood.
 */
import { z } from 'zod';
import { getZone } from '../communities/index.ts';
import { listLivingGroups } from '../groups/index.ts';
import { foldName } from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { localDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { listFields, listTags, readWritten } from '../profiles/index.ts';
import { judgeRows, type Judgement } from './judge.ts';
import { readRow, type Plan, type Problem, type Wish } from './row.ts';
import {
  deleteOldRows,
  lockLists,
  selectForsaken,
  selectImport,
  selectRows,
  updateImport,
  updateRows,
  updateUndone,
  type Import,
  type ImportRow,
} from './store.ts';
import { takeBack } from './take-back.ts';
import { writeRows } from './write.ts';

/** Rows in one transaction: a fraction of a second. */
const chunk = 200;
const mostTags = 500;
const minute = 60_000;

/** Works on a list until nothing is left to do, or somebody stops it. */
export const workOn = defineJob({
  name: 'imports.work_on',
  payload: z.object({ communityId: z.uuid(), importId: z.uuid() }),
  run: (ctx, { communityId, importId }) => work(ctx, communityId, importId),
});

/** Every minute: takes up lists whose work broke off, because the process was killed or the database was away. */
export const takeUp = defineJob({
  name: 'imports.take_up',
  payload: z.object({}),
  cron: '* * * * *',
  run: async (ctx) => {
    for (const { communityId, id } of await selectForsaken(ctx, new Date(ctx.now().getTime() - minute)))
      await work(ctx, communityId, id);
  },
});

/** How long the rows of a list are kept after the last act, and with them the way back. */
export const keptDays = 30;

/** Every night: forgets the rows of lists that are done with. */
export const forgetRows = defineJob({
  name: 'imports.forget_rows',
  payload: z.object({}),
  cron: '40 19 * * *',
  run: async (ctx) => {
    await inTransaction(ctx, (inner) =>
      deleteOldRows(inner, new Date(inner.now().getTime() - keptDays * 24 * 60 * minute)),
    );
  },
});

/** One chunk of a list that is written or taken back; false when nothing is left. */
export function workChunk(ctx: Ctx, communityId: string, importId: string): Promise<boolean> {
  return inTransaction(ctx, (inner) => doChunk(inner, { communityId, importId, seen: newSeen() }));
}

async function work(ctx: Ctx, communityId: string, importId: string): Promise<void> {
  const seen = newSeen();
  while (await inTransaction(ctx, (inner) => doChunk(inner, { communityId, importId, seen }))) {
    // Each turn is a chunk; the row of the list says where the next one goes on.
  }
}

/** What the rows before have named; kept by the check while it runs, which therefore begins anew when it was broken off. */
interface Seen {
  revision: number;
  position: number;
  keys: Map<string, number>;
  newTags: Set<string>;
}

function newSeen(): Seen {
  return { revision: 0, position: 0, keys: new Map(), newTags: new Set() };
}

interface Chunk {
  communityId: string;
  importId: string;
  seen: Seen;
}

/** One chunk of whatever is to be done; false when nothing is left. */
async function doChunk(ctx: Ctx, { communityId, importId, seen }: Chunk): Promise<boolean> {
  const one = await selectImport(ctx, { communityId, id: importId }, true);
  if (one?.state === 'checking') return checkChunk(ctx, one, seen);
  if (one?.state === 'running') return writeChunk(ctx, one);
  if (one?.state === 'undoing') return undoChunk(ctx, one);
  return false;
}

async function checkChunk(ctx: Ctx, one: Import, seen: Seen): Promise<boolean> {
  const isBroken = seen.revision !== one.revision || seen.position !== one.position;
  if (isBroken) Object.assign(seen, { revision: one.revision, position: 0, keys: new Map(), newTags: new Set() });
  const rows = await selectRows(ctx, {
    communityId: one.communityId,
    importId: one.id,
    after: seen.position,
    limit: chunk,
  });
  const last = rows.at(-1)?.number;
  if (last === undefined) {
    await updateImport(ctx, one, { state: 'checked', position: 0 });
    return false;
  }
  const { plan, tagIds } = await readPlan(ctx, one);
  const read = rows.map((row) => ({ row, ...readRow(row.cells, plan) }));
  for (const { row, wish, problems } of read) {
    findRepeats({ row, wish, problems }, seen.keys);
    countTags({ wish, problems }, { plan, tagIds, newTags: seen.newTags });
  }
  const judged = await judgeRows(ctx, one.communityId, { wishes: read.map(({ wish }) => wish), tagIds });
  await updateRows(
    ctx,
    { communityId: one.communityId, importId: one.id },
    read.map(({ row, problems }, at) => judgedRow(row, judged[at]!, problems)),
  );
  seen.position = last;
  await updateImport(ctx, one, { position: last });
  return true;
}

type JudgedRow = Pick<ImportRow, 'number' | 'verdict' | 'problems' | 'changes' | 'identityId' | 'made'>;

function judgedRow(
  { number }: ImportRow,
  { verdict, kinds, change, ...judged }: Judgement,
  own: readonly Problem[],
): JudgedRow {
  const problems = [...own, ...judged.problems];
  return {
    number,
    verdict: problems.length > 0 ? 'bad' : verdict,
    problems,
    changes: problems.length > 0 || verdict === 'new' ? [] : kinds,
    identityId: change.person?.identities[0]?.id ?? null,
    made: null,
  };
}

/** The same person twice in one file: the team knows which row is right, not the program. */
function findRepeats(
  { row, wish, problems }: { row: ImportRow; wish: Wish; problems: Problem[] },
  keys: Map<string, number>,
): void {
  const first = wish.keys.map((key) => keys.get(key)).find((number) => number !== undefined);
  const byName = wish.keys[0]!.startsWith('name:');
  if (first !== undefined && wish.name !== '')
    problems.push({ column: null, code: byName ? 'name_twice' : 'twice', data: { row: first } });
  for (const key of wish.keys) if (!keys.has(key)) keys.set(key, row.number);
}

function countTags(
  { wish, problems }: { wish: Wish; problems: Problem[] },
  { plan, tagIds, newTags }: { plan: Plan; tagIds: ReadonlyMap<string, string>; newTags: Set<string> },
): void {
  for (const tag of wish.tags.map((name) => name.toLowerCase())) {
    if (tagIds.has(tag) || newTags.has(tag)) continue;
    if (tagIds.size + newTags.size < mostTags) newTags.add(tag);
    else problems.push({ column: plan.targets.indexOf('tags'), code: 'tag_many', data: { most: mostTags } });
  }
}

async function readPlan(ctx: Ctx, one: Import): Promise<{ plan: Plan; tagIds: Map<string, string>; zone: string }> {
  const { communityId } = one;
  const zone = await getZone(ctx, communityId);
  const groups = new Map<string, string | 'twice'>();
  for (const { id, name } of await listLivingGroups(ctx, communityId))
    groups.set(foldName(name), groups.has(foldName(name)) ? 'twice' : id);
  const fields = new Map((await listFields(ctx, communityId)).map((field) => [field.id, field]));
  const tagIds = new Map((await listTags(ctx, communityId)).map(({ id, name }) => [name.toLowerCase(), id]));
  const plan: Plan = {
    targets: one.targets,
    fields,
    groups,
    groupId: one.groupId,
    today: localDay(ctx.now(), zone),
    readField: (field, cell) => readWritten(ctx, field, cell),
  };
  return { plan, tagIds, zone };
}

/** Writes the next rows; each is judged once more, as the world has moved on since the dry run. */
async function writeChunk(ctx: Ctx, one: Import): Promise<boolean> {
  const { communityId, id: importId } = one;
  const which = { communityId, importId };
  const rows = await selectRows(ctx, { ...which, after: one.position, limit: chunk, verdicts: ['new', 'changed'] });
  const last = rows.at(-1)?.number;
  if (last === undefined) {
    await updateImport(ctx, one, { state: 'done', endedAt: ctx.now() });
    await auditEnd(ctx, one, 'imports.import_people');
    return false;
  }
  await lockLists(ctx, communityId);
  const { plan, tagIds, zone } = await readPlan(ctx, one);
  const read = rows.map((row) => ({ row, ...readRow(row.cells, plan) }));
  const judged = await judgeRows(ctx, communityId, { wishes: read.map(({ wish }) => wish), tagIds });
  const outcome = read.map(({ row, problems }, at) => judgedRow(row, judged[at]!, problems));
  const good = outcome.flatMap(({ verdict }, at) => (verdict === 'new' || verdict === 'changed' ? at : []));
  const made = await writeRows(
    ctx,
    { communityId, zone, tagIds, by: one.createdBy, source: one.fileName.replace(/\.[^.]*$/, '').slice(0, 60) },
    good.map((at) => judged[at]!.change),
  );
  for (const [index, at] of good.entries()) {
    outcome[at]!.made = made[index]!;
    outcome[at]!.identityId = made[index]!.identityId;
  }
  // What the dry run has promised stays in the counts: somebody who is the same by now was written by an earlier turn of it.
  await updateRows(ctx, which, outcome);
  await updateImport(ctx, one, { position: last });
  return true;
}

async function undoChunk(ctx: Ctx, one: Import): Promise<boolean> {
  const { communityId, id: importId } = one;
  const which = { communityId, importId };
  const rows = await selectRows(ctx, { ...which, after: 0, limit: chunk, standing: true });
  if (rows.length === 0) {
    await updateImport(ctx, one, { state: 'undone', endedAt: ctx.now() });
    await auditEnd(ctx, one, 'imports.undo_import');
    return false;
  }
  await lockLists(ctx, communityId);
  await updateUndone(
    ctx,
    which,
    await takeBack(
      ctx,
      communityId,
      rows.map(({ number, made }) => ({ number, made: made! })),
    ),
  );
  await updateImport(ctx, one, {});
  return true;
}

async function auditEnd(ctx: Ctx, one: Import, action: 'imports.import_people' | 'imports.undo_import'): Promise<void> {
  const { communityId, rows, createdName } = one;
  await recordAudit(ctx, {
    communityId,
    action,
    target: { kind: 'import', id: one.id },
    detail: { rows, by: createdName },
  });
}
