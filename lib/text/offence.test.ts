import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import test from 'node:test';
import { measureClasses } from '../../bench/kit/classification.ts';
import { readCsvFile } from '../../bench/kit/labelled-csv.ts';
import { openGrams, openModel, type ModelFile } from './linear-model.ts';
import { foldText } from './normalise.ts';
import { openOffenceModel, rateOffence } from './offence.ts';

const dev = fileURLToPath(new URL('../../../shared/data/cold-offense-zh/dev.csv', import.meta.url));
const skip = existsSync(dev) ? false : `no data set at ${dev}`;

test('the model does as well as promised on the dev part, and its probabilities can be believed', { skip }, () => {
  const rows = readCsvFile(dev);
  const probabilities = Float64Array.from(rows, ({ TEXT }) => rateOffence(TEXT!));
  const labels = Uint8Array.from(rows, ({ label }) => Number(label));
  const figures = measureClasses(probabilities, labels, openOffenceModel().threshold);
  assert.equal(rows.length, 6431);
  assert.ok(figures.macroF1 >= 0.785, `macro-F1 ${figures.macroF1}`);
  assert.ok(figures.calibrationError <= 0.04, `calibration error ${figures.calibrationError}`);
});

test('everyday talk is calm, and contempt is not', () => {
  for (const text of ['今天吃火锅', '好的', '明天三点开会', 'ok thanks', '谢谢大家'])
    assert.ok(rateOffence(text) < 0.2, text);
  for (const text of ['他们那里的人都是垃圾', '黑鬼滚出去', '女司机都是马路杀手，蠢死了'])
    assert.ok(rateOffence(text) > 0.5, text);
  assert.equal(rateOffence('黑鬼滾出去'), rateOffence('黑鬼滚出去'));
});

test('a model answers as its weights say', () => {
  const weights = new Int8Array(16).fill(0);
  const reader = openGrams({ orders: [1], bits: 4 });
  const count = reader.read(foldText('ab'));
  weights[reader.buckets[1]!] = 10;
  const file: ModelFile = {
    version: 1,
    about: {},
    orders: [1],
    bits: 4,
    step: 0.5,
    bias: -1,
    fewest: 1,
    threshold: 0.5,
    calibration: { slope: 2, offset: 0.25 },
    weights: Buffer.from(weights.buffer).toString('base64'),
  };
  const score = 5 / Math.sqrt(count) - 1;
  const expected = 1 / (1 + Math.exp(-(2 * score + 0.25)));
  assert.ok(Math.abs(openModel(file).probability('ab') - expected) < 1e-12);
  assert.throws(() => openModel({ ...file, bits: 5 }), RangeError);
});

test('n-grams of a text are counted once each, and of a very long one only the beginning', () => {
  const reader = openGrams({ orders: [1, 2], bits: 18 });
  assert.equal(reader.read('aaaa'), 5);
  assert.equal(reader.read(''), 2);
  assert.ok(reader.read('好坏'.repeat(50_000)) < 10);
});
