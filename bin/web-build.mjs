// The web pages in web/dist, built when their sources changed. Freshness is a hash over contents, not times: a fresh clone
// or a branch switch must not rebuild for nothing, nor keep stale pages.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep } from './child.mjs';
import { LauncherError, say } from './messages.mjs';
import { withSetupLock } from './setup-lock.mjs';

/** Builds when needed; resolves 'none' without web sources, 'fresh' or 'built'. `build` is vite unless a test gives its own. */
export async function ensureWeb({ root, build = buildWithVite }) {
  if (!existsSync(join(root, 'web', 'vite.config.ts'))) {
    say('noWeb');
    return 'none';
  }
  if (isWebFresh(root)) return 'fresh';
  return withSetupLock(root, async (noteChild) => {
    if (isWebFresh(root)) return 'fresh';
    say('buildingWeb');
    const sources = hashWebSources(root);
    rmSync(markPath(root), { force: true });
    if (!(await build({ root, onSpawn: noteChild }))) throw new LauncherError('webFailed');
    mkdirSync(join(root, 'web', 'dist'), { recursive: true });
    // The hash from before the build: a file saved meanwhile makes the next start build again.
    writeFileSync(markPath(root), sources);
    return 'built';
  });
}

/** Whether web/dist was built from the sources as they are now. */
export function isWebFresh(root) {
  const mark = markPath(root);
  return existsSync(mark) && readFileSync(mark, 'utf8') === hashWebSources(root);
}

/** A hash over everything the pages are made of: web/ without its output and tests, and the lockfile. */
export function hashWebSources(root) {
  const hash = createHash('sha256');
  for (const file of listSources(root, 'web'))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  hash.update(readFileSync(join(root, 'package-lock.json')));
  return hash.digest('hex');
}

function listSources(root, folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules' && !/\.test\.\w+$/.test(name))
    .filter(({ name }) => !(folder === 'web' && name === 'dist'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? listSources(root, `${folder}/${entry.name}`) : `${folder}/${entry.name}`,
    );
}

function markPath(root) {
  return join(root, 'web', 'dist', '.built-from');
}

function buildWithVite({ root, onSpawn }) {
  const args = ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'];
  // Vite's report goes to stderr: stdout belongs to the command.
  return runStep(process.execPath, args, { cwd: root, onSpawn, stdio: ['ignore', 2, 2] });
}
