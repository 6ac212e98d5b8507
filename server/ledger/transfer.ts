/**
 * Moving value: one entry, many at once, and taking one back. Every way goes through `postEntries`, which locks the
 * accounts in one order, looks for earlier entries under the same keys, plans in memory and writes one statement.
 */
import { createHash } from 'node:crypto';
import { actorKey, type Actor } from '../platform/auth/actor.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { ledgerErrors } from './errors.ts';
import { balancesChanged } from './events.ts';
import { checkLegs, mergeLegs, planEntry, type Book, type Leg, type NewDebt } from './plan.ts';
import { insertDebts, lockAccounts, selectDebts } from './store/account.ts';
import {
  insertEntries,
  selectEntriesByKey,
  selectEntry,
  selectLegs,
  selectOwed,
  type FreshEntry,
} from './store/entry.ts';

/** Value to move. `key` is unique in the community for ever and names the occasion: `checkin:<id>`, `order:<id>:paid`. */
export interface Transfer {
  communityId: string;
  key: string;
  /** What kind of occasion, `module.noun_verbed`; never personal text. */
  kind: string;
  /** Sum to zero in every unit. */
  legs: readonly Leg[];
  /** Words for people. Emptied when one of the owners is erased. */
  memo?: string;
  /** When it counts; now, if left out. */
  at?: Date;
}

/** What became of a transfer. Refused = nothing was written, and the same key may be tried again. */
export type TransferResult =
  { ok: true; entryId: string; replayed: boolean } | { ok: false; reason: 'insufficient' | 'closed'; account: string };

/** What became of one transfer among many. `key_reused`: the key belongs to an entry that moved something else. */
export type BatchResult = TransferResult | { ok: false; reason: 'key_reused'; entryId: string };

/** What became of a reversal; `owed` is what the accounts lacked and now have to pay back. */
export type ReversalResult = { ok: true; entryId: string; replayed: boolean; owed: Leg[] };

/**
 * Moves value, in the caller's transaction or its own. A repeat with the same key, kind and legs gives the first entry
 * again; the same key with others throws `ledger.key_reused`.
 */
export async function transfer(ctx: Ctx, given: Transfer): Promise<TransferResult> {
  const [result] = await transferMany(ctx, [given]);
  if (!result!.ok && result!.reason === 'key_reused') throw ledgerErrors.key_reused({ entryId: result!.entryId });
  return result as TransferResult;
}

/**
 * Moves value many times with a fixed number of statements, for rushes. Transfers of one community; each is possible or
 * refused by itself, in the given order, as if they came one after another.
 */
export async function transferMany(ctx: Ctx, transfers: readonly Transfer[]): Promise<BatchResult[]> {
  const [first] = transfers;
  if (!first) return [];
  const { communityId } = first;
  if (transfers.some((one) => one.communityId !== communityId))
    throw new Error('transferMany: one community at a time');
  const drafts = transfers.map((one) => {
    const legs = mergeLegs(one.legs);
    return {
      ...one,
      legs,
      memo: one.memo ?? '',
      content: fingerprint([one.kind, legs]),
      reverses: null,
      mayOwe: false,
    };
  });
  return inTransaction(ctx, (inner) => postEntries(inner, communityId, drafts));
}

/**
 * Takes an entry back with an entry of opposite legs; a repeat gives the first reversal again. Accounts that have spent
 * the value meanwhile give what they have and owe the rest. Reversals cannot be reversed: make a new transfer.
 */
export async function reverse(
  ctx: Ctx,
  given: { communityId: string; entryId: string; memo?: string },
): Promise<ReversalResult> {
  return inTransaction(ctx, async (inner) => {
    const { communityId, entryId } = given;
    const entry = await selectEntry(inner, communityId, entryId);
    if (!entry) throw platformErrors.not_found();
    if (entry.reverses !== null) throw ledgerErrors.not_reversible();
    const legs = await selectLegs(inner, communityId, entryId);
    const draft: Draft = {
      key: `reverse:${entryId}`,
      kind: 'ledger.entry_reversed',
      legs: mergeLegs(legs.map(({ account, amount }) => ({ account, amount: -amount }))),
      memo: given.memo ?? '',
      content: fingerprint(['reverse', entryId]),
      reverses: entryId,
      mayOwe: true,
    };
    const [result] = await postEntries(inner, communityId, [draft]);
    if (!result!.ok) throw ledgerErrors.key_reused({ entryId });
    const owed = await selectOwed(inner, communityId, result!.entryId);
    return { ok: true, entryId: result!.entryId, replayed: result!.replayed, owed };
  });
}

interface Draft {
  key: string;
  kind: string;
  legs: Leg[];
  memo: string;
  at?: Date;
  content: string;
  reverses: string | null;
  mayOwe: boolean;
}

/** Locks, looks, plans, writes; again when somebody else took one of the keys in between. */
async function postEntries(ctx: Ctx, communityId: string, drafts: readonly Draft[]): Promise<BatchResult[]> {
  for (;;) {
    const book = await openBook(ctx, communityId, drafts);
    for (const draft of drafts) checkLegs(book, draft.legs);
    const known = await selectEntriesByKey(ctx, communityId, [...new Set(drafts.map((draft) => draft.key))]);
    const { results, entries, newDebts } = planAll(ctx, { book, drafts, known });
    if (entries.length === 0) return results;
    await insertDebts(ctx, communityId, newDebts);
    const touched = new Set(entries.flatMap((entry) => entry.postings.map((posting) => posting.accountId)));
    const states = [...book.values()].filter((state) => touched.has(state.id) && state.balance !== null);
    const createdBy = describeActor(ctx.actor);
    if (!(await insertEntries(ctx, communityId, { entries, states, createdBy }))) continue;
    const accountIds = states.filter(({ kind }) => kind === 'identity').map(({ id }) => id);
    if (accountIds.length > 0) ctx.emit(balancesChanged, communityId, { accountIds });
    return results;
  }
}

async function openBook(ctx: Ctx, communityId: string, drafts: readonly Draft[]): Promise<Book> {
  const ids = [...new Set(drafts.flatMap((draft) => draft.legs.map((leg) => leg.account)))];
  const states = await lockAccounts(ctx, communityId, ids);
  const debtIds = states.map((state) => state.debtId).filter((id) => id !== null);
  const debts = await selectDebts(ctx, communityId, debtIds);
  return new Map([...states, ...debts].map((state) => [state.id, state]));
}

function planAll(
  ctx: Ctx,
  {
    book,
    drafts,
    known,
  }: { book: Book; drafts: readonly Draft[]; known: readonly { id: string; key: string; content: string }[] },
): { results: BatchResult[]; entries: FreshEntry[]; newDebts: NewDebt[] } {
  const earlier = new Map(known.map(({ id, key, content }) => [key, { id, content }]));
  const entries: FreshEntry[] = [];
  const newDebts: NewDebt[] = [];
  const makeId = () => newId(ctx.now());
  const results = drafts.map((draft): BatchResult => {
    const before = earlier.get(draft.key);
    if (before && before.content !== draft.content) return { ok: false, reason: 'key_reused', entryId: before.id };
    if (before) return { ok: true, entryId: before.id, replayed: true };
    const plan = planEntry(book, draft.legs, { mayOwe: draft.mayOwe, makeId });
    if (!plan.ok) return plan;
    const { key, kind, memo, content, reverses, at = ctx.now() } = draft;
    const entry: FreshEntry = { id: makeId(), key, kind, memo, content, reverses, at, postings: plan.postings };
    entries.push(entry);
    newDebts.push(...plan.newDebts);
    earlier.set(key, { id: entry.id, content });
    return { ok: true, entryId: entry.id, replayed: false };
  });
  return { results, entries, newDebts };
}

function fingerprint(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}

/** Which operator, token or part of the program; a member's device stays out of the books. */
function describeActor(actor: Actor): string {
  return actor.kind === 'device' ? 'member' : actorKey(actor);
}
