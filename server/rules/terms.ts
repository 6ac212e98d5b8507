/** The terms of one list, a page at a time: looked through, added and taken off without sending the whole list. */
import { recordAudit } from '../platform/audit/audit.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, toPage } from '../platform/http/cursor.ts';
import { rulesErrors } from './errors.ts';
import { listLimits } from './lists.ts';
import { bumpRevision } from './revision.ts';
import { selectLists, touchList } from './store/lists.ts';
import { deleteTerms, insertMissingTerms, selectTermPage } from './store/terms.ts';

interface ListId {
  communityId: string;
  listId: string;
}

/** A page of a list's terms in their order; `q` = those that contain it. */
export async function listTerms(
  ctx: Ctx,
  which: ListId,
  page: { q?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: string[]; nextCursor: string | null }> {
  await getListOf(ctx, which);
  const after = page.cursor === undefined ? 0 : readPosition(page.cursor);
  const rows = await selectTermPage(ctx, which, { q: page.q ?? '', after, limit: page.limit + 1 });
  const { items, nextCursor } = toPage(rows, page.limit, ({ position }) => [position]);
  return { items: items.map(({ term }) => term), nextCursor };
}

/** Adds terms at the end; those that stand there already are left alone. */
export async function addTerms(
  ctx: Ctx,
  which: ListId,
  terms: readonly string[],
): Promise<{ added: number; known: number }> {
  return inTransaction(ctx, async (inner) => {
    await bumpRevision(inner, which.communityId);
    await getListOf(inner, which);
    const wished = [...new Set(terms)];
    const added = await insertMissingTerms(inner, which, wished);
    const all = (await selectLists(inner, which.communityId)).reduce((sum, list) => sum + list.terms, 0);
    if (all > listLimits.terms) throw rulesErrors.too_many_terms({ most: listLimits.terms });
    await noteChange(inner, which, { added });
    return { added, known: wished.length - added };
  });
}

/** Takes terms off; those that do not stand there are no mistake. */
export async function removeTerms(ctx: Ctx, which: ListId, terms: readonly string[]): Promise<{ removed: number }> {
  return inTransaction(ctx, async (inner) => {
    await bumpRevision(inner, which.communityId);
    await getListOf(inner, which);
    const removed = await deleteTerms(inner, which, terms);
    await noteChange(inner, which, { removed });
    return { removed };
  });
}

async function getListOf(ctx: Ctx, { communityId, listId }: ListId): Promise<void> {
  if (!(await selectLists(ctx, communityId)).some(({ id }) => id === listId)) throw platformErrors.not_found();
}

/** Which words were added stays out of the audit: they are what the team watches for. */
async function noteChange(ctx: Ctx, { communityId, listId }: ListId, detail: Record<string, number>): Promise<void> {
  await touchList(ctx, communityId, listId);
  await recordAudit(ctx, { communityId, action: 'rules.change_list', target: { kind: 'list', id: listId }, detail });
}

function readPosition(cursor: string): number {
  const [position] = decodeCursor(cursor, 1);
  if (!Number.isInteger(position) || Math.abs(Number(position)) > 2e9) throw platformErrors.bad_cursor();
  return Number(position);
}
