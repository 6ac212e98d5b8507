import assert from 'node:assert/strict';
import { readFileSync, globSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { modules } from './modules.ts';

const server = dirname(fileURLToPath(import.meta.url));
const names = modules.map((module) => module.name).filter((name) => !['platform', 'auth', 'files'].includes(name));
const rank = (name: string) => names.indexOf(name);

/** Every import of every file of the domain modules: the importing file and the file that it names. */
const imports = names.flatMap((name) =>
  globSync(`${server}/${name}/**/*.ts`).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => ({
      from: name,
      file: relative(server, file),
      target: relative(server, resolve(dirname(file), match[1]!)),
    })),
  ),
);

test('a module imports only earlier modules, and only their index.ts', () => {
  const offences = imports.flatMap(({ from, file, target }) => {
    const to = target.split('/')[0]!;
    if (to === from || rank(to) < 0) return [];
    if (rank(to) > rank(from)) {
      return [
        `${file} imports ${target}: ${to} is later than ${from}. Announce an event, or declare a slot that ${to} fills.`,
      ];
    }
    const deep = target !== `${to}/index.ts` && !/\.test\.ts$|testing/.test(file);
    return deep
      ? [`${file} imports ${target}: import from ${to}/index.ts, and export there what is meant for others.`]
      : [];
  });
  assert.deepEqual(offences, []);
  assert.ok(imports.length > 100, 'the check has seen the imports');
});

test('only store files write SQL', () => {
  const offences = names.flatMap((name) =>
    globSync(`${server}/${name}/**/*.ts`)
      .map((file) => ({ file: relative(server, file), text: readFileSync(file, 'utf8') }))
      .filter(({ file }) => !/store(\/|\.ts$|\.)|\.test\.ts$|testing/.test(file))
      .filter(({ text }) => /\bsql(<[^`]*>)?`|\.(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(text))
      .map(({ file }) => `${file} writes SQL: move the statement to the module's store`),
  );
  assert.deepEqual(offences, []);
});

test('lib imports nothing of the server or the web, and the platform nothing of the modules', () => {
  const files = [...globSync(`${server}/../lib/**/*.ts`), ...globSync(`${server}/platform/**/*.ts`)];
  const offences = files
    .filter((file) => !/\.test\.ts$|testing/.test(file))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/from\s+'(\.[^']+)'/g)]
        .map((match) => relative(server, resolve(dirname(file), match[1]!)))
        .filter((target) =>
          file.includes('/lib/') ? !target.startsWith('../lib/') : names.includes(target.split('/')[0]!),
        )
        .map((target) => `${relative(server, file)} imports ${target}`),
    );
  assert.deepEqual(offences, []);
});

test('every module has a README and permissions, jobs and events under its own name', () => {
  for (const name of names)
    assert.ok(globSync(`${server}/${name}/README.md`).length === 1, `${name}/README.md is missing`);
  for (const module of modules) {
    for (const route of module.routes ?? []) assert.match(route.name, /^[a-z]+\.[a-z_]+$/);
    for (const job of module.jobs ?? []) assert.ok(job.name.startsWith(`${module.name}.`), job.name);
    for (const subscription of module.on ?? [])
      assert.ok(subscription.name.startsWith(`${module.name}.`), subscription.name);
  }
});
