/**
 * Fifty spenders on one account, in a process of their own that a test kills: `node spenders.ts <connection> <community> <account> <to,…>`.
 * Each names its occasions before it spends, so whoever goes on after a crash names them again. Prints a line for each answer it got.
 */
import { readConfig } from '../platform/config.ts';
import { createApp } from '../app.ts';
import { silentLog } from '../platform/log.ts';
import { platformModule } from '../platform/module-definition.ts';
import { transfer } from './index.ts';
import { ledgerModule } from './module.ts';

/** How many spend at once, how often each, and how much. */
export const spenders = { lanes: 50, times: 6, amount: 7 } as const;

async function spend([connection, communityId, account, others]: readonly string[]): Promise<void> {
  const to = others!.split(',');
  const read = readConfig({ PUBLIC_URL: 'http://fair.test', DATABASE_CONNECTIONS: '16' }, '/nowhere');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const modules = [platformModule, ledgerModule];
  const app = await createApp({
    config: read.config,
    connection: connection!,
    log: silentLog,
    background: false,
    modules,
  });
  const ctx = app.context({});
  const lane = async (at: number) => {
    for (let time = 0; time < spenders.times; time++) {
      const key = `spend:${at}:${time}`;
      const legs = [
        { account: account!, amount: -spenders.amount },
        { account: to[at % to.length]!, amount: spenders.amount },
      ];
      const { ok } = await transfer(ctx, { communityId: communityId!, key, kind: 'probe.spent', legs });
      process.stdout.write(`${key} ${ok}\n`);
    }
  };
  await Promise.all(Array.from({ length: spenders.lanes }, (_, at) => lane(at)));
  await app.close();
}

if (import.meta.main) await spend(process.argv.slice(2));
