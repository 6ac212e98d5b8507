import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, toPage } from '../platform/http/cursor.ts';
import { hasAccount } from './store/account.ts';
import type { Leg } from './plan.ts';
import { selectEntry, selectLegs, selectLines, sumPostings, type LineRow } from './store/entry.ts';

/** One line of a statement: what moved and what was on the account afterwards. */
export interface StatementLine {
  /** Grows with every posting of the account; the order of the statement. */
  seq: number;
  entryId: string;
  kind: string;
  memo: string;
  at: Date;
  amount: number;
  balance: number;
  /** The entry that this one takes back. */
  reverses: string | null;
  /** The entry that took this one back. */
  reversedBy: string | null;
}

/** What an entry moved, and the entry that it takes back; undefined where the community has no such entry. */
export async function readEntry(
  ctx: Ctx,
  communityId: string,
  entryId: string,
): Promise<{ kind: string; reverses: string | null; legs: Leg[] } | undefined> {
  const entry = await selectEntry(ctx, communityId, entryId);
  if (!entry) return undefined;
  return { kind: entry.kind, reverses: entry.reverses, legs: await selectLegs(ctx, communityId, entryId) };
}

/** An account's postings with the running balance, newest first. */
export async function readStatement(
  ctx: Ctx,
  account: { communityId: string; accountId: string },
  query: { cursor?: string; limit: number },
): Promise<{ items: StatementLine[]; nextCursor: string | null }> {
  if (!(await hasAccount(ctx, account.communityId, account.accountId))) throw platformErrors.not_found();
  const before = query.cursor === undefined ? null : readSeqCursor(query.cursor);
  const page = toPage(await selectLines(ctx, account, { before, limit: query.limit + 1 }), query.limit, (row) => [
    row.seq,
  ]);
  return { items: await addBalances(ctx, account, page.items), nextCursor: page.nextCursor };
}

/** Issuing accounts keep no balance: the top of the page is summed once, the rest follows from it. */
async function addBalances(
  ctx: Ctx,
  account: { communityId: string; accountId: string },
  rows: readonly LineRow[],
): Promise<StatementLine[]> {
  const [top] = rows;
  if (!top) return [];
  let running = top.balanceAfter ?? (await sumPostings(ctx, account, top.seq));
  return rows.map(({ balanceAfter, ...row }) => {
    const balance = balanceAfter ?? running;
    running = balance - row.amount;
    return { ...row, balance };
  });
}

function readSeqCursor(cursor: string): number {
  const [seq] = decodeCursor(cursor, 1);
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq)) throw platformErrors.bad_cursor();
  return seq;
}
