import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { IncomingBatch, IncomingItem } from '../carriers/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { newId } from '../platform/ids.ts';
import { listGroupDays } from '../groups/index.ts';
import { receive, type PostGate, type SendGate } from './index.ts';
import { mayPost, maySend } from './slots.ts';
import { enter, openTalk, openTalkApp, read, said, say, type Talk } from './testing.ts';

/** Gates as a later module would fill them. */
const noAds: PostGate = {
  name: 'test.no_ads',
  consider: async (_ctx, { drafts }) =>
    drafts.map(({ text }) => (text.includes('红包群') ? { refused: true, reason: 'test.ad' } : { ok: true })),
};
const quietHours: SendGate = {
  name: 'test.quiet_hours',
  consider: async (_ctx, { text }) =>
    text.includes('促销')
      ? { held: true, until: new Date('2026-11-20T00:00:00Z'), reason: 'test.quiet' }
      : { ok: true },
};
const gates = defineModule({ name: 'test', fills: [fill(mayPost, noAds), fill(maySend, quietHours)] });
const app = await openTalkApp([gates]);

const foreign = (externalId: string, name: string) => ({ externalId, name });

function heard(text: string, more: Partial<IncomingItem> = {}): IncomingItem {
  return {
    sender: foreign('wx-lan', '小兰'),
    clientId: null,
    externalId: newId(),
    at: app.clock.now(),
    kind: 'text',
    text,
    picture: null,
    replyTo: null,
    mentions: [],
    ...more,
  };
}

const batchOf = (talk: Talk, items: IncomingItem[], more: Partial<IncomingBatch> = {}): IncomingBatch => ({
  communityId: talk.communityId,
  groupId: talk.groupId,
  carrier: 'manual',
  origin: 'import',
  items,
  ...more,
});

const talkOf = async (talk: Talk) =>
  (await app.request('GET', `${talk.team}/messages?limit=200`, { as: talk.owner })).body.items as {
    text: string;
    seq: number;
    id: string;
    delivery?: string;
  }[];

test('duplicates inside one batch and of an earlier one are one message each', async () => {
  const talk = await openTalk(app, { carrier: 'manual' });
  const [one, two] = [heard('第一句'), heard('第二句')];
  const first = await receive(app.ctx, batchOf(talk, [one, two, one]));
  assert.deepEqual(
    first.map((result) => result.ok && result.duplicate),
    [false, false, true],
  );
  const second = await receive(app.ctx, batchOf(talk, [heard('第三句'), two]));
  assert.deepEqual(
    second.map((result) => result.ok && result.duplicate),
    [false, true],
  );
  assert.deepEqual(
    (await talkOf(talk)).map((row) => [row.text, row.seq]),
    [
      ['第一句', 1],
      ['第二句', 2],
      ['第三句', 3],
    ],
  );
});

test('two batches with the same messages at the same moment leave each message once and no gap', async () => {
  const talk = await openTalk(app, { carrier: 'manual' });
  const items = Array.from({ length: 40 }, (_, at) => heard(`第${at}句`));
  await Promise.all([receive(app.ctx, batchOf(talk, items)), receive(app.ctx, batchOf(talk, items.toReversed()))]);
  const rows = await talkOf(talk);
  assert.deepEqual(
    rows.map((row) => row.seq).toSorted((a, b) => a - b),
    Array.from({ length: 40 }, (_, at) => at + 1),
  );
});

test('one poisoned item does not take its neighbours with it', async () => {
  const talk = await openTalk(app, { carrier: 'manual' });
  const items = [
    heard('好一'),
    heard('坏', { at: new Date(Number.NaN) }),
    heard('好二'),
    heard('', {}),
    heard('坏二', { externalId: 'a\u0000b' }),
  ];
  const results = await receive(app.ctx, batchOf(talk, items));
  assert.deepEqual(
    results.map((result) => (result.ok ? 'ok' : result.reason)),
    ['ok', 'failed', 'ok', 'empty', 'failed'],
  );
  assert.deepEqual(
    (await talkOf(talk)).map((row) => row.text),
    ['好一', '好二'],
  );
});

test('10,000 posts of one member in one batch: the first are recorded, the rest refused', async () => {
  const talk = await openTalk(app);
  const lan = await enter(talk, '小兰');
  const author = { identityId: lan.identityId, name: '小兰', pictureId: null, role: 'member', kind: 'member' } as const;
  const items = Array.from({ length: 10_000 }, (_, at) =>
    heard(`刷屏${at}`, { sender: { author, mutedUntil: null }, clientId: newId(), externalId: null }),
  );
  const results = await receive(app.ctx, batchOf(talk, items, { carrier: 'web', origin: 'live' }));
  assert.deepEqual(
    results.map((result) => result.ok),
    items.map((_, at) => at < 60),
  );
  assert.ok(
    results
      .slice(60)
      .every((result) => !result.ok && result.reason === 'flood' && Number(result.error.data.retryAfterMs) > 0),
  );
});

test('gates of later modules hold back before others see it, and hold back the team with a reason', async () => {
  const talk = await openTalk(app);
  const lan = await enter(talk, '小兰');
  const [ad, fine] = await Promise.all([say(talk, lan, '我们也建一个红包群吧'), say(talk, lan, '早上好')]);
  assert.deepEqual([ad.status, ad.body.code, ad.body.data.reason], [403, 'messages.refused', 'test.ad']);
  assert.equal(fine.status, 201);
  const body = { clientId: newId(), text: '促销开始' };
  const held = await app.request('POST', `${talk.team}/messages`, { as: talk.owner, body });
  assert.deepEqual(
    [held.status, held.body.code, held.body.data.until],
    [409, 'messages.held', '2026-11-20T00:00:00.000Z'],
  );
  assert.equal((await read(talk, lan, '/messages')).body.items.length, 1);
});

test('what was counted is what was said, on its own local day', async () => {
  const talk = await openTalk(app, { carrier: 'manual' });
  const at = (text: string) => new Date(text);
  await receive(
    app.ctx,
    batchOf(talk, [
      heard('北京时间十八号深夜', { at: at('2026-11-18T15:59:59Z') }),
      heard('北京时间十九号凌晨', { at: at('2026-11-18T16:00:00Z') }),
      heard('再一句', { at: at('2026-11-18T17:00:00Z'), sender: foreign('wx-bo', '阿波') }),
    ]),
  );
  const { body } = await app.request('GET', `${talk.team}/days?from=2026-11-18&to=2026-11-19`, { as: talk.owner });
  const days = (body.items ?? body) as { day: string; messages: number }[];
  assert.deepEqual(
    days.map(({ day, messages }) => [day, messages]),
    [
      ['2026-11-18', 1],
      ['2026-11-19', 2],
    ],
  );
});

test('what the team sends into a group run by hand becomes a task, and its echo is the same message', async () => {
  const talk = await openTalk(app, { carrier: 'manual' });
  const body = { clientId: newId(), text: '今晚八点直播，主题是换季养生' };
  const sent = await app.request('POST', `${talk.team}/messages`, { as: talk.owner, body });
  assert.equal(sent.status, 201, sent.text);
  const { message, taskId } = sent.body;
  const delivery = async () => (await talkOf(talk)).map((row) => row.delivery);
  assert.deepEqual(await delivery(), ['waiting']);
  const tasks = await app.request('GET', `/api/communities/${talk.communityId}/tasks`, { as: talk.owner });
  const task = tasks.body.items.find((one: { id: string }) => one.id === taskId);
  assert.equal(task.text, body.text);
  assert.ok(task.steps.length >= 2 && task.title.includes('微信·家常菜'));
  const done = await app.request('POST', `/api/communities/${talk.communityId}/tasks/${taskId}/done`, {
    as: talk.owner,
    body: {},
  });
  assert.equal(done.status, 200, done.text);
  await app.settle();
  assert.deepEqual(await delivery(), ['delivered']);
  app.clock.advance(3_600_000);
  const echo = heard(body.text, { sender: foreign('wx-owner', '群主') });
  const [result] = await receive(app.ctx, batchOf(talk, [echo]));
  assert.ok(result?.ok && result.duplicate && result.message.id === message.id);
  const [again] = await receive(app.ctx, batchOf(talk, [echo, heard(body.text)]));
  assert.ok(again?.ok && again.duplicate);
  assert.equal((await talkOf(talk)).length, 2);
});

test('members of a group run by hand talk over there, not here', async () => {
  const talk = await openTalk(app);
  const lan = await enter(talk, '小兰');
  const message = await said(talk, lan, '在这里');
  assert.equal(message.seq, 1);
  const [result] = await receive(
    app.ctx,
    batchOf(await openTalk(app, { carrier: 'manual' }), [heard('走错门')], { carrier: 'web', origin: 'live' }),
  );
  assert.ok(result && !result.ok && result.reason === 'wrong_carrier');
});

test('a repeat of what was written without asking is the message that is there, and counts once', async () => {
  const talk = await openTalk(app);
  const phone = await enter(talk, '小满');
  await said(talk, phone, '早');
  const clientId = newId();
  const first = await say(talk, phone, { clientId, text: '今天的豆浆好喝' });
  const again = await Promise.all([1, 2, 3].map(() => say(talk, phone, { clientId, text: '今天的豆浆好喝' })));
  assert.deepEqual(new Set(again.map(({ body }) => body.message.id)), new Set([first.body.message.id]));
  assert.equal(first.body.message.seq, 2);
  assert.equal((await said(talk, phone, '再来一碗')).seq, 3);
  const [day] = await listGroupDays(app.ctx, { ...talk, from: '2026-11-01', to: '2026-12-01' });
  assert.deepEqual([day!.messages, day!.speakers], [3, 1]);
});
