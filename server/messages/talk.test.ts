import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../carriers/index.ts';
import { newId } from '../platform/ids.ts';
import { enter, hold, moderate, openTalk, openTalkApp, read, said, say, write } from './testing.ts';

const app = await openTalkApp();

test('what is said is recorded under the next number and read by everybody in the group', async () => {
  const talk = await openTalk(app);
  const [lan, bo] = [await enter(talk, '小兰'), await enter(talk, '阿波')];
  const clientId = newId();
  const answer = await say(talk, lan, { clientId, text: ' 今晚吃火锅吗\r\n\u0000🙂 ' });
  assert.equal(answer.status, 201, answer.text);
  const { message } = answer.body as { message: Message };
  assert.equal(message.text, '今晚吃火锅吗\n🙂');
  assert.deepEqual([message.seq, message.changedSeq, message.clientId], [1, 1, clientId]);
  assert.deepEqual([message.author.name, message.author.role], ['小兰', 'member']);
  const seen = (await read(talk, bo, '/messages')).body;
  assert.equal(seen.lastSeq, 1);
  assert.deepEqual(
    seen.items.map((one: Message) => [one.text, one.clientId]),
    [[message.text, null]],
  );
});

test('a repeat under the same client id gives the same message, also after a mute and in parallel', async () => {
  const talk = await openTalk(app);
  const lan = await enter(talk, '小兰');
  const body = { clientId: newId(), text: '只说一次' };
  const answers = await Promise.all(Array.from({ length: 5 }, () => say(talk, lan, body)));
  assert.deepEqual(new Set(answers.map((one) => one.status)), new Set([201]));
  assert.equal(new Set(answers.map((one) => one.body.message.id)).size, 1);
  assert.equal(answers.filter((one) => !one.body.duplicate).length, 1);
  assert.equal((await moderate(talk, { op: 'mute', identityId: lan.identityId, seconds: 600 })).status, 200);
  const again = await say(talk, lan, body);
  assert.deepEqual([again.status, again.body.duplicate, again.body.message.seq], [201, true, 1]);
  const fresh = await say(talk, lan, '还想说');
  assert.deepEqual([fresh.status, fresh.body.code], [403, 'messages.muted']);
  assert.match(fresh.body.detail, /10 分钟/);
  assert.equal((await read(talk, lan, '/messages')).body.items.length, 1);
});

test('50 who speak at once get numbers without gaps, in the order in which they are shown', async () => {
  const talk = await openTalk(app);
  const phones = await Promise.all(Array.from({ length: 10 }, (_, at) => enter(talk, `群友${at}`)));
  const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => say(talk, phones[at % 10]!, `第${at}句`)));
  const seqs = answers.map((one) => one.body.message.seq as number);
  assert.deepEqual(
    seqs.toSorted((a, b) => a - b),
    Array.from({ length: 50 }, (_, at) => at + 1),
  );
  const { items } = (await read(talk, phones[0]!, '/messages?limit=50')).body;
  assert.deepEqual(
    items.map((one: Message) => one.seq),
    Array.from({ length: 50 }, (_, at) => at + 1),
  );
});

test('who was away catches up on new messages and on changes of old ones', async () => {
  const talk = await openTalk(app);
  const [lan, bo] = [await enter(talk, '小兰'), await enter(talk, '阿波')];
  const first = await said(talk, lan, '第一句');
  const second = await said(talk, lan, '第二句');
  const before = (await read(talk, bo, '/messages')).body.lastSeq;
  assert.equal(before, 2);
  await write(talk, bo, { method: 'PUT', path: `/messages/${first.id}/reactions/like` });
  await said(talk, lan, '第三句');
  await write(talk, lan, { method: 'POST', path: `/messages/${second.id}/recall`, body: {} });
  const caught = (await read(talk, bo, `/messages?after=${before}&limit=2`)).body;
  assert.deepEqual([caught.hasMore, caught.lastSeq], [true, 4]);
  assert.deepEqual(
    caught.items.map((one: Message) => [one.seq, one.changedSeq]),
    [
      [1, 3],
      [4, 4],
    ],
  );
  assert.deepEqual(caught.items[0].reactions, [{ key: 'like', count: 1, mine: true }]);
  const rest = (await read(talk, bo, `/messages?after=${caught.lastSeq}`)).body;
  assert.deepEqual([rest.hasMore, rest.lastSeq, rest.items.length], [false, 5, 1]);
  assert.deepEqual([rest.items[0].id, rest.items[0].text, rest.items[0].recalledAt !== null], [second.id, '', true]);
  assert.deepEqual((await read(talk, bo, '/messages?after=5')).body.items, []);
});

test('pages go up, down and around a message', async () => {
  const talk = await openTalk(app);
  const lan = await enter(talk, '小兰');
  const all: Message[] = [];
  for (let at = 1; at <= 25; at++) {
    all.push(await said(talk, lan, `第${at}句`));
    app.clock.advance(at % 3 === 0 ? 0 : 1000);
  }
  const texts = (body: { items: Message[] }) => body.items.map((one) => Number(one.text.match(/\d+/)![0]));
  const newest = (await read(talk, lan, '/messages?limit=10')).body;
  assert.deepEqual(texts(newest), [16, 17, 18, 19, 20, 21, 22, 23, 24, 25]);
  const older = (await read(talk, lan, `/messages?limit=10&before=${newest.olderCursor}`)).body;
  assert.deepEqual(texts(older), [6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
  const oldest = (await read(talk, lan, `/messages?limit=10&before=${older.olderCursor}`)).body;
  assert.deepEqual([texts(oldest), oldest.hasMore, oldest.olderCursor], [[1, 2, 3, 4, 5], false, null]);
  const around = (await read(talk, lan, `/messages?limit=4&around=${all[11]!.id}`)).body;
  assert.deepEqual(texts(around), [10, 11, 12, 13, 14]);
  const following = (await read(talk, lan, `/messages?limit=3&following=${around.newerCursor}`)).body;
  assert.deepEqual(texts(following), [15, 16, 17]);
  assert.equal((await read(talk, lan, `/messages?around=${newId()}`)).status, 404);
  assert.equal((await read(talk, lan, '/messages?before=nonsense')).body.code, 'platform.bad_cursor');
});

test('the talk opens where a day begins in the zone of the community', async () => {
  const talk = await openTalk(app);
  const lan = await enter(talk, '小兰');
  const days = ['2026-12-01T15:59:59.999Z', '2026-12-01T16:00:00.000Z', '2026-12-02T03:00:00Z', '2026-12-04T03:00:00Z'];
  const texts: string[] = [];
  for (const [day, from] of days.entries()) {
    app.clock.set(from);
    for (let at = 1; at <= 4; at++) {
      texts.push((await said(talk, lan, `${day}天第${at}句`)).text);
      if (day > 0) app.clock.advance(1000);
    }
  }
  const open = async (query: string) => (await read(talk, lan, `/messages?${query}`)).body;
  const textsOf = (body: { items: Message[] }) => body.items.map((one) => one.text);
  const page = await open('day=2026-12-02&limit=8');
  assert.deepEqual(textsOf(page), texts.slice(0, 8), 'the last of the day before, then the day');
  assert.deepEqual([page.hasMore, page.olderCursor], [false, null]);
  assert.deepEqual(textsOf(await open(`following=${page.newerCursor}&limit=4`)), texts.slice(8, 12));
  const silent = await open('day=2026-12-03&limit=7');
  assert.deepEqual(textsOf(silent), texts.slice(7, 14), 'a silent day opens where the talk goes on');
  assert.ok(silent.olderCursor !== null && silent.newerCursor !== null);
  const later = await open('day=2027-01-01&limit=3');
  assert.deepEqual([textsOf(later), later.newerCursor], [texts.slice(-3), null]);
  assert.deepEqual(textsOf(await open('day=2026-12-02&limit=1')), texts.slice(4, 5));
  assert.equal((await read(talk, lan, '/messages?day=2026-02-30')).status, 400);
  for (const far of ['0001-01-01', '9999-12-31'])
    assert.equal((await read(talk, lan, `/messages?day=${far}`)).status, 200, far);
});

test('bad input is refused with the cure and leaves nothing behind', async () => {
  const talk = await openTalk(app);
  const [lan, bo] = [await enter(talk, '小兰'), await enter(talk, '阿波')];
  const cases: [Record<string, unknown>, number, string][] = [
    [{ text: '   \n ' }, 422, 'messages.empty'],
    [{ text: ' \u200b\n\u2060\u3164' }, 422, 'messages.empty'],
    [{ text: '长'.repeat(4001) }, 422, 'messages.too_long'],
    [{ kind: 'image' }, 422, 'messages.picture_missing'],
    [{ kind: 'image', pictureId: newId() }, 422, 'carriers.picture_unknown'],
    [{ text: '大家好', mentions: ['all'] }, 403, 'messages.mention_all_not_allowed'],
    [{ text: 'x', mentions: Array.from({ length: 51 }, () => newId()) }, 422, 'messages.too_many_mentions'],
    [{ text: 'x', clientId: 'short' }, 400, 'platform.bad_input'],
    [{ text: 'x', admin: true }, 400, 'platform.bad_input'],
    [{ text: 'x', kind: 'announcement' }, 400, 'platform.bad_input'],
  ];
  for (const [body, status, code] of cases) {
    const answer = await say(talk, lan, body);
    assert.deepEqual([answer.status, answer.body.code], [status, code], JSON.stringify(body).slice(0, 80));
    assert.ok(answer.body.detail.length > 4);
  }
  assert.equal((await say(talk, lan, { text: '𠮷'.repeat(4000) })).status, 201);
  const broken = await app.request('POST', `${talk.base}/messages`, { as: lan.actor, body: '{"clientId":' });
  assert.equal(broken.status, 400);
  assert.equal((await read(talk, bo, '/messages')).body.items.length, 1);
});

test('markup is text', async () => {
  const talk = await openTalk(app);
  const lan = await enter(talk, '小兰');
  const text = '<img src=x onerror="alert(1)"> & <script>1</script> \'; drop table messages; --';
  assert.equal((await said(talk, lan, text)).text, text);
  assert.equal((await read(talk, lan, '/messages')).body.items[0].text, text);
});

test('a foreign group is as unknown as one that does not exist', async () => {
  const [talk, other] = [await openTalk(app), await openTalk(app)];
  const lan = await enter(talk, '小兰');
  const bo = await enter(other, '阿波');
  const message = await said(talk, lan, '自己人说的');
  const strange = { ...talk, base: talk.base };
  const unknown = { ...talk, base: `/api/member/groups/${newId()}` };
  for (const path of [
    '/messages',
    '/pins',
    '/announcements',
    '/search?q=自己',
    '/unread',
    `/messages?around=${message.id}`,
  ]) {
    const [one, two] = [await read(strange, bo, path), await read(unknown, bo, path)];
    assert.equal(one.status, 404, path);
    assert.deepEqual({ ...one.body, requestId: '' }, { ...two.body, requestId: '' });
  }
  assert.equal((await say(strange, bo, '偷偷说')).status, 404);
  const through = await write({ ...other }, bo, { method: 'PUT', path: `/messages/${message.id}/reactions/like` });
  assert.equal(through.status, 404);
  const quoting = await said(other, bo, { text: '回复', replyTo: message.id });
  assert.equal(quoting.replyTo, null);
});

test('slow mode, mute-all and a dissolved group hold members back, and say for how long', async () => {
  const talk = await openTalk(app);
  const [lan, steward] = [await enter(talk, '小兰'), await enter(talk, '管家', 'steward')];
  await hold(talk, { slowModeSeconds: 30 });
  assert.equal((await say(talk, lan, '第一句')).status, 201);
  const soon = await say(talk, lan, '第二句');
  assert.deepEqual([soon.status, soon.body.code, soon.headers.get('retry-after')], [429, 'messages.slow_mode', '30']);
  assert.equal((await say(talk, steward, '管家不受限')).status, 201);
  assert.equal((await say(talk, steward, '管家不受限')).status, 201);
  app.clock.advance(30_000);
  const together = await Promise.all([say(talk, lan, '抢一'), say(talk, lan, '抢二')]);
  assert.deepEqual(together.map((one) => one.status).toSorted(), [201, 429]);
  await hold(talk, { slowModeSeconds: 0, mutedAll: true });
  assert.equal((await say(talk, lan, '静不下来')).body.code, 'messages.muted_all');
  assert.equal((await say(talk, steward, '请安静')).status, 201);
  await hold(talk, { mutedAll: false });
  assert.equal((await moderate(talk, { op: 'dissolve' })).status, 200);
  assert.equal((await say(talk, steward, '还在吗')).body.code, 'messages.dissolved');
  assert.equal((await read(talk, lan, '/messages')).body.items.length, 5);
});

test('a mute ends by itself', async () => {
  const talk = await openTalk(app);
  const lan = await enter(talk, '小兰');
  await moderate(talk, { op: 'mute', identityId: lan.identityId, seconds: 60 });
  assert.equal((await say(talk, lan, '嗯')).status, 403);
  app.clock.advance(60_000);
  assert.equal((await say(talk, lan, '嗯')).status, 201);
});

test('a flood of posts of one member is refused clearly and keeps nobody else from speaking', async () => {
  const talk = await openTalk(app);
  const [lan, bo] = [await enter(talk, '小兰'), await enter(talk, '阿波')];
  const flood = await Promise.all(Array.from({ length: 1500 }, (_, at) => say(talk, lan, `刷屏${at}`)));
  const recorded = flood.filter((one) => one.status === 201);
  const refused = flood.filter((one) => one.status === 429);
  assert.equal(recorded.length + refused.length, 1500);
  assert.ok(recorded.length <= 60 && recorded.length > 0, String(recorded.length));
  assert.ok(refused.every((one) => one.headers.get('retry-after') !== null && one.body.detail.length > 4));
  assert.equal((await say(talk, bo, '我还能说')).status, 201);
  assert.equal((await read(talk, bo, '/messages')).body.lastSeq, recorded.length + 1);
});
