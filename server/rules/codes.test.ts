/** QR codes in pictures: read when the picture comes in, judged with the post, shown to the team with what they hold. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import QRCode from 'qrcode';
import sharp, { type OverlayOptions } from 'sharp';
import { readCodes, setPatience } from './codes/readings.ts';
import { ask, enter, mine, openCourt, openCourtApp, say, type Court } from './testing.ts';
import { read } from '../messages/testing.ts';
import type { Phone } from '../people/testing.ts';

const app = await openCourtApp();
const person = 'https://u.wechat.com/EJhPvKfPrzD9mTTcQ1_qV0k?s=2';
const group = 'https://weixin.qq.com/g/AwYAALqk0example';
const payment = 'wxp://f2f0L6qYd8example';

interface Print {
  content: string;
  width: number;
  left: number;
  top: number;
  colours?: { dark: string; light: string };
  turned?: number;
}

/** A screenshot with codes on it. */
async function screenshot(prints: readonly Print[], size = { width: 1080, height: 1920 }): Promise<Buffer> {
  const input = await Promise.all(
    prints.map(async ({ content, width, left, top, colours, turned }): Promise<OverlayOptions> => {
      const plain = await QRCode.toBuffer(content, { width, margin: 2, ...(colours ? { color: colours } : {}) });
      const turn = turned ? await sharp(plain).rotate(turned, { background: '#fff' }).toBuffer() : plain;
      return { input: turn, left, top };
    }),
  );
  return sharp({ create: { ...size, channels: 3, background: '#d9c7a3' } })
    .composite(input)
    .jpeg({ quality: 80 })
    .toBuffer();
}

async function upload(court: Court, phone: Phone, bytes: Uint8Array): Promise<string> {
  const answer = await app.request('POST', `${court.base}/pictures`, { as: phone.actor, bytes });
  assert.equal(answer.status, 201, answer.text);
  return answer.body.id;
}

/** Uploads a picture, waits until it is read, and shows it. */
async function show(court: Court, phone: Phone, bytes: Uint8Array, text = '') {
  const id = await upload(court, phone, bytes);
  await readCodes(app.ctx, id);
  return say(court, phone, { kind: 'image', text, pictureId: id });
}

test('a newcomer’s code is held; the team reads what it holds; let through, it is there', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const bytes = await screenshot([{ content: person, width: 160, left: 900, top: 1740 }]);
  const answer = await show(court, author, bytes);
  assert.equal(answer.status, 409, answer.text);
  assert.equal(answer.body.code, 'rules.held_codes');
  const [own] = (await mine(court, author)).items;
  assert.ok(!JSON.stringify(own).includes('u.wechat.com'), 'the author reads no evidence');
  const detail = (await ask(court, `GET /cases/${own.id}`)).body;
  const [found] = detail.evidence;
  assert.deepEqual([found.check, found.words, found.kinds], ['codes', [person], ['person']]);
  assert.ok(detail.draft.picture.id);
  assert.equal((await ask(court, `POST /cases/${own.id}/release`, { body: {} })).status, 200);
  assert.equal((await read(court, author, '/messages')).body.items.at(-1).picture.id, detail.draft.picture.id);
});

test('several, small, tilted, inverted, of low contrast, in a corner: each is read', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const bytes = await screenshot([
    { content: person, width: 110, left: 20, top: 20 },
    { content: group, width: 300, left: 500, top: 150, turned: 23 },
    { content: payment, width: 260, left: 60, top: 700, colours: { dark: '#ffffff', light: '#101010' } },
    {
      content: 'https://shop.example.net/a',
      width: 280,
      left: 560,
      top: 900,
      colours: { dark: '#7d7d7d', light: '#b9b9b9' },
    },
    { content: 'WIFI:T:WPA;S:zaobian;P:12345678;;', width: 240, left: 800, top: 1640 },
  ]);
  const id = await upload(court, author, bytes);
  const codes = (await readCodes(app.ctx, id)) ?? [];
  assert.deepEqual(
    [...codes].sort(),
    [person, group, payment, 'https://shop.example.net/a', 'WIFI:T:WPA;S:zaobian;P:12345678;;'].sort(),
  );
});

test('our own invitation, a network and a parcel pass; pictures without codes too', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  for (const content of [`http://fair.test/j/${court.code}`, 'WIFI:T:WPA;S:zaobian;P:12345678;;', 'SF1390276458213']) {
    const answer = await show(court, author, await screenshot([{ content, width: 300, left: 200, top: 300 }]));
    assert.equal(answer.status, 201, `${content} ${answer.text}`);
  }
  assert.equal((await show(court, author, await screenshot([]))).status, 201);
});

test('members’ codes weigh only beside something else, but ways to pay and into other groups wait', async () => {
  const court = await openCourt(app);
  const { body } = await ask(court, 'GET /settings');
  body.trust = { ...body.trust, memberDays: 0, memberMessages: 0 };
  assert.equal((await ask(court, 'PUT /settings', { as: court.owner, body })).status, 200);
  const author = await enter(court, '小满');
  const of = async (content: string, text = '') =>
    (await show(court, author, await screenshot([{ content, width: 300, left: 200, top: 300 }]), text)).status;
  assert.equal(await of(person), 201);
  assert.equal(await of('https://shop.example.net/a'), 201);
  assert.equal(await of(person, '想看完整版的加我 wx：lanlan_5566'), 409);
  assert.equal(await of(group), 409);
  assert.equal(await of(payment), 409);
});

test('words in a code are looked at like any others', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const of = async (content: string) =>
    show(court, author, await screenshot([{ content, width: 400, left: 200, top: 300 }]));
  assert.equal((await of('座位号 12 排 8 座，晚上七点开场')).status, 201);
  assert.equal((await of('彩票内幕，今晚八点开')).status, 403);
});

test('a picture that is not read in time does not hold the post: it is looked at a moment later, and once', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const id = await upload(court, author, await screenshot([{ content: group, width: 300, left: 200, top: 300 }]));
  setPatience(app.ctx, 0);
  const answer = await say(court, author, { kind: 'image', text: '', pictureId: id });
  assert.equal(answer.status, 201, answer.text);
  app.clock.advance(3000);
  for (let round = 0; round < 2; round++) {
    await app.services.database.pool.query(`update graphile_worker._private_jobs set run_at = now()`);
    await app.settle();
  }
  const { items } = (await ask(court, 'GET /cases?state=open')).body;
  assert.deepEqual(
    items.map((one: { kind: string; evidence: { words: string[] }[] }) => [one.kind, one.evidence[0]!.words]),
    [['said', [group]]],
  );
  setPatience(app.ctx, 5000);
});
