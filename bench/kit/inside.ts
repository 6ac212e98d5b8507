/** The app inside the benchmark's own process, on an embedded database of its own that forces every commit to the disk. */
import { createApp, migrateWorker, type App } from '../../server/app.ts';
import { createCommunity } from '../../server/communities/index.ts';
import { createGroup } from '../../server/groups/index.ts';
import { identifySenders } from '../../server/people/index.ts';
import { readConfig } from '../../server/platform/config.ts';
import { inTransaction } from '../../server/platform/context.ts';
import { startEmbedded } from '../../server/platform/db/embedded/index.ts';
import { migrate } from '../../server/platform/db/migrate.ts';
import { newId } from '../../server/platform/ids.ts';
import { silentLog } from '../../server/platform/log.ts';
import { makeDataDir } from '../../e2e/kit/server-process.ts';

/** An app with a community in it. */
export interface Inside {
  app: App;
  communityId: string;
  groupIds: string[];
  /** Ends app and database; a second call waits for the first. */
  close(): Promise<void>;
}

/** Starts database and app, and founds a community with some groups. */
export async function openInside(wish: { groups: number; settings?: Record<string, string> }): Promise<Inside> {
  const dataDir = await makeDataDir();
  const embedded = await startEmbedded({
    dataDir,
    log: () => {},
    ...(wish.settings ? { settings: wish.settings } : {}),
  });
  const connection = embedded.url;
  await migrate({ connection, log: silentLog });
  await migrateWorker(connection, silentLog);
  const read = readConfig({ PUBLIC_URL: 'http://bench.test' }, dataDir);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const app = await createApp({ config: read.config, connection, log: silentLog, background: false });
  const { communityId, groupIds } = await inTransaction(app.context({}), async (ctx) => {
    const community = await createCommunity(ctx, { name: '晨读打卡', kind: 'study-checkin', founderId: newId() });
    const ids: string[] = [];
    for (let at = 0; at < wish.groups; at++) {
      ids.push((await createGroup(ctx, { communityId: community.id, name: `晨读 ${at + 1} 群`, tier: 'ordinary' })).id);
    }
    return { communityId: community.id, groupIds: ids };
  });
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= app.close().then(() => embedded.stop()));
  return { app, communityId, groupIds, close };
}

/** Makes identities of members who speak; gives their account names and ids. */
export async function makeSpeakers(
  inside: Inside,
  count: number,
): Promise<{ externalId: string; name: string; id: string }[]> {
  const senders = Array.from({ length: count }, (_, at) => ({ externalId: newId(), name: `书友${at}` }));
  const ids = await inTransaction(inside.app.context({}), (ctx) =>
    identifySenders(ctx, inside.communityId, 'web', senders),
  );
  return senders.map((sender) => ({ ...sender, id: ids.get(sender.externalId)! }));
}
