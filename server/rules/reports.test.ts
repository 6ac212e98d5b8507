/** Members watch too: what reporting does and does not do, who learns what, thanks and what takes them back, limits, privacy. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listAccounts, reconcile } from '../ledger/index.ts';
import { read, said } from '../messages/testing.ts';
import type { Phone } from '../people/testing.ts';
import { newId } from '../platform/ids.ts';
import { removeMember } from '../team/index.ts';
import { forgetWords } from './privacy.ts';
import { ask, enter, mine, openCourt, openCourtApp, say, type Court } from './testing.ts';

const app = await openCourtApp();
const day = 86_400_000;
/** Who has founded the community of a test: an owner as well. */
const founderId = '0190a0a0-0000-7000-8000-000000000001';
const bad = '你这种人也配来教做菜，滚远点';

const report = (court: Court, phone: Phone, messageId: string, body: object = { reason: 'insult' }) =>
  app.request('POST', `${court.base}/messages/${messageId}/report`, { as: phone.actor, body });
const reports = async (court: Court, phone: Phone) =>
  (await app.request('GET', `${court.base}/my-reports`, { as: phone.actor })).body.items;
const queue = async (court: Court, more = '', as = court.first) =>
  (await ask(court, `GET /cases?state=open${more}`, { as })).body.items;
const decide = async (court: Court, id: string, verb: string, { as = court.first, body = {} } = {}) => {
  const answer = await ask(court, `POST /cases/${id}/${verb}`, { as, body });
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
};
const texts = async (court: Court, phone: Phone) =>
  (await read(court, phone, '/messages')).body.items.map((one: { text: string }) => one.text).filter(Boolean);
const notes = async (court: Court, phone: Phone): Promise<string[]> =>
  (await read(court, phone, '/notes')).body.items.map((one: { text: string }) => one.text);
const pointsOf = async ({ communityId }: Court, { identityId: ownerId }: Phone): Promise<number> => {
  const { items } = await listAccounts(app.ctx, communityId, { ownerId, limit: 10 });
  return items.find(({ unit }) => unit === 'points')?.balance ?? 0;
};
const settings = async (court: Court, part: object) => {
  const { body } = await ask(court, 'GET /settings');
  const answer = await ask(court, 'PUT /settings', {
    as: court.owner,
    body: { ...body, reports: { ...body.reports, ...part } },
  });
  assert.equal(answer.status, 200, answer.text);
};
async function writeRule(court: Court): Promise<string> {
  const body = { items: [{ name: '说事不说人', unwelcome: '笑话别人', reason: '吵赢了群就散了', watchedBy: ['ads'] }] };
  return (await ask(court, 'PUT /text', { as: court.owner, body })).body.items[0].key;
}

test('a true report: one case for all, the author reads only the rule, who reported is thanked with points', async () => {
  const court = await openCourt(app);
  const [author, one, two] = [await enter(court, '阿德'), await enter(court, '小满'), await enter(court, '阿圆')];
  const rule = await writeRule(court);
  const { id: messageId } = await said(court, author, bad);
  const first = await report(court, one, messageId, { reason: 'insult', words: '他骂新来的' });
  assert.deepEqual([first.status, first.body.report.outcome], [200, 'waiting'], first.text);
  assert.match(first.body.text, /只有管家知道/);
  const again = await report(court, one, messageId, { reason: 'fraud' });
  assert.deepEqual(again.body, first.body, 'the same answer, whatever is said the second time');
  app.clock.advance(1000);
  assert.equal((await report(court, two, messageId, { reason: 'rule', rule })).status, 200);
  assert.deepEqual((await mine(court, author)).items, [], 'nothing has happened to the author');
  assert.deepEqual(await texts(court, two), [bad], 'still there: nobody has looked');

  const [waiting, ...others] = await queue(court, '&reported=true');
  assert.deepEqual([others.length, waiting.kind, waiting.reports, waiting.rule], [0, 'said', 2, rule]);
  assert.equal((await ask(court, 'GET /counts')).body.waiting, 1);
  const detail = (await ask(court, `GET /cases/${waiting.id}`)).body;
  const shown = detail.reportedBy.map(
    ({ reason, record, reporter, words }: Record<string, { name: string } & string>) => [
      reason,
      record,
      reporter!.name,
      words,
    ],
  );
  assert.deepEqual(shown, [
    ['insult', 'new', '小满', '他骂新来的'],
    ['rule', 'new', '阿圆', null],
  ]);
  const viewer = await app.operator('viewer', court.communityId);
  const seen = await ask(court, `GET /cases/${waiting.id}`, { as: viewer });
  assert.equal(seen.body.reportedBy.length, 2);
  for (const secret of ['小满', '阿圆', '骂新来', one.identityId]) assert.ok(!seen.text.includes(secret), secret);

  await decide(court, waiting.id, 'uphold');
  assert.deepEqual(await texts(court, two), []);
  const [own] = (await mine(court, author)).items;
  assert.match(own.why, /说事不说人.*笑话别人.*吵赢了群就散了/);
  const [told] = await notes(court, author);
  assert.match(told!, /收起来了.*说事不说人/s);
  for (const text of [JSON.stringify(own), told!])
    for (const secret of ['小满', '阿圆', '骂新来', '有人报', one.identityId])
      assert.ok(!text.includes(secret), secret);
  for (const phone of [one, two]) {
    assert.equal(await pointsOf(court, phone), 2);
    assert.match((await notes(court, phone))[0]!, /谢谢你！.*2 积分/);
    const [outcome] = await reports(court, phone);
    assert.deepEqual([outcome.outcome, outcome.points, outcome.author], ['true', 2, '阿德']);
  }
});

test('undone and decided again: points go and come, thanks are said once; overturned on appeal they go for good', async () => {
  const court = await openCourt(app);
  const [author, one] = [await enter(court, '阿德'), await enter(court, '小满')];
  const { id: messageId } = await said(court, author, bad);
  await report(court, one, messageId);
  const [{ id }] = await queue(court);
  const stand = async () => [
    await pointsOf(court, one),
    (await reports(court, one))[0].outcome,
    (await notes(court, one)).length,
  ];
  await decide(court, id, 'uphold');
  assert.deepEqual(await stand(), [2, 'true', 1]);
  await decide(court, id, 'undo');
  assert.deepEqual(await stand(), [0, 'waiting', 1]);
  assert.deepEqual(await texts(court, one), [bad]);
  await decide(court, id, 'release');
  assert.deepEqual(await stand(), [0, 'false', 1]);
  assert.deepEqual(await texts(court, one), [bad], 'it was there already, and is there once');
  await decide(court, id, 'undo');
  await decide(court, id, 'uphold');
  assert.deepEqual(await stand(), [2, 'true', 1]);
  const appeal = { as: author.actor, body: { text: '我在念一段小说' } };
  assert.equal((await app.request('POST', `${court.base}/cases/${id}/appeal`, appeal)).status, 200);
  assert.deepEqual(await stand(), [2, 'true', 1], 'an appeal alone changes nothing');
  await decide(court, id, 'release', { as: court.second });
  assert.deepEqual(await stand(), [0, 'false', 2]);
  assert.match((await notes(court, one)).join(), /另一位伙伴又看了一次.*2 积分也收回/);
  assert.deepEqual(await texts(court, one), [bad]);
  await decide(court, id, 'undo', { as: court.second });
  assert.deepEqual([await stand(), await texts(court, one)], [[2, 'true', 2], []], 'back to where the appeal found it');
  await decide(court, id, 'uphold', { as: court.second });
  assert.deepEqual(await stand(), [2, 'true', 2]);
  assert.deepEqual((await reconcile(app.ctx, court.communityId)).findings, []);
});

test('what may not be reported, and what a released message answers', async () => {
  const court = await openCourt(app);
  const [author, one, two] = [await enter(court, '阿德'), await enter(court, '小满'), await enter(court, '阿圆')];
  const { id } = await said(court, author, bad);
  const code = async (phone: Phone, messageId: string, body?: object) =>
    (await report(court, phone, messageId, body)).body.code;
  assert.equal(await code(author, id), 'rules.own_message');
  assert.equal(await code(one, newId()), 'rules.message_gone');
  assert.equal(await code(one, id, { reason: 'rule', rule: 'nope' }), 'rules.unknown_rule');
  for (const body of [
    {},
    { reason: 'hate' },
    { reason: 'rule' },
    { reason: 'insult', rule: 'x' },
    { reason: 'other', words: 'x'.repeat(201) },
  ])
    assert.equal((await report(court, one, id, body)).status, 400, JSON.stringify(body));
  const outside = await openCourt(app);
  assert.equal((await report(outside, one, id)).status, 404);
  assert.equal((await queue(court)).length, 0, 'nothing half-written');

  await report(court, one, id, { reason: 'other', words: '' });
  const [found] = await queue(court);
  await decide(court, found.id, 'release');
  const looked = await report(court, two, id);
  assert.deepEqual([looked.status, looked.body.report], [200, null]);
  assert.match(looked.body.text, /已经看过/);
  assert.equal((await report(court, one, id)).body.report.outcome, 'false');
  assert.deepEqual(
    (await mine(court, author)).items,
    [],
    'that somebody was wrong about them is not told to the author',
  );
});

test('limits: so many a day; who was nearly always wrong lately is kindly told to wait, but not when they feel unsafe', async () => {
  const court = await openCourt(app);
  await settings(court, { perDay: 6 });
  const [author, one] = [await enter(court, '阿德'), await enter(court, '小满')];
  const ids: string[] = [];
  for (let time = 0; time < 8; time++) {
    app.clock.advance(61_000);
    ids.push((await said(court, author, `第 ${time} 句话`)).id);
  }
  for (const id of ids.slice(0, 6)) {
    app.clock.advance(61_000);
    assert.equal((await report(court, one, id)).status, 200);
  }
  const seventh = await report(court, one, ids[6]!);
  assert.deepEqual([seventh.status, seventh.body.code], [429, 'rules.too_many_reports']);
  assert.match(seventh.body.detail, /6 句/);
  for (const { id } of await queue(court)) await decide(court, id, 'release');
  app.clock.advance(2 * day);
  const wait = await report(court, one, ids[6]!);
  assert.deepEqual([wait.status, wait.body.code], [429, 'rules.reports_wait']);
  assert.match(wait.body.detail, /5 天后/);
  assert.equal((await report(court, one, ids[6]!, { reason: 'unsafe' })).status, 200);
  const [{ id }] = await queue(court);
  assert.equal((await ask(court, `GET /cases/${id}`)).body.reportedBy[0].record, 'seldom');
  app.clock.advance(5 * day + 60_000);
  assert.equal((await report(court, one, ids[7]!)).status, 200);
});

test('what the team has said goes to owner and admins only, brings no points, and never to whom it is about', async () => {
  const court = await openCourt(app);
  const [steward, one] = [await enter(court, '阿姐', 'steward'), await enter(court, '小满')];
  const { id } = await said(court, steward, '你们这些新来的都闭嘴');
  assert.equal((await report(court, one, id)).status, 200);
  assert.equal((await queue(court)).length, 0);
  assert.equal((await ask(court, 'GET /counts')).body.waiting, 0);
  assert.equal((await ask(court, 'GET /counts', { as: court.owner })).body.waiting, 1);
  const [found] = await queue(court, '', court.owner);
  assert.deepEqual([found.audience, found.trust], ['leads', 'team']);
  for (const what of [`GET /cases/${found.id}`, `POST /cases/${found.id}/uphold`])
    assert.equal((await ask(court, what, what.startsWith('POST') ? { body: {} } : {})).status, 404, what);
  // The owner's browser that is this steward in the talk does not see it either.
  const self = { ...court.owner, actor: { ...court.owner, deviceId: steward.actor.deviceId } };
  assert.equal((await ask(court, `GET /cases/${found.id}`, { as: self.actor as never })).status, 404);
  assert.equal(
    (await ask(court, `POST /cases/${found.id}/uphold`, { as: court.owner, body: { step: 'mute' } })).body.code,
    'rules.not_sanctionable',
  );
  const upheld = await decide(court, found.id, 'uphold', { as: court.owner });
  assert.deepEqual([upheld.state, upheld.sanctions, await texts(court, one)], ['upheld', [], []]);
  assert.deepEqual([await pointsOf(court, one), await notes(court, one)], [0, []]);
  assert.equal((await reports(court, one))[0].outcome, 'true');

  const official = await app.request('POST', `${court.team}/messages`, {
    as: court.owner,
    body: { clientId: newId(), text: '今天全场八折，不买就走' },
  });
  assert.equal(official.status, 201, official.text);
  const messageId = official.body.message.id;
  await removeMember(app.ctx, { communityId: court.communityId, userId: founderId });
  assert.equal((await report(court, one, messageId)).body.code, 'rules.nobody_else');
  const admin = await app.operator('admin', court.communityId);
  assert.equal((await report(court, one, messageId)).status, 200);
  assert.equal((await queue(court, '', court.owner)).length, 0, 'the owner has said it');
  assert.equal((await queue(court, '', admin)).length, 1);
});

test('enough independent reports take it out of the group only where the community wants it; released it is there again', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '阿德');
  const people: Phone[] = [];
  for (const name of ['小满', '阿圆', '老谭', '米粒', '阿禾']) {
    people.push(await enter(court, name));
    app.clock.advance(2 * day);
  }
  for (const phone of people) for (const word of ['早', '好', '在']) await said(court, phone, word);
  const shown = () => texts(court, people[0]!).then((all) => all.filter((text: string) => text.length > 2));
  const calm = await said(court, author, '没开这个的时候，先留着');
  for (const phone of people) await report(court, phone, calm.id);
  await app.settle();
  assert.deepEqual(await shown(), ['没开这个的时候，先留着']);
  await settings(court, { hide: 'on', hideWeight: 2 });
  app.clock.advance(2 * day);
  const { id } = await said(court, author, bad);
  // The newest of them is still a newcomer: heard, but without weight here.
  const news = await enter(court, '新来的');
  for (const phone of [news, ...people.slice(0, 3)]) await report(court, phone, id);
  await app.settle();
  assert.ok((await shown()).includes(bad), 'three voices of a half each do not reach two');
  await report(court, people[3]!, id);
  await app.settle();
  assert.ok(!(await shown()).includes(bad));
  const [own] = (await mine(court, author)).items;
  assert.deepEqual(
    [own.state, own.sanctions],
    ['waiting', []],
    'the author learns that it waits; nothing else follows',
  );
  const waiting = (await queue(court)).find((one: { hiddenAt: string | null }) => one.hiddenAt !== null);
  await decide(court, waiting.id, 'release');
  assert.ok((await shown()).includes(bad));
  assert.deepEqual((await mine(court, author)).items, []);
});

test('a crowd that came along together is one voice', async () => {
  const court = await openCourt(app);
  await settings(court, { hide: 'on', hideWeight: 1 });
  const author = await enter(court, '阿德');
  const people = [];
  for (const name of ['甲', '乙', '丙', '丁', '戊']) people.push(await enter(court, `同学${name}`));
  app.clock.advance(4 * day);
  for (const phone of people) for (const word of ['早', '好', '在']) await said(court, phone, word);
  const { id } = await said(court, author, bad);
  for (const phone of people) await report(court, phone, id);
  await app.settle();
  assert.ok((await texts(court, author)).includes(bad));
  assert.equal((await queue(court))[0].reports, 5, 'the team sees all of them');
});

test('who decides is not paid for it; a rule named by who decides is the one that the author reads', async () => {
  const court = await openCourt(app);
  const [author, one] = [await enter(court, '阿德'), await enter(court, '小满')];
  const rule = await writeRule(court);
  const { id } = await said(court, author, bad);
  await report(court, one, id, { reason: 'other', words: '说不好，就是难受' });
  const self = { ...court.first, deviceId: one.actor.deviceId };
  const [found] = await queue(court);
  assert.equal(
    (await ask(court, `POST /cases/${found.id}/uphold`, { body: { rule: 'nope' } })).body.code,
    'rules.unknown_rule',
  );
  const upheld = await decide(court, found.id, 'uphold', { as: self as never, body: { rule } });
  assert.deepEqual([upheld.rule, upheld.sanctions[0].rule], [rule, rule]);
  assert.match((await mine(court, author)).items[0].why, /说事不说人/);
  assert.equal(await pointsOf(court, one), 0);
});

test('privacy: words are forgotten in time, one’s own export has one’s own, erasure leaves nobody; nothing in log and audit', async () => {
  const court = await openCourt(app);
  const [author, one] = [await enter(court, '阿德'), await enter(court, '小满')];
  const { id } = await said(court, author, bad);
  await report(court, one, id, { reason: 'other', words: '悄悄告诉你' });
  const [found] = await queue(court);
  await decide(court, found.id, 'uphold');
  const exported = async (phone: Phone) =>
    (await app.request('GET', `/api/member/communities/${court.communityId}/me/export`, { as: phone.actor })).body.rules
      .reports;
  assert.deepEqual(await exported(author), []);
  const [mineNow] = await exported(one);
  assert.deepEqual(
    [mineNow.reason, mineNow.words, mineNow.outcome, mineNow.points],
    ['other', '悄悄告诉你', 'true', 2],
  );
  const audit = await app.request('GET', `/api/communities/${court.communityId}/audit?action=rules.`, {
    as: court.owner,
  });
  assert.ok(audit.text.includes('rules.thank_reporters'));
  for (const words of ['悄悄', bad, one.identityId, one.actor.deviceId]) assert.ok(!audit.text.includes(words), words);
  for (const line of app.logged) assert.ok(!line.includes('悄悄') && !line.includes(bad), line);

  app.clock.advance(91 * day);
  await forgetWords.run(app.ctx, {});
  assert.equal((await exported(one))[0].words, null);
  const erased = await app.request('POST', `/api/member/communities/${court.communityId}/me/erase`, {
    as: one.actor,
    body: { confirm: '抹去我' },
  });
  assert.equal(erased.status, 202, erased.text);
  await app.settle();
  const detail = await ask(court, `GET /cases/${found.id}`);
  assert.equal(detail.body.reportedBy.length, 1);
  assert.notEqual(detail.body.reportedBy[0].reporter.identityId, one.identityId);
  await decide(court, found.id, 'undo').catch((error: Error) => assert.match(error.message, /case_forgotten/));
});

test('a message that dry mode has noted can be reported all the same', async () => {
  const court = await openCourt(app);
  const { body } = await ask(court, 'GET /settings');
  body.checks = { ...body.checks, terms: 'dry', ads: 'off' };
  await ask(court, 'PUT /settings', { as: court.owner, body });
  const [author, one] = [await enter(court, '阿德'), await enter(court, '小满')];
  const { id } = await said(court, author, '刷单返利，日结');
  await app.settle();
  assert.equal((await ask(court, 'GET /cases?kind=dry')).body.items.length, 1);
  assert.equal((await report(court, one, id, { reason: 'advert' })).status, 200);
  const [found] = await queue(court, '&reported=true');
  assert.deepEqual([found.kind, found.rule], ['said', 'ads']);
  assert.equal((await say(court, author, '刷单返利')).status, 201);
});
