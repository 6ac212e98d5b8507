import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { migrateWorker } from './app.ts';
import { createCommunity } from './communities/index.ts';
import { openAccount, transfer } from './ledger/index.ts';
import { createUser } from './platform/auth/index.ts';
import { inTransaction } from './platform/context.ts';
import { silentLog } from './platform/log.ts';
import { cloneDatabase } from './platform/testing-database.ts';
import { testApp } from './platform/testing.ts';
import {
  BackupError,
  restoreBackup,
  writeBackup,
  type BackupSource,
  type RestorePlace,
} from './platform/backup/index.ts';
import { sortByReference } from './platform/backup/tables.ts';

const app = await testApp();
const key = randomBytes(32);
const pictures = new Map([
  ['pictures/ab/abcd.webp', randomBytes(3_000_000)],
  ['pictures/ab/abcd.thumb.webp', randomBytes(2000)],
]);
const places: (() => Promise<void>)[] = [];
after(async () => {
  for (const close of places) await close();
});

/** A community with an account book, a waiting job, awkward texts and more rows than one piece holds. */
async function settle(): Promise<void> {
  await inTransaction(app.ctx, async (ctx) => {
    const user = await createUser(ctx, { email: 'chu@fair.test', name: '楚 \t \\ \n 娃', password: 'a good long one' });
    const { id: communityId } = await createCommunity(ctx, { name: '晨读', kind: 'study-checkin', founderId: user.id });
    const account = (kind: 'issuer' | 'community') =>
      openAccount(ctx, { communityId, owner: { kind, id: communityId }, unit: 'points' });
    const [issuer, chest] = [await account('issuer'), await account('community')];
    const legs = [
      { account: issuer.id, amount: -70 },
      { account: chest.id, amount: 70 },
    ];
    await transfer(ctx, { communityId, key: 'first', kind: 'gift', legs });
  });
  const { pool } = app.services.database;
  await pool.query(`
    insert into platform_events (name, payload, at)
    select 'probe.happened', jsonb_build_object('text', repeat('墟', 400), 'n', n), now() from generate_series(1, 4000) n`);
  await pool.query(
    `select graphile_worker.add_job('probe.later', '{"n": 1}', run_at := now() + interval '1 day', job_key := 'k')`,
  );
}

async function makeBackup(change: Partial<BackupSource> = {}): Promise<Buffer> {
  const out = new PassThrough();
  const whole = buffer(out);
  const files = [...pictures].map(([name, bytes]) => ({ name, read: async () => bytes }));
  await writeBackup(
    {
      connection: app.services.database.connection,
      program: '0.1.0',
      madeAt: new Date(),
      key: { bytes: key, inFile: true },
      files: (async function* () {
        yield* files;
        yield { name: 'pictures/ff/gone.webp', read: async () => undefined };
      })(),
      ...change,
    },
    out,
    () => {},
  );
  return whole;
}

async function emptyPlace(change: Partial<RestorePlace> = {}) {
  const database = await cloneDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  places.push(async () => {
    await client.end();
    await database.drop();
  });
  const written = new Map<string, Buffer>();
  const keys: Buffer[] = [];
  const place: RestorePlace = {
    connection: database.url,
    log: silentLog,
    migrateJobs: () => migrateWorker(database.url, silentLog),
    key: { bytes: randomBytes(32), isFixed: false },
    writeKey: async (bytes) => void keys.push(bytes),
    writeFile: async (name, bytes) => void written.set(name, bytes),
    ...change,
  };
  return { place, client, written, keys };
}

/** Every row of every table as text, by table. */
async function readEverything(client: Pick<pg.Client, 'query'>): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ name: string }>(`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and not relispartition and relname <> 'platform_migrations' order by 1`);
  const all = new Map<string, string[]>();
  for (const { name } of rows) {
    const found = await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
    all.set(
      name,
      found.rows.map(({ row }) => row),
    );
  }
  return all;
}

const restore = (file: Buffer, place: RestorePlace) => restoreBackup(Readable.from([file]), place, () => {});
const refusal = (code: string) => (error: unknown) => error instanceof BackupError && error.code === code;

await settle();
const backup = await makeBackup();

test('every table, the pictures, the key and the waiting jobs come back', async () => {
  const { place, client, written, keys } = await emptyPlace();
  const { end } = await restore(backup, place);
  const [here, there] = [await readEverything(app.services.database.pool), await readEverything(client)];
  assert.ok(here.size > 50);
  for (const [name, rows] of here) assert.deepEqual(there.get(name), rows, name);
  assert.equal(end.tables.platform_events!.rows, here.get('platform_events')!.length);
  assert.deepEqual([...written.keys()].sort(), [...pictures.keys()].sort());
  for (const [name, bytes] of pictures) assert.ok(written.get(name)!.equals(bytes));
  assert.deepEqual([end.files.count, end.files.missing], [2, 1]);
  assert.ok(keys[0]!.equals(key));
  const jobs = await client.query(
    `select key, max_attempts from graphile_worker.jobs where task_identifier = 'probe.later'`,
  );
  assert.deepEqual(jobs.rows, [{ key: 'k', max_attempts: 25 }]);
  // What is written afterwards goes on counting, and the book's own check is awake again.
  await client.query(`insert into platform_events (name, payload, at) values ('probe.next', '{}', now())`);
  await assert.rejects(client.query(`update ledger_postings set amount = amount + 1`), /balance|ledger/i);
});

/** The database behind a wire that brings the end of everything in crumbs, as a busy network does. */
async function openCrumblingWire() {
  const { connectionParameters } = new pg.Client({
    connectionString: app.services.database.connection as string,
  }) as unknown as { connectionParameters: { host: string; port: number; user: string; database: string } };
  const { host, port, user, database } = connectionParameters;
  const wire = createServer({ noDelay: true }, (near) => {
    const far = connect(host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port });
    near.on('data', (bytes) => far.write(bytes));
    near.on('close', () => far.destroy());
    near.on('error', () => {});
    void (async () => {
      for await (const bytes of far as AsyncIterable<Buffer>) {
        const crumbsFrom = Math.max(0, bytes.length - 60);
        near.write(bytes.subarray(0, crumbsFrom));
        for (let at = crumbsFrom; at < bytes.length; at += 5) {
          near.write(bytes.subarray(at, at + 5));
          await setImmediate();
        }
      }
    })().catch(() => {});
  });
  await once(wire.listen(0, '127.0.0.1'), 'listening');
  places.push(async () => void wire.close());
  return { host: '127.0.0.1', port: (wire.address() as AddressInfo).port, user, database };
}

test('the number of rows is right also when the count comes later than the rows', async () => {
  const file = await makeBackup({ connection: await openCrumblingWire() });
  const { place, client } = await emptyPlace();
  const { end } = await restore(file, place);
  const events = (await readEverything(client)).get('platform_events')!;
  assert.equal(end.tables.platform_events!.rows, events.length);
});

test('nobody is overwritten: a place where somebody lives is refused', async () => {
  const { place, client } = await emptyPlace();
  await restore(backup, place);
  const before = await readEverything(client);
  await assert.rejects(restore(backup, place), refusal('not_empty'));
  assert.deepEqual(await readEverything(client), before);
});

test('cut off, changed, foreign and newer files are told apart, and nothing is half-restored', async () => {
  const { place, client, keys } = await emptyPlace();
  const before = await readEverything(client);
  const refuse = async (file: Buffer, code: string) => assert.rejects(restore(file, place), refusal(code), code);
  await refuse(backup.subarray(0, backup.length - 1000), 'cut_off');
  await refuse(backup.subarray(0, 50_000), 'cut_off');
  const plain = gunzipSync(backup);
  const changed = Buffer.from(plain);
  changed[changed.indexOf('probe.happened') + 1] = 'R'.charCodeAt(0);
  await refuse(gzipSync(changed), 'damaged');
  const withoutEnd = Buffer.from(plain);
  withoutEnd.write('END.json', withoutEnd.lastIndexOf('end.json'));
  await refuse(gzipSync(withoutEnd), 'damaged');
  await refuse(Buffer.from('a letter'), 'not_a_backup');
  await refuse(gzipSync('a letter'), 'not_a_backup');
  const newer = Buffer.from(plain);
  newer.write('"0001_platfoRm"'.toLowerCase().replace('0001', '9001'), newer.indexOf('"0001_platform"'));
  await refuse(gzipSync(newer), 'newer');
  assert.deepEqual(await readEverything(client), before);
  assert.deepEqual(keys, []);
});

test('under a key from outside only a backup of that key is taken', async () => {
  const other = await emptyPlace({ key: { bytes: randomBytes(32), isFixed: true } });
  await assert.rejects(restore(backup, other.place), refusal('other_key'));
  const withoutKey = await makeBackup({ key: { bytes: key, inFile: false } });
  const unknowing = await emptyPlace();
  await assert.rejects(restore(withoutKey, unknowing.place), refusal('other_key'));
  const same = await emptyPlace({ key: { bytes: key, isFixed: true } });
  await restore(withoutKey, same.place);
  assert.deepEqual(same.keys, []);
});

test('tables come after those that they refer to; a circle is an error', () => {
  const tables = ['c', 'b', 'a'].map((name) => ({ name, columns: [] }));
  const sorted = sortByReference(tables, [
    { from: 'c', to: 'b' },
    { from: 'b', to: 'a' },
  ]);
  assert.deepEqual(
    sorted.map(({ name }) => name),
    ['a', 'b', 'c'],
  );
  const circle = [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'a' },
  ];
  assert.throws(() => sortByReference(tables, circle), /a/);
});
