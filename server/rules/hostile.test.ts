/** Input that is made to stop the rules, through the real door: it harms nobody, and a check that fails fails nobody's post. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { openTalk } from '../messages/testing.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { hostileTexts } from './hostile-input.ts';
import { moreChecks } from './slots.ts';
import { enter, openCourt, openCourtApp, say } from './testing.ts';

const secret = '这一句会让检查出错';
const broken = defineModule({
  name: 'broken',
  fills: [
    fill(moreChecks, {
      name: 'ads',
      look: ({ text }) => {
        if (text.includes(secret)) throw new RangeError(`stopped at ${text}`);
        return [];
      },
    }),
  ],
});
const app = await openCourtApp([broken]);

test('a check that throws finds nothing: the post passes, other checks count, it is logged without words and counted', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  assert.equal((await say(court, author, `早上好，${secret}`)).status, 201);
  app.clock.advance(1000);
  assert.equal((await say(court, author, `刷单返利，${secret}`)).status, 409);
  const lines = app.logged.filter((line) => line.includes('rules.check_failed'));
  assert.ok(lines.length >= 2);
  assert.ok(lines.every((line) => line.includes('RangeError') && !line.includes(secret)));
  assert.match(app.metrics.render(), /miaohui_rules_checks_failed_total\{check="ads"\} \d/);
});

test('hostile texts get an answer of their own, and the next post of somebody else passes', async () => {
  const court = await openTalk(app);
  const [hostile, other] = [await enter(court, '来试试'), await enter(court, '阿圆')];
  for (const [name, text] of Object.entries(hostileTexts)) {
    app.clock.advance(60_000);
    const answer = await say(court, hostile, text);
    assert.ok(
      [201, 400, 409, 413, 422].includes(answer.status),
      `${name} ${answer.status} ${answer.text.slice(0, 200)}`,
    );
    assert.equal((await say(court, other, `早上好，今天吃什么 ${name}`)).status, 201, name);
  }
  assert.deepEqual(
    app.logged.filter((line) => line.includes('check_failed') && !line.includes('"ads"')),
    [],
  );
});

test('pictures that are none, that lie about their size or would be too large are refused by their header', async () => {
  const court = await openTalk(app);
  const [hostile, other] = [await enter(court, '来试试'), await enter(court, '阿圆')];
  const upload = (bytes: Uint8Array) =>
    app.request('POST', `${court.base}/pictures`, { as: hostile.actor, bytes }).then(({ status }) => status);
  const small = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const vast = Buffer.from(small);
  vast.writeUInt32BE(20_000, 16);
  vast.writeUInt32BE(20_000, 20);
  for (const [name, bytes] of Object.entries({
    'a page': Buffer.from('<html>'),
    'a fake header': Buffer.concat([small.subarray(0, 16), Buffer.alloc(4000, 0xff)]),
    'an archive': Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(4000)]),
    'half a picture': small.subarray(0, 60),
    'a vast one': vast,
  })) {
    const status = await upload(bytes);
    assert.ok([400, 413, 415, 422].includes(status), `${name} ${status}`);
  }
  assert.equal((await say(court, other, '早上好，今天吃什么')).status, 201);
});
