/**
 * The rules of an entry, without a database: who may go how low, what a debt does, what the postings and balances are
 * afterwards. A book holds the accounts that are locked; a plan changes it only when the whole entry is possible.
 */
import { ledgerErrors } from './errors.ts';

/** What an account can belong to. `issuer` is where value comes from; `debt` is what an owner still has to pay back. */
export const ownerKinds = ['identity', 'group', 'community', 'escrow', 'issuer', 'debt'] as const;

/** One kind of owner. */
export type OwnerKind = (typeof ownerKinds)[number];

/** One account's part of an entry, in minor units: positive = gets, negative = gives. */
export interface Leg {
  account: string;
  amount: number;
}

/** An account as it stands while it is locked. */
export interface AccountState {
  id: string;
  kind: OwnerKind;
  unit: string;
  /** Null on issuing accounts. */
  balance: number | null;
  /** Number of the last posting. */
  postings: number;
  debtId: string | null;
  closed: boolean;
}

/** Locked accounts by id, together with the debt accounts of those that have one. */
export type Book = Map<string, AccountState>;

/** A line to write; `seq` and `balanceAfter` are null on issuing accounts. */
export interface Posting {
  accountId: string;
  amount: number;
  seq: number | null;
  balanceAfter: number | null;
}

/** A debt account that a plan needs and that does not exist yet. */
export interface NewDebt {
  id: string;
  debtorId: string;
}

/** What an entry does, or why it cannot be. */
export type Plan =
  | { ok: true; postings: Posting[]; newDebts: NewDebt[] }
  | { ok: false; reason: 'insufficient' | 'closed'; account: string };

/** Most that one leg may move: far above any real sum, far below 2^53. */
export const maxAmount = 1_000_000_000_000;

/** One leg for each account, sorted; throws when there is nothing to move or an amount is not a whole number. */
export function mergeLegs(legs: readonly Leg[]): Leg[] {
  const sums = new Map<string, number>();
  for (const { account, amount } of legs) {
    if (!Number.isSafeInteger(amount) || amount === 0) throw ledgerErrors.bad_legs();
    const sum = (sums.get(account) ?? 0) + amount;
    if (Math.abs(sum) > maxAmount) throw ledgerErrors.too_large({ maximum: maxAmount });
    sums.set(account, sum);
  }
  const merged = [...sums].filter(([, amount]) => amount !== 0).map(([account, amount]) => ({ account, amount }));
  if (merged.length < 2) throw ledgerErrors.bad_legs();
  return merged.sort((a, b) => (a.account < b.account ? -1 : 1));
}

/** Throws unless all accounts are known, none is a debt account, and the legs sum to zero in every unit. */
export function checkLegs(book: Book, legs: readonly Leg[]): void {
  const sums = new Map<string, number>();
  for (const { account, amount } of legs) {
    const state = book.get(account);
    if (!state) throw ledgerErrors.unknown_account({ account });
    if (state.kind === 'debt') throw ledgerErrors.debt_leg({ account });
    sums.set(state.unit, (sums.get(state.unit) ?? 0) + amount);
  }
  for (const [unit, sum] of sums) if (sum !== 0) throw ledgerErrors.unbalanced({ unit, difference: sum });
}

/**
 * Plans one entry. Income of an account that owes pays its debt first. What an account lacks is refused, or, for a
 * reversal, written on its debt account; `makeId` names debt accounts that have to be opened. On success the book holds
 * the new balances.
 */
export function planEntry(book: Book, legs: readonly Leg[], options: { mayOwe: boolean; makeId: () => string }): Plan {
  for (const { account, amount } of legs) {
    const state = book.get(account)!;
    if (options.mayOwe) continue;
    if (state.closed) return { ok: false, reason: 'closed', account };
    if (state.balance !== null && state.balance + amount < 0) return { ok: false, reason: 'insufficient', account };
  }
  const plan: Plan & { ok: true } = { ok: true, postings: [], newDebts: [] };
  for (const leg of legs) {
    const { own, debt } = splitLeg(book, leg);
    if (own !== 0) plan.postings.push(post(book.get(leg.account)!, own));
    if (debt !== 0) {
      const account = findDebt(book, leg.account) ?? openDebt(book, leg.account, { plan, options });
      plan.postings.push(post(account, debt));
    }
  }
  return plan;
}

/** How a leg is shared between the account and its debt. */
function splitLeg(book: Book, { account, amount }: Leg): { own: number; debt: number } {
  const { balance } = book.get(account)!;
  if (balance === null) return { own: amount, debt: 0 };
  if (amount < 0) {
    const own = Math.max(amount, -balance);
    return { own: own === 0 ? 0 : own, debt: amount - own };
  }
  const repaid = Math.min(amount, -(findDebt(book, account)?.balance ?? 0));
  return { own: amount - repaid, debt: repaid };
}

function findDebt(book: Book, account: string): AccountState | undefined {
  const { debtId } = book.get(account)!;
  return debtId === null ? undefined : book.get(debtId);
}

function openDebt(
  book: Book,
  account: string,
  { plan, options }: { plan: Plan & { ok: true }; options: { makeId: () => string } },
): AccountState {
  const debtor = book.get(account)!;
  const id = options.makeId();
  const debt: AccountState = { ...debtor, id, kind: 'debt', balance: 0, postings: 0, debtId: null };
  debtor.debtId = id;
  book.set(id, debt);
  plan.newDebts.push({ id, debtorId: account });
  return debt;
}

function post(state: AccountState, amount: number): Posting {
  if (state.balance === null) return { accountId: state.id, amount, seq: null, balanceAfter: null };
  const balance = state.balance + amount;
  if (!Number.isSafeInteger(balance)) throw ledgerErrors.too_large({ maximum: Number.MAX_SAFE_INTEGER });
  state.balance = balance;
  state.postings += 1;
  return { accountId: state.id, amount, seq: state.postings, balanceAfter: balance };
}
