/**
 * Many phones in one group: every message must reach every one of them, in order and soon. Phones run in one process,
 * whoever posts in another, the server in a third. The control sends each frame on its own instead of gathering them.
 */
import { makeDataDir, startServer } from '../e2e/kit/server-process.ts';
import { gatherAudience } from './kit/audience.ts';
import { readNumbers, runBenchmark, say, type Outcome } from './kit/benchmark.ts';
import { countCpu } from './kit/cpu.ts';
import { besideServer, refreshStatistics } from './kit/database.ts';
import { foundPlace, serverEnvironment, type Reached } from './kit/place.ts';
import { runPosting } from './kit/posting.ts';
import { startSpoiltServer } from './kit/spoilt-server.ts';
import { describe, round, summarise } from './kit/statistics.ts';

const targetMs = 250;
const options = readNumbers({ sockets: 2000, rate: 50, seconds: 20 });

await runBenchmark({
  name: 'sockets',
  about:
    `${options.sockets} sockets of as many members in one group at ${options.rate} messages/s for ${options.seconds} s; ` +
    `target: p99 ≤ ${targetMs} ms from the message's time (before its commit) to receipt, and every client sees every number.`,
  controlAbout: 'frames are not gathered: each is sent to everybody on its own as soon as it is published.',
  measure: async () => {
    const dataDir = await makeDataDir();
    const server = await startServer({ dataDir, env: serverEnvironment });
    const outcome = await talk({ ...server, dataDir }, options.seconds);
    await server.stop();
    return { ok: outcome.ok, figures: { targetMs, ...options, ...outcome.figures } };
  },
  control: async () => {
    const dataDir = await makeDataDir();
    const server = await startSpoiltServer(dataDir, 'frames');
    const outcome = await talk({ ...server, dataDir }, Math.min(10, options.seconds));
    await server.stop();
    return outcome;
  },
});

async function talk(server: Reached & { pid: number; dataDir: string }, seconds: number): Promise<Outcome> {
  const place = await foundPlace(server, [options.sockets]);
  const [room] = place.rooms;
  await besideServer(server.dataDir, refreshStatistics);
  const audience = await gatherAudience({ url: server.url, roomId: room!.id, cookies: room!.cookies });
  say(`  ${options.sockets} phones listen.`);
  const readCpu = await countCpu(server);
  // No warm-up: every number from 1 on must reach everybody, and every latency counts.
  const posted = await runPosting({
    url: server.url,
    rooms: place.rooms,
    perSecond: options.rate,
    seconds,
    warmUpSeconds: 0,
  });
  const lastSeq = posted.messages.reduce((last, { seq }) => Math.max(last, seq), 0);
  const heard = await audience.finish(lastSeq, 5000);
  const cpuSeconds = readCpu();
  const { latencyMs, complete, received, envelopes } = heard;
  const acknowledgedMs = summarise(posted.latencies);
  say(`  to receipt: ${describe(latencyMs)}`);
  say(`  to the acknowledgement of the post: ${describe(acknowledgedMs)}`);
  say(`  clients that saw all of ${lastSeq} numbers: ${complete} of ${options.sockets}`);
  say(`  ${round(received / envelopes)} messages in one envelope`);
  if (cpuSeconds) say(`  processor: server ${cpuSeconds.server} s, database ${cpuSeconds.database} s`);
  const refused = Object.values(posted.refused).reduce((sum, count) => sum + count, 0);
  const everything = complete === options.sockets && refused === 0 && lastSeq === posted.messages.length;
  return {
    ok: everything && latencyMs.p99 <= targetMs,
    figures: {
      latencyMs,
      acknowledgedMs,
      messages: lastSeq,
      completeClients: complete,
      incompleteClients: heard.incomplete,
      received,
      messagesPerEnvelope: round(received / envelopes),
      cpuSeconds,
      refused: posted.refused,
      held: posted.held,
    },
  };
}
