import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { foldText } from './normalise.ts';
import { buildTerms, openTerms, type Term, type TermHit } from './terms.ts';

const show = (text: string, terms: (string | Term)[]) =>
  openTerms(terms)
    .find(text)
    .map(({ start, end, disguised }) => `${text.slice(start, end)}${disguised ? '*' : ''}`);

test('terms are found whatever they are written with, at their place in the original', () => {
  assert.deepEqual(show('请加Ｖ信，謝謝', ['v信', '谢谢']), ['Ｖ信', '謝謝']);
  assert.deepEqual(show('加\u200b我\u2060微信', ['加我', '微信']), ['加\u200b我\u2060', '微信']);
  assert.deepEqual(show('Cafe\u0301 是㎏', ['café', 'kg', 'g']), ['Cafe\u0301', '㎏', '㎏']);
  assert.deepEqual(show('𝐕𝐗群', ['vx']), ['𝐕𝐗']);
});

test('overlapping terms, terms inside terms and terms that are written alike are all found', () => {
  assert.deepEqual(show('ushers', ['he', 'she', 'hers', 'his']), ['she', 'hers', 'he']);
  assert.deepEqual(
    openTerms(['微信', '微信', '威信', '徽'])
      .find('看微信')
      .map(({ term }) => term),
    [0, 1],
  );
  assert.deepEqual(show('哈哈哈', ['哈哈']), ['哈哈', '哈哈']);
});

test('spaces, dots, emoji and look-alike letters inside a term do not hide it', () => {
  assert.deepEqual(show('加 . 微🌸信 吧', ['加微信']), ['加 . 微🌸信*']);
  assert.deepEqual(show('v x : 1-3-8-0', ['vx', '1380']), ['v x*', '1-3-8-0*']);
  assert.deepEqual(show('аss', ['ass']), ['аss*']);
  assert.deepEqual(openTerms(['加微信'], { seeDisguised: false }).find('加 微信'), []);
});

test('sentences keep what parts them: no term is found across it', () => {
  assert.deepEqual(show('我要参加，微信群里说', ['加微信']), []);
  assert.deepEqual(show('was so nice', ['asso']), []);
});

test('whole words: letters and digits beside spoil the hit, Chinese beside does not', () => {
  const ass = [{ text: 'ass', wholeWord: true }];
  assert.deepEqual(show('class assess', ass), []);
  assert.deepEqual(show('你个ass啊, ass!', ass), ['ass', 'ass']);
  assert.deepEqual(show('学习中国', [{ text: '习中', wholeWord: true }]), ['习中']);
});

test('terms of which nothing is left are no terms', () => {
  const finder = openTerms(['', ' ', '\u200b', '好']);
  assert.equal(finder.size, 1);
  assert.equal(finder.find('').length, 0);
  assert.equal(finder.find('好').length, 1);
});

test('property: the automaton finds exactly what a naive search finds', () => {
  const char = fc.constantFrom(...'aab好的加微Ａé㎏𝐕謝');
  const word = fc.array(char, { minLength: 1, maxLength: 4 }).map((chars) => chars.join(''));
  const text = fc.array(char, { maxLength: 40 }).map((chars) => chars.join(''));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), text, (terms, given) => {
      const hits = openTerms(terms, { seeDisguised: false }).find(given);
      assert.equal(hits.length, countNaively(terms, given));
      for (const hit of hits) assertStandsThere(hit, terms, given);
    }),
    { numRuns: 3000 },
  );
});

function countNaively(terms: readonly string[], text: string): number {
  const folded = foldText(text);
  let count = 0;
  for (const term of terms.map(foldText))
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) count++;
  return count;
}

function assertStandsThere({ term, start, end }: TermHit, terms: readonly string[], text: string): void {
  const place = foldText(text.slice(start, end));
  assert.ok(place.includes(foldText(terms[term]!)), `${terms[term]} in ${place}`);
}

test('ten thousand terms are ready soon and miss none of those planted', () => {
  let seed = 1;
  const next = (below: number) => (seed = (Math.imul(seed, 48271) >>> 0) % 0x7fffffff) % below;
  const makeWord = () => Array.from({ length: 2 + next(4) }, () => String.fromCharCode(0x4e00 + next(2000))).join('');
  const terms = Array.from({ length: 10_000 }, makeWord);
  const planted = Array.from({ length: 500 }, () => next(terms.length));
  const text = planted.map((at) => `${terms[at]}。${makeWord()}，`).join('');
  const found = new Set(
    openTerms(terms)
      .find(text)
      .map(({ term }) => terms[term]),
  );
  for (const at of planted) assert.ok(found.has(terms[at]!));
});

test('a long list is made ready in many steps, and is the same list', () => {
  const terms = Array.from({ length: 20_000 }, (_, at) => `词${at.toString(36)}语`);
  const steps = buildTerms(terms);
  let pauses = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) pauses++;
  assert.ok(pauses >= 20, `${pauses}`);
  assert.deepEqual(step.value.find('这是词ab语'), openTerms(terms).find('这是词ab语'));
});
