import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMembership, identifySenders, recordPresence, setMemberRole } from '../people/index.ts';
import { inTransaction } from '../platform/context.ts';
import { removeDue } from './removals.ts';
import {
  ask,
  begin,
  dayMs,
  enter,
  enterAll,
  namesOn,
  openTalk,
  openTalkApp,
  said,
  tick,
  type Phone,
  type Talk,
} from './testing.ts';

const app = await openTalkApp();
const month = 30 * dayMs;

async function patchMe(talk: Talk, phone: Phone, body: unknown): Promise<void> {
  const path = `/api/member/communities/${talk.communityId}/me`;
  const answer = await app.request('PATCH', path, { as: phone.actor, body });
  assert.equal(answer.status, 200, answer.text);
}

const isIn = async (talk: Talk, { identityId }: Phone) =>
  (await findMembership(app.ctx, { communityId: talk.communityId, groupId: talk.groupId, identityId })) !== undefined;

test('a round from the announcement to paced removals, and one of them taken back', async () => {
  app.clock.set('2026-10-01T02:00:00Z');
  const talk = await openTalk(app);
  const phones = await enterAll(talk, [
    '说话的',
    '改名的',
    '点的',
    '在读的',
    '静一',
    '静二',
    '静三',
    '静四',
    '留的',
    '别找我',
  ]);
  const of = (name: string) => phones[name]!;
  await patchMe(talk, of('别找我'), { privacy: { uncontacted: true } });
  await enter(talk, '管家', 'steward');
  await ask(talk, 'PUT', `/kept/${of('留的').identityId}`, { note: '休产假' });
  app.clock.advance(month);
  await enter(talk, '新来的');

  const preview = (await ask(talk, 'GET', `/round-preview?groupId=${talk.groupId}`)).body;
  assert.deepEqual(
    [preview.people, preview.asked, preview.spared],
    [12, 8, { team: 1, kept: 1, new: 1, uncontacted: 1 }],
  );
  const roundId = await begin(talk);
  assert.equal((await ask(talk, 'POST', '/rounds', { ...(await wishOf(talk)) })).body.code, 'care.round_open');
  const { items } = (await app.request('GET', `${talk.team}/messages?limit=5`, { as: talk.owner })).body;
  assert.match(items.at(-1).text, /11 月 7 日 之前.*名字-城市/s);

  await said(talk, of('说话的'), '在');
  await patchMe(talk, of('改名的'), { name: '改名的-杭州' });
  await patchMe(talk, of('静一'), { privacy: { findable: true } });
  const mine = await app.request('POST', `${talk.base}/round/here`, { as: of('点的').actor });
  assert.ok(mine.body.round.answeredAt);
  assert.equal((await app.request('GET', `${talk.base}/round`, { as: of('别找我').actor })).body.round, null);
  await app.settle();

  app.clock.set('2026-11-03T18:00:00Z');
  await tick(talk);
  assert.equal((await notesOf(talk, of('静一'))).length, 0, 'nobody is reminded at night');
  app.clock.set('2026-11-04T00:30:00Z');
  await tick(talk);
  await tick(talk);
  assert.equal((await notesOf(talk, of('静一'))).length, 1);
  assert.equal((await notesOf(talk, of('说话的'))).length, 0);
  assert.equal((await notesOf(talk, of('别找我'))).length, 0);

  const early = { identityIds: [of('静一').identityId], decision: 'remove' };
  assert.equal((await ask(talk, 'POST', `/rounds/${roundId}/decisions`, early)).body.code, 'care.round_running');
  const { seq } = (await app.request('GET', `${talk.team}/messages?limit=1`, { as: talk.owner })).body.items[0];
  await app.request('POST', `${talk.base}/read`, { as: of('在读的').actor, body: { seq } });
  app.clock.set('2026-11-07T03:00:00Z');
  await tick(talk);
  assert.deepEqual(await namesOn(talk, roundId, 'silent'), ['静一', '静二', '静三', '静四']);
  assert.deepEqual(await namesOn(talk, roundId, 'reading'), ['在读的']);
  assert.deepEqual((await namesOn(talk, roundId, 'answered')).toSorted(), ['改名的-杭州', '点的', '说话的'].toSorted());
  assert.deepEqual(
    (await namesOn(talk, roundId, 'spared')).toSorted(),
    ['别找我', '新来的', '留的', '管家'].toSorted(),
  );

  const ids = ['静一', '静二', '静三', '静四'].map((name) => of(name).identityId);
  const wrong = { identityIds: [of('留的').identityId], decision: 'remove' };
  assert.equal((await ask(talk, 'POST', `/rounds/${roundId}/decisions`, wrong)).body.code, 'care.not_to_decide');
  const talked = { identityIds: [of('在读的').identityId], decision: 'talk' };
  assert.equal((await ask(talk, 'POST', `/rounds/${roundId}/decisions`, talked)).body.counts.talk, 1);
  assert.equal((await ask(talk, 'POST', `/rounds/${roundId}/removals`)).body.code, 'care.nobody_to_remove');
  await ask(talk, 'POST', `/rounds/${roundId}/decisions`, { identityIds: ids, decision: 'remove' });
  assert.equal((await ask(talk, 'POST', `/rounds/${roundId}/removals`)).body.planned, 4);
  assert.deepEqual((await ask(talk, 'DELETE', `/rounds/${roundId}/removals`)).body, { stopped: 4 });
  assert.equal((await ask(talk, 'POST', `/rounds/${roundId}/removals`)).body.planned, 4);

  app.clock.set('2026-11-07T12:05:00Z');
  await tick(talk);
  assert.equal((await ask(talk, 'GET', `/rounds/${roundId}`)).body.round.counts.removed, 2, 'two a day');
  const left = (await namesOn(talk, roundId, 'silent')).filter((name) => name.startsWith('静'));
  assert.equal(left.length, 2);
  await said(talk, of(left[0]!), '我还在的');
  app.clock.advance(3 * dayMs);
  await tick(talk);
  const { round } = (await ask(talk, 'GET', `/rounds/${roundId}`)).body;
  assert.deepEqual([round.counts.removed, round.counts.planned], [3, 0], 'who spoke stays');
  assert.equal(await isIn(talk, of(left[0]!)), true);

  const gone = of(left[1]!);
  const farewell = `/api/member/farewells/${talk.groupId}`;
  const read = (await app.request('GET', farewell, { as: gone.actor })).body.farewell;
  assert.match(read.text, /随时想回来/);
  assert.ok(read.text.includes(`/j/${read.code}`));
  assert.equal(await isIn(talk, gone), false);
  const back = await ask(talk, 'POST', `/rounds/${roundId}/people/${gone.identityId}/undo`);
  assert.deepEqual([back.body.counts.removed, back.body.counts.undone], [2, 1]);
  await app.settle();
  assert.equal(await isIn(talk, gone), true);
  assert.equal((await notesOf(talk, gone)).length, 2);
  assert.equal((await app.request('GET', farewell, { as: gone.actor })).body.farewell, null);
  assert.equal(
    (await ask(talk, 'POST', `/rounds/${roundId}/people/${gone.identityId}/undo`)).status,
    200,
    'twice is once',
  );

  assert.equal((await ask(talk, 'POST', `/rounds/${roundId}/close`)).body.state, 'closed');
  assert.equal((await ask(talk, 'GET', '/rounds')).body.items.length, 1);
  const log = await app.request('GET', `/api/communities/${talk.communityId}/audit?action=care.&limit=50`, {
    as: talk.owner,
  });
  const actions = log.body.items.map(({ action }: { action: string }) => action);
  assert.equal(actions.filter((action: string) => action === 'care.remove_member').length, 3);
  assert.equal(actions.filter((action: string) => action === 'care.undo_removal').length, 1);
});

test('a machine that was off for days does not catch up in one go, and who joins the team stays', async () => {
  app.clock.set('2026-10-01T02:00:00Z');
  const talk = await openTalk(app);
  const phones = await enterAll(talk, ['一', '二', '三', '四', '五']);
  app.clock.advance(month);
  const roundId = await begin(talk, { perDay: 1 });
  await ask(talk, 'POST', `/rounds/${roundId}/end`);
  const identityIds = Object.values(phones).map((phone) => phone.identityId);
  await ask(talk, 'POST', `/rounds/${roundId}/decisions`, { identityIds, decision: 'remove' });
  await ask(talk, 'POST', `/rounds/${roundId}/removals`);
  const { communityId, groupId } = talk;
  await setMemberRole(app.ctx, { communityId, groupId, identityId: phones['三']!.identityId, role: 'steward' });
  app.clock.set('2026-11-15T04:00:00Z');
  const remove = () => removeDue.run(app.ctx, {});
  await remove();
  await Promise.all([remove(), remove()]);
  const counts = async () => (await ask(talk, 'GET', `/rounds/${roundId}`)).body.round.counts;
  assert.equal((await counts()).removed, 1);
  for (let day = 0; day < 6; day++) {
    app.clock.advance(dayMs);
    await remove();
    assert.ok((await counts()).removed <= day + 2);
  }
  assert.deepEqual([(await counts()).removed, (await counts()).planned], [4, 0]);
  assert.equal(await isIn(talk, phones['三']!), true);
});

test('where a human carries things over, the farewell is in their task, and skipping it keeps the person', async () => {
  app.clock.set('2026-10-01T02:00:00Z');
  const talk = await openTalk(app, { carrier: 'manual' });
  const { communityId, groupId } = talk;
  const at = app.clock.now();
  const senders = ['甲', '乙'].map((name) => ({ externalId: name, name }));
  const known = await inTransaction(app.ctx, (ctx) => identifySenders(ctx, communityId, 'manual', senders));
  const ids = [...known.values()];
  const seen = ids.map((identityId) => ({ identityId, state: 'in' as const, at }));
  await recordPresence(app.ctx, { communityId, groupId }, seen);
  app.clock.advance(month);
  const roundId = await begin(talk);
  const view = (await ask(talk, 'GET', `/rounds/${roundId}`)).body;
  assert.equal(view.knowsReaders, false);
  assert.ok(view.round.taskId, 'the announcement is a task with the text');
  await ask(talk, 'POST', `/rounds/${roundId}/end`);
  await ask(talk, 'POST', `/rounds/${roundId}/decisions`, { identityIds: ids, decision: 'remove' });
  await ask(talk, 'POST', `/rounds/${roundId}/removals`);
  app.clock.advance(2 * dayMs);
  await tick(talk);
  const tasks = (await app.request('GET', `/api/communities/${communityId}/tasks?limit=50`, { as: talk.owner })).body
    .items;
  const kicks = tasks.filter((task: { title: string }) => /甲|乙/.test(task.title));
  assert.equal(kicks.length, 2);
  assert.match(kicks[0].text, /随时想回来/);
  const settle = (which: number, verb: string) =>
    app.request('POST', `/api/communities/${communityId}/tasks/${kicks[which].id}/${verb}`, {
      as: talk.owner,
      body: {},
    });
  await settle(0, 'done');
  await settle(1, 'skip');
  await app.settle();
  const { counts } = (await ask(talk, 'GET', `/rounds/${roundId}`)).body.round;
  assert.deepEqual([counts.handed, counts.removed], [0, 1]);
});

test('strangers and viewers have no part in it', async () => {
  const talk = await openTalk(app);
  const moderator = await app.operator('moderator', talk.communityId);
  const viewer = await app.operator('viewer', talk.communityId);
  const path = `/api/communities/${talk.communityId}/care/rounds`;
  assert.equal((await app.request('GET', path, { as: moderator })).status, 200);
  assert.equal((await app.request('GET', path, { as: viewer })).status, 403);
  assert.equal((await app.request('POST', path, { as: moderator, body: await wishOf(talk) })).status, 403);
  assert.equal((await ask(talk, 'POST', '/rounds', await wishOf(talk))).body.code, 'care.nobody_to_ask');
  assert.equal(
    (await ask(talk, 'POST', '/rounds', { ...(await wishOf(talk)), remindAfter: [7] })).body.code,
    'care.bad_reminder',
  );
});

async function wishOf(talk: Talk) {
  const texts = { announcement: '还在吗', reminder: '还有人吗', farewell: '再见 {{link}}' };
  return { groupId: talk.groupId, format: '名字-城市', texts, days: 7, remindAfter: [3], perDay: 2 };
}

async function notesOf(talk: Talk, phone: Phone): Promise<unknown[]> {
  return (await app.request('GET', `${talk.base}/notes`, { as: phone.actor })).body.items;
}
