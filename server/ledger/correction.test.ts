/** The ledger through the door: corrections by hand, who may, and what a refusal says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Actor } from '../platform/auth/actor.ts';
import { newId } from '../platform/ids.ts';
import { defineModule } from '../platform/module.ts';
import { platformModule } from '../platform/module-definition.ts';
import { fill } from '../platform/slots.ts';
import { testApp } from '../platform/testing.ts';
import { ownerBooks } from './index.ts';
import { ledgerModule } from './module.ts';
import { createMover } from './testing.ts';

const joined = newId();
const probe = defineModule({
  name: 'probe',
  fills: [fill(ownerBooks, { kind: 'identity', findKnown: async () => new Set([joined]) })],
});
const app = await testApp({ modules: [platformModule, ledgerModule, probe] });
const { ctx } = app;
const { fair, giveEntry, balance } = createMover(ctx);

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
