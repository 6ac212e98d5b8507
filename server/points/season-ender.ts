/** The end of a season in a process of its own that a test kills: `node season-ender.ts <connection> <community> <season>`. Says `more` after each batch. */
import { createApp } from '../app.ts';
import { modules } from '../modules.ts';
import { readConfig } from '../platform/config.ts';
import { inTransaction } from '../platform/context.ts';
import { silentLog } from '../platform/log.ts';
import { endBatch } from './season.ts';

/** Accounts of a batch in this process. */
export const enderBatch = 10;

async function endSlowly([connection, communityId, id]: readonly string[]): Promise<void> {
  const read = readConfig({ PUBLIC_URL: 'http://fair.test', DATABASE_CONNECTIONS: '4' }, '/nowhere');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const app = await createApp({
    config: read.config,
    connection: connection!,
    log: silentLog,
    background: false,
    modules,
  });
  const season = { communityId: communityId!, id: id! };
  // The line goes out before the batch is committed: whoever kills this process kills it in the middle of one.
  const batch = () =>
    inTransaction(app.context({}), async (inner) => {
      const goesOn = await endBatch(inner, season, enderBatch);
      process.stdout.write('more\n');
      return goesOn;
    });
  while (await batch()) {
    // Batch after batch.
  }
  await app.close();
}

if (import.meta.main) await endSlowly(process.argv.slice(2));
