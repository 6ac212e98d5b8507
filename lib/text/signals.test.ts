import assert from 'node:assert/strict';
import test from 'node:test';
import { readSignals, type TextSignals } from './signals.ts';

type Flag = 'isQuestion' | 'isAcknowledgement' | 'isGreeting' | 'hasContact';

/** The texts for which the flag is not as expected. */
function listWrong(flag: Flag, expected: boolean, texts: readonly string[]): string[] {
  return texts.filter((text) => readSignals(text)[flag] !== expected);
}

test('questions, with and without a mark', () => {
  const questions = [
    [
      '有人知道怎么弄吗',
      '在吗',
      '你呢',
      '请问几点开始',
      '为什么',
      '多少钱',
      '去不去啊',
      '吃了没',
      '谁有空',
      '這個怎麼賣',
    ],
    [
      '求推荐一家火锅店',
      '有没有人一起爬山',
      '昨天装好了，就是打不开，咋办',
      '什么时候发货',
      '你们那边天气如何',
      '周六还是周日？',
    ],
    ['how do i install this', 'does anyone know', 'nick: is there a way to do that', 'any idea why it fails'],
    ['I get an error. can someone help me', 'so what is the difference', 'Where are the logs?'],
  ].flat();
  assert.deepEqual(listWrong('isQuestion', true, questions), []);
});

test('what only looks like a question', () => {
  const statements = [
    ['？？？', '没什么', '什么都行', '好几个朋友', '差不多', '要么去吧', '那么', '还早着呢', '随便什么都可以', '早'],
    ['https://a.com/?x=1', '看这个 https://a.com/how?to=1', '不管怎么说都行', '时不时来一下', '他在睡觉呢'],
    ['I did what you said', 'when i do this it works', 'what a nice day', 'have a nice day', '?'],
  ].flat();
  assert.deepEqual(listWrong('isQuestion', false, statements), []);
});

test('acknowledgements say nothing else', () => {
  const acknowledgements = [
    [
      '收到',
      '好的谢谢',
      '谢谢老师',
      '1',
      '+1',
      '[强][强]',
      '👍',
      '哈哈哈',
      '好的，收到，谢谢群主',
      '嗯嗯',
      '666',
      '没问题 👌',
    ],
    ['多謝', '@小王 收到', 'ok', 'Okay thanks', 'thanks a lot', 'got it, thanks!', 'lol', 'makes sense', '辛苦啦大家'],
  ].flat();
  assert.deepEqual(listWrong('isAcknowledgement', true, acknowledgements), []);
  const others = [
    ['好的，明天见', '嗯，我觉得不行', '好好学习', '1234', '收到货了但是坏的', '', '。。。', '对不起我来晚了'],
    ['that is great news', 'ok so the build fails', 'https://example.com', 'okra', '行李在哪'],
  ].flat();
  assert.deepEqual(listWrong('isAcknowledgement', false, others), []);
});

test('greetings, welcomes and wishes', () => {
  const greetings = [
    [
      '早',
      '早上好',
      '大家好',
      '大家好，我是新来的',
      '欢迎新朋友',
      '生日快乐',
      '晚安',
      '大家早上好呀☀️',
      '新人报到',
      '您好，请问在吗',
    ],
    ['hello everyone', 'hi', 'good morning', 'welcome!', 'Happy birthday Amy'],
  ].flat();
  assert.deepEqual(listWrong('isGreeting', true, greetings), []);
  const others = [
    '你好像很忙',
    '欢迎咨询',
    '早点睡',
    'history',
    '大家好好学习',
    '好的',
    `大家好，${'我们公司成立于去年，'.repeat(9)}`,
  ];
  assert.deepEqual(listWrong('isGreeting', false, others), []);
});

test('contacts are found, codes and versions are not contacts', () => {
  const contacts = [
    '电话13800138000',
    '139 1234 5678 找我',
    '微信：abc_1234',
    'V：xx88990',
    'QQ群 123456789',
    '写信 a.b@example.com',
  ];
  assert.deepEqual(listWrong('hasContact', true, [...contacts, 'https://t.me/abcde', '飞机 @boss_99']), []);
  const others = [
    '订单 202511220008812',
    'v2.10.3 released',
    '微信支付怎么付',
    'npm i react@18',
    '@小王 来一下',
    '3月5号',
  ];
  assert.deepEqual(listWrong('hasContact', false, others), []);
});

test('links are counted and do not add to the length', () => {
  const measure = (text: string) => {
    const { links, chars } = readSignals(text);
    return { links, chars };
  };
  assert.deepEqual(measure('看 https://a.com/b?c=1，还有www.b.cn/x。'), { links: 2, chars: 3 });
  assert.deepEqual(measure('example.com 和 1.5.2 和 a.ts'), { links: 1, chars: 3.8 });
  assert.deepEqual(measure('今天吃火锅！🎉🎉'), { links: 0, chars: 5 });
  assert.deepEqual(measure('hello'), { links: 0, chars: 1.5 });
  assert.deepEqual(measure('@小王 来'), { links: 0, chars: 1 });
});

test('nothing said gives nothing, and all numbers stay in their bounds', () => {
  const nothing: TextSignals = {
    isQuestion: false,
    isAcknowledgement: false,
    isGreeting: false,
    hasContact: false,
    offence: 0,
    chars: 0,
    links: 0,
    adLikeness: readSignals('').adLikeness,
  };
  assert.deepEqual(readSignals(''), nothing);
  assert.ok(nothing.adLikeness < 0.1);
  for (const text of [
    '\ud800',
    '好'.repeat(100_000),
    'a b '.repeat(20_000),
    '?'.repeat(9999),
    '\n\n',
    '[强]'.repeat(999),
  ]) {
    const { offence, adLikeness } = readSignals(text);
    assert.ok(offence >= 0 && offence <= 1 && adLikeness >= 0 && adLikeness <= 1);
  }
});
