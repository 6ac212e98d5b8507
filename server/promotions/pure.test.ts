import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simHash } from '../../lib/text/index.ts';
import { costOf, fadeBalance, walkDays, weights } from './credit.ts';
import { findHold, type GuardFacts, type Policy } from './guard.ts';
import { hashOf, recognise } from './recognition.ts';
import { readSigns } from './signs.ts';

const list = { ignoredKinds: [], shopHosts: ['our-shop.example.com'], ignoredHosts: ['jd.com'] } as const;
const known = { label: null, isAnswer: false, list, lessons: [] };

test('signs: links to pay and to shop, cards, coupon codes, lists with prices; communities add and remove hosts', () => {
  const cases: [string, string[]][] = [
    ['新米到了 https://m.tb.cn/h.5abc 自己下单', ['shop']],
    ['我们的小店 https://our-shop.example.com/7', ['shop']],
    ['这家 https://item.jd.com/100.html 我买过', []],
    ['#小程序://灶边好物/商品/x8Yz', ['miniProgram']],
    ['[小程序] 春日礼盒', ['miniProgram']],
    ['复制 ￥k3Jd9sLm2Q￥ 打开淘宝', ['coupon']],
    ['#接龙 周五草莓 35元/箱\n1. 小林 2箱', ['orderList']],
    ['#接龙 周六聚餐报名\n1. 小林', []],
    ['付款码 https://qr.alipay.com/fkx1 到店付', ['payment']],
    ['团长链接 https://ktt.pinduoduo.com/t/abc', ['groupBuy']],
    ['菜谱在 https://cook.example.com/1', []],
    ['今天降温，记得加衣服', []],
  ];
  for (const [text, signs] of cases)
    assert.deepEqual(
      readSigns(text, list).map(({ sign }) => sign),
      signs,
      text,
    );
  assert.deepEqual(readSigns('https://m.tb.cn/h', { ...list, ignoredKinds: ['shop'] }), []);
});

test('recognition: a label says all, a lesson counts more than signs, an answer promotes only by its own word', () => {
  const sale = '今晚八点秒杀：东北大米 10 斤 39.9 元，群友立减 5 元，限量 50 份';
  const know = (text: string, more: object = {}) => {
    const found = recognise(text, { ...known, ...more });
    return found.promotion ? found.knownBy : `no: ${found.because}`;
  };
  assert.equal(know(sale), 'wording');
  assert.equal(know('明天晚上八点开始打卡，记得带上菜谱'), 'no: nothing');
  assert.equal(know(sale, { label: false }), 'no: label');
  assert.equal(know('春天到了', { label: true }), 'label');
  assert.equal(know(sale, { isAnswer: true }), 'no: nothing');
  const lessons = [{ hash: hashOf(sale)!, promotion: false, on: '2026-11-01' }];
  assert.equal(know(`${sale}！`, { lessons }), 'no: taught');
  const other = '周末市集摆摊名单已经定下，想来摆摊的私聊报名';
  assert.equal(know(other), 'no: nothing');
  assert.equal(know(other, { lessons: [{ hash: simHash(other), promotion: true, on: '2026-11-01' }] }), 'taught');
  assert.equal(hashOf('好'), null);
});

const policy: Policy = { perWeek: 2, gapHours: 20, quiet: { from: 22 * 60, to: 9 * 60 }, creditFloor: null };
const at = (local: string) => new Date(`${local}:00+08:00`);
const facts = (now: string, taken: string[] = [], more: Partial<GuardFacts> = {}): GuardFacts => ({
  now: at(now),
  zone: 'Asia/Shanghai',
  taken: taken.map(at),
  leftAt: () => 0,
  ...more,
});
const hold = (own: Partial<Policy>, given: GuardFacts) => {
  const found = findHold({ ...policy, ...own }, given);
  return found && [found.reasons.join(' '), found.mayAt?.toISOString() ?? null];
};

test('the guard: budget of the week, gap, quiet hours over midnight, and the first moment at which all of them are over', () => {
  // 2026-11-19 is a Thursday.
  assert.equal(hold({}, facts('2026-11-19T10:00')), null);
  assert.deepEqual(hold({}, facts('2026-11-19T22:00')), ['quiet', '2026-11-20T01:00:00.000Z']);
  assert.deepEqual(hold({}, facts('2026-11-20T03:00')), ['quiet', '2026-11-20T01:00:00.000Z']);
  assert.equal(hold({ quiet: { from: 0, to: 0 } }, facts('2026-11-20T03:00')), null);
  assert.deepEqual(hold({}, facts('2026-11-19T10:00', ['2026-11-18T18:00'])), ['gap', '2026-11-19T06:00:00.000Z']);
  // The gap ends at night: the quiet hours go on until the morning.
  const evening = facts('2026-11-19T10:00', ['2026-11-19T08:00']);
  assert.deepEqual(hold({}, evening), ['gap', '2026-11-20T01:00:00.000Z']);
  const full = facts('2026-11-19T10:00', ['2026-11-16T10:00', '2026-11-17T10:00']);
  assert.deepEqual(hold({}, full), ['budget', '2026-11-23T01:00:00.000Z']);
  // What was said on Sunday evening belongs to the old week, but not in Shanghai after midnight.
  assert.equal(hold({ perWeek: 1 }, facts('2026-11-23T18:00', ['2026-11-22T20:00'])), null);
  // Two are planned for the next week already.
  const planned = facts('2026-11-19T10:00', [
    '2026-11-16T10:00',
    '2026-11-17T10:00',
    '2026-11-23T09:00',
    '2026-11-25T09:00',
  ]);
  assert.deepEqual(hold({}, planned), ['budget', '2026-11-30T01:00:00.000Z']);
  assert.deepEqual(hold({ perWeek: 0 }, facts('2026-11-19T10:00')), ['never', null]);
});

test('the guard in a zone whose clocks change: local days, not 24 hours', () => {
  // Clocks in New York go back on 1 November 2026; quiet until 09:00 local, which is 14:00 UTC from then on.
  const given = facts('2026-11-01T10:00', [], { now: new Date('2026-11-01T04:30:00Z'), zone: 'America/New_York' });
  const found = findHold(policy, given);
  assert.equal(found?.mayAt?.toISOString().slice(0, 10), '2026-11-01');
  assert.deepEqual(found?.reasons, ['quiet']);
  const week = findHold(
    { ...policy, perWeek: 1, quiet: { from: 0, to: 0 } },
    {
      ...given,
      now: new Date('2026-10-31T16:00:00Z'),
      taken: [new Date('2026-10-28T16:00:00Z')],
    },
  );
  assert.equal(week?.mayAt?.toISOString(), '2026-11-02T05:00:00.000Z');
});

test('the credit floor: held until enough has been given or time has passed; null when that is not in sight', () => {
  const leftAt = (moment: Date) => (moment >= at('2026-11-25T00:00') ? -10 : -30);
  assert.deepEqual(hold({ creditFloor: -20 }, facts('2026-11-19T10:00', [], { leftAt })), [
    'credit',
    '2026-11-25T01:00:00.000Z',
  ]);
  assert.deepEqual(hold({ creditFloor: 5 }, facts('2026-11-19T10:00', [], { leftAt: () => 0 })), ['credit', null]);
});

test('credit: half is left after four weeks, a crowd of promotions costs more, an answer half, a day brings ten at most', () => {
  const day = (d: number) => new Date(Date.UTC(2026, 0, d, 4));
  assert.equal(costOf(day(10), false, []), 10);
  assert.equal(costOf(day(10), true, []), 5);
  assert.equal(
    costOf(day(10), false, [day(1), day(4), day(9), day(10)]),
    20,
    'two of the seven days before, not itself',
  );
  const counts = new Map([
    ['2026-01-01', { answers: 100, checkIns: 0, reactions: 0 }],
    ['2026-01-02', { answers: 1, checkIns: 10, reactions: 2 }],
  ]);
  const days = walkDays({ from: '2026-01-01', to: '2026-01-29', before: 0, counts, spendings: [] });
  assert.equal(days[0]!.balance, weights.dayMost);
  assert.ok(Math.abs(days[1]!.value - 4.6) < 1e-9);
  const alone = walkDays({
    from: '2026-01-01',
    to: '2026-01-29',
    before: 0,
    counts: new Map([[...counts][0]!]),
    spendings: [],
  });
  assert.ok(Math.abs(alone.at(-1)!.balance - 5) < 1e-9, 'after 28 days half of it');
  assert.ok(Math.abs(fadeBalance(10, 28) - 5) < 1e-9);
  // The closed form is the walk.
  const steady = new Map(days.map(({ day: one }) => [one, { answers: 1, checkIns: 0, reactions: 0 }]));
  const walked = walkDays({ from: '2026-01-01', to: '2026-01-29', before: 3, counts: steady, spendings: [] });
  assert.ok(Math.abs(walked.at(-1)!.balance - fadeBalance(3, 29, 2)) < 1e-9);
});
