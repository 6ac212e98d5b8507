/**
 * The proof in SQL. Each check is one statement, so it sees one moment of the books however many transfers run beside it;
 * it sums the postings again and trusts neither the balances nor the constraints.
 */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** What is wrong, on which entry or account; `expected` and `found` in minor units or postings. */
export interface Finding {
  check:
    | 'entry_unbalanced'
    | 'entry_empty'
    | 'posting_orphaned'
    | 'balance_wrong'
    | 'count_wrong'
    | 'running_balance_wrong'
    | 'below_floor'
    | 'debt_positive';
  id: string;
  expected: number;
  found: number;
}

/** What a proof looked at and what it found. */
export interface Reconciliation {
  id: string;
  at: Date;
  ok: boolean;
  accounts: number;
  entries: number;
  postings: number;
  findingCount: number;
  /** The first of them. */
  findings: Finding[];
}

/** What a set of checks gives: how much was looked at, how many findings, the first of them. */
export interface Examined {
  looked: number;
  findingCount: number;
  findings: Finding[];
}

/** Communities that have accounts. */
export async function selectLedgerCommunities(ctx: Ctx): Promise<string[]> {
  // One index probe for each community instead of reading all accounts.
  const { rows } = await sql<{ id: string }>`
    with recursive found as (
      (select community_id from ledger_accounts order by community_id limit 1)
      union all
      select (select community_id from ledger_accounts where community_id > found.community_id
              order by community_id limit 1)
      from found where found.community_id is not null
    )
    select community_id as id from found where community_id is not null`.execute(ctx.db);
  return rows.map((row) => row.id);
}

/** Every entry has postings on existing accounts that sum to zero in every unit; every posting has its entry. */
export async function examineEntries(ctx: Ctx, communityId: string, most: number): Promise<Examined> {
  const { rows } = await sql<{ looked: number; findingCount: number; findings: Finding[] | null }>`
    with sums as (
      select p.entry_id, a.unit, sum(p.amount) as amount
      from ledger_postings p
      left join ledger_accounts a on a.community_id = p.community_id and a.id = p.account_id
      where p.community_id = ${communityId} group by p.entry_id, a.unit
    ), entries as (
      select id from ledger_entries where community_id = ${communityId}
    ), found as (
      select 'entry_unbalanced' as "check", entry_id as id, 0 as expected, amount as found from sums
      where amount <> 0 and unit is not null
      union all
      select 'posting_orphaned', s.entry_id, 0, s.amount from sums s
      where s.unit is null or not exists (select from entries e where e.id = s.entry_id)
      union all
      select 'entry_empty', e.id, 2, 0 from entries e where not exists (select from sums s where s.entry_id = e.id)
    ), first as (select * from found order by id limit ${most})
    select (select count(*) from entries) as looked, (select count(*) from found) as "findingCount",
           (select jsonb_agg(to_jsonb(first)) from first) as findings`.execute(ctx.db);
  return { ...rows[0]!, findings: rows[0]!.findings ?? [] };
}

/** Every kept balance is the sum of its postings, line by line; nothing is below its floor. */
export async function examineAccounts(
  ctx: Ctx,
  communityId: string,
  most: number,
): Promise<Examined & { postings: number }> {
  const { rows } = await sql<{ looked: number; postings: number; findingCount: number; findings: Finding[] | null }>`
    with lines as (
      select account_id, amount, seq, balance_after,
             sum(amount) over (partition by account_id order by seq) as running
      from ledger_postings where community_id = ${communityId}
    ), sums as (
      select account_id, sum(amount) as amount, count(*) as postings, min(running) as lowest, max(running) as highest,
             min(seq) filter (where balance_after is distinct from running) as wrong_at
      from lines group by account_id
    ), books as (
      select a.id, a.owner_kind, a.balance, a.postings, coalesce(s.amount, 0) as amount,
             coalesce(s.postings, 0) as counted, coalesce(s.lowest, 0) as lowest, coalesce(s.highest, 0) as highest,
             s.wrong_at
      from ledger_accounts a left join sums s on s.account_id = a.id
      where a.community_id = ${communityId}
    ), found as (
      select 'balance_wrong' as "check", id, amount as expected, balance as found from books where balance <> amount
      union all
      select 'count_wrong', id, counted, postings from books where owner_kind <> 'issuer' and postings <> counted
      union all
      select 'running_balance_wrong', id, 0, wrong_at from books where owner_kind <> 'issuer' and wrong_at is not null
      union all
      select 'below_floor', id, 0, least(lowest, balance) from books
      where owner_kind not in ('issuer', 'debt') and least(lowest, balance) < 0
      union all
      select 'debt_positive', id, 0, greatest(highest, balance) from books
      where owner_kind = 'debt' and greatest(highest, balance) > 0
    ), first as (select * from found order by id, "check" limit ${most})
    select (select count(*) from books) as looked, (select coalesce(sum(counted), 0)::bigint from books) as postings,
           (select count(*) from found) as "findingCount",
           (select jsonb_agg(to_jsonb(first)) from first) as findings`.execute(ctx.db);
  return { ...rows[0]!, findings: rows[0]!.findings ?? [] };
}

/** Keeps the result of a proof. */
export async function insertReconciliation(ctx: Ctx, communityId: string, result: Reconciliation): Promise<void> {
  await sql`
    insert into ledger_reconciliations
      (community_id, id, at, ok, accounts, entries, postings, finding_count, findings)
    values (${communityId}, ${result.id}, ${result.at}, ${result.ok}, ${result.accounts}, ${result.entries},
            ${result.postings}, ${result.findingCount}, ${JSON.stringify(result.findings)}::jsonb)`.execute(ctx.db);
}

/** Results before `before`, newest first. */
export async function selectReconciliations(
  ctx: Ctx,
  communityId: string,
  page: { before: string | null; limit: number },
): Promise<Reconciliation[]> {
  const { rows } = await sql<Reconciliation>`
    select id, at, ok, accounts, entries, postings, finding_count as "findingCount", findings
    from ledger_reconciliations
    where community_id = ${communityId} and (${page.before}::uuid is null or id < ${page.before}::uuid)
    order by id desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}
