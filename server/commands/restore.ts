import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { migrateWorker } from '../app.ts';
import { reachDatabase } from '../installation.ts';
import { readMasterKey, writeMasterKey } from '../platform/auth/secret-box.ts';
import { restoreBackup } from '../platform/backup/index.ts';
import { restoreFile } from '../platform/files/index.ts';
import { rowsOf } from './backup.ts';
import { createByteProgress } from './byte-progress.ts';
import { installationOptions, print, readCommandConfig, UsageError, type Command } from './command.ts';

/** `miaohui restore FILE`: brings a backup back to life where nobody lives yet; all or nothing. */
export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore FILE [--data DIR]',
  summary: 'commands:restore.summary',
  options: installationOptions,
  run: async (call) => {
    const { t, positionals } = call;
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) throw new UsageError(t('commands:restore.usage'));
    const file = resolve(path);
    await access(file).catch(() => {
      throw new UsageError(t('commands:restore.no_file', { file }));
    });
    const { config, log } = readCommandConfig(call, true);
    const progress = createByteProgress();
    // Not shared: nobody may come in while the tables are being filled.
    const installation = await reachDatabase({ config, log, share: false });
    try {
      const { connection } = installation;
      const { head, end } = await restoreBackup(
        createReadStream(file),
        {
          connection,
          log,
          migrateJobs: () => migrateWorker(connection, log),
          key: { bytes: await readMasterKey(config), isFixed: config.secretKey !== undefined },
          writeKey: (key) => writeMasterKey(config, key),
          writeFile: (name, bytes) => restoreFile(config, name, bytes),
        },
        progress.tell,
      );
      progress.end();
      const madeAt = head.madeAt.slice(0, 16).replace('T', ' ');
      print(t('commands:restore.done', { madeAt: `${madeAt} UTC`, rows: rowsOf(end), files: end.files.count }));
      return 0;
    } finally {
      progress.end();
      await installation.close();
    }
  },
};
