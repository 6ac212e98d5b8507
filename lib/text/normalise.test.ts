import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { unmaskText } from './masks.ts';
import { natureOf } from './nature.ts';
import { foldText, foldWithOrigins } from './normalise.ts';
import { normaliseText } from './tokens.ts';

const unmask = (text: string) => unmaskText(foldWithOrigins(text)).text;

test('forms, case, accents, invisible and traditional characters are folded', () => {
  const cases: [string, string][] = [
    ['ＡＢＣ１２３ Café', 'abc123 cafe'],
    ['加\u200b我\u2060微信', '加我微信'],
    ['謝謝，這個怎麼賣？', '谢谢,这个怎么卖?'],
    ['𝕏𝘏𝘾 ⓥⓧ 🅥🅧 ㎏ ①②', 'xhc vx vx kg 12'],
    ['ﾃｽﾄ 한국 👍', 'テスト 한국 👍'],
    ['\ud800 alone', ' alone'],
    ['', ''],
  ];
  for (const [text, folded] of cases) assert.equal(foldText(text).replace('\ufffd', '').replace('\ud800', ''), folded);
});

test('property: folding agrees with search where no character is traditional or boxed, and folding twice is folding once', () => {
  const char = fc.constantFrom(...'今天aBé ，ＡﬁÅ①ﾃ👍\u200b\u0301㎏𝐕Ω');
  const text = fc.array(char, { maxLength: 20 }).map((chars) => chars.join(''));
  fc.assert(
    fc.property(text, (given) => {
      assert.equal(foldText(given), normaliseText(given));
      assert.equal(foldText(foldText(given)), foldText(given));
    }),
    { numRuns: 2000 },
  );
});

test('property: every unit of a folded text comes from its place, places never go back and cover the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (given) => {
      const { text, starts, ends } = foldWithOrigins(given);
      assert.equal(text, foldText(given));
      assert.equal(text.length, starts.length);
      for (let at = 0; at < text.length; at++) {
        assert.ok(foldText(given.slice(starts[at], ends[at])).includes(text[at]!));
        if (at > 0) assert.ok(starts[at]! >= starts[at - 1]! && ends[at]! >= ends[at - 1]!);
      }
      if (text !== '') assert.equal(ends.at(-1), given.length);
    }),
    { numRuns: 2000 },
  );
});

test('noise goes beside Chinese and between single letters and digits, words and sentences stay apart', () => {
  const cases: [string, string][] = [
    ['加.微 信', '加微信'],
    ['加，微，信', '加微信'],
    ['v x 1-3-8', 'vx138'],
    ['用 React 写', '用react写'],
    ['so nice as this', 'so nice as this'],
    ['参加，微信群里说', '参加,微信群里说'],
    ['аbс', 'abc'],
    ['a.com', 'a.com'],
  ];
  for (const [text, bare] of cases) assert.equal(unmask(text), bare, text);
  const clean = foldWithOrigins('没有什么可拿掉');
  assert.equal(unmaskText(clean), clean);
});

test('natures', () => {
  const natures = Array.from('a9好あ，. 。', (char) => natureOf(char.charCodeAt(0)));
  assert.deepEqual(natures, ['word', 'word', 'dense', 'dense', 'clause', 'clause', 'noise', 'clause']);
});
