/**
 * The claim on a data directory: one living process holds it, and it dies with that process, kill -9 included.
 * A claim is a listening socket plus a numbered link `run/claim-<n>` that names it; the highest number counts.
 *
 * The kernel closes the socket of a dead process, so "can it be connected to" is a true answer where a pid is not (reuse, zombies).
 * Only one process can create number n + 1, and only after it has seen that n is dead. The highest link is never
 * removed, not even on release: otherwise numbers would repeat and a slow starter could win with an old one.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, readdir, readlink, symlink, unlink, utimes } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import type { Server } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { EmbeddedError, readErrorCode } from './errors.ts';
import type { Layout } from './layout.ts';

/** Who holds a data directory. */
export interface Holder {
  pid: number;
  since: string;
  host: string;
}

/** A claim that this process holds. */
export interface Claim {
  /** Keeps cleaners of temporary directories away from the socket. */
  refresh(): Promise<void>;
  release(): Promise<void>;
}

/** Claims the data directory for this process or throws `held`. */
export async function takeClaim(layout: Layout): Promise<Claim> {
  const socket = join(layout.sockets, `claim-${randomBytes(4).toString('hex')}.sock`);
  const server = await listen(socket);
  try {
    await winLink(layout.run, socket);
  } catch (error) {
    await close(server);
    throw error;
  }
  server.unref();
  return {
    refresh: () => utimes(socket, new Date(), new Date()),
    release: () => close(server),
  };
}

/** Who holds the data directory now, for reports. */
export async function findHolder(layout: Layout): Promise<Holder | undefined> {
  const top = (await listLinks(layout.run)).at(-1);
  const record = top === undefined ? undefined : await readRecord(layout.run, top);
  if (!record || !(await isAlive(record.socket))) return undefined;
  return { pid: record.pid, since: record.since, host: record.host };
}

async function winLink(run: string, socket: string): Promise<void> {
  const mine = JSON.stringify({ pid: process.pid, since: new Date().toISOString(), host: hostname(), socket });
  for (;;) {
    const top = (await listLinks(run)).at(-1) ?? 0;
    const record = top ? await readRecord(run, top) : undefined;
    if (record && (await isAlive(record.socket))) throw refuse(run, record);
    if (!(await makeLink(run, top + 1, mine))) continue;
    const numbers = await listLinks(run);
    if (numbers.at(-1) === top + 1) return removeOlder(run, numbers.slice(0, -1));
    // Others went past us while we looked: this number is not the claim.
    await removeFile(nameLink(run, top + 1));
  }
}

function refuse(run: string, { pid, since, host }: Holder): EmbeddedError {
  const text = `The data directory is in use by another miaohui (process ${pid} on ${host}, since ${since}).`;
  return new EmbeddedError('held', text, { path: join(run, '..'), pid, since, host });
}

async function removeOlder(run: string, numbers: number[]): Promise<void> {
  for (const number of numbers) {
    const record = await readRecord(run, number);
    // A starter that is still looking has a living socket: it must keep it.
    if (record && !(await isAlive(record.socket))) await removeFile(record.socket);
    await removeFile(nameLink(run, number));
  }
}

function nameLink(run: string, number: number): string {
  return join(run, `claim-${number}`);
}

async function listLinks(run: string): Promise<number[]> {
  const names = await readdir(run);
  const numbers = names.flatMap((name) => /^claim-(\d+)$/.exec(name)?.[1] ?? []).map(Number);
  return numbers.sort((a, b) => a - b);
}

async function makeLink(run: string, number: number, content: string): Promise<boolean> {
  try {
    await symlink(content, nameLink(run, number)); // atomic with its content, and refuses to overwrite
    return true;
  } catch (error) {
    if (readErrorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function readRecord(run: string, number: number): Promise<(Holder & { socket: string }) | undefined> {
  try {
    return JSON.parse(await readlink(nameLink(run, number)));
  } catch (error) {
    if (error instanceof SyntaxError || readErrorCode(error) === 'ENOENT' || readErrorCode(error) === 'EINVAL')
      return undefined;
    throw error;
  }
}

const DEAD = new Set(['ECONNREFUSED', 'ENOENT', 'ENOTSOCK', 'ENOTDIR']);

function isAlive(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = createConnection(socket);
    connection.once('connect', () => resolve(true));
    connection.once('error', (error) => resolve(!DEAD.has(readErrorCode(error) ?? '')));
    connection.once('connect', () => connection.destroy());
  });
}

async function listen(socket: string): Promise<Server> {
  const server = createServer((connection) => connection.destroy());
  server.listen(socket);
  await once(server, 'listening');
  await chmod(socket, 0o600);
  return server;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

async function removeFile(path: string): Promise<void> {
  await unlink(path).catch((error: unknown) => {
    if (readErrorCode(error) !== 'ENOENT') throw error;
  });
}
