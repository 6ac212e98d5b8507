/**
 * A large community that is kept between runs: filling it takes minutes, and most of what is measured in it leaves it as it was. With
 * BENCH_DATA=/path the database stays there and is used again; without it a fresh one is filled and thrown away.
 */
import { mkdir } from 'node:fs/promises';
import { createApp, migrateWorker } from '../../server/app.ts';
import { createCommunity } from '../../server/communities/index.ts';
import { createGroup } from '../../server/groups/index.ts';
import { readConfig } from '../../server/platform/config.ts';
import { inTransaction } from '../../server/platform/context.ts';
import { startEmbedded } from '../../server/platform/db/embedded/index.ts';
import { migrate } from '../../server/platform/db/migrate.ts';
import { newId } from '../../server/platform/ids.ts';
import { silentLog } from '../../server/platform/log.ts';
import { catchUp } from '../../server/profiles/refresh.ts';
import { makeDataDir } from '../../e2e/kit/server-process.ts';
import { say } from './benchmark.ts';
import { fillCrowd } from './crowd.ts';
import { besideApp, refreshStatistics } from './database.ts';
import type { Inside } from './inside.ts';
import { fillProfiles } from './profiles.ts';

/** How large it is. */
export interface CrowdSize {
  groups: number;
  people: number;
  stays: number;
  counters: number;
}

/** Opens it, filled with people, what they did, and their facts. */
export async function openFilled(size: CrowdSize): Promise<Inside> {
  const kept = process.env['BENCH_DATA'];
  const dataDir = kept ?? (await makeDataDir());
  await mkdir(dataDir, { recursive: true });
  const embedded = await startEmbedded({ dataDir, log: () => {} });
  const connection = embedded.url;
  await migrate({ connection, log: silentLog });
  await migrateWorker(connection, silentLog);
  const read = readConfig({ PUBLIC_URL: 'http://bench.test' }, dataDir);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const app = await createApp({ config: read.config, connection, log: silentLog, background: false });
  const found = await besideApp(app, async (database) => {
    const { rows } = await database.query<{ id: string; people: number }>(
      'select id, (select count(*)::int from people_persons where community_id = c.id) as people from communities_communities c',
    );
    return rows[0];
  });
  if (found && found.people !== size.people)
    throw new Error(`${dataDir} holds ${found.people} people: use another directory`);
  const communityId = found?.id ?? (await makeCommunity(app, size));
  const groupIds = await besideApp(app, async (database) => {
    const { rows } = await database.query<{ id: string }>('select id from groups_groups order by id');
    return rows.map(({ id }) => id);
  });
  if (!found) await fill(app, { communityId, groupIds, size });
  while (await catchUp(app.context({}), communityId)) {
    // Batch after batch, as the job does it.
  }
  await besideApp(app, refreshStatistics);
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= app.close().then(() => embedded.stop()));
  return { app, communityId, groupIds, close };
}

async function makeCommunity(app: Inside['app'], { groups }: CrowdSize): Promise<string> {
  return inTransaction(app.context({}), async (ctx) => {
    const community = await createCommunity(ctx, { name: '晨读打卡', kind: 'study-checkin', founderId: newId() });
    for (let at = 0; at < groups; at++)
      await createGroup(ctx, { communityId: community.id, name: `晨读 ${at + 1} 群`, tier: 'ordinary' });
    return community.id;
  });
}

async function fill(
  app: Inside['app'],
  { communityId, groupIds, size }: { communityId: string; groupIds: readonly string[]; size: CrowdSize },
): Promise<void> {
  say(`  filling ${size.people} people, which takes minutes`);
  await besideApp(app, async (database) => {
    await fillCrowd(database, { communityId, people: size.people, counters: size.counters });
    await fillProfiles(database, { communityId, groupIds, stays: size.stays });
  });
}
