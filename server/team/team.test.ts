import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCommunity } from '../communities/index.ts';
import { setGrant } from '../platform/auth/grants.ts';
import { createUser } from '../platform/auth/index.ts';
import { teamRoles, type TeamRole } from '../platform/auth/permissions.ts';
import { actAs, inTransaction } from '../platform/context.ts';
import { testApp } from '../platform/testing.ts';
import { isAbove, judgeRoleChange } from './role.ts';

const app = await testApp();

async function makeOperator(name: string) {
  const user = await inTransaction(app.ctx, (ctx) =>
    createUser(ctx, { email: `${name}@fair.test`, name, password: 'a long password' }),
  );
  return { kind: 'operator', userId: user.id, name } as const;
}
const founder = await makeOperator('lin');

async function found(): Promise<string> {
  const ctx = actAs(app.ctx, founder);
  const { id } = await createCommunity(ctx, { name: '早起打卡', kind: 'study-checkin' });
  return id;
}

let made = 0;
async function join(communityId: string, role: TeamRole) {
  const operator = await makeOperator(`${role}${(made += 1)}`);
  await inTransaction(app.ctx, (ctx) => setGrant(ctx, { userId: operator.userId, communityId, role }));
  return operator;
}

interface Member {
  userId: string;
  name: string;
  email: string;
  role: TeamRole;
}
async function list(communityId: string, query = ''): Promise<{ items: Member[]; nextCursor: string | null }> {
  return (await app.request('GET', `/api/communities/${communityId}/team${query}`, { as: founder })).body;
}

type Operator = typeof founder;
const change = (by: Operator, place: [communityId: string, userId: string], body: unknown) =>
  app.request('PATCH', `/api/communities/${place[0]}/team/${place[1]}`, { as: by, body });
const remove = (by: typeof founder, communityId: string, userId: string) =>
  app.request('DELETE', `/api/communities/${communityId}/team/${userId}`, { as: by });

test('a change of role is judged by the role of the one who changes it', () => {
  for (const by of teamRoles) {
    for (const from of teamRoles) {
      for (const to of teamRoles) {
        const { ok } = judgeRoleChange({ by, from, to, owners: 2 });
        assert.equal(ok, !isAbove(from, by) && !isAbove(to, by), `${by}: ${from} → ${to}`);
      }
    }
  }
  assert.deepEqual(judgeRoleChange({ by: 'owner', from: 'owner', to: 'admin', owners: 1 }), {
    ok: false,
    reason: 'last_owner',
  });
  assert.deepEqual(judgeRoleChange({ by: null, from: 'owner', to: null, owners: 1 }), {
    ok: false,
    reason: 'last_owner',
  });
  assert.deepEqual(judgeRoleChange({ by: 'owner', from: 'owner', to: 'owner', owners: 1 }), { ok: true });
});

test('the team is listed by role, in pages that meet', async () => {
  const communityId = await found();
  for (const role of ['viewer', 'admin', 'operator', 'admin'] as const) await join(communityId, role);
  const all = (await list(communityId)).items;
  assert.deepEqual(
    all.map(({ role }) => role),
    ['owner', 'admin', 'admin', 'operator', 'viewer'],
  );
  assert.deepEqual([all[0]!.name, all[0]!.email], ['lin', 'lin@fair.test']);
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = await list(communityId, `?limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.items.map(({ userId }) => userId));
    cursor = page.nextCursor;
  }
  assert.deepEqual(
    seen,
    all.map(({ userId }) => userId),
  );
});

test('roles change, are told in the audit log, and never above one’s own', async () => {
  const communityId = await found();
  const admin = await join(communityId, 'admin');
  const viewer = await join(communityId, 'viewer');
  const raised = await change(admin, [communityId, viewer.userId], { role: 'operator' });
  assert.equal(raised.status, 200, raised.text);
  assert.equal(raised.body.role, 'operator');
  assert.equal(
    (await change(admin, [communityId, viewer.userId], { role: 'owner' })).body.code,
    'team.above_your_role',
  );
  assert.equal(
    (await change(admin, [communityId, founder.userId], { role: 'viewer' })).body.code,
    'team.above_your_role',
  );
  assert.equal((await remove(admin, communityId, founder.userId)).body.code, 'team.above_your_role');
  assert.equal((await change(viewer, [communityId, viewer.userId], { role: 'admin' })).status, 403);
  assert.equal((await change(admin, [communityId, admin.userId], { role: 'owner' })).status, 403);
  assert.equal((await change(admin, [communityId, admin.userId], { role: 'king' })).status, 400);
  const elsewhere = await join(await found(), 'admin');
  assert.equal((await change(founder, [communityId, elsewhere.userId], { role: 'viewer' })).status, 404);
  const log = await app.request('GET', `/api/communities/${communityId}/audit`, { as: founder });
  const sentences = log.body.items.map((line: { sentence: string }) => line.sentence);
  assert.ok(sentences.includes(`${admin.name} 把「${viewer.name}」设为运营`), String(sentences));
});

test('a refused change leaves nothing half-done', async () => {
  const communityId = await found();
  const { status } = await change(founder, [communityId, founder.userId], { role: 'admin' });
  assert.equal(status, 409);
  assert.deepEqual(
    (await list(communityId)).items.map(({ role }) => role),
    ['owner'],
  );
});

test('the last owner stays, also when two owners remove each other at the same moment', async () => {
  const communityId = await found();
  const alone = await remove(founder, communityId, founder.userId);
  assert.equal(alone.body.code, 'team.last_owner');
  assert.match(alone.body.detail, /主理人/);
  const left = await app.request('POST', `/api/communities/${communityId}/team/leave`, { as: founder, body: {} });
  assert.equal(left.body.code, 'team.last_owner');
  for (let round = 0; round < 5; round++) {
    const other = await join(communityId, 'owner');
    const answers = await Promise.all([
      change(founder, [communityId, other.userId], { role: 'admin' }),
      change(other, [communityId, founder.userId], { role: 'admin' }),
    ]);
    const owners = (await listAs(other)).filter(({ role }) => role === 'owner');
    assert.equal(owners.length, 1, answers.map(({ text }) => text).join());
    await inTransaction(app.ctx, (ctx) => setGrant(ctx, { userId: founder.userId, communityId, role: 'owner' }));
    assert.equal((await remove(founder, communityId, other.userId)).status, 204);
  }
  async function listAs(as: typeof founder): Promise<Member[]> {
    return (await app.request('GET', `/api/communities/${communityId}/team`, { as })).body.items;
  }
});

test('whoever leaves loses everything at once and gives open tasks back', async () => {
  const communityId = await found();
  const operator = await join(communityId, 'operator');
  const tasks = `/api/communities/${communityId}/tasks`;
  const todo = await app.request('POST', tasks, {
    as: founder,
    body: { title: '回复小美', assigneeId: operator.userId },
  });
  assert.equal(todo.body.assigneeId, operator.userId);
  const left = await app.request('POST', `/api/communities/${communityId}/team/leave`, { as: operator, body: {} });
  assert.equal(left.status, 204, left.text);
  assert.equal((await app.request('GET', tasks, { as: operator })).status, 404);
  assert.equal((await app.request('GET', `${tasks}/${todo.body.id}`, { as: founder })).body.assigneeId, null);
});

test('becoming a viewer gives open tasks back, too', async () => {
  const communityId = await found();
  const operator = await join(communityId, 'operator');
  const body = { title: '发公告', assigneeId: operator.userId };
  const todo = await app.request('POST', `/api/communities/${communityId}/tasks`, { as: founder, body });
  await change(founder, [communityId, operator.userId], { role: 'viewer' });
  const path = `/api/communities/${communityId}/tasks/${todo.body.id}`;
  assert.equal((await app.request('GET', path, { as: operator })).body.assigneeId, null);
  assert.equal((await app.request('POST', `${path}/done`, { as: operator, body: {} })).status, 403);
});
