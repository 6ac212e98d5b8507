import { z } from 'zod';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, toPage } from '../platform/http/cursor.ts';
import { isId, newId } from '../platform/ids.ts';
import { ledgerErrors } from './errors.ts';
import { ownerKinds, type OwnerKind } from './plan.ts';
import {
  insertAccounts,
  selectAccountsByName,
  selectBalances,
  type AccountRow,
  type BalanceRow,
} from './store/account.ts';

/**
 * Who an account belongs to. `identity`, `group`, `community` (its till) and `escrow` (value held for an order, a deposit,
 * a red packet: the id of that thing) never go below zero. `issuer` brings value into being: its balance is what it has
 * given out, below zero. `debt` belongs to the ledger: what the owner with this id has to pay back.
 */
export interface Owner {
  kind: OwnerKind;
  id: string;
}

/** An account. `floor` null = may go below zero. */
export interface Account {
  id: string;
  communityId: string;
  owner: Owner;
  /** `points` or an ISO 4217 currency. */
  unit: string;
  floor: 0 | null;
  createdAt: Date;
  /** Set when the owner was erased. */
  closedAt: Date | null;
}

/** An account with what is on it, in minor units. */
export interface AccountBalance extends Account {
  balance: number;
  /** What reversals left unpaid; the next income goes there first. */
  owed: number;
}

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** `points` or an ISO 4217 currency. */
export const unitSchema = z
  .string()
  .refine((unit) => isUnit(unit))
  .meta({ description: '`points` or an ISO 4217 currency, e.g. CNY; amounts are in its minor unit' });

/** Kinds of owner in requests. */
export const ownerKindSchema = z.enum(ownerKinds);

function isUnit(unit: string): boolean {
  return unit === 'points' || currencies.has(unit);
}

/** The owner's account in this unit; made when there is none. */
export async function openAccount(
  ctx: Ctx,
  { communityId, ...name }: { communityId: string; owner: Owner; unit: string },
): Promise<Account> {
  const [account] = await openAccounts(ctx, { communityId, names: [name] });
  return account!;
}

/** Many accounts in at most three statements, in the order of `names`. */
export async function openAccounts(
  ctx: Ctx,
  { communityId, names }: { communityId: string; names: readonly { owner: Owner; unit: string }[] },
): Promise<Account[]> {
  for (const { owner, unit } of names) {
    if (!isUnit(unit)) throw ledgerErrors.bad_unit({ unit });
    if (owner.kind === 'debt') throw ledgerErrors.debt_leg({ account: owner.id });
    if (!isId(owner.id)) throw ledgerErrors.unknown_owner({ kind: owner.kind, id: owner.id });
  }
  const wanted = new Map(
    names.map(({ owner, unit }) => [nameKey(owner, unit), { kind: owner.kind, ownerId: owner.id, unit }]),
  );
  const found = new Map<string, Account>();
  for (let attempt = 1; found.size < wanted.size; attempt++) {
    if (attempt > 1) {
      const missing = [...wanted].filter(([key]) => !found.has(key)).map(([, name]) => name);
      // Others may close an account between the two statements; the next round opens a new one.
      await insertAccounts(
        ctx,
        communityId,
        missing.map((name) => ({ ...name, id: newId(ctx.now()) })),
      );
    }
    for (const row of await selectAccountsByName(ctx, communityId, [...wanted.values()])) {
      const account = toAccount(row);
      found.set(nameKey(account.owner, account.unit), account);
    }
    if (attempt > 5) throw platformErrors.conflict();
  }
  return names.map(({ owner, unit }) => found.get(nameKey(owner, unit))!);
}

function nameKey(owner: Owner, unit: string): string {
  return `${owner.kind} ${owner.id} ${unit}`;
}

/** The owner's open account, if there is one. */
export async function findAccount(
  ctx: Ctx,
  { communityId, owner, unit }: { communityId: string; owner: Owner; unit: string },
): Promise<Account | undefined> {
  const [row] = await selectAccountsByName(ctx, communityId, [{ kind: owner.kind, ownerId: owner.id, unit }]);
  return row && toAccount(row);
}

/** What is on an account. Throws `platform.not_found` for an account that this community does not have. */
export async function balanceOf(
  ctx: Ctx,
  { communityId, accountId }: { communityId: string; accountId: string },
): Promise<AccountBalance> {
  const [row] = await selectBalances(ctx, communityId, { id: accountId, limit: 1 });
  if (!row) throw platformErrors.not_found();
  return toBalance(row);
}

/** Accounts of a community, oldest first. */
export async function listAccounts(
  ctx: Ctx,
  communityId: string,
  query: { ownerKind?: OwnerKind; ownerId?: string; unit?: string; cursor?: string; limit: number },
): Promise<{ items: AccountBalance[]; nextCursor: string | null }> {
  const rows = await selectBalances(ctx, communityId, {
    kind: query.ownerKind,
    ownerId: query.ownerId,
    unit: query.unit,
    after: query.cursor === undefined ? undefined : readIdCursor(query.cursor),
    limit: query.limit + 1,
  });
  const page = toPage(rows, query.limit, (row) => [row.id]);
  return { items: page.items.map(toBalance), nextCursor: page.nextCursor };
}

/** The id in a cursor of a list that is sorted by id. */
export function readIdCursor(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  if (typeof id !== 'string' || !isId(id)) throw platformErrors.bad_cursor();
  return id;
}

function toAccount(row: AccountRow): Account {
  return {
    id: row.id,
    communityId: row.communityId,
    owner: { kind: row.kind, id: row.ownerId },
    unit: row.unit,
    floor: row.kind === 'issuer' || row.kind === 'debt' ? null : 0,
    createdAt: row.createdAt,
    closedAt: row.closedAt,
  };
}

function toBalance(row: BalanceRow): AccountBalance {
  return { ...toAccount(row), balance: row.balance, owed: row.owed };
}
