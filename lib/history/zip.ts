/**
 * Reads a zip as a folder, entry by entry, without unpacking it: central directory first, then each entry through
 * the platform's own inflater. Understands ZIP64; refuses encryption and exotic compression with a clear error.
 */
import { crc32 } from 'node:zlib';
import { HistoryError } from './errors.ts';
import { inflateBytes } from './sources.ts';
import type { Archive, ArchiveEntry, RangeSource, Source } from './sources.ts';

interface ZipEntry extends ArchiveEntry {
  size: number;
  packed: number;
  offset: number;
  method: number;
  encrypted: boolean;
  crc: number;
}

const END_SIGNATURE = 0x06054b50;
const END64_SIGNATURE = 0x06064b50;
const LOCATOR64_SIGNATURE = 0x07064b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const MAX_ENTRIES = 200_000;
const MAX_DIRECTORY = 64 << 20;
const PIECE = 256 << 10;

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Opens a zip; the directory is read at the first `list()` or `open()`. */
export function openZip(file: RangeSource): Archive {
  let entries: Promise<Map<string, ZipEntry>> | undefined;
  const load = (): Promise<Map<string, ZipEntry>> => (entries ??= readDirectory(file));
  return {
    name: file.name.replace(/\.zip$/i, ''),
    async list() {
      return [...(await load()).values()].map(({ name, size }) => ({ name, size }));
    },
    open: (name): Source => ({
      name,
      async *bytes() {
        const entry = (await load()).get(name);
        if (!entry) throw new HistoryError('archive_broken', { file: name });
        yield* readEntry(file, entry);
      },
    }),
  };
}

async function readDirectory(file: RangeSource): Promise<Map<string, ZipEntry>> {
  const { offset, size } = await findDirectory(file);
  if (size > MAX_DIRECTORY || offset + size > file.size) throw new HistoryError('archive_broken', { file: file.name });
  const data = view(await file.read(offset, offset + size));
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  while (at + 46 <= data.byteLength && data.getUint32(at, true) === ENTRY_SIGNATURE) {
    const entry = readDirectoryEntry(data, at);
    if (!entry.name.endsWith('/')) entries.set(entry.name, entry);
    if (entries.size > MAX_ENTRIES) throw new HistoryError('archive_broken', { file: file.name, detail: 'too_many' });
    at += 46 + data.getUint16(at + 28, true) + data.getUint16(at + 30, true) + data.getUint16(at + 32, true);
  }
  return entries;
}

async function findDirectory(file: RangeSource): Promise<{ offset: number; size: number }> {
  const start = Math.max(0, file.size - 65_557);
  const tail = view(await file.read(start, file.size));
  for (let at = tail.byteLength - 22; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== END_SIGNATURE) continue;
    const size = tail.getUint32(at + 12, true);
    const offset = tail.getUint32(at + 16, true);
    if (offset !== 0xffffffff && size !== 0xffffffff) return { offset, size };
    return findDirectory64(file, tail, at);
  }
  throw new HistoryError('archive_broken', { file: file.name, detail: 'no_directory' });
}

async function findDirectory64(file: RangeSource, tail: DataView, end: number) {
  const locator = end - 20;
  if (locator < 0 || tail.getUint32(locator, true) !== LOCATOR64_SIGNATURE)
    throw new HistoryError('archive_broken', { file: file.name, detail: 'no_directory' });
  const at = Number(tail.getBigUint64(locator + 8, true));
  const record = view(await file.read(at, at + 56));
  if (record.byteLength < 56 || record.getUint32(0, true) !== END64_SIGNATURE)
    throw new HistoryError('archive_broken', { file: file.name, detail: 'no_directory' });
  return { size: Number(record.getBigUint64(40, true)), offset: Number(record.getBigUint64(48, true)) };
}

function readDirectoryEntry(data: DataView, at: number): ZipEntry {
  const flags = data.getUint16(at + 8, true);
  const nameLength = data.getUint16(at + 28, true);
  const bytes = new Uint8Array(data.buffer, data.byteOffset + at + 46, nameLength);
  const entry: ZipEntry = {
    name: readName(bytes, (flags & 0x800) !== 0),
    method: data.getUint16(at + 10, true),
    crc: data.getUint32(at + 16, true),
    packed: data.getUint32(at + 20, true),
    size: data.getUint32(at + 24, true),
    offset: data.getUint32(at + 42, true),
    encrypted: (flags & 1) !== 0,
  };
  const extra = at + 46 + nameLength;
  widenEntry(entry, data, { start: extra, end: extra + data.getUint16(at + 30, true) });
  return entry;
}

/** Old Windows zips write Chinese names in the system's code page instead of UTF-8. */
function readName(bytes: Uint8Array, marked: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(marked ? 'utf-8' : 'gb18030').decode(bytes);
  }
}

/** Takes sizes beyond 4 GB from the ZIP64 extra field. */
function widenEntry(entry: ZipEntry, data: DataView, extra: { start: number; end: number }): void {
  for (let at = extra.start; at + 4 <= extra.end; at += 4 + data.getUint16(at + 2, true)) {
    if (data.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (entry[key] !== 0xffffffff || field + 8 > extra.end) continue;
      entry[key] = Number(data.getBigUint64(field, true));
      field += 8;
    }
  }
}

async function* readEntry(file: RangeSource, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (entry.encrypted) throw new HistoryError('archive_encrypted', { file: entry.name });
  if (entry.method !== 0 && entry.method !== 8)
    throw new HistoryError('archive_method', { file: entry.name, detail: String(entry.method) });
  const local = view(await file.read(entry.offset, entry.offset + 30));
  if (local.byteLength < 30 || local.getUint32(0, true) !== LOCAL_SIGNATURE)
    throw new HistoryError('archive_broken', { file: entry.name, detail: 'no_entry' });
  const start = entry.offset + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  const packed = readRange(file, start, start + entry.packed);
  yield* checkEntry(entry.method === 8 ? inflateBytes(packed, 'deflate-raw') : packed, entry);
}

async function* readRange(file: RangeSource, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; at += PIECE) yield await file.read(at, Math.min(end, at + PIECE));
}

/** Passes bytes on while they agree with what the directory promised: no bombs, no silent damage. */
async function* checkEntry(bytes: AsyncIterable<Uint8Array>, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  let length = 0;
  let sum = 0;
  try {
    for await (const piece of bytes) {
      length += piece.length;
      if (length > entry.size) break;
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch {
    throw new HistoryError('archive_broken', { file: entry.name, detail: 'damaged' });
  }
  if (length !== entry.size || sum !== entry.crc)
    throw new HistoryError('archive_broken', { file: entry.name, detail: 'damaged' });
}
