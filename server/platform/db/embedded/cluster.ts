/**
 * The cluster directory: made in one step, checked, and given its access rules.
 * `postgres/` appears by a rename of a finished initdb, so a crash in the middle leaves nothing that looks like a cluster.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, open, readFile, readdir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getUserName } from './account.ts';
import type { Account } from './account.ts';
import { SERVER_ENV } from './binaries.ts';
import type { Binaries } from './binaries.ts';
import { EmbeddedError, diskFull, noPermission, readErrorCode } from './errors.ts';
import type { Layout } from './layout.ts';
import { pickLastLines } from './log-file.ts';

/** The application's database and its owner, who is not a superuser. */
export const DATABASE = 'miaohui';
/** The superuser, used by the supervisor only. */
export const SUPERUSER = 'postgres';

const DRAFT = 'postgres.init-';
// Less than this is no room for one more page and its neighbours.
const FULL = 64 * 1024;

/** The PostgreSQL major version that wrote the cluster; undefined when there is none. */
export async function findClusterMajor(cluster: string): Promise<number | undefined> {
  try {
    return Number.parseInt(await readFile(join(cluster, 'PG_VERSION'), 'utf8'), 10);
  } catch (error) {
    if (readErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Refuses a cluster of another major version. */
export async function checkMajor(cluster: string, supported: number): Promise<void> {
  const found = await findClusterMajor(cluster);
  if (found === undefined || found === supported) return;
  const text = `The data in ${cluster} belongs to PostgreSQL ${found}, this program brings PostgreSQL ${supported}. Back it up with the old program and restore it with this one.`;
  throw new EmbeddedError('version_mismatch', text, { path: cluster, found, supported });
}

/** Removes what interrupted initdb runs left behind. */
export async function removeDrafts(layout: Layout): Promise<string[]> {
  const drafts = (await readdir(layout.dataDir)).filter((name) => name.startsWith(DRAFT));
  for (const name of drafts) {
    // An orphaned initdb may still be writing into it: what resists now is removed at the next start.
    await rm(join(layout.dataDir, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 20 }).catch(
      () => undefined,
    );
  }
  return drafts;
}

/** Makes the cluster unless there is one. */
export async function ensureCluster(layout: Layout, binaries: Binaries, account: Account): Promise<boolean> {
  if ((await findClusterMajor(layout.cluster)) !== undefined) return false;
  await checkEmpty(layout.cluster);
  const draft = join(layout.dataDir, DRAFT + randomBytes(4).toString('hex'));
  try {
    await mkdir(draft, { mode: 0o700 });
    if (account.uid !== undefined) await chown(draft, account.uid, account.gid ?? account.uid);
    await runInitdb(draft, binaries, account);
    await rename(draft, layout.cluster);
    await syncDir(layout.dataDir);
    return true;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

async function checkEmpty(cluster: string): Promise<void> {
  const names = await readdir(cluster).catch((error: unknown) => {
    if (readErrorCode(error) === 'ENOENT') return [];
    throw error;
  });
  if (names.length === 0) return;
  const text = `${cluster} holds files that are not a PostgreSQL cluster. Move them away and start again.`;
  throw new EmbeddedError('start_failed', text, { reason: 'foreign_directory', path: cluster });
}

async function runInitdb(draft: string, binaries: Binaries, account: Account): Promise<void> {
  const options = `--username=${SUPERUSER} --encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 --data-checksums --auth=peer --no-instructions --no-clean`;
  try {
    const spawning = { ...account, env: { ...SERVER_ENV }, cwd: '/', maxBuffer: 1 << 24 };
    await promisify(execFile)(binaries.initdb, ['-D', draft, ...options.split(' ')], spawning);
  } catch (cause) {
    const { stderr = '', stdout = '' } = cause as { stderr?: string; stdout?: string };
    // initdb tells no SQLSTATE; with LC_ALL=C these are strerror's fixed words for ENOSPC and EDQUOT. A write cut short has no errno,
    // so the disk is asked too: --no-clean leaves it as full as it was.
    const freeBytes = await findFreeBytes(draft);
    if (freeBytes < FULL || /: (No space left on device|Disk quota exceeded)$/m.test(stderr)) {
      throw diskFull({ path: draft, freeBytes, cause });
    }
    if (/: Permission denied$/m.test(stderr)) throw noPermission({ path: draft, uid: account.uid, cause });
    const lines = pickLastLines(`${stdout}\n${stderr}`);
    throw new EmbeddedError('start_failed', `initdb failed: ${lines.at(-1)}`, { reason: 'initdb', lines, cause });
  }
}

async function findFreeBytes(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize;
}

async function syncDir(path: string): Promise<void> {
  const dir = await open(path, 'r');
  await dir.sync();
  await dir.close();
}

/** Gives the cluster to the account that PostgreSQL runs as, or throws `no_permission`. */
export async function secureCluster(cluster: string, account: Account): Promise<void> {
  const { uid, mode } = await stat(cluster);
  const wanted = account.uid ?? process.getuid?.();
  if (uid !== wanted) {
    if (process.getuid?.() !== 0) throw noPermission({ path: cluster, owner: uid });
    await chownTree(cluster, account);
  }
  if ((mode & 0o777) !== 0o700) await chmod(cluster, 0o700);
}

async function chownTree(path: string, account: Account): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (entry.isDirectory()) await chownTree(join(path, entry.name), account);
    else if (entry.isFile()) await chown(join(path, entry.name), account.uid ?? 0, account.gid ?? 0);
  }
  await chown(path, account.uid ?? 0, account.gid ?? 0);
}

/**
 * Writes who may connect: this process's user, proven by the kernel on the socket, as either of two roles. There is no password to
 * lose. Rewritten at every start, because data may move to another user.
 */
export async function writeAccessRules(cluster: string, account: Account): Promise<void> {
  const user = `"${getUserName().replaceAll('"', '""')}"`;
  const ident = `miaohui ${user} ${SUPERUSER}\nmiaohui ${user} ${DATABASE}\n`;
  const notice = '# Written by miaohui at every start; changes are lost.\n';
  await replaceFile(join(cluster, 'pg_ident.conf'), notice + ident, account);
  const rule = `local all ${SUPERUSER},${DATABASE} peer map=miaohui\n`;
  await replaceFile(join(cluster, 'pg_hba.conf'), notice + rule, account);
}

async function replaceFile(path: string, content: string, account: Account): Promise<void> {
  // Unchanged rules need no room: a server on a full disk can still come up to be emptied.
  if ((await readFile(path, 'utf8').catch(() => '')) === content) return;
  const draft = `${path}.draft`;
  await writeFile(draft, content, { mode: 0o600 });
  if (account.uid !== undefined) await chown(draft, account.uid, account.gid ?? account.uid);
  await rename(draft, path);
}
