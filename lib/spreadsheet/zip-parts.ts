/**
 * Parts of a zip archive that is in memory, unpacked piece by piece: nobody holds a whole part, and a part that unpacks to more than
 * is allowed ends the reading, whatever its head claims.
 */
import { Inflate } from 'fflate';
import { UnreadableTable } from './table.ts';

/** A part as the directory at the end of the archive names it. */
interface Part {
  method: number;
  start: number;
  packed: number;
}

const mostParts = 5000;
/** Deflate packs a thousand to one at best: so one piece unpacks to some megabytes at most. */
const piece = 4096;

/** The parts of an archive by name. */
export function listParts(bytes: Uint8Array): Map<string, Part> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  const parts = new Map<string, Part>();
  let at = directory.start;
  for (let left = directory.count; left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new UnreadableTable('broken');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const flags = view.getUint16(at + 8, true);
    if (flags & 1) throw new UnreadableTable('old_or_locked');
    const start = view.getUint32(at + 42, true);
    parts.set(name, { method: view.getUint16(at + 10, true), start, packed: view.getUint32(at + 20, true) });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

function findDirectory(view: DataView): { start: number; count: number } {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const count = view.getUint16(at + 10, true);
    if (count > mostParts) throw new UnreadableTable('broken');
    return { count, start: view.getUint32(at + 16, true) };
  }
  throw new UnreadableTable('broken');
}

/** The text of a part, piece by piece. */
export function* readPart(bytes: Uint8Array, part: Part, mostBytes: number): Generator<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (part.start + 30 > bytes.length || view.getUint32(part.start, true) !== 0x04034b50)
    throw new UnreadableTable('broken');
  const from = part.start + 30 + view.getUint16(part.start + 26, true) + view.getUint16(part.start + 28, true);
  const packed = bytes.subarray(from, from + part.packed);
  if (packed.byteLength < part.packed) throw new UnreadableTable('broken');
  const decoder = new TextDecoder();
  let total = 0;
  for (const chunk of part.method === 8 ? inflate(packed) : slices(packed, 65_536)) {
    total += chunk.byteLength;
    if (total > mostBytes) throw new UnreadableTable('too_much_text');
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

function* inflate(packed: Uint8Array): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const inflater = new Inflate((chunk) => void ready.push(chunk));
  let at = 0;
  for (const slice of slices(packed, piece)) {
    at += slice.byteLength;
    try {
      inflater.push(slice, at >= packed.byteLength);
    } catch {
      throw new UnreadableTable('broken');
    }
    yield* ready.splice(0);
  }
}

function* slices(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
}
