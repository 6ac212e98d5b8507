// The test runner on a tiny project: what it selects, what it counts, and that nothing empty or broken looks green.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { listBenchmarks } from './bench.mjs';
import { runStepQuietly } from './child.mjs';
import { findOrInstallChromium } from './chromium.mjs';
import { listTestFiles, runJourneyFiles } from './test-parts.mjs';

const runner = fileURLToPath(new URL('test.mjs', import.meta.url));
const bench = fileURLToPath(new URL('bench.mjs', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'miaohui-test-run-'));
after(() => rmSync(root, { recursive: true, force: true }));

const files = {
  'server/people/person.test.ts': `import { test } from 'node:test'; test('a', () => {}); test('b', () => {}); test.skip('c', () => {});`,
  'server/people/empty.test.ts': 'export {};',
  'server/groups/group.test.ts': `import { test } from 'node:test'; test('a', () => { throw new Error('planted'); }); test('b', () => {});`,
  'server/groups/broken.test.ts': 'const x: = 3;',
  'server/desk/leaving.test.ts': `import { test } from 'node:test'; test('a', () => {}); test('b', () => process.exit(0));`,
  'lib/text/term.test.ts': `import { test } from 'node:test'; test('run', () => { if (process.env.MIAOHUI_TEST_DATABASE_URL !== 'planted') throw new Error('no database'); });`,
  'server/platform/testing-server.ts': `console.log('planted'); process.stdin.resume().once('end', () => console.error('database stopped'));`,
  'e2e/sound.test.ts': `import { test } from 'node:test'; test('a', () => {});`,
  'e2e/sunk.test.ts': `import { test } from 'node:test'; test('a', () => { throw new Error('planted'); });`,
  'e2e/wavering.test.ts': `import { existsSync, writeFileSync } from 'node:fs'; import { test } from 'node:test';
    const seen = new URL('seen', import.meta.url);
    test('a', () => { if (!existsSync(seen)) { writeFileSync(seen, ''); throw new Error('planted'); } }); test('b', () => {});`,
  'bench/search.ts': `console.log(JSON.stringify({ options: process.argv.slice(2) }));`,
  'bench/slow.ts': 'process.exitCode = 1;',
  'bench/load/clients.ts': '',
};
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function runScript(script, args) {
  const code = `const { run } = await import(process.argv[1]); process.exitCode = await run(JSON.parse(process.argv[2]));`;
  const { NODE_TEST_CONTEXT: _, MIAOHUI_TEST_DATABASE_URL: __, ...env } = process.env;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', code, script, JSON.stringify({ root, args })],
    { encoding: 'utf8', env },
  );
  return { status, stdout, stderr, lastLine: stdout.trimEnd().split('\n').at(-1) };
}

test('the sum is over all files, the exit code follows, the shared database stops', () => {
  const good = runScript(runner, ['server/people/person', 'lib/']);
  assert.equal(good.lastLine, '3 passed, 0 failed', good.stdout + good.stderr);
  assert.equal(good.status, 0);
  assert.match(good.stdout, /1 skipped/);
  assert.match(good.stderr, /database stopped/);
});

test('failing and broken files fail, after everything else was run', () => {
  const bad = runScript(runner, ['server/groups', 'lib/']);
  assert.equal(bad.lastLine, '2 passed, 2 failed', bad.stdout + bad.stderr);
  assert.equal(bad.status, 1);
  assert.match(bad.stderr, /database stopped/);
});

test('a room that is left before its tests have ended is a failure', () => {
  const left = runScript(runner, ['server/desk', 'lib/']);
  assert.equal(left.lastLine, '1 passed, 1 failed', left.stdout + left.stderr);
});

test('a file without a test, and a filter without a file, are failures', () => {
  const empty = runScript(runner, ['server/people']);
  assert.equal(empty.lastLine, '2 passed, 1 failed', empty.stdout + empty.stderr);
  assert.match(empty.stderr, /empty\.test\.ts holds no test/);
  const none = runScript(runner, ['server/nothing']);
  assert.equal(none.lastLine, '0 passed, 1 failed');
  assert.equal(none.status, 1);
});

test('a journey that failed is run once more and named; what fails twice has failed', async () => {
  const env = { NODE_TEST_CONTEXT: undefined };
  const journeys = ['e2e/sound.test.ts', 'e2e/sunk.test.ts', 'e2e/wavering.test.ts'];
  const { passed, failed, wavering } = await runJourneyFiles({ root, options: [], env }, journeys, 2, runStepQuietly);
  assert.deepEqual({ passed, failed, wavering }, { passed: 3, failed: 1, wavering: ['e2e/wavering.test.ts'] });
});

test('options go to node', () => {
  assert.equal(runScript(runner, ['server/people/person', '--test-name-pattern=^a$']).lastLine, '1 passed, 0 failed');
});

test('filters are paths as they are typed', () => {
  const globs = ['server/**/*.test.ts', 'lib/**/*.test.ts'];
  assert.deepEqual(listTestFiles(root, globs, ['./lib/']), ['lib/text/term.test.ts']);
  assert.equal(listTestFiles(root, globs, []).length, 6);
});

test('benchmarks are run by name with their options, or all, and one that fails fails the run', () => {
  assert.deepEqual(listBenchmarks(root), ['search', 'slow']);
  const one = runScript(bench, ['search', '--members', '5']);
  assert.equal(one.lastLine, '{"options":["--members","5"]}');
  assert.equal(one.status, 0);
  const all = runScript(bench, ['--quick']);
  assert.match(all.stdout, /"--quick"/);
  assert.match(all.stderr, /Failed: slow/);
  assert.equal(all.status, 1);
  assert.match(runScript(bench, ['missing']).stderr, /no benchmark missing.*search, slow/);
});

test('a named Chromium that does not run is refused by name, and nothing is installed instead', async () => {
  const { path, cure } = await findOrInstallChromium({ CHROMIUM_PATH: join(root, 'none') });
  assert.equal(path, null);
  assert.match(cure, /CHROMIUM_PATH=.*none does not run/);
  assert.deepEqual(await findOrInstallChromium({ CHROMIUM_PATH: process.execPath }), { path: process.execPath });
});

test('what a quiet step said is whole, also when it fails', async () => {
  const code = `process.stdout.write('x'.repeat(300_000)); console.error('planted'); process.exitCode = 1;`;
  const { well, said } = await runStepQuietly(process.execPath, ['-e', code]);
  assert.equal(well, false);
  assert.equal(said.length, 300_000 + 'planted\n'.length);
  assert.equal((await runStepQuietly(process.execPath, ['-e', ''])).well, true);
});
