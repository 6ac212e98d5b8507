import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTransaction } from '../context.ts';
import { platformModule } from '../module-definition.ts';
import { testApp } from '../testing.ts';
import { deviceIdOf } from './actor.ts';
import { issueDevice, renewDeviceCookie, revokeDevice } from './devices.ts';
import { authModule } from './module.ts';
import { openSession } from './sign-in.ts';
import { createUser } from './users.ts';

const app = await testApp({ modules: [platformModule, authModule] });

function headersOf(...cookies: string[]): Headers {
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]!).join('; ') });
}

async function actorOf(headers: Headers) {
  return (await app.http.api.readActor(headers)).actor;
}

async function seenAt(deviceId: string): Promise<Date> {
  const { rows } = await app.services.database.pool.query('select seen_at from platform_devices where id = $1', [
    deviceId,
  ]);
  return rows[0].seen_at;
}

test('a device cookie makes a device, until it is revoked', async () => {
  const { deviceId, cookie } = await issueDevice(app.ctx);
  assert.match(cookie, /^mh_device=[\w-]{32}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/);
  assert.deepEqual(await actorOf(headersOf(cookie)), { kind: 'device', deviceId });
  assert.equal(await revokeDevice(app.ctx, deviceId), true);
  assert.deepEqual(await actorOf(headersOf(cookie)), { kind: 'anonymous' });
  assert.equal(await revokeDevice(app.ctx, deviceId), false);
});

test('over https the device cookie is Secure', async () => {
  const { cookie } = await issueDevice(app.context({ publicUrl: 'https://fair.test' }));
  assert.match(cookie, /; Secure$/);
});

test('being seen is written at most every ten minutes', async () => {
  const { deviceId, cookie } = await issueDevice(app.ctx);
  const start = await seenAt(deviceId);
  app.clock.advance(9 * 60_000);
  await actorOf(headersOf(cookie));
  assert.deepEqual(await seenAt(deviceId), start);
  app.clock.advance(2 * 60_000);
  await actorOf(headersOf(cookie));
  assert.deepEqual(await seenAt(deviceId), app.clock.now());
});

test('a device that is revoked in a transaction is a stranger after it, and still itself when the transaction is given up', async () => {
  const { deviceId, cookie } = await issueDevice(app.ctx);
  const device = { kind: 'device', deviceId };
  assert.deepEqual(await actorOf(headersOf(cookie)), device);
  const givenUp = inTransaction(app.ctx, async (ctx) => {
    await revokeDevice(ctx, deviceId);
    assert.deepEqual(await actorOf(headersOf(cookie)), device, 'not committed yet');
    throw new Error('given up');
  });
  await assert.rejects(givenUp, /given up/);
  assert.deepEqual(await actorOf(headersOf(cookie)), device);
  await inTransaction(app.ctx, async (ctx) => void (await revokeDevice(ctx, deviceId)));
  assert.deepEqual(await actorOf(headersOf(cookie)), { kind: 'anonymous' });
});

test('an operator who is a member in the same browser is both', async () => {
  const { deviceId, cookie } = await issueDevice(app.ctx);
  const session = await inTransaction(app.ctx, async (ctx) => {
    const user = await createUser(ctx, { email: 'lin@fair.test', name: 'Lin' });
    return openSession(ctx, user.id, null);
  });
  const both = await actorOf(headersOf(cookie, session));
  assert.equal(both.kind, 'operator');
  assert.equal(deviceIdOf(both), deviceId);
  assert.equal(deviceIdOf(await actorOf(headersOf(session))), null);
});

test('the device cookie can be sent again with a new term', async () => {
  const { deviceId, cookie } = await issueDevice(app.ctx);
  const ctx = app.context({ actor: { kind: 'device', deviceId } });
  assert.equal(renewDeviceCookie(ctx, headersOf(cookie)), cookie);
  assert.equal(renewDeviceCookie(app.ctx, headersOf(cookie)), undefined);
});

test('a session over http is not taken from a cookie of the https name with a foreign signature', async () => {
  const headers = new Headers({ cookie: '__Secure-mh_session=abc.def; mh_session=abc.def' });
  assert.deepEqual(await actorOf(headers), { kind: 'anonymous' });
});
