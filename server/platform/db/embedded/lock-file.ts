import { execFile } from 'node:child_process';
import { readFile, readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readErrorCode } from './errors.ts';

/** What PostgreSQL says of itself in `postmaster.pid`. We read this file and never write or delete it. */
export interface LockFile {
  pid: number;
  port: number;
  socketDir: string;
  ready: boolean;
}

/** Reads PostgreSQL's lock file, if there is a complete one. */
export async function findLockFile(cluster: string): Promise<LockFile | undefined> {
  try {
    const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return undefined;
    const ready = lines[7]?.trim() === 'ready';
    return { pid, port: Number(lines[3]), socketDir: lines[4] ?? '', ready };
  } catch (error) {
    if (readErrorCode(error) === 'ENOENT' || readErrorCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** The pid in the first line of a lock file of PostgreSQL. */
export async function findLockPid(path: string): Promise<number | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (readErrorCode(error) === 'ENOENT') return '';
    throw error;
  });
  return Number.parseInt(text, 10) || undefined;
}

/** Whether a pid is a living PostgreSQL of this cluster: not a zombie, and not a stranger that got the number later. */
export async function isPostmaster(pid: number, cluster: string): Promise<boolean> {
  if (process.platform !== 'linux') return isPostmasterByPs(pid);
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [, name, state] = /\((.*)\) (\S)/s.exec(stat) ?? [];
  if (name !== 'postgres' || state === 'Z' || state === 'X') return false;
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(cluster));
  } catch (error) {
    // Another user's process: PostgreSQL judges these rightly by itself.
    return readErrorCode(error) === 'EACCES' || readErrorCode(error) === 'EPERM';
  }
}

async function isPostmasterByPs(pid: number): Promise<boolean> {
  try {
    const { stdout } = await promisify(execFile)('/bin/ps', ['-p', String(pid), '-o', 'stat=,comm=']);
    return !stdout.trim().startsWith('Z') && /postgres\s*$/.test(stdout.trim());
  } catch {
    return false;
  }
}
