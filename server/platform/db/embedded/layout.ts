/**
 * Where things lie in a data directory, and the permissions they need.
 * PostgreSQL owns only `postgres/` and its socket directory; everything else belongs to the user of this process.
 */
import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Account } from './account.ts';
import { noPermission, readErrorCode } from './errors.ts';

/** Paths of one data directory. */
export interface Layout {
  dataDir: string;
  /** The PostgreSQL cluster. */
  cluster: string;
  /** Claim, log and copied binaries. */
  run: string;
  log: string;
  /** Short directory for the socket of the claim. */
  sockets: string;
  /** Directory of PostgreSQL's socket, readable by nobody else. */
  serverSockets: string;
}

// macOS allows 103 bytes, Linux 107; the longest name below is "/claim-01234567.sock".
const LONGEST_SOCKET_DIR = 103 - 20;

/** Names all paths of a data directory; touches nothing. */
export function describeLayout(dataDir: string): Layout {
  const root = resolve(dataDir);
  const run = join(root, 'run');
  const sockets = Buffer.byteLength(run) <= LONGEST_SOCKET_DIR ? run : nameShortDir(root);
  return {
    dataDir: root,
    cluster: join(root, 'postgres'),
    run,
    log: join(run, 'postgres.log'),
    sockets,
    serverSockets: join(sockets, 'pg'),
  };
}

function nameShortDir(root: string): string {
  const hash = createHash('sha256').update(root).digest('hex').slice(0, 12);
  return `/tmp/miaohui-${process.getuid?.() ?? 0}-${hash}`;
}

/** Makes the directories that the claim needs. */
export async function prepareRun(layout: Layout): Promise<void> {
  await mkdir(layout.dataDir, { recursive: true, mode: 0o711 });
  await makeDir(layout.run, 0o711);
  if (layout.sockets !== layout.run) {
    await makeDir(layout.sockets, 0o711);
    // The name in /tmp can be guessed: somebody else's directory there must not catch our sockets.
    const found = await lstat(layout.sockets);
    if (!found.isDirectory() || found.uid !== process.getuid?.()) throw noPermission({ path: layout.sockets });
  }
}

/** Opens the way for PostgreSQL's own user: its socket directory, and entry (not listing) to the ones above. */
export async function prepareServerDirs(layout: Layout, account: Account): Promise<void> {
  await makeDir(layout.serverSockets, 0o700);
  await chmod(layout.serverSockets, 0o700);
  if (account.uid === undefined) return;
  await chown(layout.serverSockets, account.uid, account.gid ?? account.uid);
  for (const path of new Set([layout.dataDir, layout.run, layout.sockets])) {
    const { mode, uid } = await stat(path);
    if (uid === 0 && (mode & 0o11) !== 0o11) await chmod(path, (mode & 0o7777) | 0o11);
  }
  const closed = await findClosedDir(layout.dataDir, account);
  if (closed) throw noPermission({ path: closed, uid: account.uid });
}

/** The first directory on the way to `path` that the account may not enter. */
export async function findClosedDir(path: string, account: Account): Promise<string | undefined> {
  const above = dirname(path);
  const closed = above === path ? undefined : await findClosedDir(above, account);
  if (closed) return closed;
  const { mode, uid, gid } = await stat(path);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  return mode & bit ? undefined : path;
}

async function makeDir(path: string, mode: number): Promise<void> {
  try {
    await mkdir(path, { mode });
    await chmod(path, mode); // the umask may have taken bits away
  } catch (error) {
    if (readErrorCode(error) !== 'EEXIST') throw error;
  }
}

/** Where data lives by default: /var/lib/miaohui for root, the user's own data folder otherwise. */
export function defaultDataDir(env: NodeJS.ProcessEnv): string {
  if (process.getuid?.() === 0) return '/var/lib/miaohui';
  if (process.platform === 'darwin') return join(env.HOME || homedir(), 'Library', 'Application Support', 'miaohui');
  // The XDG rule: a relative value is invalid and must be ignored.
  if (env.XDG_DATA_HOME?.startsWith('/')) return join(env.XDG_DATA_HOME, 'miaohui');
  return join(env.HOME || homedir(), '.local', 'share', 'miaohui');
}
