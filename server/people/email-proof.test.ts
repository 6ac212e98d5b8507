import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { settleMails } from '../platform/mail/testing-smtp.ts';
import type { TestAnswer } from '../platform/testing.ts';
import { emailStep, minute, openProofApp, wrong } from './email-proof-testing.ts';
import { openPlace, phoneOf } from './testing.ts';

const { app, smtp, openStrictPlace, openBrowser, newestCode, proveAndKnock, count } = await openProofApp();

test('the step comes after the name and before approval; the mail says who asks and why; the code opens the door', async () => {
  const place = await openStrictPlace({ approval: true });
  const browser = openBrowser();
  const door = await browser.look(place);
  assert.deepEqual(
    door.body.steps.map((step: { key: string }) => step.key),
    ['privacy', 'name', 'email', 'approval'],
  );
  const asked = await browser.askCode(place, 'May.Lin@example.com');
  assert.equal(asked.status, 200);
  assert.deepEqual(asked.body, {
    sent: true,
    expiresAt: new Date(app.clock.now().getTime() + 15 * minute).toISOString(),
    resendAt: new Date(app.clock.now().getTime() + minute).toISOString(),
  });
  assert.match(asked.headers.get('set-cookie')!, /^mh_device=.*HttpOnly/);
  assert.equal(emailStep(await browser.look(place)).email.state, 'queued');
  await settleMails(app);
  const mail = smtp.mails.at(-1)!;
  assert.deepEqual(mail.to, ['May.Lin@example.com']);
  for (const words of [mail.text, mail.html]) {
    assert.ok(words.includes('灶边') && words.includes('灶边·家常菜同好会') && words.includes('15 分钟'));
    assert.ok(words.includes(newestCode()) && words.includes('http://fair.test'));
  }
  assert.equal(emailStep(await browser.look(place)).email.state, 'sent');
  const entered = await browser.knock(place, '阿May', newestCode());
  assert.equal(entered.body.state, 'waiting');
  const { rows } = await sql<{ answers: unknown }>`
    select answers from people_applications where community_id = ${place.communityId}`.execute(
    app.services.database.db,
  );
  assert.deepEqual(rows, [{ answers: {} }], 'the code is no part of the application');
  assert.equal(await count(sql`people_emails`, place.communityId), 1);
  assert.equal(await count(sql`people_email_proofs`, place.communityId), 0);
});

test('a code that was typed right stays good while another step is put right; the proof serves the next group too', async () => {
  const place = await openStrictPlace();
  const browser = openBrowser();
  await browser.askCode(place, 'steps@example.com');
  await settleMails(app);
  const first = await browser.knock(place, '灶边官方', ` ${newestCode().slice(0, 3)} ${newestCode().slice(3)} `);
  assert.deepEqual(
    first.body.steps.map((step: { key: string }) => step.key),
    ['name'],
  );
  const entered = await browser.knock(place, '小满');
  assert.equal(entered.body.state, 'joined');
  const again = await browser.askCode(place, 'steps@example.com');
  assert.equal(again.body.code, 'people.email_not_asked');
  const exported = await app.request('GET', `/api/member/communities/${place.communityId}/me/export`, {
    headers: browser.headers(),
  });
  assert.equal(exported.body.emailProofs.length, 1);
});

test('after five wrong codes the right one is worthless, also when they come at once; a new one works', async () => {
  const place = await openStrictPlace();
  const browser = openBrowser();
  await browser.askCode(place, 'guess@example.com');
  await settleMails(app);
  const code = newestCode();
  const malformed = await browser.knock(place, '猜猜', '12345');
  assert.match(emailStep(malformed).problem, /还能试 5 次/);
  const guesses = await Promise.all(Array.from({ length: 12 }, () => browser.knock(place, '猜猜', wrong(code))));
  const problems = guesses.map((answer) => emailStep(answer).problem as string);
  assert.equal(problems.filter((text) => /还能试 [1-4] 次/.test(text)).length, 4);
  assert.equal(problems.filter((text) => text.includes('作废')).length, 8);
  const right = await browser.knock(place, '猜猜', code);
  assert.match(emailStep(right).problem, /作废/);
  assert.equal(await count(sql`people_memberships`, place.communityId), 0);
  const entered = await proveAndKnock(browser, place, { name: '猜猜', email: 'guess@example.com' });
  assert.equal(entered.body.state, 'joined');
});

test('a code is good for 15 minutes, for its own browser and its own community', async () => {
  const place = await openStrictPlace();
  const other = await openStrictPlace();
  const browser = openBrowser();
  await browser.askCode(place, 'late@example.com');
  await settleMails(app);
  const code = newestCode();
  assert.match(emailStep(await openBrowser().knock(place, '别人', code)).problem, /先填邮箱/);
  assert.match(emailStep(await browser.knock(other, '晚到', code)).problem, /先填邮箱/);
  app.clock.advance(15 * minute);
  assert.match(emailStep(await browser.knock(place, '晚到', code)).problem, /过期/);
  assert.equal(await count(sql`people_memberships`, place.communityId), 0);
});

test('asking again: the same mail within a minute, at most 5 mails an hour for one browser', async () => {
  const place = await openStrictPlace();
  const browser = openBrowser();
  await browser.askCode(place, 'one@example.com');
  await settleMails(app);
  const before = smtp.mails.length;
  app.clock.advance(minute - 1);
  const again = await Promise.all(Array.from({ length: 4 }, () => browser.askCode(place, 'One@example.com')));
  assert.deepEqual(
    again.map((answer) => answer.status),
    [200, 200, 200, 200],
  );
  await settleMails(app);
  assert.equal(smtp.mails.length, before);
  for (const turn of [2, 3, 4, 5])
    assert.equal((await browser.askCode(place, `browser${turn}@example.com`)).status, 200);
  const sixth = await browser.askCode(place, 'browser6@example.com');
  assert.equal(sixth.status, 429);
  assert.equal(sixth.body.code, 'people.too_many_codes');
  assert.equal(sixth.headers.get('retry-after'), String(59 * 60 + 1));
  await settleMails(app);
  assert.equal(smtp.mails.length, before + 4);
  app.clock.advance(59 * minute + 1);
  assert.equal((await browser.askCode(place, 'browser6@example.com')).status, 200);
  await settleMails(app);
});

test('a repeated request without a cookie is the same browser and one mail', async () => {
  const place = await openStrictPlace();
  const key = { 'idempotency-key': 'the-same-attempt-0001' };
  const start = smtp.mails.length;
  const first = await openBrowser().askCode(place, 'lost@example.com', key);
  const second = await openBrowser().askCode(place, 'lost@example.com', key);
  assert.equal(first.headers.get('set-cookie'), second.headers.get('set-cookie'));
  await settleMails(app);
  assert.equal(smtp.mails.length, start + 1);
});

test('one mailbox gets 5 mails an hour from all browsers and communities; one network address asks 30 times', async () => {
  const places = [await openStrictPlace(), await openStrictPlace()];
  const answers: TestAnswer[] = [];
  for (let turn = 0; turn < 6; turn++)
    answers.push(await openBrowser().askCode(places[turn % 2]!, `vic.tim+${turn}@gmail.com`));
  assert.deepEqual(
    answers.map((answer) => answer.status),
    [200, 200, 200, 200, 200, 429],
  );
  const statuses = [];
  for (let turn = 0; turn < 31; turn++)
    statuses.push((await openBrowser('192.0.2.7').askCode(places[0]!, `bulk${turn}@example.com`)).status);
  assert.deepEqual(statuses, [...Array.from({ length: 30 }, () => 200), 429]);
  await settleMails(app);
});

test('bad addresses and doors: a clear refusal and no device', async () => {
  const place = await openStrictPlace();
  const open = await openPlace(app);
  const cases: [string, unknown, number, string][] = [
    [place.code, { email: 'nothing' }, 422, 'people.bad_email'],
    [place.code, { email: 'a@example.com\r\nBcc: b@example.com' }, 422, 'people.bad_email'],
    [place.code, { email: 'x'.repeat(400) }, 400, 'platform.bad_input'],
    [place.code, { email: 'a@example.com', name: 'x' }, 400, 'platform.bad_input'],
    [open.code, { email: 'a@example.com' }, 409, 'people.email_not_asked'],
    ['NOSUCHCODE', { email: 'a@example.com' }, 410, 'people.door_closed'],
  ];
  for (const [code, body, status, error] of cases) {
    const answer = await app.request('POST', `/api/join/${code}/email`, { body, peer: '198.51.100.9' });
    assert.equal(answer.status, status, error);
    assert.equal(answer.body.code, error);
    assert.equal(answer.headers.get('set-cookie'), null);
  }
});

test('no address and no code is in logs, jobs or tables', async () => {
  const place = await openStrictPlace();
  const browser = openBrowser();
  await browser.askCode(place, 'secret.person@example.com', { 'idempotency-key': 'a-key-of-this-browser-1' });
  const { rows: waiting } = await sql<{ text: string }>`
    select coalesce((select string_agg(payload::text, ' ') from graphile_worker._private_jobs), '')
      || coalesce((select string_agg(m::text, ' ') from platform_mails m), '')
      || coalesce((select string_agg(p::text, ' ') from people_email_proofs p), '')
      || coalesce((select string_agg(i::text, ' ') from platform_idempotency i), '') as text`.execute(
    app.services.database.db,
  );
  await settleMails(app);
  await phoneOf(app, await browser.knock(place, '某人', newestCode())).catch(() => undefined);
  for (const secret of ['secret.person', 'example.com']) {
    assert.ok(!waiting[0]!.text.includes(secret), secret);
    assert.ok(!app.logged.join('\n').includes(secret), secret);
  }
  assert.ok(!app.logged.join('\n').includes(newestCode()));
  assert.ok(app.logged.length > 20, 'something was logged at all');
});
