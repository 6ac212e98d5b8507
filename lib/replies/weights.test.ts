import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reliability } from './calibration.ts';
import { crowdClasses } from './crowd.ts';
import { ruleLines } from './rule.ts';
import { talkKinds } from './talk.ts';
import weights from './weights.json' with { type: 'json' };
import { loadWeights, storeWeights, weightCount } from './weights.ts';

test('weights survive storing and loading, and a file of other templates is refused', () => {
  const column = loadWeights(weights.logistic);
  assert.equal(column.length, weightCount);
  assert.deepEqual(loadWeights(storeWeights(column)), column);
  assert.throws(() => loadWeights({ pair: {}, start: {} }), /train again/);
});

test('the file names its source and licence', () => {
  assert.match(weights.source, /Kummerfeld/);
  assert.match(weights.source, /CC BY 4\.0/);
});

test('the tables of the rule and of "previous" have a share for every kind of talk', () => {
  for (const line of ruleLines) assert.equal(weights.rule[line].length, talkKinds);
  assert.equal(weights.previous.p.length, crowdClasses);
  for (const row of weights.previous.p) assert.equal(row.length, weights.previous.minutes.length + 1);
  const shares = [...Object.values(weights.rule).flat(), ...weights.previous.p.flat()];
  assert.ok(shares.every((share) => share > 0 && share < 1));
});

test('the error of calibration is the mean distance between promise and outcome', () => {
  const honest = new Reliability();
  const boastful = new Reliability();
  for (let at = 0; at < 100; at++) {
    honest.add(0.75, at % 4 !== 0);
    boastful.add(0.95, at % 2 === 0);
  }
  assert.ok(honest.error() < 1e-9);
  assert.ok(Math.abs(boastful.error() - 0.45) < 1e-9);
  assert.deepEqual(
    boastful.steps().map(({ n, came }) => [n, came]),
    [[100, 0.5]],
  );
  assert.equal(new Reliability().error(), 0);
});
