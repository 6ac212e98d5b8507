// One way to run another program: passes stop signals on, never throws for a failing program, and can end this process
// the way the child ended. Used for npm, vite, the test runner, and the newer Node that the launcher hands over to.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { basename, delimiter, dirname } from 'node:path';
import { isatty } from 'node:tty';
import { LauncherError } from './messages.mjs';

const stopSignals = ['SIGTERM', 'SIGINT', 'SIGHUP'];

/**
 * Runs a program to its end and resolves with { code, signal, stoppedBy, error }; `onSpawn` hears the child.
 * Ctrl-C in a terminal reaches the child by itself, so the first SIGINT is not passed on there: it would count twice.
 */
export function runChild(command, args, { onSpawn, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    let stoppedBy = null;
    const stop = (signal) => {
      const sentByTerminal = signal === 'SIGINT' && stoppedBy === null && hasTerminal();
      stoppedBy = signal;
      if (!sentByTerminal) child.kill(signal);
    };
    for (const signal of stopSignals) process.on(signal, stop);
    const finish = (result) => {
      for (const signal of stopSignals) process.off(signal, stop);
      resolve({ stoppedBy, error: null, ...result });
    };
    child.once('error', (error) => finish({ code: null, signal: null, error }));
    child.once('exit', (code, signal) => finish({ code, signal }));
    if (child.pid !== undefined) onSpawn?.(child);
  });
}

/** Runs a setup step: true when it went well, false when it failed; a stop signal or a program that cannot start is thrown. */
export async function runStep(command, args, options) {
  const { code, stoppedBy, error } = await runChild(command, args, options);
  if (stoppedBy) throw new LauncherError('stopped', { stoppedBy });
  if (error?.code === 'ENOENT' && command === 'npm') throw new LauncherError('npmMissing');
  if (error) throw error;
  return code === 0;
}

/** As `runStep`, but says nothing by itself: resolves with { well, said }, for steps that run beside each other. */
export async function runStepQuietly(command, args, options) {
  const said = [];
  let heard = [];
  const listen = async (stream) => {
    for await (const bytes of stream) said.push(bytes);
  };
  const onSpawn = ({ stdout, stderr }) => {
    heard = [stdout, stderr].map(listen);
  };
  const well = await runStep(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], onSpawn });
  await Promise.all(heard);
  return { well, said: Buffer.concat(said).toString('utf8') };
}

/** Ends this process as the child ended: same exit code, or killed by the same signal. */
export function exitLike({ code, signal, error }) {
  if (error) throw error;
  if (!signal) process.exit(code ?? 1);
  process.exitCode = 128 + (constants.signals[signal] ?? 0);
  process.kill(process.pid, signal);
}

/** npm as [command, leading args]: the very npm that started us when there is one, else the one on PATH. */
export function findNpm(env) {
  if (basename(env.npm_execpath ?? '') === 'npm-cli.js') return [process.execPath, [env.npm_execpath]];
  return ['npm', []];
}

/** Puts this Node first on PATH for everything that is started from here: npm and its scripts would find an older one. */
export function putThisNodeFirst(env) {
  env.PATH = `${dirname(process.execPath)}${delimiter}${env.PATH ?? ''}`;
}

function hasTerminal() {
  return isatty(0) || isatty(1) || isatty(2);
}
