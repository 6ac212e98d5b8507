import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { revealText, revealWithOrigins } from './disguise.ts';

const disguises = {
  words: ['佳喂心领虹苞', '加微信领红包'],
  pinyin: ['jianzhi rijie，jia wei xin', '兼职 日结,加 微 信'],
  parts: ['力口微亻言', '加微信'],
  signs: ['➕V❤', '加v信'],
  numbers: ['QQ 贰8壹7叁0肆9陆5', 'qq 2817304965'],
  sounds: ['电话 要舞零溜溜漆散酒尔把寺', '电话 15066739284'],
  order: ['信微加，片看', '看片加微信'],
  filled: ['加丶微丶信丶看丶片', '加微信看片'],
  columns: ['加\n微\n信\n看\n片', '加\n微\n信\n看\n片'],
  escapes: ['&#21152;\\u5fae%E4%BF%A1', '加微信'],
  tags: ['加<b>微</b>信', '加微信'],
  letters: ['ｗ3ｃｈ4ｔ', 'wechat'],
  lookAlikes: ['ԝесhаt', 'wechat'],
} as const;

for (const [name, [disguised, plain]] of Object.entries(disguises))
  test(`what a text says is found: ${name}`, () => assert.equal(revealText(disguised).text, plain));

test('ordinary words that sound like hidden ones stay what they are', () => {
  for (const text of [
    '简直太好了',
    '大家为新同学鼓掌',
    '剪纸和建制',
    '喂，心里不舒服',
    '活力口腔',
    '木木和林林',
    '我爱你你爱我',
  ])
    assert.equal(revealText(text).text, text.replaceAll('，', ','), text);
});

test('at most two of a hundred innocent texts are read as something else', () => {
  const lines = readFileSync(new URL('fixtures/ad-harmless.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean);
  const changed = lines.filter((text) =>
    Object.keys(revealText(text).tricks).some((trick) => trick !== 'letters' && trick !== 'signs'),
  );
  assert.ok(changed.length <= 0.02 * lines.length, changed.join('\n'));
});

test('every place of what is revealed can be traced to the original', () => {
  const text = '看 \u200b&#21152;佳喂心 贰8壹7叁0肆9陆5';
  const { text: said, starts, ends } = revealWithOrigins(text);
  assert.equal(said, '看 加加微信 2817304965');
  const origin = (word: string) => {
    const from = said.indexOf(word);
    return text.slice(starts[from]!, ends[from + word.length - 1]!);
  };
  assert.equal(origin('微信'), '喂心');
  assert.equal(origin('加'), '&#21152;');
  assert.equal(origin('2817304965'), '贰8壹7叁0肆9陆5');
});

test('endless, empty and broken texts are answered', () => {
  const texts = [
    '',
    '\ud800',
    '\udc00\ud800',
    '加\ud83d',
    '%E5%8A',
    '&#x110000;',
    '\\u{',
    '亻'.repeat(5000),
    '一'.repeat(5000),
    'a'.repeat(100_000),
  ];
  for (const text of texts) assert.ok(revealWithOrigins(text).text.length <= Math.max(1500, text.length));
});
