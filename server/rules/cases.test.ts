import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../platform/ids.ts';
import { ask, enter, held, heldWord, mine, openCourt, openCourtApp, say, stoppedWord } from './testing.ts';
import { read } from '../messages/testing.ts';

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

  const queue = (await ask(court, 'GET', '/cases?state=open')).body;
  assert.equal(queue.items.length, 1);
  const [waiting] = queue.items;
  assert.deepEqual([waiting.author.name, waiting.trust, waiting.kind], ['小满', 'new', 'held']);
  const [{ check, words, spans }] = waiting.evidence;
  assert.deepEqual([check, words], ['terms', [heldWord]]);
  assert.equal(body.text.slice(spans[0].start, spans[0].end), '刷 单 返 利');
  assert.equal((await ask(court, 'GET', '/counts')).body.waiting, 1);
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
  const over = await ask(court, 'POST', `/cases/${own.id}/release`, { body: { note: '是新闻，没问题' } });
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
  const upheld = await ask(court, 'POST', `/cases/${one.id}/uphold`, { body: { note: '这里不谈这个' } });
  assert.deepEqual([upheld.status, upheld.body.state], [200, 'upheld'], upheld.text);
  assert.deepEqual(
    upheld.body.sanctions.map((step: { step: string }) => step.step),
    ['remind'],
  );
  const notes = await read(court, author, '/notes');
  assert.match(notes.body.items[0].text, /没有放出来.*这里不谈这个/s);
  const twice = await ask(court, 'POST', `/cases/${one.id}/release`, { body: {} });
  assert.equal(twice.body.code, 'rules.case_decided');

  const appeal = await app.request('POST', `${court.base}/cases/${one.id}/appeal`, {
    as: author.actor,
    body: { text: '我是在提醒大家小心' },
  });
  assert.equal(appeal.status, 200, appeal.text);
  assert.equal((await ask(court, 'POST', `/cases/${one.id}/release`, { body: {} })).body.code, 'rules.second_person');
  assert.equal((await ask(court, 'POST', `/cases/${one.id}/uphold`, { body: {} })).body.code, 'rules.second_person');
  const over = await ask(court, 'POST', `/cases/${one.id}/release`, { as: court.second, body: {} });
  assert.deepEqual([over.status, over.body.state], [200, 'overturned'], over.text);
  assert.deepEqual(
    over.body.sanctions.map((step: { state: string }) => step.state),
    ['undone'],
  );
  const [own] = (await mine(court, author)).items;
  assert.deepEqual([own.state, own.canAppeal, own.sanctions[0].state], ['overturned', false, 'undone']);
  assert.match((await read(court, author, '/notes')).body.items[0].text, /收回/);
  assert.equal((await read(court, author, '/messages')).body.items.length, 1);
});
