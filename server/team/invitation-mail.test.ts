/** Invitations by mail. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createCommunity } from '../communities/index.ts';
import { createUser } from '../platform/auth/index.ts';
import { inTransaction } from '../platform/context.ts';
import { settleMails, startTestSmtp } from '../platform/mail/testing-smtp.ts';
import { testApp, type TestApp } from '../platform/testing.ts';

const smtp = await startTestSmtp();
after(() => smtp.stop());
const mailing = { SMTP_URL: smtp.url, MAIL_FROM: 'hello@fair.test', PUBLIC_URL: 'https://fair.test' };
const app = await testApp({ env: mailing });
const mute = await testApp();

async function found(where: TestApp, email = 'own@fair.test') {
  const community = await inTransaction(where.ctx, async (ctx) => {
    const user = await createUser(ctx, { email, name: '主人', password: 'a good long one' });
    return createCommunity(ctx, { name: '晨读', kind: 'study-checkin', founderId: user.id });
  });
  const owner = await where.operator('owner', community.id);
  const path = `/api/communities/${community.id}/team/invitations`;
  const invite = (body: object) => where.request('POST', path, { as: owner, body });
  const count = async () => (await where.request('GET', path, { as: owner })).body.items.length as number;
  return { invite, count };
}

test('the link arrives by mail and opens the invitation; the address is not kept', async () => {
  const { invite } = await found(app);
  const answer = await invite({ role: 'operator', email: ' Lin@Fair.test ' });
  assert.equal(answer.status, 201, answer.text);
  await settleMails(app);
  const mail = smtp.mails.at(-1)!;
  assert.match(mail.text, /一起打理「晨读」/);
  const link = /https:\/\/fair\.test\/invite\/([\w-]+)/.exec(mail.text)!;
  assert.equal(link[1], answer.body.code);
  const face = await app.request('GET', `/api/invitations/${link[1]}`);
  assert.equal(face.body.communityName, '晨读');
  const { rows } = await app.services.database.pool.query('select i::text as row from team_invitations i');
  assert.ok(!JSON.stringify(rows).toLowerCase().includes('lin@fair'));
});

test('a wrong address leaves no invitation', async () => {
  const { invite, count } = await found(app, 'bo@fair.test');
  assert.equal((await invite({ role: 'viewer', email: 'lin@fair' })).body.code, 'team.mail_address_wrong');
  assert.equal(await count(), 0);
});

test('a server that cannot mail leaves no invitation, and still gives links', async () => {
  const { invite, count } = await found(mute);
  assert.equal((await invite({ role: 'viewer', email: 'lin@fair.test' })).body.code, 'team.mail_not_set_up');
  assert.equal(await count(), 0);
  assert.equal((await invite({ role: 'viewer' })).status, 201);
});
