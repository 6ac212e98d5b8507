/**
 * Posting under load: 200 posts a second on an open schedule, spread over groups and then all in one group, into a database
 * that already holds a history. The control records each post on its own and reacts to each at once.
 */
import { performance } from 'node:perf_hooks';
import { makeDataDir, startServer } from '../e2e/kit/server-process.ts';
import { readNumbers, runBenchmark, say, type Outcome } from './kit/benchmark.ts';
import { countCpu } from './kit/cpu.ts';
import { besideServer, refreshStatistics } from './kit/database.ts';
import { fillHistory } from './kit/history.ts';
import { foundPlace, serverEnvironment, type Place, type Reached, type Room } from './kit/place.ts';
import { runPosting } from './kit/posting.ts';
import { startSpoiltServer } from './kit/spoilt-server.ts';
import { describe, round, summarise } from './kit/statistics.ts';

const targetMs = 60;
const options = readNumbers({ rate: 200, seconds: 20, messages: 300_000 });
/** A server with a place in it. */
interface Site extends Reached {
  pid: number;
  dataDir: string;
}

await runBenchmark({
  name: 'posts',
  about:
    `Posting at ${options.rate} posts/s for ${options.seconds} s, from due to acknowledged; target: p99 ≤ ${targetMs} ms, ` +
    'none refused, none lost.',
  controlAbout:
    'nothing is gathered: each post is recorded in a transaction of its own, and reactions never wait for others.',
  measure: async () => {
    const dataDir = await makeDataDir();
    const founded = await startServer({ dataDir, env: serverEnvironment });
    const place = await foundPlace(founded, [200, 40, 40, 40, 40, 40]);
    await fillRooms({ ...founded, dataDir }, place);
    // The history was said long ago: writing its pages to the disk, as stopping does, is not part of what is measured.
    await founded.stop();
    const server = await startServer({ dataDir, env: serverEnvironment });
    const site = { ...server, dataDir };
    const [one, ...five] = place.rooms;
    const spread = await post(site, { what: 'five groups', place, rooms: five });
    const hardest = await post(site, { what: 'one group', place, rooms: [one!] });
    await server.stop();
    return {
      ok: spread.ok && hardest.ok,
      figures: {
        targetMs,
        rate: options.rate,
        seconds: options.seconds,
        history: options.messages,
        fiveGroups: spread.figures,
        oneGroup: hardest.figures,
      },
    };
  },
  control: async () => {
    const dataDir = await makeDataDir();
    const server = await startSpoiltServer(dataDir, 'posts');
    const site = { ...server, dataDir };
    const place = await foundPlace(server, [200]);
    await fillRooms(site, place);
    const outcome = await post(site, { what: 'one group, one by one', place, rooms: place.rooms });
    await server.stop();
    return outcome;
  },
});

/** Half of the history in the group that gets all posts later, the rest in the others. */
async function fillRooms({ dataDir }: Site, { communityId, rooms }: Place): Promise<void> {
  const begun = performance.now();
  await besideServer(dataDir, async (database) => {
    for (const [at, room] of rooms.entries()) {
      const count = Math.round(options.messages * (at === 0 ? 0.5 : 0.1));
      await fillHistory(database, { communityId, groupId: room.id, count, days: 90, seed: at });
    }
    await refreshStatistics(database);
  });
  say(`A history of ${options.messages} messages, made in ${round((performance.now() - begun) / 1000)} s.`);
}

interface Posting {
  what: string;
  place: Place;
  rooms: readonly Room[];
}

/** Eight seconds to warm up: a server is started once and then runs for weeks, and its code is compiled while it begins. */
async function post(site: Site, { what, place, rooms }: Posting): Promise<Outcome> {
  const readCpu = await countCpu(site);
  const { rate: perSecond, seconds } = options;
  const posted = await runPosting({ url: site.url, rooms, perSecond, seconds, warmUpSeconds: 8 });
  const cpuSeconds = readCpu();
  const latency = summarise(posted.latencies);
  const refused = Object.values(posted.refused).reduce((sum, count) => sum + count, 0);
  const lost = await countLost(site.dataDir, place.communityId, posted.messages);
  say(
    `  ${what}: ${describe(latency)}, ${round(posted.perSecond)} posts/s, held ${posted.held}, refused ${refused}, lost ${lost}`,
  );
  if (cpuSeconds) say(`  processor: server ${cpuSeconds.server} s, database ${cpuSeconds.database} s`);
  if (posted.generatorLag > 20) say(`  (the generator itself was late by up to ${round(posted.generatorLag)} ms)`);
  return {
    ok: latency.p99 <= targetMs && refused === 0 && lost === 0 && posted.perSecond >= options.rate * 0.95,
    figures: {
      latencyMs: latency,
      postsPerSecond: round(posted.perSecond),
      refused: posted.refused,
      held: posted.held,
      lost,
      cpuSeconds,
      generatorLagMs: round(posted.generatorLag),
    },
  };
}

/** How many acknowledged messages are not in the database under the number that was acknowledged, or twice. */
async function countLost(
  dataDir: string,
  communityId: string,
  messages: readonly { roomId: string; seq: number }[],
): Promise<number> {
  return besideServer(dataDir, async (database) => {
    const { rows } = await database.query<{ found: number }>(
      `select count(*)::int as found from messages m
       join (select distinct * from unnest($1::uuid[], $2::bigint[]) as said(room, seq)) as said
         on m.community_id = $3 and m.group_id = said.room and m.seq = said.seq`,
      [messages.map(({ roomId }) => roomId), messages.map(({ seq }) => seq), communityId],
    );
    return messages.length - rows[0]!.found;
  });
}
