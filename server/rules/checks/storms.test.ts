import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesSettings } from '../settings.ts';
import { decide } from '../verdict.ts';
import { stormScore, stormsCheck } from './storms.ts';
import { openBook, judge, spokenOf } from './testing.ts';

const storms: Record<string, string> = {
  caps: 'BUY NOW BEST PRICE EVER DO NOT MISS THIS CHANCE',
  emoji: '🎉🎉🎉🔥🔥🔥💰💰💰🎉🎉🎉🔥🔥🔥💰💰💰 来啦',
  marks: '真的吗！！！！！！！！？？？？？？？？！！！！！！',
  lines: `看${'\n\n\n\n'.repeat(6)}下面`,
  mentions: '@小满 @阿圆 @何小曼 @米粒妈 @阿德 @辣妹 @老王 @小李 来看',
  letter: '啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊',
};
const kindsOf = (text: string) =>
  stormsCheck.look(spokenOf(text), openBook(), null).flatMap(({ kinds }) => kinds ?? []);

test('every storm is named, and none is enough by itself for any threshold that can be chosen', () => {
  const lowest = rulesSettings.schema.parse({ thresholds: { new: 0.3, member: 0.3, core: 0.3 } }).thresholds;
  assert.throws(() => rulesSettings.schema.parse({ thresholds: { new: stormScore } }));
  for (const [kind, text] of Object.entries(storms)) {
    assert.deepEqual(kindsOf(text), [kind], text);
    assert.equal(judge(text), 'pass', text);
    assert.equal(decide(stormsCheck.look(spokenOf(text), openBook(), null), 'new', lowest).action, 'pass', text);
  }
  assert.equal(kindsOf(Object.values(storms).join('\n')).length > 2, true);
  assert.equal(
    decide(stormsCheck.look(spokenOf(Object.values(storms).join('')), openBook(), null), 'new', lowest).action,
    'pass',
  );
});

test('beside something else it weighs', () => {
  const weak = {
    check: 'terms',
    score: 0.35,
    spans: [],
    words: [],
    effect: 'hold',
    mode: 'on',
    upTo: 'core',
    rule: null,
  } as const;
  const [storm] = stormsCheck.look(spokenOf(storms.emoji!), openBook(), null);
  const found = [{ ...weak, spans: [], words: [] }];
  assert.equal(decide(found, 'new').action, 'pass');
  assert.equal(decide([...found, storm!], 'new').action, 'hold');
});

test('what is only lively is no storm', () => {
  for (const text of [
    '哈哈哈哈哈哈哈哈笑死我了，太可爱了吧！！！',
    '谢谢大家🙏🙏🙏 今天的课太棒了👍👍👍',
    'OK，HTTP API 用 JSON，SQL 在 README 里，CI 跑 npm test',
    '1. 小满 2 份\n2. 阿圆 1 份\n3. 何小曼 3 份\n4. 米粒妈 1 份',
    '==========================================',
    '------------------------------',
    '13800000000，一共 1000000000000000000000000000 个零',
    '@小满 @阿圆 明天记得带围裙',
  ])
    assert.deepEqual(kindsOf(text), [], text);
});
