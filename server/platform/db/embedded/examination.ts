import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { chooseAccount } from './account.ts';
import { getPackage } from './binaries.ts';
import { findHolder } from './claim.ts';
import { checkMajor, findClusterMajor } from './cluster.ts';
import { EmbeddedError, noPermission, toEmbeddedError } from './errors.ts';
import { describeLayout, findClosedDir } from './layout.ts';
import type { Layout } from './layout.ts';
import { findLockFile, isPostmaster } from './lock-file.ts';

/** One thing found; the codes of EmbeddedError prevent a start (except `held`: a running miaohui is no fault), the others inform. */
export interface Finding {
  code: EmbeddedError['code'] | 'disk_low' | 'not_initialised' | 'running' | 'stopped' | 'unclean';
  data: object;
}

// initdb writes 40 MB; below 1 GB a community that sends pictures is full soon.
const SMALLEST = 80 * 1024 * 1024;
const COMFORTABLE = 1024 * 1024 * 1024;

const PREVENTING = new Set(['no_permission', 'disk_full', 'unsupported_platform', 'version_mismatch', 'start_failed']);

/** Read-only examination for `miaohui doctor`: findings without starting or changing anything. */
export async function examineEmbedded(dataDir: string): Promise<{ ok: boolean; findings: Finding[] }> {
  const layout = describeLayout(dataDir);
  const checks = [checkVersion, checkAccess, checkSpace, checkHolder, checkServer];
  const findings: Finding[] = [];
  for (const check of checks) {
    try {
      findings.push(...(await check(layout)));
    } catch (error) {
      const { code, data } = toEmbeddedError(error, layout.dataDir);
      findings.push({ code, data });
    }
  }
  return { ok: !findings.some(({ code }) => PREVENTING.has(code)), findings };
}

async function checkVersion(layout: Layout): Promise<Finding[]> {
  await checkMajor(layout.cluster, (await getPackage()).major);
  return [];
}

/** May we write here, and may PostgreSQL's own user come here? */
async function checkAccess(layout: Layout): Promise<Finding[]> {
  const path = await findExisting(layout.dataDir);
  await access(path, constants.W_OK | constants.X_OK);
  const account = await chooseAccount(layout.cluster);
  // The data directory itself is opened at the start; the ones above are not ours to change.
  const closed =
    account.uid === undefined
      ? undefined
      : await findClosedDir(dirname(layout.dataDir), account).catch(() => undefined);
  if (closed) throw noPermission({ path: closed, uid: account.uid });
  const owner = await stat(layout.cluster).then(
    ({ uid }) => uid,
    () => undefined,
  );
  const foreign = process.getuid?.() !== 0 && owner !== undefined && owner !== process.getuid?.();
  if (foreign) throw noPermission({ path: layout.cluster, owner });
  return [];
}

async function checkSpace(layout: Layout): Promise<Finding[]> {
  const path = await findExisting(layout.dataDir);
  const { bavail, bsize } = await statfs(path);
  const freeBytes = bavail * bsize;
  if (freeBytes < SMALLEST) return [{ code: 'disk_full', data: { path, freeBytes, neededBytes: SMALLEST } }];
  return freeBytes < COMFORTABLE ? [{ code: 'disk_low', data: { path, freeBytes } }] : [];
}

async function checkHolder(layout: Layout): Promise<Finding[]> {
  if (!(await exists(layout.run))) return [];
  const holder = await findHolder(layout);
  return holder ? [{ code: 'held', data: { ...holder } }] : [];
}

async function checkServer(layout: Layout): Promise<Finding[]> {
  if ((await findClusterMajor(layout.cluster)) === undefined)
    return [{ code: 'not_initialised', data: { path: layout.cluster } }];
  const lock = await findLockFile(layout.cluster);
  if (!lock) return [{ code: 'stopped', data: {} }];
  const running = await isPostmaster(lock.pid, layout.cluster);
  return [
    { code: running ? 'running' : 'unclean', data: { pid: lock.pid, path: join(layout.cluster, 'postmaster.pid') } },
  ];
}

async function findExisting(path: string): Promise<string> {
  return (await exists(path)) || dirname(path) === path ? path : findExisting(dirname(path));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
