import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOTP } from '@better-auth/utils/otp';
import { base32 } from '@better-auth/utils/base32';
import { inTransaction } from '../context.ts';
import { platformModule } from '../module-definition.ts';
import { testApp, type TestAnswer } from '../testing.ts';
import { authModule } from './module.ts';
import { resetTwoFactor } from './two-factor.ts';
import { createUser, setPassword } from './users.ts';

const app = await testApp({ modules: [platformModule, authModule] });
const password = 'correct horse battery';
const ours = { 'sec-fetch-site': 'same-origin' };
let made = 0;

interface Person {
  id: string;
  email: string;
  cookie: string;
}

function cookieOf(answer: TestAnswer): string {
  const kept = answer.headers.getSetCookie().filter((cookie) => !/Max-Age=0/i.test(cookie));
  return kept.map((cookie) => cookie.split(';')[0]!).join('; ');
}

function signIn(email: string): Promise<TestAnswer> {
  return app.request('POST', '/api/auth/sign-in/email', { body: { email, password }, peer: `10.0.0.${made}` });
}

async function makePerson(): Promise<Person> {
  const email = `user${++made}@fair.test`;
  const user = await inTransaction(app.ctx, (ctx) => createUser(ctx, { email, name: `Lin ${made}`, password }));
  return { id: user.id, email, cookie: cookieOf(await signIn(email)) };
}

function post(path: string, body: unknown, cookie: string): Promise<TestAnswer> {
  return app.request('POST', path, { body, headers: { cookie, ...ours }, peer: `10.0.0.${made}` });
}

function codeOf(secret: string): Promise<string> {
  return createOTP(new TextDecoder().decode(base32.decode(secret)), { digits: 6, period: 30 }).totp();
}

/** Six digits that are none of the codes around now. */
async function wrongCodeOf(secret: string): Promise<string> {
  return String((Number(await codeOf(secret)) + 500_000) % 1_000_000).padStart(6, '0');
}

async function turnOn(person: Person): Promise<{ secret: string; backupCodes: string[] }> {
  const started = await post('/api/me/two-factor', { password }, person.cookie);
  assert.equal(started.status, 200, started.text);
  const confirmed = await post(
    '/api/me/two-factor/confirm',
    { code: await codeOf(started.body.secret) },
    person.cookie,
  );
  assert.equal(confirmed.status, 204, confirmed.text);
  return started.body;
}

test('it is on only after a first right code', async () => {
  const person = await makePerson();
  const wrongPassword = await post('/api/me/two-factor', { password: 'not mine' }, person.cookie);
  assert.equal(wrongPassword.body.code, 'auth.wrong_current_password');
  const started = await post('/api/me/two-factor', { password }, person.cookie);
  assert.match(started.body.uri, /^otpauth:\/\/totp\//);
  assert.equal(started.body.backupCodes.length, 10);
  assert.deepEqual((await signIn(person.email)).body, { state: 'signed_in' }, 'a draft asks nobody for a code');
  const wrong = await post(
    '/api/me/two-factor/confirm',
    { code: await wrongCodeOf(started.body.secret) },
    person.cookie,
  );
  assert.equal(wrong.body.code, 'auth.wrong_code');
  const right = await post('/api/me/two-factor/confirm', { code: await codeOf(started.body.secret) }, person.cookie);
  assert.equal(right.status, 204);
  const me = await app.request('GET', '/api/me', { headers: { cookie: person.cookie } });
  assert.equal(me.body.user.twoFactorEnabled, true);
  assert.equal((await post('/api/me/two-factor', { password }, person.cookie)).body.code, 'auth.two_factor_on');
});

test('the password alone opens nothing; password and code do', async () => {
  const person = await makePerson();
  const { secret } = await turnOn(person);
  app.clock.advance(1);
  const first = await signIn(person.email);
  assert.deepEqual(first.body, { state: 'two_factor_needed' });
  assert.doesNotMatch(cookieOf(first), /mh_session/);
  assert.equal((await app.request('GET', '/api/me', { headers: { cookie: cookieOf(first) } })).status, 401);
  const wrong = await post('/api/auth/two-factor/verify-totp', { code: await wrongCodeOf(secret) }, cookieOf(first));
  assert.equal(wrong.status, 401);
  assert.equal(wrong.body.code, 'auth.wrong_code');
  const code = await codeOf(secret);
  const second = await post(
    '/api/auth/two-factor/verify-totp',
    { code: `${code.slice(0, 3)} ${code.slice(3)}` },
    cookieOf(first),
  );
  assert.deepEqual(second.body, { state: 'signed_in' }, second.text);
  assert.match(cookieOf(second), /mh_session=/);
  assert.equal((await app.request('GET', '/api/me', { headers: { cookie: cookieOf(second) } })).status, 200);
  const { rows } = await app.services.database.pool.query(
    `select action, actor_id, target_id, detail->>'method' as method from platform_audit
     where (actor_id = $1 or target_id = $1) and action in ('auth.sign_in', 'auth.fail_sign_in')
       and at = $2`,
    [person.id, app.clock.now()],
  );
  assert.deepEqual(
    new Set(rows.map((row) => `${row.action} ${row.method} ${row.actor_id ?? row.target_id}`)),
    new Set([`auth.sign_in totp ${person.id}`, `auth.fail_sign_in totp ${person.id}`]),
  );
});

test('a code counts only with the question that the password opened', async () => {
  const person = await makePerson();
  const { secret } = await turnOn(person);
  const answer = await post('/api/auth/two-factor/verify-totp', { code: await codeOf(secret) }, '');
  assert.equal(answer.body.code, 'auth.sign_in_again');
});

test('a question that an old password opened ends with that password', async () => {
  const person = await makePerson();
  const { secret } = await turnOn(person);
  const first = await signIn(person.email);
  await inTransaction(app.ctx, (ctx) => setPassword(ctx, { userId: person.id, password: 'a wholly other one' }));
  const answer = await post('/api/auth/two-factor/verify-totp', { code: await codeOf(secret) }, cookieOf(first));
  assert.equal(answer.body.code, 'auth.sign_in_again');
});

test('a session of somebody else in the same browser does not answer for the newcomer', async () => {
  const other = await makePerson();
  const others = await turnOn(other);
  const person = await makePerson();
  await turnOn(person);
  const first = await signIn(person.email);
  const both = `${other.cookie}; ${cookieOf(first)}`;
  const answer = await post('/api/auth/two-factor/verify-totp', { code: await codeOf(others.secret) }, both);
  assert.equal(answer.body.code, 'auth.wrong_code');
});

test('a backup code works once, also typed in small letters', async () => {
  const person = await makePerson();
  const { backupCodes } = await turnOn(person);
  const typed = backupCodes[3]!.toLowerCase().replace('-', ' ');
  const use = async () =>
    post('/api/auth/two-factor/verify-backup-code', { code: typed }, cookieOf(await signIn(person.email)));
  const first = await use();
  assert.deepEqual(first.body, { state: 'signed_in' }, first.text);
  assert.match(cookieOf(first), /mh_session=/);
  assert.equal((await use()).body.code, 'auth.wrong_code');
});

test('new backup codes make the old ones worthless', async () => {
  const person = await makePerson();
  const old = await turnOn(person);
  const renewed = await post('/api/me/two-factor/backup-codes', { password }, person.cookie);
  assert.equal(renewed.status, 200);
  const use = async (code: string) =>
    post('/api/auth/two-factor/verify-backup-code', { code }, cookieOf(await signIn(person.email)));
  assert.equal((await use(old.backupCodes[0]!)).status, 401);
  assert.equal((await use(renewed.body.backupCodes[0])).status, 200);
});

test('after five wrong codes the password is asked for again', async () => {
  const person = await makePerson();
  const { secret } = await turnOn(person);
  const challenge = cookieOf(await signIn(person.email));
  const wrong = await wrongCodeOf(secret);
  for (let index = 0; index < 5; index++) {
    assert.equal((await post('/api/auth/two-factor/verify-totp', { code: wrong }, challenge)).status, 401);
  }
  const sixth = await post('/api/auth/two-factor/verify-totp', { code: await codeOf(secret) }, challenge);
  assert.equal(sixth.status, 429);
  assert.equal(sixth.body.code, 'auth.too_many_attempts');
  const after = await post('/api/auth/two-factor/verify-totp', { code: await codeOf(secret) }, challenge);
  assert.equal(after.body.code, 'auth.sign_in_again');
});

test('switching it on signs the other browsers out; switching it off needs the password', async () => {
  const person = await makePerson();
  const other = cookieOf(await signIn(person.email));
  await turnOn(person);
  assert.equal((await app.request('GET', '/api/me', { headers: { cookie: other } })).status, 401);
  assert.equal((await post('/api/me/two-factor/stop', { password: 'not mine' }, person.cookie)).status, 403);
  assert.equal((await post('/api/me/two-factor/stop', { password }, person.cookie)).status, 204);
  assert.deepEqual((await signIn(person.email)).body, { state: 'signed_in' });
  assert.equal((await post('/api/me/two-factor/stop', { password }, person.cookie)).body.code, 'auth.two_factor_off');
});

test('the command line can reset it', async () => {
  const person = await makePerson();
  await turnOn(person);
  await inTransaction(app.ctx, (ctx) => resetTwoFactor(ctx, person));
  assert.equal((await app.request('GET', '/api/me', { headers: { cookie: person.cookie } })).status, 401);
  assert.deepEqual((await signIn(person.email)).body, { state: 'signed_in' });
});

test('neither secret nor backup codes are readable in the database or the logs', async () => {
  const person = await makePerson();
  const { secret, backupCodes } = await turnOn(person);
  const { rows } = await app.services.database.pool.query(
    `select to_jsonb(f) as kept from platform_user_two_factor f where user_id = $1
     union all select to_jsonb(i) from platform_idempotency i
     union all select to_jsonb(a) from platform_audit a`,
    [person.id],
  );
  const plain = new TextDecoder().decode(base32.decode(secret));
  const everything = JSON.stringify(rows) + app.logged.join('\n');
  for (const text of [secret, plain, backupCodes[0]!]) assert.equal(everything.includes(text), false);
});
