import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { inTransaction } from '../platform/context.ts';
import { settleMails } from '../platform/mail/testing-smtp.ts';
import { testApp } from '../platform/testing.ts';
import { emailStep, openProofApp } from './email-proof-testing.ts';
import { changePeopleSettings, peopleSettings } from './settings.ts';
import { openPlace } from './testing.ts';

const { app, smtp, openStrictPlace, openBrowser, newestCode, proveAndKnock } = await openProofApp();

test('letters are written in the language of the visitor', async () => {
  const place = await openStrictPlace();
  const said = { en: /joining the group/, 'zh-TW': /電子信箱|這個信箱/ };
  for (const [language, pattern] of Object.entries(said)) {
    await openBrowser().askCode(place, `${language}@example.com`, { 'accept-language': language });
    await settleMails(app);
    assert.match(smtp.mails.at(-1)!.text, pattern);
    assert.ok(smtp.mails.at(-1)!.html.includes(`lang="${language}"`));
  }
});

test('while the mail server is down the visitor is told kindly, and the code comes when it is back', async () => {
  const place = await openStrictPlace();
  const browser = openBrowser();
  await smtp.stop();
  assert.equal((await browser.askCode(place, 'patient@example.com')).status, 200);
  await settleMails(app);
  const waiting = emailStep(await browser.look(place));
  assert.equal(waiting.email.state, 'delayed');
  assert.match(waiting.text, /没有应答.*一直再试/);
  await smtp.start();
  await sql`select graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) from graphile_worker.jobs
            where task_identifier = 'platform.send_mail'`.execute(app.services.database.db);
  await settleMails(app);
  assert.equal(emailStep(await browser.look(place)).email.state, 'sent');
  assert.equal((await browser.knock(place, '有耐心', newestCode())).body.state, 'joined');
});

test('an address that its server does not know is said so, and a corrected one can be tried at once', async () => {
  const place = await openStrictPlace();
  const browser = openBrowser();
  smtp.mood = 'refuse';
  await browser.askCode(place, 'typo@example.com');
  await settleMails(app);
  smtp.mood = 'take';
  assert.match(emailStep(await browser.look(place)).problem, /不认这个地址/);
  assert.equal(
    (await proveAndKnock(browser, place, { name: '改好了', email: 'typed@example.com' })).body.state,
    'joined',
  );
});

test('the setting needs a mail server; without one the door says so and stays shut', async () => {
  const plain = await testApp();
  const place = await openPlace(plain);
  const owner = await plain.operator('owner', place.communityId);
  const path = `/api/communities/${place.communityId}/people-settings`;
  const body = { membersMayInvite: true, hoursBetweenApplications: 24, emailProof: 'required' };
  const refused = await plain.request('PUT', path, { as: owner, body });
  assert.equal(refused.status, 409);
  assert.equal(refused.body.code, 'people.mail_not_set_up');
  assert.match(refused.body.detail, /SMTP_URL/);
  assert.equal((await plain.request('GET', path, { as: owner })).body.emailProof, 'off');
  const here = await openPlace(app);
  const chief = await app.operator('owner', here.communityId);
  const put = await app.request('PUT', `/api/communities/${here.communityId}/people-settings`, { as: chief, body });
  assert.equal(put.body.emailProof, 'required');

  await sql`insert into platform_settings (community_id, module, value, changed_at, changed_by)
            values (${place.communityId}, 'people', '{"emailProof":"required"}', now(), 'system:test')`.execute(
    plain.services.database.db,
  );
  const door = await plain.request('GET', `/api/join/${place.code}`);
  assert.equal(door.body.state, 'refused');
  assert.equal(door.body.reason, 'email_unavailable');
});

test('a letter names no address but the configured one: a made-up Host never gets into an inbox', async () => {
  const env = { SMTP_URL: smtp.url, MAIL_FROM: 'hello@fair.test', PUBLIC_URL: '' };
  const plain = await testApp({ env });
  const place = await openPlace(plain);
  const value = peopleSettings.schema.parse({ emailProof: 'required' });
  await inTransaction(plain.ctx, (ctx) => changePeopleSettings(ctx, place.communityId, value));
  const answer = await plain.request('POST', `/api/join/${place.code}/email`, { body: { email: 'host@example.com' } });
  assert.equal(answer.status, 200);
  await settleMails(plain);
  const mail = smtp.mails.at(-1)!;
  assert.deepEqual(mail.to, ['host@example.com']);
  assert.doesNotMatch(mail.text + mail.html, /https?:|fair\.test/);
});
