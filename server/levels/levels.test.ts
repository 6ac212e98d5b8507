/** Levels through the door, with a clock that is moved: placing, dry runs, ways up and down, locks, payments, what members see, being forgotten. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAccount, transfer } from '../ledger/index.ts';
import { erasePerson } from '../people/index.ts';
import { comeIn, openApp, openPlace, type Phone, type Place } from '../people/testing.ts';
import { inTransaction } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { touchPeople } from '../profiles/index.ts';
import { catchUp } from '../profiles/refresh.ts';
import { hasPrivilege } from './index.ts';
import { evaluateTouched, runPass } from './pass.ts';
import { startPass } from './store/ladder.ts';
import { tellLevels } from './tell.ts';

const app = await openApp();
/** Monday morning in Shanghai. */
const start = '2026-03-02T02:00:00Z';
const day = 86_400_000;

const points = (number: number) => ({
  join: 'all',
  items: [{ fact: 'ledger.points', op: 'at_least', number, not: false }],
});
const level = (name: string, entry: object | null, more: object = {}) => ({
  number: null as number | null,
  name,
  entry,
  staying: null as object | null,
  price: null as object | null,
  privileges: [] as object[],
  ...more,
});
const discount = { kind: 'discount', name: '买书', percent: 10 };
const ladder = (more: object = {}) => ({
  name: '成长',
  main: true,
  policy: { keepDays: 3, graceDays: 7, stepDays: 0 },
  levels: [
    level('新朋友', null),
    level('熟面孔', points(10), { staying: points(5) }),
    level('老朋友', points(100), { staying: points(90), privileges: [discount] }),
  ],
  ...more,
});

interface Scene extends Place {
  ok: (method: string, path: string, body?: unknown) => Promise<any>;
  call: (method: string, path: string, body?: unknown) => ReturnType<typeof app.request>;
}

async function openScene(): Promise<Scene> {
  app.clock.set(start);
  const place = await openPlace(app);
  const owner = await app.operator('owner', place.communityId);
  const base = `/api/communities/${place.communityId}`;
  const call = (method: string, path: string, body?: unknown) =>
    app.request(method, base + path, { as: owner, ...(body === undefined ? {} : { body }) });
  const ok = async (method: string, path: string, body?: unknown) => {
    const answer = await call(method, path, body);
    assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  return { ...place, call, ok };
}

async function arrive(scene: Scene, name: string, amount = 0): Promise<Phone & { personId: string }> {
  const phone = await comeIn(app, scene, name);
  await app.settle();
  if (amount !== 0) await give(scene, phone, amount);
  const { rows } = await app.services.database.pool.query('select person_id from people_identities where id = $1', [
    phone.identityId,
  ]);
  return { ...phone, personId: rows[0].person_id };
}

async function give({ communityId }: Scene, { identityId }: Phone, amount: number): Promise<void> {
  const open = (kind: 'issuer' | 'identity', id: string) =>
    openAccount(app.ctx, { communityId, owner: { kind, id }, unit: 'points' });
  const [from, to] = [await open('issuer', communityId), await open('identity', identityId)];
  const legs = [
    { account: from.id, amount: -amount },
    { account: to.id, amount },
  ];
  await transfer(app.ctx, { communityId, key: newId(), kind: 'probe.given', legs });
  await touchPeople(app.ctx, communityId, [identityId]);
}

/** What the jobs do every minute. */
async function look({ communityId }: Scene): Promise<void> {
  while (await catchUp(app.ctx, communityId));
  while (await evaluateTouched(app.ctx, communityId));
}

async function placeAll(
  scene: Scene,
  wish: object = ladder(),
): Promise<{ id: string; revision: number; levels: any[] }> {
  while (await catchUp(app.ctx, scene.communityId));
  const made = await scene.ok('POST', '/ladders', wish);
  await runPass(app.ctx, { communityId: scene.communityId, id: made.id });
  return made;
}

async function standing(scene: Scene, who: { personId: string }) {
  const { items } = await scene.ok('GET', `/people/${who.personId}/levels`);
  const [one] = items;
  return { ...one, name: one.levels.find(({ number }: { number: number }) => number === one.level).name };
}

const own = async (scene: Scene, who: Phone) =>
  (await app.request('GET', `/api/member/communities/${scene.communityId}/levels`, { as: who.actor })).body.items[0];

test('a ladder places everybody, a change is tried before it is made, and members see the way up', async () => {
  const scene = await openScene();
  const [low, mid, high] = [
    await arrive(scene, '小一'),
    await arrive(scene, '小二', 20),
    await arrive(scene, '小三', 150),
  ];
  const made = await placeAll(scene);
  assert.deepEqual(
    [(await standing(scene, low!)).name, (await standing(scene, mid!)).name, (await standing(scene, high!)).name],
    ['新朋友', '熟面孔', '老朋友'],
  );
  const rules = ladder({
    levels: made.levels.map(({ number, name }: { number: number; name: string }, at: number) =>
      level(name, [null, points(0), points(200)][at]!, { number, staying: [null, points(0), points(180)][at]! }),
    ),
  });
  const tried = await scene.ok('POST', '/ladders/dry-run', { ladderId: made.id, draft: rules });
  assert.deepEqual([tried.people, tried.up.count, tried.down.count], [3, 1, 1]);
  assert.deepEqual([tried.up.items[0].name, tried.up.items[0].to, tried.up.items[0].on], ['小一', '熟面孔', null]);
  assert.deepEqual(
    [tried.down.items[0].name, tried.down.items[0].to, tried.down.items[0].on],
    ['小三', '熟面孔', '2026-03-09'],
  );
  assert.match(tried.down.items[0].why, /180/);
  assert.equal((await standing(scene, low!)).name, '新朋友', 'nothing was written');
  const body = { revision: made.revision, tells: true, draft: rules };
  await scene.ok('PUT', `/ladders/${made.id}`, body);
  assert.equal((await scene.call('PUT', `/ladders/${made.id}`, body)).body.code, 'levels.changed_meanwhile');
  await runPass(app.ctx, { communityId: scene.communityId, id: made.id });
  assert.equal((await standing(scene, low!)).name, '熟面孔');
  const seen = await own(scene, low!);
  assert.deepEqual([seen.next.name, seen.next.missing[0].have, seen.next.missing[0].need], ['老朋友', 0, 200]);
  await tellLevels.run(app.ctx, {});
  const { changes } = await scene.ok('GET', `/people/${low!.personId}/levels`);
  assert.deepEqual([changes[0].to, changes[0].cause, changes[0].told], ['熟面孔', 'ladder', true]);
  const found = await scene.ok('POST', '/segments/preview', {
    definition: { join: 'all', items: [{ fact: 'levels.level', op: 'one_of', options: ['2'], not: false }] },
  });
  assert.equal(found.count, 2, 'segments ask for it');
});

test('down after the days of grace only, kindly, with the way back; a night goes on after a break', async () => {
  const scene = await openScene();
  const who = await arrive(scene, '阿慢', 150);
  const { id } = await placeAll(scene);
  app.clock.advance(5 * day);
  await give(scene, who, -80);
  await look(scene);
  const fallen = await standing(scene, who);
  assert.deepEqual([fallen.name, fallen.belowSince, fallen.dueOn], ['老朋友', '2026-03-07', '2026-03-14']);
  assert.deepEqual((await own(scene, who)).slips, { on: '2026-03-14' });
  app.clock.advance(7 * day);
  await look(scene);
  assert.equal((await standing(scene, who)).name, '熟面孔');
  app.clock.advance(1000);
  await give(scene, who, 60);
  await look(scene);
  const { changes } = await scene.ok('GET', `/people/${who.personId}/levels`);
  assert.deepEqual(
    changes.map(({ to }: { to: string }) => to),
    ['老朋友', '熟面孔', '老朋友'],
  );
  await tellLevels.run(app.ctx, {});
  assert.ok(
    !(await scene.ok('GET', `/people/${who.personId}/levels`)).changes[0].told,
    'down and up again is not told',
  );
  await startPass(app.ctx, scene.communityId, id);
  assert.ok(await runPass(app.ctx, { communityId: scene.communityId, id }));
  assert.ok(!(await runPass(app.ctx, { communityId: scene.communityId, id })), 'once a night');
});

test('a lock with reason and end, a payment that is booked and runs out; both fall back to the rules', async () => {
  const scene = await openScene();
  const who = await arrive(scene, '阿付');
  const { id } = await placeAll(
    scene,
    ladder({
      levels: [
        level('新朋友', null),
        level('会员', null, { price: { amount: 9900, currency: 'CNY', days: 30 }, privileges: [discount] }),
      ],
    }),
  );
  const base = `/people/${who.personId}/levels/${id}`;
  const late = await scene.call('PUT', `${base}/lock`, { level: 2, until: '2026-03-01', reason: '志愿者' });
  assert.equal(late.body.code, 'levels.ends_in_the_past');
  await scene.ok('PUT', `${base}/lock`, { level: 2, until: '2026-03-05', reason: '志愿者' });
  assert.deepEqual((await standing(scene, who)).lock.reason, '志愿者');
  app.clock.advance(4 * day);
  await look(scene);
  assert.equal((await standing(scene, who)).name, '新朋友', 'the lock has run out');
  const payment = { id: newId(), level: 2, amount: 9900, note: '微信转账' };
  await scene.ok('POST', `${base}/payments`, payment);
  await scene.ok('POST', `${base}/payments`, payment);
  const paid = await scene.ok('GET', `/people/${who.personId}/levels`);
  assert.deepEqual([paid.payments.length, paid.items[0].paid.until], [1, '2026-04-04']);
  const asked = { communityId: scene.communityId, identityId: who.identityId };
  assert.deepEqual(await hasPrivilege(app.ctx, asked, 'discount'), [discount]);
  assert.deepEqual(await hasPrivilege(app.ctx, asked, 'free_seats'), []);
  const again = await scene.ok('POST', `${base}/payments`, { ...payment, id: newId() });
  assert.equal(again.items[0].paid.until, '2026-05-04', 'a further payment begins when the first one ends');
  assert.equal((await scene.call('DELETE', `${base}/payments/${again.payments[0].id}`)).status, 204);
  assert.equal((await standing(scene, who)).paid.until, '2026-04-04');
  app.clock.advance(31 * day);
  await look(scene);
  assert.equal((await standing(scene, who)).name, '新朋友');
  const { rows } = await app.services.database.pool.query(
    `select balance::int from ledger_accounts where community_id = $1 and owner_kind = 'community' and unit = 'CNY'`,
    [scene.communityId],
  );
  assert.equal(rows[0].balance, 9900);
});

test('a level of levels is refused; who is erased leaves payments without a name', async () => {
  const scene = await openScene();
  const who = await arrive(scene, '阿去', 150);
  const itself = { join: 'all', items: [{ fact: 'levels.level', op: 'one_of', options: ['1'], not: false }] };
  const wrong = await scene.call('POST', '/ladders', ladder({ levels: [level('一', null), level('二', itself)] }));
  assert.equal(wrong.body.code, 'levels.bad_rule');
  const unknown = { join: 'all', items: [{ fact: 'no.fact', op: 'known', not: false }] };
  const gone = await scene.call('POST', '/ladders', ladder({ levels: [level('一', null), level('二', unknown)] }));
  assert.equal(gone.status, 422, gone.text);
  await placeAll(scene);
  await inTransaction(app.ctx, (ctx) =>
    erasePerson(ctx, { communityId: scene.communityId, identityId: who.identityId }, 'member'),
  );
  await app.settle();
  const { rows } = await app.services.database.pool.query(
    'select count(*)::int from levels_standings where community_id = $1',
    [scene.communityId],
  );
  assert.equal(rows[0].count, 0);
});
