/**
 * From a fresh machine to a living sample community, as somebody does it who has just cloned the project: `npm start` with everything
 * to be downloaded, an account, the button of the sample, Today. Then the second start. It needs the network. For the control the mark of
 * what is installed is lost before a second start, so that everything is installed once more.
 */
import { rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createClient, type Client } from '../e2e/kit/client.ts';
import { makeDataDir, waitUntil } from '../e2e/kit/server-process.ts';
import { operatorAccount } from '../e2e/kit/story.ts';
import { readNumbers, runBenchmark, say, type Outcome } from './kit/benchmark.ts';
import { killStarted, makeFreshMachine, type Started } from './kit/fresh-machine.ts';
import { round } from './kit/statistics.ts';

const options = readNumbers({ first: 120, second: 5 });
const machine = makeFreshMachine();
const dataDir = await makeDataDir();
const port = await findPort();
const url = `http://127.0.0.1:${port}`;
const operator = createClient(() => url);
let communityId = '';

await runBenchmark({
  name: 'fresh',
  about:
    `A fresh machine with ${machine.node}: from npm start to Today of the sample, downloads included; target: ≤ ${options.first} s. ` +
    `From the second npm start to Today: ≤ ${options.second} s.`,
  controlAbout: 'the record of what is installed is lost before a second start.',
  measure: async () => {
    say(`  git clone: ${seconds(machine.cloneMs)} s (not counted)`);
    const first = await measureFirst();
    const second = await measureSecond();
    return {
      ok: first.ok && second.ok,
      figures: { node: machine.node, cloneSeconds: seconds(machine.cloneMs), ...first.figures, ...second.figures },
    };
  },
  control: async () => {
    for (const name of ['.miaohui-lock', '.package-lock.json'])
      rmSync(join(machine.folder, 'miaohui/node_modules', name), { force: true });
    return measureSecond();
  },
  end: async () => {
    await killStarted();
    machine.remove();
  },
});

async function measureFirst(): Promise<Outcome> {
  const started = machine.start(dataDir, port);
  const token = await started.greeted;
  const ready = performance.now();
  await operator.call('POST', '/api/setup', { token, ...operatorAccount });
  await operator.call('POST', '/api/sample', {});
  await waitUntil(() => isSampleThere(operator), 'the sample', 300_000);
  const loaded = performance.now();
  await lookAtToday();
  const total = performance.now() - started.begun;
  await started.stop();
  const parts = {
    ...listParts(started, ready),
    sample: seconds(loaded - ready),
    today: seconds(performance.now() - loaded),
  };
  say(`  first start: ${seconds(total)} s: ${JSON.stringify(parts)}`);
  return { ok: total <= options.first * 1000, figures: { firstSeconds: seconds(total), parts } };
}

async function measureSecond(): Promise<Outcome> {
  const started = machine.start(dataDir, port);
  await started.greeted;
  await lookAtToday();
  const total = performance.now() - started.begun;
  await started.stop();
  say(`  a later start: ${seconds(total)} s`);
  return { ok: total <= options.second * 1000, figures: { secondSeconds: seconds(total) } };
}

async function isSampleThere(client: Client): Promise<boolean> {
  const sample = await client.call('GET', '/api/sample');
  if (sample.state === 'failed') throw new Error('the sample has failed');
  communityId = sample.communityId ?? '';
  return communityId !== '';
}

/** What makes it living: Today answers with the three groups. */
async function lookAtToday(): Promise<void> {
  const today = await operator.call('GET', `/api/communities/${communityId}/pulses`);
  if (today.items.length !== 3) throw new Error(`Today has ${today.items.length} groups`);
}

/** Seconds between the lines that the launcher prints, named by what was being done. */
function listParts({ lines, begun }: Started, ready: number): Record<string, number> {
  const steps = [
    ['fetchNode', /Node .*24/],
    ['installDependencies', /依赖|套件|dependencies/],
    ['buildPages', /网页|網頁|pages/],
  ] as const;
  const marks = steps.flatMap(([name, pattern]) => {
    const found = lines.find(({ text }) => pattern.test(text));
    return found ? [{ name, at: found.at }] : [];
  });
  const ends = [...marks.slice(1).map(({ at }) => at), ready - begun];
  return {
    begin: seconds(marks[0]?.at ?? 0),
    ...Object.fromEntries(marks.map(({ name, at }, index) => [name, seconds(ends[index]! - at)])),
  };
}

function seconds(milliseconds: number): number {
  return round(milliseconds / 1000);
}

async function findPort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port: free } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return free;
}
