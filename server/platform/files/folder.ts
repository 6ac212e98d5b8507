/**
 * The pictures on disk: `files/pictures/<2 hex>/<sha256>.webp` and `….thumb.webp`. A file appears under its name only
 * when it is whole and safe on the disk (temporary file, fsync, rename, fsync of the folder).
 */
import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import { newSecret } from '../ids.ts';
import type { EncodedPicture } from './encode.ts';

/** A stored size of a picture. */
export type PictureSize = 'full' | 'thumb';

/** The name of a content: SHA-256 of the full picture, hex. */
export function hashContent(full: Uint8Array): string {
  return createHash('sha256').update(full).digest('hex');
}

/** Writes both sizes unless they are there already. */
export async function writeContent(config: Config, sha256: string, picture: EncodedPicture): Promise<void> {
  await writeOnce(pathOf(config, sha256, 'thumb'), picture.thumb, config);
  // The full picture last: where it is, the thumb is too.
  await writeOnce(pathOf(config, sha256, 'full'), picture.full, config);
}

/** A stored size as a stream; undefined when the file is missing. */
export async function readContent(
  config: Config,
  sha256: string,
  size: PictureSize,
): Promise<{ stream: ReadableStream<Uint8Array>; bytes: number } | undefined> {
  const path = pathOf(config, sha256, size);
  const found = await stat(path).catch(ignoreMissing);
  return found && { stream: streamFile(path), bytes: found.size };
}

/** Deletes both sizes; harmless when they are gone. */
export async function removeContent(config: Config, sha256: string): Promise<void> {
  await rm(pathOf(config, sha256, 'full'), { force: true });
  await rm(pathOf(config, sha256, 'thumb'), { force: true });
}

/** The contents on disk that were written before a moment, in batches by folder. */
export async function* listContents(config: Config, writtenBefore: Date): AsyncGenerator<string[]> {
  const root = join(filesRoot(config), 'pictures');
  for (const folder of await readdir(root).catch(noEntries)) {
    const found = new Set<string>();
    for (const name of await readdir(join(root, folder))) {
      const { mtime } = await stat(join(root, folder, name));
      if (mtime < writtenBefore) found.add(name.split('.')[0]!);
    }
    if (found.size > 0) yield [...found];
  }
}

/** Every stored file under its name relative to the folder of files, for a backup; reading gives undefined when it is gone meanwhile. */
export async function* listFiles(
  config: Pick<Config, 'dataDir'>,
): AsyncGenerator<{ name: string; read: () => Promise<Buffer | undefined> }> {
  const root = join(filesRoot(config), 'pictures');
  for (const folder of (await readdir(root).catch(noEntries)).sort()) {
    for (const file of (await readdir(join(root, folder))).sort()) {
      const read = () => readFile(join(root, folder, file)).catch(ignoreMissing);
      yield { name: `pictures/${folder}/${file}`, read };
    }
  }
}

/** Puts a file of a backup under its name; one that is there already stays. */
export async function restoreFile(config: Pick<Config, 'dataDir'>, name: string, bytes: Buffer): Promise<void> {
  await writeOnce(join(filesRoot(config), name), bytes, config);
}

/** Deletes temporary files that a crash left behind. */
export async function removeLeftovers(config: Config, writtenBefore: Date): Promise<void> {
  const folder = temporaryFolder(config);
  for (const name of await readdir(folder).catch(noEntries)) {
    const { mtime } = await stat(join(folder, name));
    if (mtime < writtenBefore) await rm(join(folder, name), { force: true });
  }
}

function filesRoot(config: Pick<Config, 'dataDir'>): string {
  return join(config.dataDir, 'files');
}

function temporaryFolder(config: Pick<Config, 'dataDir'>): string {
  return join(filesRoot(config), 'incoming');
}

function pathOf(config: Config, sha256: string, size: PictureSize): string {
  const name = size === 'full' ? `${sha256}.webp` : `${sha256}.thumb.webp`;
  return join(filesRoot(config), 'pictures', sha256.slice(0, 2), name);
}

async function writeOnce(path: string, content: Uint8Array, config: Pick<Config, 'dataDir'>): Promise<void> {
  if ((await stat(path).catch(ignoreMissing))?.size === content.byteLength) return;
  await mkdir(temporaryFolder(config), { recursive: true });
  await mkdir(dirname(path), { recursive: true });
  const temporary = join(temporaryFolder(config), newSecret(12));
  const file = await open(temporary, 'wx', 0o640);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  await syncFolder(dirname(path));
}

/** Makes the new name itself survive a power cut. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const chunkBytes = 64 * 1024;

/** Opens the file with the first read, so that an answer whose body nobody reads (HEAD) holds nothing open. */
function streamFile(path: string): ReadableStream<Uint8Array> {
  let file: FileHandle | undefined;
  const close = async () => {
    await file?.close();
    file = undefined;
  };
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        file ??= await open(path, 'r');
        const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes);
        if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
        await close();
        controller.close();
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  );
}

function ignoreMissing(error: unknown): undefined {
  if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
}

function noEntries(error: unknown): string[] {
  ignoreMissing(error);
  return [];
}
