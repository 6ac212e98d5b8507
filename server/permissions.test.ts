/**
 * The one table of who may call what, its rows by subject in permissions/. The walk asks the running app for its routes, so a route that is missing here fails,
 * and calls each of them as everybody. Strangers must not even learn that a community exists.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Actor } from './platform/auth/actor.ts';
import { teamRoles } from './platform/auth/permissions.ts';
import { AppError } from './platform/errors.ts';
import type { Route } from './platform/http/route.ts';
import { testApp } from './platform/testing.ts';
import { audiences, visitors, type Rows, type Visitor } from './permissions/audiences.ts';
import { peopleRows } from './permissions/people.ts';
import { placeRows } from './permissions/place.ts';
import { rulesRows } from './permissions/rules.ts';
import { talkRows } from './permissions/talk.ts';

const table: Rows = { ...placeRows, ...peopleRows, ...talkRows, ...rulesRows };

const app = await testApp();
const { actors, params } = await prepare();

/** A community with a member and a team, another one with a stranger and its owner. */
async function prepare(): Promise<{ actors: Record<Visitor, Actor>; params: Record<string, string> }> {
  const installer = await app.operator('installer', null);
  const here = await found(installer, '灶边');
  const elsewhere = await found(installer, '别处');
  const role = async (name: (typeof teamRoles)[number], communityId: string) => app.operator(name, communityId);
  const owner = await role('owner', here.communityId);
  const everybody: Record<Visitor, Actor> = {
    anonymous: { kind: 'anonymous' },
    stranger: await join(elsewhere.code),
    member: await join(here.code),
    outsider: await role('owner', elsewhere.communityId),
    ...(Object.fromEntries(
      await Promise.all(teamRoles.map(async (name) => [name, await role(name, here.communityId)] as const)),
    ) as Record<(typeof teamRoles)[number], Actor>),
    owner,
    installer: await app.operator('installer', null),
    token: {
      kind: 'token',
      tokenId: randomUUID(),
      userId: owner.userId,
      name: 'walk',
      communityId: here.communityId,
      scopes: app.services.permissions.all,
    },
  };
  const { communityId, groupId } = here;
  return {
    actors: everybody,
    params: { communityId, groupId, key: 'like', playbookId: 'study-checkin', userId: owner.userId },
  };
}

async function found(as: Actor, name: string): Promise<{ communityId: string; groupId: string; code: string }> {
  const community = await app.request('POST', '/api/communities', { as, body: { name, kind: 'interest' } });
  const base = `/api/communities/${community.body.id}/groups`;
  const body = { name: `${name} 1 群`, carrier: 'web', tier: 'ordinary', capacity: 50 };
  const group = await app.request('POST', base, { as, body });
  const link = await app.request('POST', `${base}/${group.body.id}/links`, { as, body: { channel: '传单' } });
  return { communityId: community.body.id, groupId: group.body.id, code: link.body.code };
}

async function join(code: string): Promise<Actor> {
  const door = await app.request('GET', `/api/join/${code}`);
  const { version } = door.body.steps.find((step: { key: string }) => step.key === 'privacy');
  const joined = await app.request('POST', `/api/join/${code}`, {
    body: { answers: { name: '柿柿', privacy: { version } } },
  });
  assert.equal(joined.body.state, 'joined');
  const cookie = joined.headers.getSetCookie()[0]!.split(';')[0]!;
  const { actor } = await app.http.api.readActor(new Headers({ cookie }));
  assert.equal(actor.kind, 'device');
  return actor;
}

function fillPath(route: Route, values: Record<string, string>): { path: string; params: Record<string, string> } {
  const filled: Record<string, string> = {};
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => (filled[name] = values[name] ?? randomUUID()));
  return { path, params: filled };
}

async function isAdmitted(route: Route, visitor: Visitor): Promise<boolean> {
  try {
    await route.access.check(app.context({ actor: actors[visitor] }), fillPath(route, params).params);
    return true;
  } catch (error) {
    assert.ok(error instanceof AppError, `${route.name} as ${visitor}: ${String(error)}`);
    assert.ok([401, 403, 404].includes(error.spec.status), `${route.name} as ${visitor}: ${error.code}`);
    return false;
  }
}

test('the table names every route of the running app, and no other', () => {
  assert.deepEqual(app.http.routes.map((route) => route.name).sort(), Object.keys(table).sort());
});

for (const route of app.http.routes) {
  const audience: readonly Visitor[] = audiences[table[route.name] ?? 'reader of the file'];

  test(`${route.name} is for: ${table[route.name] ?? 'nobody'}`, async () => {
    for (const visitor of visitors) {
      const admitted = await isAdmitted(route, visitor);
      assert.equal(admitted, audience.includes(visitor), `${visitor}: ${admitted ? 'admitted' : 'refused'}`);
      // The ones who may not are also sent through the whole app; those who may would change what the walk stands on.
      if (admitted) continue;
      const { path } = fillPath(route, params);
      const answer = await app.request(route.method.toUpperCase(), path, { as: actors[visitor], body: undefined });
      assert.ok([401, 403, 404].includes(answer.status), `${visitor}: ${answer.status} ${answer.text}`);
      assert.ok(!answer.text.includes('灶边'), 'a refusal names nothing of the community');
    }
  });
}

test('for strangers a foreign community or group looks like one that does not exist', async () => {
  const strip = (answer: { status: number; body: Record<string, unknown> }) => ({
    ...answer.body,
    requestId: '',
    status: answer.status,
  });
  const hidden = app.http.routes.filter((route) => /\{(communityId|groupId)\}/.test(route.path));
  assert.ok(hidden.length > 80);
  for (const route of hidden) {
    for (const visitor of ['stranger', 'outsider', 'installer'] as const) {
      const ask = async (values: Record<string, string>) =>
        strip(await app.request(route.method.toUpperCase(), fillPath(route, values).path, { as: actors[visitor] }));
      const nested = Object.fromEntries(
        Object.entries(fillPath(route, params).params).filter(([name]) => !(name in params)),
      );
      const foreign = await ask({ ...params, ...nested });
      const unknown = await ask({ ...params, ...nested, communityId: randomUUID(), groupId: randomUUID() });
      assert.deepEqual(foreign, unknown, `${route.name} as ${visitor}`);
    }
  }
});

test('a token can do no more than its scopes, its community and its maker', async () => {
  const token = actors.token as Actor & { kind: 'token' };
  const path = `/api/communities/${params.communityId}/groups`;
  const status = async (as: Actor) => (await app.request('GET', path, { as })).status;
  assert.equal(await status(token), 200);
  assert.equal(await status({ ...token, scopes: ['communities.read'] }), 403);
  assert.equal(await status({ ...token, communityId: randomUUID() }), 404);
  assert.equal(await status({ ...token, userId: (actors.outsider as { userId: string }).userId }), 404);
});

test('a role that stands for several may all that they may, and nobody may less than who only looks on', () => {
  const { permissions } = app.services;
  // What `business` was given in confidence: `operator` has it only together with that role.
  const confided = ['guests.private'];
  for (const permission of confided) {
    assert.deepEqual(
      teamRoles.filter((role) => permissions.allows([role], permission)),
      ['owner', 'admin', 'business'],
    );
  }
  for (const permission of permissions.all) {
    const may = (role: string) => permissions.allows([role], permission);
    if (may('installer')) continue;
    assert.ok(may('owner'), `${permission}: the owner may everything`);
    for (const role of teamRoles.slice(3)) {
      if (role === 'business' && confided.includes(permission)) continue;
      assert.ok(!may(role) || (may('operator') && may('admin')), `${permission}: ${role} may, operator and admin not`);
      assert.ok(!may('viewer') || may(role), `${permission}: viewers may, ${role} not`);
    }
    assert.ok(!may('operator') || may('admin'), `${permission}: operator may, admin not`);
  }
  const nobodys = [
    'team.manage',
    'tokens.manage',
    'audit.read',
    'ledger.read',
    'profiles.export',
    'communities.manage',
  ];
  for (const role of teamRoles.slice(3))
    for (const permission of nobodys) assert.ok(!permissions.allows([role], permission), `${role} may ${permission}`);
});
