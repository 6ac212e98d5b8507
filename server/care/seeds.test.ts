/** Seed members through the door: asked, their own yes, the mark, topics and what came of them, stopping. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTransaction } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { eraseCare } from './privacy.ts';
import { ask, dayMs, enterAll, openTalk, openTalkApp, said, type Phone, type Talk } from './testing.ts';
import { countTopics } from './topics.ts';

const app = await openTalkApp();

async function own(talk: Talk, phone: Phone, method: string, path: string, body?: unknown) {
  app.clock.advance(1000);
  const whole = `/api/member/groups/${talk.groupId}${path}`;
  return app.request(method, whole, { as: phone.actor, ...(body === undefined ? {} : { body }) });
}

const marks = async (talk: Talk, phone: Phone) => (await own(talk, phone, 'GET', '/seeds')).body.identityIds;

const inDays = (days: number) => new Date(app.clock.now().getTime() + days * dayMs).toISOString();

test('a seed is asked, says yes alone, is seen by everybody, opens a topic; what came of it is counted', async () => {
  app.clock.set('2026-10-01T02:00:00Z');
  const talk = await openTalk(app);
  const {
    小林: lin,
    老谭: tan,
    阿布: bu,
  } = (await enterAll(talk, ['小林', '老谭', '阿布'])) as Record<'小林' | '老谭' | '阿布', Phone>;
  const wish = { groupId: talk.groupId, identityId: lin.identityId, note: '你最会接话' };
  const asked = await ask(talk, 'POST', '/seeds', wish);
  assert.equal(asked.status, 201, asked.text);
  assert.equal((await ask(talk, 'POST', '/seeds', wish)).body.code, 'care.seed_already');
  assert.deepEqual(await marks(talk, tan), [], 'nobody is marked before they have said yes');
  const topic = { text: '周末去哪儿散步', hint: '说说你常走的一条路', dueAt: inDays(2) };
  const seedId = asked.body.id;
  assert.equal((await ask(talk, 'POST', `/seeds/${seedId}/topics`, topic)).body.code, 'care.seed_not_active');
  assert.equal((await own(talk, tan, 'POST', '/seed/accept', {})).status, 404, 'nobody says yes for another');
  assert.equal((await own(talk, lin, 'GET', '/seed')).body.seed.note, '你最会接话');
  assert.equal((await own(talk, lin, 'POST', '/seed/accept', {})).status, 204);
  assert.deepEqual(await marks(talk, tan), [lin.identityId]);

  assert.equal(
    (await ask(talk, 'POST', `/seeds/${seedId}/topics`, { ...topic, dueAt: inDays(-1) })).body.code,
    'care.topic_past',
  );
  const given = await ask(talk, 'POST', `/seeds/${seedId}/topics`, topic);
  const other = await ask(talk, 'POST', `/seeds/${seedId}/topics`, { ...topic, text: '最近读什么' });
  assert.equal(given.status, 201, given.text);
  const opener = await said(talk, lin, '我常走河边那条，你们呢？');
  app.clock.advance(60_000);
  const foreign = await said(talk, tan, '我走南边');
  const { seed } = (await own(talk, lin, 'GET', '/seed')).body;
  assert.deepEqual(
    [seed.topics.length, seed.said.map(({ excerpt }: { excerpt: string }) => excerpt)],
    [2, ['我常走河边那条，你们呢？']],
  );
  const settle = (id: string, body: object, phone = lin) => own(talk, phone, 'POST', `/seed/topics/${id}`, body);
  assert.equal((await settle(given.body.id, { how: 'done', messageId: foreign.id })).body.code, 'care.topic_not_yours');
  assert.equal((await settle(given.body.id, { how: 'done' }, tan)).status, 404);
  assert.equal((await settle(given.body.id, { how: 'done', messageId: opener.id })).status, 204);
  assert.equal((await settle(other.body.id, { how: 'skipped', note: '这周太忙' })).status, 204);

  const first = await said(talk, tan, { text: '河边晚上凉快', replyTo: opener.id });
  app.clock.advance(60_000);
  const second = await said(talk, lin, { text: '是的', replyTo: first.id });
  app.clock.advance(60_000);
  await said(talk, bu, { text: '带我一个', replyTo: second.id });
  app.clock.advance(60_000);
  await said(talk, tan, { text: '周六见', replyTo: second.id });
  app.clock.advance(3 * dayMs - 3_600_000);
  await said(talk, bu, { text: '太晚了', replyTo: opener.id });
  await countTopics.run(app.ctx, {});
  const { items } = (await ask(talk, 'GET', '/topics?open=false')).body;
  assert.deepEqual(
    items.map(({ text, state, replies, repliers, note }: Record<string, unknown>) => [
      text,
      state,
      replies,
      repliers,
      note,
    ]),
    [
      ['最近读什么', 'skipped', null, null, '这周太忙'],
      ['周末去哪儿散步', 'done', 3, 2, ''],
    ],
  );
  const [line] = (await ask(talk, 'GET', '/seeds')).body.items;
  assert.deepEqual([line.name, line.state, line.done, line.skipped, line.replies], ['小林', 'active', 1, 1, 3]);

  await ask(talk, 'POST', `/seeds/${seedId}/topics`, { ...topic, dueAt: inDays(1) });
  assert.equal((await own(talk, lin, 'POST', '/seed/leave', {})).status, 204);
  assert.deepEqual(await marks(talk, tan), []);
  assert.deepEqual((await ask(talk, 'GET', '/topics')).body.items, [], 'what was open is taken back');
  assert.equal((await ask(talk, 'GET', '/seeds?current=false')).body.items[0].state, 'left');
});

test('only real members of the group who may be written to are asked, and who says no is left alone', async () => {
  app.clock.set('2026-10-01T02:00:00Z');
  const talk = await openTalk(app);
  const {
    小林: lin,
    老谭: tan,
    阿布: bu,
  } = (await enterAll(talk, ['小林', '老谭', '阿布'])) as Record<'小林' | '老谭' | '阿布', Phone>;
  const askFor = (identityId: string) => ask(talk, 'POST', '/seeds', { groupId: talk.groupId, identityId });
  assert.equal((await askFor(newId())).body.code, 'care.seed_not_possible');
  const path = `/api/member/communities/${talk.communityId}/me`;
  await app.request('PATCH', path, { as: tan.actor, body: { privacy: { uncontacted: true } } });
  assert.equal((await askFor(tan.identityId)).body.code, 'care.seed_not_possible');
  assert.equal((await askFor(lin.identityId)).status, 201);
  await own(talk, lin, 'POST', '/seed/decline', {});
  assert.equal((await askFor(lin.identityId)).body.code, 'care.seed_asked_before');
  app.clock.advance(91 * dayMs);
  assert.equal((await askFor(lin.identityId)).status, 201);

  await askFor(bu.identityId);
  app.clock.advance(15 * dayMs);
  await countTopics.run(app.ctx, {});
  assert.equal((await own(talk, bu, 'POST', '/seed/accept', {})).status, 404, 'a question is open for two weeks');

  app.clock.advance(91 * dayMs);
  await askFor(bu.identityId);
  await own(talk, bu, 'POST', '/seed/accept', {});
  assert.deepEqual(await marks(talk, tan), [bu.identityId]);
  await own(talk, bu, 'POST', '/leave', {});
  await app.settle();
  assert.deepEqual(await marks(talk, tan), []);
  const who = { communityId: talk.communityId, identityIds: [bu.identityId], tombstoneId: bu.identityId };
  await inTransaction(app.ctx, (ctx) => eraseCare.erase(ctx, who, 1));
  const were = (await ask(talk, 'GET', '/seeds?current=false')).body.items;
  assert.deepEqual(
    were.map(({ name }: { name: string }) => name),
    ['小林', '小林'],
  );
});
