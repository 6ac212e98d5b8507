/** The card that somebody of the team shows to members. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enter, openTalk, openTalkApp, read } from '../../messages/testing.ts';

const app = await openTalkApp();

test('a card is written by oneself, shown when switched on, and gone with whoever leaves', async () => {
  const talk = await openTalk(app);
  const base = `/api/communities/${talk.communityId}`;
  const [member, steward] = [await enter(talk, '陶然'), await app.operator('steward', talk.communityId)];
  const shown = async () => (await read(talk, member, '/stewards')).body.cards as { name: string }[];
  const write = (body: unknown, as = steward) => app.request('PUT', `${base}/team-card`, { as, body });
  const before = await app.request('GET', `${base}/team-card`, { as: steward });
  assert.deepEqual([before.body.name, before.body.isShown], [steward.name.slice(0, 20), false]);
  const words = { name: '阿穗', asks: '锅具、团购、退换', hours: '工作日晚八点到十点', isShown: false };
  assert.equal((await write({ ...words, asks: ' ', isShown: true })).body.code, 'team.card_empty');
  assert.equal((await write(words)).status, 200);
  assert.deepEqual(await shown(), [], 'not before it is switched on');
  await write({ ...words, isShown: true });
  assert.deepEqual(await shown(), [{ name: words.name, asks: words.asks, hours: words.hours }]);
  const hide = (as = talk.owner) => app.request('POST', `${base}/team/${steward.userId}/hide-card`, { as, body: {} });
  assert.equal((await hide(steward)).status, 403);
  assert.equal((await hide()).status, 204);
  assert.equal((await hide()).status, 204);
  assert.deepEqual(await shown(), []);
  await write({ ...words, isShown: true });
  await app.request('PATCH', `${base}/team/${steward.userId}`, { as: talk.owner, body: { role: 'viewer' } });
  assert.deepEqual(await shown(), [], 'who only looks on is not asked');
  await app.request('PATCH', `${base}/team/${steward.userId}`, { as: talk.owner, body: { role: 'steward' } });
  await write({ ...words, isShown: true });
  await app.request('DELETE', `${base}/team/${steward.userId}`, { as: talk.owner });
  assert.deepEqual(await shown(), []);
});
