/** Response time: the estimate by hand and against published figures, both clocks, the door behind each number. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../../platform/ids.ts';
import { enter, openTalk, openTalkApp, said, type Talk } from '../../messages/testing.ts';
import { drawAnswers, measureAnswers } from './answer-time.ts';

const app = await openTalkApp();
const minute = 60_000;

const ended = (minutes: number) => 2 * minutes + 1;
const waiting = (minutes: number) => 2 * minutes;
const waits = (coded: number[], promised = 0, kept = 0) => ({ coded, promised, kept });

async function ask(talk: Talk, query: string, as = talk.owner) {
  const answer = await app.request('GET', `/api/communities/${talk.communityId}/response${query}`, { as });
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
}

test('questions that still wait count as waiting: the share is not that of the answered ones', () => {
  // Three answered after 5, 10 and 20 minutes; two still wait since 12 and 60. By hand: 1/5, 1/4 of the rest, then 1/2 of that.
  const found = measureAnswers(waits([ended(5), ended(10), waiting(12), ended(20), waiting(60)], 5, 3));
  assert.equal(found.n, 5);
  assert.equal(found.answered, 3);
  assert.equal(found.median?.value, 20);
  assert.ok(Math.abs(found.within15!.value - 0.4) < 1e-12);
  assert.ok(Math.abs(found.within60!.value - 0.7) < 1e-12);
  assert.ok(found.within15!.low < 0.4 && found.within15!.high > 0.4);
  assert.equal(found.unanswered, null, 'nobody was watched for a day');
  assert.deepEqual([found.promise.kept, found.promise.of, found.promise.share?.value], [3, 5, 0.6]);
  assert.deepEqual(
    drawAnswers(waits([ended(5), ended(10), waiting(12), ended(20), waiting(60)])).map(({ minutes }) => minutes),
    [5, 10, 20, 60],
  );
});

test('too few questions say nothing, and nobody answered has no median', () => {
  const few = measureAnswers(waits([ended(1), ended(2), ended(3), ended(4)], 4, 4));
  assert.deepEqual([few.n, few.median, few.within15, few.promise.share], [4, null, null, null]);
  const never = measureAnswers(waits([1500, 1500, 1500, 1500, 1500].map(waiting)));
  assert.equal(never.median, null);
  assert.equal(never.unanswered?.value, 1);
});

test('a community asks: the number, its door, both clocks, and who answered late', async () => {
  const talk = await openTalk(app);
  const [ma, guan] = [await enter(talk, '马腾辉'), await enter(talk, '管家', 'steward')];
  const asked = [];
  for (const [at, words] of [
    '能用电磁炉吗？',
    '锅盖在哪里买？',
    '几点开始集合？',
    '可以带孩子来吗？',
    '下雨还办吗？',
  ].entries()) {
    asked.push(await said(talk, ma, `请问第 ${at + 1} 件事，${words}`));
    await app.settle();
    app.clock.advance(4 * minute);
  }
  // 20 minutes after the first one: the first three are answered 20, 16 and 12 minutes after they were asked.
  for (const { id } of asked.slice(0, 3))
    await said(talk, guan, { text: '可以的，详细的写在群公告里，慢慢看。', replyTo: id });
  await app.settle();
  app.clock.advance(10 * minute);
  const found = await ask(talk, '?days=7');
  assert.deepEqual([found.total.n, found.total.answered, found.total.median.value], [5, 3, 20]);
  // 12 minutes: 1 of 5. Then the two that wait are still watched.
  assert.ok(Math.abs(found.total.within15.value - 0.2) < 1e-9);
  assert.equal(found.groups[0].time.n, 5);
  assert.equal(found.groups[0].groupId, talk.groupId);
  assert.deepEqual(found.stewards, []);
  const parts = async (part: string) => (await ask(talk, `/questions?days=7&part=${part}`)).items;
  assert.deepEqual(
    (await parts('in15')).map((one: { minutes: number }) => one.minutes),
    [12],
  );
  assert.equal((await parts('waiting')).length, 2);
  assert.equal((await parts('all')).length, 5);
  const page = await ask(talk, '/questions?days=7&limit=2');
  const next = await ask(talk, `/questions?days=7&limit=2&cursor=${page.nextCursor}`);
  assert.equal(new Set([...page.items, ...next.items].map(({ id }: { id: string }) => id)).size, 4);
  const csv = await app.request(
    'GET',
    `/api/communities/${talk.communityId}/response/questions.csv?days=7&part=waiting`,
    {
      as: talk.owner,
    },
  );
  assert.equal(csv.text.trim().split('\r\n').length, 3);
});

test('by the hours of service the night does not count; the promise is told apart from the speed', async () => {
  const talk = await openTalk(app);
  const base = `/api/communities/${talk.communityId}`;
  const now = app.clock.now();
  const clock = (shift: number) => new Date(now.getTime() + shift).toISOString().slice(11, 16);
  await app.request('PATCH', base, { as: talk.owner, body: { zone: 'UTC' } });
  // Service ends in ten minutes and begins again eleven hours later.
  const settings = {
    promiseMinutes: 30,
    groupMinutes: {},
    serviceFrom: clock(11 * 60 * minute),
    serviceTo: clock(10 * minute),
    expireDays: 7,
  };
  const set = await app.request('PUT', `${base}/desk-settings`, { as: talk.owner, body: settings });
  assert.equal(set.status, 200, set.text);
  const [ma, guan] = [await enter(talk, '马腾辉'), await enter(talk, '管家', 'steward')];
  const asked = [];
  for (const words of ['能用电磁炉吗？', '锅盖在哪里买？', '几点开始集合？', '可以带孩子来吗？', '下雨还办吗？']) {
    asked.push(await said(talk, ma, `请问一下，${words}`));
    await app.settle();
    // Lines within three minutes would be one question; the last two come after the end of service.
    app.clock.advance(4 * minute);
  }
  app.clock.advance(12 * 60 * minute);
  for (const { id } of asked) await said(talk, guan, { text: '可以的，详细的写在群公告里，慢慢看。', replyTo: id });
  await app.settle();
  const always = await ask(talk, '?days=7');
  const service = await ask(talk, '?days=7&clock=service');
  assert.equal(always.total.median.value, 12 * 60 + 12);
  // The clock stood still from minute 10 to minute 660: the middle question, of minute 8, waited 2 + 80 minutes.
  assert.equal(service.total.median.value, 82);
  assert.deepEqual([service.total.promise.of, service.total.promise.kept], [5, 0]);
});

test('a steward is measured by the questions that were theirs, from when they were', async () => {
  const talk = await openTalk(app);
  const base = `/api/communities/${talk.communityId}`;
  const ma = await enter(talk, '马腾辉');
  const userId = talk.owner.userId;
  for (const words of [
    '能用电磁炉吗？',
    '锅盖在哪里买？',
    '几点开始集合？',
    '可以带孩子来吗？',
    '下雨还办吗？',
    '停车方便吗？',
  ]) {
    await said(talk, ma, `请问一下，${words}`);
    await app.settle();
    app.clock.advance(4 * minute);
  }
  const open = (await app.request('GET', `${base}/questions`, { as: talk.owner })).body.items as { id: string }[];
  for (const { id } of open.slice(0, 5))
    await app.request('POST', `${base}/questions/${id}/assign`, { as: talk.owner, body: { assigneeId: userId } });
  app.clock.advance(6 * minute);
  for (const [at, { id }] of open.entries()) {
    const body = { clientId: `00000000-0000-4000-8000-00000000000${at}`, text: '可以的，详细的写在群公告里。' };
    const answer = await app.request('POST', `${base}/questions/${id}/answer`, { as: talk.owner, body });
    assert.equal(answer.status, 200, answer.text);
  }
  const [steward] = (await ask(talk, '')).stewards;
  assert.deepEqual([steward.userId, steward.time.n, steward.time.median.value, steward.helped], [userId, 5, 6, 1]);
  const viewer = await app.operator('viewer', talk.communityId);
  assert.deepEqual((await ask(talk, '', viewer)).stewards, [], 'who only looks on does not compare stewards');
  const behind = await ask(talk, `/questions?assigneeId=${userId}&part=in15`);
  assert.deepEqual(
    behind.items.map((one: { minutes: number }) => one.minutes),
    [6, 6, 6, 6, 6],
  );
});

test('two who had a question one after the other each count their own span; the last window stands beside this one', async () => {
  const talk = await openTalk(app);
  const base = `/api/communities/${talk.communityId}`;
  const other = await app.operator('steward', talk.communityId);
  const ma = await enter(talk, '马腾辉');
  const ids: string[] = [];
  const post = (path: string, body: unknown, as = talk.owner) => app.request('POST', `${base}${path}`, { as, body });
  for (const words of ['能用电磁炉吗？', '锅盖在哪里买？', '几点开始集合？', '可以带孩子来吗？', '下雨还办吗？']) {
    await said(talk, ma, `请问一下，${words}`);
    await app.settle();
    const [question] = (await app.request('GET', `${base}/questions?assignee=nobody`, { as: talk.owner })).body.items;
    ids.push(question.id);
    // Ten minutes with the first, then with the second, who answers after five more.
    await post(`/questions/${question.id}/assign`, { assigneeId: talk.owner.userId });
    app.clock.advance(10 * minute);
    await post(`/questions/${question.id}/assign`, { assigneeId: other.userId });
    app.clock.advance(5 * minute);
    const body = { clientId: newId(), text: '可以的，详细的写在群公告里。' };
    assert.equal((await post(`/questions/${question.id}/answer`, body, other)).status, 200);
  }
  const found = await ask(talk, '');
  const of = (userId: string) => found.stewards.find((one: { userId: string }) => one.userId === userId).time;
  const [first, second] = [of(talk.owner.userId), of(other.userId)];
  assert.deepEqual([first.n, first.answered, first.median, first.promise.of], [5, 0, null, 0]);
  assert.deepEqual([second.n, second.answered, second.median.value], [5, 5, 5]);
  const behind = await ask(talk, `/questions?assigneeId=${talk.owner.userId}`);
  assert.deepEqual(
    behind.items.map((one: { minutes: number }) => one.minutes),
    [10, 10, 10, 10, 10],
  );
  assert.equal(found.last.n, 0);
  app.clock.advance(7 * 24 * 60 * minute);
  const later = await ask(talk, '?days=7');
  assert.deepEqual([later.total.n, later.last.n, later.last.median.value], [0, 5, 15]);
  assert.equal((await ask(talk, '/questions?days=7&back=true')).items.length, 5);
});
