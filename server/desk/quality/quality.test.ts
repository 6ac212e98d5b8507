/** Answer quality through the door: one tap of the asker, the sample of a week, what reviewers and their agreement say. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enter, openTalk, openTalkApp, read, said, write, type Talk } from '../../messages/testing.ts';
import { newId } from '../../platform/ids.ts';

const app = await openTalkApp();
const minute = 60_000;

type Actor = Talk['owner'];

const things = [
  '能用电磁炉吗？',
  '锅盖在哪里买？',
  '几点开始集合？',
  '可以带孩子来吗？',
  '下雨还办吗？',
  '停车方便吗？',
];

async function team(
  talk: Talk,
  path: string,
  { as = talk.owner, method = 'GET', body }: { as?: Actor; method?: string; body?: unknown } = {},
) {
  return app.request(method, `/api/communities/${talk.communityId}${path}`, {
    as,
    ...(body === undefined ? {} : { body }),
  });
}

async function got(talk: Talk, path: string, as: Actor = talk.owner) {
  const answer = await team(talk, path, { as });
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
}

/** Somebody asks and the desk answers. */
async function answered(
  talk: Talk,
  asker: Parameters<typeof said>[1],
  { as = talk.owner, words = '能用电磁炉吗？' } = {},
) {
  await said(talk, asker, `请问一下，${words}`);
  await app.settle();
  const [question] = (await got(talk, '/questions')).items;
  const body = { clientId: newId(), text: '可以的，锅底要平，先小火热一下。' };
  const answer = await team(talk, `/questions/${question.id}/answer`, { as, method: 'POST', body });
  assert.equal(answer.status, 200, answer.text);
  await app.settle();
  app.clock.advance(4 * minute);
  return { questionId: question.id as string, messageId: answer.body.message.id as string };
}

const asksOf = async (talk: Talk, phone: Parameters<typeof read>[1]) =>
  (await read(talk, phone, '/answer-asks')).body.asks as { questionId: string; messageId: string }[];

const tap = (talk: Talk, phone: Parameters<typeof read>[1], questionId: string, verdict: string) =>
  write(talk, phone, { method: 'POST', path: `/answer-asks/${questionId}`, body: { verdict } });

async function leaveAlone(talk: Talk, phone: Parameters<typeof read>[1], uncontacted: boolean): Promise<void> {
  const path = `/api/member/communities/${talk.communityId}/me`;
  const answer = await app.request('PATCH', path, { as: phone.actor, body: { privacy: { uncontacted } } });
  assert.equal(answer.status, 200, answer.text);
}

test('not solved yet opens the question again with a promise from now; nobody is asked twice', async () => {
  const talk = await openTalk(app);
  const [tao, wu] = [await enter(talk, '陶然'), await enter(talk, '吴梅')];
  const { questionId, messageId } = await answered(talk, tao);
  assert.deepEqual(await asksOf(talk, wu), [], 'only the asker is asked');
  assert.deepEqual(await asksOf(talk, tao), [{ questionId, messageId }]);
  assert.equal((await tap(talk, wu, questionId, 'helpful')).status, 404);
  app.clock.advance(60 * minute);
  assert.equal((await tap(talk, tao, questionId, 'unsolved')).body.verdict, 'unsolved');
  const [open] = (await got(talk, '/questions')).items;
  assert.deepEqual([open.id, open.state, open.askerSays, open.overdue], [questionId, 'open', 'unsolved', false]);
  assert.deepEqual(await asksOf(talk, tao), []);
  assert.equal((await tap(talk, tao, questionId, 'helpful')).body.verdict, 'unsolved', 'what was said first stays');
  const body = { clientId: newId(), text: '那再换个小火试一次，热够三分钟。' };
  assert.equal((await team(talk, `/questions/${questionId}/answer`, { method: 'POST', body })).status, 200);
  await app.settle();
  assert.deepEqual(await asksOf(talk, tao), [], 'the second answer asks no more');
});

test('helpful settles for good: a recalled answer no longer opens it, and what was opened meanwhile is closed', async () => {
  const talk = await openTalk(app);
  const [tao, guan] = [await enter(talk, '陶然'), await enter(talk, '管家', 'steward')];
  const asked = await said(talk, tao, '请问砂锅第一次要不要先煮米汤？');
  const reply = await said(talk, guan, { text: '要的，小火煮半小时再晾干。', replyTo: asked.id });
  await app.settle();
  const { questionId } = (await asksOf(talk, tao))[0]!;
  assert.equal((await tap(talk, tao, questionId, 'helpful')).status, 200);
  await write(talk, guan, { method: 'POST', path: `/messages/${reply.id}/recall`, body: {} });
  await app.settle();
  assert.equal((await got(talk, `/questions/${questionId}`)).state, 'answered');
  const second = await answered(talk, tao, { words: '锅盖在哪里买？' });
  await team(talk, `/questions/${second.questionId}/reopen`, { method: 'POST', body: {} });
  assert.deepEqual(await asksOf(talk, tao), []);
  await tap(talk, tao, second.questionId, 'helpful');
  const closed = await got(talk, `/questions/${second.questionId}`);
  assert.deepEqual([closed.state, closed.closeReason], ['closed', 'settled']);
});

test('after some days, when switched off, and of who wants to be left alone nobody is asked', async () => {
  const talk = await openTalk(app);
  const tao = await enter(talk, '陶然');
  await answered(talk, tao);
  const off = { askDays: 0, reviewsPerSteward: 3 };
  assert.equal((await team(talk, '/quality-settings', { method: 'PUT', body: off })).status, 200);
  assert.deepEqual(await asksOf(talk, tao), []);
  await team(talk, '/quality-settings', { method: 'PUT', body: { ...off, askDays: 3 } });
  assert.equal((await asksOf(talk, tao)).length, 1);
  await leaveAlone(talk, tao, true);
  assert.deepEqual(await asksOf(talk, tao), []);
  await leaveAlone(talk, tao, false);
  app.clock.advance(4 * 24 * 60 * minute);
  assert.deepEqual(await asksOf(talk, tao), []);
});

test('words of askers are counted for the team, the steward and the script, with an interval or as too few', async () => {
  const talk = await openTalk(app);
  const script = {
    kind: 'answer',
    folder: '',
    title: '电磁炉',
    shortcut: '',
    text: '可以的。',
    standard: true,
    asks: ['能用电磁炉吗'],
  };
  const { id: scriptId } = (await team(talk, '/scripts', { method: 'POST', body: script })).body;
  for (let at = 0; at < 6; at++) {
    const asker = await enter(talk, `问的人${at}`);
    await said(talk, asker, `请问一下，${things[at]}`);
    await app.settle();
    const [question] = (await got(talk, '/questions')).items;
    const body = { clientId: newId(), text: '可以的，锅底要平。', scriptId };
    assert.equal((await team(talk, `/questions/${question.id}/answer`, { method: 'POST', body })).status, 200);
    if (at === 3) assert.equal((await got(talk, '/satisfaction')).team.share, null, 'four words are too few');
    await tap(talk, asker, question.id, at === 0 ? 'unsolved' : at === 5 ? 'aside' : 'helpful');
    await team(talk, `/questions/${question.id}/close`, { method: 'POST', body: {} });
    app.clock.advance(4 * minute);
  }
  const found = await got(talk, '/satisfaction');
  const wanted = { answers: 6, helpful: 4, unsolved: 1 };
  const plain = ({ share: _share, ...rest }: { share: unknown }) => rest;
  assert.deepEqual(plain(found.team), wanted);
  assert.equal(found.team.share.value, 0.8);
  assert.ok(Math.abs(found.team.share.low - 0.3755) < 1e-3 && Math.abs(found.team.share.high - 0.9638) < 1e-3);
  assert.deepEqual(plain(found.stewards[0].said), wanted);
  assert.deepEqual([found.scripts[0].scriptId, found.scripts[0].said.helpful], [scriptId, 4]);
  const viewer = await app.operator('viewer', talk.communityId);
  assert.deepEqual(
    (await got(talk, '/satisfaction', viewer)).stewards,
    [],
    'who only looks on does not compare stewards',
  );
  assert.equal((await got(talk, '/scripts')).items.find((one: { id: string }) => one.id === scriptId).uses, 6);
});

test('a week draws the same answers for everybody but who gave them; reviews are blind, then shown', async () => {
  const talk = await openTalk(app);
  const [tao, steward, other] = [
    await enter(talk, '陶然'),
    await app.operator('steward', talk.communityId),
    await app.operator('steward', talk.communityId),
  ];
  const given = [];
  for (let at = 0; at < 5; at++) given.push(await answered(talk, tao, { as: steward, words: things[at]! }));
  const sample = (as: Actor, part = 'todo') => got(talk, `/answer-sample?part=${part}`, as);
  const mine = await sample(talk.owner);
  const ids = mine.items.map(({ id }: { id: string }) => id);
  assert.deepEqual([ids.length, mine.todo], [3, 3], 'three of five are drawn');
  assert.deepEqual(
    (await sample(other)).items.map(({ id }: { id: string }) => id),
    ids,
  );
  assert.deepEqual((await sample(steward)).items, [], 'nobody looks at their own');
  const first = await got(talk, '/answer-sample?limit=2');
  const second = await got(talk, `/answer-sample?limit=2&cursor=${first.nextCursor}`);
  assert.deepEqual(
    [...first.items, ...second.items].map(({ id }: { id: string }) => id),
    ids,
  );
  assert.match(mine.items[0].text, /锅底要平/);
  const review = (as: Actor, id: string, body: unknown) =>
    team(talk, `/answer-sample/${id}`, { as, method: 'PUT', body });
  const fine = { isRight: true, isKind: true, isComplete: false, note: '少了一句价格' };
  assert.equal((await review(steward, ids[0], fine)).status, 403);
  assert.equal((await review(talk.owner, ids[0], fine)).status, 200);
  assert.deepEqual((await sample(other)).items[0].others, [], 'not seen before the own word');
  const after = await review(other, ids[0], { ...fine, isComplete: true, note: '' });
  assert.deepEqual(
    after.body.others.map(({ note }: { note: string }) => note),
    ['少了一句价格'],
  );
  assert.deepEqual([(await sample(other)).todo, (await sample(other)).done], [2, 1]);
  const own = await got(talk, '/own-reviews', steward);
  assert.equal(own.items[0].others.length, 2);
  const summary = await got(talk, '/review-summary');
  assert.deepEqual([summary.reviews, summary.pairs[0].n, summary.pairs[0].agreement], [2, 1, null]);
  assert.deepEqual((await got(talk, '/review-summary', other)).stewards, []);
});
