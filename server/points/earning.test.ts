/** Ways to earn that points know themselves: bringing somebody along who stays, and words that were pinned. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setMemberRole } from '../people/index.ts';
import { answersOf, comeIn, knock, openApp, openPlace, phoneOf, type Phone } from '../people/testing.ts';
import { newId } from '../platform/ids.ts';
import { payReferrals } from './referral.ts';

const app = await openApp();
const day = 86_400_000;

async function openScene(rule: string) {
  app.clock.set('2026-03-02T02:00:00Z');
  const place = await openPlace(app);
  const owner = await app.operator('owner', place.communityId);
  const base = `/api/communities/${place.communityId}`;
  const rules = { [rule]: { on: true, amount: 5, perDay: 10 } };
  await app.request('PUT', `${base}/points/settings`, { as: owner, body: { rules } });
  const balance = async (who: Phone): Promise<number> =>
    (await app.request('GET', `/api/member/communities/${place.communityId}/points`, { as: who.actor })).body.balance;
  const say = async (who: Phone, text: string): Promise<string> => {
    const body = { clientId: newId(), text };
    const path = `/api/member/groups/${place.groupId}/messages`;
    return (await app.request('POST', path, { as: who.actor, body })).body.message.id;
  };
  const inviteOf = async (who: Phone): Promise<string> =>
    (await app.request('POST', `/api/member/groups/${place.groupId}/invite`, { as: who.actor, body: {} })).body.code;
  const bring = async (code: string, name: string) =>
    phoneOf(app, await knock(app, code, { answers: answersOf(name) }));
  return { ...place, base, owner, balance, say, inviteOf, bring };
}

test('whoever brought somebody along is paid once they have stayed a week and spoken, once, and within the cap', async () => {
  const scene = await openScene('points.referral');
  const host = await comeIn(app, scene, '阿勤');
  const code = await scene.inviteOf(host);
  const [talker, silent, gone] = [
    await scene.bring(code, '小满'),
    await scene.bring(code, '周一凡'),
    await scene.bring(code, '贺兰'),
  ];
  await scene.say(talker, '大家好');
  await scene.say(gone, '我先看看');
  await app.request('POST', `/api/member/groups/${scene.groupId}/leave`, { as: gone.actor, body: {} });
  await app.settle();
  const night = async (after: number) => {
    app.clock.advance(after * day);
    await payReferrals.run(app.ctx, {});
  };
  await night(6);
  assert.equal(await scene.balance(host), 0, 'not yet a week');
  await night(1.1);
  assert.equal(await scene.balance(host), 5, 'who is silent or has left brings nothing');
  await night(1);
  assert.equal(await scene.balance(host), 5, 'once');
  await scene.say(silent, '我也说一句');
  await app.settle();
  await night(1);
  assert.equal(await scene.balance(host), 10, 'a first word may come later');
});

test('pinned words are paid to their author, once for a message; nobody pins for their own points', async () => {
  const scene = await openScene('points.highlight');
  const [ann, steward] = [await comeIn(app, scene, '安安'), await comeIn(app, scene, '老谭')];
  const { communityId, groupId } = scene;
  await setMemberRole(app.ctx, { communityId, groupId, identityId: steward.identityId, role: 'steward' });
  const pin = (messageId: string, method = 'PUT') =>
    app.request(method, `/api/member/groups/${groupId}/messages/${messageId}/pin`, { as: steward.actor, body: {} });
  const first = await scene.say(ann, '砂锅粥要先搅三分钟');
  for (const method of ['PUT', 'DELETE', 'PUT']) assert.ok((await pin(first, method)).status < 300);
  await app.settle();
  assert.equal(await scene.balance(ann), 5);
  await pin(await scene.say(ann, '火要小'));
  await app.settle();
  assert.equal(await scene.balance(ann), 5, 'the same steward once a day');
  const third = await scene.say(ann, '别急着盖盖子');
  await app.request('PUT', `${scene.base}/groups/${groupId}/messages/${third}/pin`, { as: scene.owner, body: {} });
  await app.settle();
  assert.equal(await scene.balance(ann), 10);
  await pin(await scene.say(steward, '我自己说的'));
  await app.settle();
  assert.equal(await scene.balance(steward), 0);
});
