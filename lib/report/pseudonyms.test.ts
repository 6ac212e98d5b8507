import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderReport } from './page.ts';
import { createPseudonyms, hidePeople } from './pseudonyms.ts';
import type { Identity } from './pseudonyms.ts';
import { makeDiagnosis, makeGroup } from './testing.ts';

const people: Identity[] = [
  { names: ['老谭', '谭师傅'], ids: ['10001'] },
  { names: ['许三冬'], ids: ['wxid_xsd99'] },
  { names: ['阮阮'] },
  { names: ['Tova Lind'], ids: ['user77001'] },
  { names: ['陶然'] },
  { names: ['周既白'] },
  { names: ['叶知秋'] },
  { names: ['马腾辉'] },
  { names: ['Bo <b>'] },
  { names: ['收废品的阿强'] },
  { names: ['Al'] },
  { names: ['🌸小美|杭州🌸'] },
];
const groups: Identity[] = [{ names: ['灶边 3 群'], ids: ['778899@chatroom'] }];
const originals = [...people, ...groups].flatMap(({ names }) => names).filter((name) => name !== 'Al');

for (const lang of ['zh-CN', 'zh-TW', 'en'] as const) {
  test(`${lang}: neither the page nor the JSON shows anybody`, () => {
    const hidden = hidePeople(makeDiagnosis(), createPseudonyms(people, groups, lang));
    const page = renderReport(hidden, { lang, pseudonyms: true });
    const secrets = [
      ...originals,
      '三冬',
      'Tova',
      'Lind',
      'tanlaoshi_88',
      '138 0013 8000',
      'laotan',
      'shop.example.com',
      '老谭的备份',
      '10001',
      'wxid_',
    ];
    for (const secret of secrets) {
      assert.ok(!page.includes(secret), `the page shows ${secret}`);
      assert.ok(!JSON.stringify(hidden).includes(secret), `the JSON shows ${secret}`);
    }
    assert.ok(page.includes('砂锅粥不糊底'), 'the words are still there');
  });
}

test('texts lose names, accounts, phones, mails and links, and nothing else', () => {
  const { text, person } = createPseudonyms(people, groups, 'zh-CN');
  const [tan, xu, tova] = [person('老谭'), person('许三冬'), person('Tova Lind')];
  const cases: [string, string][] = [
    ['老谭说的，谭师傅也这么说', `${tan}说的，${tan}也这么说`],
    ['@许三冬 三冬你来', `@${xu} ${xu}你来`],
    ['小美说杭州好', `${person('🌸小美|杭州🌸')}说杭州好`],
    ['@路人甲 在吗', '@某人 在吗'],
    ['ask TOVA LIND, or Tova', `ask ${tova}, or ${tova}`],
    ['also Also al-dente', `also Also ${person('Al')}-dente`],
    ['加微信 tan_8848 或 vx:laotan88', '加微信 [号码] 或 vx:[号码]'],
    ['电话 138-0013-8000 或 +86 13800138000', '电话 [号码] 或 [号码]'],
    ['１３８００１３８０００', '[号码]'],
    ['写信 tan.lao@mail.example.cn', '写信 [邮箱]'],
    ['看 https://github.com/laotan/x?y=1，还有 t.me/laotan 和 www.tan.cn', '看 [链接]，还有 [链接] 和 [链接]'],
    ['2026-03-01 见，20 分钟，3.5 斤，第 100 天', '2026-03-01 见，20 分钟，3.5 斤，第 100 天'],
    ['许\u200b三冬', xu],
    ['id 10001 和 wxid_xsd99、wxid_unknown1', 'id [号码] 和 [号码]、[号码]'],
  ];
  for (const [before, after] of cases) assert.equal(text(before), after);
});

test('the alias is the same for all names of a person, in every run and every order', () => {
  const one = createPseudonyms(people, groups, 'zh-CN');
  const other = createPseudonyms([...people].reverse(), groups, 'zh-CN');
  assert.equal(one.person('谭师傅'), one.person('老谭'));
  const same = people.filter(({ names }) => one.person(names[0]!) === other.person(names[0]!));
  assert.ok(same.length >= people.length - 2, 'only clashes may be settled by order');
  const aliases = new Set(people.map(({ names }) => one.person(names[0]!)));
  assert.equal(aliases.size, people.length, 'no two people share an alias');
});

test('thousands of people get an alias each, none of which is a real name', () => {
  const many = Array.from({ length: 5000 }, (_, at): Identity => ({ names: [`路人${at}`] }));
  const { person } = createPseudonyms(many, [], 'zh-CN');
  const aliases = new Set(many.map(({ names }) => person(names[0]!)));
  assert.equal(aliases.size, 5000);
});

test('ids of messages and the place of everything stay together', () => {
  const group = makeGroup();
  const [hidden] = hidePeople(makeDiagnosis([group]), createPseudonyms(people, groups, 'zh-CN')).groups;
  const ids = new Set(hidden!.evidence.map(({ id }) => id));
  assert.deepEqual([...ids], ['m1', 'm2', 'm3', 'm4', 'm5']);
  assert.equal(hidden!.advice[0]!.params.message, 'm1');
  assert.deepEqual(hidden!.topics[0]!.evidence, ['m1', 'm3']);
  assert.deepEqual(hidden!.topics[0]!.words, ['砂锅', '开锅']);
  assert.equal(hidden!.newcomers.recent[0]!.message, 'm4');
  assert.deepEqual(hidden!.heated[0]!.messages, ['m5']);
  assert.deepEqual(hidden!.metrics, group.metrics);
});
