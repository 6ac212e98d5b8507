import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { createGroup, createLink } from '../groups/index.ts';
import { inTransaction } from '../platform/context.ts';
import { settleMails, startTestSmtp } from '../platform/mail/testing-smtp.ts';
import { testApp, type TestAnswer } from '../platform/testing.ts';
import { banMember, unbanMember } from './ban.ts';
import { erasePerson } from './erase.ts';
import { changePeopleSettings, peopleSettings } from './settings.ts';
import { answersOf, comeIn, knock, openPlace, phoneOf, type Place } from './testing.ts';

const smtp = await startTestSmtp();
after(() => smtp.stop());
const app = await testApp({ env: { SMTP_URL: smtp.url, MAIL_FROM: 'hello@fair.test' } });
const minute = 60_000;

async function openStrictPlace(wish: { approval?: boolean } = {}): Promise<Place> {
  const place = await openPlace(app, wish);
  await requireProof(place, 'required');
  return place;
}

async function requireProof(place: Place, emailProof: 'off' | 'required'): Promise<void> {
  const value = peopleSettings.schema.parse({ emailProof });
  await inTransaction(app.ctx, (ctx) => changePeopleSettings(ctx, place.communityId, value));
}

/** A browser that keeps its cookie, from an address of its own unless `peer` says otherwise. */
function openBrowser(peer = `10.${peers >> 8}.${peers++ & 255}.1`) {
  let cookie = '';
  const send = async (path: string, body: unknown, headers: Record<string, string> = {}): Promise<TestAnswer> => {
    const sent = { ...(cookie ? { cookie, origin: 'http://fair.test' } : {}), ...headers };
    const answer = await app.request('POST', path, { body, headers: sent, peer });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return answer;
  };
  return {
    headers: () => ({ cookie }),
    askCode: (place: Place, email: string, headers?: Record<string, string>) =>
      send(`/api/join/${place.code}/email`, { email }, headers),
    knock: (place: Place, name: string, code?: string) =>
      send(`/api/join/${place.code}`, { answers: { ...answersOf(name), ...(code ? { email: { code } } : {}) } }),
    look: (place: Place) => app.request('GET', `/api/join/${place.code}`, { headers: { cookie }, peer }),
  };
}
let peers = 1;

const codeIn = (text: string) => /^ {4}(\d{6})$/m.exec(text.replace(/\r/g, ''))![1]!;
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const newestCode = () => codeIn(smtp.mails.at(-1)!.text);
const emailStep = (answer: TestAnswer) => answer.body.steps?.find((step: { key: string }) => step.key === 'email');

/** Asks for a code, reads the mail, comes in. */
async function proveAndKnock(
  browser: ReturnType<typeof openBrowser>,
  place: Place,
  who: { name: string; email: string },
) {
  assert.equal((await browser.askCode(place, who.email)).status, 200);
  await settleMails(app);
  return browser.knock(place, who.name, newestCode());
}

const count = async (table: ReturnType<typeof sql>, communityId: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${table} where community_id = ${communityId}`.execute(app.services.database.db);
  return rows[0]!.count;
};

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

test('a banned address is sent the same answer and refused once its owner has typed the code; lifting lets it in', async () => {
  const place = await openStrictPlace();
  const browser = openBrowser();
  const entered = await proveAndKnock(browser, place, { name: '捣乱', email: 'Trouble@example.com' });
  assert.equal(entered.body.state, 'joined');
  const me = await app.request('GET', '/api/member/me', { headers: browser.headers() });
  const identityId = me.body.communities[0].identity.id as string;
  const scope = { communityId: place.communityId, groupId: null, identityId };
  await inTransaction(app.ctx, (ctx) => banMember(ctx, { ...scope, reason: '刷屏' }));

  const newcomer = openBrowser();
  const known = await newcomer.askCode(place, 'trouble+again@example.com');
  const fresh = await openBrowser().askCode(place, 'somebody@example.com');
  assert.deepEqual(known.body, fresh.body);
  await settleMails(app);
  const code = codeIn(smtp.mails.find((mail) => mail.to[0] === 'trouble+again@example.com')!.text);
  assert.equal((await newcomer.knock(place, '新面孔', wrong(code))).body.state, 'needs');
  const refused = await newcomer.knock(place, '新面孔', code);
  assert.equal(refused.body.state, 'refused');
  assert.equal(refused.body.reason, 'banned');
  assert.equal((await newcomer.look(place)).body.state, 'refused');

  const elsewhere = await openStrictPlace();
  assert.equal(
    (await proveAndKnock(openBrowser(), elsewhere, { name: '捣乱', email: 'trouble@example.com' })).body.state,
    'joined',
  );

  await inTransaction(app.ctx, (ctx) => unbanMember(ctx, scope));
  assert.equal(await count(sql`people_ban_emails`, place.communityId), 0);
  assert.equal((await newcomer.knock(place, '新面孔')).body.state, 'joined');
});

test('a ban knows an address that is proven later', async () => {
  const place = await openPlace(app, { approval: false });
  const phone = await comeIn(app, place, '先来的');
  const scope = { communityId: place.communityId, groupId: place.groupId, identityId: phone.identityId };
  await inTransaction(app.ctx, (ctx) => banMember(ctx, { ...scope, reason: '' }));
  const second = await inTransaction(app.ctx, async (ctx) => {
    const group = await createGroup(ctx, {
      communityId: place.communityId,
      name: '二群',
      tier: 'ordinary',
      capacity: 9,
    });
    return createLink(ctx, { communityId: place.communityId, groupId: group.id }, { channel: '门店' });
  });
  await requireProof(place, 'required');
  const headers = { cookie: phone.cookie, origin: 'http://fair.test' };
  await app.request('POST', `/api/join/${second.code}/email`, { body: { email: 'late-proof@example.com' }, headers });
  await settleMails(app);
  const joined = await knock(app, second.code, {
    answers: { ...answersOf('x'), email: { code: newestCode() } },
    headers,
  });
  assert.equal(joined.body.state, 'joined');
  const refused = await proveAndKnock(openBrowser(), place, { name: '换了手机', email: 'late-proof@example.com' });
  assert.equal(refused.body.state, 'refused');
});

test('somebody whose address is banned while the application waits is not let in', async () => {
  const place = await openStrictPlace({ approval: true });
  const waiting = openBrowser();
  const email = 'two-phones@example.com';
  assert.equal((await proveAndKnock(waiting, place, { name: '第一台', email })).body.state, 'waiting');
  app.clock.advance(2 * minute);
  const second = openBrowser();
  await proveAndKnock(second, place, { name: '第二台', email });
  const { rows } = await sql<{ id: string; identityId: string }>`
    select id, identity_id as "identityId" from people_applications
    where community_id = ${place.communityId} order by applied_at, id`.execute(app.services.database.db);
  const scope = { communityId: place.communityId, groupId: null, identityId: rows[1]!.identityId };
  await inTransaction(app.ctx, (ctx) => banMember(ctx, { ...scope, reason: '' }));
  const owner = await app.operator('owner', place.communityId);
  const path = `/api/communities/${place.communityId}/groups/${place.groupId}/applications/${rows[0]!.id}/accept`;
  const accepted = await app.request('POST', path, { as: owner, body: {} });
  assert.equal(accepted.body?.code, 'people.applicant_gone');
});

test('erasing oneself removes the hash, but not from a ban in force', async () => {
  const place = await openStrictPlace();
  const good = openBrowser();
  await proveAndKnock(good, place, { name: '好人', email: 'good@example.com' });
  const bad = openBrowser();
  await proveAndKnock(bad, place, { name: '坏人', email: 'bad@example.com' });
  const ids = await Promise.all(
    [good, bad].map(async (browser) => {
      const me = await app.request('GET', '/api/member/me', { headers: browser.headers() });
      return me.body.communities[0].identity.id as string;
    }),
  );
  await inTransaction(app.ctx, (ctx) =>
    banMember(ctx, { communityId: place.communityId, groupId: null, identityId: ids[1]!, reason: '' }),
  );
  for (const identityId of ids) {
    await inTransaction(app.ctx, (ctx) => erasePerson(ctx, { communityId: place.communityId, identityId }, 'member'));
  }
  await settleMails(app);
  assert.equal(await count(sql`people_emails`, place.communityId), 0);
  assert.equal(await count(sql`people_ban_emails`, place.communityId), 1);
  assert.equal(
    (await proveAndKnock(openBrowser(), place, { name: '回来', email: 'good@example.com' })).body.state,
    'joined',
  );
  assert.equal(
    (await proveAndKnock(openBrowser(), place, { name: '又来', email: 'bad@example.com' })).body.state,
    'refused',
  );
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
