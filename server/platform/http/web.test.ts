import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openWeb } from './web.ts';

const folder = await mkdtemp(join(tmpdir(), 'miaohui-web-'));
after(() => rm(folder, { recursive: true }));
await mkdir(join(folder, 'assets'));
const files = {
  'member.html': '<html lang="zh-CN"><!--share-->member',
  'console.html': '<html lang="zh-CN">console',
  'assets/a-1.js': 'plain',
  'assets/a-1.js.br': 'packed',
  '.built-from': 'hash',
};
for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
const web = await openWeb(folder);
const get = (path: string, accepts = '') => web.serve(path, accepts, async (html) => html);

test('an asset goes out packed when the browser takes it, under its own type, to be kept for ever', async () => {
  const packed = await get('/assets/a-1.js', 'gzip, deflate, br');
  assert.equal(await packed!.text(), 'packed');
  assert.equal(packed!.headers.get('content-encoding'), 'br');
  assert.match(packed!.headers.get('content-type')!, /javascript/);
  assert.match(packed!.headers.get('cache-control')!, /immutable/);
  assert.equal(packed!.headers.get('vary'), 'accept-encoding');
  const plain = await get('/assets/a-1.js', 'gzip');
  assert.equal(await plain!.text(), 'plain');
  assert.equal(plain!.headers.get('content-encoding'), null);
});

test('pages go by their path and are asked for anew each time', async () => {
  assert.match(await (await get('/j/ABC'))!.text(), /member/);
  assert.match(await (await get('/g/1/home'))!.text(), /member/);
  assert.match(await (await get('/c/1/groups'))!.text(), /console/);
  assert.match(await (await get('/'))!.text(), /console/);
  assert.equal((await get('/'))!.headers.get('cache-control'), 'no-cache');
});

test('nothing else is there: no other file, no way out of the folder', async () => {
  for (const path of ['/assets/b.js', '/../package.json', '/assets/../../x.js', '/assets/a-1.js.br']) {
    assert.equal(await get(path), undefined, path);
  }
  assert.match(await (await get('/.built-from'))!.text(), /console/, 'a page, not the file of that name');
});
