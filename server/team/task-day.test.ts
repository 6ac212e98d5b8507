/** The day of tasks through the door: put off, many at once, sent up by hand and by itself, the load, handed over. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCommunity } from '../communities/index.ts';
import { actAs } from '../platform/context.ts';
import { testApp } from '../platform/testing.ts';
import { escalateLate } from './escalation.ts';

const app = await testApp();
const founder = await app.operator('installer', null);

async function open() {
  const { id: communityId } = await createCommunity(actAs(app.ctx, founder), { name: '灶边', kind: 'interest' });
  const as = {
    owner: await app.operator('owner', communityId),
    steward: await app.operator('operator', communityId),
    viewer: await app.operator('viewer', communityId),
  };
  const call = async (method: string, path: string, body?: unknown, who: keyof typeof as = 'steward') =>
    app.request(method, `/api/communities/${communityId}${path}`, { as: as[who], ...(body ? { body } : {}) });
  const ok = async (...ask: Parameters<typeof call>) => {
    const answer = await call(...ask);
    assert.ok(answer.status < 300, `${ask[0]} ${ask[1]}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const note = async (title: string, more: object = {}) => {
    app.clock.advance(1000);
    return (await ok('POST', '/tasks', { title, ...more })).id as string;
  };
  const titles = async (query: string) =>
    (await ok('GET', `/tasks?${query}`)).items.map(({ title }: { title: string }) => title);
  return { communityId, as, call, ok, note, titles };
}

const inHours = (hours: number) => new Date(app.clock.now().getTime() + hours * 3_600_000).toISOString();

test('what is put off is with whoever did it, out of the row, and comes back by itself', async () => {
  const { as, call, ok, note, titles } = await open();
  const id = await note('买奖品');
  assert.equal((await call('POST', `/tasks/${id}/snooze`, { until: inHours(-1) })).status, 422);
  const put = await ok('POST', `/tasks/${id}/snooze`, { until: inHours(2) });
  assert.equal(put.assigneeId, as.steward.userId);
  assert.deepEqual(await titles('snoozed=without'), []);
  assert.deepEqual(await titles('snoozed=only'), ['买奖品']);
  app.clock.advance(3 * 3_600_000);
  assert.deepEqual(await titles('snoozed=without&q=奖品'), ['买奖品']);
  assert.deepEqual(await titles('q=没有'), []);
});

test('many at once: each stands for itself, what is refused is named', async () => {
  const { ok, note, titles } = await open();
  const ids = [await note('一'), await note('二'), await note('三')];
  await ok('POST', `/tasks/${ids[2]}/skip`, {});
  const answer = await ok('POST', '/tasks:batch', { taskIds: ids, act: { how: 'done' } });
  assert.deepEqual(answer, { changed: ids.slice(0, 2), refused: [{ taskId: ids[2], code: 'team.task_settled' }] });
  assert.deepEqual(await titles('state=open'), []);
});

test('late tasks go up once by the rule, not while they are put off; by hand with a word', async () => {
  const { as, call, ok, note } = await open();
  const late = await note('代发周报', { dueAt: inHours(1), assigneeId: as.steward.userId });
  const put = await note('放着的', { dueAt: inHours(1) });
  await ok('POST', `/tasks/${put}/snooze`, { until: inHours(72) });
  app.clock.advance(20 * 3_600_000);
  await escalateLate.run(app.ctx, {});
  assert.equal((await ok('GET', `/tasks/${late}`)).escalatedAt, null, 'a day of grace');
  app.clock.advance(10 * 3_600_000);
  await escalateLate.run(app.ctx, {});
  const raised = await ok('GET', `/tasks/${late}`);
  // Two owners stand above; either will do.
  assert.notEqual(raised.assigneeId, as.steward.userId);
  assert.equal((await ok('GET', `/tasks/${put}`)).escalatedAt, null);
  await ok('POST', `/tasks/${late}/assign`, { assigneeId: as.steward.userId });
  await escalateLate.run(app.ctx, {});
  assert.equal((await ok('GET', `/tasks/${late}`)).assigneeId, as.steward.userId, 'once, and not again');
  assert.equal((await call('POST', `/tasks/${put}/escalate`, { word: '' })).status, 400);
  const byHand = await ok('POST', `/tasks/${put}/escalate`, { word: '要老板拍板' });
  assert.notEqual(byHand.assigneeId, as.steward.userId);
  assert.deepEqual([byHand.escalationWord, byHand.snoozedUntil], ['要老板拍板', null]);
});

test('the load is seen by the owner for all and by others for themselves; work is handed over', async () => {
  const { as, call, ok, note } = await open();
  const mine = { assigneeId: as.steward.userId };
  const done = await note('做完的', mine);
  await note('迟了的', { ...mine, dueAt: inHours(1) });
  await note('还早的', mine);
  app.clock.advance(4 * 3_600_000);
  await ok('POST', `/tasks/${done}/done`, {});
  const load = (await ok('GET', '/task-load', undefined, 'owner')).items as { userId: string }[];
  const { medianHours, ...counts } = load.find(({ userId }) => userId === as.steward.userId) as never as Record<
    string,
    number
  >;
  assert.deepEqual([counts.open, counts.late, counts.done, Math.round(medianHours!)], [2, 1, 1, 4]);
  assert.ok(!load.some(({ userId }) => userId === as.viewer.userId), 'who only looks on carries nothing');
  assert.equal((await ok('GET', '/task-load')).items.length, 1);
  const path = `/team/${as.steward.userId}/hand-over`;
  assert.equal((await call('POST', path, { toId: as.viewer.userId })).status, 422);
  assert.deepEqual(await ok('POST', path, { toId: as.owner.userId }), { tasks: 2 });
  assert.equal((await call('POST', `/team/${as.owner.userId}/hand-over`, { toId: null })).status, 403);
});
