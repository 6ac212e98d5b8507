import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setGrant } from '../auth/grants.ts';
import { authModule } from '../auth/module.ts';
import { createUser } from '../auth/users.ts';
import { actAs, inTransaction } from '../context.ts';
import { newId } from '../ids.ts';
import { platformModule } from '../module-definition.ts';
import { testApp, type TestRequest } from '../testing.ts';
import { recordAudit } from './audit.ts';

const app = await testApp({ modules: [platformModule, authModule] });
const home = newId();
const elsewhere = newId();

const people = await inTransaction(app.ctx, async (ctx) => {
  const lin = await createUser(ctx, { email: 'lin@fair.test', name: '阿林' });
  const mei = await createUser(ctx, { email: 'mei@fair.test', name: '小梅' });
  return { lin, mei };
});
const lin = { kind: 'operator', userId: people.lin.id, name: '阿林' } as const;
const asLin = actAs(app.ctx, lin);

async function record(action: string, more: Partial<Parameters<typeof recordAudit>[1]> = {}): Promise<void> {
  app.clock.advance(1000);
  await inTransaction(asLin, (ctx) => recordAudit(ctx, { communityId: home, action, ...more }));
}

await inTransaction(app.ctx, (ctx) => setGrant(ctx, { userId: lin.userId, communityId: home, role: 'owner' }));
app.clock.advance(1000);
await inTransaction(asLin, (ctx) => setGrant(ctx, { userId: people.mei.id, communityId: home, role: 'operator' }));

interface Line {
  action: string;
  sentence: string;
  actor: { name: string | null; kind: string };
}

async function list(
  query = '',
  request: Partial<TestRequest> = {},
): Promise<{ items: Line[]; nextCursor: string | null }> {
  const answer = await app.request('GET', `/api/communities/${home}/audit${query}`, { as: lin, ...request });
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
}

test('a line is a sentence with names and roles in the language of the reader', async () => {
  const language = async (code: string) =>
    (await list('?limit=1&action=auth.grant_role', { headers: { 'accept-language': code } })).items[0]!;
  assert.equal((await language('zh-CN')).sentence, '阿林 把「小梅」设为运营');
  assert.equal((await language('zh-TW')).sentence, '阿林 把「小梅」設為營運');
  assert.equal((await language('en')).sentence, '阿林 made “小梅” operator');
});

test('a renamed operator is found under the new name; the system has a name, too', async () => {
  const { items } = await list('?action=auth.grant_role');
  assert.equal(items.at(-1)!.sentence, '系统 把「阿林」设为主理人');
  await app.services.database.pool.query(`update platform_users set name = '林老师' where id = $1`, [lin.userId]);
  assert.equal((await list('?limit=1&action=auth.grant_role')).items[0]!.actor.name, '林老师');
  await app.services.database.pool.query(`update platform_users set name = '阿林' where id = $1`, [lin.userId]);
});

test('an action without a text of its own is still told', async () => {
  await record('stalls.move_stall');
  const [line] = (await list('?limit=1')).items;
  assert.equal(line!.sentence, '阿林 做了一次操作（stalls.move_stall）');
});

test('changing a role to what it is leaves no line; a change tells what was before', async () => {
  const count = async () => (await list('?limit=200')).items.length;
  const before = await count();
  await inTransaction(asLin, (ctx) => setGrant(ctx, { userId: people.mei.id, communityId: home, role: 'operator' }));
  assert.equal(await count(), before);
  app.clock.advance(1000);
  await inTransaction(asLin, (ctx) => setGrant(ctx, { userId: people.mei.id, communityId: home, role: 'admin' }));
  const [line] = (await list('?limit=1')).items as (Line & { detail: object })[];
  assert.deepEqual(line!.detail, { role: 'admin', before: 'operator' });
});

test('filters: actor, beginning of the action, target, time', async () => {
  const start = new Date(app.clock.now().getTime() + 1).toISOString();
  await record('stalls.open_stall', { target: { kind: 'stall', id: 'one' } });
  await record('stalls.close_stall', { target: { kind: 'stall', id: 'two' } });
  const end = new Date(app.clock.now().getTime() + 1).toISOString();
  await record('stalls_other.thing');
  const actions = async (query: string) => (await list(query)).items.map((item) => item.action);
  assert.deepEqual(await actions(`?from=${start}&to=${end}`), ['stalls.close_stall', 'stalls.open_stall']);
  assert.deepEqual(await actions(`?from=${start}&action=stalls.`), ['stalls.close_stall', 'stalls.open_stall']);
  assert.deepEqual(await actions('?targetKind=stall&targetId=one'), ['stalls.open_stall']);
  assert.deepEqual(await actions(`?actorId=${people.mei.id}`), []);
  assert.deepEqual(await actions('?action=%25'), []);
});

test('pages meet without gap or repetition', async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: Line[]; nextCursor: string | null } = await list(
      `?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
    );
    seen.push(...page.items.map((item) => (item as Line & { id: string }).id));
    cursor = page.nextCursor;
  } while (cursor);
  const all = (await list('?limit=200')).items.map((item) => (item as Line & { id: string }).id);
  assert.deepEqual(seen, all);
  assert.deepEqual(all, all.toSorted().toReversed());
});

test('who may read: owner and admin here, nobody from elsewhere', async () => {
  const path = `/api/communities/${home}/audit`;
  const status = async (as?: TestRequest['as']) => (await app.request('GET', path, as ? { as } : {})).status;
  assert.equal(await status(), 401);
  assert.equal(await status(await app.operator('admin', home)), 200);
  assert.equal(await status(await app.operator('operator', home)), 403);
  assert.equal(await status(await app.operator('owner', elsewhere)), 404);
  assert.equal(await status(await app.operator('installer', null)), 404);
});

test('what concerns no community is for the installer', async () => {
  const answer = await app.request('GET', '/api/audit?action=auth.create_user', {
    as: await app.operator('installer', null),
  });
  assert.equal(answer.status, 200);
  assert.deepEqual(
    answer.body.items
      .map((item: Line) => item.sentence)
      .filter((sentence: string) => /小梅|阿林/.test(sentence))
      .sort(),
    ['系统 新建了账号「小梅」', '系统 新建了账号「阿林」'].sort(),
  );
  assert.equal((await app.request('GET', '/api/audit', { as: lin })).status, 403);
});
