// The launcher from outside: a tiny project with the real bin/ and a server/cli.ts that reports what it sees. No network:
// the newer Node lies in the cache already, npm and vite are replaced through the arguments that exist for it.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './dependencies.mjs';
import { isNodeRecentEnough } from './node-runtime.mjs';

const bin = dirname(fileURLToPath(import.meta.url));
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'miaohui-launcher-')));
after(() => rmSync(folder, { recursive: true, force: true }));

const cli = `
  const [command, ...rest]: string[] = process.argv.slice(2);
  const say = (value: unknown) => process.stdout.write(JSON.stringify(value) + '\\n');
  if (command === 'code') process.exitCode = Number(rest[0]);
  else if (command === 'serve') {
    const alive = setInterval(() => {}, 1000);
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.on(signal, () => { say({ signal }); clearInterval(alive); process.exitCode = 5; });
    }
    say({ pid: process.pid });
  } else if (command === 'die') process.kill(process.pid, 'SIGKILL');
  else say({ version: process.version, rest, main: import.meta.main, cwd: process.cwd(), handedOver: process.env.MIAOHUI_LAUNCHER_PID });
`;

const root = await makeProject();
const oldNode = findOldNode();
const withoutOldNode = oldNode ? false : 'no Node below 24.12 on this machine (name one by MIAOHUI_OLD_NODE)';

async function makeProject() {
  const project = join(folder, 'project');
  for (const path of ['server', 'node_modules']) mkdirSync(join(project, path), { recursive: true });
  cpSync(bin, join(project, 'bin'), { recursive: true });
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(project, 'package-lock.json'), '{ "packages": {} }');
  writeFileSync(join(project, 'server/cli.ts'), cli);
  const install = () => {
    writeFileSync(join(project, 'node_modules/.package-lock.json'), '{ "packages": {} }');
    return true;
  };
  await ensureDependencies({ root: project, install });
  return project;
}

/** A Node that is too old, with this one lying in the cache as if it had been fetched before. */
function findOldNode() {
  const candidates = [process.env.MIAOHUI_OLD_NODE, '/usr/bin/node', '/usr/local/bin/node'].filter(Boolean);
  return candidates.find((path) => {
    const version =
      existsSync(path) && spawnSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout.trim();
    return version && !isNodeRecentEnough(version) && Number(version.split('.')[0]) >= 18;
  });
}

function cacheWithThisNode() {
  const cache = join(folder, 'cache');
  for (const [name, version] of [
    [`node-${process.platform}-${process.arch}`, '24.21.0'],
    [`node-${process.platform}-${process.arch}`, '24.18.1'],
    [`node-bin-${process.platform}-${process.arch}`, '26.10.0'],
  ]) {
    const target = join(cache, 'miaohui', `${name}-${version}`, 'node_modules', name, 'bin');
    mkdirSync(target, { recursive: true });
    if (!existsSync(join(target, 'node'))) symlinkSync(process.execPath, join(target, 'node'));
  }
  return cache;
}

function start(node, args) {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const settings = { ...env, XDG_CACHE_HOME: cacheWithThisNode(), LC_ALL: 'C' };
  const child = spawn(node, [join(root, 'bin/miaohui.mjs'), ...args], { env: settings, cwd: folder, stdio: 'pipe' });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = once(child, 'exit').then(([code, signal]) => ({ code, signal }));
  return { child, ended, readLine: async () => JSON.parse((await lines.next()).value) };
}

const nodes = [
  { title: 'a recent Node', node: process.execPath, skip: false },
  { title: 'an old Node', node: oldNode, skip: withoutOldNode },
];

for (const { title, node, skip } of nodes) {
  test(`${title}: the command runs under a recent Node, as main, where the operator stands`, { skip }, async () => {
    const { ended, readLine } = start(node, ['report', '--port', '1 2']);
    const seen = await readLine();
    assert.ok(isNodeRecentEnough(seen.version.slice(1)));
    assert.deepEqual(seen.rest, ['--port', '1 2']);
    assert.equal(seen.main, true);
    assert.equal(seen.cwd, folder);
    assert.equal(seen.handedOver, undefined);
    assert.deepEqual(await ended, { code: 0, signal: null });
  });

  test(`${title}: the exit code is the command's`, { skip }, async () => {
    assert.deepEqual(await start(node, ['code', '7']).ended, { code: 7, signal: null });
  });

  test(`${title}: a command that was killed looks killed`, { skip }, async () => {
    assert.deepEqual(await start(node, ['die']).ended, { code: null, signal: 'SIGKILL' });
  });

  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
    test(`${title}: ${signal} reaches the server, which ends in its own time`, { skip }, async () => {
      const { child, ended, readLine } = start(node, ['serve']);
      await readLine();
      child.kill(signal);
      assert.deepEqual(await readLine(), { signal });
      assert.deepEqual(await ended, { code: 5, signal: null });
    });
  }
}

test(
  'a launcher killed outright takes its server along, by the server’s own clean stop',
  { skip: withoutOldNode },
  async () => {
    const { child, readLine } = start(oldNode, ['serve']);
    const { pid } = await readLine();
    assert.notEqual(pid, child.pid);
    child.kill('SIGKILL');
    assert.deepEqual(await readLine(), { signal: 'SIGTERM' });
  },
);
