/**
 * Random transfers, batches, repeats and reversals on many connections at once. Whatever the order was, each account must
 * end at the sum of what was accepted on it, and no transaction may have been tried twice because of a deadlock.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { platformModule } from '../platform/module-definition.ts';
import { testApp } from '../platform/testing.ts';
import { balanceOf, openAccounts, readStatement, reconcile, reverse, transfer, transferMany } from './index.ts';
import type { BatchResult, Transfer } from './index.ts';
import { ledgerModule } from './module.ts';

const app = await testApp({ modules: [platformModule, ledgerModule], env: { DATABASE_CONNECTIONS: '16' } });
const { ctx } = app;

const units = ['points', 'CNY'];
const people = 4;

/** Accounts of one run: for each unit the issuer first, then the people. */
async function openRun(): Promise<{ communityId: string; accounts: string[][] }> {
  const communityId = newId();
  const owners = Array.from({ length: people }, () => ({ kind: 'identity', id: newId() }) as const);
  const accounts = [];
  for (const unit of units) {
    const names = [{ kind: 'issuer', id: communityId } as const, ...owners].map((owner) => ({ owner, unit }));
    accounts.push((await openAccounts(ctx, { communityId, names })).map((account) => account.id));
  }
  return { communityId, accounts };
}

const part = fc.record({
  unit: fc.nat(units.length - 1),
  from: fc.nat(people),
  to: fc.nat(people),
  amount: fc.integer({ min: 1, max: 60 }),
});
const move = fc.record({ parts: fc.array(part, { minLength: 1, maxLength: 3 }), key: fc.nat(60) });
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('one' as const), move }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('many' as const), moves: fc.array(move, { minLength: 2, maxLength: 6 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), pick: fc.nat(1000) }) },
);
type Move = typeof move extends fc.Arbitrary<infer Value> ? Value : never;
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** What the callers were told, from which the end is computed without looking at the ledger's own sums. */
interface Told {
  entries: Map<string, Transfer>;
  keys: Map<string, string>;
  undone: Map<string, string>;
  calls: number;
  attempts: number;
}

function toTransfer(run: { communityId: string; accounts: string[][] }, { parts, key }: Move): Transfer | undefined {
  const legs = parts.flatMap(({ unit, from, to, amount }) => [
    { account: run.accounts[unit]![from]!, amount: -amount },
    { account: run.accounts[unit]![to]!, amount },
  ]);
  const sums = Map.groupBy(legs, (leg) => leg.account);
  const moves = [...sums.values()].some((group) => group.reduce((sum, leg) => sum + leg.amount, 0) !== 0);
  return moves ? { communityId: run.communityId, key: `k${key}`, kind: 'probe.moved', legs } : undefined;
}

function note(told: Told, given: Transfer, result: BatchResult): void {
  if (!result.ok) {
    if (result.reason === 'key_reused') assert.notDeepEqual(told.entries.get(result.entryId)?.legs, given.legs);
    return;
  }
  if (!told.entries.has(result.entryId)) told.entries.set(result.entryId, given);
  assert.equal(told.keys.get(given.key) ?? result.entryId, result.entryId, 'one entry for a key');
  told.keys.set(given.key, result.entryId);
}

/** Runs in a transaction of its own and counts how often it was tried. */
async function counted<Result>(told: Told, work: (inner: Ctx) => Promise<Result>): Promise<Result> {
  told.calls += 1;
  return inTransaction(ctx, (inner) => {
    told.attempts += 1;
    return work(inner);
  });
}

async function runStep(run: { communityId: string; accounts: string[][] }, told: Told, given: Step): Promise<void> {
  if (given.kind === 'undo') {
    const ids = [...told.entries.keys()];
    const entryId = ids[given.pick % Math.max(ids.length, 1)];
    if (entryId === undefined) return;
    const result = await counted(told, (inner) => reverse(inner, { communityId: run.communityId, entryId }));
    assert.equal(told.undone.get(entryId) ?? result.entryId, result.entryId, 'one reversal for an entry');
    told.undone.set(entryId, result.entryId);
    return;
  }
  const moves = given.kind === 'one' ? [given.move] : given.moves;
  const transfers = moves.map((one) => toTransfer(run, one)).filter((one) => one !== undefined);
  const results = await counted(told, (inner) => transferMany(inner, transfers));
  transfers.forEach((one, index) => note(told, one, results[index]!));
}

async function checkEnd(run: { communityId: string; accounts: string[][] }, told: Told): Promise<void> {
  const expected = new Map(run.accounts.flat().map((id) => [id, 0]));
  for (const [entryId, { legs }] of told.entries) {
    if (told.undone.has(entryId)) continue;
    for (const { account, amount } of legs) expected.set(account, expected.get(account)! + amount);
  }
  for (const ids of run.accounts) {
    let total = 0;
    for (const [index, accountId] of ids.entries()) {
      const { balance, owed } = await balanceOf(ctx, { communityId: run.communityId, accountId });
      assert.equal(balance - owed, expected.get(accountId));
      if (index > 0) assert.ok(balance >= 0 && owed >= 0 && (balance === 0 || owed === 0), `${balance} beside ${owed}`);
      total += balance - owed;
    }
    assert.equal(total, 0);
  }
  const proof = await reconcile(ctx, run.communityId);
  assert.deepEqual(proof.findings, []);
  assert.equal(proof.entries, told.entries.size + told.undone.size);
  assert.equal(told.attempts, told.calls, 'no deadlock');
}

test('random concurrent transfers, batches, repeats and reversals keep every sum', async (t) => {
  let entries = 0;
  let undone = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 4, maxLength: 12 }), { minLength: 4, maxLength: 8 }),
      async (lanes) => {
        const run = await openRun();
        const told: Told = { entries: new Map(), keys: new Map(), undone: new Map(), calls: 0, attempts: 0 };
        await Promise.all(
          lanes.map(async (lane) => {
            for (const one of lane) await runStep(run, told, one);
          }),
        );
        await checkEnd(run, told);
        entries += told.entries.size;
        undone += told.undone.size;
      },
    ),
    { numRuns: 15, endOnFailure: true },
  );
  assert.ok(entries > 40 && undone > 5, `enough happened: ${entries} entries, ${undone} taken back`);
  t.diagnostic(`${entries} entries, ${undone} taken back`);
});

test('many spend one account at once: exactly what it holds is spent, its lines stay in order', async () => {
  const run = await openRun();
  const [issuer, shared, ...others] = run.accounts[0]!;
  const give = (key: string, [from, to]: readonly [string, string], amount: number): Transfer => ({
    communityId: run.communityId,
    key,
    kind: 'probe.moved',
    legs: [
      { account: from, amount: -amount },
      { account: to, amount },
    ],
  });
  await transfer(ctx, give('fill', [issuer!, shared!], 100));
  const results = await Promise.all(
    Array.from({ length: 40 }, (_, n) => transfer(ctx, give(`spend ${n}`, [shared!, others[n % others.length]!], 7))),
  );
  assert.equal(results.filter((result) => result.ok).length, 14);
  const { items } = await readStatement(ctx, { communityId: run.communityId, accountId: shared! }, { limit: 50 });
  assert.deepEqual(
    items.map((line) => line.balance),
    Array.from({ length: 15 }, (_, n) => 2 + 7 * n),
  );
});
