/** Zips inside a folder or a zip, shown as folders: somebody's folder of downloads is full of them. One level deep. */
import { isZip } from './detect.ts';
import { HistoryError } from './errors.ts';
import { isRangeSource, joinBytes, makeSource, peekSource } from './sources.ts';
import type { Archive, ArchiveEntry, RangeSource, Source } from './sources.ts';
import { openZip } from './zip.ts';

/** A zip inside a zip is unpacked into memory; larger ones are named as skipped. */
const MOST_IN_MEMORY = 256 << 20;

/** The same archive, with the files of its zips among its own. What is no readable zip stays as it is. */
export async function unfoldZips(archive: Archive): Promise<Archive> {
  const entries = await archive.list();
  if (!entries.some(({ name }) => isZipName(name))) return archive;
  const inside = new Map<string, () => Source>();
  const listed: ArchiveEntry[] = [];
  for (const entry of entries) {
    const zip = isZipName(entry.name) ? await openInner(archive.open(entry.name), entry) : undefined;
    if (!zip) {
      listed.push(entry);
      continue;
    }
    const bare = entry.name.replace(/\.zip$/iu, '');
    const prefix = entries.some(({ name }) => name.startsWith(`${bare}/`)) ? entry.name : bare;
    for (const { name, size } of await zip.list()) {
      listed.push({ name: `${prefix}/${name}`, size });
      inside.set(`${prefix}/${name}`, () => ({ ...zip.open(name), name: `${prefix}/${name}` }));
    }
  }
  return { name: archive.name, list: async () => listed, open: (name) => inside.get(name)?.() ?? archive.open(name) };
}

function isZipName(name: string): boolean {
  return /\.zip$/iu.test(name) && !/(?:^|\/)(?:\.|__MACOSX\/)/u.test(name);
}

async function openInner(source: Source, { size = 0 }: ArchiveEntry): Promise<Archive | undefined> {
  try {
    const { head } = await peekSource(source, 8);
    if (!isZip(head)) return undefined;
    const file = isRangeSource(source) ? source : await readWhole(source, size);
    if (!file) return undefined;
    const zip = openZip(file);
    await zip.list();
    return zip;
  } catch (error) {
    if (error instanceof HistoryError) return undefined;
    throw error;
  }
}

async function readWhole(source: Source, size: number): Promise<RangeSource | undefined> {
  if (size > MOST_IN_MEMORY) return undefined;
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source.bytes()) {
    pieces.push(piece);
    // The directory may lie about the length.
    length += piece.length;
    if (length > MOST_IN_MEMORY) return undefined;
  }
  return makeSource(source.name, joinBytes(pieces));
}
