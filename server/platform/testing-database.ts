/**
 * Databases for tests. One server for a run (MIAOHUI_TEST_DATABASE_URL, else an embedded one of this process), one
 * template for each state of the migrations, one clone for each test file: cloning takes 30–45 ms.
 */
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded, type Embedded } from './db/embedded/index.ts';
import { fingerprintMigrations, migrate, readMigrations } from './db/migrate.ts';
import { openDatabase } from './db/database.ts';
import { migrateJobs } from './jobs/runner.ts';
import { newCode } from './ids.ts';
import { silentLog } from './log.ts';

/** A database of its own, empty but migrated. */
export interface TestDatabase {
  /** Connection URL. */
  url: string;
  drop(): Promise<void>;
}

/** PostgreSQL settings that make tests fast and a crash of the machine harmful; never used for anything else. */
export const carelessSettings = {
  // A worker of it in a database that is just being dropped belongs to another role and can't be ended.
  autovacuum: 'off',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
};

let clones = 0;
let own: Promise<{ embedded: Embedded; folder: string }> | undefined;

/** Clones the template into a new database. */
export async function cloneDatabase(): Promise<TestDatabase> {
  clones += 1;
  const server = await serverUrl();
  const template = await ensureTemplate(server);
  const name = `miaohui_test_${newCode(10).toLowerCase()}`;
  await withAdmin(server, (client) => client.query(`create database ${name} template ${template} strategy file_copy`));
  return {
    url: withDatabase(server, name),
    drop: async () => {
      await withAdmin(server, (client) => client.query(`drop database if exists ${name} with (force)`));
      clones -= 1;
      if (clones === 0) await stopTestServer();
    },
  };
}

/** Stops the server of this process, if it started one; called when its last database is gone. */
async function stopTestServer(): Promise<void> {
  if (!own) return;
  const { embedded, folder } = await own;
  own = undefined;
  await embedded.stop();
  await rm(folder, { recursive: true, force: true });
}

async function serverUrl(): Promise<string> {
  const given = process.env.MIAOHUI_TEST_DATABASE_URL;
  if (given) return given;
  own ??= startOwnServer();
  return (await own).embedded.url;
}

async function startOwnServer(): Promise<{ embedded: Embedded; folder: string }> {
  const memory = await statfs('/dev/shm').catch(() => undefined);
  const ground = memory && memory.bavail * memory.bsize > 2 ** 31 ? '/dev/shm' : '/tmp';
  const folder = await mkdtemp(join(ground, 'miaohui-tests-'));
  const embedded = await startEmbedded({ dataDir: folder, log: () => {}, settings: carelessSettings });
  return { embedded, folder };
}

/** Makes the template once; other processes that need it at the same moment wait on an advisory lock. */
async function ensureTemplate(server: string): Promise<string> {
  const migrations = await readMigrations();
  const name = `miaohui_template_${fingerprintMigrations(migrations)}`;
  await withAdmin(server, async (client) => {
    await client.query('select pg_advisory_lock(7420)');
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [name]);
    if (rowCount) return;
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} encoding 'UTF8' locale 'C.UTF-8' template template0`);
    const url = withDatabase(server, name);
    await migrate({ connection: url, log: silentLog, migrations });
    const database = openDatabase({ connection: url, maxConnections: 1, log: silentLog });
    try {
      await migrateJobs(database.pool, silentLog);
    } finally {
      await database.close();
    }
    await client.query(`alter database ${name} with is_template true allow_connections false`);
  });
  return name;
}

async function withAdmin<Result>(server: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: withDatabase(server, 'postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same server, another database; keeps socket paths and parameters. */
function withDatabase(url: string, name: string): string {
  const at = url.indexOf('?');
  const [head, query] = at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at)];
  return `${head.replace(/\/[^/]*$/, '')}/${name}${query}`;
}
