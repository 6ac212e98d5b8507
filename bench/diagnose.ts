/**
 * How fast and how large a diagnosis is, beside the npm package chat-analytics on the same export of Telegram, and at a million messages.
 * The peer is AGPL: it is installed into a temporary folder for this measurement and is no dependency. Every piece of work is a process
 * of its own, one after the other, each on one thread; time runs from its start to its end. For the control the file is parsed in one piece.
 *
 * The peer does more: it tells languages, feelings, emoji and domains, and keeps an index of all words for its page. It does less: no
 * reply links, roles, relations, response times, newcomers, forecast, advice or signals of advertising and offence.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { readNumbers, runBenchmark, say, type Outcome } from './kit/benchmark.ts';
import { round } from './kit/statistics.ts';
import { writeTelegramExport } from './kit/telegram-export.ts';

const peer = 'chat-analytics@1.1.2';
const targets = { signalsTimes: 3, diagnosisTimes: 1, millionSeconds: 60, millionMb: 600, growthPerMessage: 1.3 };
/** So short that every window holds all of it. */
const denseDays = 60;
const options = readNumbers({ messages: 300_000, large: 1_000_000, small: 100_000 });
const folder = mkdtempSync(join(tmpdir(), 'miaohui-bench-diagnose-'));
const workFile = new URL('kit/diagnose-work.ts', import.meta.url).pathname;
/** Loaded into the peer's process, which tells nothing of its memory itself. */
const tellMemory = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => console.log('\\n' + JSON.stringify({ peakMb: process.resourceUsage().maxRSS / 1024 })))",
)}`;

await runBenchmark({
  name: 'diagnose',
  about:
    `An export of ${options.messages} messages: reading, counting and text signals at least ${targets.signalsTimes} times as fast as ` +
    `${peer}, the whole diagnosis at least as fast, neither with more memory; ${options.large} messages in ${targets.millionSeconds} s and ` +
    `${targets.millionMb} MB, per message at most ${targets.growthPerMessage} times the time at ${options.small}.`,
  controlAbout: 'the whole file is parsed in one piece.',
  measure,
  control: async () => {
    const held = await work('parsed', await makeExport(options.large));
    return { ok: held.peakMb <= targets.millionMb, figures: { peakMb: round(held.peakMb) } };
  },
  end: async () => rmSync(folder, { recursive: true, force: true }),
});

async function measure(): Promise<Outcome> {
  const file = await makeExport(options.messages);
  await installPeer();
  // Turn and turn about, the better of two each: other work on the machine would count against whoever it meets.
  const pairs = [await runPair(file), await runPair(file)];
  const theirs = faster(pairs.map(([peerRun]) => peerRun));
  const signals = faster(pairs.map(([, ownRun]) => ownRun));
  const whole = await work('diagnose', file);
  const large = await work('diagnose', await makeExport(options.large));
  const small = await work('diagnose', await makeExport(options.small));
  const dense = await runCommand(await makeExport(options.large, denseDays));
  const figures = {
    targets,
    peer: describe(theirs, options.messages),
    signals: { ...describe(signals, options.messages), times: round(theirs.seconds / signals.seconds) },
    diagnosis: { ...describe(whole, options.messages), times: round(theirs.seconds / whole.seconds) },
    large: describe(large, options.large),
    small: describe(small, options.small),
    dense: describe(dense, options.large),
    growthPerMessage: round(large.seconds / options.large / (small.seconds / options.small)),
    threads: 1,
  };
  const ok =
    figures.signals.times >= targets.signalsTimes &&
    figures.diagnosis.times >= targets.diagnosisTimes &&
    Math.max(signals.peakMb, whole.peakMb) <= theirs.peakMb &&
    large.seconds <= targets.millionSeconds &&
    Math.max(large.peakMb, dense.peakMb) <= targets.millionMb &&
    dense.seconds <= targets.millionSeconds &&
    figures.growthPerMessage <= targets.growthPerMessage;
  return { ok, figures };
}

interface Run {
  seconds: number;
  peakMb: number;
}

function describe({ seconds, peakMb }: Run, messages: number): Run & { messagesPerSecond: number } {
  return { seconds: round(seconds), peakMb: round(peakMb), messagesPerSecond: Math.round(messages / seconds) };
}

/** People and days stay the same: a larger log is a busier group, not a longer one. */
async function makeExport(messages: number, days = 700): Promise<string> {
  const path = join(folder, `result-${days}-${messages}.json`);
  await writeTelegramExport(path, { messages, people: 500, days, seed: 'diagnose' });
  return path;
}

async function work(name: 'signals' | 'parsed' | 'diagnose', file: string): Promise<Run> {
  const run = await runProcess(process.execPath, [workFile, name, file]);
  say(
    `  ${name} of ${file.replace(/^.*-/u, '').replace('.json', '')}: ${round(run.seconds)} s, ${round(run.peakMb)} MB`,
  );
  return run;
}

/** The command itself, with page and JSON, on a log that lies wholly within the windows: nothing of it is only counted. */
async function runCommand(file: string): Promise<Run> {
  const command = new URL('../bin/miaohui.mjs', import.meta.url).pathname;
  const out = ['--html', join(folder, 'dense.html'), '--json', join(folder, 'dense.json')];
  const run = await runProcess(process.execPath, ['--import', tellMemory, command, 'diagnose', file, ...out]);
  say(`  miaohui diagnose of a dense log: ${round(run.seconds)} s, ${round(run.peakMb)} MB`);
  return run;
}

async function runPair(file: string): Promise<[peerRun: Run, ownRun: Run]> {
  return [await runPeer(file), await work('signals', file)];
}

function faster(runs: readonly Run[]): Run {
  return runs.toSorted((one, other) => one.seconds - other.seconds)[0]!;
}

async function installPeer(): Promise<void> {
  const npm = spawn(
    'npm',
    ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder, peer],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const [code] = (await once(npm, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${peer} could not be installed; the comparison needs the npm registry`);
}

async function runPeer(file: string): Promise<Run> {
  const cli = join(folder, 'node_modules/chat-analytics/dist/lib/CLI.js');
  const args = ['--import', tellMemory, cli, '-p', 'telegram', '-i', file, '-o', join(folder, 'peer.html')];
  const run = await runProcess(process.execPath, args);
  say(`  ${peer}: ${round(run.seconds)} s, ${round(run.peakMb)} MB`);
  return run;
}

/** Runs to the end; the last line that is printed tells the peak of memory. */
async function runProcess(command: string, args: readonly string[]): Promise<Run> {
  const started = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const printed: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  const [code] = (await once(child, 'close')) as [number | null];
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${printed.join('').slice(-2000)}`);
  const { peakMb } = JSON.parse(printed.join('').trim().split('\n').at(-1)!) as { peakMb: number };
  return { seconds, peakMb };
}
