/** Several roles for one operator: what they add up to, what is said of them, what an invitation brings, what was kept from before. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCommunity } from '../communities/index.ts';
import { teamRoles, tidyRoles, type TeamRole } from '../platform/auth/permissions.ts';
import { inTransaction } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { testApp } from '../platform/testing.ts';

const app = await testApp();

async function found() {
  const { id: communityId } = await inTransaction(app.ctx, (ctx) =>
    createCommunity(ctx, { name: '灶边', kind: 'interest', founderId: newId() }),
  );
  const owner = await app.operator('owner', communityId);
  const call = async (method: string, path: string, body?: unknown, as = owner) =>
    app.request(method, `/api/communities/${communityId}${path}`, { as, ...(body === undefined ? {} : { body }) });
  return { communityId, owner, call };
}

test('what covers the others stands alone, and looking on is no role beside another', () => {
  assert.deepEqual(tidyRoles(['viewer', 'steward', 'planner']), ['planner', 'steward']);
  assert.deepEqual(tidyRoles(['steward', 'operator', 'moderator']), ['operator']);
  assert.deepEqual(tidyRoles(['business', 'operator', 'editor']), ['operator', 'business']);
  assert.deepEqual(tidyRoles(['viewer']), ['viewer']);
  assert.deepEqual(tidyRoles(['moderator', 'owner']), ['owner']);
});

test('two roles may what both may; taking one away takes what only it allowed, and the audit log tells both', async () => {
  const { communityId, owner, call } = await found();
  const mei = await app.operator('editor', communityId);
  const put = async (roles: TeamRole[]) => {
    app.clock.advance(1000);
    const changed = await call('PATCH', `/team/${mei.userId}`, { roles });
    assert.equal(changed.status, 200, changed.text);
    return changed.body.roles;
  };
  const mayTag = async () => (await call('POST', '/tags', { name: newId().slice(-12) }, mei)).status < 300;
  assert.equal(await mayTag(), false);
  assert.deepEqual(await put(['business', 'editor']), ['editor', 'business']);
  assert.equal(await mayTag(), true);
  const [line] = (
    await app.request('GET', `/api/communities/${communityId}/audit?action=auth.grant_role&limit=1`, { as: owner })
  ).body.items;
  assert.match(line.sentence, /内容、商务/);
  assert.deepEqual(await put(['editor']), ['editor']);
  assert.equal(await mayTag(), false);
  const none = await call('PATCH', `/team/${mei.userId}`, { roles: [] });
  assert.equal(none.status, 400);
});

test('who can do no tasks any more gives theirs back, whatever the other roles were', async () => {
  const { communityId, call } = await found();
  const mei = await app.operator('steward', communityId);
  const task = await call('POST', '/tasks', { title: '给新人打个招呼', assigneeId: mei.userId });
  assert.equal(task.status, 201, task.text);
  await call('PATCH', `/team/${mei.userId}`, { roles: ['trainer'] });
  assert.equal((await call('GET', `/tasks/${task.body.id}`)).body.assigneeId, mei.userId);
  await call('PATCH', `/team/${mei.userId}`, { roles: ['viewer'] });
  assert.equal((await call('GET', `/tasks/${task.body.id}`)).body.assigneeId, null);
});

test('an invitation brings its roles to those one has, and takes none', async () => {
  const { communityId, call } = await found();
  const mei = await app.operator('moderator', communityId);
  const invited = await call('POST', '/team/invitations', { roles: ['planner', 'steward'] });
  assert.equal(invited.status, 201, invited.text);
  const face = await app.request('GET', `/api/invitations/${invited.body.code}`);
  assert.deepEqual(face.body.roles, ['planner', 'steward']);
  const accepted = await app.request('POST', `/api/invitations/${invited.body.code}/accept`, { as: mei, body: {} });
  assert.equal(accepted.status, 200, accepted.text);
  const member = (await call('GET', '/team')).body.items.find((one: { userId: string }) => one.userId === mei.userId);
  assert.deepEqual(member.roles, ['planner', 'steward', 'moderator']);
  const nobody = await call('POST', '/team/invitations', { note: '没有身份' });
  assert.equal(nobody.body.code, 'team.role_missing');
});

test('the table of who may do what is the one that is enforced, in words', async () => {
  const { call } = await found();
  const table = (await call('GET', '/team-roles')).body;
  assert.deepEqual(table.roles, teamRoles);
  const { permissions } = app.services;
  const ofTeams = permissions.all.filter((permission) => permissions.allows(teamRoles, permission));
  assert.equal(table.permissions.length, ofTeams.length);
  for (const line of table.permissions) {
    assert.deepEqual(
      line.roles,
      teamRoles.filter((role) => permissions.allows([role], line.permission)),
    );
  }
  const wordless = table.permissions.filter((line: { permission: string; words: string; area: string }) =>
    [line.permission, line.permission.split('.')[0]].some((code) => code === line.words || code === line.area),
  );
  assert.deepEqual(
    wordless,
    [],
    'each permission has words in locales/*/team.json: permissions.<module>.<verb> and .area',
  );
  const answer = table.permissions.find((line: { permission: string }) => line.permission === 'desk.answer');
  assert.deepEqual([answer.area, answer.words], ['答疑', '回答成员的提问']);
});
