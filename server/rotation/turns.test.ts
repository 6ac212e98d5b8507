/** A group that is led in turns: whose turn it is, the hand-over with what is open, deputies, and what is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addLeave, writeNote } from '../duty/index.ts';
import { enter, openTalk, openTalkApp, said } from '../messages/testing.ts';
import { localDay, shiftDay } from '../platform/clock.ts';
import { actAs } from '../platform/context.ts';
import { removeMember } from '../team/index.ts';
import { findNextLeader } from './turns/order.ts';
import { remindLeaders } from './turns/reminder.ts';

const app = await openTalkApp();
const dayMs = 86_400_000;
const today = () => localDay(app.clock.now(), 'Asia/Shanghai');

test('the next in line is who comes behind; who has left is passed over, a deputy leads for who is away', () => {
  const team = new Set(['a', 'b', 'c', 'd']);
  const next = (behind: string | null, away: [string, string | null][] = [], of = ['a', 'b', 'c']) =>
    findNextLeader(of, behind, { team, away: new Map(away) });
  assert.deepEqual(next(null), { userId: 'a', insteadOf: null });
  assert.deepEqual(next('c'), { userId: 'a', insteadOf: null });
  assert.deepEqual(next('a', [['b', 'd']]), { userId: 'd', insteadOf: 'b' });
  assert.deepEqual(next('a', [['b', null]]), { userId: 'c', insteadOf: null });
  assert.deepEqual(next('a', [], ['a', 'gone', 'c']), { userId: 'c', insteadOf: null });
  assert.deepEqual(next('nobody known'), { userId: 'a', insteadOf: null });
  assert.deepEqual(next('a', [], ['a']), { userId: 'a', insteadOf: null });
  assert.equal(next(null, [['a', 'gone']], ['a']), null);
});

async function open() {
  const talk = await openTalk(app);
  const { communityId, groupId } = talk;
  const as = {
    owner: talk.owner,
    tan: await app.operator('steward', communityId),
    lan: await app.operator('steward', communityId),
    viewer: await app.operator('viewer', communityId),
  };
  const call = (method: string, path: string, body?: unknown, who: keyof typeof as = 'owner') =>
    app.request(method, `/api/communities/${communityId}${path}`, { as: as[who], ...(body ? { body } : {}) });
  const path = `/rotation/groups/${groupId}`;
  const plan = { version: 0, userIds: [as.tan.userId, as.lan.userId], weeks: 2 };
  const led = async () => (await call('GET', path)).body;
  return { talk, communityId, as, call, path, plan, led };
}

test('a turn ends with a task that says what is open; doing it begins the next, with the numbers in its history', async () => {
  const { talk, communityId, as, call, path, plan, led } = await open();
  assert.equal((await call('PUT', path, plan)).status, 204);
  const { group } = await led();
  assert.deepEqual(
    [group.turn.userId, group.turn.firstDay, group.turn.lastDay, group.next.userId, group.late],
    [as.tan.userId, today(), shiftDay(today(), 13), as.lan.userId, false],
  );
  await remindLeaders.run(app.ctx, {});
  assert.equal((await led()).group.turn.taskId, null, 'it is not time yet');
  app.clock.advance(11 * dayMs);
  await said(talk, await enter(talk, '小禾'), '发面两小时没动静，是水太凉吗？');
  await app.settle();
  await Promise.all([remindLeaders.run(app.ctx, {}), remindLeaders.run(app.ctx, {})]);
  const { taskId } = (await led()).group.turn;
  const task = (await call('GET', `/tasks/${taskId}`)).body;
  assert.equal(task.assigneeId, as.tan.userId);
  assert.match(task.text, /在等的问题 1 个，没判的案子 0 个/);
  assert.deepEqual((await led()).facts, { questions: 1, cases: 0, tasks: 0, guests: 0, note: false });
  await writeNote(actAs(app.ctx, as.tan), communityId, '发面的问题还没答。');
  assert.equal((await call('POST', `/tasks/${taskId}/done`, {}, 'tan')).status, 200);
  const after = await led();
  assert.deepEqual(
    [after.group.turn.userId, after.group.turn.firstDay, after.group.next.userId],
    [as.lan.userId, today(), as.tan.userId],
  );
  assert.deepEqual(
    after.past.map(({ userId, facts }: { userId: string; facts: unknown }) => [userId, facts]),
    [[as.tan.userId, { questions: 1, cases: 0, tasks: 0, guests: 0, note: true }]],
  );
});

test('who leads hands over at once, nobody else does; the next one away has a deputy; skipping leads another turn', async () => {
  const { communityId, as, call, path, plan, led } = await open();
  await call('PUT', path, plan);
  assert.equal((await call('POST', `${path}/hand-over`, {}, 'lan')).status, 403);
  await addLeave(app.ctx, communityId, {
    userId: as.lan.userId,
    from: today(),
    to: today(),
    deputyId: as.owner.userId,
  });
  assert.equal((await call('POST', `${path}/hand-over`, {}, 'tan')).status, 204);
  const { turn } = (await led()).group;
  assert.deepEqual([turn.userId, turn.insteadOf], [as.owner.userId, as.lan.userId]);
  app.clock.advance(12 * dayMs);
  await remindLeaders.run(app.ctx, {});
  const { taskId } = (await led()).group.turn;
  assert.equal((await call('POST', `/tasks/${taskId}/skip`, {})).status, 200);
  const again = (await led()).group.turn;
  assert.deepEqual([again.userId, again.insteadOf, again.taskId], [as.owner.userId, as.lan.userId, null]);
  app.clock.advance(15 * dayMs);
  assert.equal((await led()).group.late, true);
});

test('a second writer has to look first; who only looks on leads nothing; without a plan there is none', async () => {
  const { communityId, as, call, path, plan, led } = await open();
  assert.equal((await call('GET', path)).status, 404);
  assert.equal((await call('POST', `${path}/hand-over`, {})).body.code, 'rotation.no_turn');
  const asViewer = { ...plan, userIds: [as.viewer.userId] };
  assert.equal((await call('PUT', path, asViewer)).body.code, 'team.assignee_not_possible');
  assert.equal((await call('PUT', path, plan, 'tan')).status, 403);
  assert.equal((await call('PUT', path, plan)).status, 204);
  assert.equal((await call('PUT', path, plan)).body.code, 'rotation.changed_meanwhile');
  // Who leads is taken out of the order: the first of the others begins.
  assert.equal((await call('PUT', path, { version: 1, userIds: [as.lan.userId], weeks: 3 })).status, 204);
  assert.equal((await led()).group.turn.userId, as.lan.userId);
  await removeMember(actAs(app.ctx, as.owner), { communityId, userId: as.lan.userId });
  const [line] = (await call('GET', '/rotation/groups')).body.items;
  assert.equal(line.next, null);
  assert.equal((await call('POST', `${path}/hand-over`, {})).body.code, 'rotation.nobody_there');
  assert.equal((await call('DELETE', path)).status, 204);
  assert.deepEqual((await call('GET', '/rotation/groups')).body.items, []);
});
