/** The roster through the door: written, left and handed over; refused when it can't be so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCommunity } from '../communities/index.ts';
import { actAs } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { testApp } from '../platform/testing.ts';
import { removeMember } from '../team/index.ts';
import { listOnDuty } from './index.ts';

// Thursday, 19:42 in Shanghai.
const app = await testApp();
const founder = await app.operator('installer', null);

async function open() {
  const { id: communityId } = await createCommunity(actAs(app.ctx, founder), { name: '灶边', kind: 'interest' });
  const as = {
    owner: await app.operator('owner', communityId),
    tan: await app.operator('steward', communityId),
    lan: await app.operator('steward', communityId),
    viewer: await app.operator('viewer', communityId),
  };
  const call = (method: string, path: string, body?: unknown, who: keyof typeof as = 'owner') =>
    app.request(method, `/api/communities/${communityId}${path}`, { as: as[who], ...(body ? { body } : {}) });
  const ok = async (...ask: Parameters<typeof call>) => {
    const answer = await call(...ask);
    assert.ok(answer.status < 300, `${ask[0]} ${ask[1]}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const refused = async (code: string, ...ask: Parameters<typeof call>) => {
    const answer = await call(...ask);
    assert.equal(answer.body.code, code, `${answer.status} ${answer.text}`);
  };
  const daily = (from: number, to: number, who: keyof typeof as) =>
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to, operatorIds: [as[who].userId] }));
  const pattern = {
    version: 0,
    cover: { from: 540, to: 1320 },
    shifts: [...daily(540, 1140, 'tan'), ...daily(1140, 1320, 'lan')],
  };
  return { communityId, as, call, ok, refused, daily, pattern };
}

test('a pattern says who is on now and next; a second writer has to look first', async () => {
  const { communityId, as, ok, refused, pattern } = await open();
  assert.equal((await ok('GET', '/duty/now')).planned, false);
  assert.deepEqual(await listOnDuty(app.ctx, communityId), []);
  await ok('PUT', '/duty/pattern', pattern);
  await refused('duty.changed_meanwhile', 'PUT', '/duty/pattern', pattern);
  const now = await ok('GET', '/duty/now', undefined, 'viewer');
  assert.deepEqual(now.on, [{ userId: as.lan.userId, until: '2026-11-19T14:00:00.000Z' }]);
  assert.deepEqual(now.next, { start: '2026-11-20T01:00:00.000Z', userIds: [as.tan.userId] });
  assert.deepEqual(await listOnDuty(app.ctx, communityId), [as.lan.userId]);
  const roster = await ok('GET', '/duty');
  assert.deepEqual([roster.version, roster.gaps, roster.overlaps], [1, [], []]);
  assert.equal(roster.watches.length, 28);
});

test('nonsense is refused and leaves the roster as it was', async () => {
  const { as, call, ok, refused, pattern } = await open();
  const bad = [
    { ...pattern, shifts: [{ weekday: 8, from: 0, to: 60, operatorIds: [as.tan.userId] }] },
    { ...pattern, shifts: [{ weekday: 1, from: -1, to: 60, operatorIds: [as.tan.userId] }] },
    { ...pattern, shifts: [{ weekday: 1, from: 0, to: 1440, operatorIds: [as.tan.userId] }] },
    { ...pattern, shifts: [{ weekday: 1, from: 0, to: 60, operatorIds: [] }] },
    { ...pattern, shifts: [{ weekday: 1, from: 0, to: 60, operatorIds: ['tan'] }] },
    { ...pattern, cover: { from: 0 } },
  ];
  for (const body of bad) assert.equal((await call('PUT', '/duty/pattern', body)).status, 400);
  for (const operatorId of [as.viewer.userId, newId(app.clock.now())])
    await refused('team.assignee_not_possible', 'PUT', '/duty/pattern', {
      ...pattern,
      shifts: [{ weekday: 1, from: 0, to: 60, operatorIds: [operatorId] }],
    });
  assert.equal((await call('PUT', '/duty/pattern', pattern, 'tan')).status, 403);
  assert.equal(
    (await call('PUT', '/duty/days/2026-02-30', { shifts: [], note: '' })).status,
    404,
    'there is no such day',
  );
  await refused('duty.day_out_of_range', 'PUT', '/duty/days/2026-11-18', { shifts: [], note: '' });
  await refused('platform.not_found', 'DELETE', '/duty/days/2026-11-20');
  assert.equal((await call('POST', '/duty/notes', { text: ' ' })).status, 400);
  assert.equal((await ok('GET', '/duty')).version, 0);
});

test('a day of its own holds instead of the pattern until it is taken away', async () => {
  const { as, ok, pattern } = await open();
  await ok('PUT', '/duty/pattern', pattern);
  await ok('PUT', '/duty/days/2026-11-19', {
    shifts: [{ from: 540, to: 1320, operatorIds: [as.owner.userId] }],
    note: '庙会',
  });
  assert.deepEqual((await ok('GET', '/duty/now')).on[0].userId, as.owner.userId);
  await ok('PUT', '/duty/days/2026-11-20', { shifts: [], note: '团建' });
  assert.deepEqual((await ok('GET', '/duty')).gaps, [], 'nobody has to be there');
  await ok('DELETE', '/duty/days/2026-11-19');
  assert.deepEqual((await ok('GET', '/duty/now')).on[0].userId, as.lan.userId);
});

test('leave brings the deputy, late tasks go to them, and what overlaps is refused', async () => {
  const { communityId, as, call, ok, refused, pattern } = await open();
  await ok('PUT', '/duty/pattern', pattern);
  const week = { from: '2026-11-19', to: '2026-11-21', deputyId: as.tan.userId };
  await refused('duty.own_deputy', 'POST', '/duty/leaves', { ...week, deputyId: as.lan.userId }, 'lan');
  await refused('duty.leave_backwards', 'POST', '/duty/leaves', { ...week, from: '2026-11-22' }, 'lan');
  await refused(
    'duty.day_out_of_range',
    'POST',
    '/duty/leaves',
    { ...week, from: '2026-11-01', to: '2026-11-02' },
    'lan',
  );
  await refused('team.assignee_not_possible', 'POST', '/duty/leaves', { ...week, deputyId: as.viewer.userId }, 'lan');
  assert.equal((await call('POST', '/duty/leaves', { ...week, userId: as.lan.userId }, 'tan')).status, 403);
  const leave = await ok('POST', '/duty/leaves', week, 'lan');
  await refused(
    'duty.leave_overlaps',
    'POST',
    '/duty/leaves',
    { ...week, from: '2026-11-21', to: '2026-11-25' },
    'lan',
  );
  await refused('duty.deputy_is_away', 'POST', '/duty/leaves', { ...week, deputyId: as.lan.userId }, 'tan');
  assert.deepEqual(await listOnDuty(app.ctx, communityId), [as.tan.userId]);
  const { id } = await ok('POST', '/tasks', { title: '买奖品', assigneeId: as.lan.userId });
  assert.equal((await ok('POST', `/tasks/${id}/escalate`, { word: '她不在' })).assigneeId, as.tan.userId);
  assert.equal((await call('DELETE', `/duty/leaves/${leave.id}`, undefined, 'tan')).status, 403);
  await ok('DELETE', `/duty/leaves/${leave.id}`, undefined, 'lan');
  await ok('POST', '/duty/leaves', { ...week, userId: as.lan.userId, deputyId: null });
  const { gaps } = await ok('GET', '/duty');
  assert.equal(gaps.length, 3);
  assert.deepEqual(gaps[0], {
    start: '2026-11-19T11:42:00.000Z',
    end: '2026-11-19T14:00:00.000Z',
    away: [as.lan.userId],
  });
});

test('a note stays until the one it is for has read it', async () => {
  const { as, ok, refused, pattern } = await open();
  await ok('PUT', '/duty/pattern', pattern);
  const { id } = await ok('POST', '/duty/notes', { text: '三号群有人在吵团购，盯一下。' }, 'tan');
  const mayRead = async (who: keyof typeof as) => (await ok('GET', '/duty/now', undefined, who)).notes[0]?.mayRead;
  assert.deepEqual([await mayRead('tan'), await mayRead('owner'), await mayRead('lan')], [false, false, true]);
  await refused('duty.not_yours_to_read', 'POST', `/duty/notes/${id}/read`, {}, 'tan');
  await ok('POST', `/duty/notes/${id}/read`, {}, 'lan');
  await ok('POST', `/duty/notes/${id}/read`, {}, 'lan');
  assert.deepEqual((await ok('GET', '/duty/now')).notes, []);
  assert.equal((await ok('GET', '/duty')).notes[0].readBy, as.lan.userId);
  await refused('platform.not_found', 'POST', `/duty/notes/${newId(app.clock.now())}/read`, {}, 'lan');
});

test('whoever leaves the team is on no more: a gap says so, and their leave is gone', async () => {
  const { communityId, as, ok, pattern } = await open();
  await ok('PUT', '/duty/pattern', pattern);
  await ok('POST', '/duty/leaves', { from: '2026-11-25', to: '2026-11-26', deputyId: as.lan.userId }, 'tan');
  await removeMember(app.ctx, { communityId, userId: as.lan.userId });
  await app.settle();
  const { gaps, leaves, operators } = await ok('GET', '/duty');
  assert.equal(leaves[0].deputyId, null);
  assert.deepEqual(gaps[0].away, [as.lan.userId]);
  assert.equal(operators.find(({ userId }: { userId: string }) => userId === as.lan.userId).onTeam, false);
});
