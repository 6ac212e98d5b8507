/** Writing a backup: one snapshot of all tables, then the pictures, as a stream of small pieces. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import tar from 'tar-stream';
import { connectionSettings, type Connection } from '../db/database.ts';
import { formatVersion, startSum, type BackupEnd, type BackupHead, type RunningSum } from './format.ts';
import { readJobs } from './jobs.ts';
import { columnList, readApplied, readTables, type Table } from './tables.ts';

/** What a backup is made of. */
export interface BackupSource {
  connection: Connection;
  program: string;
  madeAt: Date;
  /** The secret key; `inFile` says whether the backup takes it along. */
  key: { bytes: Buffer; inFile: boolean };
  /** Pictures on disk, by the name under which they lie; undefined bytes = gone since they were listed. */
  files: AsyncIterable<{ name: string; read: () => Promise<Buffer | undefined> }>;
}

/** What was written so far. */
export interface BackupProgress {
  (step: { part: string; bytes: number }): void;
}

const pieceBytes = 1 << 20;

/** Writes a backup into `out`; resolves with its sums when everything has been handed over. */
export async function writeBackup(source: BackupSource, out: Writable, tell: BackupProgress): Promise<BackupEnd> {
  const client = new pg.Client(connectionSettings(source.connection));
  // A lost connection is told by the statement that it interrupts.
  client.on('error', () => {});
  await client.connect();
  const pack = tar.pack();
  const flowing = pipeline(pack, createGzip({ level: constants.Z_BEST_SPEED }), out);
  try {
    // Awaited together: a disk that is full must end the reading, too.
    const [end] = await Promise.all([writeParts(source, { client, pack, tell }), flowing]);
    return end;
  } catch (error) {
    pack.destroy();
    await flowing.catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
}

interface Desk {
  client: pg.Client;
  pack: tar.Pack;
  tell: BackupProgress;
}

async function writeParts(source: BackupSource, desk: Desk): Promise<BackupEnd> {
  const { client, pack } = desk;
  await client.query('begin isolation level repeatable read read only');
  const tables = await readTables(client);
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
  const head: BackupHead = {
    format: 'miaohui-backup',
    formatVersion,
    madeAt: source.madeAt.toISOString(),
    program: source.program,
    postgres: rows[0]!.version,
    migrations: await readApplied(client),
    tables,
    keyHash: createHash('sha256').update(source.key.bytes).digest('hex'),
  };
  await addEntry(pack, 'backup.json', Buffer.from(JSON.stringify(head)));
  if (source.key.inFile) await addEntry(pack, 'secret.key', Buffer.from(`${source.key.bytes.toString('base64')}\n`));
  const nothing = startSum().read();
  const end: BackupEnd = { tables: {}, jobs: nothing, files: { ...nothing, count: 0, missing: 0 } };
  for (const table of tables) end.tables[table.name] = await writeTable(desk, table);
  end.jobs = await writeJobs(desk);
  await client.query('commit');
  end.files = await writeFiles(source, desk);
  await addEntry(pack, 'end.json', Buffer.from(JSON.stringify(end)));
  pack.finalize();
  return end;
}

async function writeTable({ client, pack, tell }: Desk, table: Table): Promise<BackupEnd['tables'][string]> {
  // A selection, because a partitioned table can't be copied by its name.
  const selection = `select ${columnList(client, table)} from ${client.escapeIdentifier(table.name)}`;
  const copy = client.query(copyTo(`copy (${selection}) to stdout`));
  const sum = startSum();
  const pieces = gatherPieces(pack, `tables/${table.name}`, sum);
  for await (const chunk of copy as AsyncIterable<Buffer>) {
    await pieces.add(chunk);
    tell({ part: table.name, bytes: chunk.byteLength });
  }
  await pieces.end();
  // The number of rows comes behind the last row; the next answer of the connection comes behind both.
  await client.query('select 1');
  return { ...sum.read(), rows: copy.rowCount };
}

async function writeJobs({ client, pack, tell }: Desk): Promise<BackupEnd['jobs']> {
  const sum = startSum();
  const pieces = gatherPieces(pack, 'jobs', sum);
  for (const job of await readJobs(client)) {
    const line = Buffer.from(`${JSON.stringify(job)}\n`);
    await pieces.add(line);
    tell({ part: 'jobs', bytes: line.byteLength });
  }
  await pieces.end();
  return sum.read();
}

async function writeFiles(source: BackupSource, { pack, tell }: Desk): Promise<BackupEnd['files']> {
  const sum = startSum();
  let count = 0;
  let missing = 0;
  for await (const { name, read } of source.files) {
    const bytes = await read();
    if (!bytes) {
      missing += 1;
      continue;
    }
    await addEntry(pack, `files/${name}`, bytes);
    sum.add(Buffer.from(`${name}\0`));
    sum.add(bytes);
    count += 1;
    tell({ part: 'files', bytes: bytes.byteLength });
  }
  return { ...sum.read(), count, missing };
}

/** Gathers small chunks into entries of about a megabyte, numbered in order. */
function gatherPieces(pack: tar.Pack, folder: string, sum: RunningSum) {
  let waiting: Buffer[] = [];
  let bytes = 0;
  let number = 0;
  const flush = async () => {
    if (bytes === 0) return;
    number += 1;
    await addEntry(pack, `${folder}/${String(number).padStart(6, '0')}`, Buffer.concat(waiting));
    waiting = [];
    bytes = 0;
  };
  return {
    add: async (chunk: Buffer) => {
      sum.add(chunk);
      waiting.push(chunk);
      bytes += chunk.byteLength;
      if (bytes >= pieceBytes) await flush();
    },
    end: flush,
  };
}

/** Adds one entry and waits until the reader has taken it, so that memory stays flat. */
async function addEntry(pack: tar.Pack, name: string, content: Buffer): Promise<void> {
  const entry = pack.entry({ name, size: content.byteLength, mode: 0o600 });
  const done = once(entry, 'finish');
  entry.end(content);
  await done;
}
