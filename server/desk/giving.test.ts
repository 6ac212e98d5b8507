/** Questions that nobody has taken, given to whoever is on duty, and on to the next. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addLeave, putDay, saveRoster } from '../duty/index.ts';
import { enter, openTalk, openTalkApp, said } from '../messages/testing.ts';
import { localDay } from '../platform/clock.ts';
import { giveToDuty } from './giving.ts';

// Thursday, 19:42 in Shanghai.
const app = await openTalkApp();
const minute = 60_000;
const questions = ['长桌饭能带老人吗，院子有台阶没有？', '发面两小时没动静，是水太凉吗？', '小汤锅电磁炉能用吗？'];

async function open() {
  const talk = await openTalk(app);
  const { communityId } = talk;
  const [tan, lan] = [await app.operator('steward', communityId), await app.operator('steward', communityId)];
  const week = (userId: string, from: number, to: number) =>
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to, operatorIds: [userId] }));
  const put = (shifts: ReturnType<typeof week>, version = 0) =>
    saveRoster(app.ctx, communityId, { version, shifts, cover: { from: 0, to: 0 } });
  const read = async (method: string, path: string, body?: unknown) =>
    (await app.request(method, `/api/communities/${communityId}${path}`, { as: talk.owner, ...(body ? { body } : {}) }))
      .body;
  const waiting = async () => (await read('GET', '/questions')).items as { [key: string]: any }[];
  const give = () => giveToDuty.run(app.ctx, {});
  const ask = async (count: number) => {
    for (const [at, text] of questions.slice(0, count).entries())
      await said(talk, await enter(talk, `群友${at}`), text);
    await app.settle();
  };
  return { ...talk, tan, lan, week, put, read, waiting, give, ask };
}

test('after some minutes whoever is on duty has it; when the watch ends, whoever comes next', async () => {
  const { communityId, tan, lan, week, put, read, waiting, give, ask } = await open();
  await put(week(tan.userId, 0, 0));
  await ask(2);
  await give();
  assert.deepEqual(
    (await waiting()).map(({ assigneeId }) => assigneeId),
    [null, null],
    'members may answer first',
  );
  app.clock.advance(5 * minute);
  await Promise.all([give(), give()]);
  const given = await waiting();
  assert.ok(given.every(({ assigneeId, givenAt }) => assigneeId === tan.userId && givenAt !== null));
  // One is taken by hand, the other waits for the next watch.
  await read('POST', `/questions/${given[0]!.id}/assign`, { assigneeId: null });
  await read('POST', `/questions/${given[0]!.id}/assign`, { assigneeId: tan.userId });
  const day = localDay(app.clock.now(), 'Asia/Shanghai');
  await putDay(app.ctx, communityId, { day, shifts: [{ from: 0, to: 0, operatorIds: [lan.userId] }], note: '' });
  await give();
  const after = new Map((await waiting()).map(({ id, assigneeId }) => [id, assigneeId]));
  assert.deepEqual([after.get(given[0]!.id), after.get(given[1]!.id)], [tan.userId, lan.userId]);
});

test('two on duty share them; a deputy takes what somebody on leave holds and keeps it; nobody on duty, nobody is given any', async () => {
  const { communityId, owner, tan, lan, week, put, waiting, give, ask } = await open();
  await ask(3);
  app.clock.advance(6 * minute);
  await give();
  assert.ok(
    (await waiting()).every(({ assigneeId }) => assigneeId === null),
    'there is no roster',
  );
  await put([...week(tan.userId, 0, 0), ...week(lan.userId, 0, 0)]);
  await give();
  const shares = Map.groupBy(await waiting(), ({ assigneeId }) => assigneeId as string);
  assert.deepEqual([...shares.values()].map(({ length }) => length).sort(), [1, 2]);
  const day = localDay(app.clock.now(), 'Asia/Shanghai');
  await addLeave(app.ctx, communityId, { userId: tan.userId, from: day, to: day, deputyId: owner.userId });
  await give();
  const held = (await waiting()).map(({ assigneeId }) => assigneeId as string);
  assert.equal(held.includes(tan.userId), false);
  assert.equal(held.filter((id) => id === owner.userId).length, shares.get(tan.userId)!.length);
  await give();
  assert.deepEqual(
    (await waiting()).map(({ assigneeId }) => assigneeId),
    held,
    'the deputy keeps them',
  );
});

test('where the community wants none of it, questions wait for whoever takes them', async () => {
  const { tan, week, put, read, waiting, give, ask } = await open();
  assert.equal((await read('PUT', '/desk-settings', { dutyAfterMinutes: null })).dutyAfterMinutes, null);
  await put(week(tan.userId, 0, 0));
  await ask(1);
  app.clock.advance(30 * minute);
  await give();
  assert.deepEqual(
    (await waiting()).map(({ assigneeId }) => assigneeId),
    [null],
  );
});
