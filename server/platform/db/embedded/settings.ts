import { EmbeddedError } from './errors.ts';
import type { Layout } from './layout.ts';

/** The number in the name of the socket; no network port is opened. */
export const PORT = 5432;

// Chosen for a small machine shared with others. Durability stays on: what was acknowledged must survive.
const DEFAULTS: Readonly<Record<string, string>> = {
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_connections: '60',
  max_wal_size: '512MB',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  // After a crash the whole directory has to reach the disk before recovery: two thousand files one by one take 3–7 s on a busy disk,
  // all at once .3–1.5 s. Only Linux can do that.
  ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
  jit: 'off',
  random_page_cost: '1.1',
  io_workers: '2',
  // A fresh table has no statistics, and look-ups in it read whole groups until the first analysis: let it come soon.
  autovacuum_naptime: '10s',
  cluster_name: 'miaohui',
  log_checkpoints: 'off',
  log_min_messages: 'warning',
  // Members' words must not reach the log: no statements, no DETAIL lines with key values.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** The command line of PostgreSQL: defaults, then the caller's settings, then what the supervisor relies on. */
export function buildServerArguments(layout: Layout, settings: Record<string, string>): string[] {
  const fixed = {
    listen_addresses: '',
    port: String(PORT),
    unix_socket_directories: `"${layout.serverSockets.replaceAll('"', '""')}"`,
    logging_collector: 'off',
    log_destination: 'stderr',
    lc_messages: 'C',
    // %e is the SQLSTATE: the supervisor recognises failures by it, not by words.
    log_line_prefix: '%m [%p] %e ',
  };
  const all = Object.entries({ ...DEFAULTS, ...settings, ...fixed });
  const wrong = all.find(([name]) => !/^[a-z][a-z0-9_.]*$/i.test(name));
  if (wrong)
    throw new EmbeddedError('start_failed', `"${wrong[0]}" is not a PostgreSQL setting.`, { setting: wrong[0] });
  return ['-D', layout.cluster, ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
