// node_modules as package-lock.json wants it. Fresh = the mark left by the last complete install names the same lockfile
// and machine; anything else (missing, changed, interrupted, copied from another system) is installed anew by npm ci.
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNpm, runStep } from './child.mjs';
import { LauncherError, say } from './messages.mjs';
import { withSetupLock } from './setup-lock.mjs';

/** Installs when needed; `install({ root, onSpawn })` is npm unless a test gives its own. True when it installed. */
export async function ensureDependencies({ root, install = installWithNpm }) {
  if (areDependenciesFresh(root)) return false;
  return withSetupLock(root, async (noteChild) => {
    if (areDependenciesFresh(root)) return false; // another start did it while we waited
    if (isInstalledAsLocked(root)) {
      writeMark(root);
      return false;
    }
    say('installingDependencies');
    rmSync(markPath(root), { force: true });
    if (!(await install({ root, onSpawn: noteChild }))) throw new LauncherError('dependenciesFailed', { root });
    // npm shrugs at an optional package that failed to download (the database!): unmarked, the next start tries again.
    if (isInstalledAsLocked(root)) writeMark(root);
    return true;
  });
}

/** Whether the last complete install was of this lockfile on this kind of machine. */
export function areDependenciesFresh(root) {
  return readText(markPath(root)) === describeLock(root);
}

/**
 * Whether npm's own record of what it installed agrees with the lockfile: after a developer's `npm install` there is
 * nothing to do. Packages that are not there count as agreed only when optional (made for other systems).
 */
export function isInstalledAsLocked(root) {
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages;
  const locked = readJson(join(root, 'package-lock.json'))?.packages;
  if (!installed || !locked) return false;
  return Object.entries(locked).every(([path, wanted]) => {
    if (path === '') return true;
    const have = installed[path];
    return have ? have.version === wanted.version && have.integrity === wanted.integrity : mayBeAbsent(wanted);
  });
}

/** An optional package that npm leaves out rightly: not made for this system, or only needed by one that is not. */
function mayBeAbsent({ optional, devOptional, os, cpu, libc }) {
  if (!optional && !devOptional) return false;
  const madeForThisSystem = os?.includes(process.platform) && cpu?.includes(process.arch) && !libc;
  return !madeForThisSystem;
}

function markPath(root) {
  return join(root, 'node_modules', '.miaohui-lock');
}

/** Written last and by rename, so that it is only ever there after a complete install. */
function writeMark(root) {
  const draft = `${markPath(root)}.${process.pid}`;
  writeFileSync(draft, describeLock(root));
  renameSync(draft, markPath(root));
}

function describeLock(root) {
  const lock = readText(join(root, 'package-lock.json'));
  if (!lock) throw new LauncherError('lockfileMissing');
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
}

async function installWithNpm({ root, onSpawn }) {
  const [npm, leading] = findNpm(process.env);
  // Development packages too, whatever NODE_ENV says: the web pages are built with them.
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', ...quiet];
  return runStep(npm, [...leading, ...args], { cwd: root, onSpawn, stdio: ['ignore', 'ignore', 'inherit'] });
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function readJson(path) {
  try {
    return JSON.parse(readText(path));
  } catch {
    return null; // half-written: treated like a missing one
  }
}
