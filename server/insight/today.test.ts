import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enter, openTalk, openTalkApp, said, type Talk } from '../messages/testing.ts';
import { countGroupActivity } from '../groups/index.ts';
import { inTransaction } from '../platform/context.ts';
import { watchCommunity } from './alarm.ts';

const app = await openTalkApp();

async function ask(talk: Talk, path: string) {
  const answer = await app.request('GET', `/api/communities/${talk.communityId}${path}`, { as: talk.owner });
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
}

test('Today counts what happened today, and each number says what is behind it', async () => {
  const talk = await openTalk(app);
  const [tao, li] = [await enter(talk, '陶然'), await enter(talk, '李婷婷')];
  const host = await enter(talk, '管家', 'steward');
  await said(talk, tao, '昨晚的萝卜炖牛腩真好吃');
  await said(talk, tao, '谁有砂锅的开锅方法？');
  await said(talk, li, '我家也炖了一锅');
  await said(talk, host, '今晚八点上新');
  await app.settle();
  const today = await ask(talk, '/today');
  const [pulse] = today.groups.items;
  assert.deepEqual(pulse.today, { joins: 3, leaves: 0, speakers: 3, messages: 4, checkIns: 0, ownerShare: 0.25 });
  assert.equal(pulse.members, 3);
  assert.equal(pulse.yesterday.ownerShare, null);
  assert.equal(pulse.speakersByDay.at(-1), 3);
  assert.equal(pulse.open, 1);
  assert.equal(today.questions.items[0].askedBy.name, '陶然');
  assert.equal(today.groupNames[talk.groupId], pulse.name);
  assert.equal(today.totals.today.messages, 4);
  assert.match(today.behind.today.joins, /^people\?groupId=\{groupId\}&joinedFrom=2026-11-19&joinedTo=2026-11-19$/);
});

test('a group that falls silent is told once, as a task; talk takes the alarm back', async () => {
  const talk = await openTalk(app);
  const { communityId, groupId } = talk;
  const tao = await enter(talk, '陶然');
  const days = Array.from({ length: 20 }, (_, at) => `2026-10-${String(at + 10).padStart(2, '0')}`);
  await inTransaction(app.ctx, (ctx) =>
    countGroupActivity(
      ctx,
      days.map((day) => ({ communityId, groupId, day, messages: 9, speakers: 4 })),
    ),
  );
  const start = app.clock.now();
  app.clock.set('2026-11-01T04:00:00Z');
  for (let run = 0; run < 3; run++) await watchCommunity(app.ctx, communityId);
  await Promise.all([watchCommunity(app.ctx, communityId), watchCommunity(app.ctx, communityId)]);
  const { items } = await ask(talk, '/alarms');
  assert.deepEqual(
    items.map(({ kind, evidence }: { kind: string; evidence: object }) => ({ kind, evidence })),
    [{ kind: 'group_quiet', evidence: { lastDay: '2026-10-29', quietDays: 2, usualDays: 0, activeDays: 20 } }],
  );
  assert.equal((await ask(talk, '/tasks?kind=insight.look_at_alarm')).items.length, 1);
  assert.deepEqual((await ask(talk, '/today')).groups.items[0].alarms, ['group_quiet']);
  app.clock.set('2026-11-02T04:00:00Z');
  await watchCommunity(app.ctx, communityId);
  assert.equal((await ask(talk, '/alarms')).items.length, 1, 'the same silence is told once');
  await said(talk, tao, '大家还在吗，今晚做什么菜？');
  await watchCommunity(app.ctx, communityId);
  assert.deepEqual((await ask(talk, '/alarms')).items, []);
  assert.equal((await ask(talk, '/alarms?state=settled')).items[0].settledHow, 'passed');
  assert.deepEqual((await ask(talk, '/tasks?kind=insight.look_at_alarm')).items, []);
  app.clock.set(start);
});

test('many who leave on one day are an alarm, the usual few are none; done settles it', async () => {
  const talk = await openTalk(app);
  const { communityId, groupId } = talk;
  const leave = (day: string, leaves: number) =>
    inTransaction(app.ctx, (ctx) => countGroupActivity(ctx, [{ communityId, groupId, day, leaves }]));
  for (let day = 1; day <= 18; day++) await leave(`2026-11-${String(day).padStart(2, '0')}`, 2);
  await leave('2026-11-19', 5);
  await watchCommunity(app.ctx, communityId);
  assert.deepEqual((await ask(talk, '/alarms')).items, []);
  await leave('2026-11-19', 7);
  await watchCommunity(app.ctx, communityId);
  const [alarm] = (await ask(talk, '/alarms')).items;
  assert.equal(alarm.kind, 'leaving_wave');
  assert.equal(alarm.evidence.leaves, 12);
  assert.match(alarm.behind, /leftFrom=2026-11-19/);
  const done = await app.request('POST', `/api/communities/${communityId}/tasks/${alarm.taskId}/done`, {
    as: talk.owner,
    body: {},
  });
  assert.equal(done.status, 200);
  assert.equal((await ask(talk, '/alarms?state=settled')).items[0].settledHow, 'seen');
  await watchCommunity(app.ctx, communityId);
  assert.deepEqual((await ask(talk, '/alarms')).items, []);
});
