import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { createGroup, createLink } from '../groups/index.ts';
import { inTransaction } from '../platform/context.ts';
import { settleMails } from '../platform/mail/testing-smtp.ts';
import { banMember, unbanMember } from './ban.ts';
import { codeIn, minute, openProofApp, requireProof, wrong } from './email-proof-testing.ts';
import { erasePerson } from './erase.ts';
import { answersOf, comeIn, knock, openPlace } from './testing.ts';

const { app, smtp, openStrictPlace, openBrowser, newestCode, proveAndKnock, count } = await openProofApp();

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
  await requireProof(app, place, 'required');
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
