/**
 * Transfers, reversals and the proof on a real database, with operators at the door. Negative controls tamper with rows
 * by SQL: the constraint or the proof must notice.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Actor } from '../platform/auth/actor.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { sqlState } from '../platform/db/database.ts';
import { AppError } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { defineModule } from '../platform/module.ts';
import { authModule } from '../platform/auth/module.ts';
import { platformModule } from '../platform/module-definition.ts';
import { fill } from '../platform/slots.ts';
import { testApp } from '../platform/testing.ts';
import {
  balanceOf,
  eraseLedgerOwner,
  exportLedgerOwner,
  openAccount,
  openAccounts,
  ownerBooks,
  readStatement,
  reconcile,
  reverse,
  transfer,
  transferMany,
  type Account,
} from './index.ts';
import { ledgerModule } from './module.ts';

const joined = newId();
const probe = defineModule({
  name: 'probe',
  fills: [fill(ownerBooks, { kind: 'identity', findKnown: async () => new Set([joined]) })],
});
const app = await testApp({ modules: [platformModule, authModule, ledgerModule, probe] });
const { ctx } = app;

async function open(communityId: string, kind: Account['owner']['kind'], unit = 'points'): Promise<Account> {
  const id = kind === 'issuer' || kind === 'community' ? communityId : newId();
  return openAccount(ctx, { communityId, owner: { kind, id }, unit });
}

async function move(from: Account, to: Account, amount: number, key = newId()) {
  return transfer(ctx, {
    communityId: from.communityId,
    key,
    kind: 'probe.moved',
    legs: [
      { account: from.id, amount: -amount },
      { account: to.id, amount },
    ],
  });
}

async function giveEntry(from: Account, to: Account, amount: number): Promise<string> {
  const result = await move(from, to, amount);
  assert.ok(result.ok);
  return result.entryId;
}

async function balance(account: Account): Promise<[balance: number, owed: number]> {
  const found = await balanceOf(ctx, { communityId: account.communityId, accountId: account.id });
  return [found.balance, found.owed];
}

async function fair() {
  const communityId = newId();
  const issuer = await open(communityId, 'issuer');
  const [ann, bo] = [await open(communityId, 'identity'), await open(communityId, 'identity')];
  return { communityId, issuer, ann, bo };
}

function refuses(code: string): (error: unknown) => boolean {
  return (error) => error instanceof AppError && error.code === code;
}

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
  const first = await move(issuer, ann, 100, 'k');
  const again = await move(issuer, ann, 100, 'k');
  assert.ok(first.ok && again.ok);
  assert.deepEqual([first.replayed, again.replayed, again.entryId], [false, true, first.entryId]);
  await assert.rejects(move(issuer, ann, 101, 'k'), refuses('ledger.key_reused'));
  await assert.rejects(move(issuer, bo, 100, 'k'), refuses('ledger.key_reused'));
  assert.deepEqual(await balance(ann), [100, 0]);
  assert.deepEqual(await balance(issuer), [-100, 0]);
  assert.deepEqual(await move(ann, bo, 101), { ok: false, reason: 'insufficient', account: ann.id });
});

test('the key of one community says nothing in another', async () => {
  const [here, there] = [await fair(), await fair()];
  const results = [await move(here.issuer, here.ann, 1, 'same'), await move(there.issuer, there.ann, 2, 'same')];
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
    const results = await Promise.all(Array.from({ length: 8 }, () => move(issuer, to, 7, key)));
    assert.equal(results.filter((result) => result.ok && !result.replayed).length, 1);
    assert.equal(new Set(results.map((result) => result.ok && result.entryId)).size, 1);
    assert.deepEqual(await balance(to), [7, 0]);
  }
  assert.ok((await reconcile(ctx, communityId)).ok);
});

test('a repeat that waited for the first is a repeat even when nothing is left', async () => {
  const { issuer, ann, bo } = await fair();
  await move(issuer, ann, 10);
  const results = await Promise.all(Array.from({ length: 6 }, () => move(ann, bo, 10, 'all of it')));
  assert.deepEqual(
    results.map((result) => result.ok),
    Array.from({ length: 6 }, () => true),
  );
  assert.deepEqual(await balance(bo), [10, 0]);
});

test('a batch decides each transfer by itself, in order', async () => {
  const { communityId, issuer, ann, bo } = await fair();
  await move(issuer, ann, 10, 'before');
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
  const later = await move(issuer, ann, 5, 'lost');
  assert.ok(later.ok && !later.replayed);
});

test('a reversal takes what is there, the rest is owed, income pays it back first', async () => {
  const { communityId, issuer, ann, bo } = await fair();
  const entryId = await giveEntry(issuer, ann, 100);
  await move(ann, bo, 70);
  const first = await reverse(ctx, { communityId, entryId });
  assert.deepEqual(first.owed, [{ account: ann.id, amount: 70 }]);
  assert.deepEqual(await balance(ann), [0, 70]);
  assert.deepEqual(await balance(issuer), [0, 0]);
  const again = await Promise.all([reverse(ctx, { communityId, entryId }), reverse(ctx, { communityId, entryId })]);
  for (const repeat of again) assert.deepEqual(repeat, { ...first, replayed: true });
  await move(issuer, ann, 50);
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

test('the database refuses an entry that does not balance, at commit', async () => {
  const { communityId, issuer, ann } = await fair();
  const entryId = await giveEntry(issuer, ann, 10);
  const statements = {
    'a third leg': sql`insert into ledger_postings values (${communityId}, ${ann.id}, 99, ${entryId}, 5, 15)`,
    'one leg changed': sql`update ledger_postings set amount = 11 where entry_id = ${entryId} and account_id = ${ann.id}`,
    'one leg gone': sql`delete from ledger_postings where entry_id = ${entryId} and account_id = ${ann.id}`,
    'all legs gone': sql`delete from ledger_postings where entry_id = ${entryId}`,
    'entry gone': sql`delete from ledger_entries where id = ${entryId}`,
    'entry without legs': sql`insert into ledger_entries
      values (${communityId}, ${newId()}, 'empty', 'probe.moved', '', '', now(), now(), 'probe')`,
    'leg on another unit': sql`with other as (
        insert into ledger_accounts (community_id, id, owner_kind, owner_id, unit, balance, created_at)
        values (${communityId}, ${newId()}, 'identity', ${newId()}, 'CNY', 10, now()) returning id)
      update ledger_postings set account_id = (select id from other)
      where entry_id = ${entryId} and account_id = ${ann.id}`,
    'leg on no account': sql`update ledger_postings set account_id = ${newId()}
      where entry_id = ${entryId} and account_id = ${ann.id}`,
  };
  for (const [name, statement] of Object.entries(statements)) {
    let reached = false;
    const attempt = inTransaction(ctx, async (inner) => {
      await statement.execute(inner.db);
      reached = true;
    });
    await assert.rejects(attempt, (error) => /^23(514|503)$/.test(sqlState(error) ?? ''), name);
    assert.ok(reached, `${name}: the statement itself passes, the commit does not`);
  }
  const below = sql`update ledger_accounts set balance = -1 where id = ${ann.id}`.execute(ctx.db);
  await assert.rejects(below, (error) => (error as { constraint?: string }).constraint === 'ledger_never_negative');
  assert.ok((await reconcile(ctx, communityId)).ok);
});

test('the proof notices what was changed behind its back, and says so in the log', async () => {
  const tampered: Record<string, (parts: Awaited<ReturnType<typeof fair>> & { entryId: string }) => Promise<unknown>> =
    {
      balance_wrong: ({ ann }) =>
        sql`update ledger_accounts set balance = balance + 1 where id = ${ann.id}`.execute(ctx.db),
      count_wrong: ({ ann }) =>
        sql`update ledger_accounts set postings = postings + 1 where id = ${ann.id}`.execute(ctx.db),
      running_balance_wrong: ({ ann }) =>
        withoutTriggers((db) =>
          sql`update ledger_postings set balance_after = 3 where account_id = ${ann.id}`.execute(db),
        ),
      entry_unbalanced: ({ ann }) =>
        withoutTriggers((db) =>
          sql`update ledger_postings set amount = amount + 1 where account_id = ${ann.id}`.execute(db),
        ),
      entry_empty: ({ entryId }) =>
        withoutTriggers((db) => sql`delete from ledger_postings where entry_id = ${entryId}`.execute(db)),
      posting_orphaned: ({ entryId }) =>
        withoutTriggers((db) => sql`delete from ledger_entries where id = ${entryId}`.execute(db)),
      below_floor: ({ ann, entryId }) =>
        withoutTriggers(async (db) => {
          await sql`update ledger_postings set amount = -amount, balance_after = -balance_after where entry_id = ${entryId}`.execute(
            db,
          );
          await sql`alter table ledger_accounts drop constraint ledger_never_negative`.execute(db);
          await sql`update ledger_accounts set balance = -balance where id = ${ann.id}`.execute(db);
        }),
    };
  for (const [check, tamper] of Object.entries(tampered)) {
    const parts = await fair();
    const entryId = await giveEntry(parts.issuer, parts.ann, 10);
    const { communityId } = parts;
    assert.ok((await reconcile(ctx, communityId)).ok);
    await tamper({ ...parts, entryId });
    const result = await reconcile(ctx, communityId);
    assert.equal(result.ok, false, check);
    assert.ok(
      result.findings.some((finding) => finding.check === check),
      `${check} in ${JSON.stringify(result.findings)}`,
    );
    assert.ok(app.logged.some((line) => line.includes('ledger.books_are_wrong') && line.includes(communityId)));
  }
});

async function withoutTriggers(work: (db: Ctx['db']) => Promise<unknown>): Promise<void> {
  await inTransaction(ctx, async ({ db }) => {
    for (const table of ['ledger_postings', 'ledger_entries']) {
      await sql`alter table ${sql.table(table)} disable trigger user`.execute(db);
    }
    await work(db);
    for (const table of ['ledger_postings', 'ledger_entries']) {
      await sql`alter table ${sql.table(table)} enable trigger user`.execute(db);
    }
  });
}

test('the nightly job proves every community', async () => {
  const [good, bad] = [await fair(), await fair()];
  await giveEntry(good.issuer, good.ann, 1);
  await sql`update ledger_accounts set postings = 7 where id = ${bad.ann.id}`.execute(ctx.db);
  await ledgerModule.jobs![0]!.run(ctx, {} as never);
  for (const [{ communityId }, ok] of [
    [good, true],
    [bad, false],
  ] as const) {
    const owner = await app.operator('owner', communityId);
    const answer = await app.request('GET', `/api/communities/${communityId}/ledger/reconciliations`, { as: owner });
    assert.equal(answer.status, 200);
    assert.deepEqual(
      answer.body.items.map((item: { ok: boolean }) => item.ok),
      [ok],
    );
  }
});

test('an owner corrects by hand, with a reason, once, and it is in the audit log', async () => {
  const { communityId, ann } = await fair();
  const owner = await app.operator('owner', communityId);
  const path = `/api/communities/${communityId}/ledger`;
  const issuing = { owner: { kind: 'issuer', id: communityId }, unit: 'points' };
  const body = {
    legs: [
      { ...issuing, amount: -30 },
      { owner: { kind: 'identity', id: joined }, unit: 'points', amount: 30 },
    ],
    memo: '补发上周的打卡积分',
  };
  const send = () =>
    app.request('POST', `${path}/entries`, { as: owner, body, headers: { 'idempotency-key': 'once' } });
  const [first, again] = [await send(), await send()];
  assert.equal(first.status, 201);
  assert.equal(again.body.entryId, first.body.entryId);
  const found = await app.request('GET', `${path}/accounts?ownerKind=identity&ownerId=${joined}`, { as: owner });
  assert.equal(found.body.items[0].balance, 30);
  const accountId = found.body.items[0].id;
  const statement = await app.request('GET', `${path}/accounts/${accountId}/statement`, { as: owner });
  assert.deepEqual([statement.body.items.length, statement.body.items[0].memo], [1, body.memo]);
  const undo = await app.request('POST', `${path}/entries/${first.body.entryId}/reverse`, {
    as: owner,
    body: { memo: '发错人了' },
  });
  assert.deepEqual([undo.status, undo.body.owed], [201, []]);
  const { rows } = await sql<{ action: string; detail: unknown }>`
    select action, detail from platform_audit where community_id = ${communityId} and target_kind = 'ledger_entry'
    order by id`.execute(ctx.db);
  assert.deepEqual(rows.map((row) => row.action).toSorted(), ['ledger.post_correction', 'ledger.reverse_entry']);
  assert.ok(!JSON.stringify(rows).includes(body.memo));

  const refused = async (legs: unknown[], memo = 'x') =>
    (
      await app.request('POST', `${path}/entries`, {
        as: owner,
        body: { legs, memo },
        headers: { 'accept-language': 'en' },
      })
    ).body;
  const give = { ...issuing, amount: -5 };
  for (const [legs, code] of [
    [[give, { accountId: ann.id, amount: 4 }], 'ledger.unbalanced'],
    [[give, { accountId: newId(), amount: 5 }], 'ledger.unknown_account'],
    [[give, { owner: { kind: 'identity', id: newId() }, unit: 'points', amount: 5 }], 'ledger.unknown_owner'],
    [[give, { owner: { kind: 'issuer', id: newId() }, unit: 'points', amount: 5 }], 'ledger.unknown_owner'],
    [
      [
        { accountId: ann.id, amount: -5 },
        { ...issuing, amount: 5 },
      ],
      'ledger.insufficient',
    ],
    [[give, { accountId: ann.id, amount: 5.5 }], 'platform.bad_input'],
    [[give], 'platform.bad_input'],
    [[give, { owner: { kind: 'identity', id: joined }, unit: 'Points', amount: 5 }], 'platform.bad_input'],
  ] as const) {
    const answer = await refused(legs as unknown as unknown[]);
    assert.equal(answer.code, code);
    assert.ok(answer.detail.length > 10 && !answer.detail.includes('{{'), answer.detail);
  }
  assert.equal((await refused([give, { accountId: ann.id, amount: 5 }], '  ')).code, 'platform.bad_input');
  assert.deepEqual(await balance(ann), [0, 0]);
});

test('the ledger is for owners and admins of the community; strangers learn nothing', async () => {
  const { communityId, issuer, ann } = await fair();
  const entryId = await giveEntry(issuer, ann, 1);
  const base = `/api/communities/${communityId}/ledger`;
  const calls = [
    ['GET', `${base}/accounts`, undefined],
    ['GET', `${base}/accounts/${ann.id}/statement`, undefined],
    ['GET', `${base}/reconciliations`, undefined],
    ['POST', `${base}/reconciliations`, undefined],
    ['POST', `${base}/entries`, { legs: [], memo: '' }],
    ['POST', `${base}/entries/${entryId}/reverse`, { memo: 'x' }],
  ] as const;
  const stranger = await app.operator('owner', newId());
  for (const [method, path, body] of calls) {
    const status = async (as?: Actor) => (await app.request(method, path, { as, body })).status;
    assert.equal(await status(), 401);
    assert.equal(await status({ kind: 'device', deviceId: newId() }), 401);
    assert.equal(await status(stranger), 404);
    for (const role of ['operator', 'moderator', 'viewer'] as const) {
      assert.equal(await status(await app.operator(role, communityId)), 403);
    }
  }
  const admin = await app.operator('admin', communityId);
  for (const [method, path] of calls.slice(0, 4)) {
    assert.ok((await app.request(method, path, { as: admin })).status < 300);
  }
  const elsewhere = await fair();
  for (const path of [`${base}/accounts/${elsewhere.ann.id}/statement`, `${base}/accounts/${newId()}/statement`]) {
    assert.equal((await app.request('GET', path, { as: admin })).status, 404);
  }
  const bent = await app.request('GET', `${base}/accounts?cursor=WyJ4Il0`, { as: admin });
  assert.equal(bent.body.code, 'platform.bad_cursor');
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
  await move(ann, bo, 51);
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
  assert.deepEqual(await move(issuer, ann, 5), { ok: false, reason: 'closed', account: ann.id });
  const fresh = await openAccount(ctx, { communityId, owner: ann.owner, unit: 'points' });
  assert.notEqual(fresh.id, ann.id);
  assert.ok((await reconcile(ctx, communityId)).ok);
});
