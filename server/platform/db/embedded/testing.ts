/**
 * Tools of the embedded database's tests: data directories, other processes, conditions with a deadline.
 * A cluster is made once per test file and copied, because initdb is the slow part.
 */
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { startEmbedded } from './index.ts';
import type { Embedded } from './index.ts';

const rooms: string[] = [];
const servers: Embedded[] = [];
const processes: ChildProcess[] = [];
let template: Promise<string> | undefined;

/** Why a test that needs root is skipped, or false. */
export const needsRoot = process.getuid?.() === 0 ? false : 'needs root';

/** A fresh directory that PostgreSQL's user may enter. */
export async function makeRoom(): Promise<string> {
  const room = await mkdtemp(join(await chooseGround(), 'miaohui-test-'));
  await chmod(room, 0o755);
  rooms.push(room);
  return room;
}

/** Memory when there is plenty: the thousand small files of a cluster are slow to copy on a disk. */
async function chooseGround(): Promise<string> {
  const memory = await statfs('/dev/shm').catch(() => undefined);
  return memory && memory.bavail * memory.bsize > 2 ** 31 ? '/dev/shm' : '/tmp';
}

/** A data directory with a stopped, healthy cluster. */
export async function makeDataDir(): Promise<string> {
  template ??= makeTemplate();
  const dataDir = join(await makeRoom(), 'data');
  execFileSync('cp', ['-a', await template, dataDir]);
  return dataDir;
}

async function makeTemplate(): Promise<string> {
  const dataDir = join(await makeRoom(), 'template');
  await (await start(dataDir)).stop();
  return dataDir;
}

/** Starts the server in this process; it is stopped at the end of the file at the latest. */
export async function start(dataDir: string, settings: Record<string, string> = {}): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir, settings, log: () => undefined });
  servers.push(embedded);
  return embedded;
}

/** Another process that holds, or tries to hold, a data directory. */
export interface Other {
  process: ChildProcess;
  /** Its first line: how it started or why not. */
  answer: Promise<Record<string, any>>;
  /** Ends it as `kill -9` does. */
  kill(): Promise<void>;
  /** Lets it stop cleanly. */
  finish(): Promise<void>;
}

/** Launches another process on a data directory, as another user if asked. */
export function launch(dataDir: string, how: { packageDir?: string; uid?: number; gid?: number } = {}): Other {
  const { packageDir, ...user } = how;
  const script = fileURLToPath(new URL('./testing-process.ts', import.meta.url));
  const args = ['--disable-warning=ExperimentalWarning', script, dataDir, ...(packageDir ? [packageDir] : [])];
  const child = spawn(process.execPath, args, { ...user, stdio: ['pipe', 'pipe', 'inherit'] });
  processes.push(child);
  const exited = once(child, 'exit').then(() => undefined);
  const lines = createInterface(child.stdout);
  const answer = Promise.race([once(lines, 'line'), exited]).then((got) => JSON.parse(String(got?.[0] ?? '{}')));
  return {
    process: child,
    answer,
    kill: () => (child.kill('SIGKILL'), exited),
    finish: () => (child.stdin.end(), exited),
  };
}

/** Runs statements on a fresh connection and returns the rows of the last. */
export async function ask(url: string, ...statements: string[]): Promise<any[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: any[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}

/** Waits until the condition holds; fails after ten seconds. */
export async function waitUntil(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 10_000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`waited in vain until ${what}`);
    await delay(2);
  }
}

/** Leaves nothing running and nothing on the disk. */
export async function cleanUp(): Promise<void> {
  for (const child of processes) if (child.exitCode === null) child.kill('SIGKILL');
  await Promise.all(servers.map((server) => server.stop()));
  for (const room of rooms) await rm(room, { recursive: true, force: true });
}
