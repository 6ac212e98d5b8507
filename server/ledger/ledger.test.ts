/**
 * Accounts, transfers, reversals and statements on a real database: once for a key, never below zero, nothing left behind
 * by a failure, and what was spent before a reversal is owed.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { inTransaction } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { platformModule } from '../platform/module-definition.ts';
import { testApp } from '../platform/testing.ts';
import {
  eraseLedgerOwner,
  exportLedgerOwner,
  openAccount,
  openAccounts,
  readStatement,
  reconcile,
  reverse,
  transfer,
  transferMany,
  type Account,
} from './index.ts';
import { communityParts } from './community-parts.ts';
import { ledgerModule } from './module.ts';
import { createMover, refuses } from './testing.ts';

const app = await testApp({ modules: [platformModule, ledgerModule] });
const { ctx } = app;
const { fair, move, giveEntry, balance } = createMover(ctx);

test('an account is opened once, also when many ask at the same moment', async () => {
  const communityId = newId();
  const name = { owner: { kind: 'identity', id: newId() } as const, unit: 'CNY' };
  const accounts = await Promise.all(Array.from({ length: 8 }, () => openAccount(ctx, { communityId, ...name })));
  assert.equal(new Set(accounts.map((account) => account.id)).size, 1);
  const other = { owner: { kind: 'identity', id: newId() } as const, unit: 'CNY' };
  const many = await openAccounts(ctx, { communityId, names: [other, name, other] });
  assert.deepEqual([many[0]!.id === many[2]!.id, many[1]!.id], [true, accounts[0]!.id]);
  await assert.rejects(openAccount(ctx, { communityId, ...name, unit: 'QQQ' }), refuses('ledger.bad_unit'));
});

test('value moves once for a key; other content under the key is refused', async () => {
  const { issuer, ann, bo } = await fair();
  const first = await move([issuer, ann], 100, 'k');
  const again = await move([issuer, ann], 100, 'k');
  assert.ok(first.ok && again.ok);
  assert.deepEqual([first.replayed, again.replayed, again.entryId], [false, true, first.entryId]);
  await assert.rejects(move([issuer, ann], 101, 'k'), refuses('ledger.key_reused'));
  await assert.rejects(move([issuer, bo], 100, 'k'), refuses('ledger.key_reused'));
  assert.deepEqual(await balance(ann), [100, 0]);
  assert.deepEqual(await balance(issuer), [-100, 0]);
  assert.deepEqual(await move([ann, bo], 101), { ok: false, reason: 'insufficient', account: ann.id });
});

test('the key of one community says nothing in another', async () => {
  const [here, there] = [await fair(), await fair()];
  const results = [await move([here.issuer, here.ann], 1, 'same'), await move([there.issuer, there.ann], 2, 'same')];
  assert.ok(results.every((result) => result.ok && !result.replayed));
  const legs = [
    { account: here.issuer.id, amount: -1 },
    { account: there.ann.id, amount: 1 },
  ];
  const across = transfer(ctx, { communityId: here.communityId, key: 'x', kind: 'probe.moved', legs });
  await assert.rejects(across, refuses('ledger.unknown_account'));
});

test('repeats that race move value once, also between accounts that nobody locks', async () => {
  const { communityId, issuer, ann } = await fair();
  const campaign = await openAccount(ctx, { communityId, owner: { kind: 'issuer', id: newId() }, unit: 'points' });
  for (const to of [ann, campaign]) {
    const key = `race ${to.id}`;
    const results = await Promise.all(Array.from({ length: 8 }, () => move([issuer, to], 7, key)));
    assert.equal(results.filter((result) => result.ok && !result.replayed).length, 1);
    assert.equal(new Set(results.map((result) => result.ok && result.entryId)).size, 1);
    assert.deepEqual(await balance(to), [7, 0]);
  }
  assert.ok((await reconcile(ctx, communityId)).ok);
});

test('a repeat that waited for the first is a repeat even when nothing is left', async () => {
  const { issuer, ann, bo } = await fair();
  await move([issuer, ann], 10);
  const results = await Promise.all(Array.from({ length: 6 }, () => move([ann, bo], 10, 'all of it')));
  assert.deepEqual(
    results.map((result) => result.ok),
    Array.from({ length: 6 }, () => true),
  );
  assert.deepEqual(await balance(bo), [10, 0]);
});

test('a batch decides each transfer by itself, in order', async () => {
  const { communityId, issuer, ann, bo } = await fair();
  await move([issuer, ann], 10, 'before');
  const legs = (from: Account, to: Account, amount: number) => [
    { account: from.id, amount: -amount },
    { account: to.id, amount },
  ];
  const base = { communityId, kind: 'probe.moved' };
  const results = await transferMany(ctx, [
    { ...base, key: 'a', legs: legs(ann, bo, 6) },
    { ...base, key: 'b', legs: legs(ann, bo, 6) },
    { ...base, key: 'c', legs: legs(bo, ann, 2) },
    { ...base, key: 'b2', legs: legs(ann, bo, 6) },
    { ...base, key: 'a', legs: legs(ann, bo, 6) },
    { ...base, key: 'a', legs: legs(ann, bo, 1) },
    { ...base, key: 'before', legs: legs(issuer, ann, 10) },
  ]);
  assert.deepEqual(
    results.map((result) => (result.ok ? (result.replayed ? 'again' : 'done') : result.reason)),
    ['done', 'insufficient', 'done', 'done', 'again', 'key_reused', 'again'],
  );
  assert.deepEqual(
    [await balance(ann), await balance(bo)],
    [
      [0, 0],
      [10, 0],
    ],
  );
});

test('a transfer in a transaction that fails leaves nothing', async () => {
  const { communityId, issuer, ann } = await fair();
  const failed = inTransaction(ctx, async (inner) => {
    await transfer(inner, {
      communityId,
      key: 'lost',
      kind: 'probe.moved',
      legs: [
        { account: issuer.id, amount: -5 },
        { account: ann.id, amount: 5 },
      ],
    });
    throw new Error('after all');
  });
  await assert.rejects(failed, /after all/);
  assert.deepEqual(await balance(ann), [0, 0]);
  const later = await move([issuer, ann], 5, 'lost');
  assert.ok(later.ok && !later.replayed);
});

test('a reversal takes what is there, the rest is owed, income pays it back first', async () => {
  const { communityId, issuer, ann, bo } = await fair();
  const entryId = await giveEntry(issuer, ann, 100);
  await move([ann, bo], 70);
  const first = await reverse(ctx, { communityId, entryId });
  assert.deepEqual(first.owed, [{ account: ann.id, amount: 70 }]);
  assert.deepEqual(await balance(ann), [0, 70]);
  assert.deepEqual(await balance(issuer), [0, 0]);
  const again = await Promise.all([reverse(ctx, { communityId, entryId }), reverse(ctx, { communityId, entryId })]);
  for (const repeat of again) assert.deepEqual(repeat, { ...first, replayed: true });
  await move([issuer, ann], 50);
  assert.deepEqual(await balance(ann), [0, 20]);
  const income = await giveEntry(bo, ann, 50);
  assert.deepEqual(await balance(ann), [30, 0]);
  // Taking back an income that paid a debt takes it all: first what is there, then as debt again.
  assert.deepEqual((await reverse(ctx, { communityId, entryId: income })).owed, [{ account: ann.id, amount: 20 }]);
  assert.deepEqual(
    [await balance(ann), await balance(bo)],
    [
      [0, 20],
      [70, 0],
    ],
  );
  await assert.rejects(reverse(ctx, { communityId, entryId: first.entryId }), refuses('ledger.not_reversible'));
  await assert.rejects(reverse(ctx, { communityId: newId(), entryId }), refuses('platform.not_found'));
  assert.ok((await reconcile(ctx, communityId)).ok);
});

test('the statement runs backwards page by page and its balances add up, issuers too', async () => {
  const { communityId, issuer, ann, bo } = await fair();
  for (let n = 1; n <= 5; n++) await giveEntry(issuer, ann, n * 10);
  const last = await giveEntry(ann, bo, 15);
  await reverse(ctx, { communityId, entryId: last });
  for (const account of [ann, issuer]) {
    const lines = [];
    let cursor: string | undefined;
    do {
      const page = await readStatement(ctx, { communityId, accountId: account.id }, { cursor, limit: 3 });
      lines.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    let running = 0;
    for (const line of lines.toReversed()) assert.equal(line.balance, (running += line.amount));
    assert.equal(running, (await balance(account))[0]);
    assert.equal(lines.length, account === ann ? 7 : 5);
  }
  const [newest, spent] = (await readStatement(ctx, { communityId, accountId: ann.id }, { limit: 2 })).items;
  assert.equal(newest!.reverses, last);
  assert.equal(spent!.reversedBy, newest!.entryId);
});
test('erasing an owner empties the words, closes the accounts and keeps the sums', async () => {
  const { communityId, issuer, ann, bo } = await fair();
  for (let n = 0; n < 5; n++) {
    await transfer(ctx, {
      communityId,
      key: `tip ${n}`,
      kind: 'probe.moved',
      memo: `给小安的第 ${n} 次打赏`,
      legs: [
        { account: issuer.id, amount: -10 },
        { account: ann.id, amount: 10 },
      ],
    });
  }
  const spent = await giveEntry(issuer, ann, 1);
  await move([ann, bo], 51);
  await reverse(ctx, { communityId, entryId: spent });
  const mine = { communityId, identityIds: [ann.owner.id] };
  const exported = JSON.stringify(await exportLedgerOwner(ctx, mine));
  assert.match(exported, /小安的第 4 次/);
  assert.match(exported, /"owed":1/);
  const who = { ...mine, tombstoneId: newId() };
  let rounds = 0;
  while (!(await eraseLedgerOwner(ctx, who, 2)).done) rounds += 1;
  assert.equal(rounds, 2);
  assert.deepEqual(await eraseLedgerOwner(ctx, who, 2), { done: true, rows: 0 });
  const { rows } = await sql`
    select from ledger_entries where community_id = ${communityId} and memo <> ''
    union all select from ledger_accounts where community_id = ${communityId} and owner_id = ${ann.owner.id}`.execute(
    ctx.db,
  );
  assert.equal(rows.length, 0);
  assert.deepEqual(await move([issuer, ann], 5), { ok: false, reason: 'closed', account: ann.id });
  const fresh = await openAccount(ctx, { communityId, owner: ann.owner, unit: 'points' });
  assert.notEqual(fresh.id, ann.id);
  assert.ok((await reconcile(ctx, communityId)).ok);
});

test('the full export holds every account, and every entry with its legs', async () => {
  const { communityId, issuer, ann } = await fair();
  const entryId = await giveEntry(issuer, ann, 3);
  const read = async (table: string) => {
    const part = communityParts.find(({ name }) => name === `ledger.${table}`)!;
    const rows = [];
    for await (const row of part.rows(ctx, communityId)) rows.push(row);
    return rows;
  };
  app.clock.advance(1);
  assert.equal((await read('accounts')).length, 3);
  const [entry, ...others] = await read('entries');
  assert.deepEqual([entry!.id, others.length], [entryId, 0]);
  const legs = new Map((entry!.legs as { account: string; amount: number }[]).map((leg) => [leg.account, leg.amount]));
  assert.deepEqual([legs.get(issuer.id), legs.get(ann.id)], [-3, 3]);
});
