/** Regression, discrimination, trends, cascades and growth on small data; reference values from scipy or by hand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureCascades, structuralVirality } from './cascade.ts';
import { areaUnderRoc, averagePrecision, brierScore, calibrationSlope } from './discrimination.ts';
import { growthFactor, quietThreshold } from './growth.ts';
import { minimise } from './nelder-mead.ts';
import { Random } from './random.ts';
import { fitLinear, fitLogistic, fitPoisson, predictLogistic } from './regression.ts';
import { aliveProbability, expectedSpend, fitRepeats, fitSpend } from './repurchase.ts';
import { findLevelBreak, mannKendall, theilSen } from './trend.ts';

const near = (actual: number | null | undefined, expected: number, tolerance = 1e-7): void =>
  assert.ok(typeof actual === 'number' && Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);
const HOURS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5];
const PASSED = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1];
const COUNTS = [0, 1, 1, 0, 2, 3, 1, 2, 4, 3, 5, 4, 6, 7, 9, 8, 12, 11, 14, 20];
const ROWS = HOURS.map((hour) => [hour]);

test('logistic, Poisson and linear regression', () => {
  const logit = fitLogistic(ROWS, PASSED);
  [-4.07771343, 1.50464543].forEach((b, j) => near(logit.coefficients[j], b));
  [1.76099431, 0.62872085].forEach((e, j) => near(logit.standardErrors[j], e));
  near(logit.logLikelihood, -8.029878464344675);
  near(predictLogistic(logit, [2]), 1 / (1 + Math.exp(4.07771343 - 2 * 1.50464543)));
  const poisson = fitPoisson(ROWS, COUNTS);
  [-0.42559778, 0.62502196].forEach((b, j) => near(poisson.coefficients[j], b));
  [0.31406158, 0.07388872].forEach((e, j) => near(poisson.standardErrors[j], e));
  const line = fitLinear(ROWS, COUNTS);
  [-3.602780392440808, 3.3193831004271956].forEach((b, j) => near(line.coefficients[j], b));
  [0.8973332791474288, 0.2847869971648209].forEach((e, j) => near(line.standardErrors[j], e));
});

test('weights, offsets and ridge; separated classes are not called converged', () => {
  const twice = fitLogistic([...ROWS, ...ROWS], [...PASSED, ...PASSED]);
  const weighted = fitLogistic(ROWS, PASSED, { weights: PASSED.map(() => 2) });
  near(weighted.coefficients[1], twice.coefficients[1]!);
  near(weighted.standardErrors[1], twice.standardErrors[1]!);
  const exposed = fitPoisson([[0], [0], [1], [1]], [2, 4, 12, 20], {
    offsets: [10, 20, 20, 40].map((exposure) => Math.log(exposure)),
  });
  near(exposed.coefficients[0], Math.log(6 / 30));
  near(exposed.coefficients[1], Math.log(32 / 60 / (6 / 30)));
  const apart = { rows: [[1], [2], [3], [4]], outcomes: [0, 0, 1, 1] };
  assert.equal(fitLogistic(apart.rows, apart.outcomes).converged, false);
  assert.equal(fitLogistic(apart.rows, apart.outcomes, { ridge: 0.1 }).converged, true);
  assert.throws(
    () =>
      fitLinear(
        [
          [1, 2],
          [2, 4],
          [3, 6],
          [4, 8],
        ],
        [1, 2, 3, 4],
      ),
    /depend on each other/,
  );
  assert.throws(() => fitLogistic([[1], [1, 2]], [0, 1]), /row 1 has 2 columns/);
  assert.throws(() => fitLogistic([], []), /0 rows/);
});

test('discrimination and calibration', () => {
  const scores = [0.9, 0.8, 0.35, 0.6, 0.1, 0.4, 0.35, 0.7, 0.2];
  const outcomes = [1, 1, 1, 1, 0, 0, 0, 0, 0];
  near(areaUnderRoc(scores, outcomes), 0.825);
  near(averagePrecision([4, 3, 2, 1], [1, 0, 1, 0]), (1 + 2 / 3) / 2);
  near(averagePrecision([1, 1, 1, 1], [1, 0, 1, 0]), 0.5);
  near(brierScore([1, 0.5], [1, 0]), 0.125);
  assert.deepEqual([areaUnderRoc([1, 2], [1, 1]), averagePrecision([1], [0]), brierScore([], [])], [null, null, null]);
  const random = new Random(4);
  const p = Float64Array.from({ length: 20_000 }, () => random.beta(2, 3));
  const happened = Uint8Array.from(p, (x) => (random.uniform() < x ? 1 : 0));
  near(calibrationSlope(p, happened)!.slope, 1, 0.05);
  const bold = p.map((x) => x ** 3 / (x ** 3 + (1 - x) ** 3));
  near(calibrationSlope(bold, happened)!.slope, 1 / 3, 0.03);
  assert.equal(calibrationSlope([0.5, 0.5], [0, 1]), null);
});

test('trends (scipy)', () => {
  const noisy = theilSen([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8])!;
  near(noisy.slope, 0.3666666666666667);
  assert.deepEqual(noisy.interval, [0, 0.8]);
  near(theilSen([1, 5, 2, 9, 4, 6, 6, 0], [3.1, 4.7, 2.2, 8.9, 5, 5, 7.3, 1])!.slope, 1.1392405063291138);
  assert.equal(theilSen([3]), null);
  const six = mannKendall([12, 14, 13, 17, 16, 21])!;
  near(six.p, 0.05555555555555555);
  near(six.tau, 0.7333333333333333);
  assert.deepEqual(mannKendall([5, 5, 5, 5]), { s: 0, tau: 0, p: 1 });
  near(mannKendall([1, 2, 3, 4, 5, 6])!.p, 2 / 720);
  assert.ok(mannKendall([9, 8, 8, 7, 6, 6, 5, 4, 3, 3, 2, 1])!.p < 0.001);
  assert.equal(mannKendall([1, 2]), null);
});

test('a level break is where it is, and chance has none', () => {
  const random = new Random(12);
  const broken = Float64Array.from({ length: 30 }, (_, i) => (i < 18 ? 10 : 6) + random.normal());
  const found = findLevelBreak(broken, random)!;
  assert.ok(Math.abs(found.at - 17) <= 1 && found.p < 0.01 && found.before > 9 && found.after < 7);
  assert.ok(
    findLevelBreak(
      Float64Array.from({ length: 30 }, () => random.normal()),
      random,
    )!.p > 0.05,
  );
  assert.equal(findLevelBreak([1, 1, 1, 1, 1], random), null);
});

test('cascades: depth, breadth, deep share; rings are refused', () => {
  const parents = [-1, 0, 0, 1, 3, 4, -1, 6];
  assert.deepEqual(measureCascades(parents), {
    trees: 2,
    depth: 4,
    breadth: 2,
    deepShare: 2 / 6,
    levels: Uint32Array.from([2, 3, 1, 1, 1]),
  });
  // The pair 6–7 has distance 1; the other tree by hand: Σ s(n − s) = 5·… over subtrees of 4, 1, 3, 2, 1 of 6.
  near(structuralVirality(parents), (4 * 2 + 1 * 5 + 3 * 3 + 2 * 4 + 1 * 5 + 1) / 16);
  assert.deepEqual(
    [structuralVirality([-1, -1]), structuralVirality([]), measureCascades([-1]).deepShare],
    [null, null, null],
  );
  assert.throws(() => structuralVirality([1, 0]), /ring/);
  assert.throws(() => measureCascades([4]), /parent 4/);
});

test('K factor: few who bring many widen the interval; nobody brought has an upper limit', () => {
  const even = growthFactor(Array.from({ length: 200 }, (_, i) => i % 2))!;
  const uneven = growthFactor(Array.from({ length: 200 }, (_, i) => (i < 2 ? 50 : 0)))!;
  assert.deepEqual([even.k, uneven.k, even.dispersion, uneven.topInviterShare], [0.5, 0.5, Infinity, 1]);
  assert.ok(uneven.interval[1] - uneven.interval[0] > 5 * (even.interval[1] - even.interval[0]));
  const none = growthFactor(new Uint8Array(100))!;
  assert.ok(none.k === 0 && none.interval[0] === 0 && Math.abs(none.interval[1] - 0.0384) < 1e-3);
  assert.equal(growthFactor([1]), null);
});

test('the quiet threshold follows the own gaps of a group', () => {
  assert.equal(quietThreshold(Array.from({ length: 500 }, () => 0.5)), 7);
  assert.equal(quietThreshold(Array.from({ length: 1000 }, (_, i) => (i < 15 ? 12.2 : 1))), 13);
  assert.equal(quietThreshold(Array.from({ length: 1000 }, (_, i) => (i < 10 ? 12.2 : 1))), 7);
  assert.equal(quietThreshold([1, 2, 3]), null);
});

test('Gamma–Gamma, refused histories, and the quirk of never-repeaters', () => {
  const random = new Random(21);
  const frequency = Array.from({ length: 3000 }, () => 1 + random.integer(8));
  const spend = frequency.map((x) => {
    const rate = random.gamma(4) / 15;
    let total = 0;
    for (let i = 0; i < x; i++) total += random.gamma(6) / rate;
    return total / x;
  });
  const model = fitSpend(frequency, spend);
  near(model.q, 4, 0.6);
  near(expectedSpend(model, 0, 0), (6 * 15) / 3, 3);
  assert.equal(expectedSpend({ p: 6, q: 0.9, gamma: 15 }, 0, 0), null);
  assert.throws(() => fitRepeats({ frequency: [1], recency: [5], age: [4] }), /customer 0/);
  assert.throws(() => fitRepeats({ frequency: [0], recency: [0], age: [4] }), /nobody came back/);
  assert.equal(aliveProbability({ r: 1, alpha: 1, a: 1, b: 1 }, { frequency: 0, recency: 0, age: 99 }), 1);
});

test('Nelder–Mead goes down a curved valley', () => {
  const { at, value, converged } = minimise(([x, y]) => (1 - x!) ** 2 + 100 * (y! - x! ** 2) ** 2, [-1.2, 1]);
  near(at[0], 1, 1e-4);
  near(at[1], 1, 1e-4);
  assert.ok(value < 1e-9 && converged);
});
