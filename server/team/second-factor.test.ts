/** A community asks for the second step: who is told, who is stopped, what stays open, and what no one can do to themselves. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { createCommunity } from '../communities/index.ts';
import type { Actor } from '../platform/auth/actor.ts';
import { inTransaction } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { testApp } from '../platform/testing.ts';

const app = await testApp();
const day = 24 * 60 * 60 * 1000;

async function found() {
  const { id: communityId } = await inTransaction(app.ctx, (ctx) =>
    createCommunity(ctx, { name: '灶边', kind: 'interest', founderId: newId() }),
  );
  const owner = await app.operator('owner', communityId);
  const base = `/api/communities/${communityId}`;
  const ask = (from: string, graceDays: number) =>
    app.request('PUT', `${base}/two-factor`, { as: owner, body: { from, graceDays } });
  const status = async (as: Actor) => (await app.request('GET', `${base}/groups`, { as })).status;
  return { communityId, owner, base, ask, status };
}

/** As if the phone had shown the right code. */
const switchOn = (userId: string) =>
  app.services.database.pool.query('update platform_users set two_factor_enabled = true where id = $1', [userId]);

test('nobody asks of others what they have not done themselves; the last owner is not locked out', async () => {
  const { owner, ask, status } = await found();
  assert.equal((await ask('owner', 0)).body.code, 'team.two_factor_first');
  assert.equal(await status(owner), 200);
  await switchOn(owner.userId);
  assert.equal((await ask('owner', 0)).status, 200);
  assert.equal(await status(owner), 200);
});

test('until the grace is over one is told, after it only switching it on is left; tokens stop with their maker', async () => {
  const { communityId, owner, base, ask, status } = await found();
  await switchOn(owner.userId);
  const mei = await app.operator('steward', communityId);
  const viewer = await app.operator('viewer', communityId);
  const { userId } = mei;
  const scopes = app.services.permissions.all;
  const token: Actor = { kind: 'token', tokenId: randomUUID(), userId, name: '早报', communityId, scopes };
  const { body } = await ask('workers', 7);
  assert.deepEqual(
    body.missing.map((one: { userId: string }) => one.userId),
    [userId],
    'who only looks on is not meant, and who has it is not missing',
  );
  const dueOf = async (as: Actor) => (await app.request('GET', '/api/me', { as })).body.communities[0].twoFactorDue;
  assert.equal(await dueOf(mei), new Date(app.clock.now().getTime() + 7 * day).toISOString());
  assert.equal(await dueOf(owner), null);
  assert.deepEqual([await status(mei), await status(token)], [200, 200]);
  app.clock.advance(7 * day);
  assert.deepEqual([await status(mei), await status(token), await status(viewer)], [403, 403, 200]);
  const answer = await app.request('GET', `${base}/groups`, { as: mei });
  assert.equal(answer.body.code, 'auth.second_factor_needed');
  assert.equal((await app.request('GET', '/api/me', { as: mei })).status, 200, 'the own account stays open');
  await switchOn(userId);
  assert.deepEqual([await status(mei), await status(token)], [200, 200]);
});

test('who joins later has their own days of grace, and asking no more opens at once', async () => {
  const { communityId, owner, ask, status } = await found();
  await switchOn(owner.userId);
  await ask('everybody', 3);
  app.clock.advance(10 * day);
  const late = await app.operator('viewer', communityId);
  assert.equal(await status(late), 200);
  app.clock.advance(3 * day);
  assert.equal(await status(late), 403);
  await ask('nobody', 3);
  assert.equal(await status(late), 200);
});
