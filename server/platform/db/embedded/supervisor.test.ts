// The life of one server: start, adoption, claims, crashes of either side, stop.
// Other processes are real ones (testing-process.ts) and are killed as a machine would kill them.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Client } from 'pg';
import { EmbeddedError } from './index.ts';
import { ask, cleanUp, launch, makeDataDir, makeRoom, needsRoot, start, waitUntil } from './testing.ts';

after(cleanUp);

const nextUp = (embedded: { onUp(listener: () => void): void }) => new Promise<void>((done) => embedded.onUp(done));

test('starts, serves an ordinary role, stops and lets go of the directory', async () => {
  const dataDir = join(await makeRoom(), '数据 "a", b');
  const first = await start(dataDir);
  assert.equal(first.adopted, false);
  const [row] = await ask(
    first.url,
    'CREATE EXTENSION pg_trgm',
    'CREATE TABLE kept AS SELECT 1 AS n',
    `SELECT current_database() AS base, rolsuper AS super, current_setting('listen_addresses') AS tcp, current_setting('fsync') AS fsync,
       current_setting('data_checksums') AS checksums, current_setting('server_encoding') AS encoding
     FROM pg_roles WHERE rolname = current_user`,
  );
  assert.deepEqual(row, { base: 'miaohui', super: false, tcp: '', fsync: 'on', checksums: 'on', encoding: 'UTF8' });
  await first.stop();
  const second = await start(dataDir, { work_mem: '5MB' });
  assert.equal(second.adopted, false);
  assert.deepEqual(await ask(second.url, 'SELECT n, current_setting($$work_mem$$) AS memory FROM kept'), [
    { n: 1, memory: '5MB' },
  ]);
  await second.stop();
  assert.deepEqual(await readdir(join(dataDir, 'run', 'pg')), []);
});

test('adopts the server after kill -9 of its process, then stops it cleanly', async () => {
  const dataDir = await makeDataDir();
  const other = launch(dataDir);
  const { pid, url } = await other.answer;
  await ask(url, 'CREATE TABLE acknowledged AS SELECT 7 AS n');
  await other.kill();
  const heir = await start(dataDir);
  assert.deepEqual([heir.adopted, heir.pid], [true, pid]);
  assert.deepEqual(await ask(heir.url, 'SELECT n FROM acknowledged'), [{ n: 7 }]);
  await heir.stop();
  await assert.rejects(readFile(join(dataDir, 'postgres', 'postmaster.pid')), { code: 'ENOENT' });
  assert.match(await readFile(join(dataDir, 'run', 'postgres.log'), 'utf8'), /database system is shut down\n$/);
});

test('refuses a second process and says who holds the directory', async () => {
  const dataDir = await makeDataDir();
  const holder = launch(dataDir);
  const { pid } = await holder.answer;
  await assert.rejects(start(dataDir), (error: EmbeddedError) => {
    assert.equal(error.code, 'held');
    assert.equal(error.data.pid, holder.process.pid);
    assert.ok(Date.parse(String(error.data.since)) <= Date.now());
    assert.ok(error.message.includes(String(holder.process.pid)));
    return true;
  });
  assert.equal((await launch(dataDir).answer).code, 'held');
  await holder.finish();
  const next = await start(dataDir);
  assert.notEqual(next.pid, pid);
  await next.stop();
});

test('of processes that start at the same moment on a new directory exactly one wins', async () => {
  const dataDir = join(await makeRoom(), 'data');
  const others = [launch(dataDir), launch(dataDir), launch(dataDir)];
  const answers = await Promise.all(others.map((other) => other.answer));
  assert.deepEqual(answers.map((answer) => answer.code ?? 'started').sort(), ['held', 'held', 'started']);
  const winner = others[answers.findIndex((answer) => answer.pid)];
  assert.ok(answers.filter(({ code }) => code).every(({ data }) => data.pid === winner?.process.pid));
  await winner?.finish();
});

test('brings a killed server back, whether it was started or adopted, without losing a committed row', async () => {
  const dataDir = await makeDataDir();
  const other = launch(dataDir);
  await other.answer;
  await other.kill();
  const embedded = await start(dataDir);
  assert.equal(embedded.adopted, true);
  const reasons: string[] = [];
  embedded.onDown((reason) => reasons.push(reason));
  await ask(embedded.url, 'CREATE TABLE posts (n int)');
  for (const n of [1, 2, 3]) {
    await ask(embedded.url, `INSERT INTO posts VALUES (${n})`);
    const [before, up] = [embedded.pid, nextUp(embedded)];
    process.kill(before, 'SIGKILL');
    await up;
    assert.notEqual(embedded.pid, before);
  }
  assert.equal(reasons.length, 3);
  assert.deepEqual(await ask(embedded.url, 'SELECT count(*)::int AS n FROM posts'), [{ n: 3 }]);
  await embedded.stop();
});

test('a crashed backend and a closed watch session do not confuse the supervisor', async () => {
  const embedded = await start(await makeDataDir());
  const pid = embedded.pid;
  const superuser = embedded.url.replace('//miaohui@', '//postgres@');
  const findWatch = async () =>
    (await ask(superuser, `SELECT pid FROM pg_stat_activity WHERE application_name = 'miaohui supervisor'`))[0]?.pid;
  const [first, downs] = [await findWatch(), [] as string[]];
  embedded.onDown((reason) => downs.push(reason));
  await ask(superuser, `SELECT pg_terminate_backend(${first})`);
  await waitUntil('the watch is renewed', async () => ![undefined, first].includes(await findWatch()));
  assert.deepEqual(downs, []);
  const up = nextUp(embedded);
  process.kill(await findWatch(), 'SIGKILL'); // PostgreSQL resets all its sessions and recovers by itself
  await up;
  assert.deepEqual([embedded.pid, downs.length], [pid, 1]);
  await embedded.stop();
});

test('waits for backends that outlive a killed server', async () => {
  const dataDir = await makeDataDir();
  const embedded = await start(dataDir);
  const client = new Client({ connectionString: embedded.url });
  client.on('error', () => undefined);
  await client.connect();
  const backend = (await client.query('SELECT pg_backend_pid() AS pid')).rows[0].pid;
  process.kill(backend, 'SIGSTOP');
  const up = nextUp(embedded);
  process.kill(embedded.pid, 'SIGKILL');
  const log = () => readFile(join(dataDir, 'run', 'postgres.log'), 'utf8');
  await waitUntil('PostgreSQL refuses to start beside it', async () => (await log()).includes(' F0001 FATAL: '));
  process.kill(backend, 'SIGCONT');
  await up;
  assert.deepEqual(await ask(embedded.url, 'SELECT 1 AS n'), [{ n: 1 }]);
  await embedded.stop();
});

test('a stop during recovery leaves neither server nor claim', async () => {
  const dataDir = await makeDataDir();
  const embedded = await start(dataDir);
  const down = new Promise<string>((done) => embedded.onDown(done));
  process.kill(embedded.pid, 'SIGKILL');
  await down;
  await embedded.stop();
  const next = await start(dataDir);
  assert.equal(next.adopted, false);
  await next.stop();
});

test('starts over a lock file whose pid now belongs to a stranger', { skip: needsRoot }, async () => {
  const dataDir = await makeDataDir();
  const other = launch(dataDir);
  const { pid } = await other.answer;
  await other.kill();
  process.kill(pid, 'SIGKILL');
  const stranger = spawn('/bin/cat', { uid: 65534, gid: 65534, stdio: ['pipe', 'ignore', 'ignore'] });
  await once(stranger, 'spawn');
  for (const path of ['postgres/postmaster.pid', 'run/pg/.s.PGSQL.5432.lock']) {
    const text = await readFile(join(dataDir, path), 'utf8');
    await writeFile(join(dataDir, path), text.replace(String(pid), String(stranger.pid)));
  }
  const embedded = await start(dataDir);
  assert.equal(embedded.adopted, false);
  assert.equal(stranger.exitCode, null);
  stranger.stdin.end();
  await embedded.stop();
});

test('recovers from an initdb that was killed halfway', async () => {
  const dataDir = join(await makeRoom(), 'data');
  await mkdir(dataDir);
  const other = launch(dataDir);
  const drafts = async () => (await readdir(dataDir)).filter((name) => name.startsWith('postgres.init-'));
  await waitUntil('initdb is at work', async () => {
    const [draft] = await drafts();
    return draft !== undefined && (await readdir(join(dataDir, draft))).includes('base');
  });
  await other.kill();
  assert.equal((await drafts()).length, 1);
  const embedded = await start(dataDir);
  assert.deepEqual(await ask(embedded.url, 'SELECT 1 AS n'), [{ n: 1 }]);
  await embedded.stop();
});
