import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { explainAd, rateAd } from './ads.ts';

const linesOf = (name: string) =>
  readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean);
const isAd = (text: string) => rateAd(text) >= 0.5;

test('at least eight of ten invented advertisements are seen, however they are disguised', () => {
  const attacks = linesOf('ad-attacks');
  const missed = attacks.filter((text) => !isAd(text));
  assert.ok(attacks.length >= 150);
  assert.ok(missed.length <= 0.2 * attacks.length, missed.join('\n'));
});

test('harmless sentences that look alike are never called advertisements', () => {
  const harmless = linesOf('ad-harmless');
  assert.ok(harmless.length >= 150);
  assert.deepEqual(harmless.filter(isAd), []);
});

test('one offer is seen through all the ways of writing the contact', () => {
  const contacts = [
    '加V：mm7788',
    '加 薇 信 mm7788',
    '➕微❤mm7788',
    'Ｖ信 mm7788',
    '🅥🅧 mm7788',
    '扣 扣 1 2 3 4 5 6 7 8',
  ];
  const others = [
    '企鹅：12345678',
    '🐧 1-2-3-4-5-6-7-8',
    '飞机 @mm7788',
    '✈️：mm7788',
    '扣扣一二三四五六七八',
    '徽芯mm7788',
  ];
  for (const contact of [...contacts, ...others]) assert.ok(isAd(`手机就能做，日结三百，${contact}`), contact);
});

test('the reasons are told and make up the likeness', () => {
  const reasons = explainAd('兼职日结，加薇信 abc12345');
  const names = reasons.map(({ cue }) => cue);
  for (const cue of ['income', 'hidesContact', 'asksForContact']) assert.ok(names.includes(cue), cue);
  assert.deepEqual(
    reasons.map(({ weight }) => weight),
    reasons.map(({ weight }) => weight).toSorted((a, b) => b - a),
  );
  assert.deepEqual(explainAd('早'), []);
});

test('a warning against advertisers speaks against', () => {
  assert.ok(rateAd('刷单返佣都是诈骗，千万别加微信') < 0.2);
});

test('an endless or empty text is answered', () => {
  for (const text of ['', ' ', '\u200b', '🎉'.repeat(50), '加v'.repeat(20_000)]) {
    const likeness = rateAd(text);
    assert.ok(likeness >= 0 && likeness <= 1);
  }
});
