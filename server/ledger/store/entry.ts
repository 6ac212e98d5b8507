/** Rows of entries and postings: writing many at once, finding earlier ones, the lines of a statement. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { AccountState, Posting } from '../plan.ts';

/** An entry that is already written. */
export interface EntryRow {
  id: string;
  key: string;
  kind: string;
  content: string;
  reverses: string | null;
}

/** An entry to write, with its postings. */
export interface FreshEntry extends EntryRow {
  memo: string;
  at: Date;
  postings: readonly Posting[];
}

/** One line of a statement. */
export interface LineRow {
  seq: number;
  entryId: string;
  kind: string;
  memo: string;
  at: Date;
  amount: number;
  balanceAfter: number | null;
  reverses: string | null;
  reversedBy: string | null;
}

/** Entries that are already known under one of the keys. */
export async function selectEntriesByKey(ctx: Ctx, communityId: string, keys: readonly string[]): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select id, key, kind, content, reverses from ledger_entries
    where community_id = ${communityId} and key = any(${keys}::text[])`.execute(ctx.db);
  return rows;
}

/** One entry. */
export async function selectEntry(ctx: Ctx, communityId: string, entryId: string): Promise<EntryRow | undefined> {
  const { rows } = await sql<EntryRow>`
    select id, key, kind, content, reverses from ledger_entries
    where community_id = ${communityId} and id = ${entryId}`.execute(ctx.db);
  return rows[0];
}

/** What an entry moved, by account; what went to a debt counts for the debtor. */
export async function selectLegs(
  ctx: Ctx,
  communityId: string,
  entryId: string,
): Promise<{ account: string; amount: number }[]> {
  const { rows } = await sql<{ account: string; amount: number }>`
    select coalesce(a.debtor_id, a.id) as account, sum(p.amount)::bigint as amount
    from ledger_postings p join ledger_accounts a on a.community_id = p.community_id and a.id = p.account_id
    where p.community_id = ${communityId} and p.entry_id = ${entryId}
    group by 1 order by 1`.execute(ctx.db);
  return rows;
}

/** What an entry left unpaid, by debtor. */
export async function selectOwed(
  ctx: Ctx,
  communityId: string,
  entryId: string,
): Promise<{ account: string; amount: number }[]> {
  const { rows } = await sql<{ account: string; amount: number }>`
    select a.debtor_id as account, -p.amount as amount
    from ledger_postings p join ledger_accounts a on a.community_id = p.community_id and a.id = p.account_id
    where p.community_id = ${communityId} and p.entry_id = ${entryId} and a.owner_kind = 'debt' and p.amount < 0
    order by 1`.execute(ctx.db);
  return rows;
}

/**
 * Writes entries, their postings and the new state of the accounts in one statement, all or nothing: false when another
 * transaction took one of the keys meanwhile (then its entry is visible to the next statement). The accounts must be
 * locked.
 */
export async function insertEntries(
  ctx: Ctx,
  communityId: string,
  write: { entries: readonly FreshEntry[]; states: readonly AccountState[]; createdBy: string },
): Promise<boolean> {
  const { entries, states } = write;
  const postings = entries.flatMap((entry) => entry.postings.map((posting) => ({ entryId: entry.id, ...posting })));
  const { rows } = await sql<{ yes: boolean }>`
    with claimed as (
      insert into ledger_entries
        (community_id, id, key, kind, memo, content, at, created_at, created_by, reverses)
      select ${communityId}::uuid, id, key, kind, memo, content, at, ${ctx.now()}, ${write.createdBy}, reverses
      from unnest(${entries.map((entry) => entry.id)}::uuid[], ${entries.map((entry) => entry.key)}::text[],
                  ${entries.map((entry) => entry.kind)}::text[], ${entries.map((entry) => entry.memo)}::text[],
                  ${entries.map((entry) => entry.content)}::text[], ${entries.map((entry) => entry.at)}::timestamptz[],
                  ${entries.map((entry) => entry.reverses)}::uuid[])
        as given (id, key, kind, memo, content, at, reverses)
      order by key
      on conflict do nothing returning 1
    ), complete as (
      select count(*) = ${entries.length}::int as yes from claimed
    ), posted as (
      insert into ledger_postings (community_id, account_id, seq, entry_id, amount, balance_after)
      select ${communityId}::uuid, account_id, coalesce(seq, nextval('ledger_issuing_order')), entry_id, amount,
             balance_after
      from complete, unnest(
        ${postings.map((posting) => posting.accountId)}::uuid[], ${postings.map((posting) => posting.seq)}::bigint[],
        ${postings.map((posting) => posting.entryId)}::uuid[], ${postings.map((posting) => posting.amount)}::bigint[],
        ${postings.map((posting) => posting.balanceAfter)}::bigint[])
        as given (account_id, seq, entry_id, amount, balance_after)
      where complete.yes
    ), kept as (
      update ledger_accounts a set balance = given.balance, postings = given.postings
      from complete, unnest(
        ${states.map((state) => state.id)}::uuid[], ${states.map((state) => state.balance)}::bigint[],
        ${states.map((state) => state.postings)}::bigint[]) as given (id, balance, postings)
      where complete.yes and a.community_id = ${communityId} and a.id = given.id
    )
    select yes from complete`.execute(ctx.db);
  if (rows[0]!.yes) return true;
  await sql`delete from ledger_entries
            where community_id = ${communityId} and id = any(${entries.map((entry) => entry.id)}::uuid[])`.execute(
    ctx.db,
  );
  return false;
}

/** Lines of an account before `before`, newest first. */
export async function selectLines(
  ctx: Ctx,
  account: { communityId: string; accountId: string },
  page: { before: number | null; limit: number },
): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    select p.seq, p.entry_id as "entryId", e.kind, e.memo, e.at, p.amount, p.balance_after as "balanceAfter",
           e.reverses, r.id as "reversedBy"
    from ledger_postings p
    join ledger_entries e on e.community_id = p.community_id and e.id = p.entry_id
    left join ledger_entries r on r.community_id = p.community_id and r.reverses = p.entry_id
    where p.community_id = ${account.communityId} and p.account_id = ${account.accountId}
      and (${page.before}::bigint is null or p.seq < ${page.before}::bigint)
    order by p.seq desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** Sum of an account's postings up to one of them; for issuing accounts, which keep no balance. */
export async function sumPostings(
  ctx: Ctx,
  account: { communityId: string; accountId: string },
  upTo: number,
): Promise<number> {
  const { rows } = await sql<{ sum: number }>`
    select coalesce(sum(amount), 0)::bigint as sum from ledger_postings
    where community_id = ${account.communityId} and account_id = ${account.accountId} and seq <= ${upTo}`.execute(
    ctx.db,
  );
  return rows[0]!.sum;
}

/** Empties up to `limit` memos of entries on some accounts; gives how many there were. */
export async function blankMemos(
  ctx: Ctx,
  which: { communityId: string; accountIds: readonly string[] },
  limit: number,
): Promise<number> {
  const result = await sql`
    update ledger_entries set memo = ''
    where community_id = ${which.communityId} and id in (
      select e.id from ledger_postings p
      join ledger_entries e on e.community_id = p.community_id and e.id = p.entry_id
      where p.community_id = ${which.communityId} and p.account_id = any(${which.accountIds}::uuid[]) and e.memo <> ''
      limit ${limit})`.execute(ctx.db);
  return Number(result.numAffectedRows ?? 0n);
}
