import assert from 'node:assert/strict';
import { createDecipheriv, createECDH, createPublicKey, createVerify, hkdfSync, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { checkAddress, ForbiddenAddress, isPublicAddress, postToStranger } from '../http/outgoing.ts';
import { areKeysGood, encryptPush, longestPush } from './encrypt.ts';
import { sendPush } from './send.ts';
import { makeVapidKeys, signVapid } from './vapid.ts';

/** A browser: its keys, and how it opens a push (RFC 8291, written from the receiver's side). */
function makeBrowser(endpoint = 'https://push.example/a') {
  const own = createECDH('prime256v1');
  own.generateKeys();
  const auth = randomBytes(16);
  return {
    target: { endpoint, p256dh: own.getPublicKey('base64url'), auth: auth.toString('base64url') },
    open: (body: Buffer): string => {
      const salt = body.subarray(0, 16);
      const sender = body.subarray(21, 21 + body[20]!);
      const sealed = body.subarray(21 + body[20]!);
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), own.getPublicKey(), sender]);
      const shared = Buffer.from(hkdfSync('sha256', own.computeSecret(sender), auth, info, 32));
      const key = Buffer.from(hkdfSync('sha256', shared, salt, 'Content-Encoding: aes128gcm\0', 16));
      const nonce = Buffer.from(hkdfSync('sha256', shared, salt, 'Content-Encoding: nonce\0', 12));
      const opener = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16));
      const plain = Buffer.concat([opener.update(sealed.subarray(0, -16)), opener.final()]);
      assert.equal(plain.at(-1), 2);
      return plain.subarray(0, -1).toString();
    },
  };
}

test('the example of RFC 8291 comes out byte by byte', () => {
  const body = encryptPush(
    Buffer.from('When I grow up, I want to be a watermelon'),
    {
      p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    },
    {
      salt: Buffer.from('DGv6ra1nlYgDCS1FRnbzlw', 'base64url'),
      privateKey: Buffer.from('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw', 'base64url'),
    },
  );
  assert.equal(
    body.toString('base64url'),
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  );
});

test('what is sent is opened by its browser and by no other', () => {
  const [browser, other] = [makeBrowser(), makeBrowser()];
  const body = encryptPush(Buffer.from('晨读群：小满提到了你'), browser.target);
  assert.equal(browser.open(body), '晨读群：小满提到了你');
  assert.throws(() => other.open(body));
  assert.ok(encryptPush(Buffer.alloc(longestPush), browser.target).byteLength <= 4096);
  assert.throws(() => encryptPush(Buffer.alloc(longestPush + 1), browser.target));
});

test('keys that are no keys are seen before anything is sent', () => {
  const { target } = makeBrowser();
  assert.equal(areKeysGood(target), true);
  assert.equal(areKeysGood({ ...target, auth: 'short' }), false);
  assert.equal(areKeysGood({ ...target, p256dh: randomBytes(65).toString('base64url') }), false);
});

test('the signature names the push service and holds under the public key', () => {
  const keys = makeVapidKeys();
  const now = new Date('2026-11-22T00:00:00Z');
  const header = signVapid(keys, { endpoint: 'https://push.example/abc?x=1', subject: 'mailto:a@fair.test', now });
  const [, token, key] = /^vapid t=(.+), k=(.+)$/.exec(header)!;
  assert.equal(key, keys.publicKey);
  const [head, body, signature] = token!.split('.') as [string, string, string];
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
  assert.deepEqual(claims, {
    aud: 'https://push.example',
    exp: now.getTime() / 1000 + 43_200,
    sub: 'mailto:a@fair.test',
  });
  const point = Buffer.from(keys.publicKey, 'base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: point.toString('base64url', 1, 33), y: point.toString('base64url', 33) };
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
  const verified = createVerify('sha256')
    .update(`${head}.${body}`)
    .verify({ key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
  assert.equal(verified, true);
});

test('the answer of the push service decides: taken, gone, or later', async () => {
  const browser = makeBrowser();
  const outcome = (status: number) =>
    sendPush(
      { target: browser.target, text: '{}', topic: 'a', isUrgent: true },
      {
        keys: makeVapidKeys(),
        subject: 'https://fair.test',
        now: new Date(),
        post: async (url, { body, headers }) => {
          assert.equal(url, browser.target.endpoint);
          assert.equal(browser.open(body), '{}');
          assert.equal(headers['urgency'], 'high');
          return { status, retryAfterSeconds: 7 };
        },
      },
    );
  assert.deepEqual(await outcome(201), { state: 'taken' });
  assert.deepEqual(await outcome(410), { state: 'gone' });
  assert.deepEqual(await outcome(403), { state: 'later', afterSeconds: 7, code: '403' });
  assert.deepEqual(await outcome(429), { state: 'later', afterSeconds: 7, code: '429' });
});

test('no push leaves for a private address', async () => {
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '::1',
    'fd00::1',
    '::ffff:192.168.1.1',
    '::ffff:7f00:1',
    '100.64.0.1',
    'nonsense',
  ]) {
    assert.equal(isPublicAddress(address), false, address);
  }
  assert.equal(isPublicAddress('1.1.1.1') && isPublicAddress('2606:4700::1111'), true);
  for (const url of [
    'http://push.example/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://a:b@push.example/',
    'nonsense',
  ]) {
    assert.throws(() => checkAddress(url), ForbiddenAddress, url);
  }
  await assert.rejects(postToStranger('https://localhost/', { headers: {}, body: Buffer.alloc(0) }), ForbiddenAddress);
});
