import { findHolder } from './claim.ts';
import { DATABASE } from './cluster.ts';
import { describeLayout } from './layout.ts';
import { findLockFile } from './lock-file.ts';

/** The server that another miaohui process runs on this data directory, for commands that only need its database. */
export async function findRunning(
  dataDir: string,
): Promise<{ host: string; port: number; user: string; database: string } | undefined> {
  const layout = describeLayout(dataDir);
  if (!(await findHolder(layout).catch(() => undefined))) return undefined;
  const lock = await findLockFile(layout.cluster);
  if (!lock?.socketDir) return undefined;
  return { host: lock.socketDir, port: lock.port, user: DATABASE, database: DATABASE };
}
