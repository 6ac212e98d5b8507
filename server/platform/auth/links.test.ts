import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTransaction } from '../context.ts';
import { platformModule } from '../module-definition.ts';
import { testApp, type TestAnswer, type TestApp } from '../testing.ts';
import { createPasswordLink, ensureSetupToken } from './links.ts';
import { authModule } from './module.ts';
import { createUser } from './users.ts';

const password = 'correct horse battery';
const modules = [platformModule, authModule];

function cookieOf(answer: TestAnswer): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0]!)
    .join('; ');
}

function setUp(app: TestApp, token: string, email = 'first@fair.test'): Promise<TestAnswer> {
  return app.request('POST', '/api/setup', { body: { token, name: '阿林', email, password } });
}

test('the first start: a link, the first user, and then never again', async () => {
  const app = await testApp({ modules });
  assert.deepEqual((await app.request('GET', '/api/setup')).body, { open: true });
  const token = await ensureSetupToken(app.services);
  assert.ok(token);
  const wrong = await setUp(app, 'wrong');
  assert.equal(wrong.status, 403);
  assert.equal(wrong.body.code, 'auth.setup_link_wrong');
  const done = await setUp(app, token);
  assert.equal(done.status, 201, done.text);
  const me = await app.request('GET', '/api/me', { headers: { cookie: cookieOf(done) } });
  assert.equal(me.body.user.name, '阿林');
  assert.equal(me.body.installer, true);
  assert.ok(me.body.installationPermissions.includes('audit.read_installation'));
  assert.deepEqual((await app.request('GET', '/api/setup')).body, { open: false });
  const again = await setUp(app, token, 'second@fair.test');
  assert.equal(again.status, 410);
  assert.equal(again.body.code, 'auth.setup_closed');
  assert.equal(await ensureSetupToken(app.services), undefined);
  const signedIn = await app.request('POST', '/api/auth/sign-in/email', {
    body: { email: 'first@fair.test', password },
  });
  assert.deepEqual(signedIn.body, { state: 'signed_in' });
});

test('of many who set up at once, with one link or with several, exactly one succeeds', async () => {
  const app = await testApp({ modules });
  const one = (await ensureSetupToken(app.services))!;
  const two = (await ensureSetupToken(app.services))!;
  const answers = await Promise.all(
    [one, two, one, two, one].map((token, index) => setUp(app, token, `racer${index}@fair.test`)),
  );
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [201, 410, 410, 410, 410]);
  const { rows } = await app.services.database.pool.query(
    `select (select count(*)::int from platform_users) as users, (select count(*)::int from platform_grants) as grants,
            (select count(*)::int from platform_user_sessions) as sessions, (select count(*)::int from platform_user_links) as links`,
  );
  assert.deepEqual(rows[0], { users: 1, grants: 1, sessions: 1, links: 0 });
});

test('a set-up link ends after a day, and bad input leaves it usable', async () => {
  const app = await testApp({ modules });
  const token = (await ensureSetupToken(app.services))!;
  const short = await app.request('POST', '/api/setup', {
    body: { token, name: 'A', email: 'a@fair.test', password: 'short' },
  });
  assert.equal(short.status, 400);
  assert.deepEqual(
    short.body.fields.map((field: { path: string }) => field.path),
    ['body.password'],
  );
  app.clock.advance(25 * 60 * 60 * 1000);
  assert.equal((await setUp(app, token)).status, 403);
  assert.equal((await setUp(app, (await ensureSetupToken(app.services))!)).status, 201);
});

test('the set-up link is kept only as a hash and never logged', async () => {
  const app = await testApp({ modules });
  const token = (await ensureSetupToken(app.services))!;
  await setUp(app, `${token}x`);
  const { rows } = await app.services.database.pool.query('select * from platform_user_links');
  assert.equal(JSON.stringify(rows).includes(token) || app.logged.join('').includes(token), false);
});

test('a password link greets its owner, works once, and signs other browsers out', async () => {
  const app = await testApp({ modules });
  const user = await inTransaction(app.ctx, (ctx) =>
    createUser(ctx, { email: 'lin@fair.test', name: '小林', password }),
  );
  const signIn = (given: string) =>
    app.request('POST', '/api/auth/sign-in/email', { body: { email: 'lin@fair.test', password: given } });
  const cookie = cookieOf(await signIn(password));
  const first = new URL(await createPasswordLink(app.ctx, user.id), 'http://fair.test').searchParams.get('token')!;
  const url = new URL(await createPasswordLink(app.ctx, user.id), 'http://fair.test');
  assert.equal(url.pathname, '/password');
  const token = url.searchParams.get('token')!;
  assert.equal((await app.request('GET', `/api/password-links/${first}`)).status, 410, 'a newer link replaces it');
  assert.deepEqual((await app.request('GET', `/api/password-links/${token}`)).body, {
    name: '小林',
    email: 'lin@fair.test',
  });
  const use = () => app.request('POST', `/api/password-links/${token}`, { body: { password: 'another good one' } });
  const answers = await Promise.all([use(), use()]);
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [204, 410]);
  assert.equal((await app.request('GET', '/api/me', { headers: { cookie } })).status, 401);
  assert.equal((await signIn(password)).status, 401);
  assert.deepEqual((await signIn('another good one')).body, { state: 'signed_in' });
});

test('guessing links is limited', async () => {
  const app = await testApp({ modules });
  let last: TestAnswer | undefined;
  for (let index = 0; index < 11; index++) last = await app.request('GET', `/api/password-links/guess${index}`);
  assert.equal(last!.status, 429);
});
