import { z } from 'zod';
import { can } from '../platform/http/access.ts';
import { pageOf, pageQuery } from '../platform/http/cursor.ts';
import { defineRoute } from '../platform/http/route.ts';
import { listAccounts, ownerKindSchema, unitSchema, type AccountBalance } from './account.ts';
import { postCorrection, reverseByHand } from './correction.ts';
import { maxAmount } from './plan.ts';
import { listReconciliations, reconcile, type Reconciliation } from './reconciliation.ts';
import { readStatement } from './statement.ts';

const params = z.strictObject({ communityId: z.uuid() });
const accountParams = z.strictObject({ communityId: z.uuid(), accountId: z.uuid() });
const entryParams = z.strictObject({ communityId: z.uuid(), entryId: z.uuid() });

const ownerShape = z.strictObject({ kind: ownerKindSchema, id: z.uuid() });
const accountShape = z.object({
  id: z.uuid(),
  owner: ownerShape,
  unit: z.string(),
  balance: z.int().meta({ description: 'In minor units' }),
  owed: z.int().meta({ description: 'What reversals left unpaid; the next income goes there first' }),
  floor: z.literal(0).nullable().meta({ description: '0 = never below zero, null = may go below' }),
  createdAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
});
const lineShape = z.object({
  seq: z.int(),
  entryId: z.uuid(),
  kind: z.string(),
  memo: z.string(),
  at: z.iso.datetime(),
  amount: z.int(),
  balance: z.int().meta({ description: 'On the account after this line' }),
  reverses: z.uuid().nullable(),
  reversedBy: z.uuid().nullable(),
});
const reconciliationShape = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  ok: z.boolean(),
  accounts: z.int(),
  entries: z.int(),
  postings: z.int(),
  findingCount: z.int(),
  findings: z.array(z.object({ check: z.string(), id: z.uuid(), expected: z.number(), found: z.number() })),
});

const amount = z
  .int()
  .min(-maxAmount)
  .max(maxAmount)
  .refine((value) => value !== 0);
const legShape = z.union([
  z.strictObject({ accountId: z.uuid(), amount }),
  z.strictObject({ owner: ownerShape, unit: unitSchema, amount }),
]);
const memo = z.string().trim().min(1).max(500);

/** Accounts of the community, with balances. */
const listAccountsRoute = defineRoute({
  name: 'ledger.list_accounts',
  method: 'get',
  path: '/api/communities/{communityId}/ledger/accounts',
  summary: 'Accounts with their balances, oldest first',
  access: can('ledger.read'),
  params,
  query: pageQuery.extend({
    ownerKind: ownerKindSchema.optional(),
    ownerId: z.uuid().optional(),
    unit: unitSchema.optional(),
  }),
  response: pageOf(accountShape),
  handle: async (ctx, { params: { communityId }, query }) => {
    const page = await listAccounts(ctx, communityId, query);
    return { ...page, items: page.items.map(showAccount) };
  },
});

/** Lines of one account. */
const readStatementRoute = defineRoute({
  name: 'ledger.read_statement',
  method: 'get',
  path: '/api/communities/{communityId}/ledger/accounts/{accountId}/statement',
  summary: 'Postings of an account with the running balance, newest first',
  access: can('ledger.read'),
  params: accountParams,
  query: pageQuery,
  response: pageOf(lineShape),
  handle: async (ctx, { params: account, query }) => {
    const page = await readStatement(ctx, account, query);
    return { ...page, items: page.items.map((line) => ({ ...line, at: line.at.toISOString() })) };
  },
});

/** An entry by hand. */
const postCorrectionRoute = defineRoute({
  name: 'ledger.post_correction',
  method: 'post',
  path: '/api/communities/{communityId}/ledger/entries',
  summary: 'Moves value by hand, with a reason; kept in the audit log',
  access: can('ledger.manage'),
  params,
  body: z.strictObject({ legs: z.array(legShape).min(2).max(20), memo }),
  response: z.object({ entryId: z.uuid() }),
  status: 201,
  handle: (ctx, { params: { communityId }, body, request }) =>
    postCorrection(ctx, { communityId, key: request.headers.get('idempotency-key'), ...body }),
});

/** Takes an entry back. */
const reverseEntryRoute = defineRoute({
  name: 'ledger.reverse_entry',
  method: 'post',
  path: '/api/communities/{communityId}/ledger/entries/{entryId}/reverse',
  summary: 'Takes an entry back; what is already spent becomes a debt. A repeat gives the first reversal',
  access: can('ledger.manage'),
  params: entryParams,
  body: z.strictObject({ memo }),
  response: z.object({
    entryId: z.uuid(),
    replayed: z.boolean(),
    owed: z.array(z.object({ account: z.uuid(), amount: z.int() })),
  }),
  status: 201,
  handle: (ctx, { params: entry, body }) => reverseByHand(ctx, { ...entry, memo: body.memo }),
});

/** Results of the nightly proof. */
const listReconciliationsRoute = defineRoute({
  name: 'ledger.list_reconciliations',
  method: 'get',
  path: '/api/communities/{communityId}/ledger/reconciliations',
  summary: 'Results of the proofs of the books, newest first',
  access: can('ledger.read'),
  params,
  query: pageQuery,
  response: pageOf(reconciliationShape),
  handle: async (ctx, { params: { communityId }, query }) => {
    const page = await listReconciliations(ctx, communityId, query);
    return { ...page, items: page.items.map(showReconciliation) };
  },
});

/** Proves the books now. */
const reconcileRoute = defineRoute({
  name: 'ledger.reconcile_books',
  method: 'post',
  path: '/api/communities/{communityId}/ledger/reconciliations',
  summary: 'Proves the books of the community now',
  access: can('ledger.manage'),
  params,
  limit: { name: 'ledger.reconcile_books', per: 'actor', burst: 3, perMinute: 1 },
  response: reconciliationShape,
  status: 201,
  handle: async (ctx, { params: { communityId } }) => showReconciliation(await reconcile(ctx, communityId)),
});

function showAccount(account: AccountBalance) {
  return {
    ...account,
    createdAt: account.createdAt.toISOString(),
    closedAt: account.closedAt?.toISOString() ?? null,
  };
}

function showReconciliation(result: Reconciliation) {
  return { ...result, at: result.at.toISOString() };
}

/** All routes of the ledger. */
export const ledgerRoutes = [
  listAccountsRoute,
  readStatementRoute,
  postCorrectionRoute,
  reverseEntryRoute,
  listReconciliationsRoute,
  reconcileRoute,
];
