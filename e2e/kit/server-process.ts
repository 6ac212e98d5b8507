/**
 * A real server in a process of its own, as an operator starts it: for journeys in a browser and for tests that kill it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { cloneDatabase, type TestDatabase } from '../../server/platform/testing-database.ts';

const cli = fileURLToPath(new URL('../../server/cli.ts', import.meta.url));

/** How the server is started. */
export interface ServerOptions {
  /** Environment on top of this process's, e.g. DATABASE_URL. */
  env?: Record<string, string>;
  /** Port to use again after a restart; a free one when absent. */
  port?: number;
  dataDir: string;
}

/** A running server process. */
export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** The secret of the first-run link, when one was printed. */
  readonly setupToken: string | undefined;
  /** What the server wrote to its log so far. */
  readonly log: string[];
  /** `kill -9`: no chance to finish anything. */
  kill(): Promise<void>;
  /** SIGTERM, and waits for the end. Gives the exit code. */
  stop(): Promise<number | null>;
}

const running = new Set<ChildProcess>();
const folders: string[] = [];
const databases: TestDatabase[] = [];

/** Kills what still runs and removes every data directory and database; tests call it in `after`, benchmarks at their end. */
export async function cleanUp(): Promise<void> {
  const ended = [...running].map((child) => once(child, 'exit'));
  for (const child of running) child.kill('SIGKILL');
  await Promise.all(ended);
  for (const folder of folders.splice(0)) {
    await stopPostgres(join(folder, 'data'));
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
  for (const database of databases.splice(0)) await database.drop();
}

/**
 * Where a server of a journey lives that is not about the database: a data directory beside a database of the tests' server,
 * which stands in a twentieth of the time that a new PostgreSQL takes. `cleanUp` takes both away.
 */
export async function makeHome(): Promise<ServerOptions> {
  const database = await cloneDatabase();
  databases.push(database);
  return { dataDir: await makeDataDir(), env: { DATABASE_URL: database.url } };
}

/** A new data directory, which `cleanUp` takes away together with the database server in it. */
export async function makeDataDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'miaohui-e2e-'));
  await chmod(folder, 0o755);
  folders.push(folder);
  return join(folder, 'data');
}

/** Starts a server and waits until it answers. Throws with its log when it ends before that. */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const args = ['--disable-warning=ExperimentalWarning', cli, 'start', '--data', options.dataDir];
  args.push('--port', String(options.port ?? 0), '--host', '127.0.0.1');
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8', LOG_LEVEL: 'info', ...options.env },
  });
  running.add(child);
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
  void exited.then(() => running.delete(child));
  const log: string[] = [];
  createInterface(child.stderr).on('line', (line) => log.push(line));
  const printed: string[] = [];
  const ready = new Promise<string>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      printed.push(line);
      // The last line of the greeting: everything before it has been printed.
      if (line.includes('Ctrl+C')) resolve(line);
    });
  });
  const first = await Promise.race([ready, exited]);
  if (Array.isArray(first))
    throw new Error(`the server ended with ${first.join(' ')}:\n${[...printed, ...log].join('\n')}`);
  const port = findPort(log);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pid: child.pid!,
    setupToken: /setup\?token=([\w-]+)/.exec(printed.join('\n'))?.[1],
    log,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: async () => {
      child.kill('SIGTERM');
      return (await exited)[0];
    },
  };
}

/** Process id of the embedded PostgreSQL of a data directory. */
export async function findPostgresPid(dataDir: string): Promise<number | undefined> {
  const text = await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8').catch(() => '');
  return Number.parseInt(text, 10) || undefined;
}

async function stopPostgres(dataDir: string): Promise<void> {
  const pid = await findPostgresPid(dataDir);
  if (pid === undefined) return;
  try {
    // SIGQUIT: at once; the directory is thrown away anyway.
    process.kill(pid, 'SIGQUIT');
  } catch {
    return;
  }
  await waitUntil(async () => (await findPostgresPid(dataDir)) === undefined || !isAlive(pid), 'PostgreSQL to end');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function findPort(log: readonly string[]): number {
  for (const line of log) {
    const entry = JSON.parse(line) as { event: string; port?: number };
    if (entry.event === 'platform.listening' && entry.port) return entry.port;
  }
  throw new Error(`no port in the log:\n${log.join('\n')}`);
}

/** Waits for a condition with a deadline; looks often, so that nothing depends on how long a thing takes. */
export async function waitUntil(
  condition: () => Promise<boolean> | boolean,
  what: string,
  deadlineMs = 30_000,
): Promise<void> {
  const end = Date.now() + deadlineMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited ${deadlineMs / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
