import { createWriteStream } from 'node:fs';
import { link, open, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { openInstallation } from '../installation.ts';
import { readMasterKey } from '../platform/auth/secret-box.ts';
import { BackupError, writeBackup, type BackupEnd } from '../platform/backup/index.ts';
import type { Config } from '../platform/config.ts';
import { listFiles } from '../platform/files/index.ts';
import type { Log } from '../platform/log.ts';
import { version } from '../version.ts';
import { installationOptions, print, readCommandConfig, UsageError, type Command } from './command.ts';
import { createByteProgress } from './byte-progress.ts';

/** `miaohui backup FILE`: everything that the installation knows in one file, taken while it runs. */
export const backupCommand: Command = {
  name: 'backup',
  usage: 'backup FILE',
  summary: 'commands:backup.summary',
  options: installationOptions,
  run: async (call) => {
    const { t, positionals } = call;
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) throw new UsageError(t('commands:backup.usage'));
    const { config, log } = readCommandConfig(call, true);
    const file = resolve(path);
    const { end, bytes } = await writeFile(file, { config, log });
    print(
      t('commands:backup.done', {
        file,
        megabytes: (bytes / 1e6).toFixed(1),
        rows: rowsOf(end),
        files: end.files.count,
      }),
    );
    print(t('commands:backup.secret'));
    return 0;
  },
};

/** All rows of a backup. */
export function rowsOf(end: BackupEnd): number {
  return Object.values(end.tables).reduce((sum, { rows }) => sum + rows, 0);
}

/** Writes beside the final name first: what stands under it is always whole, and nothing is ever replaced. */
async function writeFile(file: string, { config, log }: { config: Config; log: Log }) {
  const draft = `${file}.${process.pid}.part`;
  const handle = await open(draft, 'wx', 0o600);
  const progress = createByteProgress();
  try {
    const installation = await openInstallation({ config, log, share: true });
    try {
      const out = createWriteStream(draft, { fd: handle.fd, autoClose: false });
      const end = await writeBackup(
        {
          connection: installation.connection,
          program: version,
          madeAt: new Date(),
          key: { bytes: await readMasterKey(config), inFile: config.secretKey === undefined },
          files: listFiles(config),
        },
        out,
        progress.tell,
      );
      await finished(out);
      await handle.sync();
      await link(draft, file).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'EEXIST' ? new BackupError('file_exists', { file }) : error;
      });
      return { end, bytes: (await handle.stat()).size };
    } finally {
      await installation.close();
    }
  } finally {
    progress.end();
    await handle.close();
    await rm(draft, { force: true });
  }
}
