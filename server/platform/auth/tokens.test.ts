import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { inTransaction } from '../context.ts';
import { can, canInstall } from '../http/access.ts';
import { defineRoute } from '../http/route.ts';
import { newId } from '../ids.ts';
import { defineModule } from '../module.ts';
import { platformModule } from '../module-definition.ts';
import { testApp } from '../testing.ts';
import type { Actor } from './actor.ts';
import { removeGrant, setGrant } from './grants.ts';
import { authModule } from './module.ts';
import type { TeamRole } from './permissions.ts';
import { createTokenForUser } from './tokens.ts';
import { createUser } from './users.ts';

/** A small module with something to protect. */
const stalls = defineModule({
  name: 'stalls',
  permissions: {
    'stalls.read': ['owner', 'admin', 'viewer'],
    'stalls.manage': ['owner', 'admin'],
    'stalls.install': ['installer'],
  },
  routes: [
    defineRoute({
      name: 'stalls.list_stalls',
      method: 'get',
      path: '/api/communities/{communityId}/stalls',
      summary: 'Stalls',
      access: can('stalls.read'),
      params: z.object({ communityId: z.uuid() }),
      handle: async () => {},
    }),
    defineRoute({
      name: 'stalls.create_stall',
      method: 'post',
      path: '/api/communities/{communityId}/stalls',
      summary: 'A stall',
      access: can('stalls.manage'),
      params: z.object({ communityId: z.uuid() }),
      body: z.strictObject({}),
      handle: async () => {},
    }),
    defineRoute({
      name: 'stalls.install',
      method: 'post',
      path: '/api/stalls',
      summary: 'Install',
      access: canInstall('stalls.install'),
      body: z.strictObject({}),
      handle: async () => {},
    }),
  ],
});

const app = await testApp({ modules: [platformModule, authModule, stalls] });
const home = newId();
const elsewhere = newId();
let made = 0;

async function makeOperator(
  role: TeamRole | 'installer',
  communityId: string | null,
): Promise<Actor & { kind: 'operator' }> {
  const email = `user${++made}@fair.test`;
  return inTransaction(app.ctx, async (ctx) => {
    const user = await createUser(ctx, { email, name: `Lin ${made}` });
    await setGrant(ctx, { userId: user.id, communityId, role });
    return { kind: 'operator', userId: user.id, name: user.name };
  });
}

function makeToken(
  as: Actor,
  wish: { scopes: string[]; expiresAt?: string | null; name?: string },
  communityId = home,
) {
  return app.request('POST', `/api/communities/${communityId}/tokens`, { as, body: { name: 'Backup', ...wish } });
}

async function ask(secret: string, method: string, path: string): Promise<[number, string | undefined]> {
  const headers = { authorization: `Bearer ${secret}` };
  const answer = await app.request(method, path, { headers, ...(method === 'GET' ? {} : { body: {} }) });
  return [answer.status, answer.body?.code];
}

const read = `/api/communities/${home}/stalls`;

test('a token does what its scopes name, and no more', async () => {
  const owner = await makeOperator('owner', home);
  const token = await makeToken(owner, { scopes: ['stalls.read'] });
  assert.equal(token.status, 201, token.text);
  assert.match(token.body.secret, /^mh_[\w-]{32}$/);
  assert.equal(token.body.start, token.body.secret.slice(0, 8));
  const { secret } = token.body;
  assert.deepEqual(await ask(secret, 'GET', read), [204, undefined]);
  assert.deepEqual(await ask(secret, 'POST', read), [403, 'platform.not_allowed']);
  assert.deepEqual(await ask(secret, 'GET', `/api/communities/${elsewhere}/stalls`), [404, 'platform.not_found']);
  assert.deepEqual(await ask(secret, 'POST', '/api/stalls'), [403, 'platform.not_allowed']);
});

test('a token never makes tokens, and never touches accounts', async () => {
  const owner = await makeOperator('owner', home);
  const { body } = await makeToken(owner, { scopes: ['stalls.read', 'stalls.manage', 'audit.read'] });
  for (const [method, path] of [
    ['POST', `/api/communities/${home}/tokens`],
    ['GET', `/api/communities/${home}/tokens`],
    ['DELETE', `/api/communities/${home}/tokens/${body.id}`],
    ['POST', '/api/me/password'],
    ['POST', '/api/me/two-factor'],
    ['PATCH', '/api/me'],
    ['GET', '/api/me/sessions'],
  ] as const) {
    assert.deepEqual(await ask(body.secret, method, path), [403, 'platform.not_allowed'], `${method} ${path}`);
  }
  const refused = await makeToken(owner, { scopes: ['stalls.read', 'tokens.manage'] });
  assert.equal(refused.status, 422);
  assert.deepEqual(refused.body.data, { scopes: ['tokens.manage'] });
});

test('a maker gives away only what they have', async () => {
  const admin = await makeOperator('admin', home);
  for (const scope of ['stalls.install', 'no.such_thing']) {
    assert.equal((await makeToken(admin, { scopes: [scope] })).body.code, 'auth.scopes_not_possible', scope);
  }
  const scopes = await app.request('GET', `/api/communities/${home}/tokens/scopes`, { as: admin });
  assert.deepEqual(scopes.body.items, ['audit.read', 'stalls.read', 'stalls.manage']);
  const viewer = await makeOperator('viewer', home);
  assert.equal((await makeToken(viewer, { scopes: ['stalls.read'] })).status, 403);
  assert.equal((await makeToken(admin, { scopes: ['stalls.read'] }, elsewhere)).status, 404);
});

test('a token loses what its maker loses', async () => {
  const admin = await makeOperator('admin', home);
  const { secret } = (await makeToken(admin, { scopes: ['stalls.read', 'stalls.manage'] })).body;
  await inTransaction(app.ctx, (ctx) => setGrant(ctx, { userId: admin.userId, communityId: home, role: 'viewer' }));
  assert.deepEqual(await ask(secret, 'GET', read), [204, undefined]);
  assert.deepEqual(await ask(secret, 'POST', read), [403, 'platform.not_allowed']);
  await inTransaction(app.ctx, (ctx) => removeGrant(ctx, { userId: admin.userId, communityId: home }));
  assert.deepEqual(await ask(secret, 'GET', read), [404, 'platform.not_found']);
});

test('a token ends at its expiry', async () => {
  const owner = await makeOperator('owner', home);
  const at = app.clock.now();
  const past = await makeToken(owner, { scopes: ['stalls.read'], expiresAt: at.toISOString() });
  assert.equal(past.body.code, 'auth.expiry_past');
  const expiresAt = new Date(at.getTime() + 60_000).toISOString();
  const { secret } = (await makeToken(owner, { scopes: ['stalls.read'], expiresAt })).body;
  assert.deepEqual(await ask(secret, 'GET', read), [204, undefined]);
  app.clock.advance(60_000);
  assert.deepEqual(await ask(secret, 'GET', read), [401, 'auth.token_expired']);
  app.clock.set(at);
});

test('a revoked token is refused at once, and gone from the list', async () => {
  const owner = await makeOperator('owner', home);
  const { id, secret } = (await makeToken(owner, { scopes: ['stalls.read'], name: '备份脚本' })).body;
  const path = `/api/communities/${home}/tokens/${id}`;
  const foreign = await makeOperator('owner', elsewhere);
  assert.equal((await app.request('DELETE', path.replace(home, elsewhere), { as: foreign })).status, 404);
  assert.deepEqual(await ask(secret, 'GET', read), [204, undefined]);
  assert.equal((await app.request('DELETE', path, { as: owner })).status, 204);
  assert.deepEqual(await ask(secret, 'GET', read), [401, 'auth.token_revoked']);
  assert.equal((await app.request('DELETE', path, { as: owner })).status, 404);
  const list = await app.request('GET', `/api/communities/${home}/tokens?limit=200`, { as: owner });
  assert.equal(
    list.body.items.some((item: { id: string }) => item.id === id),
    false,
  );
});

test('the list pages, names the maker, and shows the last use to the minute', async () => {
  const community = newId();
  const owner = await makeOperator('owner', community);
  const names = ['one', 'two', 'three'];
  const secrets: string[] = [];
  for (const name of names) {
    app.clock.advance(5);
    secrets.push((await makeToken(owner, { scopes: ['stalls.read'], name }, community)).body.secret);
  }
  await ask(secrets[0]!, 'GET', `/api/communities/${community}/stalls`);
  const base = `/api/communities/${community}/tokens?limit=2`;
  const first = await app.request('GET', base, { as: owner });
  const second = await app.request('GET', `${base}&cursor=${first.body.nextCursor}`, { as: owner });
  const items = [...first.body.items, ...second.body.items];
  assert.deepEqual(
    items.map((item) => item.name),
    ['three', 'two', 'one'],
  );
  assert.equal(second.body.nextCursor, null);
  assert.deepEqual(items[0].createdBy, { id: owner.userId, name: owner.name });
  assert.equal(items[2].lastUsedAt, app.clock.now().toISOString());
  assert.equal(items[0].lastUsedAt, null);
  assert.equal(JSON.stringify(items).includes(secrets[0]!), false);
  const bad = Buffer.from('["no id"]').toString('base64url');
  assert.equal((await app.request('GET', `${base}&cursor=${bad}`, { as: owner })).body.code, 'platform.bad_cursor');
});

test('a wrong token is refused, not taken for an anonymous caller', async () => {
  assert.deepEqual(await ask('mh_nonsense', 'GET', '/api/setup'), [401, 'auth.token_wrong']);
});

test('the command line makes a token that reaches all communities of its user', async () => {
  const owner = await makeOperator('owner', home);
  app.clock.advance(1);
  await inTransaction(app.ctx, async (ctx) => {
    await setGrant(ctx, { userId: owner.userId, communityId: elsewhere, role: 'viewer' });
    await setGrant(ctx, { userId: owner.userId, communityId: null, role: 'installer' });
  });
  const { secret } = await inTransaction(app.ctx, (ctx) =>
    createTokenForUser(ctx, {
      userId: owner.userId,
      communityId: null,
      name: 'cli',
      scopes: ['stalls.read', 'stalls.manage', 'stalls.install'],
      expiresAt: null,
    }),
  );
  assert.deepEqual(await ask(secret, 'POST', read), [204, undefined]);
  assert.deepEqual(await ask(secret, 'POST', `/api/communities/${elsewhere}/stalls`), [403, 'platform.not_allowed']);
  assert.deepEqual(await ask(secret, 'POST', '/api/stalls'), [204, undefined]);
  const me = await app.request('GET', '/api/me', { headers: { authorization: `Bearer ${secret}` } });
  assert.equal(me.body.via, 'token');
  assert.deepEqual(me.body.installationPermissions, ['stalls.install']);
  assert.deepEqual(
    me.body.communities.map((line: { role: string; permissions: string[] }) => [line.role, line.permissions]),
    [
      ['owner', ['stalls.read', 'stalls.manage']],
      ['viewer', ['stalls.read']],
    ],
  );
});

test('the secret is kept only as a hash: not in any table, not in the logs', async () => {
  const owner = await makeOperator('owner', home);
  const headers = { 'idempotency-key': 'make-a-token-once' };
  const body = { name: 'Backup', scopes: ['stalls.read'] };
  const { secret } = (await app.request('POST', `/api/communities/${home}/tokens`, { as: owner, body, headers })).body;
  await ask(secret, 'GET', read);
  const { rows } = await app.services.database.pool.query(
    `select to_jsonb(t) as kept from platform_tokens t union all select to_jsonb(i) from platform_idempotency i
     union all select to_jsonb(a) from platform_audit a`,
  );
  assert.ok(rows.length > 0);
  assert.equal((JSON.stringify(rows) + app.logged.join('\n')).includes(secret), false);
});
