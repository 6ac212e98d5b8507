// The parts of `npm test`: checks over the sources (one result each) and runs of test files (a result per test).
// Every part resolves { passed, failed, skipped } and never stops the parts after it.
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOrInstallChromium } from './chromium.mjs';
import { runStep } from './child.mjs';
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

// A test that hangs must fail by itself; far above what any honest test takes.
const minutes = 60_000;

/** The parts to run, in order. With filters only matching test files, without the checks. */
export function listParts({ root, filters, options }) {
  const run = { root, options };
  const near = listTestFiles(root, nearSources, filters);
  const browser = listTestFiles(root, journeys, filters);
  const parts = filters.length > 0 ? [] : [...listChecks(root), webBuild(root)];
  if (near.length > 0) {
    parts.push({
      title: 'tests',
      work: () => runFiles(run, near, { concurrency: availableParallelism(), timeout: 5 * minutes }),
    });
  }
  if (browser.length > 0) {
    if (filters.length > 0) parts.push(webBuild(root));
    const lanes = [
      ['journeys', browser.filter((file) => !walks.test(file)), Math.min(2, availableParallelism())],
      ['walks', browser.filter((file) => walks.test(file)), 1],
    ];
    for (const [title, files, concurrency] of lanes)
      if (files.length > 0) parts.push({ title, work: () => runJourneys(run, files, concurrency) });
  }
  return parts;
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
  const counts = records.findLast((record) => record.counts)?.counts;
  if (!counts) return { passed: 0, failed: 1, skipped: 0, empty };
  const failed = counts.failed + counts.cancelled + empty.length;
  const passed = counts.passed - empty.length;
  return { passed, failed: passed + failed === 0 ? 1 : failed, skipped: counts.skipped + counts.todo, empty };
}

function listChecks(root) {
  const cache = 'node_modules/.cache';
  const tsc = (config) => [
    'node_modules/typescript/bin/tsc',
    '--noEmit',
    '--incremental',
    '-p',
    config,
    '--tsBuildInfoFile',
  ];
  const checks = [
    ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '--cache', '.']],
    ['lint', ['node_modules/oxlint/bin/oxlint', '--type-aware']],
    ['types', [...tsc('tsconfig.json'), `${cache}/tsc.json`]],
  ];
  if (existsSync(join(root, 'web/tsconfig.json')))
    checks.push(['web types', [...tsc('web/tsconfig.json'), `${cache}/tsc-web.json`]]);
  for (const script of globSync('scripts/check-*.{ts,mjs}', { cwd: root }).sort()) checks.push([script, [script]]);
  return checks.map(([title, args]) => ({ title, work: async () => countOne(await runNode(root, args)) }));
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
  return runFiles({ ...run, env: { CHROMIUM_PATH: chromium.path } }, files, { concurrency, timeout: 15 * minutes });
}

async function runFiles({ root, options, env }, files, { concurrency, timeout }) {
  const folder = mkdtempSync(join(tmpdir(), 'miaohui-test-'));
  const counts = join(folder, 'counts.jsonl');
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
  reporters.push(`--test-reporter=${reporter}`, `--test-reporter-destination=${counts}`);
  const limits = [`--test-concurrency=${concurrency}`, `--test-timeout=${timeout}`];
  try {
    const well = await runNode(root, ['--test', ...limits, ...reporters, ...options, ...files], env);
    const sum = sumCounts(existsSync(counts) ? readFileSync(counts, 'utf8') : '');
    for (const file of sum.empty) console.error(`${relative(root, file)} holds no test.`);
    return !well && sum.failed === 0 ? { ...sum, failed: 1 } : sum;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runNode(root, args, env = {}) {
  return runStep(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

function countOne(well) {
  return { passed: well ? 1 : 0, failed: well ? 0 : 1, skipped: 0 };
}
