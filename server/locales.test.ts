import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { errorSpecs } from './platform/errors.ts';
import { locales, readCatalog } from './platform/i18n.ts';
import { modules } from './modules.ts';

const catalogs = Object.fromEntries(
  await Promise.all(locales.map(async (locale) => [locale, flatten(await readCatalog(locale))])),
);
const chinese = catalogs['zh-CN']!;

function flatten(node: unknown, path = ''): Map<string, string> {
  const rows = new Map<string, string>();
  for (const [key, value] of Object.entries(node as Record<string, unknown>)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') rows.set(at, value);
    else for (const [inner, text] of flatten(value, at)) rows.set(inner, text);
  }
  return rows;
}

const stem = (key: string) => key.replace(/_(one|other)$/, '');
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1]!);

for (const locale of locales.slice(1)) {
  test(`${locale} has every text of zh-CN and no other`, () => {
    const want = new Set([...chinese.keys()].map(stem));
    const have = new Set([...catalogs[locale]!.keys()].map(stem));
    assert.deepEqual(
      [...want].filter((key) => !have.has(key)),
      [],
      'missing',
    );
    assert.deepEqual(
      [...have].filter((key) => !want.has(key)),
      [],
      'unknown',
    );
  });

  test(`${locale} uses no placeholder that zh-CN does not fill`, () => {
    for (const [key, text] of catalogs[locale]!) {
      const known = new Set(
        [...chinese].filter(([other]) => stem(other) === stem(key)).flatMap(([, value]) => placeholders(value)),
      );
      known.add('count');
      for (const name of placeholders(text)) assert.ok(known.has(name), `${locale} ${key}: {{${name}}}`);
    }
  });
}

test('every declared error has a text', () => {
  const codes = modules.flatMap((module) => (module.errors ? Object.keys(module.errors[errorSpecs]) : []));
  assert.ok(codes.length > 20);
  const missing = codes.filter((code) => !chinese.has(code.replace('.', '.errors.')));
  assert.deepEqual(missing, []);
});

test('every audited action has a sentence', () => {
  const files = globSync('server/**/*.ts', { cwd: new URL('..', import.meta.url).pathname }).filter(
    (file) => !file.includes('.test.'),
  );
  const actions = files.flatMap((file) => {
    const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
    return text.includes('recordAudit')
      ? [...text.matchAll(/action: '([a-z]+)\.([a-z_]+)'/g)].map((m) => `${m[1]}.audit.${m[2]}`)
      : [];
  });
  assert.ok(actions.length > 10);
  assert.deepEqual(
    actions.filter((key) => !chinese.has(key)),
    [],
  );
});

test('zh-TW is written in Traditional characters', () => {
  const simplifiedOnly =
    /[这们个为说对时会过还进发动里头见问间关门东车长马鸟鱼华语读写请谢让认识边远运连选择购买卖员责贵费资赞赢输轻转轮软载较辑输软视觉觉听闻闲阅队阳阴陆险随际难页项顺须顾顿预领题颜额风飞饭饮馆驾验骑]/;
  const offences = [...catalogs['zh-TW']!]
    .filter(([, text]) => simplifiedOnly.test(text))
    .map(([key, text]) => `${key}: ${text}`);
  assert.deepEqual(offences, []);
});
