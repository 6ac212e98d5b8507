/** Reading a backup back: every table in one transaction, which is committed only when all sums are right. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import tar from 'tar-stream';
import type { z } from 'zod';
import { connectionSettings, type Connection } from '../db/database.ts';
import { migrate, readMigrations, type Migration } from '../db/migrate.ts';
import type { Log } from '../log.ts';
import { BackupError } from './errors.ts';
import { endShape, headShape, startSum, type BackupEnd, type BackupHead } from './format.ts';
import { addJobs, type WaitingJob } from './jobs.ts';
import { columnList, finishFilling, isInhabited, prepareFilling, readApplied, type Table } from './tables.ts';
import type { BackupProgress } from './write.ts';

/** Where a backup goes. */
export interface RestorePlace {
  connection: Connection;
  log: Log;
  /** Brings the tables of the job queue up to date. */
  migrateJobs: () => Promise<void>;
  /** The secret key of the place; a fixed one is given from outside and can't be replaced. */
  key: { bytes: Buffer; isFixed: boolean };
  writeKey: (key: Buffer) => Promise<void>;
  /** Puts a picture under its name; the name is relative and made of safe characters only. */
  writeFile: (name: string, bytes: Buffer) => Promise<void>;
}

/** What was restored. */
export interface Restored {
  head: BackupHead;
  end: BackupEnd;
}

const largestEntry = 256 << 20;

/**
 * Restores a backup into an installation in which nobody lives. Throws `BackupError`; then the tables are as they were.
 * (Pictures may have been written; they are named by their content and harm nothing.)
 */
export async function restoreBackup(file: Readable, place: RestorePlace, tell: BackupProgress): Promise<Restored> {
  const client = new pg.Client(connectionSettings(place.connection));
  // A lost connection is told by the statement that it interrupts.
  client.on('error', () => {});
  await client.connect();
  try {
    if (await isInhabited(client)) throw new BackupError('not_empty');
    const extract = tar.extract();
    const flowing = pipeline(file, createGunzip(), extract);
    flowing.catch(() => {});
    const entries = extract[Symbol.asyncIterator]() as unknown as AsyncIterator<Entry>;
    try {
      const restored = await readParts(entries, { client, place, tell });
      await flowing;
      await client.query('commit');
      await migrate({ connection: place.connection, log: place.log });
      return restored;
    } catch (error) {
      extract.destroy();
      await flowing.catch(() => {});
      throw explain(error);
    }
  } finally {
    // In the middle of a COPY no statement can be sent; the end of the connection takes everything back.
    await client.end();
  }
}

/** An entry of the archive, as `tar-stream` gives it. */
type Entry = AsyncIterable<Uint8Array> & { header: tar.Header };

interface Desk {
  client: pg.Client;
  place: RestorePlace;
  tell: BackupProgress;
}

async function readParts(entries: AsyncIterator<Entry>, desk: Desk): Promise<Restored> {
  const first = await nextEntry(entries).catch((error: unknown) => {
    throw new BackupError('not_a_backup', {}, error);
  });
  if (first?.name !== 'backup.json') throw new BackupError('not_a_backup');
  const head = parse(first.content, headShape, 'not_a_backup');
  await prepareTables(head, desk);
  await desk.client.query('begin');
  await prepareFilling(desk.client, head.tables);
  const parts = startParts(head, desk);
  for (let entry = await nextEntry(entries); entry; entry = await nextEntry(entries)) {
    if (entry.name !== 'end.json') {
      await parts.take(entry);
      continue;
    }
    const end = await parts.finish(parse(entry.content, endShape, 'damaged'));
    // The archive has its own end; only when it has been read, too, the file is whole.
    if (await nextEntry(entries)) throw new BackupError('damaged', { part: 'end.json' });
    return { head, end };
  }
  throw new BackupError('cut_off');
}

interface Part {
  name: string;
  content: Buffer;
}

/** Takes the entries between head and end, each to its place, and adds up what the end must confirm. */
function startParts(head: BackupHead, { client, place, tell }: Desk) {
  const tables = new Map(head.tables.map((table) => [table.name, table]));
  const sums: BackupEnd['tables'] = {};
  const jobs = { lines: [] as Buffer[], sum: startSum() };
  const files = { count: 0, sum: startSum() };
  let key: Buffer | undefined;
  let filling: Filling | undefined;
  const endFilling = async () => {
    if (filling) sums[filling.name] = await filling.end();
    filling = undefined;
  };
  const takeRows = async (name: string, content: Buffer) => {
    if (filling?.name !== name) {
      await endFilling();
      filling = startFilling(client, tables.get(name)!);
    }
    await filling!.add(content);
    tell({ part: name, bytes: content.byteLength });
  };
  const takeFile = async (name: string, content: Buffer) => {
    await place.writeFile(name, content);
    files.count += 1;
    files.sum.add(Buffer.from(`${name}\0`));
    files.sum.add(content);
    tell({ part: 'files', bytes: content.byteLength });
  };
  return {
    take: async ({ name, content }: Part) => {
      const [folder = '', ...rest] = name.split('/');
      if (folder === 'tables' && tables.has(rest[0]!)) return takeRows(rest[0]!, content);
      await endFilling();
      if (name === 'secret.key') key = Buffer.from(content.toString('utf8').trim(), 'base64');
      else if (folder === 'jobs') {
        jobs.lines.push(content);
        jobs.sum.add(content);
      } else if (folder === 'files' && isSafeName(rest.join('/'))) await takeFile(rest.join('/'), content);
      else throw new BackupError('damaged', { part: name });
    },
    /** Compares everything with the end, and does what comes after the last row; the caller commits. */
    finish: async (end: BackupEnd): Promise<BackupEnd> => {
      await endFilling();
      compare({ tables: sums, jobs: jobs.sum.read(), files: { ...end.files, ...files.sum.read() } }, end);
      if (hashKey(key ?? place.key.bytes) !== head.keyHash) throw new BackupError('other_key');
      await addJobs(client, readLines(jobs.lines));
      await finishFilling(client, head.tables);
      if (key && !place.key.isFixed) await place.writeKey(key);
      return end;
    },
  };
}

/** A relative name without any way out of its folder. */
function isSafeName(name: string): boolean {
  return /^[a-z0-9]+(?:[/.][a-z0-9]+)*$/.test(name);
}

function hashKey(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Checks that the backup fits this program and place, and makes the tables as they were when it was taken. */
async function prepareTables(head: BackupHead, { client, place }: Desk): Promise<void> {
  const known = await readMigrations();
  const names = new Set(known.map(({ name }) => name));
  const unknown = head.migrations.filter((name) => !names.has(name));
  if (unknown.length > 0) throw new BackupError('newer', { migrations: unknown.join(', '), program: head.program });
  const wanted = new Set(head.migrations);
  const beyond = (await readApplied(client)).filter((name) => !wanted.has(name));
  if (beyond.length > 0) throw new BackupError('place_newer', { migrations: beyond.join(', ') });
  if (place.key.isFixed && hashKey(place.key.bytes) !== head.keyHash) throw new BackupError('other_key');
  const migrations: Migration[] = known.filter(({ name }) => wanted.has(name));
  await migrate({ connection: place.connection, log: place.log, migrations });
  await place.migrateJobs();
}

interface Filling {
  name: string;
  add: (content: Buffer) => Promise<void>;
  end: () => Promise<BackupEnd['tables'][string]>;
}

function startFilling(client: pg.Client, table: Table): Filling {
  const target = `${client.escapeIdentifier(table.name)} (${columnList(client, table)})`;
  const copy = client.query(copyFrom(`copy ${target} from stdin`));
  const sum = startSum();
  const failed = new Promise<never>((_, reject) => copy.once('error', reject));
  failed.catch(() => {});
  return {
    name: table.name,
    add: async (content) => {
      sum.add(content);
      if (!copy.write(content)) await Promise.race([once(copy as Writable, 'drain'), failed]);
    },
    end: async () => {
      const finished = once(copy as Writable, 'finish');
      copy.end();
      await Promise.race([finished, failed]);
      return { ...sum.read(), rows: copy.rowCount };
    },
  };
}

/** Throws at the first sum that differs. */
function compare(found: BackupEnd, end: BackupEnd): void {
  const nothing = startSum().read();
  for (const [name, sum] of Object.entries(end.tables)) {
    const read = found.tables[name] ?? { ...nothing, rows: 0 };
    if (read.sha256 !== sum.sha256 || read.rows !== sum.rows) throw new BackupError('damaged', { part: name });
  }
  if (found.jobs.sha256 !== end.jobs.sha256) throw new BackupError('damaged', { part: 'jobs' });
  if (found.files.sha256 !== end.files.sha256) throw new BackupError('damaged', { part: 'files' });
}

async function nextEntry(entries: AsyncIterator<Entry>): Promise<{ name: string; content: Buffer } | undefined> {
  const { value: entry, done } = await entries.next();
  if (done) return undefined;
  const size = entry.header.size ?? 0;
  if (size > largestEntry) throw new BackupError('damaged', { part: entry.header.name });
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry) chunks.push(chunk);
  return { name: entry.header.name, content: Buffer.concat(chunks) };
}

function parse<Shape extends z.ZodType>(
  content: Buffer,
  shape: Shape,
  code: 'not_a_backup' | 'damaged',
): z.output<Shape> {
  try {
    return shape.parse(JSON.parse(content.toString('utf8')));
  } catch (error) {
    throw new BackupError(code, { part: 'backup.json' }, error);
  }
}

function readLines(pieces: readonly Buffer[]): WaitingJob[] {
  const lines = Buffer.concat(pieces).toString('utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as WaitingJob);
}

/** What the gzip and tar readers say about a file that is no backup, or ends too early. */
function explain(error: unknown): unknown {
  const { code, message = '' } = error as { code?: string; message?: string };
  if (error instanceof BackupError) return error;
  if (code === 'Z_BUF_ERROR' || /unexpected end/i.test(message)) return new BackupError('cut_off', {}, error);
  if (code === 'Z_DATA_ERROR' || /invalid tar header/i.test(message)) {
    return new BackupError(
      message.includes('incorrect header check') ? 'not_a_backup' : 'damaged',
      { part: '–' },
      error,
    );
  }
  return error;
}
