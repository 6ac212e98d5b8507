/**
 * Resident memory of the server's Node process, idle, a minute after it is ready: what it costs to leave it running; and the same a
 * minute after the sample was asked for by its button, and after a start with the sample. What it holds after a thousand requests is
 * told beside it. For the control, dictionaries and codecs are loaded at start.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from '../e2e/kit/client.ts';
import { makeDataDir, startServer, waitUntil, type ServerProcess } from '../e2e/kit/server-process.ts';
import { operatorAccount } from '../e2e/kit/story.ts';
import { readNumbers, runBenchmark, say, type Outcome } from './kit/benchmark.ts';
import { runInParallel } from './kit/parallel.ts';
import { foundPlace, serverEnvironment, type Place } from './kit/place.ts';
import { round } from './kit/statistics.ts';

const targetMb = 250;
const sampleTargetMb = 300;
const options = readNumbers({ wait: 60, requests: 1000 });

await runBenchmark({
  name: 'memory',
  about:
    `Resident memory of the server ${options.wait} s after it is ready, nobody there; target: ≤ ${targetMb} MB, ` +
    `and ≤ ${sampleTargetMb} MB with the sample, loaded by its button or there at the start.`,
  controlAbout: 'the dictionaries between Chinese scripts and the picture codec are loaded at start.',
  measure: async () => {
    const server = await startServer({ dataDir: await makeDataDir(), env: serverEnvironment });
    const idle = await measureIdle(server);
    const afterMb = await measureAfterRequests(server);
    say(`  after ${options.requests} requests: ${afterMb} MB`);
    await server.stop();
    const sample = await measureSample();
    return {
      ok: idle.ok && sample.ok,
      figures: {
        targetMb,
        waitSeconds: options.wait,
        ...idle.figures,
        afterRequestsMb: afterMb,
        sample: sample.figures,
      },
    };
  },
  control: async () => {
    const env = { ...serverEnvironment, NODE_OPTIONS: `--import=${new URL('kit/eager.ts', import.meta.url).href}` };
    const server = await startServer({ dataDir: await makeDataDir(), env });
    const outcome = await measureIdle(server);
    await server.stop();
    return outcome;
  },
});

async function measureIdle(server: ServerProcess): Promise<Outcome> {
  const readyMb = await readResident(server);
  await pause(options.wait * 1000);
  const idleMb = await readResident(server);
  say(`  when ready: ${readyMb} MB; after ${options.wait} s: ${idleMb} MB`);
  return { ok: idleMb <= targetMb, figures: { idleMb, readyMb } };
}

/** A first run as people do it: account, the button of the sample, look around; and the next start. */
async function measureSample(): Promise<Outcome> {
  const dataDir = await makeDataDir();
  const server = await startServer({ dataDir, env: serverEnvironment });
  const operator = createClient(() => server.url);
  await operator.call('POST', '/api/setup', { token: server.setupToken, ...operatorAccount });
  await operator.call('POST', '/api/sample', {});
  let peakMb = 0;
  let communityId: string | null = null;
  await waitUntil(
    async () => {
      const sample = await operator.call('GET', '/api/sample');
      if (sample.state === 'failed') throw new Error(`the sample has failed:\n${server.log.join('\n')}`);
      peakMb = Math.max(peakMb, await readResident(server));
      communityId = sample.communityId;
      return communityId !== null;
    },
    'the sample',
    180_000,
  );
  await operator.call('GET', `/api/communities/${communityId}/today`);
  await pause(options.wait * 1000);
  const loadedMb = await readResident(server);
  const apart = server.log.map((line) => JSON.parse(line)).find(({ event }) => event === 'jobs.apart_ended');
  say(`  sample loaded by its button: at most ${peakMb} MB meanwhile, ${options.wait} s later ${loadedMb} MB`);
  if (apart) say(`  its loading in a process of its own: at most ${apart.peakMb} MB, gone after ${apart.seconds} s`);
  await server.stop();
  const again = await startServer({ dataDir, env: serverEnvironment });
  const restarted = await measureIdle(again);
  await again.stop();
  const restartedMb = Number(restarted.figures.idleMb);
  return {
    ok: loadedMb <= sampleTargetMb && restartedMb <= sampleTargetMb,
    figures: { sampleTargetMb, loadingPeakMb: peakMb, apartPeakMb: apart?.peakMb ?? null, loadedMb, restartedMb },
  };
}

/** What members and operators do all day, in turn: history, members, me, a post; lists of groups and people. */
async function measureAfterRequests(server: ServerProcess): Promise<number> {
  const place = await foundPlace(server, [40]);
  const visits = listVisits(place);
  await runInParallel(options.requests, 10, async (at) => {
    const answer = await visits[at % visits.length]!(at);
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
  });
  return readResident(server);
  function listVisits({ rooms, communityId, operator }: Place): ((at: number) => Promise<Response>)[] {
    const [room] = rooms;
    const member = (at: number, path: string, body?: object) =>
      fetch(`${server.url}/api/member/${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          origin: server.url,
          cookie: room!.cookies[at % room!.cookies.length]!,
          'content-type': 'application/json',
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    const team = (path: string) =>
      fetch(`${server.url}/api/communities/${communityId}/${path}`, { headers: { cookie: operator.cookieHeader() } });
    return [
      (at) => member(at, `groups/${room!.id}/messages?limit=50`),
      (at) => member(at, `groups/${room!.id}/messages`, { clientId: `bench-memory-${at}`, kind: 'text', text: '早安' }),
      (at) => member(at, `groups/${room!.id}/members`),
      (at) => member(at, 'me'),
      () => team('groups'),
      () => team('people'),
    ];
  }
}

/** The kernel's own figure for the process, in MB, by the server's metrics: the same on every system. */
async function readResident(server: ServerProcess): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  const bytes = /^miaohui_resident_bytes (\d+)/m.exec(text)?.[1];
  if (bytes === undefined) throw new Error('the metrics do not tell the memory');
  return round(Number(bytes) / 2 ** 20);
}
