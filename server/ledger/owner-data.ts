/**
 * What `people` calls when a person leaves for good or asks for their data. It fills its slots `personErase` and
 * `personExport` with these, because the ledger stands below `people` and knows identities only by id.
 */
import { inTransaction, type Ctx } from '../platform/context.ts';
import { listAccounts } from './account.ts';
import { readStatement } from './statement.ts';
import { closeAccounts, selectIdsOfIdentities } from './store/account.ts';
import { blankMemos } from './store/entry.ts';

/**
 * Empties memos, then closes the accounts and gives them to the tombstone. The entries and what is left on the accounts
 * stay, or the books would no longer balance; pay money out before erasing. May run twice.
 */
export async function eraseLedgerOwner(
  ctx: Ctx,
  who: { communityId: string; identityIds: readonly string[]; tombstoneId: string },
  budget: number,
): Promise<{ done: boolean; rows: number }> {
  return inTransaction(ctx, async (inner) => {
    const { communityId, tombstoneId } = who;
    const ids = await selectIdsOfIdentities(inner, communityId, who.identityIds);
    if (ids.length === 0) return { done: true, rows: 0 };
    const blanked = await blankMemos(inner, { communityId, accountIds: ids }, budget);
    if (blanked >= budget) return { done: false, rows: blanked };
    await closeAccounts(inner, { communityId, ids, tombstoneId });
    return { done: true, rows: blanked + ids.length };
  });
}

/** Everything that the ledger knows of some identities: accounts, and their lines from newest to oldest. */
export async function exportLedgerOwner(
  ctx: Ctx,
  who: { communityId: string; identityIds: readonly string[] },
): Promise<unknown> {
  const { communityId } = who;
  const exported = [];
  for (const ownerId of who.identityIds) {
    const { items } = await listAccounts(ctx, communityId, { ownerId, limit: 1000 });
    for (const { id, owner, unit, balance, owed } of items) {
      exported.push({ kind: owner.kind, unit, balance, owed, lines: await readAllLines(ctx, communityId, id) });
    }
  }
  return exported;
}

async function readAllLines(ctx: Ctx, communityId: string, accountId: string): Promise<unknown[]> {
  const lines: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await readStatement(ctx, { communityId, accountId }, { cursor, limit: 1000 });
    lines.push(
      ...page.items.map(({ at, kind, memo, amount, balance }) => ({
        at: at.toISOString(),
        kind,
        memo,
        amount,
        balance,
      })),
    );
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return lines;
}
