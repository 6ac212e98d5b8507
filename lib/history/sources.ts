/**
 * Where bytes come from: the caller hands in sources, this library never opens a file or a socket itself.
 * Also the two wrappers that every reading needs: looking at the beginning, and unpacking gzip.
 */
import { pipeline, Readable } from 'node:stream';
import { createGunzip, createInflateRaw } from 'node:zlib';
import { HistoryError } from './errors.ts';

/** One file. `bytes()` starts from the beginning at every call, unless `once` is set. */
export interface Source {
  name: string;
  /** Missing when the length is not known, as with a pipe. */
  size?: number;
  /** The bytes can be read a single time only. */
  once?: true;
  bytes(): AsyncIterable<Uint8Array>;
}

/** One thing inside an archive or a folder; names use `/` and are relative. */
export interface ArchiveEntry {
  name: string;
  size?: number;
}

/** A folder or an unpacked zip. */
export interface Archive {
  name: string;
  list(): Promise<ArchiveEntry[]>;
  open(name: string): Source;
}

/** A file that can be read from any place; what the zip reader needs. */
export interface RangeSource extends Source {
  size: number;
  read(start: number, end: number): Promise<Uint8Array>;
}

/** The beginning of a source, and a source that still gives all of it. */
export interface Peek {
  head: Uint8Array;
  /** The head is the whole source. */
  complete: boolean;
  source: Source;
}

/** Whether what the caller handed in has files inside. */
export function isArchive(input: Source | Archive): input is Archive {
  return 'list' in input;
}

/** Whether a source can be read from any place. */
export function isRangeSource(input: Source): input is RangeSource {
  return 'read' in input && input.size !== undefined;
}

/** Makes a source of a text or of bytes already in memory: pasted text, small uploads, tests. */
export function makeSource(name: string, content: string | Uint8Array): RangeSource {
  const data = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: data.length,
    async *bytes() {
      yield data;
    },
    async read(start, end) {
      return data.subarray(start, end);
    },
  };
}

/** Joins pieces into one array. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1 && pieces[0]) return pieces[0];
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}

/** Reads the first `limit` bytes without losing them for whoever reads next. */
export async function peekSource(source: Source, limit: number): Promise<Peek> {
  const iterator = source.bytes()[Symbol.asyncIterator]();
  const pieces: Uint8Array[] = [];
  let length = 0;
  let complete = false;
  while (length < limit) {
    const step = await iterator.next();
    if (step.done) {
      complete = true;
      break;
    }
    pieces.push(step.value);
    length += step.value.length;
  }
  const head = joinBytes(pieces);
  if (source.once) return { head, complete, source: { ...source, bytes: () => replay(pieces, iterator) } };
  await iterator.return?.();
  return { head, complete, source };
}

async function* replay(pieces: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* pieces;
  for (;;) {
    const step = await rest.next();
    if (step.done) return;
    yield step.value;
  }
}

/** Pushes bytes through one of the platform's decompressors. */
export async function* inflateBytes(
  bytes: AsyncIterable<Uint8Array>,
  format: 'gzip' | 'deflate-raw',
): AsyncGenerator<Uint8Array> {
  const inflater = format === 'gzip' ? createGunzip() : createInflateRaw();
  // Failures surface where the pieces are read, so there is nothing left to do at the end.
  const pieces: AsyncIterable<Uint8Array> = pipeline(Readable.from(bytes, { objectMode: false }), inflater, () => {});
  yield* pieces;
}

/** The same source without its gzip wrapping; a file cut short is told by `onCut`. */
export function gunzipSource(source: Source, onCut: () => void): Source {
  const plain: Source = { name: source.name.replace(/\.gz$/i, ''), bytes: () => gunzip(source, onCut) };
  if (source.once) plain.once = true;
  return plain;
}

async function* gunzip(source: Source, onCut: () => void): AsyncGenerator<Uint8Array> {
  let any = false;
  try {
    for await (const piece of inflateBytes(source.bytes(), 'gzip')) {
      any = true;
      yield piece;
    }
  } catch {
    // What came out before the damage is still worth reading; nothing at all is an error.
    if (!any) throw new HistoryError('gzip_broken', { file: source.name });
    onCut();
  }
}
