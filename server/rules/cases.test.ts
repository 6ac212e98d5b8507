import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../platform/ids.ts';
import { ask, enter, held, heldWord, mine, openCourt, openCourtApp, say, stoppedWord } from './testing.ts';
import { read, said } from '../messages/testing.ts';

const app = await openCourtApp();

test('a held message is seen by nobody else; its author is told why; the queue has it with evidence', async () => {
  const court = await openCourt(app);
  const [author, other] = [await enter(court, '小满'), await enter(court, '阿圆')];
  const frames: string[] = [];
  const listener = {
    send: (bytes: Buffer) => void frames.push(bytes.toString()),
    waitingBytes: () => 0,
    recheck: () => {},
  };
  app.services.live.join({ channel: 'group', id: court.groupId }, listener);
  const body = { clientId: newId(), text: `大家好，刷 单 返 利了解一下` };
  const answer = await say(court, author, body);
  assert.deepEqual([answer.status, answer.body.code], [409, 'rules.held_terms']);
  assert.match(answer.body.detail, /先请管家看一眼/);
  const again = await say(court, author, body);
  assert.equal(again.body.code, 'rules.held_terms');

  for (const [path, as] of [
    [`${court.base}/messages`, other.actor],
    [`${court.base}/messages`, author.actor],
    [`${court.base}/search?q=${encodeURIComponent('返利')}`, other.actor],
    [`${court.team}/messages`, court.owner],
    [`/api/member/communities/${court.communityId}/me/export`, other.actor],
  ] as const) {
    const seen = await app.request('GET', path, { as });
    assert.ok(!seen.text.includes('了解一下'), path);
  }
  await new Promise((resolve) => setImmediate(resolve));
  app.services.live.leave({ channel: 'group', id: court.groupId }, listener);
  assert.deepEqual(frames, []);

  const own = await mine(court, author);
  assert.equal(own.items.length, 1);
  assert.deepEqual([own.items[0].state, own.items[0].clientId], ['waiting', body.clientId]);
  assert.match(own.items[0].why, /说好不这样说/);
  assert.ok(!('score' in own.items[0]));
  assert.equal((await mine(court, other)).items.length, 0);

  const queue = (await ask(court, 'GET /cases?state=open')).body;
  assert.equal(queue.items.length, 1);
  const [waiting] = queue.items;
  assert.deepEqual([waiting.author.name, waiting.trust, waiting.kind], ['小满', 'new', 'held']);
  const [{ check, words, spans }] = waiting.evidence;
  assert.deepEqual([check, words], ['terms', [heldWord]]);
  assert.equal(body.text.slice(spans[0].start, spans[0].end), '刷 单 返 利');
  assert.equal((await ask(court, 'GET /counts')).body.waiting, 1);
});

test('stopped at once by a list that says so; the author may appeal, any moderator may overturn', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const answer = await say(court, author, `${stoppedWord}，速来`);
  assert.deepEqual([answer.status, answer.body.code], [403, 'rules.refused_terms']);
  const [own] = (await mine(court, author)).items;
  assert.deepEqual([own.state, own.canAppeal], ['refused', true]);
  const path = `${court.base}/cases/${own.id}/appeal`;
  const appealed = await app.request('POST', path, { as: author.actor, body: { text: '我是在引用新闻标题' } });
  assert.deepEqual([appealed.status, appealed.body.state], [200, 'appealed'], appealed.text);
  const over = await ask(court, `POST /cases/${own.id}/release`, { body: { note: '是新闻，没问题' } });
  assert.deepEqual([over.status, over.body.state], [200, 'overturned'], over.text);
  const talk = await read(court, author, '/messages');
  assert.deepEqual(
    talk.body.items.map((one: { text: string }) => one.text),
    [`${stoppedWord}，速来`],
  );
});

test('upheld, appealed, decided by another moderator only; what followed is taken back', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const one = await held(court, author);
  const upheld = await ask(court, `POST /cases/${one.id}/uphold`, { body: { note: '这里不谈这个' } });
  assert.deepEqual([upheld.status, upheld.body.state], [200, 'upheld'], upheld.text);
  assert.deepEqual(
    upheld.body.sanctions.map((step: { step: string }) => step.step),
    ['remind'],
  );
  const notes = await read(court, author, '/notes');
  assert.match(notes.body.items[0].text, /没有放出来.*这里不谈这个/s);
  const twice = await ask(court, `POST /cases/${one.id}/release`, { body: {} });
  assert.equal(twice.body.code, 'rules.case_decided');

  const appeal = await app.request('POST', `${court.base}/cases/${one.id}/appeal`, {
    as: author.actor,
    body: { text: '我是在提醒大家小心' },
  });
  assert.equal(appeal.status, 200, appeal.text);
  assert.equal((await ask(court, `POST /cases/${one.id}/release`, { body: {} })).body.code, 'rules.second_person');
  assert.equal((await ask(court, `POST /cases/${one.id}/uphold`, { body: {} })).body.code, 'rules.second_person');
  const over = await ask(court, `POST /cases/${one.id}/release`, { as: court.second, body: {} });
  assert.deepEqual([over.status, over.body.state], [200, 'overturned'], over.text);
  assert.deepEqual(
    over.body.sanctions.map((step: { state: string }) => step.state),
    ['undone'],
  );
  const [own] = (await mine(court, author)).items;
  assert.deepEqual([own.state, own.canAppeal, own.sanctions[0].state], ['overturned', false, 'undone']);
  assert.match((await read(court, author, '/notes')).text, /我们收回了/);
  assert.equal((await read(court, author, '/messages')).body.items.length, 1);
});

test('released: recorded once, in its place, whoever asks and however often', async () => {
  const court = await openCourt(app);
  const [author, other] = [await enter(court, '小满'), await enter(court, '阿圆')];
  const clientId = newId();
  assert.equal((await say(court, author, { clientId, text: `先说：${heldWord}` })).status, 409);
  app.clock.advance(60_000);
  const later = await held(court, author, `后说：${heldWord}`);
  app.clock.advance(60_000);
  await said(court, other, '中间有人聊天');
  const [, first] = (await mine(court, author)).items;
  const release = (id: string, as = court.first) => ask(court, `POST /cases/${id}/release`, { as, body: {} });
  const answers = await Promise.all([release(later.id), release(later.id, court.second)]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
  assert.equal((await release(first.id)).status, 200);

  const { items } = (await read(court, other, '/messages')).body;
  assert.deepEqual(
    items.map((one: { text: string }) => one.text),
    [`先说：${heldWord}`, `后说：${heldWord}`, '中间有人聊天'],
  );
  const caught = (await read(court, other, '/messages?after=1')).body.items;
  assert.deepEqual(
    caught.map((one: { text: string }) => one.text),
    [`后说：${heldWord}`, `先说：${heldWord}`],
  );
  // The phone that did not hear of it tries again and finds its message.
  const retry = await say(court, author, { clientId, text: `先说：${heldWord}` });
  assert.deepEqual([retry.status, retry.body.duplicate], [201, true]);
  const search = await read(court, other, `/search?q=${encodeURIComponent('返利')}`);
  assert.equal(search.body.items.length, 2);
  assert.equal((await ask(court, 'GET /counts')).body.waiting, 0);
});

test('a release is taken back: the message goes, the case waits; released again it is there once', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const { id } = await held(court, author);
  const texts = async () =>
    (await read(court, author, '/messages')).body.items.map((one: { text: string }) => one.text).filter(Boolean);
  const act = async (verb: string) => (await ask(court, `POST /cases/${id}/${verb}`, { body: {} })).body.state;
  assert.equal(await act('release'), 'released');
  assert.equal((await texts()).length, 1);
  assert.equal(await act('undo'), 'waiting');
  assert.equal((await texts()).length, 0);
  assert.equal(await act('release'), 'released');
  assert.equal((await texts()).length, 1);
});

test('who is of the team is not looked at; newcomers’ links wait, nearly the same text waits the third time', async () => {
  const court = await openCourt(app);
  const [author, steward] = [await enter(court, '小满'), await enter(court, '阿姐', 'steward')];
  assert.equal((await say(court, steward, `群里不许${heldWord}`)).status, 201);
  assert.equal((await say(court, author, '资料在 https://other.com/page')).body.code, 'rules.held_links');
  const text = '周末团购草莓，两斤一份，要的说一声';
  const codes = [];
  for (const end of ['', '！', '。。']) codes.push((await say(court, author, `${text}${end}`)).body.code ?? 'said');
  assert.deepEqual(codes, ['said', 'said', 'rules.held_repeats']);
  app.clock.advance(4 * 86_400_000);
  for (const word of ['早', '好', '在']) await said(court, author, word);
  const asMember = await say(court, author, '资料在 https://other.com/page');
  assert.equal(asMember.status, 201, asMember.text);
});

test('a message that was said: put into the queue under a rule, upheld it goes, undone it is there again', async () => {
  const court = await openCourt(app);
  const [author, steward] = [await enter(court, '小满'), await enter(court, '阿姐', 'steward')];
  const body = { items: [{ name: '说事不说人', unwelcome: '笑话别人' }] };
  const text = (await ask(court, 'PUT /text', { as: court.owner, body })).body;
  const [{ key: rule }] = text.items;
  const { id: messageId } = await said(court, author, '这也不会，笨死了');
  app.clock.advance(1000);
  const own = await said(court, steward, '大家好');
  const open = (more: object) =>
    ask(court, 'POST /cases', { body: { groupId: court.groupId, messageId, rule, ...more } });
  assert.equal((await open({ rule: 'nope' })).body.code, 'rules.unknown_rule');
  assert.equal((await open({ messageId: newId() })).body.code, 'rules.message_gone');
  assert.equal((await open({ messageId: own.id })).body.code, 'rules.not_sanctionable');
  const opened = await open({});
  assert.deepEqual([opened.status, opened.body.proposedStep], [201, 'remind'], opened.text);
  assert.equal((await open({})).body.id, opened.body.id);
  const { id } = opened.body;
  const texts = async () =>
    (await read(court, author, '/messages')).body.items.map((one: { text: string }) => one.text).filter(Boolean);
  assert.equal((await ask(court, `POST /cases/${id}/uphold`, { body: {} })).body.state, 'upheld');
  assert.deepEqual(await texts(), ['大家好']);
  assert.match((await mine(court, author)).items[0].why, /说事不说人.*笑话别人/);
  assert.equal((await ask(court, `POST /cases/${id}/undo`, { body: {} })).body.state, 'waiting');
  assert.deepEqual(await texts(), ['这也不会，笨死了', '大家好']);
});

test('appeals: once, in time, one’s own; other communities’ cases do not exist; bad input leaves nothing', async () => {
  const court = await openCourt(app);
  const [author, other] = [await enter(court, '小满'), await enter(court, '阿圆')];
  const { id } = await held(court, author);
  const appeal = (phone: typeof author, text: unknown = '请再看看') =>
    app.request('POST', `${court.base}/cases/${id}/appeal`, { as: phone.actor, body: { text } });
  assert.equal((await appeal(author)).body.code, 'rules.no_appeal', 'nobody has looked yet');
  await ask(court, `POST /cases/${id}/uphold`, { body: { step: 'none' } });
  assert.equal((await appeal(other)).status, 404);
  assert.equal((await appeal(author, '')).status, 400);
  assert.equal((await appeal(author, 'x'.repeat(501))).status, 400);
  app.clock.advance(15 * 86_400_000);
  assert.equal((await appeal(author)).body.code, 'rules.appeal_too_late');
  app.clock.advance(-15 * 86_400_000);
  assert.equal((await appeal(author)).status, 200);
  assert.equal((await appeal(author)).body.code, 'rules.no_appeal');

  const elsewhere = await openCourt(app);
  for (const verb of ['release', 'uphold', 'undo'])
    assert.equal((await ask(elsewhere, `POST /cases/${id}/${verb}`, { body: {} })).status, 404);
  assert.equal((await ask(elsewhere, `GET /cases/${id}`)).status, 404);
  const bad: [string, string, unknown, number][] = [
    ['POST', `/cases/${id}/uphold`, { step: 'banish' }, 400],
    ['POST', `/cases/${id}/uphold`, { note: 'a\u0000' }, 400],
    ['POST', `/cases/${newId()}/release`, {}, 404],
    ['GET', '/cases?cursor=zzz', undefined, 400],
    ['GET', '/cases?state=angry', undefined, 400],
    ['GET', '/sanctions?identityId=x', undefined, 400],
  ];
  for (const [method, path, body, status] of bad)
    assert.equal((await ask(court, `${method} ${path}`, { body })).status, status, `${method} ${path}`);
});
