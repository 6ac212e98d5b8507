import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTerms } from '../../lib/text/index.ts';
import type { Evidence } from './checks/check.ts';
import { findEvidence, ownChecks, ruleOfEvidence } from './judge.ts';
import { shippedModel } from './learner.ts';
import type { Rulebook } from './rulebook.ts';
import { rulesSettings, type RulesSettings } from './settings.ts';
import { trustFrom, type Trust } from './trust.ts';
import { decide, scoreOf } from './verdict.ts';

const at = new Date('2026-11-19T12:00:00Z');
const terms = ['加微信', '刷单', '返利', '日结', '内部资料', 'bonus code'];

function book(change: Partial<RulesSettings> = {}): Rulebook {
  return {
    revision: 1,
    model: shippedModel,
    settings: { ...rulesSettings.schema.parse({}), ...change },
    allowedHosts: new Set(['example.org']),
    finder: openTerms(terms.map((text) => ({ text, wholeWord: true }))),
    lists: { all: [{ effect: 'hold', mode: 'on', rule: null }], terms, of: () => 0, endOf: () => Infinity },
    items: [],
    checks: ownChecks,
    waves: new Map(),
    ruleOf: (check) => (check === 'ads' ? 'noads' : check),
    sleeps: false,
    notes: false,
  };
}
const look = (text: string, rulebook = book()) =>
  findEvidence({ attemptId: null, identityId: 'a', groupId: 'g', text, picture: null, at }, rulebook, null);
const judge = (text: string, trust: Trust = 'new') => decide(look(text), trust).action;

/** Advertisements in disguise; each is caught for a newcomer, whichever check sees it. */
const attacks: Record<string, string[]> = {
  'spaces and dots': ['加 微 信 了解一下', '刷.单.返.利 一天三百', '加·微·信 拿资料'],
  'full width and styled letters': ['ｂｏｎｕｓ　ｃｏｄｅ 送给大家', '𝐛𝐨𝐧𝐮𝐬 𝐜𝐨𝐝𝐞 here', 'BONUS CODE 限时'],
  traditional: ['加微信領內部資料', '刷單返利，日結三百'],
  'invisible characters': ['加\u200b微\u200d信 聊聊', '刷\u2060单\u200b返利'],
  emoji: ['加😀微😀信，拉你进群', '刷🔥单🔥返🔥利，当天结'],
  'look-alike letters': ['bоnus cоde for you', 'bonuѕ code today'],
  links: [
    '看这里 https://evil.top/a?x=1',
    '点 www.evil.vip 有惊喜',
    'Ｅｖｉｌ．ｃｏｍ 上有',
    'evil。com 打开看看',
    'user@x evil.shop/win',
  ],
  wording: ['兼职刷单日结三百加V信abc12345', '佳喂 abc8899 免费领取理财秘籍，稳赚不赔'],
};

for (const [technique, texts] of Object.entries(attacks)) {
  test(`attacks by ${technique} are held`, () => {
    for (const text of texts) assert.equal(judge(text), 'hold', `${text} ${JSON.stringify(look(text))}`);
  });
}

test('what only looks alike passes', () => {
  const innocent = [
    '早上好，今天第三天打卡',
    '微信支付成功，一共 38.5 元',
    '加油！微笑面对每一天',
    '接龙 1. 小满 2 份 2. 阿圆 1 份',
    '单词刷了三十个，返回去又看了一遍利用的用法',
    '快递单号 SF1234567890123，到了叫我',
    '今晚八点 example.org/live 有直播',
    'https://sub.example.org/a 这是我们自己的页面',
    'v2.0.1 的文件是 index.ts，不是 main.js',
    '3.14 和 2.72 哪个大',
    '我在公司内部整理资料，晚点到',
    '谢谢大家，今天学到了',
  ];
  for (const text of innocent) assert.equal(judge(text), 'pass', `${text} ${JSON.stringify(look(text))}`);
});

test('evidence points at the places in the text as it was written', () => {
  const text = '看看 加😀微·信 和 ＥＶＩＬ．ＣＯＭ/a 吧';
  const places = look(text).flatMap(({ check, spans }) =>
    spans.map(({ start, end }) => [check, text.slice(start, end)]),
  );
  assert.deepEqual(places, [
    ['terms', '加😀微·信'],
    ['links', 'ＥＶＩＬ．ＣＯＭ/a'],
  ]);
});

test('newcomers’ links are looked at, those of members are not; the team is not looked at', () => {
  const text = '资料在 https://other.com/page';
  const actions = (['new', 'member', 'core', 'team'] as const).map((trust) => judge(text, trust));
  assert.deepEqual(actions, ['hold', 'pass', 'pass', 'pass']);
  assert.equal(judge('加微信', 'core'), 'hold');
  assert.equal(judge('加微信', 'team'), 'pass');
});

test('one score from all evidence: two weak findings may be a strong one, dry ones count for nothing', () => {
  const finding = (more: Partial<Evidence>): Evidence => ({
    check: 'terms',
    score: 0.3,
    spans: [],
    words: [],
    effect: 'hold',
    mode: 'on',
    upTo: 'core',
    rule: null,
    ...more,
  });
  assert.ok(Math.abs(scoreOf([finding({}), finding({})]) - 0.51) < 1e-9);
  assert.equal(decide([finding({})], 'new').action, 'pass');
  assert.equal(decide([finding({}), finding({ check: 'ads' })], 'new').action, 'hold');
  assert.equal(decide([finding({ score: 1, effect: 'stop' })], 'core').action, 'stop');
  const dry = decide([finding({ score: 0.9, mode: 'dry' })], 'new');
  assert.deepEqual([dry.action, dry.dry], ['pass', 'hold']);
  const both = decide([finding({ score: 0.9 }), finding({ score: 1, effect: 'stop', mode: 'dry' })], 'new');
  assert.deepEqual([both.action, both.dry, both.evidence.length], ['hold', null, 1]);
  assert.equal(ruleOfEvidence([finding({ check: 'ads' })], book()), 'noads');
  assert.equal(ruleOfEvidence([finding({ rule: 'own' })], book()), 'own');
});

test('long and strange texts are looked at like any other', () => {
  const strange = [
    '加'.repeat(4000),
    `${'a.'.repeat(2000)}com`,
    '\ud800'.repeat(4000),
    '👨‍👩‍👧'.repeat(800),
    `http://${'x'.repeat(3900)}`,
  ];
  assert.deepEqual(
    strange.map((text) => decide(look(text), 'new').action),
    ['pass', 'hold', 'pass', 'pass', 'hold'],
  );
});

test('trust grows with tenure and clean messages, and shrinks with decisions that stand', () => {
  const { trust: limits } = rulesSettings.schema.parse({});
  const cases: [number, number, number, Trust][] = [
    [0, 100, 0, 'new'],
    [10, 0, 0, 'new'],
    [3, 3, 0, 'member'],
    [10, 15, 1, 'new'],
    [10, 40, 1, 'member'],
    [59, 5000, 0, 'member'],
    [60, 200, 0, 'core'],
    [60, 210, 1, 'member'],
  ];
  for (const [days, messages, upheld, expected] of cases)
    assert.equal(trustFrom({ days, messages, upheld }, limits), expected, `${days} ${messages} ${upheld}`);
});
