#!/usr/bin/env node
// The launcher: the right Node version → dependencies → web pages → server/cli.ts. Plain JavaScript for any Node ≥ 18,
// because it runs before anything is installed; what it does at each step lives in the files beside it.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { exitLike, putThisNodeFirst } from './child.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { LauncherError, say } from './messages.mjs';
import { bringNode, isNodeRecentEnough, rerunUnder, stopWithParent } from './node-runtime.mjs';
import { ensureWeb } from './web-build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const ownCommands = { test: 'test.mjs', bench: 'bench.mjs' };
const commandsThatNeedWeb = new Set(['start', 'bench']);

async function main() {
  const args = process.argv.slice(2);
  stopWithParent();
  if (!isNodeRecentEnough(process.versions.node)) {
    const node = await bringNode({ root });
    exitLike(await rerunUnder(node, [fileURLToPath(import.meta.url), ...args]));
    return;
  }
  putThisNodeFirst(process.env);
  const [command] = args;
  await ensureDependencies({ root });
  if (commandsThatNeedWeb.has(command)) await ensureWeb({ root });
  if (Object.hasOwn(ownCommands, command)) {
    const { run } = await import(`./${ownCommands[command]}`);
    process.exitCode = await run({ root, args: args.slice(1) });
    return;
  }
  await becomeServer(args);
}

/** Hands this very process to server/cli.ts as its main module: no second process to keep alive, signal or lose. */
async function becomeServer(args) {
  const { runMain } = await import('node:module');
  // A log is millions of strings that live for a moment. The engine answers by growing the part of its heap for new things to 64 MB
  // and more, of which nothing is in use; the wish for memory is kept small from before anything is loaded. No slower, 150 MB less.
  if (args[0] === 'diagnose') setFlagsFromString('--semi-space-growth-factor=1');
  process.argv = [process.execPath, join(root, 'server/cli.ts'), ...args];
  runMain();
}

/** Ends in the plainest way: a known problem is one sentence with its cure, a stop signal ends as that signal would. */
function endWith(error) {
  if (!(error instanceof LauncherError)) throw error;
  if (error.stoppedBy) return exitLike({ code: null, signal: error.stoppedBy });
  say(error.key, error.data);
  process.exitCode = 1;
}

// Imported by nobody: this file is always the entry, also through a link on PATH.
main().catch(endWith);
