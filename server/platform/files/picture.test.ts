import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { sql } from 'kysely';
import { newId } from '../ids.ts';
import { defineModule } from '../module.ts';
import { platformModule } from '../module-definition.ts';
import { fill } from '../slots.ts';
import { testApp } from '../testing.ts';
import { deletePictures, storePicture } from './picture.ts';
import { mayReadFile } from './slots.ts';
import { filesModule } from './module.ts';

const seen: string[] = [];
const friend = newId();
const probe = defineModule({
  name: 'probe',
  fills: [
    fill(mayReadFile, async (ctx, picture) => {
      seen.push(picture.id);
      return ctx.actor.kind === 'device' && ctx.actor.deviceId === friend;
    }),
  ],
});
const app = await testApp({ modules: [platformModule, filesModule, probe] });
const communityId = newId();
const operator = await app.operator('operator', communityId);
const path = `/api/communities/${communityId}/pictures`;

/** A photo-like picture, different for each colour. */
function photo(width: number, height: number, background = '#c33') {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  return sharp({ create: { width, height, channels: 3, background, noise } });
}

async function upload(bytes: Uint8Array, headers: Record<string, string> = {}) {
  return app.request('POST', path, { as: operator, bytes, headers });
}

async function filesOnDisk(): Promise<string[]> {
  const names = await readdir(join(app.dataDir, 'files'), { recursive: true }).catch(() => []);
  return names.filter((name) => name.endsWith('.webp'));
}

async function rows(): Promise<number> {
  const { rows: found } = await sql<{ count: number }>`select count(*) as count from platform_files`.execute(
    app.ctx.db,
  );
  return found[0]!.count;
}

async function download(fileId: string, size: string) {
  const headers = { 'x-test-actor': Buffer.from(JSON.stringify(operator)).toString('base64') };
  const response = await app.http.fetch(new Request(`http://fair.test/api/files/${fileId}?size=${size}`, { headers }));
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

test('a photo is stored upright, smaller and without anything but its pixels', async () => {
  const original = await photo(3000, 1000)
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitude: '31/1 14/1 0/1' } })
    .withIccProfile('p3')
    .jpeg()
    .toBuffer();
  const source = await sharp(original).metadata();
  assert.ok(source.exif && source.icc);
  const answer = await upload(original, { 'content-type': 'text/html' });
  assert.equal(answer.status, 201, answer.text);
  assert.deepEqual([answer.body.width, answer.body.height], [683, 2048]);
  const full = await download(answer.body.id, 'full');
  const stored = await sharp(full.bytes).metadata();
  assert.deepEqual([stored.format, stored.width, stored.height], ['webp', 683, 2048]);
  assert.equal(stored.exif, undefined);
  assert.equal(stored.icc, undefined);
  assert.equal(stored.orientation, undefined);
  assert.equal(full.bytes.length, answer.body.bytes);
  const thumb = await download(answer.body.id, 'thumb');
  assert.equal((await sharp(thumb.bytes).metadata()).height, 480);
});

test('a picture is served so that it can be kept and never be taken for a page', async () => {
  const { body } = await upload(await photo(40, 30).png().toBuffer());
  const { response } = await download(body.id, 'full');
  assert.equal(response.headers.get('content-type'), 'image/webp');
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  assert.match(response.headers.get('cache-control') ?? '', /private.*immutable/);
  assert.match(response.headers.get('content-disposition') ?? '', /^inline/);
  const again = await app.request('GET', `/api/files/${body.id}`, {
    as: operator,
    headers: { 'if-none-match': response.headers.get('etag') ?? '' },
  });
  assert.equal(again.status, 304);
  assert.equal(again.text, '');
});

test('an animation keeps its first frame', async () => {
  const frames = await Promise.all(
    ['#f00', '#0f0'].map((colour) =>
      sharp({ create: { width: 20, height: 20, channels: 3, background: colour } })
        .png()
        .toBuffer(),
    ),
  );
  const gif = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  assert.equal((await sharp(gif, { animated: true }).metadata()).pages, 2);
  const { body } = await upload(gif);
  assert.deepEqual([body.width, body.height], [20, 20]);
  const { bytes } = await download(body.id, 'full');
  const { dominant } = await sharp(bytes).stats();
  assert.ok(dominant.r > 200 && dominant.g < 50);
});

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
const refused: [string, () => Promise<Uint8Array>, string, RegExp][] = [
  [
    'a text file named .png',
    async () => Buffer.from('hello, I am a png'),
    'platform.picture_unreadable',
    /not a picture/,
  ],
  ['nothing', async () => new Uint8Array(), 'platform.picture_unreadable', /not a picture/],
  ['an SVG with a script', async () => Buffer.from(svg), 'platform.picture_unreadable', /not a picture/],
  [
    'an SVG behind the signature of a PNG',
    async () => Buffer.from(`\x89PNG\r\n\x1a\n${svg}`, 'latin1'),
    'platform.picture_unreadable',
    /not a picture/,
  ],
  [
    'a truncated JPEG',
    async () => (await photo(600, 600).jpeg().toBuffer()).subarray(0, 20_000),
    'platform.picture_unreadable',
    /not a picture/,
  ],
  [
    'a truncated PNG',
    async () => (await photo(300, 300).png().toBuffer()).subarray(0, -200),
    'platform.picture_unreadable',
    /not a picture/,
  ],
  ['20 MB', async () => Buffer.alloc(20 * 1024 * 1024, 0xff), 'platform.picture_too_large', /12 MB/],
  [
    'a small file of 100 megapixels',
    () =>
      sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    'platform.picture_too_large',
    /50 megapixels/,
  ],
];
for (const [name, make, code, text] of refused) {
  test(`${name} is refused and leaves nothing`, async () => {
    const before = [await rows(), (await filesOnDisk()).length];
    const answer = await upload(await make(), { 'content-type': 'image/png', 'accept-language': 'en' });
    assert.equal(answer.body.code, code);
    assert.match(answer.body.detail, text);
    assert.deepEqual([await rows(), (await filesOnDisk()).length], before);
  });
}

test('a body without a length is cut off at the limit', async () => {
  const body = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)),
  });
  const headers = { 'x-test-actor': Buffer.from(JSON.stringify(operator)).toString('base64') };
  const request = new Request(`http://fair.test${path}`, {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  } as RequestInit);
  assert.equal((await app.http.fetch(request)).status, 413);
});

test('the same key gives the same picture, another picture under it is refused', async () => {
  const [one, other] = await Promise.all([photo(33, 33).png().toBuffer(), photo(34, 34).png().toBuffer()]);
  const headers = { 'idempotency-key': 'one-upload' };
  const [first, second] = await Promise.all([upload(one, headers), upload(one, headers)]);
  assert.equal(first.status, 201);
  assert.deepEqual(second.body, first.body);
  assert.equal((await upload(other, headers)).body.code, 'platform.idempotency_key_reused');
});

test('one content lies on disk once and goes with its last picture', async () => {
  const bytes = await photo(50, 50).jpeg().toBuffer();
  const before = (await filesOnDisk()).length;
  const [one, two] = [(await upload(bytes)).body, (await upload(bytes)).body];
  assert.notEqual(one.id, two.id);
  assert.equal((await filesOnDisk()).length, before + 2);
  await deletePictures(app.ctx, [one.id]);
  await app.settle();
  assert.equal((await download(one.id, 'full')).response.status, 404);
  assert.equal((await download(two.id, 'full')).response.status, 200);
  await deletePictures(app.ctx, [two.id]);
  await app.settle();
  assert.equal((await filesOnDisk()).length, before);
});

test('storing a content while its last picture is removed keeps its files', async () => {
  const bytes = await photo(51, 51).jpeg().toBuffer();
  const uploader = { kind: 'operator', id: operator.userId } as const;
  let last = await storePicture(app.ctx, { communityId, bytes, uploader });
  for (let round = 0; round < 10; round++) {
    await deletePictures(app.ctx, [last.id]);
    [last] = await Promise.all([storePicture(app.ctx, { communityId, bytes, uploader }), app.jobs.runDue()]);
    assert.equal((await download(last.id, 'full')).response.status, 200);
  }
});

test('the nightly sweep removes old files without a row and keeps the others', async () => {
  const { body } = await upload(await photo(52, 52).png().toBuffer());
  const lost = (await upload(await photo(53, 53).png().toBuffer())).body;
  await sql`delete from platform_files where id = ${lost.id}`.execute(app.ctx.db);
  const before = (await filesOnDisk()).length;
  const sweep = filesModule.jobs!.find((job) => job.name === 'files.sweep_files')!;
  const run = (at: number) => {
    app.clock.set(new Date(at));
    return sweep.run(app.ctx, {} as never);
  };
  const start = app.clock.now();
  await run(Date.now() + 60_000);
  assert.equal((await filesOnDisk()).length, before, 'young files may belong to a transaction that still runs');
  await run(Date.now() + 25 * 3_600_000);
  assert.equal((await filesOnDisk()).length, before - 2);
  assert.equal((await download(body.id, 'thumb')).response.status, 200);
  app.clock.set(start);
});

test('only those who may see a picture learn that it exists', async () => {
  const { body } = await upload(await photo(54, 54).png().toBuffer());
  const get = (as: Parameters<typeof app.request>[2] = {}, id: string = body.id) =>
    app.request('GET', `/api/files/${id}`, as).then((answer) => [answer.status, answer.body?.code]);
  assert.deepEqual(await get(), [401, 'platform.not_signed_in']);
  assert.deepEqual(await get({}, newId()), [401, 'platform.not_signed_in']);
  const foreign = await app.operator('owner', newId());
  assert.deepEqual(await get({ as: foreign }), [404, 'platform.not_found']);
  assert.deepEqual(await get({ as: foreign }, newId()), [404, 'platform.not_found']);
  assert.deepEqual(await get({ as: { kind: 'device', deviceId: newId() } }), [404, 'platform.not_found']);
  assert.equal((await get({ as: { kind: 'device', deviceId: friend } }))[0], 200);
  assert.ok(seen.includes(body.id));
  const viewer = await app.operator('viewer', communityId);
  assert.equal((await get({ as: viewer }))[0], 200);
  assert.equal((await app.request('POST', path, { as: viewer, bytes: new Uint8Array(9) })).status, 403);
});
