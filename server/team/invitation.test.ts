import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCommunity } from '../communities/index.ts';
import { setGrant } from '../platform/auth/grants.ts';
import { createUser } from '../platform/auth/index.ts';
import type { TeamRole } from '../platform/auth/permissions.ts';
import { actAs, inTransaction } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { testApp, type TestRequest } from '../platform/testing.ts';

const app = await testApp();
const password = 'a long password';

async function makeOperator(name: string) {
  const user = await inTransaction(app.ctx, (ctx) => createUser(ctx, { email: `${name}@fair.test`, name, password }));
  return { kind: 'operator', userId: user.id, name } as const;
}
const founder = await makeOperator('lin');
const { id: communityId } = await createCommunity(actAs(app.ctx, founder), { name: '早起打卡', kind: 'study-checkin' });
const path = `/api/communities/${communityId}/team/invitations`;

async function invite(
  role: TeamRole,
  as: TestRequest['as'] = founder,
): Promise<{ id: string; code: string; url: string }> {
  const answer = await app.request('POST', path, { as, body: { role, note: '给小李' } });
  assert.equal(answer.status, 201, answer.text);
  return answer.body;
}
// Each from another address, so that the limit for strangers is not what these tests meet.
let address = 1;
const peer = () => `10.0.${(address += 1) >> 8}.${address & 255}`;
const read = (code: string) => app.request('GET', `/api/invitations/${code}`, { peer: peer() });
const accept = (code: string, request: TestRequest) =>
  app.request('POST', `/api/invitations/${code}/accept`, { peer: peer(), ...request });

async function roleOf(userId: string): Promise<string | undefined> {
  const { body } = await app.request('GET', `/api/communities/${communityId}/team?limit=200`, { as: founder });
  return body.items.find((member: { userId: string }) => member.userId === userId)?.role;
}

test('a newcomer opens the link, makes an account and is signed in', async () => {
  const { code, url } = await invite('operator');
  assert.equal(url, `http://fair.test/invite/${code}`);
  const face = await read(code);
  assert.deepEqual(face.body, {
    communityName: '早起打卡',
    role: 'operator',
    roles: ['operator'],
    invitedBy: 'lin',
    expiresAt: '2026-11-26T11:42:00.000Z',
  });
  const empty = await accept(code, { body: {} });
  assert.equal(empty.status, 400);
  assert.deepEqual(
    empty.body.fields.map((field: { path: string }) => field.path),
    ['body.name', 'body.email', 'body.password'],
  );
  const body = { name: '小李', email: 'li@fair.test', password };
  const accepted = await accept(code, { body });
  assert.equal(accepted.status, 200, accepted.text);
  assert.deepEqual(accepted.body, { communityId });
  const cookie = accepted.headers.get('set-cookie')!.split(';')[0]!;
  const me = await app.request('GET', '/api/me', { headers: { cookie } });
  assert.deepEqual(
    me.body.communities.map(({ id, role }: { id: string; role: string }) => [id, role]),
    [[communityId, 'operator']],
  );
  const again = await accept(code, { body: { ...body, email: 'other@fair.test' } });
  assert.equal(again.body.code, 'team.invitation_used');
});

test('somebody signed in accepts with an empty body; saying so twice is saying so once', async () => {
  const guest = await makeOperator('guest');
  const { code } = await invite('moderator');
  assert.equal((await accept(code, { as: guest, body: {} })).status, 200);
  assert.equal(await roleOf(guest.userId), 'moderator');
  assert.equal((await accept(code, { as: guest, body: {} })).status, 200);
  const other = await makeOperator('other');
  assert.equal((await accept(code, { as: other, body: {} })).status, 410);
  assert.equal(await roleOf(other.userId), undefined);
});

test('of two who accept at the same moment one gets it', async () => {
  const pair = [await makeOperator('one'), await makeOperator('two')];
  const { code } = await invite('viewer');
  const answers = await Promise.all(pair.map((as) => accept(code, { as, body: {} })));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 410]);
});

test('a taken e-mail address is refused and the invitation stays good', async () => {
  const { code } = await invite('viewer');
  const body = { name: '冒名', email: 'lin@fair.test', password };
  assert.equal((await accept(code, { body })).body.code, 'auth.email_taken');
  assert.equal((await read(code)).status, 200);
});

test('an invitation raises a role and never lowers one', async () => {
  const guest = await makeOperator('raised');
  await accept((await invite('viewer')).code, { as: guest, body: {} });
  await accept((await invite('admin')).code, { as: guest, body: {} });
  assert.equal(await roleOf(guest.userId), 'admin');
  await accept((await invite('viewer')).code, { as: guest, body: {} });
  assert.equal(await roleOf(guest.userId), 'admin');
});

test('wrong, withdrawn and expired links say what is wrong', async () => {
  assert.equal((await read('no-such-code')).body.code, 'team.invitation_unknown');
  assert.equal((await read(`x%20y`)).status, 404);
  const { id, code } = await invite('viewer');
  assert.equal((await app.request('DELETE', `${path}/${id}`, { as: founder })).status, 204);
  assert.equal((await read(code)).body.code, 'team.invitation_withdrawn');
  assert.equal((await app.request('DELETE', `${path}/${id}`, { as: founder })).status, 404);
  assert.equal((await app.request('DELETE', `${path}/${newId()}`, { as: founder })).status, 404);
  const late = await invite('viewer');
  const start = app.clock.now();
  app.clock.advance(7 * 24 * 3_600_000 + 1);
  const answer = await accept(late.code, { as: await makeOperator('late'), body: {} });
  assert.equal(answer.status, 410);
  assert.equal(answer.body.code, 'team.invitation_expired');
  app.clock.set(start);
});

test('nobody invites above their own role, and an invitation falls with the one who gave it', async () => {
  const admin = await makeOperator('adam');
  const grant = (role: TeamRole) =>
    inTransaction(app.ctx, (ctx) => setGrant(ctx, { userId: admin.userId, communityId, role }));
  await grant('admin');
  const refused = await app.request('POST', path, { as: admin, body: { role: 'owner' } });
  assert.equal(refused.body.code, 'team.above_your_role');
  const { code } = await invite('admin', admin);
  await grant('operator');
  assert.equal((await read(code)).body.code, 'team.invitation_withdrawn');
  const friend = await makeOperator('friend');
  assert.equal((await accept(code, { as: friend, body: {} })).status, 410);
  assert.equal(await roleOf(friend.userId), undefined);
  assert.equal((await app.request('POST', path, { as: admin, body: { role: 'viewer' } })).status, 403);
});

test('waiting invitations are listed without their codes, and the database does not know them', async () => {
  const { id, code } = await invite('viewer');
  const { body } = await app.request('GET', path, { as: founder });
  const line = body.items.find((item: { id: string }) => item.id === id);
  assert.deepEqual([line.role, line.note, line.createdByName], ['viewer', '给小李', 'lin']);
  assert.ok(!JSON.stringify(body).includes(code));
  const dump = await app.services.database.pool.query(
    'select (select json_agg(i) from team_invitations i)::text || coalesce((select json_agg(k) from platform_idempotency k)::text, $1) as all',
    [''],
  );
  assert.ok(dump.rows[0].all.includes(id));
  assert.ok(!dump.rows[0].all.includes(code));
});

test('a program with a token accepts nothing', async () => {
  const { code } = await invite('viewer');
  const token = {
    kind: 'token',
    tokenId: newId(),
    userId: founder.userId,
    name: 't',
    communityId: null,
    scopes: [],
  } as const;
  assert.equal((await accept(code, { as: token, body: {} })).status, 403);
});
