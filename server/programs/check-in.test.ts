import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recallMessage } from '../messages/index.ts';
import { startDeliverer } from '../platform/bus/deliverer.ts';
import { countWords } from './reactions.ts';
import { getGroup } from '../groups/index.ts';
import { countedDays, enter, look, makeUp, openTalk, openTalkApp, plan, pointsOf, press, said } from './testing.ts';

const app = await openTalkApp();

test('a word in the talk checks in, once a day, and pays', async () => {
  app.clock.set('2026-11-19T11:42:00Z');
  const talk = await openTalk(app);
  const [lan, bo] = [await enter(talk, '阿兰'), await enter(talk, '阿波')];
  const program = await plan(talk);
  await said(talk, lan, '打卡！今天做了韭菜盒子');
  await said(talk, lan, '打卡');
  await said(talk, bo, '今天怎么打卡？');
  await app.settle();
  const view = await look(talk, lan, program);
  assert.deepEqual(view.today, { day: '2026-11-19', state: 'done', how: 'word', at: '2026-11-19T11:42:00.000Z' });
  assert.deepEqual(view.me, { streak: 1, longest: 1, days: 1, points: 5, hidden: false });
  assert.equal(view.doneToday, 1);
  assert.equal(await pointsOf(talk, lan), 5);
  assert.equal((await look(talk, bo, program)).today.state, 'open');
  assert.deepEqual(await countedDays(talk), { '2026-11-19': 1 });
});

test('the button checks in, and a second press says that it is done', async () => {
  const talk = await openTalk(app);
  const lan = await enter(talk, '阿兰');
  const program = await plan(talk);
  const first = await press(talk, lan, program);
  assert.equal(first.status, 200, first.text);
  assert.deepEqual([first.body.fresh, first.body.points, first.body.checkIn.me.streak], [true, 5, 1]);
  const second = await press(talk, lan, program);
  assert.deepEqual([second.status, second.body.fresh, second.body.points], [200, false, 0]);
  assert.equal(await pointsOf(talk, lan), 5);
});

test('words and buttons at the same moment are one check-in', async () => {
  const talk = await openTalk(app);
  const program = await plan(talk);
  const phones = [];
  for (const name of ['阿兰', '阿波', '小陶']) phones.push(await enter(talk, name));
  for (const phone of phones) await said(talk, phone, '打卡');
  await Promise.all([
    app.bus.drain(),
    ...phones.flatMap((phone) => [press(talk, phone, program), press(talk, phone, program)]),
  ]);
  await app.settle();
  for (const phone of phones) {
    assert.equal(await pointsOf(talk, phone), 5);
    assert.equal((await look(talk, phone, program)).me.days, 1);
  }
  assert.deepEqual(await countedDays(talk), { '2026-11-19': 3 });
});

test('a recalled word takes the day and the points back, unless the button stands too', async () => {
  const talk = await openTalk(app);
  const [lan, bo] = [await enter(talk, '阿兰'), await enter(talk, '阿波')];
  const program = await plan(talk);
  await press(talk, bo, program);
  const words = [await said(talk, lan, '打卡'), await said(talk, bo, '打卡')];
  await app.settle();
  const group = await getGroup(app.ctx, talk.communityId, talk.groupId);
  for (const message of words) await recallMessage(app.ctx, { group, messageId: message.id, by: 'team' });
  await app.settle();
  assert.deepEqual([await pointsOf(talk, lan), await pointsOf(talk, bo)], [0, 5]);
  assert.equal((await look(talk, lan, program)).today.state, 'open');
  assert.deepEqual(await countedDays(talk), { '2026-11-19': 1 });
  const again = await press(talk, lan, program);
  assert.equal(again.body.points, 5);
  assert.equal(await pointsOf(talk, lan), 5);
});

test('a card fills a missed day: the streak goes on, points stay', async () => {
  app.clock.set('2026-11-16T11:00:00Z');
  const talk = await openTalk(app);
  const lan = await enter(talk, '阿兰');
  const program = await plan(talk);
  await press(talk, lan, program);
  app.clock.set('2026-11-18T11:00:00Z');
  await press(talk, lan, program);
  const before = await look(talk, lan, program);
  assert.equal(before.me.streak, 1);
  assert.deepEqual(before.makeUp, { cardsPerMonth: 2, withinDays: 7, left: 2, days: ['2026-11-17'] });
  const filled = await makeUp(talk, lan, { program, day: '2026-11-17' });
  assert.equal(filled.status, 200, filled.text);
  assert.deepEqual([filled.body.checkIn.me.streak, filled.body.checkIn.makeUp.left], [3, 1]);
  assert.equal(await pointsOf(talk, lan), 10);
  const refusals: [string, number, string][] = [
    ['2026-11-17', 409, 'programs.day_counts_already'],
    ['2026-11-18', 409, 'programs.day_counts_already'],
    ['2026-11-19', 422, 'programs.bad_day'],
    ['2026-11-15', 422, 'programs.bad_day'],
  ];
  for (const [day, status, code] of refusals) {
    const refused = await makeUp(talk, lan, { program, day });
    assert.deepEqual([refused.status, refused.body.code], [status, code], refused.text);
  }
});

test('two nodes that hear the same words count them once', async () => {
  app.clock.set('2026-11-19T11:42:00Z');
  const talk = await openTalk(app);
  const program = await plan(talk);
  const phones = [];
  for (const name of ['阿兰', '阿波', '小陶', '老谭']) phones.push(await enter(talk, name));
  const other = await startDeliverer({ services: app.services, subscriptions: [countWords], pollMs: 0 });
  for (const round of ['打卡', '打卡 再说一遍']) {
    for (const phone of phones) await said(talk, phone, round);
    await Promise.all([app.bus.drain(), other.drain(), app.bus.drain()]);
  }
  await other.stop();
  for (const phone of phones) {
    assert.equal(await pointsOf(talk, phone), 5);
    assert.equal((await look(talk, phone, program)).me.days, 1);
  }
  assert.deepEqual(await countedDays(talk), { '2026-11-19': 4 });
});
