/** `miaohui start` through the launcher, as people start it, timed from the spawn to the first "ready". */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findPort } from '../../e2e/kit/free-port.ts';

const launcher = fileURLToPath(new URL('../../bin/miaohui.mjs', import.meta.url));
const started = new Set<ChildProcess>();

/** A server that the launcher has started. */
export interface Launched {
  readonly pid: number;
  readonly url: string;
  /** Milliseconds from the spawn to the first answer 200 of /readyz. */
  readonly readyMs: number;
  /** The secret of the first-run link; it is printed a moment after the server is ready. */
  readSetupToken(): Promise<string>;
  stop(): Promise<number | null>;
  kill(): Promise<void>;
}

/** Starts a server on a data directory and waits until it is ready. */
export async function launch(dataDir: string, env: Record<string, string> = {}): Promise<Launched> {
  const port = await findPort();
  const begun = performance.now();
  const child = spawn(process.execPath, [launcher, 'start', '--data', dataDir, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...env },
  });
  started.add(child);
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => printed.push(String(text)));
  const exited = (once(child, 'exit') as Promise<[number | null]>).then(([code]) => {
    started.delete(child);
    return code;
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(`${url}/readyz`))) {
    if (!started.has(child)) throw new Error(`the server has ended:\n${printed.join('')}`);
    await pause(4);
  }
  return {
    pid: child.pid!,
    url,
    readyMs: performance.now() - begun,
    readSetupToken: async () => {
      for (;;) {
        const token = /setup\?token=([\w-]+)/.exec(printed.join(''))?.[1];
        if (token !== undefined) return token;
        await Promise.race([once(child.stdout, 'data'), exited]);
        if (!started.has(child)) throw new Error('the server has ended');
      }
    },
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Kills what a failed benchmark left running. */
export async function killLaunched(): Promise<void> {
  const ended = [...started].map((child) => once(child, 'exit'));
  for (const child of started) child.kill('SIGKILL');
  await Promise.all(ended);
}

function isReady(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = get(url, { agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.on('error', () => resolve(false));
  });
}
