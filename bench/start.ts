/**
 * From `miaohui start` to ready, as people start it: launcher, embedded database, migrations, jobs, socket. The second and
 * later starts have a target; the first, which makes the database, is told beside it. For the control another process
 * holds the list of migrations, as a long migration on another node does: a start that waits must be seen as slow.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { makeDataDir } from '../e2e/kit/server-process.ts';
import { readNumbers, runBenchmark, say } from './kit/benchmark.ts';
import { besideServer, refreshStatistics } from './kit/database.ts';
import { fillHistory } from './kit/history.ts';
import { killLaunched, launch } from './kit/launcher.ts';
import { foundPlace, serverEnvironment } from './kit/place.ts';
import { median, round } from './kit/statistics.ts';

const targetMs = 3000;
const options = readNumbers({ starts: 5, messages: 200_000 });
const dataDir = await makeDataDir();

await runBenchmark({
  name: 'start',
  about:
    `From the command to /readyz over a database with ${options.messages} messages; ` +
    `target: second and later starts ≤ ${targetMs} ms (median of ${options.starts}).`,
  controlAbout: 'another process holds the list of migrations for four seconds.',
  measure: async () => {
    const firstMs = round(await prepare());
    say(`  first start, which makes the database: ${firstMs} ms`);
    const times: number[] = [];
    for (let count = 0; count < options.starts; count++) {
      const server = await launch(dataDir);
      times.push(round(server.readyMs));
      await server.stop();
    }
    const medianMs = median(times);
    say(`  later starts: ${times.join(', ')} ms; median ${medianMs} ms`);
    const crashMs = round(await startAfterCrash());
    say(`  after kill -9 of the server, its database still running: ${crashMs} ms`);
    return {
      ok: medianMs <= targetMs,
      figures: { targetMs, medianMs, startsMs: times, firstMs, afterKillMs: crashMs, messages: options.messages },
    };
  },
  control: async () => {
    const readyMs = await startBehindLock();
    say(`  ready after ${round(readyMs)} ms`);
    return { ok: readyMs <= targetMs, figures: { readyMs: round(readyMs) } };
  },
  end: killLaunched,
});

/** The first start, and something to live with: people and a history. */
async function prepare(): Promise<number> {
  const server = await launch(dataDir, serverEnvironment);
  const setupToken = await server.readSetupToken();
  const place = await foundPlace({ url: server.url, setupToken }, [20]);
  const { communityId, rooms } = place;
  await besideServer(dataDir, async (database) => {
    await fillHistory(database, { communityId, groupId: rooms[0]!.id, count: options.messages, days: 90, seed: 1 });
    await refreshStatistics(database);
  });
  await server.stop();
  return server.readyMs;
}

async function startAfterCrash(): Promise<number> {
  const crashing = await launch(dataDir);
  await crashing.kill();
  const server = await launch(dataDir);
  await server.stop();
  return server.readyMs;
}

/** The database outlives its server when that is killed, so the list is held before the next server comes. */
async function startBehindLock(): Promise<number> {
  const earlier = await launch(dataDir);
  const server = await besideServer(dataDir, async (database) => {
    await database.query('begin');
    await database.query('lock table platform_migrations in access exclusive mode');
    await earlier.kill();
    const released = pause(4000).then(() => database.query('commit'));
    const later = await launch(dataDir);
    await released;
    return later;
  });
  await server.stop();
  return server.readyMs;
}
