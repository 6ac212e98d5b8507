import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'miaohui-web-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function run(args: string[]): { status: number | null; output: string } {
  const env = { ...process.env, NO_COLOR: '1', NODE_ENV: 'production' };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

function check(dist: string): { status: number | null; output: string } {
  return run(['web/check-budget.mjs', dist]);
}

test('the built pages keep the join page within its budget, without inline scripts', () => {
  const dist = join(folder, 'dist');
  const built = run([
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    'web/vite.config.ts',
    '--outDir',
    dist,
    '--logLevel',
    'error',
  ]);
  assert.equal(built.status, 0, built.output);
  const checked = check(dist);
  assert.equal(checked.status, 0, checked.output);
  assert.match(checked.output, /\d kB {2}join page, budget 130 kB: within/);
  for (const page of readdirSync(dist).filter((name) => name.endsWith('.html'))) {
    const html = readFileSync(join(dist, page), 'utf8');
    for (const [, attributes, body] of html.matchAll(/<script([^>]*)>([^<]*)/g)) {
      assert.match(attributes ?? '', / src="\/assets\/[^"]+-[\w-]{8}\.js"/, `${page}: scripts come from hashed files`);
      assert.equal(body?.trim(), '', `${page}: no inline script`);
    }
  }
});

test('a page above the budget fails, counting what its imports import and the largest language', () => {
  const dist = join(folder, 'heavy');
  const noise = (kb: number): string => randomBytes(kb * 750).toString('base64');
  const chunks: Record<string, [file: string, kb: number, imports?: string[]]> = {
    'member.html': ['assets/member.js', 50, ['_react.js']],
    '_react.js': ['assets/react.js', 60, ['_deep.js']],
    '_deep.js': ['assets/deep.js', 30],
    'chat.tsx': ['assets/chat.js', 500],
  };
  for (const language of ['zh-CN', 'zh-TW', 'en']) {
    chunks[`locales/${language}/member.json`] = [`assets/${language}.js`, 5];
    chunks[`locales/${language}/kit.json`] = [`assets/${language}-kit.js`, 1];
  }
  const write = (heavy: number): void => {
    for (const sub of ['assets', '.vite']) mkdirSync(join(dist, sub), { recursive: true });
    const manifest = Object.entries(chunks).map(([name, [file, kb, imports = []]]) => {
      writeFileSync(join(dist, file), noise(name === '_deep.js' ? heavy : kb));
      return [name, { file, imports }];
    });
    writeFileSync(join(dist, '.vite/manifest.json'), JSON.stringify(Object.fromEntries(manifest)));
  };
  write(60);
  const heavy = check(dist);
  assert.equal(heavy.status, 1, heavy.output);
  assert.match(heavy.output, /EXCEEDED/);
  write(1);
  assert.equal(check(dist).status, 0, 'the same page without the heavy import, and with a heavy chat, is within');
});
