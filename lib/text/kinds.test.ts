import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { kind, kindsOf, kindsOfUnit } from './kinds.ts';
import { lookAlikeOf } from './look-alikes.ts';
import { isSpokenUnit, natureOf } from './nature.ts';
import { openPairTable } from './unit-pairs.ts';

test('a text has the kinds of its units', () => {
  assert.equal(kindsOf(''), 0);
  assert.equal(kindsOf('25') & (kind.digit | kind.latin | kind.han), kind.digit);
  assert.ok(kindsOf('加我 vx') & kind.asks);
  assert.ok(kindsOf('薇信') & kind.names);
  assert.equal(kindsOf('今天天气很好') & (kind.question | kind.digitLike | kind.noise), 0);
  for (const mark of ['❤', '✈', '+', '🐧']) assert.ok(kindsOf(mark) & kind.sign, mark);
});

test('every unit is of one nature, and what looks like a letter is known as such', () => {
  for (let unit = 0; unit < 0x1_0000; unit++) {
    const kinds = kindsOfUnit(unit);
    assert.equal(isSpokenUnit(unit), natureOf(unit) === 'word' || natureOf(unit) === 'dense');
    assert.equal((kinds & kind.lookAlike) !== 0, lookAlikeOf(unit) !== undefined);
    if (natureOf(unit) === 'noise') assert.ok(kinds & kind.noise || kinds & kind.sign);
  }
});

test('a table of pairs knows its pairs and no others', () => {
  const unit = fc.integer({ min: 1, max: 0xffff });
  const entry = fc.tuple(unit, unit, fc.integer({ min: 1, max: 0xffffffff }));
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 60 }),
      fc.array(fc.tuple(unit, unit), { maxLength: 20 }),
      (entries, others) => {
        const table = openPairTable(entries);
        const known = new Map(entries.toReversed().map(([one, two, number]) => [`${one} ${two}`, number]));
        for (const [one, two] of [...entries, ...others])
          assert.equal(table.get(one, two), known.get(`${one} ${two}`) ?? 0);
      },
    ),
  );
});
