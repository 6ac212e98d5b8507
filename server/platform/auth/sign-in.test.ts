import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTransaction } from '../context.ts';
import { platformModule } from '../module-definition.ts';
import { testApp, type TestAnswer, type TestApp } from '../testing.ts';
import { authModule } from './module.ts';
import { createUser } from './users.ts';

const app = await testApp({ modules: [platformModule, authModule] });
const password = 'correct horse battery';
const ours = { 'sec-fetch-site': 'same-origin' };

let made = 0;
async function makeUser(): Promise<{ id: string; email: string }> {
  const email = `user${++made}@fair.test`;
  const user = await inTransaction(app.ctx, (ctx) => createUser(ctx, { email, name: `Lin ${made}`, password }));
  return { id: user.id, email };
}

function signIn(who: { email: string; password?: string }, peer = '10.0.0.1', on: TestApp = app): Promise<TestAnswer> {
  const body = { email: who.email, password: who.password ?? password };
  return on.request('POST', '/api/auth/sign-in/email', { body, peer });
}

function cookieOf(answer: TestAnswer): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0]!)
    .join('; ');
}

test('the right password gives a session that /api/me knows', async () => {
  const user = await makeUser();
  const answer = await signIn({ email: `  ${user.email.toUpperCase()} ` });
  assert.equal(answer.status, 200, answer.text);
  assert.deepEqual(answer.body, { state: 'signed_in' });
  const me = await app.request('GET', '/api/me', { headers: { cookie: cookieOf(answer) } });
  assert.equal(me.status, 200);
  assert.equal(me.body.user.email, user.email);
  assert.equal(me.body.via, 'session');
  assert.deepEqual(me.body.communities, []);
});

test('the session cookie is HttpOnly, Lax and, over http, not Secure', async () => {
  const answer = await signIn(await makeUser());
  const cookies = answer.headers.getSetCookie();
  assert.equal(cookies.length, 1);
  assert.match(cookies[0]!, /^mh_session=[^;]+;/);
  assert.match(cookies[0]!, /HttpOnly/);
  assert.match(cookies[0]!, /SameSite=Lax/i);
  assert.match(cookies[0]!, /Path=\//);
  assert.doesNotMatch(cookies[0]!, /Secure/);
});

test('over https the cookie is Secure and bound to https by its name', async () => {
  const secure = await testApp({ env: { PUBLIC_URL: 'https://fair.test' }, modules: [platformModule, authModule] });
  await inTransaction(secure.ctx, (ctx) => createUser(ctx, { email: 'a@fair.test', name: 'A', password }));
  const answer = await signIn({ email: 'a@fair.test' }, '10.0.0.1', secure);
  const [cookie] = answer.headers.getSetCookie();
  assert.match(cookie!, /^__Secure-mh_session=/);
  assert.match(cookie!, /; Secure/);
  const me = await secure.request('GET', '/api/me', { headers: { cookie: cookieOf(answer) } });
  assert.equal(me.status, 200);
});

test('a wrong password and an unknown address get the same answer, in the language of the caller', async () => {
  const user = await makeUser();
  const headers = { 'accept-language': 'en' };
  const wrong = await app.request('POST', '/api/auth/sign-in/email', {
    body: { email: user.email, password: 'nope' },
    headers,
  });
  app.clock.advance(1);
  const unknown = await app.request('POST', '/api/auth/sign-in/email', {
    body: { email: 'nobody@fair.test', password: 'nope' },
    headers,
  });
  for (const answer of [wrong, unknown]) {
    assert.equal(answer.status, 401);
    assert.equal(answer.body.code, 'auth.wrong_email_or_password');
    assert.match(answer.body.detail, /E-mail or password is wrong/);
    assert.deepEqual(answer.headers.getSetCookie(), []);
  }
  const { rows } = await app.services.database.pool.query(
    `select target_id, detail from platform_audit where action = 'auth.fail_sign_in' order by id`,
  );
  assert.deepEqual(rows, [
    { target_id: user.id, detail: { method: 'password' } },
    { target_id: null, detail: { method: 'password' } },
  ]);
});

test('a user without a password cannot sign in with any', async () => {
  await inTransaction(app.ctx, (ctx) => createUser(ctx, { email: 'empty@fair.test', name: 'Empty' }));
  assert.equal((await signIn({ email: 'empty@fair.test', password: 'null' })).status, 401);
});

test('signing out ends the session, not only the cookie', async () => {
  const cookie = cookieOf(await signIn(await makeUser()));
  const out = await app.request('POST', '/api/auth/sign-out', { body: {}, headers: { cookie, ...ours } });
  assert.equal(out.status, 204);
  assert.match(out.headers.getSetCookie()[0]!, /^mh_session=; Max-Age=0/);
  assert.equal((await app.request('GET', '/api/me', { headers: { cookie } })).status, 401);
});

test('a forged or cut cookie is nobody', async () => {
  const cookie = cookieOf(await signIn(await makeUser()));
  const [name, value] = cookie.split('=') as [string, string];
  const token = decodeURIComponent(value).split('.')[0]!;
  for (const bad of [`${name}=${token}`, `${name}=${token}.AAAA`, `${name}=%E0%A4%A`, `${name}=.`]) {
    assert.equal((await app.request('GET', '/api/me', { headers: { cookie: bad } })).status, 401, bad);
  }
});

test('a session rolls on with use and ends after 30 days without', async () => {
  const at = app.clock.now();
  const cookie = cookieOf(await signIn(await makeUser()));
  const day = 24 * 60 * 60 * 1000;
  const ask = async () => (await app.request('GET', '/api/me', { headers: { cookie } })).status;
  app.clock.advance(20 * day);
  assert.equal(await ask(), 200);
  app.clock.advance(20 * day);
  assert.equal(await ask(), 200, 'renewed on day 20');
  app.clock.advance(31 * day);
  assert.equal(await ask(), 401);
  app.clock.set(at);
});

test('a page of another site cannot write with the cookie', async () => {
  const cookie = cookieOf(await signIn(await makeUser()));
  const body = { name: 'Changed' };
  const foreign = await app.request('PATCH', '/api/me', { body, headers: { cookie, 'sec-fetch-site': 'cross-site' } });
  assert.equal(foreign.status, 403);
  assert.equal(foreign.body.code, 'platform.cross_site');
  const own = await app.request('PATCH', '/api/me', { body, headers: { cookie, ...ours } });
  assert.equal(own.status, 204);
});

test('attempts at one account are limited, wherever they come from, and the wait is told', async () => {
  const user = await makeUser();
  let last: TestAnswer | undefined;
  for (let index = 0; index < 11; index++) last = await signIn({ ...user, password: 'guess' }, `10.1.0.${index}`);
  assert.equal(last!.status, 429);
  assert.equal(last!.body.code, 'auth.too_many_attempts');
  assert.equal(last!.headers.get('retry-after'), '30');
  app.clock.advance(31_000);
  assert.equal((await signIn(user, '10.1.1.1')).status, 200);
});

test('attempts from one address are limited, whichever accounts they try', async () => {
  let last: TestAnswer | undefined;
  for (let index = 0; index < 31; index++) {
    last = await app.request('POST', '/api/auth/two-factor/verify-totp', {
      body: { code: '000000' },
      peer: '10.2.0.1',
    });
  }
  assert.equal(last!.status, 429);
});

test('input is checked before anything happens', async () => {
  const cases: [unknown, number][] = [
    [{ email: 'not an address', password }, 400],
    [{ email: 'a@fair.test' }, 400],
    [{ email: 'a@fair.test', password: 'x'.repeat(257) }, 400],
    [{ email: 'a@fair.test', password, extra: 1 }, 400],
    ['{"email":', 400],
  ];
  for (const [body, status] of cases) {
    const answer = await app.request('POST', '/api/auth/sign-in/email', { body, peer: '10.3.0.1' });
    assert.equal(answer.status, status, answer.text);
  }
});

test('nothing else of better-auth is reachable', async () => {
  for (const path of [
    'sign-up/email',
    'get-session',
    'update-user',
    'delete-user',
    'ok',
    'list-sessions',
    'two-factor/enable',
  ]) {
    for (const method of ['GET', 'POST']) {
      const answer = await app.request(method, `/api/auth/${path}`, method === 'POST' ? { body: {} } : {});
      assert.equal(answer.status, 404, `${method} ${path}`);
    }
  }
});

test('no password, cookie or address stands in the logs', async () => {
  const user = await makeUser();
  const cookie = cookieOf(await signIn(user));
  await signIn({ ...user, password: 'wrong-secret-thing' });
  await app.request('GET', '/api/me', { headers: { cookie } });
  const log = app.logged.join('\n');
  const token = decodeURIComponent(cookie.split('=')[1]!).split('.')[0]!;
  for (const secret of [password, 'wrong-secret-thing', user.email, token])
    assert.equal(log.includes(secret), false, secret);
});
