/** What phones see at once: frames to the group and to the own device, and the end of listening. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Listener } from '../platform/live/hub.ts';
import { mayListenToDevice } from './access.ts';
import { banMember, kickMember, muteMember, setMemberRole } from './index.ts';
import { answersOf, comeIn, knock, openApp, openPlace, phoneOf } from './testing.ts';

const app = await openApp();
const { live } = app.services;

/** Frames of a room in the order in which they come, and how often the room was asked to prove its right again. */
function listen(channel: string, id: string, deviceId?: string) {
  const heard = { frames: [] as Record<string, unknown>[], rechecks: 0 };
  const listener: Listener = {
    deviceId,
    send: (bytes) =>
      void heard.frames.push(...(JSON.parse(bytes.toString()) as { frames: Record<string, unknown>[] }).frames),
    waitingBytes: () => 0,
    recheck: () => void (heard.rechecks += 1),
  };
  live.join({ channel, id }, listener);
  return heard;
}

/** Frames leave at the end of the present turn of the event loop. */
const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

test('joining tells the group how many there are, and the own phone where it stands', async () => {
  const place = await openPlace(app);
  const group = listen('group', place.groupId);
  await comeIn(app, place, '头一个');
  const second = await comeIn(app, place, '第二个');
  await turn();
  const counts = group.frames.filter((frame) => frame.type === 'people').map((frame) => frame.members);
  assert.deepEqual(counts, [1, 2]);
  const own = listen('device', second.actor.deviceId);
  const kicked = listen('group', place.groupId, second.actor.deviceId);
  const seat = { communityId: place.communityId, groupId: place.groupId, identityId: second.identityId };
  const until = new Date(app.clock.now().getTime() + 60_000);
  await muteMember(app.ctx, { ...seat, until });
  await setMemberRole(app.ctx, { ...seat, role: 'steward' });
  await kickMember(app.ctx, { ...seat, reason: '广告发多了，歇两天再来' });
  await turn();
  assert.match(String(own.frames.at(-1)!.reason), /歇两天/);
  assert.deepEqual(
    own.frames.map((frame) => [frame.type, frame.state]),
    [
      ['membership', 'muted'],
      ['membership', 'role'],
      ['membership', 'kicked'],
    ],
  );
  assert.equal(own.frames[0]!.mutedUntil, until.toISOString());
  assert.deepEqual([kicked.rechecks, group.rechecks], [1, 0], 'only who left is asked again');
});

test('a refused act sends nothing, and nothing is sent for what was rolled back', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '主人');
  const seat = { communityId: place.communityId, groupId: place.groupId, identityId: phone.identityId };
  await setMemberRole(app.ctx, { ...seat, role: 'owner' });
  const own = listen('device', phone.actor.deviceId);
  await kickMember(app.ctx, seat);
  await banMember(app.ctx, { ...seat, reason: '' });
  const leave = await app.request('POST', `/api/member/groups/${place.groupId}/leave`, { as: phone.actor, body: {} });
  assert.equal(leave.body.code, 'people.team_cannot_leave');
  await turn();
  assert.deepEqual(own.frames, []);
});

test('an applicant hears the decision on the own device', async () => {
  const place = await openPlace(app, { approval: true });
  const phone = await phoneOf(app, await knock(app, place.code, { answers: answersOf('等着') }));
  const own = listen('device', phone.actor.deviceId);
  const owner = await app.operator('owner', place.communityId);
  const base = `/api/communities/${place.communityId}/groups/${place.groupId}/applications`;
  const { items } = (await app.request('GET', base, { as: owner })).body as { items: { id: string }[] };
  await app.request('POST', `${base}/${items[0]!.id}/accept`, { as: owner, body: {} });
  await turn();
  assert.deepEqual(
    own.frames.map((frame) => frame.state),
    ['joined'],
  );
});

test('only the device itself listens to it, and only while it carries somebody', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '自己');
  const other = await comeIn(app, place, '别人');
  const as = (actor: typeof phone.actor) => app.context({ actor });
  assert.equal(await mayListenToDevice(as(phone.actor), phone.actor.deviceId), true);
  assert.equal(await mayListenToDevice(as(other.actor), phone.actor.deviceId), false);
  const path = `/api/member/communities/${place.communityId}/me/erase`;
  await app.request('POST', path, { as: phone.actor, body: { confirm: '抹去我' } });
  assert.equal(await mayListenToDevice(as(phone.actor), phone.actor.deviceId), false);
});

test('a phone that is signed out, or carries somebody else from now on, must prove again that it may hear its groups', async () => {
  const place = await openPlace(app);
  const me = `/api/member/communities/${place.communityId}/me`;
  const lan = await comeIn(app, place, '小兰');
  const first = listen('group', place.groupId, lan.actor.deviceId);
  const moveTo = async (from: typeof lan, to: { headers?: Record<string, string> }, replace: boolean) => {
    const { body } = await app.request('POST', `${me}/move`, { as: from.actor, body: {} });
    const code = String(body.url).split('/').at(-1)!;
    return app.request('POST', `/api/member/move/${code}`, { ...to, body: { replace } });
  };
  const second = await phoneOf(app, await moveTo(lan, {}, false));
  const moved = listen('group', place.groupId, second.actor.deviceId);
  await app.request('DELETE', `${me}/devices/${second.actor.deviceId}`, { as: lan.actor });
  assert.equal(moved.rechecks, 1);
  const bo = await comeIn(app, place, '阿波');
  const other = listen('group', place.groupId, bo.actor.deviceId);
  const replaced = await moveTo(lan, { headers: { cookie: bo.cookie, origin: 'http://fair.test' } }, true);
  assert.equal(replaced.status, 200, replaced.text);
  assert.deepEqual([moved.rechecks, other.rechecks, first.rechecks], [1, 1, 0]);
});
