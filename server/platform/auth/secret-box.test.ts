import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createSecretBox, readMasterKey } from './secret-box.ts';

const folder = await mkdtemp(join(tmpdir(), 'miaohui-test-'));
after(() => rm(folder, { recursive: true }));
const box = createSecretBox(Buffer.alloc(32, 1));

test('what was sealed opens in its own place only', () => {
  const sealed = box.seal('口令', 'carriers:1');
  assert.equal(box.open(sealed, 'carriers:1'), '口令');
  assert.throws(() => box.open(sealed, 'carriers:2'));
  assert.throws(() => createSecretBox(Buffer.alloc(32, 2)).open(sealed, 'carriers:1'));
  const middle = Math.floor(sealed.length / 2);
  const changed = sealed.slice(0, middle) + (sealed[middle] === 'A' ? 'B' : 'A') + sealed.slice(middle + 1);
  assert.throws(() => box.open(changed, 'carriers:1'));
  assert.notEqual(box.seal('口令', 'carriers:1'), sealed, 'a nonce of its own each time');
});

test('processes that start at once agree on one key file, readable by its owner alone', async () => {
  const keys = await Promise.all(
    Array.from({ length: 8 }, () => readMasterKey({ secretKey: undefined, dataDir: folder })),
  );
  assert.equal(new Set(keys.map((key) => key.toString('hex'))).size, 1);
  assert.equal((await stat(join(folder, 'secret.key'))).mode & 0o777, 0o600);
});
