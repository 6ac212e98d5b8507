import type { Cell } from '../../../lib/spreadsheet/xlsx.ts';
import { listGroupNames } from '../../groups/index.ts';
import { listIdentities } from '../../people/index.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import { findUsers } from '../../platform/auth/index.ts';
import { inTransaction, type Ctx } from '../../platform/context.ts';
import type { Wait } from '../store/waits.ts';
import { listWaits, type WaitFilter } from './response.ts';

const columns = [
  'at',
  'group',
  'asked_by',
  'question',
  'state',
  'answered_at',
  'minutes',
  'due_at',
  'assignee',
] as const;
const step = 500;

/** Keeps that a file was taken, and of what. */
export async function recordExport(
  ctx: Ctx,
  communityId: string,
  filter: Readonly<Record<string, unknown>>,
): Promise<void> {
  const detail = Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)]));
  await inTransaction(ctx, (inner) => recordAudit(inner, { communityId, action: 'desk.export_waits', detail }));
}

/** The questions behind a number, line by line with their headings. */
export async function* writeWaits(ctx: Ctx, communityId: string, filter: WaitFilter): AsyncGenerator<readonly Cell[]> {
  yield columns.map((column) => ctx.t(`desk:file.${column}`));
  for (let cursor: string | undefined; ;) {
    const { items, nextCursor } = await listWaits(ctx, communityId, { ...filter, cursor, limit: step });
    yield* await writeLines(ctx, communityId, items);
    if (nextCursor === null) return;
    cursor = nextCursor;
  }
}

async function writeLines(ctx: Ctx, communityId: string, waits: readonly Wait[]): Promise<Cell[][]> {
  const unique = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];
  const groups = await listGroupNames(ctx, communityId, unique(waits.map(({ groupId }) => groupId)));
  const asked = await listIdentities(ctx, communityId, unique(waits.map(({ askedBy }) => askedBy)));
  const names = new Map(asked.map(({ id, name }) => [id, name]));
  const users = await findUsers(ctx, unique(waits.map(({ assigneeId }) => assigneeId)));
  const stewards = new Map(users.map(({ id, name }) => [id, name]));
  return waits.map((wait) => [
    wait.at.toISOString(),
    groups.get(wait.groupId) ?? '',
    names.get(wait.askedBy) ?? '',
    wait.excerpt,
    ctx.t(`desk:state.${wait.state}`),
    wait.answeredAt?.toISOString() ?? null,
    wait.minutes,
    wait.dueAt?.toISOString() ?? null,
    wait.assigneeId === null ? null : (stewards.get(wait.assigneeId) ?? ''),
  ]);
}
