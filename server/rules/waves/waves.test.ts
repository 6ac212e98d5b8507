/** Waves of joins: seen while people come in, told to the team, answered with one tap; never a reason to remove anybody. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLink } from '../../groups/index.ts';
import { answersOf, comeIn, knock, phoneOf, type Phone } from '../../people/testing.ts';
import { createContext } from '../../platform/context.ts';
import { getRulebook } from '../rulebook.ts';
import { ask, openCourt, openCourtApp, say, type Court } from '../testing.ts';

const app = await openCourtApp();
const sweet = (count = 9) => Array.from({ length: count }, (_, at) => `甜甜${at + 20}`);

async function comeTogether(court: Court, names: readonly string[] = sweet()): Promise<Phone[]> {
  const phones: Phone[] = [];
  for (const name of names) phones.push(await comeIn(app, court, name));
  await app.settle();
  return phones;
}

const counting = async (court: Court, ctx = app.ctx) => (await getRulebook(ctx, court.communityId)).waves;
const wavesOf = async (court: Court, state = 'open') => (await ask(court, `GET /waves?state=${state}`)).body.items;
const alarmsOf = async (court: Court, state = 'open') =>
  (
    await app.request('GET', `/api/communities/${court.communityId}/alarms?kind=joining_wave&state=${state}`, {
      as: court.first,
    })
  ).body.items;

test('a wave is told once with its ground and no names, is there after a restart, and who says the same is held', async () => {
  const court = await openCourt(app);
  const phones = await comeTogether(court);
  const [alarm, ...others] = await alarmsOf(court);
  assert.deepEqual(others, []);
  assert.match(alarm.text, /门店海报.*9 个人的名字是一个模子。可能.*没有人被移出/);
  assert.doesNotMatch(JSON.stringify(alarm), /甜甜/, 'mails are written from this');
  const [line] = await wavesOf(court);
  assert.equal(alarm.behind, `rules/waves/${line.id}`);
  const { body: wave } = await ask(court, `GET /waves/${line.id}`);
  assert.deepEqual(
    [wave.people, wave.names, wave.faces, wave.sign, wave.entrance.channel, wave.before.joins, wave.here, wave.spoken],
    [9, 9, 0, 'names', '门店海报', 0, 9, 0],
  );
  assert.deepEqual(wave.comers.map(({ name }: { name: string }) => name).sort(), sweet());
  const { actor, requestId, locale, publicUrl } = app.ctx;
  const restarted = createContext({ ...app.services }, { actor, requestId, locale, publicUrl, log: app.ctx.log });
  assert.equal((await counting(court, restarted)).size, 9);
  const text = '新来的，看到有个群里发福利，大家可以去看看';
  assert.equal((await say(court, phones[0]!, '大家好，请多关照')).status, 201);
  assert.equal((await say(court, phones[1]!, text)).status, 201);
  const second = await say(court, phones[2]!, `${text}呀`);
  assert.deepEqual([second.status, second.body.code], [409, 'rules.held_raid'], second.text);
  assert.deepEqual((await ask(court, 'GET /cases?state=open')).body.items[0].evidence[0].kinds, ['same']);
  await comeTogether(court, ['甜甜77']);
  const [grown] = await alarmsOf(court);
  assert.deepEqual([grown.id, grown.evidence.people, grown.countedAt !== null], [alarm.id, 10, true]);
  app.clock.advance(25 * 3_600_000);
  assert.equal((await say(court, phones[3]!, text)).status, 201, 'a day later');
  await app.jobs.runHere('rules.end_waves', {});
  await app.settle();
  assert.deepEqual([await wavesOf(court), await alarmsOf(court)], [[], []]);
  const [over] = await wavesOf(court, 'over');
  const { body: past } = await ask(court, `GET /waves/${over.id}`);
  assert.deepEqual([past.how, past.people, past.comers], ['time', 10, []], 'numbers stay, people are forgotten');
  assert.equal((await alarmsOf(court, 'settled'))[0].settledHow, 'passed');
});

test('first messages are held by one tap until one is let through, by undo, and by its time', async () => {
  const court = await openCourt(app);
  const phones = await comeTogether(court);
  const [{ id }] = await wavesOf(court);
  const hold = await ask(court, `POST /waves/${id}/hold`);
  assert.equal(hold.body.heldUntil, hold.body.until, hold.text);
  assert.equal((await ask(court, `POST /waves/${id}/hold`)).body.code, 'rules.wave_answered');
  const first = await say(court, phones[0]!, '大家好，请多关照');
  assert.deepEqual([first.status, first.body.code], [409, 'rules.held_raid'], first.text);
  const [waiting] = (await ask(court, 'GET /cases?state=open')).body.items;
  assert.deepEqual([waiting.evidence[0].kinds, waiting.sanctions], [['held'], []]);
  assert.equal((await ask(court, `GET /waves/${id}`)).body.held, 1);
  assert.equal((await ask(court, `POST /cases/${waiting.id}/release`, { body: {} })).status, 200);
  await app.settle();
  assert.equal((await say(court, phones[0]!, '这里都聊些什么呀')).status, 201, 'let through once');
  assert.equal((await say(court, phones[1]!, '我也刚来')).status, 409);
  const undone = await ask(court, `DELETE /waves/${id}/hold`);
  assert.equal(undone.body.heldUntil, null);
  assert.equal((await ask(court, `DELETE /waves/${id}/hold`)).body.code, 'rules.wave_not_answered');
  assert.equal((await say(court, phones[2]!, '我是听朋友说的')).status, 201);
  await ask(court, `POST /waves/${id}/hold`);
  assert.equal((await say(court, phones[3]!, '我也是来看看')).status, 409);
  app.clock.advance(24 * 3_600_000 + 1000);
  assert.equal((await say(court, phones[4]!, '隔了一天才来说话')).status, 201, 'ended by itself');
});

test('approval at that entrance for an hour: others walk in, the door opens again by itself or by undo', async () => {
  const court = await openCourt(app);
  await comeTogether(court);
  const [{ id }] = await wavesOf(court);
  const asked = await ask(court, `POST /waves/${id}/approval`);
  assert.equal(Date.parse(asked.body.approvalUntil) - app.clock.now().getTime(), 3_600_000, asked.text);
  const late = await knock(app, court.code, { answers: answersOf('阿秀') });
  assert.equal(late.body.state, 'waiting', late.text);
  const phone = await phoneOf(app, late);
  const look = async () => (await app.request('GET', `/api/join/${court.code}`, { as: phone.actor })).body.state;
  assert.equal(await look(), 'waiting');
  const { communityId, groupId } = court;
  const other = await createLink(app.ctx, { communityId, groupId }, { channel: '老客微信' });
  assert.equal(
    (await knock(app, other.code, { answers: answersOf('米粒妈') })).body.state,
    'joined',
    'another entrance',
  );
  const applications = `/api/communities/${communityId}/groups/${groupId}/applications`;
  assert.equal((await app.request('GET', applications, { as: court.first })).body.items.length, 1);
  assert.equal((await ask(court, `DELETE /waves/${id}/approval`)).body.approvalUntil, null);
  assert.equal(await look(), 'open');
  // What was done stands in the order of its moments.
  app.clock.advance(1000);
  await ask(court, `POST /waves/${id}/approval`);
  assert.equal(await look(), 'waiting');
  app.clock.advance(3_600_001);
  assert.equal(await look(), 'open', 'an hour is over');
  const again = await knock(app, court.code, { as: phone });
  assert.equal(again.body.state, 'joined', again.text);
  assert.deepEqual((await app.request('GET', applications, { as: court.first })).body.items, []);
  const { body: wave } = await ask(court, `GET /waves/${id}`);
  assert.deepEqual(
    wave.answers.map(({ kind, endedBy }: { kind: string; endedBy: string | null }) => [kind, endedBy !== null]),
    [
      ['approval', true],
      ['approval', false],
    ],
  );
});

test('guests: the wave and what was done about it end at once, its people are forgotten, and the entrance is left in peace', async () => {
  const court = await openCourt(app);
  const phones = await comeTogether(court);
  const [{ id }] = await wavesOf(court);
  await ask(court, `POST /waves/${id}/hold`);
  const viewer = await app.operator('viewer', court.communityId);
  assert.equal((await ask(court, `POST /waves/${id}/guests`, { as: viewer })).status, 403);
  const { body: wave } = await ask(court, `POST /waves/${id}/guests`);
  assert.deepEqual([wave.how, wave.heldUntil, wave.comers], ['guests', null, []]);
  assert.equal((await say(court, phones[0]!, '谢谢，我们都是一起来的')).status, 201);
  await app.settle();
  assert.equal((await alarmsOf(court, 'settled'))[0].settledHow, 'dismissed');
  await comeTogether(court, ['甜甜88']);
  assert.deepEqual([await wavesOf(court), (await counting(court)).size], [[], 0]);
  assert.equal((await ask(court, `POST /waves/${id}/hold`)).body.code, 'rules.wave_over');
});

test('neighbours who come together are no wave, and with the check off nobody is watched', async () => {
  const court = await openCourt(app);
  await comeTogether(court, ['小满', '阿圆', '何小曼', '米粒妈', '阿德', '辣妹厨房', '王秀芬', '老周']);
  const off = await openCourt(app);
  const { body } = await ask(off, 'GET /settings');
  const checks = { ...body.checks, raid: 'off' };
  assert.equal((await ask(off, 'PUT /settings', { as: off.owner, body: { ...body, checks } })).status, 200);
  await comeTogether(off);
  assert.deepEqual([await wavesOf(court), await alarmsOf(court), await wavesOf(off)], [[], [], []]);
});
