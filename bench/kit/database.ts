/** A look into the database of a server that is running, beside the server. */
import pg from 'pg';
import type { App } from '../../server/app.ts';
import { connectionSettings } from '../../server/platform/db/database.ts';
import { findRunning } from '../../server/platform/db/embedded/index.ts';

/** Does something on a connection of its own to the embedded database of a data directory. */
export async function besideServer<Result>(
  dataDir: string,
  work: (database: pg.Client) => Promise<Result>,
): Promise<Result> {
  const running = await findRunning(dataDir);
  if (!running) throw new Error(`no server runs on ${dataDir}`);
  return connectFor(running, work);
}

/** The same for an app inside this process. */
export function besideApp<Result>(app: App, work: (database: pg.Client) => Promise<Result>): Promise<Result> {
  return connectFor(connectionSettings(app.services.database.connection), work);
}

async function connectFor<Result>(
  settings: pg.ClientConfig,
  work: (database: pg.Client) => Promise<Result>,
): Promise<Result> {
  const database = new pg.Client(settings);
  await database.connect();
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}

/**
 * What autovacuum does within minutes of a big change, done now: otherwise the planner's first decisions, and the vacuum
 * itself, would fall somewhere into the measurement.
 */
export async function refreshStatistics(database: pg.Client): Promise<void> {
  await database.query('vacuum analyze');
}
