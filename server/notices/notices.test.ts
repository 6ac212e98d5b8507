/** From what is said to what a phone shows: who is told, who is left alone, and when. */
import assert from 'node:assert/strict';
import { createDecipheriv, createECDH, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { comeIn, openPlace } from '../people/testing.ts';
import { testApp } from '../platform/testing.ts';
import { whoIsMeant } from './hear.ts';
import { quietUntil } from '../platform/quiet.ts';
import { setWayOut, waitMs } from './tell.ts';

const app = await testApp();
/** Half past ten in the morning in Shanghai, far ahead: the queue goes by the clock of the database, which must not be past it. */
const morning = new Date('2099-03-10T02:30:00Z');

interface Browser {
  endpoint: string;
  keys: { p256dh: string; auth: string };
  shown: { title: string; body: string; url: string; tag: string }[];
  open: (body: Buffer) => string;
}

const browsers = new Map<string, Browser>();
/** What the push service answers for an endpoint; 201 when nothing else is said. */
const answers = new Map<string, number>();

function makeBrowser(): Browser {
  const own = createECDH('prime256v1');
  own.generateKeys();
  const auth = randomBytes(16);
  const endpoint = `https://push.example/${randomUUID()}`;
  const derive = (salt: Buffer, secret: Buffer, info: Buffer, bytes: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, info, bytes));
  const browser: Browser = {
    endpoint,
    keys: { p256dh: own.getPublicKey('base64url'), auth: auth.toString('base64url') },
    shown: [],
    open: (body) => {
      const [salt, sender, sealed] = [body.subarray(0, 16), body.subarray(21, 86), body.subarray(86)];
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), own.getPublicKey(), sender]);
      const shared = derive(auth, own.computeSecret(sender), info, 32);
      const key = derive(salt, shared, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
      const nonce = derive(salt, shared, Buffer.from('Content-Encoding: nonce\0'), 12);
      const opener = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16));
      return Buffer.concat([opener.update(sealed.subarray(0, -16)), opener.final()])
        .subarray(0, -1)
        .toString();
    },
  };
  browsers.set(endpoint, browser);
  return browser;
}

setWayOut(app.services, async (url, { body }) => {
  const status = answers.get(url) ?? 201;
  const browser = browsers.get(url)!;
  if (status === 201) browser.shown.push(JSON.parse(browser.open(body)) as Browser['shown'][number]);
  return { status, retryAfterSeconds: null };
});

type Member = Awaited<ReturnType<typeof comeIn>>;

async function takePushes(member: Member): Promise<Browser> {
  const browser = makeBrowser();
  const { endpoint, keys } = browser;
  const answer = await app.request('PUT', '/api/member/push', { as: member.actor, body: { endpoint, ...keys } });
  assert.equal(answer.status, 204, answer.text);
  return browser;
}

async function say(place: { groupId: string }, member: Member, text: string, more: object = {}): Promise<string> {
  const body = { clientId: randomUUID(), kind: 'text', text, ...more };
  const answer = await app.request('POST', `/api/member/groups/${place.groupId}/messages`, { as: member.actor, body });
  assert.equal(answer.status, 201, answer.text);
  return answer.body.message.id as string;
}

/** Runs what is due by the clock of the test. */
async function runDue(): Promise<void> {
  await app.services.database.pool.query(
    `update graphile_worker._private_jobs set run_at = now() where run_at between now() and $1`,
    [app.clock.now()],
  );
  await app.jobs.runDue();
}

/** Lets reactions and jobs happen, with the clock moved by the time that pushes wait. */
async function settle(): Promise<void> {
  await app.bus.drain();
  app.clock.set(new Date(app.clock.now().getTime() + waitMs + 1000));
  await runDue();
}

test('whoever is called or answered hears of it; the author, readers and people in quiet hours do not', async () => {
  app.clock.set(morning);
  const place = await openPlace(app);
  const [lan, bo, reader] = [
    await comeIn(app, place, '小兰'),
    await comeIn(app, place, '阿波'),
    await comeIn(app, place, '早起的'),
  ];
  const [lanPhone, boPhone, readerPhone] = [await takePushes(lan), await takePushes(bo), await takePushes(reader)];
  const first = await say(place, bo, '@小兰 明早几点开始读？', {
    mentions: [lan.identityId, reader.identityId, bo.identityId],
  });
  const { body } = await app.request('GET', `/api/member/groups/${place.groupId}/messages`, { as: reader.actor });
  const seq = Math.max(...(body.items as { seq: number }[]).map((item) => item.seq));
  await app.request('POST', `/api/member/groups/${place.groupId}/read`, { as: reader.actor, body: { seq } });
  await settle();
  assert.deepEqual(
    lanPhone.shown.map(({ body: words, url, tag }) => ({ words, url, tag })),
    [{ words: '阿波 提到了你：@小兰 明早几点开始读？', url: `/g/${place.groupId}?at=${first}`, tag: place.groupId }],
  );
  assert.deepEqual([boPhone.shown, readerPhone.shown], [[], []]);
  await say(place, lan, '六点半', { replyTo: first });
  await settle();
  assert.equal(boPhone.shown[0]!.body, '小兰 回复了你：六点半');
  // The same night: nothing now, one line in the morning, and none for who has read it.
  app.clock.set(new Date('2099-03-10T15:00:00Z'));
  await say(place, bo, '@小兰 睡了吗', { mentions: [lan.identityId] });
  await say(place, bo, '@小兰 明天带上第三册', { mentions: [lan.identityId] });
  await settle();
  assert.equal(lanPhone.shown.length, 1);
  app.clock.set(new Date('2099-03-10T23:30:01Z'));
  await runDue();
  assert.match(lanPhone.shown[1]!.body, /^夜里有 \d+ 条新消息，其中有人提到你$/);
  assert.equal(lanPhone.shown.length, 2);
});

test('a group can be heard whole or not at all', async () => {
  app.clock.set(morning);
  const place = await openPlace(app);
  const [lan, bo, deaf] = [
    await comeIn(app, place, '小兰'),
    await comeIn(app, place, '阿波'),
    await comeIn(app, place, '清静'),
  ];
  const [lanPhone, , deafPhone] = [await takePushes(lan), await takePushes(bo), await takePushes(deaf)];
  const wish = (member: Member, level: string) =>
    app.request('PUT', `/api/member/groups/${place.groupId}/notices`, { as: member.actor, body: { level } });
  assert.equal((await wish(lan, 'all')).status, 204);
  await wish(deaf, 'none');
  await say(place, bo, '今天风大', {});
  await say(place, bo, '@清静 你那边呢', { mentions: [deaf.identityId] });
  await settle();
  assert.deepEqual(
    lanPhone.shown.map(({ body }) => body),
    ['阿波：今天风大', '阿波：@清静 你那边呢'],
  );
  assert.deepEqual(deafPhone.shown, []);
  const { body } = await app.request('GET', `/api/member/groups/${place.groupId}/notices`, { as: lan.actor });
  assert.deepEqual(body, { level: 'all', quiet: { from: 1350, to: 450 } });
});

test('a browser that is gone is forgotten; one that is busy is asked again, alone', async () => {
  app.clock.set(morning);
  const place = await openPlace(app);
  const [lan, bo, cheng] = [
    await comeIn(app, place, '小兰'),
    await comeIn(app, place, '阿波'),
    await comeIn(app, place, '老程'),
  ];
  const [lanPhone, boPhone] = [await takePushes(lan), await takePushes(bo)];
  answers.set(lanPhone.endpoint, 410);
  answers.set(boPhone.endpoint, 503);
  await say(place, cheng, '@小兰 @阿波 来一下', { mentions: [lan.identityId, bo.identityId] });
  await settle();
  const state = async (member: Member) =>
    (await app.request('GET', '/api/member/push', { as: member.actor })).body.subscribed;
  assert.deepEqual([await state(lan), await state(bo)], [false, true]);
  answers.clear();
  app.clock.set(new Date(app.clock.now().getTime() + 120_000));
  await runDue();
  assert.equal(boPhone.shown.length, 1);
  assert.equal(lanPhone.shown.length, 0);
});

test('an address into a private network is refused, and so are keys that are none', async () => {
  const place = await openPlace(app);
  const lan = await comeIn(app, place, '小兰');
  const { keys } = makeBrowser();
  for (const body of [
    { endpoint: 'https://127.0.0.1/x', ...keys },
    { endpoint: 'http://push.example/x', ...keys },
    { endpoint: 'https://push.example/x', p256dh: keys.p256dh, auth: 'AAAA' },
  ]) {
    const answer = await app.request('PUT', '/api/member/push', { as: lan.actor, body });
    assert.equal(answer.body.code, 'notices.not_a_push_address', answer.text);
  }
  assert.equal((await app.request('GET', '/api/member/push', { as: lan.actor })).body.subscribed, false);
});

test('who is meant: each once, for the strongest reason, never the author', () => {
  const message = { authorId: 'a', kind: 'text' as const, mentions: [{ identityId: 'b', name: 'b' }] };
  const meant = whoIsMeant(message, { parentAuthor: 'b', curious: ['b', 'c', 'a'], everybody: [] });
  assert.deepEqual(
    [...meant],
    [
      ['b', 'called'],
      ['c', 'said'],
    ],
  );
  const all = whoIsMeant(
    { authorId: 'a', kind: 'announcement', mentions: null },
    { parentAuthor: undefined, curious: [], everybody: ['a', 'b'] },
  );
  assert.deepEqual([...all], [['b', 'announced']]);
});

test('quiet hours across midnight, within a day, and never', () => {
  const at = (time: string) => new Date(`2026-03-10T${time}:30Z`);
  const night = { from: 22 * 60 + 30, to: 7 * 60 + 30 };
  assert.equal(quietUntil(night, 'Asia/Shanghai', at('14:29')), null);
  assert.equal(quietUntil(night, 'Asia/Shanghai', at('14:30'))?.toISOString(), '2026-03-10T23:30:00.000Z');
  assert.equal(quietUntil(night, 'Asia/Shanghai', at('23:29'))?.toISOString(), '2026-03-10T23:30:00.000Z');
  assert.equal(quietUntil(night, 'Asia/Shanghai', at('23:30')), null);
  assert.equal(quietUntil({ from: 720, to: 840 }, 'UTC', at('12:00'))?.toISOString(), '2026-03-10T14:00:00.000Z');
  assert.equal(quietUntil({ from: 60, to: 60 }, 'UTC', at('01:00')), null);
});

test('who is asked for an introduction hears that somebody asks, not who or why', async () => {
  app.clock.set(morning);
  const place = await openPlace(app);
  const [lan, bo] = [await comeIn(app, place, '小兰'), await comeIn(app, place, '阿波')];
  const phone = await takePushes(bo);
  await app.bus.drain();
  const base = `/api/member/communities/${place.communityId}/introductions`;
  const body = { toId: bo.identityId, why: '一起晨读', words: '群里喊我' };
  const asked = await app.request('POST', base, { as: lan.actor, body });
  assert.equal(asked.status, 201, asked.text);
  await settle();
  assert.deepEqual(
    phone.shown.map(({ body: words, url }) => ({ words, url })),
    [{ words: '有人想认识你，进来看看', url: `/g/${place.groupId}/meet` }],
  );
});
