// One preparation of a checkout at a time. The lock is a file that names the processes at work (launcher and npm or vite);
// it counts for nothing once they are all dead, so kill -9 leaves nothing to clear by hand.
import {
  accessSync,
  appendFileSync,
  constants,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { LauncherError, say } from './messages.mjs';

/** Where the lock of a checkout is: outside of node_modules, because npm ci empties that. */
export function lockPath(root) {
  return join(root, '.data', 'setup.lock');
}

/** Does `work(noteChild)` alone; waits, and says so once, while another process holds the lock. */
export async function withSetupLock(root, work) {
  const path = lockPath(root);
  makeFolder(root);
  let told = false;
  while (!takeLock(path)) {
    const pids = readPids(path);
    if (pids.length > 0 && !pids.some(isAlive)) {
      removeDeadLock(path, pids);
      continue;
    }
    if (!told) say('waitingForSetup', { pids: pids.join(', '), path });
    told = true;
    await wait(200);
  }
  try {
    return await work((child) => appendFileSync(path, `${child.pid}\n`));
  } finally {
    rmSync(path, { force: true });
  }
}

function makeFolder(root) {
  try {
    mkdirSync(join(root, '.data'), { recursive: true });
    accessSync(join(root, '.data'), constants.W_OK);
  } catch {
    throw new LauncherError('folderNotWritable', { root });
  }
}

/** A hard link of a finished file: the lock never exists without its owner's pid in it. */
function takeLock(path) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${process.pid}\n`);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Takes the lock away by rename; if someone renewed it in between, what was taken is alive and is put back. */
function removeDeadLock(path, deadPids) {
  const taken = `${path}.${process.pid}.dead`;
  try {
    renameSync(path, taken);
    if (String(readPids(taken)) !== String(deadPids)) linkSync(taken, path);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error; // another waiter was faster
  }
  rmSync(taken, { force: true });
}

function readPids(path) {
  try {
    return readFileSync(path, 'utf8').split('\n').filter(Boolean).map(Number);
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
