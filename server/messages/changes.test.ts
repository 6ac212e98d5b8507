import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../carriers/index.ts';
import { newId } from '../platform/ids.ts';
import { enter, openTalk, openTalkApp, read, said, say, write, type Talk } from './testing.ts';

const app = await openTalkApp();

/** What the group's listeners were sent. */
function listen(talk: Talk): { type: string; message?: Message; [key: string]: unknown }[] {
  const frames: { type: string }[] = [];
  app.services.live.join(
    { channel: 'group', id: talk.groupId },
    {
      send: (bytes) =>
        void frames.push(...(JSON.parse(bytes.toString('utf8')) as { frames: { type: string }[] }).frames),
      waitingBytes: () => 0,
      recheck: () => {},
    },
  );
  return frames;
}

const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

const sendAs = (talk: Talk, body: Record<string, unknown>) =>
  app.request('POST', `${talk.team}/messages`, { as: talk.owner, body: { clientId: newId(), ...body } });

test('what is committed is shown live, once, and says the same as the API', async () => {
  const talk = await openTalk(app);
  const lan = await enter(talk, '小兰');
  const frames = listen(talk);
  const message = await said(talk, lan, '大家好');
  await turn();
  const shown = frames.filter((frame) => frame.type === 'message');
  assert.deepEqual(
    shown.map((frame) => frame.message),
    [message],
  );
});

test('a reaction counts once for each who gives it, and its frame says whose it is', async () => {
  const talk = await openTalk(app);
  const [lan, bo] = [await enter(talk, '小兰'), await enter(talk, '阿波')];
  const { id } = await said(talk, lan, '今天学会了打卡');
  const frames = listen(talk);
  const path = `/messages/${id}/reactions/learned`;
  const put = () => write(talk, bo, { method: 'PUT', path });
  const answers = [await put(), await put()];
  assert.deepEqual(
    answers.map((one) => one.body.message.reactions),
    [[{ key: 'learned', count: 1, mine: true }], [{ key: 'learned', count: 1, mine: true }]],
  );
  assert.equal(answers[1]!.body.message.changedSeq, answers[0]!.body.message.changedSeq);
  await write(talk, lan, { method: 'PUT', path });
  assert.deepEqual((await read(talk, lan, '/messages')).body.items[0].reactions, [
    { key: 'learned', count: 2, mine: true },
  ]);
  await turn();
  const shown = frames.filter((frame) => frame.type === 'message');
  assert.deepEqual(
    shown.map((frame) => frame.reaction),
    [
      { identityId: bo.identityId, key: 'learned', on: true },
      { identityId: lan.identityId, key: 'learned', on: true },
    ],
  );
  assert.ok(shown.every((frame) => frame.message!.reactions.every((reaction) => !reaction.mine)));
  await write(talk, bo, { method: 'DELETE', path });
  await write(talk, bo, { method: 'DELETE', path });
  assert.deepEqual((await read(talk, bo, '/messages')).body.items[0].reactions, [
    { key: 'learned', count: 1, mine: false },
  ]);
  assert.equal((await write(talk, bo, { method: 'PUT', path: `/messages/${id}/reactions/poop` })).status, 404);
});

test("one takes back one's own within two minutes; the team takes back any; quotes and search forget it", async () => {
  const talk = await openTalk(app);
  const [lan, bo, steward] = [
    await enter(talk, '小兰'),
    await enter(talk, '阿波'),
    await enter(talk, '管家', 'steward'),
  ];
  const first = await said(talk, lan, '说漏嘴的秘密');
  const answerTo = await said(talk, bo, { text: '我看见了', replyTo: first.id });
  assert.deepEqual(answerTo.replyTo, { id: first.id, authorName: '小兰', excerpt: '说漏嘴的秘密', recalled: false });
  const recall = (phone: typeof lan, id: string) =>
    write(talk, phone, { method: 'POST', path: `/messages/${id}/recall`, body: {} });
  assert.equal((await recall(bo, first.id)).body.code, 'messages.not_yours');
  assert.equal((await read(talk, bo, '/search?q=秘密')).body.items.length, 1);
  assert.equal((await recall(lan, first.id)).status, 200);
  assert.equal((await recall(lan, first.id)).status, 200);
  const { items } = (await read(talk, bo, '/messages')).body;
  assert.deepEqual([items[0].text, items[0].recalledAt !== null], ['', true]);
  assert.deepEqual([items[1].replyTo.excerpt, items[1].replyTo.recalled], ['', true]);
  assert.equal((await read(talk, bo, '/search?q=秘密')).body.items.length, 0);
  assert.equal(
    (await write(talk, bo, { method: 'PUT', path: `/messages/${first.id}/reactions/like` })).body.code,
    'messages.recalled',
  );
  const late = await said(talk, lan, '过了时候');
  app.clock.advance(121_000);
  assert.equal((await recall(lan, late.id)).body.code, 'messages.recall_too_late');
  assert.equal((await recall(steward, late.id)).status, 200);
  const third = await said(talk, lan, '团队撤回');
  const team = await app.request('POST', `${talk.team}/messages/${third.id}/recall`, { as: talk.owner, body: {} });
  assert.equal(team.status, 200, team.text);
});

test("pins are the team's, limited, and fall with the message", async () => {
  const talk = await openTalk(app);
  const [lan, steward] = [await enter(talk, '小兰'), await enter(talk, '管家', 'steward')];
  const message = await said(talk, lan, '值得置顶');
  const path = `/messages/${message.id}/pin`;
  assert.equal((await write(talk, lan, { method: 'PUT', path })).status, 403);
  assert.equal((await write(talk, steward, { method: 'PUT', path })).body.message.pinned, true);
  assert.equal((await app.request('PUT', `${talk.team}${path}`, { as: talk.owner })).body.message.changedSeq, 2);
  assert.deepEqual(
    (await read(talk, lan, '/pins')).body.items.map((one: Message) => one.id),
    [message.id],
  );
  for (let at = 0; at < 19; at++) {
    const more = await said(talk, steward, `置顶${at}`);
    assert.equal((await write(talk, steward, { method: 'PUT', path: `/messages/${more.id}/pin` })).status, 200);
  }
  const last = await said(talk, steward, '第二十一条');
  const refused = await write(talk, steward, { method: 'PUT', path: `/messages/${last.id}/pin` });
  assert.deepEqual([refused.status, refused.body.code], [409, 'messages.too_many_pins']);
  await write(talk, steward, { method: 'POST', path: `/messages/${message.id}/recall`, body: {} });
  assert.equal((await read(talk, lan, '/pins')).body.items.length, 19);
});

test('read marks only move forward, never beyond what was said, and count unread and readers', async () => {
  const talk = await openTalk(app);
  const [lan, bo] = [await enter(talk, '小兰'), await enter(talk, '阿波')];
  for (const text of ['一', '二', '三']) await said(talk, lan, text);
  await said(talk, lan, { text: '@阿波 来看', mentions: [bo.identityId] });
  assert.deepEqual((await read(talk, bo, '/unread')).body, { unread: 4, mentioned: true });
  assert.deepEqual((await read(talk, lan, '/unread')).body, { unread: 0, mentioned: false });
  const frames = listen(talk);
  const mark = (seq: number) => write(talk, bo, { method: 'POST', path: '/read', body: { seq } });
  assert.equal((await mark(2)).status, 204);
  await Promise.all([mark(3), mark(1)]);
  assert.equal((await read(talk, bo, '/messages')).body.readSeq, 3);
  assert.deepEqual((await read(talk, bo, '/unread')).body, { unread: 1, mentioned: true });
  await mark(999);
  assert.equal((await read(talk, bo, '/messages')).body.readSeq, 4);
  assert.deepEqual((await read(talk, bo, '/unread')).body, { unread: 0, mentioned: false });
  await turn();
  const told = frames.filter((frame) => frame.type === 'read').map((frame) => frame.seq);
  assert.deepEqual(told, [2, 3, 4]);
});

test('the team speaks with the official voice; an announcement becomes the notice and knows its readers', async () => {
  const talk = await openTalk(app);
  const bo = await enter(talk, '阿波');
  const clientId = newId();
  const body = { clientId, kind: 'announcement', text: '周六下午三点线下聚会', mentions: ['all'] };
  const sent = await sendAs(talk, body);
  assert.equal(sent.status, 201, sent.text);
  const { message, taskId } = sent.body as { message: Message; taskId: string | null };
  assert.deepEqual([message.author.kind, message.author.role, taskId], ['official', 'admin', null]);
  assert.deepEqual(message.mentions, [{ identityId: 'all', name: '' }]);
  const again = await sendAs(talk, body);
  assert.deepEqual([again.status, again.body.duplicate, again.body.message.id], [201, true, message.id]);
  const home = (await read(talk, bo, '')).body;
  assert.equal(home.group.notice.text, '周六下午三点线下聚会');
  const listed = async () => (await read(talk, bo, '/announcements')).body.items.map((one: Message) => one.readers);
  assert.deepEqual(await listed(), [0]);
  await write(talk, bo, { method: 'POST', path: '/read', body: { seq: message.seq } });
  assert.deepEqual(await listed(), [1]);
  const readers = await app.request('GET', `${talk.team}/messages/${message.id}/readers`, { as: talk.owner });
  assert.deepEqual(readers.body, { count: 1, items: [{ identityId: bo.identityId, name: '阿波' }] });
  const edit = await app.request('PATCH', `${talk.team}/messages/${message.id}`, {
    as: talk.owner,
    body: { text: '改到周日下午三点' },
  });
  assert.deepEqual(
    [edit.status, edit.body.message.text, edit.body.message.editedAt !== null],
    [200, '改到周日下午三点', true],
  );
  assert.equal((await read(talk, bo, '/search?q=周六')).body.items.length, 0);
  assert.equal((await read(talk, bo, '/search?q=周日')).body.items.length, 1);
  const own = await said(talk, bo, '群友的话');
  const refused = await app.request('PATCH', `${talk.team}/messages/${own.id}`, {
    as: talk.owner,
    body: { text: '改' },
  });
  assert.equal(refused.body.code, 'messages.edit_not_allowed');
});

test('roles of the team may read, speak and keep order as declared', async () => {
  const talk = await openTalk(app);
  const lan = await enter(talk, '小兰');
  const { id } = await said(talk, lan, '一句话');
  const [viewer, moderator] = [
    await app.operator('viewer', talk.communityId),
    await app.operator('moderator', talk.communityId),
  ];
  const stranger = await app.operator('owner', (await openTalk(app)).communityId);
  const recall = `${talk.team}/messages/${id}/recall`;
  const speak = { clientId: newId(), text: '官方' };
  assert.equal((await app.request('GET', `${talk.team}/messages`, { as: viewer })).status, 200);
  assert.equal((await app.request('POST', recall, { as: viewer, body: {} })).status, 403);
  assert.equal((await app.request('POST', `${talk.team}/messages`, { as: moderator, body: speak })).status, 403);
  assert.equal((await app.request('POST', recall, { as: stranger, body: {} })).status, 404);
  assert.equal((await app.request('GET', `${talk.team}/messages`, { as: lan.actor })).status, 401);
  assert.equal((await app.request('POST', recall, { as: moderator, body: {} })).status, 200);
});

test('a picture can be posted only by whoever uploaded it, and is seen by members only', async () => {
  const talk = await openTalk(app);
  const [lan, bo] = [await enter(talk, '小兰'), await enter(talk, '阿波')];
  const { default: sharp } = await import('sharp');
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#b83227' } })
    .png()
    .toBuffer();
  const uploaded = await app.request('POST', `${talk.base}/pictures`, { as: lan.actor, bytes });
  assert.equal(uploaded.status, 201, uploaded.text);
  const pictureId = uploaded.body.id as string;
  assert.equal((await say(talk, bo, { kind: 'image', pictureId })).body.code, 'carriers.picture_unknown');
  const message = await said(talk, lan, { kind: 'image', pictureId });
  assert.deepEqual(message.picture, { id: pictureId, width: 40, height: 30 });
  assert.equal((await app.request('GET', `/api/files/${pictureId}`, { as: bo.actor })).status, 200);
  const other = await openTalk(app);
  const stranger = await enter(other, '外人');
  assert.equal((await app.request('GET', `/api/files/${pictureId}`, { as: stranger.actor })).status, 404);
});
