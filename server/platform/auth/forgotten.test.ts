/** A forgotten password, through the door and the mail server. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { inTransaction } from '../context.ts';
import { settleMails, startTestSmtp } from '../mail/testing-smtp.ts';
import { platformModule } from '../module-definition.ts';
import { testApp, type TestAnswer } from '../testing.ts';
import { createPasswordLink } from './links.ts';
import { authModule } from './module.ts';
import { createUser } from './users.ts';

const smtp = await startTestSmtp();
after(() => smtp.stop());
const modules = [platformModule, authModule];
const env = { SMTP_URL: smtp.url, MAIL_FROM: 'hello@fair.test', PUBLIC_URL: 'https://fair.test' };
const app = await testApp({ modules, env });
const minute = 60_000;
const password = 'correct horse battery';

const meet = (email: string) =>
  inTransaction(app.ctx, (ctx) => createUser(ctx, { email, name: email.split('@')[0]!, password }));
const ask = (email: string) => app.request('POST', '/api/password-mails', { body: { email } });
const use = (token: string, chosen = 'another good one') =>
  app.request('POST', `/api/password-links/${token}`, { body: { password: chosen } });
const signIn = (email: string, given: string) =>
  app.request('POST', '/api/auth/sign-in/email', { body: { email, password: given } });
const cookieOf = (answer: TestAnswer) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0]!)
    .join('; ');

/** Asks, and takes the link out of the mail. */
async function linkFor(email: string): Promise<string> {
  app.clock.advance(20 * minute);
  assert.equal((await ask(email)).status, 202);
  await settleMails(app);
  const mail = smtp.mails.at(-1)!;
  assert.deepEqual(mail.to, [email]);
  return /https:\/\/fair\.test\/password\?token=([\w-]+)/.exec(mail.text)![1]!;
}

test('a link comes by mail, works once, signs every browser out, and the account hears of it', async () => {
  await meet('lin@fair.test');
  const cookie = cookieOf(await signIn('lin@fair.test', password));
  const token = await linkFor('lin@fair.test');
  const { rows } = await app.services.database.pool.query(`select l::text as row from platform_user_links l
    union all select j::text from graphile_worker._private_jobs j`);
  assert.equal(JSON.stringify(rows).includes(token), false, 'only its hash is kept');
  const other = await linkFor('lin@fair.test');
  const answers = await Promise.all([use(token), use(token)]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [204, 410]);
  assert.equal((await use(other)).status, 410, 'using one link ends the others');
  assert.equal((await app.request('GET', '/api/me', { headers: { cookie } })).status, 401);
  assert.equal((await signIn('lin@fair.test', password)).status, 401);
  assert.equal((await signIn('lin@fair.test', 'another good one')).status, 200);
  const before = smtp.mails.length;
  await settleMails(app);
  const [told] = smtp.mails.slice(before);
  assert.match(told!.subject, /密码刚刚换了/);
  assert.ok(!told!.text.includes('token='));
});

test('whether an address has an account shows neither in the answer nor in the log', async () => {
  await meet('may@fair.test');
  app.clock.advance(61 * minute);
  const before = smtp.mails.length;
  const answers = [await ask('may@fair.test'), await ask('nobody@fair.test')];
  assert.deepEqual([answers[0]!.status, answers[0]!.text], [answers[1]!.status, answers[1]!.text]);
  const { rows } = await app.services.database.pool.query(
    `select payload::text as payload from graphile_worker._private_jobs`,
  );
  assert.equal(rows.length, 2, 'both cost the same');
  assert.equal(JSON.stringify(rows).includes('fair.test'), false, 'the address lies sealed in the queue');
  await settleMails(app);
  assert.deepEqual(
    smtp.mails.slice(before).flatMap(({ to }) => to),
    ['may@fair.test'],
  );
  assert.equal(app.logged.join('').includes('nobody@fair'), false);
});

test('asking is limited for each address in the same way', async () => {
  await meet('bo@fair.test');
  for (const email of ['bo@fair.test', 'none@fair.test']) {
    app.clock.advance(61 * minute);
    const states: number[] = [];
    for (let at = 0; at < 4; at++) states.push((await ask(email)).status);
    assert.deepEqual(states, [202, 202, 202, 429], email);
  }
  await settleMails(app);
});

test('a wrong link, one that is too old, and a short password change nothing', async () => {
  const email = 'chen@fair.test';
  await meet(email);
  assert.equal((await use('nonsense')).body.code, 'auth.link_wrong');
  const old = await linkFor(email);
  app.clock.advance(60 * minute);
  assert.equal((await app.request('GET', `/api/password-links/${old}`)).status, 410);
  assert.equal((await use(old)).status, 410);
  const token = await linkFor(email);
  assert.equal((await use(token, 'short')).status, 400);
  assert.equal((await signIn(email, password)).status, 200);
  assert.equal((await use(token)).status, 204, 'bad input leaves the link usable');
  assert.equal((await ask('not an address')).status, 400);
});

test('asking by mail does not spoil a link that was handed over', async () => {
  const user = await meet('du@fair.test');
  const given = new URL(await createPasswordLink(app.ctx, user.id), 'http://x').searchParams.get('token')!;
  await linkFor('du@fair.test');
  assert.equal((await app.request('GET', `/api/password-links/${given}`)).status, 200);
});

test('a server that cannot mail says what to do, the same to everybody', async () => {
  assert.deepEqual((await app.request('GET', '/api/password-mails')).body, { possible: true });
  const mute = await testApp({ modules });
  assert.deepEqual((await mute.request('GET', '/api/password-mails')).body, { possible: false });
  const answer = await mute.request('POST', '/api/password-mails', { body: { email: 'lin@fair.test' } });
  assert.deepEqual([answer.status, answer.body.code], [409, 'auth.mail_not_set_up']);
  assert.match(answer.body.detail, /miaohui user add/);
});
