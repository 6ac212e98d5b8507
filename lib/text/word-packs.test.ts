import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { foldText } from './normalise.ts';
import { openTerms } from './terms.ts';
import { readWordPacks, wordPackKeys } from './word-packs.ts';

const packs = readWordPacks();

test('every kind has a pack in which nothing stands twice, however it is spelt', () => {
  assert.deepEqual(
    packs.map(({ key }) => key),
    [...wordPackKeys],
  );
  for (const { key, terms, regional } of packs) {
    const folded = terms.map(foldText);
    assert.ok(folded.length >= 30 && regional.length >= 10, key);
    assert.equal(new Set(folded).size, folded.length, key);
    assert.equal(new Set(regional).size, regional.length, key);
  }
});

test('words of the packs are found in advertisements, disguised or not, and rarely in innocent texts', () => {
  const terms = packs.flatMap((pack) => [...pack.terms, ...pack.regional]);
  const finder = openTerms(terms);
  assert.ok(finder.find('每日 兼 职·日 结，宝妈可做').length > 0);
  assert.ok(finder.find('娛樂城註冊送彩金').length > 0);
  const innocent = readFileSync(new URL('fixtures/innocent-lookalikes.txt', import.meta.url), 'utf8').split('\n');
  const found = innocent.filter((text) => finder.find(text).length > 0);
  assert.ok(found.length <= 0.05 * innocent.length, found.join('\n'));
});
