import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enter, openTalk, openTalkApp, said, type Talk } from '../messages/testing.ts';
import { countGroupActivity, createGroup } from '../groups/index.ts';
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

test('three late questions in one group are one alarm, which passes when they are settled', async () => {
  const talk = await openTalk(app);
  const base = `/api/communities/${talk.communityId}`;
  for (const [name, text] of [
    ['马腾辉', '小汤锅在电磁炉上能用吗？'],
    ['王秀芬', '长桌饭能带老人吗，院子有台阶没有？'],
    ['黄阿强', '发面两小时没动静，是水太凉了吗？'],
  ] as const)
    await said(talk, await enter(talk, name), text);
  await app.settle();
  await watchCommunity(app.ctx, talk.communityId);
  assert.deepEqual((await ask(talk, '/alarms')).items, [], 'the promise has not passed');
  const start = app.clock.now();
  app.clock.advance(31 * 60_000);
  for (let run = 0; run < 2; run++) await watchCommunity(app.ctx, talk.communityId);
  const alarms = (await ask(talk, '/alarms')).items;
  assert.deepEqual(
    alarms.map(({ kind, evidence }: { kind: string; evidence: object }) => ({ kind, evidence })),
    [{ kind: 'questions_waiting', evidence: { overdue: 3 } }],
  );
  const today = await ask(talk, '/today');
  assert.equal(today.groups.items[0].overdue, 3);
  assert.equal(today.questions.overdue, 3);
  for (const { id } of (await ask(talk, '/questions')).items)
    await app.request('POST', `${base}/questions/${id}/close`, { as: talk.owner, body: {} });
  await watchCommunity(app.ctx, talk.communityId);
  assert.equal((await ask(talk, '/alarms?state=settled')).items[0].settledHow, 'passed');
  app.clock.set(start);
});

test('pulses are listed by name, tier and words of the name, and their pages meet', async () => {
  const talk = await openTalk(app);
  await inTransaction(app.ctx, async (ctx) => {
    for (const [name, tier] of [
      ['甲群', 'funnel'],
      ['乙群', 'ordinary'],
      ['丙群', 'ordinary'],
    ] as const)
      await createGroup(ctx, { communityId: talk.communityId, name, tier, capacity: 9 });
  });
  const names = async (query: string) => {
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const page = await ask(talk, `/pulses?limit=1&${query}${cursor}`);
      seen.push(...page.items.map(({ name }: { name: string }) => name));
      if (page.nextCursor === null) return seen;
      cursor = `&cursor=${page.nextCursor}`;
    }
  };
  assert.equal((await names('order=attention')).length, 4);
  assert.deepEqual((await names('order=name')).length, new Set(await names('order=members')).size);
  assert.deepEqual(await names('tier=funnel'), ['甲群']);
  assert.deepEqual((await names('q=群&tier=ordinary')).sort(), ['丙群', '乙群'].sort());
  const path = `/api/communities/${talk.communityId}/pulses`;
  const { nextCursor } = await ask(talk, '/pulses?limit=1&order=name');
  const wrong = await app.request('GET', `${path}?order=members&cursor=${nextCursor}`, { as: talk.owner });
  assert.equal(wrong.status, 400);
});
