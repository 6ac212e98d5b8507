/** Files and folders of the disk as sources for the history readers, which open nothing themselves. */
import { createReadStream, statSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { Archive, RangeSource, Source } from '../../../lib/history/index.ts';

const piece = 256 << 10;

/** What was asked for, and how many bytes there are to read; zero where that is not known. */
export interface OpenedPath {
  input: Source | Archive;
  bytes: number;
}

/** Opens a file or a folder; `onBytes` is told of every piece that is read. */
export async function openPath(path: string, onBytes: (count: number) => void = () => {}): Promise<OpenedPath> {
  const found = statSync(path);
  if (found.isDirectory()) return openFolder(path, onBytes);
  // A pipe can be read once, and does not tell how much will come.
  if (!found.isFile())
    return { input: { name: basename(path), once: true, bytes: () => readBytes(path, onBytes) }, bytes: 0 };
  return { input: makeFileSource(path, onBytes), bytes: found.size };
}

/** One file as a source that can be read from any place. */
export function makeFileSource(path: string, onBytes: (count: number) => void = () => {}): RangeSource {
  return {
    name: basename(path),
    size: statSync(path).size,
    bytes: () => readBytes(path, onBytes),
    async read(start, end) {
      const handle = await open(path);
      try {
        const { buffer, bytesRead } = await handle.read(new Uint8Array(end - start), 0, end - start, start);
        onBytes(bytesRead);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
  };
}

/** Paths of all files below a folder, in order. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function openFolder(path: string, onBytes: (count: number) => void): Promise<OpenedPath> {
  const files = await listFiles(path);
  const sizes = new Map(files.map((file) => [file, statSync(file).size]));
  const input: Archive = {
    name: basename(resolve(path)),
    list: async () =>
      files.map((file) => ({ name: relative(path, file).split(sep).join('/'), size: sizes.get(file)! })),
    open: (name) => ({ ...makeFileSource(join(path, name), onBytes), name }),
  };
  return { input, bytes: [...sizes.values()].reduce((sum, size) => sum + size, 0) };
}

async function* readBytes(path: string, onBytes: (count: number) => void): AsyncGenerator<Uint8Array> {
  for await (const bytes of createReadStream(path, { highWaterMark: piece }) as AsyncIterable<Uint8Array>) {
    onBytes(bytes.length);
    yield bytes;
  }
}
