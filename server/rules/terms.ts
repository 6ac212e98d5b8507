/** The terms of one list: a page at a time, added, changed and taken off without sending the whole list. */
import { getZone } from '../communities/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { localDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, toPage } from '../platform/http/cursor.ts';
import { rulesErrors } from './errors.ts';
import { bumpRevision } from './revision.ts';
import { warmRulebook } from './rulebook.ts';
import { selectLists, touchList } from './store/lists.ts';
import * as store from './store/terms.ts';
import { checkPatterns, checkTerms, getListOf, listLimits, type ListId } from './term-check.ts';

/** A term as it is shown. */
export type ShownTerm = store.TermLine & {
  /** Its last day is over: it is not looked for. */
  expired: boolean;
};

/** A page of a list's terms in their order; `q` = those that contain it; `expired` = only those whose last day is over. */
export async function listTerms(
  ctx: Ctx,
  which: ListId,
  page: { q?: string | undefined; expired?: boolean | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: ShownTerm[]; nextCursor: string | null }> {
  await getListOf(ctx, which);
  const today = localDay(ctx.now(), await getZone(ctx, which.communityId));
  const after = page.cursor === undefined ? 0 : readPosition(page.cursor);
  const wish = { q: page.q ?? '', before: page.expired ? today : null, after, limit: page.limit + 1 };
  const rows = await store.selectTermPage(ctx, which, wish);
  const { items, nextCursor } = toPage(rows, page.limit, ({ position }) => [position]);
  const show = ({ term, comment, expires }: store.TermLine) => {
    return { term, comment, expires, expired: expires !== null && expires < today };
  };
  return { items: items.map(show), nextCursor };
}

/** Adds terms at the end; those that stand there already are left alone. */
export async function addTerms(
  ctx: Ctx,
  which: ListId,
  given: readonly store.TermLine[],
): Promise<{ added: number; known: number }> {
  const lines = [...new Map(given.map((line) => [line.term, line])).values()];
  checkTerms(
    ctx,
    lines.map(({ term }) => term),
  );
  return changeTerms(ctx, which, async (inner) => {
    const added = await store.insertMissingTerms(inner, which, lines);
    return { added, known: lines.length - added };
  });
}

/** Writes the comment or the last day of terms; what is not said stays. Terms that do not stand there are no mistake. */
export async function noteTerms(
  ctx: Ctx,
  which: ListId,
  { terms, ...note }: { terms: readonly string[]; comment?: string | undefined; expires?: string | null | undefined },
): Promise<{ changed: number }> {
  return changeTerms(ctx, which, async (inner) => {
    const known = await store.selectKnownTerms(inner, which, terms);
    const lines = known.map((line) => ({
      ...line,
      ...(note.comment === undefined ? {} : { comment: note.comment }),
      ...(note.expires === undefined ? {} : { expires: note.expires }),
    }));
    return { changed: await store.updateTerms(inner, which, lines) };
  });
}

/** Takes terms off; those that do not stand there are no mistake. */
export async function removeTerms(ctx: Ctx, which: ListId, terms: readonly string[]): Promise<{ removed: number }> {
  return changeTerms(ctx, which, async (inner) => ({ removed: await store.deleteTerms(inner, which, terms) }));
}

/** Changes the terms of a list in one transaction, within the limits; what was done is counted in the audit. */
export async function changeTerms<Done extends Record<string, number>>(
  ctx: Ctx,
  which: ListId,
  change: (ctx: Ctx) => Promise<Done>,
): Promise<Done> {
  return inTransaction(ctx, async (inner) => {
    await bumpRevision(inner, which.communityId);
    await getListOf(inner, which);
    const done = await change(inner);
    const all = (await selectLists(inner, which.communityId)).reduce((sum, list) => sum + list.terms, 0);
    if (all > listLimits.terms) throw rulesErrors.too_many_terms({ most: listLimits.terms });
    await checkPatterns(inner, which.communityId);
    await noteChange(inner, which, done);
    warmRulebook(inner, which.communityId, all);
    return done;
  });
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
