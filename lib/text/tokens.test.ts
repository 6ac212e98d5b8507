import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { gramsOfQuery, gramsOfText, hashGram, matchesQuery, normaliseText, readQuery, readRuns } from './tokens.ts';

const runsOf = (text: string) => readRuns(text).map(({ nature, chars }) => `${nature}:${chars.join('')}`);

test('compatibility forms, case, accents and invisible characters are folded', () => {
  assert.equal(normaliseText('ＡＢＣ１２３'), 'abc123');
  assert.equal(normaliseText('Café'), 'cafe');
  assert.equal(normaliseText('加\u200b我\u2060微信'), '加我微信');
  assert.equal(normaliseText('ﾃｽﾄ'), 'テスト');
  assert.equal(normaliseText('한국'), '한국');
});

test('text is cut into dense runs and words', () => {
  assert.deepEqual(runsOf('今天吃火锅！Go to 7-Eleven 吗?'), [
    'dense:今天吃火锅',
    'word:go',
    'word:to',
    'word:7',
    'word:eleven',
    'dense:吗',
  ]);
  assert.deepEqual(runsOf('用gpt4模型'), ['dense:用', 'word:gpt4', 'dense:模型']);
  assert.deepEqual(runsOf('gpt4模型'), ['word:gpt4', 'dense:模型']);
  assert.deepEqual(runsOf('，。！ … <>'), []);
});

test('stored grams: 1- and 2-grams of dense runs, prefixes of words, each once', () => {
  assert.deepEqual(gramsOfText('打卡打卡').sort(), ['c卡', 'c卡打', 'c打', 'c打卡']);
  assert.deepEqual(gramsOfText('Hey hey'), ['wh', 'whe', 'whey']);
  assert.equal(gramsOfText('supercalifragilistic').length, 12);
});

test('asked grams: only 2-grams when there are two characters, the word itself as a prefix', () => {
  assert.deepEqual(gramsOfQuery(readQuery('火锅店')), ['c火锅', 'c锅店']);
  assert.deepEqual(gramsOfQuery(readQuery('锅')), ['c锅']);
  assert.deepEqual(gramsOfQuery(readQuery('Hell 你好')), ['whell', 'c你好']);
});

test('a match is exact: order and neighbourhood count, words match from their beginning', () => {
  const cases: [string, string, boolean][] = [
    ['火锅', '今晚吃火锅吗', true],
    ['吃锅', '今晚吃火锅吗', false],
    ['火锅 今晚', '今晚吃火锅吗', true],
    ['天吃火', '今天吃，吃火锅', false],
    ['hel', 'Say HELLO', true],
    ['ello', 'Say HELLO', false],
    ['supercalifragilisticX', 'supercalifragilistic', false],
    ['🎉', '生日快乐🎉🎉', true],
    ['１２', 'room 123', true],
  ];
  for (const [query, text, expected] of cases)
    assert.equal(matchesQuery(readQuery(query), text), expected, `${query} in ${text}`);
});

test('property: whatever matches has all the asked grams', () => {
  const char = fc.constantFrom(...'今天吃火锅打卡的ab1 ，🎉Éﬁ한テ');
  const text = fc.array(char, { maxLength: 24 }).map((chars) => chars.join(''));
  const query = fc.array(char, { minLength: 1, maxLength: 4 }).map((chars) => chars.join(''));
  fc.assert(
    fc.property(text, query, (stored, asked) => {
      const read = readQuery(asked);
      if (!matchesQuery(read, stored)) return;
      const grams = new Set(gramsOfText(stored));
      for (const gram of gramsOfQuery(read)) assert.ok(grams.has(gram), `${gram} of ${asked} in ${stored}`);
    }),
    { numRuns: 2000 },
  );
});

test('property: every substring of a dense run is found in it', () => {
  const run = fc.array(fc.constantFrom(...'今天吃火锅打卡的人'), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(run, fc.nat(), fc.nat(), (chars, from, length) => {
      const start = from % chars.length;
      const part = chars.slice(start, start + 1 + (length % (chars.length - start))).join('');
      assert.ok(matchesQuery(readQuery(part), chars.join('')));
    }),
  );
});

test('the hash is fixed for ever, fits 48 bits and spreads', () => {
  assert.equal(hashGram('c火锅', 7), hashGram('c火锅', 7));
  assert.notEqual(hashGram('c火锅', 7), hashGram('c火锅', 8));
  const seen = new Set<number>();
  for (let code = 0x4e00; code < 0x9fff; code++) seen.add(hashGram(`c${String.fromCharCode(code)}`, 1));
  assert.equal(seen.size, 0x9fff - 0x4e00);
  assert.ok([...seen].every((hash) => Number.isSafeInteger(hash) && hash >= 0 && hash < 2 ** 48));
  assert.equal(hashGram('c火锅', 1), 68600225159936);
});
