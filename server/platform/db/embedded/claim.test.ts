import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findHolder, takeClaim } from './claim.ts';
import { EmbeddedError } from './errors.ts';
import { describeLayout, prepareRun } from './layout.ts';
import { cleanUp, makeRoom } from './testing.ts';

after(cleanUp);

async function makeLayout(name = 'data') {
  const layout = describeLayout(join(await makeRoom(), name));
  await prepareRun(layout);
  return layout;
}

test('of many takers in every round exactly one wins, and the next round can take it again', async () => {
  const layout = await makeLayout();
  for (let round = 0; round < 25; round += 1) {
    const takers = Array.from({ length: 12 }, () => takeClaim(layout));
    const results = await Promise.allSettled(takers);
    const won = results.filter((result) => result.status === 'fulfilled');
    assert.equal(won.length, 1);
    for (const result of results) {
      if (result.status === 'rejected') assert.equal((result.reason as EmbeddedError).code, 'held');
    }
    await won[0]?.value.release();
  }
  assert.ok((await readdir(layout.run)).length <= 3, 'old links and sockets are removed');
});

test('takers and leavers in disorder never hold it together', async () => {
  const layout = await makeLayout();
  let [holding, taken] = [0, 0];
  const takePart = async () => {
    for (let attempt = 0; attempt < 40; attempt += 1) {
      const claim = await takeClaim(layout).catch((error: EmbeddedError) => assert.equal(error.code, 'held'));
      if (!claim) continue;
      holding += 1;
      taken += 1;
      assert.equal(holding, 1);
      assert.equal((await findHolder(layout))?.pid, process.pid);
      assert.equal(holding, 1);
      holding -= 1;
      await claim.release();
    }
  };
  await Promise.all(Array.from({ length: 8 }, takePart));
  assert.ok(taken > 8);
});

test('the claim of a killed process is free, that of a halted process is not', async () => {
  const layout = await makeLayout();
  const code = `
    import { describeLayout } from ${JSON.stringify(import.meta.resolve('./layout.ts'))};
    import { takeClaim } from ${JSON.stringify(import.meta.resolve('./claim.ts'))};
    await takeClaim(describeLayout(${JSON.stringify(layout.dataDir)}));
    console.log('taken');
    process.stdin.resume();`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(other.stdout, 'data');
  other.kill('SIGSTOP');
  await assert.rejects(
    takeClaim(layout),
    (error: EmbeddedError) => error.code === 'held' && error.data.pid === other.pid,
  );
  other.kill('SIGKILL');
  await once(other, 'exit');
  assert.equal(await findHolder(layout), undefined);
  await (await takeClaim(layout)).release();
});

test('a damaged link is no claim', async () => {
  const layout = await makeLayout();
  await symlink('not what we write', join(layout.run, 'claim-41'));
  const claim = await takeClaim(layout);
  assert.equal((await findHolder(layout))?.pid, process.pid);
  await claim.release();
});

test('a long path still leaves room for sockets', async () => {
  const layout = await makeLayout('长'.repeat(60));
  assert.ok(Buffer.byteLength(join(layout.serverSockets, '.s.PGSQL.5432')) < 103);
  const claim = await takeClaim(layout);
  await assert.rejects(takeClaim(layout), { code: 'held' });
  await claim.release();
  await rm(layout.sockets, { recursive: true });
});
