/** Points through the door: caps under a rush, the guard against pairs, gifts with their limits, the board, being forgotten. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comeIn, openApp, openPlace, type Phone, type Place } from '../people/testing.ts';
import { erasePerson } from '../people/index.ts';
import { inTransaction } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { awardPoints, takeAwardBack } from './index.ts';

const app = await openApp();
const day = 86_400_000;

const award = (who: Phone, more: object = {}) => ({
  kind: 'desk.answer',
  key: newId(),
  entryKind: 'probe.earned',
  identityId: who.identityId,
  memo: '',
  ...more,
});

async function openScene(settings: object) {
  app.clock.set('2026-03-02T02:00:00Z');
  const place = await openPlace(app);
  const owner = await app.operator('owner', place.communityId);
  const base = `/api/communities/${place.communityId}`;
  const changed = await app.request('PUT', `${base}/points/settings`, { as: owner, body: settings });
  assert.equal(changed.status, 200, changed.text);
  return { ...place, base, owner };
}

const own = async (place: Place, who: Phone) =>
  (await app.request('GET', `/api/member/communities/${place.communityId}/points`, { as: who.actor })).body;

const answers = { 'desk.answer': { on: true, amount: 4, perDay: 10 } };

test('twenty at once get no more than the cap of the day; a key is paid once; the next day is another one', async () => {
  const scene = await openScene({ rules: answers });
  const who = await comeIn(app, scene, '阿勤');
  const { communityId } = scene;
  const rush = await Promise.all(Array.from({ length: 20 }, () => awardPoints(app.ctx, communityId, [award(who)])));
  assert.equal(rush.flat().filter(({ ok }) => ok).length, 2);
  assert.equal((await own(scene, who)).balance, 8);
  app.clock.advance(day);
  const one = award(who);
  const [first] = await awardPoints(app.ctx, communityId, [one]);
  const [again] = await awardPoints(app.ctx, communityId, [one]);
  assert.ok(first!.ok && again!.ok && again!.replayed && again!.entryId === first!.entryId);
  assert.equal((await own(scene, who)).balance, 12);
  await takeAwardBack(app.ctx, { communityId, entryId: first!.entryId });
  const page = await own(scene, who);
  assert.deepEqual([page.balance, page.items[0].amount, page.items[0].reverses], [8, -4, first!.entryId]);
  assert.match(page.rules.find(({ key }: { key: string }) => key === 'desk.answer').sentence, /4/);
});

test('two who answer each other are paid once a day; what is off pays nothing; the cap over all rules holds', async () => {
  const scene = await openScene({ rules: answers, perDay: 5 });
  const [ann, bo, cy] = [
    await comeIn(app, scene, '安'),
    await comeIn(app, scene, '博'),
    await comeIn(app, scene, '辞'),
  ];
  const { communityId } = scene;
  const pay = async (who: Phone, other: Phone) =>
    (await awardPoints(app.ctx, communityId, [award(who, { otherId: other.identityId })]))[0];
  assert.ok((await pay(ann, bo))!.ok);
  assert.deepEqual(await pay(bo, ann), { ok: false, reason: 'pair' });
  assert.ok((await pay(bo, cy))!.ok);
  assert.deepEqual(await pay(ann, cy), { ok: false, reason: 'cap' }, 'of the day over all rules');
  const off = await openScene({});
  const dan = await comeIn(app, off, '丹');
  assert.deepEqual(await awardPoints(app.ctx, off.communityId, [award(dan)]), [{ ok: false, reason: 'off' }]);
});

test('gifts: from whom, to whom, how much; a repeat gives once, the team takes back; the board shows who does not hide', async () => {
  const gifts = { on: true, perDay: 10, most: 6, afterDays: 3 };
  const scene = await openScene({ rules: answers, gifts });
  const [ann, bo] = [await comeIn(app, scene, '安'), await comeIn(app, scene, '博')];
  await app.settle();
  const { communityId, base, owner } = scene;
  const path = `/api/member/communities/${communityId}/points`;
  const give = (amount: number, more: object = {}) =>
    app.request('POST', `${path}/gifts`, {
      as: ann.actor,
      body: { id: newId(), toId: bo.identityId, amount, note: '谢谢', ...more },
    });
  await awardPoints(app.ctx, communityId, [award(ann), award(ann)]);
  assert.equal((await give(3)).body.code, 'points.too_new');
  app.clock.advance(4 * day);
  assert.equal((await give(7)).body.code, 'points.too_much');
  assert.equal((await give(3, { toId: ann.identityId })).body.code, 'points.to_oneself');
  assert.equal((await give(3, { toId: newId() })).body.code, 'points.not_here');
  const body = { id: newId() };
  const [made, again] = [await give(6, body), await give(6, body)];
  assert.deepEqual([made.status, again.body.id], [201, made.body.id], made.text);
  assert.equal((await give(6)).body.code, 'points.enough_today');
  assert.equal((await give(3)).body.code, 'points.not_enough');
  assert.deepEqual([(await own(scene, ann)).balance, (await own(scene, bo)).balance], [2, 6]);
  const back = await app.request('DELETE', `${base}/points/gifts/${made.body.id}`, {
    as: owner,
    body: { reason: '送错了' },
  });
  assert.equal(back.status, 204, back.text);
  assert.deepEqual([(await own(scene, ann)).balance, (await own(scene, bo)).balance], [8, 0]);
  const board = async () => (await app.request('GET', `${path}/board`, { as: ann.actor })).body;
  assert.deepEqual([(await board()).top[0].name, (await board()).own], ['安', { points: 8, place: 1 }]);
  await app.request('PUT', `${path}/board`, { as: ann.actor, body: { hidden: true } });
  assert.deepEqual((await board()).top, []);
  await inTransaction(app.ctx, (ctx) => erasePerson(ctx, { communityId, identityId: ann.identityId }, 'member'));
  await app.settle();
  const left = await app.request('GET', `${base}/points/gifts`, { as: owner });
  assert.equal(left.body.items[0].note, '');
});

test('at a message: only to who wrote it, the sum without who gave, gone with the message or when the team takes it back', async () => {
  const scene = await openScene({ rules: answers, gifts: { on: true, perDay: 20, most: 6, afterDays: 0 } });
  const { communityId, groupId, base, owner } = scene;
  const [ann, bo, cy] = [
    await comeIn(app, scene, '安'),
    await comeIn(app, scene, '博'),
    await comeIn(app, scene, '辞'),
  ];
  await awardPoints(app.ctx, communityId, [award(ann), award(ann), award(cy)]);
  const group = `/api/member/groups/${groupId}`;
  const say = async (text: string): Promise<string> =>
    (await app.request('POST', `${group}/messages`, { as: bo.actor, body: { clientId: newId(), text } })).body.message
      .id;
  const [first, second] = [await say('锅要先煮米汤'), await say('盖子别盖严')];
  const give = (who: Phone, messageId: string, amount: number) =>
    app.request('POST', `${group}/messages/${messageId}/gifts`, {
      as: who.actor,
      body: { id: newId(), amount, note: '' },
    });
  const sums = async (who: Phone) =>
    (await app.request('GET', `${group}/message-gifts?messages=${first},${second}`, { as: who.actor })).body.items;
  const made = await give(ann, first, 3);
  assert.deepEqual([made.status, made.body.toId], [201, bo.identityId], made.text);
  assert.equal((await give(cy, first, 2)).status, 201);
  assert.equal((await give(bo, first, 1)).body.code, 'points.to_oneself');
  assert.equal((await give(ann, newId(), 1)).body.code, 'points.message_gone');
  assert.deepEqual(await sums(ann), [{ messageId: first, points: 5, isMine: true }]);
  assert.deepEqual(await sums(bo), [{ messageId: first, points: 5, isMine: false }]);
  assert.equal((await own(scene, bo)).items[0].gift.messageId, first);
  await app.request('DELETE', `${base}/points/gifts/${made.body.id}`, { as: owner, body: { reason: '送错了' } });
  assert.deepEqual(await sums(ann), [{ messageId: first, points: 2, isMine: false }]);
  await app.request('POST', `${group}/messages/${first}/recall`, { as: bo.actor, body: {} });
  assert.deepEqual(await sums(ann), []);
  assert.equal((await give(ann, first, 1)).body.code, 'points.message_gone');
  assert.equal((await own(scene, bo)).balance, 2, 'thanks stay with the person');
});
