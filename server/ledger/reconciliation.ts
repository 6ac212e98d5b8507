import { inTransaction, type Ctx } from '../platform/context.ts';
import { toPage } from '../platform/http/cursor.ts';
import { newId } from '../platform/ids.ts';
import { readIdCursor } from './account.ts';
import {
  examineAccounts,
  examineEntries,
  insertReconciliation,
  selectLedgerCommunities,
  selectReconciliations,
  type Reconciliation,
} from './store/reconciliation.ts';

export type { Finding, Reconciliation } from './store/reconciliation.ts';

const mostFindings = 100;

/** Proves the books of one community, keeps the result, and logs an error with the facts when they are wrong. */
export async function reconcile(ctx: Ctx, communityId: string): Promise<Reconciliation> {
  return inTransaction(ctx, async (inner) => {
    const entries = await examineEntries(inner, communityId, mostFindings);
    const accounts = await examineAccounts(inner, communityId, mostFindings);
    const findingCount = entries.findingCount + accounts.findingCount;
    const result: Reconciliation = {
      id: newId(inner.now()),
      at: inner.now(),
      ok: findingCount === 0,
      accounts: accounts.looked,
      entries: entries.looked,
      postings: accounts.postings,
      findingCount,
      findings: [...entries.findings, ...accounts.findings].slice(0, mostFindings),
    };
    await insertReconciliation(inner, communityId, result);
    if (!result.ok) {
      const { id, findings } = result;
      inner.log.error('ledger.books_are_wrong', { community: communityId, reconciliation: id, findingCount, findings });
    }
    return result;
  });
}

/** Proves the books of every community, each in its own transaction; a failure of one does not spare the others. */
export async function reconcileAll(ctx: Ctx): Promise<void> {
  const failures: unknown[] = [];
  for (const communityId of await selectLedgerCommunities(ctx)) {
    await reconcile(ctx, communityId).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} communities could not be proved`);
}

/** Results of earlier proofs, newest first. */
export async function listReconciliations(
  ctx: Ctx,
  communityId: string,
  query: { cursor?: string; limit: number },
): Promise<{ items: Reconciliation[]; nextCursor: string | null }> {
  const before = query.cursor === undefined ? null : readIdCursor(query.cursor);
  const rows = await selectReconciliations(ctx, communityId, { before, limit: query.limit + 1 });
  return toPage(rows, query.limit, (row) => [row.id]);
}
