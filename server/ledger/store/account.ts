/**
 * Rows of accounts: opening, locking, reading. An issuing account's balance is summed when somebody asks for it; every
 * other balance stands on its row, and whoever changes it holds that row's lock.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { AccountState, NewDebt, OwnerKind } from '../plan.ts';

/** An account's row as the outside knows it. */
export interface AccountRow {
  id: string;
  communityId: string;
  kind: OwnerKind;
  ownerId: string;
  unit: string;
  createdAt: Date;
  closedAt: Date | null;
}

/** An account with what is on it and what its owner still owes. */
export interface BalanceRow extends AccountRow {
  balance: number;
  owed: number;
}

/** Whose account, in which unit. */
export interface AccountName {
  kind: OwnerKind;
  ownerId: string;
  unit: string;
}

const columns = sql`a.id, a.community_id as "communityId", a.owner_kind as kind, a.owner_id as "ownerId", a.unit,
  a.created_at as "createdAt", a.closed_at as "closedAt"`;

const stateColumns = sql`id, owner_kind as kind, unit, balance, postings, debt_id as "debtId",
  closed_at is not null as closed`;

function unnestNames(names: readonly AccountName[]): RawBuilder<unknown> {
  return sql`unnest(${names.map((name) => name.kind)}::text[], ${names.map((name) => name.ownerId)}::uuid[],
    ${names.map((name) => name.unit)}::text[])`;
}

/** The open accounts of some owners. */
export async function selectAccountsByName(
  ctx: Ctx,
  communityId: string,
  names: readonly AccountName[],
): Promise<AccountRow[]> {
  const { rows } = await sql<AccountRow>`
    select ${columns} from ${unnestNames(names)} as given (kind, owner_id, unit)
    join ledger_accounts a on a.community_id = ${communityId} and a.owner_kind = given.kind
      and a.owner_id = given.owner_id and a.unit = given.unit and a.closed_at is null`.execute(ctx.db);
  return rows;
}

/** Inserts accounts that do not exist yet. The rows come sorted, so two callers cannot wait for each other. */
export async function insertAccounts(
  ctx: Ctx,
  communityId: string,
  accounts: readonly (AccountName & { id: string })[],
): Promise<void> {
  await sql`
    insert into ledger_accounts (community_id, id, owner_kind, owner_id, unit, balance, created_at)
    select ${communityId}::uuid, given.id, given.kind, given.owner_id, given.unit,
           case given.kind when 'issuer' then null else 0 end, ${ctx.now()}
    from unnest(${accounts.map((account) => account.id)}::uuid[], ${accounts.map((account) => account.kind)}::text[],
                ${accounts.map((account) => account.ownerId)}::uuid[], ${accounts.map((account) => account.unit)}::text[])
      as given (id, kind, owner_id, unit)
    order by given.kind, given.owner_id, given.unit
    on conflict do nothing`.execute(ctx.db);
}

/**
 * Locks accounts until the end of the transaction, always in the order of their ids, and gives their state. Issuing
 * accounts are never locked; debt accounts are guarded by the lock of their debtor.
 */
export async function lockAccounts(ctx: Ctx, communityId: string, ids: readonly string[]): Promise<AccountState[]> {
  const { rows } = await sql<AccountState>`
    with locked as (
      select ${stateColumns} from ledger_accounts
      where community_id = ${communityId} and id = any(${ids}::uuid[]) and owner_kind not in ('issuer', 'debt')
      order by id for no key update
    )
    select * from locked
    union all
    select ${stateColumns} from ledger_accounts
    where community_id = ${communityId} and id = any(${ids}::uuid[]) and owner_kind in ('issuer', 'debt')`.execute(
    ctx.db,
  );
  return rows;
}

/** Debt accounts of locked debtors; read after the lock was granted, so it is what the last holder left. */
export async function selectDebts(ctx: Ctx, communityId: string, ids: readonly string[]): Promise<AccountState[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<AccountState>`
    select ${stateColumns} from ledger_accounts
    where community_id = ${communityId} and id = any(${ids}::uuid[])`.execute(ctx.db);
  return rows;
}

/** Opens debt accounts beside their debtors, which must be locked. */
export async function insertDebts(ctx: Ctx, communityId: string, debts: readonly NewDebt[]): Promise<void> {
  if (debts.length === 0) return;
  await sql`
    with given as (
      select * from unnest(${debts.map((debt) => debt.id)}::uuid[], ${debts.map((debt) => debt.debtorId)}::uuid[])
        as given (id, debtor_id)
    ), opened as (
      insert into ledger_accounts
        (community_id, id, owner_kind, owner_id, unit, balance, debtor_id, created_at, closed_at)
      select a.community_id, given.id, 'debt', a.owner_id, a.unit, 0, a.id, ${ctx.now()}, a.closed_at
      from given join ledger_accounts a on a.community_id = ${communityId} and a.id = given.debtor_id
    )
    update ledger_accounts a set debt_id = given.id from given
    where a.community_id = ${communityId} and a.id = given.debtor_id`.execute(ctx.db);
}

/** Accounts with their balances, oldest first; `after` is the last id of the page before. */
export async function selectBalances(
  ctx: Ctx,
  communityId: string,
  filter: { id?: string; kind?: OwnerKind; ownerId?: string; unit?: string; after?: string; limit: number },
): Promise<BalanceRow[]> {
  const conditions = [
    sql`a.community_id = ${communityId}`,
    ...(filter.id ? [sql`a.id = ${filter.id}`] : []),
    ...(filter.kind ? [sql`a.owner_kind = ${filter.kind}`] : []),
    ...(filter.ownerId ? [sql`a.owner_id = ${filter.ownerId}`] : []),
    ...(filter.unit ? [sql`a.unit = ${filter.unit}`] : []),
    ...(filter.after ? [sql`a.id > ${filter.after}::uuid`] : []),
  ];
  const { rows } = await sql<BalanceRow>`
    select ${columns}, coalesce(-debt.balance, 0) as owed,
      coalesce(a.balance, (select sum(p.amount)::bigint from ledger_postings p
                           where p.community_id = a.community_id and p.account_id = a.id), 0) as balance
    from ledger_accounts a
    left join ledger_accounts debt on debt.community_id = a.community_id and debt.id = a.debt_id
    where ${sql.join(conditions, sql` and `)}
    order by a.id limit ${filter.limit}`.execute(ctx.db);
  return rows;
}

/** Balances of identities in one unit. */
export async function selectBalancesOf(
  ctx: Ctx,
  communityId: string,
  which: { ownerIds: readonly string[]; unit: string },
): Promise<{ ownerId: string; balance: number }[]> {
  const { rows } = await sql<{ ownerId: string; balance: number }>`
    select owner_id as "ownerId", balance from ledger_accounts
    where community_id = ${communityId} and owner_kind = 'identity' and owner_id = any(${which.ownerIds}::uuid[])
      and unit = ${which.unit} and closed_at is null`.execute(ctx.db);
  return rows;
}

/** Identities with something in a unit, and how much it is together. */
export async function selectSum(
  ctx: Ctx,
  communityId: string,
  unit: string,
): Promise<{ holders: number; total: number }> {
  const { rows } = await sql<{ holders: number; total: number }>`
    select count(*)::int as holders, coalesce(sum(balance), 0)::bigint as total from ledger_accounts
    where community_id = ${communityId} and owner_kind = 'identity' and unit = ${unit} and balance > 0
      and closed_at is null`.execute(ctx.db);
  return rows[0]!;
}

/** The identities to whom accounts belong. */
export async function selectOwners(ctx: Ctx, communityId: string, accountIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ ownerId: string }>`
    select distinct owner_id as "ownerId" from ledger_accounts
    where community_id = ${communityId} and id = any(${accountIds}::uuid[]) and owner_kind = 'identity'`.execute(
    ctx.db,
  );
  return rows.map(({ ownerId }) => ownerId);
}

/** Whether the community has this account. */
export async function hasAccount(ctx: Ctx, communityId: string, accountId: string): Promise<boolean> {
  const { rows } = await sql`
    select from ledger_accounts where community_id = ${communityId} and id = ${accountId}`.execute(ctx.db);
  return rows.length > 0;
}

/** All accounts of some identities, with their debts. */
export async function selectIdsOfIdentities(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ledger_accounts
    where community_id = ${communityId} and owner_kind in ('identity', 'debt')
      and owner_id = any(${identityIds}::uuid[])
    order by id`.execute(ctx.db);
  return rows.map((row) => row.id);
}

/** Closes accounts and gives them to a tombstone; value on them stays where it is. */
export async function closeAccounts(
  ctx: Ctx,
  which: { communityId: string; ids: readonly string[]; tombstoneId: string },
): Promise<void> {
  await sql`
    update ledger_accounts set owner_id = ${which.tombstoneId}, closed_at = coalesce(closed_at, ${ctx.now()})
    where community_id = ${which.communityId} and id in (
      select id from ledger_accounts where community_id = ${which.communityId} and id = any(${which.ids}::uuid[])
      order by id for update)`.execute(ctx.db);
}
