/** What must not stay behind: notices of recalled announcements, recalled pictures, names of strangers, tasks that cannot end. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { createGroup, createLink } from '../groups/index.ts';
import { comeIn } from '../people/testing.ts';
import { newId } from '../platform/ids.ts';
import { enter, openTalk, openTalkApp, said, write } from './testing.ts';

const app = await openTalkApp();

test('the notice follows the announcement that it shows: changed with it, gone with it', async () => {
  const talk = await openTalk(app);
  const lan = await enter(talk, '小兰');
  const notice = async () => (await app.request('GET', talk.base, { as: lan.actor })).body.group.notice?.text ?? null;
  const announce = async (text: string) => {
    const body = { clientId: newId(), kind: 'announcement', text };
    return (await app.request('POST', `${talk.team}/messages`, { as: talk.owner, body })).body.message.id as string;
  };
  const first = await announce('周六在桂花巷见');
  await app.request('PATCH', `${talk.team}/messages/${first}`, { as: talk.owner, body: { text: '周日在桂花巷见' } });
  assert.equal(await notice(), '周日在桂花巷见');
  const second = await announce('改到茶馆');
  await app.request('POST', `${talk.team}/messages/${first}/recall`, { as: talk.owner, body: {} });
  assert.equal(await notice(), '改到茶馆');
  await app.request('POST', `${talk.team}/messages/${second}/recall`, { as: talk.owner, body: {} });
  assert.equal(await notice(), null);
});

test('a recalled picture is gone for everybody who kept its address, unless it stands elsewhere', async () => {
  const talk = await openTalk(app);
  const [lan, bo] = [await enter(talk, '小兰'), await enter(talk, '阿波')];
  const bytes = await sharp({ create: { width: 30, height: 30, channels: 3, background: '#a31' } })
    .png()
    .toBuffer();
  const uploaded = await app.request('POST', `${talk.base}/pictures`, { as: lan.actor, bytes });
  const pictureId = uploaded.body.id as string;
  const [once, again] = [
    await said(talk, lan, { kind: 'image', pictureId }),
    await said(talk, lan, { kind: 'image', pictureId }),
  ];
  const recall = (id: string) => write(talk, lan, { method: 'POST', path: `/messages/${id}/recall`, body: {} });
  const look = async () => (await app.request('GET', `/api/files/${pictureId}`, { as: bo.actor })).status;
  assert.equal((await recall(once.id)).status, 200);
  assert.equal(await look(), 200);
  assert.equal((await recall(again.id)).status, 200);
  assert.equal(await look(), 404);
});

test('somebody of another group cannot be spoken to, and their name is not told', async () => {
  const talk = await openTalk(app);
  const lan = await enter(talk, '小兰');
  const { communityId } = talk;
  const { id: groupId } = await createGroup(app.ctx, { communityId, name: '另一个群', tier: 'ordinary' });
  const { code } = await createLink(app.ctx, { communityId, groupId }, { channel: '门口' });
  const stranger = await comeIn(app, { communityId, groupId, code }, '独孤求败');
  const message = await said(talk, lan, { text: '@谁 在吗', mentions: [stranger.identityId] });
  assert.deepEqual(message.mentions, []);
});

test('what a human has done can be confirmed, also where our own books cannot follow', async () => {
  const talk = await openTalk(app, { carrier: 'manual' });
  const { communityId, groupId } = talk;
  const { code } = await createLink(app.ctx, { communityId, groupId }, { channel: '门口' });
  const lan = await comeIn(app, { communityId, groupId, code }, '👨‍👩‍👧‍👦'.repeat(20));
  const ask = async (act: Record<string, unknown>): Promise<string> => {
    const asked = await app.request('POST', `${talk.team}/acts`, { as: talk.owner, body: act });
    assert.equal(asked.body.how, 'human', asked.text);
    return asked.body.taskId as string;
  };
  const tasks = [
    await ask({ op: 'mute', identityId: lan.identityId, seconds: 600 }),
    await ask({ op: 'sendPrivate', identityId: lan.identityId, text: '谢谢你的月饼' }),
    await ask({ op: 'approveJoin', applicationId: newId() }),
    await ask({ op: 'dissolve' }),
    await ask({ op: 'setName', name: '散伙饭' }),
  ];
  for (const taskId of tasks) {
    const path = `/api/communities/${communityId}/tasks/${taskId}/done`;
    const done = await app.request('POST', path, { as: talk.owner, body: {} });
    assert.equal(done.status, 200, done.text);
    assert.equal(done.body.state, 'done');
  }
});

test('the team answering something of another group answers nothing', async () => {
  const talk = await openTalk(app);
  const other = await openTalk(app);
  const foreign = await said(other, await enter(other, '小兰'), '别处的话');
  const body = { clientId: newId(), text: '收到', replyTo: foreign.id };
  const sent = await app.request('POST', `${talk.team}/messages`, { as: talk.owner, body });
  assert.equal(sent.body.message.replyTo, null, sent.text);
});

test('being forgotten reaches the stored answers of other people, too', async () => {
  const talk = await openTalk(app);
  const [lan, bo] = [await enter(talk, '独孤小兰'), await enter(talk, '阿波')];
  const { id } = await said(talk, lan, '我家住在桂花巷');
  const path = `${talk.base}/messages/${id}/reactions/like`;
  const liked = await app.request('PUT', path, { as: bo.actor, headers: { 'idempotency-key': newId() } });
  assert.equal(liked.status, 200, liked.text);
  const kept = async () => {
    const { rows } = await app.services.database.pool.query(`select t::text as line from platform_idempotency t`);
    return rows.filter(({ line }: { line: string }) => /桂花巷|独孤/.test(line)).length;
  };
  assert.equal(await kept(), 1);
  const me = `/api/member/communities/${talk.communityId}/me`;
  await app.request('POST', `${me}/erase`, { as: lan.actor, body: { confirm: '抹去我' } });
  await app.settle();
  assert.equal(await kept(), 0);
});
