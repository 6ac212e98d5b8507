/** What the team sees of points: who has earned what, as a list and as a file; a person's statement, and lines taken back with a reason. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comeIn, openApp, openPlace, type Phone } from '../people/testing.ts';
import { newId } from '../platform/ids.ts';
import { awardPoints } from './index.ts';

const app = await openApp();
const day = 86_400_000;

async function openScene() {
  app.clock.set('2026-03-02T02:00:00Z');
  const place = await openPlace(app);
  const owner = await app.operator('owner', place.communityId);
  const base = `/api/communities/${place.communityId}`;
  const settings = {
    rules: { 'desk.answer': { on: true, amount: 4, perDay: null } },
    gifts: { on: true, perDay: 10, most: 6, afterDays: 0 },
  };
  await app.request('PUT', `${base}/points/settings`, { as: owner, body: settings });
  const ask = async (path: string) => (await app.request('GET', `${base}${path}`, { as: owner })).body;
  const earn = (who: Phone, times: number) =>
    awardPoints(
      app.ctx,
      place.communityId,
      Array.from({ length: times }, () => ({
        kind: 'desk.answer',
        key: newId(),
        entryKind: 'desk.answer_rewarded',
        identityId: who.identityId,
        memo: '答了一个问题',
      })),
    );
  return { ...place, base, owner, ask, earn };
}

test('who has earned what: most first, page by page, by name, by rule; the file has the same, and is kept in the log', async () => {
  const scene = await openScene();
  const [ann, bo, cy] = [
    await comeIn(app, scene, '安安'),
    await comeIn(app, scene, '博文'),
    await comeIn(app, scene, '=辞'),
  ];
  await scene.earn(ann, 1);
  app.clock.advance(40 * day);
  await scene.earn(bo, 3);
  await scene.earn(cy, 2);
  const first = await scene.ask('/points/earners?limit=1');
  assert.deepEqual([first.items[0].name, first.items[0].points, first.items[0].times], ['博文', 12, 3]);
  assert.equal(first.items[0].kinds[0].points, 12);
  const second = await scene.ask(`/points/earners?limit=1&cursor=${encodeURIComponent(first.nextCursor)}`);
  assert.deepEqual([second.items[0].name, second.items[0].balance, second.nextCursor], ['=辞', 8, null]);
  const names = (page: { items: { name: string }[] }) => page.items.map(({ name }) => name);
  assert.deepEqual(names(await scene.ask('/points/earners?days=90')), ['博文', '=辞', '安安']);
  assert.deepEqual(names(await scene.ask(`/points/earners?days=90&q=${encodeURIComponent('安')}`)), ['安安']);
  assert.deepEqual(names(await scene.ask('/points/earners?q=nobody')), []);
  const file = await app.request('GET', `${scene.base}/points/earners.csv?days=90`, { as: scene.owner });
  assert.match(file.text, /博文,12,3,12,2026-04-11/);
  assert.match(file.text, /'=辞/);
  const { items } = await scene.ask('/audit?limit=5');
  assert.equal(items[0].action, 'points.export_earners');
  const bad = await app.request('GET', `${scene.base}/points/earners?cursor=x`, { as: scene.owner });
  assert.equal(bad.body.code, 'platform.bad_cursor');
});

test('a statement says what each line was; a line is taken back once, with a reason; nobody else’s line is', async () => {
  const scene = await openScene();
  const [ann, bo] = [await comeIn(app, scene, '安安'), await comeIn(app, scene, '博文')];
  await app.settle();
  await scene.earn(ann, 2);
  app.clock.advance(1000);
  const gift = { id: newId(), toId: bo.identityId, amount: 5, note: '谢谢' };
  const mine = `/api/member/communities/${scene.communityId}/points`;
  assert.equal((await app.request('POST', `${mine}/gifts`, { as: ann.actor, body: gift })).status, 201);
  const earners = (await scene.ask('/points/earners')).items;
  const { personId } = earners[0];
  const page = await scene.ask(`/people/${personId}/points?limit=2`);
  assert.deepEqual([page.accounts[0].balance, page.items.length, page.balance], [3, 2, 3]);
  assert.deepEqual(page.items[0].gift, {
    otherId: bo.identityId,
    name: '博文',
    isMine: true,
    note: '谢谢',
    messageId: null,
  });
  assert.equal(page.items[1].label, earners[0].kinds[0].label);
  const own = (await app.request('GET', mine, { as: bo.actor })).body;
  assert.deepEqual([own.items[0].gift.name, own.items[0].gift.isMine, own.gifts.leftToday], ['安安', false, 10]);
  assert.equal((await app.request('GET', mine, { as: ann.actor })).body.gifts.leftToday, 5);

  const correct = (entryId: string, who: string = personId) =>
    app.request('POST', `${scene.base}/people/${who}/points/${entryId}/correct`, {
      as: scene.owner,
      body: { reason: '记重了' },
    });
  const people = (await scene.ask('/people')).items as { personId: string; name: string }[];
  const other = people.find(({ name }) => name === '博文')!.personId;
  const earned = page.items[1].entryId;
  assert.equal((await correct(earned, other)).status, 404, 'somebody else’s line');
  assert.equal((await correct(earned)).status, 204);
  assert.equal((await correct(earned)).status, 204, 'twice is once');
  assert.equal((await correct(page.items[0].entryId)).status, 204, 'a gift');
  const after = await scene.ask(`/people/${personId}/points`);
  assert.equal(after.balance, 4);
  assert.match(after.items.find((one: { reverses: string }) => one.reverses === earned).memo, /记重了/);
  const { items } = await scene.ask(`/points/gifts?q=${encodeURIComponent('博')}`);
  assert.ok(items[0].reversedAt);
  assert.deepEqual([items[0].fromName, items[0].toName], ['安安', '博文']);
  assert.equal((await scene.ask('/points/earners')).items[0].points, 4, 'what was taken back is earned no more');
});
