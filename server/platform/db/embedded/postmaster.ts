/**
 * One PostgreSQL server: found running, or started, and stopped.
 * "Running" always means that a connection succeeded; pids and lock files only tell where to knock.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { chooseAccount } from './account.ts';
import { SERVER_ENV, prepareBinaries } from './binaries.ts';
import type { Package } from './binaries.ts';
import { SUPERUSER, checkMajor, ensureCluster, secureCluster, writeAccessRules } from './cluster.ts';
import { EmbeddedError, diskFull, noPermission, readErrorCode } from './errors.ts';
import { prepareServerDirs } from './layout.ts';
import type { Layout } from './layout.ts';
import { findLockFile, findLockPid, isPostmaster } from './lock-file.ts';
import { openLog, pickLastLines, readLogSince } from './log-file.ts';
import { PORT, buildServerArguments } from './settings.ts';

/** How the supervisor reports; the level is the caller's. */
export type Log = (level: 'info' | 'warn' | 'error', text: string, data?: object) => void;

/** What is needed to run the server of one data directory. */
export interface Site {
  layout: Layout;
  source: Package;
  settings: Record<string, string>;
  log: Log;
}

/** A server that answered. */
export interface Postmaster {
  pid: number;
  adopted: boolean;
  socketDir: string;
  /** A superuser session kept open: its end is the first sign that the server is gone. */
  watch: Client;
  /** Present when this process started the server. */
  child?: ChildProcess;
}

// How long the lock may stay taken without an answer: backends of a killed server finish their work first.
const PATIENCE = 60_000;
const ANSWER_WITHIN = 5_000;

/** Finds the running server or starts one; waits for crash recovery, shutdown and orphaned backends. */
export async function reachPostmaster(site: Site, signal: AbortSignal): Promise<Postmaster> {
  await checkMajor(site.layout.cluster, site.source.major);
  const began = performance.now();
  let [blocked, told] = [0, began];
  for (let wait = 10; ; wait = Math.min(wait * 2, 500)) {
    const found = await findPostmaster(site);
    if (typeof found === 'object') return found;
    const started = found === 'absent' ? await startPostmaster(site, signal) : undefined;
    if (started) return started;
    // A server that recovers may take its time; one that neither answers nor gives way may not.
    if (found === 'busy') blocked = 0;
    else blocked ||= performance.now();
    if (blocked && performance.now() - blocked > PATIENCE) throw await describeLock(site);
    if (performance.now() - told > 10_000) {
      told = performance.now();
      site.log('warn', 'waiting for PostgreSQL', { state: found, seconds: Math.round((told - began) / 1000) });
    }
    await delay(wait, undefined, { signal });
  }
}

async function describeLock(site: Site): Promise<EmbeddedError> {
  const lock = await findLockFile(site.layout.cluster);
  const text = `Processes of an earlier PostgreSQL still use ${site.layout.cluster} and do not answer.`;
  return new EmbeddedError('start_failed', text, { reason: 'locked', path: site.layout.cluster, pid: lock?.pid });
}

/** The running server; `busy` when it is starting or stopping, `silent` when it listens only, `absent` when nobody listens. */
export async function findPostmaster(site: Site): Promise<Postmaster | 'busy' | 'silent' | 'absent'> {
  const lock = await findLockFile(site.layout.cluster);
  if (!lock?.socketDir) return 'absent';
  try {
    const watch = await connect(lock.socketDir, lock.port);
    return { pid: lock.pid, adopted: true, socketDir: lock.socketDir, watch };
  } catch (error) {
    const code = readErrorCode(error);
    if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ECONNRESET') return 'absent';
    // cannot_connect_now: starting, stopping or recovering; too_many_connections: alive and full.
    if (code === '57P03' || code === '53300') return 'busy';
    if (code === undefined) return 'silent'; // the client's own time limit, or a session cut off in its first moment
    throw error;
  }
}

async function connect(host: string, port: number): Promise<Client> {
  const watch = new Client({
    host,
    port,
    user: SUPERUSER,
    database: 'postgres',
    application_name: 'miaohui supervisor',
    connectionTimeoutMillis: ANSWER_WITHIN,
  });
  watch.on('error', () => undefined); // followed by 'end', which is what we listen to
  try {
    await watch.connect();
    return watch;
  } catch (error) {
    void watch.end().catch(() => undefined);
    throw error;
  }
}

/** Starts the server; undefined when PostgreSQL finds the directory still locked. */
async function startPostmaster(site: Site, signal: AbortSignal): Promise<Postmaster | undefined> {
  const { layout } = site;
  const account = await chooseAccount(layout.cluster);
  await prepareServerDirs(layout, account);
  const binaries = await prepareBinaries(site.source, layout, account);
  if (await ensureCluster(layout, binaries, account))
    site.log('info', 'database cluster created', { path: layout.cluster });
  await secureCluster(layout.cluster, account);
  await writeAccessRules(layout.cluster, account);
  const env = { ...SERVER_ENV, ...(await excuseStaleLock(layout)) };
  const args = buildServerArguments(layout, site.settings);
  const { file, offset } = await openLog(layout.log);
  const stdio: ['ignore', number, number] = ['ignore', file.fd, file.fd];
  // Detached: Ctrl+C in the terminal must reach us only, we stop PostgreSQL in our own order.
  const child = spawn(binaries.postgres, args, { ...account, env, stdio, cwd: '/', detached: true });
  try {
    await once(child, 'spawn');
  } finally {
    await file.close();
  }
  const failed = await waitUntilReady(child, site, signal);
  if (failed) return explainExit(site, offset, failed);
  const watch = await connect(layout.serverSockets, await getPort(layout.cluster));
  child.unref();
  return { pid: child.pid ?? 0, adopted: false, socketDir: layout.serverSockets, watch, child };
}

/**
 * PostgreSQL takes any living process with the pid in its lock files for a server, also a zombie, or a stranger that got the number later.
 * This variable, meant for pg_ctl, makes it disregard one pid and go on to its real check: whether the shared memory is in use.
 */
async function excuseStaleLock({ cluster, serverSockets }: Layout): Promise<Record<string, string>> {
  // The socket has a lock file of its own, normally with the same pid.
  for (const path of [join(cluster, 'postmaster.pid'), join(serverSockets, `.s.PGSQL.${PORT}.lock`)]) {
    const pid = await findLockPid(path);
    if (pid && isOccupied(pid) && !(await isPostmaster(pid, cluster))) return { PG_GRANDPARENT_PID: String(pid) };
  }
  return {};
}

function isOccupied(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return readErrorCode(error) === 'EPERM';
  }
}

async function getPort(cluster: string): Promise<number> {
  return (await findLockFile(cluster))?.port ?? PORT;
}

/** Waits for the ready mark; how the server ended when it ended instead. */
async function waitUntilReady(child: ChildProcess, site: Site, signal: AbortSignal): Promise<string | undefined> {
  const began = performance.now();
  let told = began;
  for (;;) {
    if (child.exitCode !== null) return `exit code ${child.exitCode}`;
    if (child.signalCode !== null) return `signal ${child.signalCode}`;
    const lock = await findLockFile(site.layout.cluster);
    if (lock?.pid === child.pid && lock?.ready) return undefined;
    if (signal.aborted) child.kill('SIGINT');
    if (performance.now() - told > 10_000) {
      told = performance.now();
      site.log('info', 'PostgreSQL is still starting', { seconds: Math.round((told - began) / 1000) });
    }
    await delay(5);
  }
}

const TOO_FULL_TO_LOG = 64 * 1024;

/** Reads PostgreSQL's own log of this start: undefined for "still locked", otherwise throws the reason. */
async function explainExit(site: Site, offset: number, ending: string): Promise<undefined> {
  const { cluster, log } = site.layout;
  const text = await readLogSince(log, offset);
  const states = new Set(
    [...text.matchAll(/ \[\d+\] ([0-9A-Z]{5}) (?:FATAL|PANIC|ERROR): /g)].map((match) => match[1]),
  );
  if (states.has('F0001')) return undefined; // lock_file_exists, also for shared memory still in use
  const lines = pickLastLines(text);
  const { bavail, bsize } = await statfs(cluster);
  // On a full disk the log itself may have stayed empty.
  const silent = text === '' && bavail * bsize < TOO_FULL_TO_LOG;
  if (states.has('53100') || silent || /: (No space left on device|Disk quota exceeded)$/m.test(text)) {
    throw diskFull({ path: cluster, freeBytes: bavail * bsize, lines });
  }
  if (states.has('42501')) throw noPermission({ path: cluster, lines });
  const message = `PostgreSQL did not start (${ending}). ${lines.at(-1) ?? ''} See ${log}.`;
  throw new EmbeddedError('start_failed', message, { reason: 'exited', ending, lines, log });
}

/** Stops the server: fast shutdown, immediate when `urgent` fires or 30 s have passed, at last by force. */
export async function stopPostmaster(server: Postmaster, cluster: string, urgent: AbortSignal): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ];
  for (const [kind, patience] of steps) {
    if (urgent.aborted && kind === 'SIGINT') continue;
    if (await isGone(server, cluster)) break;
    if (!sendSignal(server.pid, kind)) break;
    const end = performance.now() + patience;
    while (!(await isGone(server, cluster)) && performance.now() < end) {
      if (kind === 'SIGINT' && urgent.aborted) break;
      await delay(5);
    }
  }
  await server.watch.end().catch(() => undefined);
}

async function isGone(server: Postmaster, cluster: string): Promise<boolean> {
  if (server.child) return server.child.exitCode !== null || server.child.signalCode !== null;
  const lock = await findLockFile(cluster);
  return lock?.pid !== server.pid || !(await isPostmaster(server.pid, cluster));
}

function sendSignal(pid: number, kind: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, kind);
  } catch (error) {
    if (readErrorCode(error) === 'ESRCH') return false;
    throw error;
  }
}
