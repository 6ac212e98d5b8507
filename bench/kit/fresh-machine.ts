/**
 * What a machine is on which nobody has ever started Miaohui: a clone of the last commit, an empty home, empty caches of npm and of the
 * launcher, and on the path no Node that is recent enough when an older one is installed here.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A fresh machine. */
export interface FreshMachine {
  readonly folder: string;
  /** The Node that `npm start` begins with. */
  readonly node: string;
  readonly cloneMs: number;
  /** `npm start` in the clone; a server of this machine runs at a time. */
  start(dataDir: string, port: number): Started;
  remove(): void;
}

/** A start that is under way. */
export interface Started {
  readonly begun: number;
  /** What was printed, with milliseconds since the start. */
  readonly lines: { at: number; text: string }[];
  /** Resolves with the secret of the first-run link, undefined when there is none to print. */
  readonly greeted: Promise<string | undefined>;
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();

/** Makes a fresh machine in a folder of its own. */
export function makeFreshMachine(): FreshMachine {
  const folder = mkdtempSync(join(tmpdir(), 'miaohui-fresh-'));
  // The database does not run as root, and its binaries are in here.
  chmodSync(folder, 0o755);
  const home = join(folder, 'home');
  mkdirSync(home);
  const begun = performance.now();
  const clone = join(folder, 'miaohui');
  execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${root}`, clone], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const cloneMs = performance.now() - begun;
  const env = makeEnvironment(home);
  return {
    folder,
    cloneMs,
    node: execFileSync('node', ['--version'], { env, encoding: 'utf8' }).trim(),
    start: (dataDir, port) => startNpm({ cwd: clone, env, dataDir, port }),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Everything that could hold something from before points into the empty home. */
function makeEnvironment(home: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|miaohui_|node_options|database_url)/i.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    USERPROFILE: home,
    XDG_CACHE_HOME: join(home, '.cache'),
    npm_config_cache: join(home, '.npm'),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    PATH: findOldPath(process.env.PATH ?? ''),
  };
}

/** The path without folders that hold a recent Node; as it is when no older Node would be left. */
function findOldPath(path: string): string {
  const folders = path.split(delimiter).filter(Boolean);
  const versions = folders.map((folder) => {
    const node = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
    if (!existsSync(node)) return undefined;
    return Number(/^v(\d+)/.exec(execFileSync(node, ['--version'], { encoding: 'utf8' }))?.[1]);
  });
  if (!versions.some((version) => version !== undefined && version < 24)) return path;
  return folders.filter((_, at) => versions[at] === undefined || versions[at] < 24).join(delimiter);
}

function startNpm(wish: { cwd: string; env: NodeJS.ProcessEnv; dataDir: string; port: number }): Started {
  const begun = performance.now();
  const args = ['start', '--', '--data', wish.dataDir, '--port', String(wish.port)];
  const child = spawn('npm', args, {
    cwd: wish.cwd,
    env: wish.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that nothing of it is left when a benchmark fails.
    detached: true,
    shell: process.platform === 'win32',
  });
  running.add(child);
  const lines: Started['lines'] = [];
  const exited = once(child, 'exit').then(() => running.delete(child));
  const greeted = new Promise<string | undefined>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on('line', (text) => {
        lines.push({ at: performance.now() - begun, text });
        // The last line of the greeting.
        if (text.includes('Ctrl')) resolve(findToken(lines));
      });
    }
    void exited.then(() => reject(new Error(`the start has ended:\n${lines.map(({ text }) => text).join('\n')}`)));
  });
  greeted.catch(() => {});
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  return { begun, lines, greeted, stop };
}

function findToken(lines: Started['lines']): string | undefined {
  return lines.map(({ text }) => /setup\?token=([\w-]+)/.exec(text)?.[1]).find(Boolean);
}

/** Kills what a failed benchmark has left running. */
export async function killStarted(): Promise<void> {
  const ended = [...running].map((child) => once(child, 'exit'));
  for (const child of running) process.kill(-child.pid!, 'SIGKILL');
  await Promise.all(ended);
}
