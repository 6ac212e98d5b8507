import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Log } from '../log.ts';
import { PreparingClient } from './prepared.ts';
import { transactionsOn, type OpenTransaction } from './transaction.ts';

/** How to reach PostgreSQL: a URL, or the parts of a connection. */
export type Connection = string | { host: string; port: number; user: string; password?: string; database: string };

/** The pool and the query builder on it. Modules see their own tables through `withTables` in their `store.ts`. */
export interface Database {
  readonly pool: pg.Pool;
  readonly db: Db;
  readonly connection: Connection;
  /** Opens a transaction on a connection of its own; `inTransaction` is what use cases call. */
  open(): Promise<OpenTransaction>;
  close(): Promise<void>;
}

/** A query builder that knows no tables yet: the pool, or one transaction. */
export type Db = Kysely<unknown>;

const { builtins } = pg.types;

/**
 * int8 becomes a number (sequences, counts and minor units stay far below 2^53), `date` stays text (`YYYY-MM-DD` has no
 * time zone to get wrong); everything else as `pg` does it.
 */
const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') => {
    if (oid === builtins.INT8) return Number;
    if (oid === builtins.DATE) return (text: string) => text;
    return pg.types.getTypeParser(oid, format);
  }) as typeof pg.types.getTypeParser,
};

/** Turns a `Connection` into settings of the `pg` package. */
export function connectionSettings(connection: Connection): pg.ClientConfig {
  return typeof connection === 'string' ? { connectionString: connection } : { ...connection };
}

/** Opens a pool. Connections are made on first use, so this succeeds while the server is still starting. */
export function openDatabase(options: {
  connection: Connection;
  maxConnections: number;
  log: Log;
  name?: string;
}): Database {
  const pool = new pg.Pool({
    ...connectionSettings(options.connection),
    max: options.maxConnections,
    application_name: options.name ?? 'miaohui',
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
    // A transaction that hangs must not hold a group's lock for ever.
    lock_timeout: 30_000,
    idle_in_transaction_session_timeout: 120_000,
    types: typeParsers,
    Client: PreparingClient,
  });
  // An idle connection that breaks (server restart) must not end the process; the pool replaces it.
  pool.on('error', (error) => {
    if (!pool.ending) options.log.warn('platform.database_connection_lost', { error });
  });
  pool.on('connect', (client) => client.on('error', () => {}));
  const dialect = new PostgresDialect({ pool });
  const db = new Kysely<unknown>({ dialect });
  const close = async () => {
    await db.destroy();
    // Kysely ends the pool only when it has used it once.
    if (!pool.ending) await pool.end();
  };
  return { pool, db, connection: options.connection, open: transactionsOn(pool, dialect), close };
}

/** SQLSTATEs after which the same transaction may simply be tried again: serialization failure and deadlock. */
export function isRetryable(error: unknown): boolean {
  const code = sqlState(error);
  return code === '40001' || code === '40P01';
}

/** Whether the error says that the database is away or going down, not that the statement was wrong. */
export function isConnectionLoss(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string') {
    if (/^(08...|57P0[123]|53300)$/.test(code)) return true;
    if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT'].includes(code)) return true;
  }
  // `pg` gives these two no code.
  const text = error instanceof Error ? error.message : '';
  return text.startsWith('Connection terminated') || text.startsWith('timeout exceeded when trying to connect');
}

/**
 * Whether the database says that a value can't be one at all: NUL or half a surrogate pair in a text, a number or date out
 * of range, a text that is no uuid or date. Then the input is wrong, wherever it slipped through.
 */
export function isDataRefusal(error: unknown): boolean {
  return ['22003', '22007', '22008', '22021', '22P02', '22P05'].includes(sqlState(error) ?? '');
}

/** The five-character SQLSTATE of a database error, if it is one. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** The name of the violated constraint when `error` is a unique violation (23505). */
export function uniqueViolation(error: unknown): string | undefined {
  return sqlState(error) === '23505' ? (error as { constraint?: string }).constraint : undefined;
}

/** True when the database answers. */
export async function isDatabaseReady(database: Database): Promise<boolean> {
  try {
    await sql`select 1`.execute(database.db);
    return true;
  } catch {
    return false;
  }
}
