import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CATALOGUE } from '../analysis/catalogue.ts';
import { renderReport } from './page.ts';
import { describeVerdict } from './plain.ts';
import { makeDiagnosis, makeGroup } from './testing.ts';
import { openWords, REPORT_LANGUAGES } from './words.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const shapes = read('../analysis/diagnosis.ts') + read('../analysis/finding.ts');

/** The members of a union of words, as they stand in the shape of a diagnosis. */
function listUnion(name: string): string[] {
  const from = shapes.indexOf(`export type ${name} =`);
  const rest = shapes.slice(from).replaceAll(/\/\/.*$/gmu, '');
  const body = rest.slice(0, rest.indexOf(';'));
  return [...body.matchAll(/'([^']+)'/gu)].map(([, code]) => code!);
}

function flatten(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (Array.isArray(node)) return node.map((text, at) => [`${path}.${at}`, String(text)]);
  return Object.entries(node as object).flatMap(([key, inner]) => flatten(inner, path === '' ? key : `${path}.${key}`));
}

const catalogue = (lang: string) => new Map(flatten(JSON.parse(read(`./locales/${lang}.json`))));
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)/gu)].map(([, name]) => name).sort();

for (const lang of REPORT_LANGUAGES) {
  test(`${lang} has words for every code of a diagnosis and every metric`, () => {
    const words = openWords(lang, 'UTC');
    const keys = [
      ...listUnion('FindingCode').map((code) => `sentence.${code}`),
      ...listUnion('AdviceCode').flatMap((code) => ['title', 'why', 'how'].map((part) => `advice.${code}.${part}`)),
      ...listUnion('MissingReason').map((code) => `reason.${code}`),
      ...listUnion('RoleId').flatMap((code) => [`role.${code}`, `role.${code}_what`]),
      ...listUnion('Stage').flatMap((code) => [`stage.${code}`, `stage.${code}_what`]),
    ];
    assert.ok(keys.length > 150, 'the codes were found');
    assert.deepEqual(
      keys.filter((key) => !words.has(key)),
      [],
    );
    const ids = Object.keys(CATALOGUE);
    assert.deepEqual(
      ids.filter((id) => !words.metric(id)?.how),
      [],
    );
    const families = new Set(ids.map((id) => `family.${id.split('.')[0]}`));
    assert.deepEqual(
      [...families].filter((key) => !words.has(key)),
      [],
    );
  });

  test(`${lang} has the texts of zh-CN and fills the same places`, () => {
    const [ours, first] = [catalogue(lang), catalogue('zh-CN')];
    assert.deepEqual([...ours.keys()].sort(), [...first.keys()].sort());
    const known = new Map([...first].map(([key, text]) => [key, new Set(placeholders(text))]));
    for (const [key, text] of ours) {
      const stray = placeholders(text).filter((name) => !known.get(key)!.has(name));
      // An English sentence may name somebody whom the Chinese one leaves unsaid; both get the same values.
      assert.deepEqual(key.startsWith('sentence') || key.startsWith('advice') ? [] : stray, [], key);
    }
  });

  test(`${lang}: the page stands alone, runs nothing, and every link on it leads somewhere`, () => {
    const page = renderReport(makeDiagnosis([makeGroup(), makeGroup(), makeGroup()]), { lang });
    assert.ok(page.includes('content="default-src &#39;none&#39;;'));
    const active = /<script|javascript:|<[^>]*\son\w+=|<link|<img|@import|url\(/iu.exec(page);
    assert.equal(active?.[0], undefined);
    const targets = new Set([...page.matchAll(/\sid="([^"]+)"/gu)].map(([, id]) => id));
    assert.equal(targets.size, [...page.matchAll(/\sid="/gu)].length, 'no anchor twice');
    const links = [...page.matchAll(/href="([^"]+)"/gu)].map(([, href]) => href!);
    assert.ok(links.length > 50);
    assert.deepEqual(
      links.filter((href) => !href.startsWith('#') || !targets.has(href.slice(1))),
      [],
    );
    assert.equal(findOpenTag(page), undefined, 'every element is closed where it should be');
    assert.equal(/\{\{|undefined|NaN|\[object/u.exec(page)?.[0], undefined);
  });
}

/** The first tag that closes nothing, or is never closed. */
function findOpenTag(page: string): string | undefined {
  const open: string[] = [];
  for (const [tag, slash, name, rest] of page.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>/gu)) {
    if (['meta', 'br'].includes(name!) || rest!.endsWith('/')) continue;
    if (slash === '') open.push(name!);
    else if (open.pop() !== name) return tag;
  }
  return open.at(-1);
}

test('zh-TW is written in Traditional characters', () => {
  const simplified =
    /[这们个为说对时会过还进发动头见问间关门东车长马鸟鱼华语读写请谢让认识边远运连选择购买卖员责贵费资赞赢输轻转轮软载较辑视觉听闻闲阅队阳阴陆险随际难页项顺须顾顿预领题颜额风飞饭饮馆驾验骑]/u;
  for (const file of ['zh-TW.json', 'zh-TW.metrics.json'])
    assert.deepEqual(
      flatten(JSON.parse(read(`./locales/${file}`))).filter(([, text]) => simplified.test(text)),
      [],
    );
});

test('what people wrote is shown as text', () => {
  const group = makeGroup();
  group.name = '"><svg onload=alert(1)>';
  group.people[1]!.name = '<b>x</b>';
  group.evidence[0]!.text = '</p><script>alert(1)</script>\u202E';
  const page = renderReport(makeDiagnosis([group]), { lang: 'en' });
  assert.equal(/<script|<svg onload|<b>x<\/b>|\u202e/u.exec(page)?.[0], undefined);
  assert.ok(page.includes('&lt;script&gt;alert(1)'));
});

test('the first sentence is the headline; a value that is not known leaves its clause out', () => {
  const sentences = describeVerdict(makeDiagnosis(), 0, 'zh-CN');
  assert.deepEqual(sentences, [
    '这是一个广播站：老谭一个人说了 42% 的话，其他人在听。',
    '几乎靠老谭一个人撑着：有用的话 42% 出自这里。',
    '值得待：38% 的话有内容，像广告的占 8%，聊得最有用的是「砂锅」。',
    '在往下走：近 6 周，每周说话的人平均少 8%；30 天内安静下来的可能是 21%。',
    '先做这一件：回老谭的问题',
  ]);
  const english = describeVerdict(makeDiagnosis(), 0, 'en');
  assert.equal(
    english[3],
    'It is shrinking: over 6 weeks the people speaking each week fell by 8% a week on average; the chance of falling silent within 30 days is 21%.',
  );
});

test('a chance out of a simulation is never nothing and never all', () => {
  const words = openWords('en', 'UTC');
  assert.deepEqual(
    [0, 0.004, 0.21, 1].map((value) => words.format(value, 'odds')),
    ['below 1%', 'below 1%', '21%', 'above 99%'],
  );
});

test('days are those of the zone; a day without a clock is not moved', () => {
  const words = openWords('en', 'Asia/Shanghai');
  assert.equal(words.format('2026-03-01T16:30:00.000Z', 'date'), 'March 2, 2026');
  assert.equal(words.format('2026-03-01', 'date'), 'March 1, 2026');
});

test('a group without a word has a page, and a missing number shows its reason', () => {
  const group = makeGroup();
  const empty = {
    ...group,
    messages: 0,
    authors: 0,
    from: null,
    to: null,
    people: [],
    evidence: [],
    advice: [],
    findings: [],
    verdict: [{ code: 'kind.empty' as const, tone: 'neutral' as const, params: {}, metrics: [], evidence: [] }],
  };
  assert.ok(renderReport(makeDiagnosis([empty]), { lang: 'zh-CN' }).includes('这里没有人说过话'));
  assert.ok(renderReport(makeDiagnosis([group]), { lang: 'zh-CN' }).includes('没有：这份记录看不到谁进了群'));
});
