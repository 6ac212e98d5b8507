import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { openAdLearner, type AdLearner } from './ad-learner.ts';
import { rateAd } from './ads.ts';

const linesOf = (name: string) =>
  readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean);
const dayMs = 86_400_000;
const onDay = (day: number) => new Date(Date.UTC(2026, 2, 1) + day * dayMs);
const innocent = linesOf('innocent-lookalikes');
const ads = linesOf('ad-attacks');

/** Twenty days of decisions of four moderators who are right. */
function teachWell(learner: AdLearner): void {
  for (const [at, text] of ads.slice(0, 200).entries())
    learner.learn({ text, isUnwelcome: true, moderatorId: `m${at % 4}`, at: onDay(at % 20) });
  for (const [at, text] of innocent.slice(0, 200).entries())
    learner.learn({ text, isUnwelcome: false, moderatorId: `m${at % 4}`, at: onDay(20 + (at % 20)) });
}

test('before anything is taught the shipped rating holds', () => {
  const learner = openAdLearner();
  for (const text of [...innocent.slice(0, 20), ...ads.slice(0, 20)])
    assert.ok(Math.abs(learner.rate(text) - rateAd(text)) < 1e-9, text);
});

test('decisions count at once: what a community calls an advertisement is one there, and its like', () => {
  const learner = openAdLearner();
  const kinds = ['星图陶艺课开班', '星图陶艺周末班', '星图陶艺体验课', '星图陶艺亲子课'];
  assert.ok(kinds.every((text) => learner.rate(`${text}，欢迎来玩`) < 0.5));
  for (const [at, text] of kinds.entries())
    learner.learn({ text: `${text}，欢迎来玩`, isUnwelcome: true, moderatorId: `m${at % 2}`, at: onDay(at) });
  assert.ok(learner.rate('星图陶艺暑假班，欢迎来玩') >= 0.5);
  assert.ok(learner.rate('明天一起去爬山吗') < 0.3);
});

test('after an appeal nearly the same text passes, and its fate is not that of others', () => {
  const learner = openAdLearner();
  const text = '免费领取考研资料一份，加老师微信 kaoyan2026';
  assert.ok(learner.rate(text) >= 0.5);
  learner.learn({ text, isUnwelcome: true, moderatorId: 'anna', at: onDay(0) });
  learner.learn({ text, isUnwelcome: false, moderatorId: 'ben', at: onDay(0), isFinal: true });
  assert.ok(learner.rate(text) < 0.5);
  assert.ok(learner.rate(`${text}。`) < 0.5);
  assert.deepEqual([learner.settled(`${text}。`), learner.settled('兼职刷单日结三百')], [false, null]);
  assert.ok(learner.rate('兼职刷单日结三百，加微信 qian8899') >= 0.5);
});

test('one moderator on one day cannot swing what others taught', () => {
  const learner = openAdLearner();
  teachWell(learner);
  const [goodAds, goodTalk] = [ads.slice(200), innocent.slice(200)];
  const caught = () => goodAds.filter((text) => learner.rate(text) >= 0.5).length;
  const stopped = () => goodTalk.filter((text) => learner.rate(text) >= 0.5).length;
  const before = caught();
  assert.ok(before >= 0.95 * goodAds.length && stopped() <= 0.01 * goodTalk.length);
  for (const text of innocent.slice(0, 200))
    learner.learn({ text, isUnwelcome: true, moderatorId: 'mallory', at: onDay(50) });
  for (const text of ads.slice(0, 200))
    learner.learn({ text, isUnwelcome: false, moderatorId: 'mallory', at: onDay(50) });
  assert.ok(stopped() <= 0.1 * goodTalk.length, `${stopped()} of ${goodTalk.length} stopped`);
  assert.ok(caught() >= 0.9 * before, `${caught()} of ${before} caught`);
});

test('a moderator who goes on all day teaches nothing any more, others do', () => {
  const learner = openAdLearner();
  const lessons = innocent
    .slice(0, 100)
    .map((text) => learner.learn({ text, isUnwelcome: true, moderatorId: 'mallory', at: onDay(1) }));
  assert.ok(lessons.slice(0, 30).every(({ weight }) => weight === 1));
  assert.deepEqual(lessons.at(-1), { weight: 0, heldBack: 'moderator' });
  assert.equal(learner.learn({ text: '周末一起看展', isUnwelcome: false, moderatorId: 'ben', at: onDay(1) }).weight, 1);
  assert.equal(
    learner.learn({ text: '明天一起看展吗', isUnwelcome: false, moderatorId: 'mallory', at: onDay(2) }).weight,
    1,
  );
});

test('where nobody has taught yet, one moderator on one day opens and shuts no door for other texts', () => {
  const learner = openAdLearner();
  for (const [at, text] of ads.slice(0, 60).entries())
    learner.learn({ text: `${text} ${at}`, isUnwelcome: false, moderatorId: 'mallory', at: onDay(0) });
  const strong = ads.slice(100).filter((text) => rateAd(text) >= 0.95);
  const freed = strong.filter((text) => learner.rate(text) < 0.5);
  assert.ok(strong.length >= 50 && freed.length <= 0.05 * strong.length, `${freed.length} of ${strong.length}`);
  const other = openAdLearner();
  for (const text of innocent.slice(0, 60))
    other.learn({ text, isUnwelcome: true, moderatorId: 'mallory', at: onDay(0) });
  const shut = innocent.slice(100).filter((text) => other.rate(text) >= 0.5);
  assert.ok(shut.length <= 0.05 * innocent.slice(100).length, shut.join('\n'));
});

test('one text cannot swing it, however often and by whomever it is decided', () => {
  const learner = openAdLearner();
  teachWell(learner);
  const others = innocent.slice(200, 300);
  const rates = others.map((text) => learner.rate(text));
  for (let at = 0; at < 300; at++)
    learner.learn({
      text: `大家早上好${'！'.repeat(at % 3)}`,
      isUnwelcome: true,
      moderatorId: `m${at % 9}`,
      at: onDay(60 + at),
    });
  const moved = others.filter((text, at) => learner.rate(text) >= 0.5 && rates[at]! < 0.5);
  assert.ok(moved.length <= 1, moved.join('\n'));
});

test('the same decisions make the same model, and a stored one goes on like the one that was stored', () => {
  const [one, other] = [openAdLearner(), openAdLearner()];
  teachWell(one);
  teachWell(other);
  assert.deepEqual(one.store(), other.store());
  const again = openAdLearner(JSON.parse(JSON.stringify(one.store())));
  const decision = { text: '新开的理发店打八折，来吗', isUnwelcome: true, moderatorId: 'anna', at: onDay(70) };
  assert.deepEqual(again.learn(decision), one.learn(decision));
  for (const text of [...ads.slice(0, 50), ...innocent.slice(0, 50)]) assert.equal(again.rate(text), one.rate(text));
  assert.deepEqual(again.store(), one.store());
});

test('what is stored is bounded and holds no text', () => {
  const learner = openAdLearner();
  for (let at = 0; at < 3000; at++)
    learner.learn({
      text: `第${at}次集合在${at * 7919}号门，${at % 2 ? '带伞' : '穿鞋'}`,
      isUnwelcome: at % 3 === 0,
      moderatorId: `m${at % 50}`,
      at: onDay(at / 30),
    });
  const stored = JSON.stringify(learner.store());
  assert.ok(learner.store().texts.rows.length <= 2048);
  assert.ok(stored.length < 5_000_000);
  assert.ok(!/[\u4e00-\u9fff]/.test(stored));
});
