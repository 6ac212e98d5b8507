/** Undo restores everything: the message with its picture, the stay with its role and seat, points; and the last step of the ladder. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { createGroup, getGroup, updateGroup } from '../groups/index.ts';
import { receive } from '../messages/index.ts';
import { read, said } from '../messages/testing.ts';
import { findMembership, setMemberRole } from '../people/index.ts';
import { comeIn, type Phone } from '../people/testing.ts';
import { forgetWords } from './privacy.ts';
import { ask, enter, held, heldWord, mine, openCourt, openCourtApp, say, type Court } from './testing.ts';

const app = await openCourtApp();
const hour = 3_600_000;

const tasks = async (court: Court, kind: string) =>
  (await app.request('GET', `/api/communities/${court.communityId}/tasks?kind=${kind}`, { as: court.owner })).body
    .items;
const settle = async (court: Court, id: string, verb = 'done') => {
  const path = `/api/communities/${court.communityId}/tasks/${id}/${verb}`;
  const answer = await app.request('POST', path, { as: court.owner, body: {} });
  assert.equal(answer.status, 200, answer.text);
};
const stayOf = (court: Court, { identityId }: Phone) =>
  findMembership(app.ctx, { communityId: court.communityId, groupId: court.groupId, identityId });
const undo = async (court: Court, id: string) => {
  const answer = await ask(court, `POST /cases/${id}/undo`, { body: {} });
  assert.equal(answer.status, 200, answer.text);
};

/** Says something that is held and upheld with a step. */
async function offend(court: Court, phone: Phone, step: string): Promise<string> {
  app.clock.advance(hour);
  const { id } = await held(court, phone, `${heldWord} ${app.clock.now().toISOString()}`);
  const answer = await ask(court, `POST /cases/${id}/uphold`, { body: { step } });
  assert.equal(answer.status, 200, answer.text);
  return id;
}

test('an undone removal: the same way in, the same inviter and role, and a seat although the group is full by now', async () => {
  const court = await openCourt(app);
  const place = { communityId: court.communityId, groupId: court.groupId };
  const inviter = await enter(court, '阿圆');
  const invite = await app.request('POST', `${court.base}/invite`, { as: inviter.actor, body: {} });
  const author = await comeIn(app, { ...place, code: invite.body.code }, '小满');
  const id = await offend(court, author, 'remove');
  await setMemberRole(app.ctx, { ...place, identityId: author.identityId, role: 'steward' });
  const before = (await stayOf(court, author))!;
  const [removal] = await tasks(court, 'rules.remove');
  await settle(court, removal.id);
  assert.equal(await stayOf(court, author), undefined);
  const { members } = await getGroup(app.ctx, court.communityId, court.groupId);
  await updateGroup(app.ctx, place, { capacity: members + 1 });
  await enter(court, '后来的');
  await undo(court, id);
  const after = (await stayOf(court, author))!;
  const facts = ({ role, source, linkId, code: way, inviterId }: typeof before) => [
    role,
    source,
    linkId,
    way,
    inviterId,
  ];
  assert.deepEqual(facts(after), facts(before));
  assert.equal(after.role, 'steward');
  assert.equal((await getGroup(app.ctx, court.communityId, court.groupId)).members, members + 2);
  assert.match((await read(court, author, '/notes')).body.items[0].text, /我们收回了/);
});

test('who left by themselves before a human decided is not brought back by an undo', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const id = await offend(court, author, 'remove');
  assert.equal((await app.request('POST', `${court.base}/leave`, { as: author.actor, body: {} })).status < 300, true);
  const [removal] = await tasks(court, 'rules.remove');
  await settle(court, removal.id);
  await undo(court, id);
  assert.equal(await stayOf(court, author), undefined);
});

test('banning is asked of a human; who is banned cannot come in; undone, they are in again', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const id = await offend(court, author, 'ban');
  assert.equal((await read(court, author, '/messages')).status, 200, 'nobody has decided yet');
  const [task] = await tasks(court, 'rules.ban');
  assert.match(task.title, /小满 不再进/);
  await settle(court, task.id);
  const knock = () => app.request('POST', `/api/join/${court.code}`, { as: author.actor, body: { answers: {} } });
  assert.ok((await knock()).text.includes('banned'));
  const own = await app.request('GET', `/api/member/communities/${court.communityId}/my-cases`, { as: author.actor });
  assert.deepEqual(
    own.body.items[0].sanctions.map(({ step }: { step: string }) => step),
    ['ban'],
  );
  await undo(court, id);
  assert.equal((await read(court, author, '/messages')).status, 200);
  assert.equal((await say(court, author, '我回来了')).status, 201);
});

test('after a removal that stands, the ladder proposes a ban', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  await offend(court, author, 'remove');
  const [removal] = await tasks(court, 'rules.remove');
  await settle(court, removal.id);
  await app.request('POST', `/api/join/${court.code}`, { as: author.actor, body: { answers: {} } });
  app.clock.advance(hour);
  assert.ok(await stayOf(court, author), 'removed is not banned: the door is open');
  const { id } = await held(court, author, `${heldWord} 又来`);
  app.clock.advance(1000);
  assert.equal((await ask(court, `GET /cases/${id}`)).body.proposedStep, 'ban');
});

test('a picture that was taken away comes back with its message; forgotten with the words when the decision stands', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#b83227' } })
    .png()
    .toBuffer();
  const headers = { 'content-type': 'image/png' };
  const uploaded = await app.request('POST', `${court.base}/pictures`, { as: author.actor, bytes, headers });
  const picture = uploaded.body.id as string;
  const { id: messageId } = await said(court, author, { kind: 'image', text: '看这个', pictureId: picture });
  const text = (await ask(court, 'PUT /text', { as: court.owner, body: { items: [{ name: '说事不说人' }] } })).body;
  const body = { groupId: court.groupId, messageId, rule: text.items[0].key };
  const { id } = (await ask(court, 'POST /cases', { body })).body;
  const file = () => app.request('GET', `/api/files/${picture}?size=thumb`, { as: author.actor });
  assert.equal((await ask(court, `POST /cases/${id}/uphold`, { body: {} })).status, 200);
  await undo(court, id);
  const [shown] = (await read(court, author, '/messages')).body.items.filter(
    (one: { recalledAt: unknown }) => !one.recalledAt,
  );
  assert.equal(shown.picture?.id, picture);
  assert.equal((await file()).status, 200);
  assert.equal((await ask(court, `POST /cases/${id}/uphold`, { body: {} })).status, 200);
  app.clock.advance(91 * 24 * hour);
  await forgetWords.run(app.ctx, {});
  assert.equal((await file()).status, 404);
});

test('what followed when an appeal was turned down goes with that decision; what the first one brought stays', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const id = await offend(court, author, 'remind');
  app.clock.advance(hour);
  await app.request('POST', `${court.base}/cases/${id}/appeal`, { as: author.actor, body: { text: '再看看' } });
  const confirm = { as: court.second, body: { step: 'mute' } };
  app.clock.advance(1000);
  assert.equal((await ask(court, `POST /cases/${id}/uphold`, confirm)).body.state, 'confirmed');
  assert.equal((await say(court, author, '喂')).body.code, 'messages.muted');
  assert.equal((await ask(court, `POST /cases/${id}/undo`, { as: court.second, body: {} })).body.state, 'appealed');
  assert.equal((await say(court, author, '喂')).status, 201);
  const [own] = (await mine(court, author)).items;
  assert.deepEqual(
    own.sanctions.map(({ step, state }: Record<string, string>) => [step, state]),
    [['remind', 'applied'], ['mute', 'undone']], // prettier-ignore
  );
});

test('on another platform: a step that a human has not done yet is not to be done; a removal that was done becomes a task', async () => {
  const court = await openCourt(app);
  const group = await createGroup(app.ctx, {
    communityId: court.communityId,
    name: '微信·家常菜',
    tier: 'ordinary',
    carrier: 'manual',
    externalId: 'wx-room',
  });
  const rules = { ...court, groupId: group.id };
  const hear = async (words: string) => {
    app.clock.advance(hour);
    const sender = { externalId: 'wx-9', name: '路人' };
    const item = {
      sender,
      clientId: null,
      externalId: `m${app.clock.now().getTime()}`,
      at: app.clock.now(),
      text: words,
    };
    const rest = { kind: 'text', picture: null, replyTo: null, mentions: [] } as const;
    const place = { communityId: court.communityId, groupId: group.id, carrier: 'manual', origin: 'live' } as const;
    await receive(app.ctx, { ...place, items: [{ ...item, ...rest }] });
    await app.settle();
    return (await ask(rules, 'GET /cases?state=open')).body.items[0].id as string;
  };
  const open = async () =>
    (await app.request('GET', `/api/communities/${court.communityId}/tasks?state=open`, { as: court.owner })).body
      .items;
  const muted = await hear(`${heldWord} 一`);
  await ask(rules, `POST /cases/${muted}/uphold`, { body: { step: 'mute' } });
  const kinds = async () => (await open()).map((task: { title: string }) => task.title);
  assert.ok(
    (await kinds()).some((title: string) => title.includes('先歇')),
    String(await kinds()),
  );
  await undo(rules, muted);
  assert.ok(!(await kinds()).some((title: string) => title.includes('先歇')), String(await kinds()));

  await ask(rules, `POST /cases/${muted}/release`, { body: {} });
  const removed = await hear(`${heldWord} 二`);
  await ask(rules, `POST /cases/${removed}/uphold`, { body: { step: 'remove' } });
  const [removal] = await tasks(rules, 'rules.remove');
  await settle(rules, removal.id);
  const kick = (await open()).find((task: { title: string }) => task.title.includes('把 路人 请出'));
  assert.ok(kick, String(await kinds()));
  await settle(rules, kick.id);
  await app.settle();
  await undo(rules, removed);
  assert.ok(
    (await kinds()).some((title: string) => title.includes('请 路人 回到')),
    String(await kinds()),
  );
});
