/** Promotions through the door, with a clock that is moved: what is held and until when, what is planned, what it costs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enter, openTalk, openTalkApp, said, say, type Talk } from '../messages/testing.ts';
import { erasePerson } from '../people/index.ts';
import { inTransaction } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { rollCommunity } from './balance.ts';
import { sendDue } from './schedule.ts';

const app = await openTalkApp();
const hour = 3_600_000;
const shopLink = '新米到了，自己下单 https://m.tb.cn/h.5abc';

/** Thursday 19 November 2026, 19:42 in Shanghai. */
const thursday = '2026-11-19T11:42:00Z';

async function open(settings: object = {}): Promise<Talk & { rules: string }> {
  app.clock.set(thursday);
  const talk = await openTalk(app);
  const rules = `/api/communities/${talk.communityId}/promotions`;
  const body = { perWeek: { ordinary: 1 }, gapHours: 0, quiet: { from: 0, to: 0 }, ...settings };
  const changed = await app.request('PUT', `${rules}/settings`, { as: talk.owner, body });
  assert.equal(changed.status, 200, changed.text);
  return { ...talk, rules };
}

const promote = (talk: Talk, body: object = {}) =>
  app.request('POST', `${talk.team}/messages`, {
    as: talk.owner,
    body: { clientId: newId(), text: '春日礼盒开卖', promotion: true, ...body },
  });

const standing = async (talk: Talk) =>
  (await app.request('GET', `${talk.team}/promotions/standing`, { as: talk.owner })).body;

const list = async (talk: Talk) => (await app.request('GET', `${talk.team}/promotions`, { as: talk.owner })).body.items;

test('the second promotion of the week is held, says until when, and other words are not', async () => {
  const talk = await open();
  assert.equal((await promote(talk)).status, 201);
  const second = await promote(talk);
  assert.deepEqual([second.status, second.body.code], [409, 'promotions.held_budget'], second.text);
  assert.equal(second.body.data.mayAt, '2026-11-22T16:00:00.000Z');
  assert.match(second.body.detail, /本周的推广次数用完了（1\/1）.*11月23日/);
  assert.equal(
    (await promote(talk, { promotion: false, text: shopLink })).status,
    201,
    'the team says that it is none',
  );
  assert.equal((await promote(talk, { promotion: undefined, text: '明天晚上一起包饺子' })).status, 201);
  const guessed = await promote(talk, { promotion: undefined, text: shopLink, kind: 'announcement' });
  assert.equal(guessed.body.code, 'promotions.held_budget', 'announcements too');
  assert.match(guessed.body.detail, /不是推广/);
  const { week, hosts } = await standing(talk);
  assert.deepEqual([week.used, week.left, hosts.messages, hosts.share], [1, 0, 3, 0.333]);
  app.clock.set('2026-11-22T16:00:00Z');
  assert.equal((await promote(talk)).status, 201, 'a new week');
});

test('a repeat takes no second place, and two who promote at once take the last one once', async () => {
  const talk = await open();
  const clientId = newId();
  assert.equal((await promote(talk, { clientId })).status, 201);
  const again = await promote(talk, { clientId });
  assert.deepEqual([again.status, again.body.duplicate], [201, true]);
  const other = await open();
  const answers = await Promise.all([promote(other), promote(other), promote(other)]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409]);
  assert.equal((await list(other)).length, 1);
  const third = await open();
  const same = { clientId: newId() };
  const twice = await Promise.all([promote(third, same), promote(third, same)]);
  assert.deepEqual(
    twice.map(({ status }) => status),
    [201, 201],
  );
  assert.equal((await list(third)).length, 1);
});

test('gap and quiet hours by the clocks of the community; a group may have its own', async () => {
  const talk = await open({ perWeek: { ordinary: 5 }, gapHours: 20, quiet: { from: 22 * 60, to: 9 * 60 } });
  assert.equal((await promote(talk)).status, 201);
  app.clock.advance(4 * hour);
  const held = await promote(talk);
  assert.equal(held.body.code, 'promotions.held_gap');
  assert.deepEqual(held.body.data.reasons, ['gap', 'quiet']);
  assert.equal(held.body.data.mayAt, '2026-11-20T07:42:00.000Z');
  const own = { perWeek: 5, gapHours: 0, quiet: { from: 0, to: 0 } };
  const path = `${talk.team}/promotions/policy`;
  assert.equal((await app.request('PUT', path, { as: talk.owner, body: own })).status, 204);
  assert.equal((await promote(talk)).status, 201);
  assert.equal((await app.request('DELETE', path, { as: talk.owner })).status, 204);
  assert.equal((await standing(talk)).own, null);
});

test('owners and admins go beyond with a reason that is kept; operators do not', async () => {
  const talk = await open();
  await promote(talk);
  const operator = await app.operator('operator', talk.communityId);
  const body = { clientId: newId(), text: '最后一天', promotion: true, insist: '供应商今天截止' };
  const refused = await app.request('POST', `${talk.team}/messages`, { as: operator, body });
  assert.deepEqual([refused.status, refused.body.code], [403, 'promotions.may_not_insist']);
  app.clock.advance(1000);
  assert.equal((await promote(talk, body)).status, 201);
  const [latest] = await list(talk);
  assert.deepEqual([latest.overruled, latest.insisted], [['budget'], '供应商今天截止']);
  const { rows } = await app.services.database.pool.query<{ detail: { because: string } }>(
    `select detail from platform_audit where community_id = $1 and action = 'promotions.insist'`,
    [talk.communityId],
  );
  assert.deepEqual(
    rows.map(({ detail }) => detail.because),
    ['供应商今天截止'],
  );
});

test('watching counts and holds nothing, off looks at nothing; a group without any budget has none', async () => {
  const talk = await open({ guard: 'watch' });
  for (let at = 0; at < 3; at++) assert.equal((await promote(talk)).status, 201);
  assert.equal((await standing(talk)).week.used, 3);
  const off = await open({ guard: 'off' });
  await promote(off);
  assert.deepEqual(await list(off), []);
  const none = await open({ perWeek: { ordinary: 0 } });
  const never = await promote(none);
  assert.deepEqual([never.body.code, never.body.data.mayAt], ['promotions.held_never', null]);
});

test('what is planned is said when it is due, once, in the name of its planner; it takes a place before that', async () => {
  const talk = await open({ quiet: { from: 22 * 60, to: 9 * 60 } });
  await promote(talk);
  const held = await promote(talk);
  const plan = { clientId: newId(), text: '周一上新', dueAt: held.body.data.mayAt };
  const path = `${talk.team}/promotions/scheduled`;
  const planned = await app.request('POST', path, { as: talk.owner, body: plan });
  assert.equal(planned.status, 201, planned.text);
  assert.equal((await app.request('POST', path, { as: talk.owner, body: plan })).body.id, planned.body.id);
  assert.equal(planned.body.dueAt, '2026-11-23T01:00:00.000Z');
  await sendDue.run(app.ctx, {});
  assert.equal((await list(talk)).length, 1, 'not before its time');
  app.clock.set('2026-11-23T00:59:00Z');
  await sendDue.run(app.ctx, {});
  const early = await promote(talk);
  assert.equal(early.status, 409, 'its place is taken');
  assert.equal(early.body.data.mayAt, '2026-11-30T01:00:00.000Z');
  app.clock.set('2026-11-23T01:00:30Z');
  await Promise.all([sendDue.run(app.ctx, {}), sendDue.run(app.ctx, {})]);
  await sendDue.run(app.ctx, {});
  const [latest, ...others] = await list(talk);
  assert.deepEqual([latest.excerpt, others.length], ['周一上新', 1]);
  assert.deepEqual((await app.request('GET', path, { as: talk.owner })).body.items, []);
  const { rows } = await app.services.database.pool.query<{ words: unknown; operator_id: string }>(
    `select s.words, m.operator_id from promotions_scheduled s join messages m on m.id = s.message_id where s.id = $1`,
    [planned.body.id],
  );
  assert.deepEqual(rows, [{ words: null, operator_id: `operator:${talk.owner.userId}` }]);
});

test('what is due and still too early moves; cancelled it is not said; who left the team speaks no more', async () => {
  const talk = await open();
  const operator = await app.operator('operator', talk.communityId);
  const path = `${talk.team}/promotions/scheduled`;
  const dueAt = '2026-11-20T01:00:00.000Z';
  const made = await app.request('POST', path, { as: operator, body: { clientId: newId(), text: '礼盒', dueAt } });
  assert.equal((await promote(talk)).status, 409, 'the place is taken by what is planned');
  const insisted = await promote(talk, { insist: '先发这条' });
  assert.equal(insisted.status, 201);
  app.clock.set(dueAt);
  await sendDue.run(app.ctx, {});
  const [moved] = (await app.request('GET', path, { as: talk.owner })).body.items;
  assert.deepEqual(
    [moved.state, moved.moves, moved.reason, moved.dueAt],
    ['waiting', 1, 'promotions.held_budget', '2026-11-22T16:00:00.000Z'],
  );
  await app.request('DELETE', `/api/communities/${talk.communityId}/team/${operator.userId}`, { as: talk.owner });
  app.clock.set('2026-11-22T16:00:00Z');
  await sendDue.run(app.ctx, {});
  const [back] = (await app.request('GET', path, { as: talk.owner })).body.items;
  assert.deepEqual([back.id, back.state, back.text], [made.body.id, 'held', '礼盒']);
  const cancel = () => app.request('DELETE', `${talk.rules}/scheduled/${made.body.id}`, { as: talk.owner });
  assert.deepEqual([(await cancel()).status, (await cancel()).status], [204, 204]);
  assert.deepEqual((await app.request('GET', path, { as: talk.owner })).body.items, []);
  const past = { clientId: newId(), text: '晚了', dueAt };
  assert.equal((await app.request('POST', path, { as: talk.owner, body: past })).body.code, 'promotions.too_early');
});

test('the team corrects, and nearly the same text is taken the same way from then on', async () => {
  const talk = await open({ perWeek: { ordinary: 9 } });
  const plain = { promotion: undefined };
  const guessed = (await promote(talk, { ...plain, text: shopLink })).body.message;
  const other = '周末市集摆摊名单已经定下，想来摆摊的私聊报名';
  const missed = (await promote(talk, { ...plain, text: other })).body.message;
  assert.equal((await standing(talk)).week.used, 1);
  const correct = (id: string, promotion: boolean) =>
    app.request('PUT', `${talk.team}/messages/${id}/promotion`, { as: talk.owner, body: { promotion } });
  assert.equal((await correct(guessed.id, false)).status, 204);
  assert.equal((await correct(missed.id, true)).status, 204);
  const { week } = await standing(talk);
  assert.equal(week.used, 1);
  const look = async (text: string) =>
    (await app.request('POST', `${talk.team}/promotions/look`, { as: talk.owner, body: { text } })).body;
  assert.deepEqual((await look(`${shopLink}。`)).promotion, false);
  assert.deepEqual((await look(other)).knownBy, 'taught');
  const lin = await enter(talk, '小林');
  const own = await said(talk, lin, '我也想去');
  assert.equal((await correct(own.id, true)).body.code, 'promotions.not_of_team');
});

test('the balance is made of its parts; rolling up twice and counting again give the same days', async () => {
  const talk = await open({ perWeek: { ordinary: 9 } });
  const lin = await enter(talk, '小林');
  for (let day = 0; day < 45; day++) {
    app.clock.advance(24 * hour);
    const { id } = await said(talk, lin, `第 ${day} 天的饭`);
    await app.request('PUT', `${talk.base}/messages/${id}/reactions/like`, { as: lin.actor });
    if (day % 10 === 0) await promote(talk);
    if (day % 7 === 0) await rollCommunity(app.ctx, talk.communityId);
  }
  await promote(talk);
  const kept = async () =>
    (
      await app.services.database.pool.query<{ day: string; balance: number; reactions: number; spent: number }>(
        'select day, balance, reactions, spent from promotions_days where community_id = $1 order by day',
        [talk.communityId],
      )
    ).rows;
  await rollCommunity(app.ctx, talk.communityId);
  const first = await kept();
  await rollCommunity(app.ctx, talk.communityId);
  assert.deepEqual(await kept(), first);
  await rollCommunity(app.ctx, talk.communityId, true);
  assert.deepEqual(await kept(), first);
  assert.ok(first.length >= 44);
  assert.ok(first.some(({ spent }) => spent === 10));
  const { credit } = await standing(talk);
  assert.equal(credit.provisional, true);
  assert.ok(credit.weeks[0].promotions >= 1 && credit.weeks.length === 5);
  assert.ok(credit.balance < first.at(-1)!.balance, 'today has cost something');
});

test('the credit floor holds what would fall below it', async () => {
  const talk = await open({ perWeek: { ordinary: 9 }, creditFloor: -15 });
  assert.equal((await promote(talk)).status, 201);
  const held = await promote(talk);
  assert.equal(held.body.code, 'promotions.held_credit');
  const days = (Date.parse(held.body.data.mayAt) - app.clock.now().getTime()) / (24 * hour);
  assert.ok(days > 26 && days < 29, `ten points have to fade to five, which takes four weeks (${days})`);
});

test('what was counted after a promotion: answers, reactions, people who left; once, whatever is delivered twice', async () => {
  const talk = await open();
  const [lin, qing] = [await enter(talk, '小林'), await enter(talk, '阿青')];
  const { message } = (await promote(talk)).body;
  await said(talk, lin, { text: '怎么买', replyTo: message.id });
  await app.request('PUT', `${talk.base}/messages/${message.id}/reactions/like`, { as: qing.actor });
  await app.request('POST', `${talk.base}/leave`, { as: qing.actor, body: {} });
  await app.settle();
  const [one] = await list(talk);
  assert.deepEqual(one.followed, { replies: 1, reactions: 1, leaves: 1, leavesBefore: 0, isOver: false });
});

test("members' own promotions wait where they are not welcome or too many; the export has them, erasure takes them", async () => {
  const talk = await open({ members: { guard: 'on', groupIds: [], perWeek: 1 } });
  const rules = `/api/communities/${talk.communityId}/rules`;
  await app.request('PUT', `${rules}/settings`, { as: talk.owner, body: { checks: { links: 'off' } } });
  const lin = await enter(talk, '小林');
  const held = await say(talk, lin, shopLink);
  assert.deepEqual([held.status, held.body.code], [409, 'promotions.members_never'], held.text);
  const cases = await app.request('GET', `${rules}/cases`, { as: talk.owner });
  assert.equal(cases.body.items[0].evidence[0].check, 'promotion');
  const settings = { members: { guard: 'on', groupIds: [talk.groupId], perWeek: 1 } };
  await app.request('PUT', `${talk.rules}/settings`, { as: talk.owner, body: settings });
  await said(talk, lin, `${shopLink} 好吃`);
  await app.settle();
  const second = await say(talk, lin, '我家还有面 https://weidian.com/i/3');
  assert.equal(second.body.code, 'promotions.members_enough', second.text);
  assert.equal((await list(talk))[0].voice, 'member');
  assert.equal((await standing(talk)).week.used, 0, 'their own cost the group nothing');
  const { communityId } = talk;
  const who = { communityId, identityId: lin.identityId };
  await inTransaction(app.ctx, (ctx) => erasePerson(ctx, who, 'member'));
  await app.settle();
  assert.deepEqual(await list(talk), []);
});

test('groups of other platforms: what people carry over is held before it becomes a task', async () => {
  const talk = await open();
  const manual = await openTalk(app, { carrier: 'manual' });
  const body = { perWeek: { ordinary: 1 }, gapHours: 0, quiet: { from: 0, to: 0 } };
  const path = `/api/communities/${manual.communityId}/promotions/settings`;
  await app.request('PUT', path, { as: manual.owner, body });
  const first = await promote(manual);
  assert.ok(first.body.taskId);
  assert.equal((await promote(manual)).body.code, 'promotions.held_budget');
  assert.equal((await promote(talk)).status, 201, 'each community by itself');
});

test('a playbook sets budget, gap and quiet hours where the team has not, and the same playbook again keeps them', async () => {
  const { communityId, owner, rules } = await open({ perWeek: {}, gapHours: 5, quiet: undefined });
  const base = `/api/communities/${communityId}`;
  const before = (await app.request('GET', `${rules}/settings`, { as: owner })).body.settings;
  const file = [
    'miaohui-playbook: 1',
    'id: sells-little',
    'title: 卖得少',
    'kind: interest',
    'language: zh-CN',
    'promotions:',
    '  perWeek: { ordinary: 1 }',
    '  gapHours: 72',
    "  quiet: { from: '21:30', to: '08:00' }",
  ].join('\n');
  const play = () => app.request('POST', `${base}/playbook:apply`, { as: owner, body: { file } });
  const actionsOf = (answer: { body: { sections: { changes: { action: string }[] }[] } }) =>
    answer.body.sections.flatMap(({ changes }) => changes.map(({ action }) => action));
  assert.deepEqual(actionsOf(await play()), ['change', 'keep', 'change']);
  const { settings } = (await app.request('GET', `${base}/promotions/settings`, { as: owner })).body;
  assert.deepEqual(
    [settings.perWeek.ordinary, settings.perWeek.paid, settings.gapHours, settings.quiet],
    [1, before.perWeek.paid, 5, { from: 21 * 60 + 30, to: 8 * 60 }],
  );
  assert.deepEqual(actionsOf(await play()), ['keep', 'keep', 'keep']);
  const exported = await app.request('GET', `${base}/playbook`, { as: owner });
  assert.match(exported.text, /promotions:\n(?:.*\n)*?\s+gapHours: 5/);
});
