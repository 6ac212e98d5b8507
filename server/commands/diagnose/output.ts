import { accessSync, constants, existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Translate } from '../../platform/i18n.ts';
import { UsageError } from '../usage.ts';

/** The output itself instead of a file. */
export const standardOutput = '-';

/** Makes sure before the work that its result can be written, and that it does not overwrite what is read. */
export function prepareOutput(path: string, { t, input }: { t: Translate; input: string }): void {
  if (path === standardOutput) return;
  const folder = dirname(resolve(path));
  if (resolve(path) === resolve(input)) throw new UsageError(t('diagnose:same_file', { path }));
  if (!existsSync(folder)) throw new UsageError(t('diagnose:no_folder', { folder }));
  if (existsSync(path) && statSync(path).isDirectory()) throw new UsageError(t('diagnose:is_folder', { path }));
  try {
    accessSync(existsSync(path) ? path : folder, constants.W_OK);
  } catch {
    throw new UsageError(t('diagnose:files.EACCES', { path }));
  }
}

/** Writes beside and renames: a half-written page is never left behind. */
export function writeOutput(path: string, content: string): void {
  const draft = `${path}.${process.pid}.part`;
  try {
    // Chats are private: only whoever made the page may read it.
    writeFileSync(draft, content, { mode: 0o600 });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
