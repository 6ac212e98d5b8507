import { createApp, migrateWorker, type App } from './app.ts';
import type { Config } from './platform/config.ts';
import type { Connection } from './platform/db/database.ts';
import { EmbeddedError, findRunning, startEmbedded, type Embedded } from './platform/db/embedded/index.ts';
import { migrate } from './platform/db/migrate.ts';
import type { Log } from './platform/log.ts';

/** The database of this installation: one's own embedded server, another process's, or an external one. */
export interface Installation {
  readonly connection: Connection;
  /** Present when this process runs the embedded server. */
  readonly embedded: Embedded | undefined;
  close(): Promise<void>;
}

/** The database was made by a newer version of the program. */
export class NewerDatabase extends Error {
  readonly migrations: readonly string[];

  constructor(migrations: readonly string[]) {
    super(`the database has migrations that this version does not know: ${migrations.join(', ')}`);
    this.migrations = migrations;
  }
}

/**
 * Opens the database and brings its tables up to date. With `share`, a data directory that another process holds is
 * used through that process's server instead of being refused: for commands beside a running server.
 */
export async function openInstallation(options: { config: Config; log: Log; share: boolean }): Promise<Installation> {
  const { config, log } = options;
  const installation = await reachDatabase(options);
  try {
    const report = await migrate({ connection: installation.connection, log });
    if (report.unknown.length > 0) throw new NewerDatabase(report.unknown);
    await migrateWorker(installation.connection, log);
    log.info('platform.database_ready', { embedded: config.databaseUrl === undefined, applied: report.applied.length });
    return installation;
  } catch (error) {
    await installation.close();
    throw error;
  }
}

/** Opens the database as it is, without bringing its tables up to date. */
export async function reachDatabase({
  config,
  log,
  share,
}: {
  config: Config;
  log: Log;
  share: boolean;
}): Promise<Installation> {
  if (config.databaseUrl) return { connection: config.databaseUrl, embedded: undefined, close: async () => {} };
  try {
    const embedded = await startEmbedded({
      dataDir: config.dataDir,
      log: (level, text, data) => log[level]('platform.postgres', { text, ...data }),
    });
    embedded.onDown((reason) => log.error('platform.database_down', { reason }));
    embedded.onUp(() => log.info('platform.database_up', { pid: embedded.pid }));
    return { connection: embedded.connection, embedded, close: () => embedded.stop() };
  } catch (error) {
    const held = error instanceof EmbeddedError && error.code === 'held';
    const running = held && share ? await findRunning(config.dataDir) : undefined;
    if (!running) throw error;
    return { connection: running, embedded: undefined, close: async () => {} };
  }
}

/** Opens the installation for one command, runs it, and closes everything again. */
export async function withInstallation<Result>(
  options: { config: Config; log: Log },
  work: (app: App) => Promise<Result>,
): Promise<Result> {
  const installation = await openInstallation({ ...options, share: true });
  try {
    const app = await createApp({ ...options, connection: installation.connection, background: false });
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  } finally {
    await installation.close();
  }
}
