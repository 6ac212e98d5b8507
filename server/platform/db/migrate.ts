import { readFile, readdir } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { connectionSettings, uniqueViolation, type Connection } from './database.ts';
import type { Log } from '../log.ts';

/** One numbered SQL file. */
export interface Migration {
  /** File name without `.sql`, e.g. `0003_communities`. */
  name: string;
  text: string;
}

/** What a migration run did. */
export interface MigrationReport {
  applied: string[];
  /** Names in the database that this version of the program does not know: the database is newer than the program. */
  unknown: string[];
}

const folder = new URL('../../migrations/', import.meta.url);

/** Reads all migrations in order; throws when a number is missing or used twice. */
export async function readMigrations(from: URL = folder): Promise<Migration[]> {
  const names = (await readdir(from)).filter((name) => name.endsWith('.sql')).sort();
  names.forEach((name, index) => {
    if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(name)) throw new Error(`migration ${name}: not named NNNN_words.sql`);
    if (Number(name.slice(0, 4)) !== index + 1) {
      throw new Error(`migration ${name}: expected number ${String(index + 1).padStart(4, '0')}`);
    }
  });
  return Promise.all(
    names.map(async (name) => ({ name: name.slice(0, -4), text: await readFile(new URL(name, from), 'utf8') })),
  );
}

/** A short fingerprint of all migrations, for naming template databases. */
export function fingerprintMigrations(migrations: readonly Migration[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of migrations) hash.update(name).update('\0').update(text).update('\0');
  return hash.digest('hex').slice(0, 12);
}

/**
 * Applies what is missing, one transaction for each file. The row that claims a migration is inserted *first* inside
 * its transaction: a second node that starts at the same moment waits on the primary key, then sees the row and goes on.
 */
export async function migrate(options: {
  connection: Connection;
  log: Log;
  migrations?: readonly Migration[];
}): Promise<MigrationReport> {
  const migrations = options.migrations ?? (await readMigrations());
  const client = new pg.Client(connectionSettings(options.connection));
  await client.connect();
  try {
    await createRegister(client);
    const { rows } = await client.query<{ name: string }>('select name from platform_migrations order by name');
    const done = new Set(rows.map((row) => row.name));
    const applied: string[] = [];
    for (const migration of migrations) {
      if (done.has(migration.name)) continue;
      if (await applyOne(client, migration)) {
        applied.push(migration.name);
        options.log.info('platform.migration_applied', { migration: migration.name });
      }
    }
    const known = new Set(migrations.map((migration) => migration.name));
    return { applied, unknown: rows.map((row) => row.name).filter((name) => !known.has(name)) };
  } finally {
    await client.end();
  }
}

async function createRegister(client: pg.Client): Promise<void> {
  try {
    await client.query(
      `create table if not exists platform_migrations (name text primary key, applied_at timestamptz not null default now())`,
    );
  } catch (error) {
    // Two nodes creating the same table at once: "if not exists" still races on the catalogue's unique index.
    if (uniqueViolation(error) === undefined) throw error;
  }
}

async function applyOne(client: pg.Client, migration: Migration): Promise<boolean> {
  await client.query('begin');
  try {
    await client.query('insert into platform_migrations (name) values ($1)', [migration.name]);
    await client.query(migration.text);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback');
    if (uniqueViolation(error) === 'platform_migrations_pkey') return false;
    throw new Error(`migration ${migration.name} failed`, { cause: error });
  }
}
