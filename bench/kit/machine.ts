import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, loadavg, platform, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { summarise } from './statistics.ts';

/** What figures depend on; kept with them. */
export interface Machine {
  cpu: string;
  cores: number;
  memoryGb: number;
  /** Writing 8 kB and forcing it to the disk, where the data directories of the benchmarks lie. */
  fsyncMs: { p50: number; p99: number };
  /** Load before the benchmark began: above the number of cores, others were working too. */
  load: number;
  system: string;
  node: string;
}

/** Looks at the machine; takes a moment for the disk. */
export function examineMachine(): Machine {
  const [first] = cpus();
  return {
    cpu: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    fsyncMs: measureFsync(),
    load: loadavg()[0]!,
    system: `${platform()} ${release()}`,
    node: process.versions.node,
  };
}

function measureFsync(): { p50: number; p99: number } {
  const folder = mkdtempSync(join(tmpdir(), 'miaohui-fsync-'));
  const file = openSync(join(folder, 'probe'), 'w');
  const block = Buffer.alloc(8192, 1);
  const times: number[] = [];
  try {
    for (let at = 0; at < 200; at++) {
      const start = performance.now();
      writeSync(file, block);
      fdatasyncSync(file);
      times.push(performance.now() - start);
    }
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true, force: true });
  }
  const { p50, p99 } = summarise(times);
  return { p50, p99 };
}
