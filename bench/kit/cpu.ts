/** Processor time of a server and its database: what a figure costs, whoever else uses the machine. Linux only. */
import { readdirSync, readFileSync } from 'node:fs';
import { findPostgresPid } from '../../e2e/kit/server-process.ts';
import { round } from './statistics.ts';

/** Seconds of one processor. */
export interface CpuTime {
  server: number;
  database: number;
}

/** Starts counting; the function that it gives tells what was used since. Undefined where the system does not say. */
export async function countCpu(server: { pid: number; dataDir: string }): Promise<() => CpuTime | undefined> {
  const postmaster = await findPostgresPid(server.dataDir);
  const look = (): CpuTime => ({ server: readSeconds(server.pid), database: readFamily(postmaster!) });
  if (process.platform !== 'linux' || postmaster === undefined) return () => undefined;
  const before = look();
  return () => {
    const after = look();
    return { server: round(after.server - before.server), database: round(after.database - before.database) };
  };
}

/** A process and its children; time of children that have ended is counted by the kernel as their parent's. */
function readFamily(parent: number): number {
  const family = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(Number(name)) === parent);
  return readSeconds(parent, true) + family.reduce((sum, pid) => sum + readSeconds(Number(pid)), 0);
}

function readSeconds(pid: number, withEnded = false): number {
  const fields = readStat(pid);
  // Fields 14 and 15 of stat(5) are its own time, 16 and 17 that of ended children, in hundredths of a second.
  const ticks = fields.slice(11, withEnded ? 15 : 13).map(Number);
  return ticks.reduce((sum, value) => sum + value, 0) / 100;
}

function parentOf(pid: number): number {
  return Number(readStat(pid)[1]);
}

/** The fields behind the name, which may hold spaces itself. */
function readStat(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
