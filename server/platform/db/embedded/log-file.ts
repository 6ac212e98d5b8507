import { open, rename, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { readErrorCode } from './errors.ts';

const LARGEST = 8 * 1024 * 1024;
const TAIL = 64 * 1024;

/** Opens PostgreSQL's log for appending; a large one is first moved aside to `.1`. */
export async function openLog(path: string): Promise<{ file: FileHandle; offset: number }> {
  const size = await findSize(path);
  if (size > LARGEST) await rename(path, `${path}.1`);
  const file = await open(path, 'a', 0o600);
  return { file, offset: (await file.stat()).size };
}

async function findSize(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (readErrorCode(error) === 'ENOENT') return 0;
    throw error;
  }
}

/** What was logged since `offset`, at most the last 64 KiB. */
export async function readLogSince(path: string, offset: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const start = Math.max(offset, size - TAIL);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.max(0, size - start)), 0, null, start);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The last lines fit to show to a person: no statements, nothing that mentions a password. */
export function pickLastLines(text: string, count = 12): string[] {
  const lines = text.split('\n').filter((line) => line.trim() && !/password|STATEMENT:/i.test(line));
  return lines.slice(-count);
}
