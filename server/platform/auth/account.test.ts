import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTransaction } from '../context.ts';
import { newId } from '../ids.ts';
import { defineModule } from '../module.ts';
import { platformModule } from '../module-definition.ts';
import { fill } from '../slots.ts';
import { testApp, type TestAnswer } from '../testing.ts';
import { setGrant } from './grants.ts';
import { authModule } from './module.ts';
import { communityNames } from './slots.ts';
import { createUser, listUsers, registerOperator } from './users.ts';

const fair = newId();
const named = defineModule({
  name: 'named',
  fills: [
    fill(communityNames, async (_ctx, ids) => new Map(ids.filter((id) => id === fair).map((id) => [id, '早读会']))),
  ],
});
const app = await testApp({ modules: [platformModule, authModule, named] });
const password = 'correct horse battery';
let made = 0;

function cookieOf(answer: TestAnswer): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0]!)
    .join('; ');
}

function signIn(email: string, given = password, agent = 'Test Browser'): Promise<TestAnswer> {
  const headers = { 'user-agent': agent };
  return app.request('POST', '/api/auth/sign-in/email', {
    body: { email, password: given },
    peer: `10.0.0.${made}`,
    headers,
  });
}

async function makePerson() {
  const email = `user${++made}@fair.test`;
  const user = await inTransaction(app.ctx, (ctx) => createUser(ctx, { email, name: `Lin ${made}`, password }));
  return { ...user, cookie: cookieOf(await signIn(email)) };
}

function call(cookie: string, place: string, body?: unknown): Promise<TestAnswer> {
  const [method = '', path = ''] = place.split(' ');
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  return app.request(method, path, { headers, peer: `10.0.0.${made}`, ...(body === undefined ? {} : { body }) });
}

test('me: name, roles, permissions and the names of my communities', async () => {
  const person = await makePerson();
  const unnamed = newId();
  await inTransaction(app.ctx, async (ctx) => {
    await setGrant(ctx, { userId: person.id, communityId: fair, role: 'admin' });
    await setGrant(ctx, { userId: person.id, communityId: unnamed, role: 'viewer' });
  });
  const { body } = await call(person.cookie, 'GET /api/me');
  assert.equal(body.user.id, person.id);
  assert.equal(body.user.twoFactorEnabled, false);
  assert.equal(body.installer, false);
  assert.deepEqual(
    new Map(body.communities.map((line: { id: string }) => [line.id, line])),
    new Map([
      [
        fair,
        {
          id: fair,
          name: '早读会',
          role: 'admin',
          roles: ['admin'],
          permissions: ['tokens.manage', 'audit.read'],
          twoFactorDue: null,
        },
      ],
      [unnamed, { id: unnamed, name: '', role: 'viewer', roles: ['viewer'], permissions: [], twoFactorDue: null }],
    ]),
  );
  assert.equal((await app.request('GET', '/api/me')).body.code, 'platform.not_signed_in');
});

test('a new name counts at once, blanks do not', async () => {
  const person = await makePerson();
  assert.equal((await call(person.cookie, 'PATCH /api/me', { name: '  小林 ' })).status, 204);
  assert.equal((await call(person.cookie, 'GET /api/me')).body.user.name, '小林');
  assert.equal((await call(person.cookie, 'PATCH /api/me', { name: '   ' })).status, 400);
});

test('a new password needs the current one and signs the other browsers out', async () => {
  const person = await makePerson();
  const phone = cookieOf(await signIn(person.email));
  const change = (currentPassword: string, newPassword: string) =>
    call(person.cookie, 'POST /api/me/password', { currentPassword, newPassword });
  assert.equal((await change('not it at all', 'another good one')).body.code, 'auth.wrong_current_password');
  assert.equal((await change(password, 'short')).status, 400);
  assert.equal((await change(password, password)).body.code, 'auth.same_password');
  assert.equal((await change(password, 'another good one')).status, 204);
  assert.equal((await call(person.cookie, 'GET /api/me')).status, 200);
  assert.equal((await call(phone, 'GET /api/me')).status, 401);
  assert.equal((await signIn(person.email)).status, 401);
  assert.equal((await signIn(person.email, 'another good one')).status, 200);
});

test('neither password nor a fast hash of it is kept with an idempotency key', async () => {
  const person = await makePerson();
  const answer = await app.request('POST', '/api/me/password', {
    headers: { cookie: person.cookie, 'sec-fetch-site': 'same-origin', 'idempotency-key': 'change-it-once' },
    body: { currentPassword: password, newPassword: 'another good one' },
  });
  assert.equal(answer.status, 204);
  const { rows } = await app.services.database.pool.query(
    `select 1 from platform_idempotency where key = 'change-it-once'`,
  );
  assert.equal(rows.length, 0);
});

test('guessing the current password is limited', async () => {
  const person = await makePerson();
  const guess = () =>
    call(person.cookie, 'POST /api/me/password', { currentPassword: 'guess', newPassword: 'another good one' });
  let last: TestAnswer | undefined;
  for (let index = 0; index < 11; index++) last = await guess();
  assert.equal(last!.status, 429);
});

test('sessions are listed, and one or all others can be ended', async () => {
  const person = await makePerson();
  const phone = cookieOf(await signIn(person.email, password, 'Phone'));
  const tablet = cookieOf(await signIn(person.email, password, 'Tablet'));
  const stranger = await makePerson();
  const list = (await call(person.cookie, 'GET /api/me/sessions')).body.items as {
    id: string;
    userAgent: string;
    current: boolean;
  }[];
  assert.equal(list.length, 3);
  assert.equal(list.filter((line) => line.current).length, 1);
  const { id } = list.find((line) => line.userAgent === 'Phone')!;
  assert.equal((await call(stranger.cookie, `DELETE /api/me/sessions/${id}`)).status, 404);
  assert.equal((await call(phone, 'GET /api/me')).status, 200);
  assert.equal((await call(person.cookie, `DELETE /api/me/sessions/${id}`)).status, 204);
  assert.equal((await call(phone, 'GET /api/me')).status, 401);
  assert.deepEqual((await call(person.cookie, 'DELETE /api/me/sessions')).body, { revoked: 1 });
  assert.equal((await call(tablet, 'GET /api/me')).status, 401);
  assert.equal((await call(person.cookie, 'GET /api/me')).status, 200);
});

test('an address belongs to one user, in whatever letters', async () => {
  await inTransaction(app.ctx, (ctx) => createUser(ctx, { email: 'Twice@Fair.test', name: 'A' }));
  const before = (await listUsers(app.ctx)).length;
  await assert.rejects(
    inTransaction(app.ctx, (ctx) => createUser(ctx, { email: ' twice@fair.TEST', name: 'B' })),
    { code: 'auth.email_taken' },
  );
  assert.equal((await listUsers(app.ctx)).length, before);
});

test('whoever accepts an invitation is a user and signed in', async () => {
  const { user, cookie } = await inTransaction(app.ctx, (ctx) =>
    registerOperator(ctx, { name: 'New', email: 'new@fair.test', password }),
  );
  const me = await call(cookie.split(';')[0]!, 'GET /api/me');
  assert.equal(me.body.user.id, user.id);
});

test('the nightly job forgets ended sessions and keeps the living', async () => {
  const person = await makePerson();
  const at = app.clock.now();
  app.clock.advance(20 * 24 * 60 * 60 * 1000);
  const living = cookieOf(await signIn(person.email));
  app.clock.advance(15 * 24 * 60 * 60 * 1000);
  const job = authModule.jobs!.find((candidate) => candidate.name === 'auth.forget_expired')!;
  await job.run(app.ctx, {} as never);
  const { rows } = await app.services.database.pool.query('select count(*)::int as kept from platform_user_sessions');
  assert.equal(rows[0].kept, 1);
  assert.equal((await call(living, 'GET /api/me')).status, 200);
  app.clock.set(at);
});
