// The parts of `npm test`: checks over the sources (one result each) and runs of test files (a result per test).
// Every part resolves { passed, failed, skipped } and never stops the parts after it. A check also resolves what it `said`,
// because checks stand in lanes beside each other.
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOrInstallChromium } from './chromium.mjs';
import { runStep, runStepQuietly } from './child.mjs';
import { ensureWeb } from './web-build.mjs';

const nearSources = [
  'lib/**/*.test.ts',
  'server/**/*.test.ts',
  'web/**/*.test.ts',
  'bin/*.test.{ts,mjs}',
  'scripts/*.test.{ts,mjs}',
];
const journeys = ['e2e/**/*.test.ts'];
// These look at every screen with several pages at once, so each has the machine for itself.
const walks = /^e2e\/(?:screens|lists)\.test\.ts$/;
const reporter = fileURLToPath(new URL('test-counts.mjs', import.meta.url));

// The type checker makes millions of things that live for a moment; with room for them it spends a sixth less time.
const roomy = ['--min-semi-space-size=64', '--max-semi-space-size=256'];

// A test that hangs must fail by itself; far above what any honest test takes.
const minutes = 60_000;

/**
 * The parts to run: a list of steps in order, each a list of lanes beside each other, each a list of parts in order.
 * With filters only matching test files, without the checks.
 */
export function listSteps({ root, filters, options }) {
  const run = { root, options };
  const near = listTestFiles(root, nearSources, filters);
  const browser = listTestFiles(root, journeys, filters);
  const parts = [];
  if (filters.length === 0 || browser.length > 0) parts.push(webBuild(root));
  if (near.length > 0) parts.push({ title: 'tests', work: () => runRooms(run, near) });
  const inBrowser = [
    ['journeys', browser.filter((file) => !walks.test(file)), Math.min(2, availableParallelism())],
    ['walks', browser.filter((file) => walks.test(file)), 1],
  ];
  for (const [title, files, concurrency] of inBrowser)
    if (files.length > 0) parts.push({ title, work: () => runJourneys(run, files, concurrency) });
  const steps = parts.map((part) => [[part]]);
  return filters.length > 0 ? steps : [listChecks(root), ...steps];
}

/** Test files under the globs whose path contains one of the filters (all without filters), sorted. */
export function listTestFiles(root, globs, filters) {
  const files = globs.flatMap((glob) => globSync(glob, { cwd: root, exclude: (name) => name === 'node_modules' }));
  const wanted = filters.map((filter) => relative(root, join(root, filter)));
  return [...new Set(files)].filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part))).sort();
}

/** Adds up what the reporter wrote; a file without a test, and a run without counts, is a failure. */
export function sumCounts(lines) {
  const records = lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const empty = records.filter((record) => record.empty).map((record) => record.empty);
  const red = [...new Set(records.filter((record) => record.red).map((record) => record.red))];
  const counts = records.findLast((record) => record.counts)?.counts;
  if (!counts) return { passed: 0, failed: 1, skipped: 0, empty, red };
  const failed = counts.failed + counts.cancelled + empty.length;
  const passed = counts.passed - empty.length;
  return { passed, failed: passed + failed === 0 ? 1 : failed, skipped: counts.skipped + counts.todo, empty, red };
}

/** Checks over the sources in two lanes of about the same length. */
function listChecks(root) {
  const cache = 'node_modules/.cache';
  const tsc = (config, info) => [
    ...roomy,
    'node_modules/typescript/bin/tsc',
    '--noEmit',
    '--incremental',
    '-p',
    config,
    '--tsBuildInfoFile',
    `${cache}/${info}`,
  ];
  const shape = [
    ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '--cache', '.']],
    ['lint', ['node_modules/oxlint/bin/oxlint', '--type-aware']],
  ];
  const types = [
    ['types', tsc('tsconfig.json', 'tsc.json')],
    ['web types', tsc('web/tsconfig.json', 'tsc-web.json')],
  ];
  const checkOne = ([title, args]) => ({
    title,
    work: async () => {
      const { well, said } = await runStepQuietly(process.execPath, args, { cwd: root });
      return { ...countOne(well), said };
    },
  });
  return [shape, types].map((lane) => lane.map(checkOne));
}

function webBuild(root) {
  return { title: 'web build', work: async () => countOne((await ensureWeb({ root })) !== undefined) };
}

async function runJourneys(run, files, concurrency) {
  const chromium = await findOrInstallChromium();
  if (!chromium.path) {
    console.error(chromium.cure);
    return countOne(false);
  }
  return runJourneyFiles({ ...run, env: { CHROMIUM_PATH: chromium.path } }, files, concurrency);
}

/**
 * Test files room by room, the largest first: those of a folder share a process, since loading the sources and the dictionaries costs
 * more than most tests. Each file still has a database and an app of its own.
 */
async function runRooms(run, files) {
  const rooms = [...Map.groupBy(files, roomOf).values()].sort((a, b) => b.length - a.length);
  const limits = ['--test-isolation=none', `--test-timeout=${2 * minutes}`];
  const results = [];
  const work = async (workRun) => {
    for (let room = rooms.shift(); room; room = rooms.shift()) {
      const { said, ...counts } = await runFiles(workRun, room, { limits, step: runStepQuietly });
      console.log(`\n${roomOf(room[0])}\n${said.trimEnd()}`);
      results.push(counts);
    }
  };
  await withCompileCache(run, (workRun) =>
    Promise.all(Array.from({ length: availableParallelism() }, () => work(workRun))),
  );
  return addUp(results);
}

/** The room of a test file: `server/rules`, `lib/text`, `web`. */
function roomOf(file) {
  const [first, second] = file.split('/');
  return first === 'web' || second.includes('.') ? first : `${first}/${second}`;
}

/**
 * Journeys in a browser. A browser on a machine that is busy with something else may miss a beat: up to two files that failed are
 * run once more, alone. What fails twice has failed; what passes then is named in the summary, for it is a fault all the same.
 */
export async function runJourneyFiles(run, files, concurrency, step = runLoudly) {
  return withCompileCache(run, async (workRun) => {
    const runSome = (some, beside) => {
      const limits = [`--test-concurrency=${beside}`, `--test-timeout=${15 * minutes}`];
      return runFiles(workRun, some, { limits, step });
    };
    const first = await runSome(files, concurrency);
    if (first.red.length === 0 || first.red.length > 2) return first;
    console.log(`\nOnce more, alone: ${first.red.join(' ')}`);
    const second = await runSome(first.red, 1);
    const mended = Math.max(0, first.failed - second.failed);
    const wavering =
      second.failed > 0 && second.red.length === 0 ? [] : first.red.filter((file) => !second.red.includes(file));
    return { ...first, passed: first.passed + mended, failed: first.failed - mended, wavering };
  });
}

/** Runs files by one `node --test` and resolves its counts, with what it said when the step listens. */
async function runFiles({ root, options, env, folder }, files, { limits, step }) {
  const counts = join(folder, `${files[0].replaceAll('/', '-')}.jsonl`);
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
  reporters.push(`--test-reporter=${reporter}`, `--test-reporter-destination=${counts}`);
  const args = ['--test', ...limits, ...reporters, ...options, ...files];
  // What keeps a process alive after its last test would keep the whole run waiting.
  const ending = { timeout: 20 * minutes, killSignal: 'SIGKILL' };
  const { well, said = '' } = await step(process.execPath, args, { cwd: root, env, ...ending });
  const { empty, red, ...sum } = sumCounts(existsSync(counts) ? readFileSync(counts, 'utf8') : '');
  for (const file of empty) console.error(`${relative(root, file)} holds no test.`);
  const failed = !well && sum.failed === 0 ? 1 : sum.failed;
  return { ...sum, failed, red: red.map((file) => relative(root, file)), said };
}

async function runLoudly(command, args, options) {
  return { well: await runStep(command, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] }) };
}

/**
 * Works with a folder where what the test processes compile is kept from one to the next; not where coverage is asked for,
 * which is less exact on what comes out of the cache.
 */
async function withCompileCache(run, work) {
  const folder = mkdtempSync(join(tmpdir(), 'miaohui-test-'));
  const isMeasured = run.options.some((option) => option.includes('coverage'));
  const kept = isMeasured ? {} : { NODE_COMPILE_CACHE: join(folder, 'compiled') };
  try {
    return await work({ ...run, folder, env: { ...process.env, ...kept, ...run.env } });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function addUp(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

function countOne(well) {
  return { passed: well ? 1 : 0, failed: well ? 0 : 1, skipped: 0 };
}
