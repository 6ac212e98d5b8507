/** Reference values: scipy 1.x, typed in. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bootstrap } from './bootstrap.ts';
import { absenceFactor, burstiness, effectiveCount, gapMemory, gini, rankBands, topShare } from './concentration.ts';
import { chiSquareTail, normalCdf, normalQuantile, tQuantile, tTwoSided } from './distributions.ts';
import { wilsonInterval } from './interval.ts';
import { Random } from './random.ts';
import { shrinkMean, shrinkMeans, shrinkRates } from './shrinkage.ts';
import { hypergeometric, incompleteBeta, logGamma } from './special.ts';
import { correlation, mean, median, percentileRanks, quantile, rank, rankCorrelation, variance } from './summary.ts';

const near = (actual: number | null, expected: number, relative = 1e-9): void =>
  assert.ok(
    actual !== null && Math.abs(actual - expected) <= relative * (Math.abs(expected) || 1),
    `${actual} is not ${expected}`,
  );
const X = [3.1, 4.7, 2.2, 8.9, 5.0, 5.0, 7.3, 1.0];
const Y = [1, 5, 2, 9, 4, 6, 6, 0];

test('distributions and special functions agree with scipy, also far out', () => {
  near(normalCdf(-6), 9.865876450376946e-10);
  near(normalCdf(3), 0.9986501019683699);
  near(normalQuantile(1e-10), -6.361340902404056);
  near(normalQuantile(0.3), -0.5244005127080409);
  near(normalQuantile(0.975), 1.959963984540054);
  near(tTwoSided(2.5, 7), 0.04099221858575289);
  near(tTwoSided(12, 30), 5.580185415199261e-13);
  near(tQuantile(0.95, 1), 12.706204736174694);
  near(tQuantile(0.95, 30), 2.0422724563012378);
  near(chiSquareTail(3.84, 1), 0.05004352124870519);
  near(chiSquareTail(122.249, 1), 2.036112087854311e-28, 1e-7);
  near(logGamma(0.3), 1.0957979948180756);
  near(logGamma(120), 453.0248962384961);
  near(incompleteBeta(0.01, 2.5, 0.7), 5.631075838213447e-6);
  near(incompleteBeta(0.99, 2.5, 0.7), 0.920601460528444);
  near(hypergeometric([1.3, 2.2, 3.1], 0.95), 9.613318538181897);
  assert.throws(() => normalQuantile(1), RangeError);
  assert.throws(() => hypergeometric([1, 1, 1], 1), RangeError);
});

test('summaries agree with scipy; what is undefined is null', () => {
  near(variance(X), 6.722857142857143);
  near(correlation(X, Y), 0.9458459719086351);
  near(rankCorrelation(X, Y), 0.9216867469879517);
  near(quantile(X, 0.1), 1.84);
  near(quantile(X, 0.9), 7.78);
  near(median(X), 4.85);
  assert.deepEqual([...rank(X)], [3, 4, 2, 8, 5.5, 5.5, 7, 1]);
  assert.deepEqual([...percentileRanks([5, 1, 5])], [2 / 3, 1 / 6, 2 / 3]);
  assert.deepEqual([mean([]), median([]), variance([1]), correlation([1, 2], [3, 3])], [null, null, null, null]);
  assert.throws(() => correlation([1, 2], [1]), /2 and 1 values/);
});

test('concentration', () => {
  near(gini([1, 1, 1, 1]), 0);
  near(gini([0, 1]), 1);
  assert.deepEqual(
    [gini([3]), gini([0, 0]), topShare([0]), absenceFactor([]), effectiveCount([0, 0])],
    Array(5).fill(null),
  );
  near(topShare([1, 1, 1, 1, 6]), 0.6);
  near(topShare(Array.from({ length: 30 }, (_, i) => i)), (29 + 28 + 27) / 435);
  assert.deepEqual([absenceFactor([5, 5]), absenceFactor([1, 1, 1]), absenceFactor([8, 1, 1], 0.9)], [1, 2, 2]);
  near(effectiveCount([2, 2, 2, 0]), 3);
  assert.throws(() => gini([1, -1]), /-1 at 1 is no amount/);
  assert.throws(() => topShare([Number.NaN]), RangeError);
});

test('bands share their boundary with ties and never look at places', () => {
  assert.deepEqual([...rankBands([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])], [0, 0, 1, 1, 1, 1, 1, 1, 1, 2]);
  assert.deepEqual([...rankBands([5, 5, 5, 5, 5, 5, 5, 1, 1, 0])], [0, 0, 0, 0, 0, 0, 0, 1, 1, 2]);
  assert.deepEqual([...rankBands([1, 2, 3, 4, 5], [0.2, 0.2, 0.2, 0.2, 0.2])], [4, 3, 2, 1, 0]);
});

test('burstiness: regular −1, exponential about 0, bursts above', () => {
  near(burstiness(Array(50).fill(3)), -1);
  const random = new Random(5);
  const even = burstiness(Float64Array.from({ length: 5000 }, () => random.exponential()))!;
  assert.ok(Math.abs(even) < 0.05, `${even}`);
  assert.ok(burstiness(Float64Array.from({ length: 5000 }, () => Math.exp(2 * random.normal())))! > 0.4);
  assert.equal(burstiness([1, 2]), null);
  assert.ok(gapMemory([1, 1, 1, 9, 9, 9, 1, 1, 1, 9, 9, 9])! > 0.3 && gapMemory([1, 9, 1, 9, 1, 9])! < -0.9);
  assert.equal(gapMemory([2, 2, 2, 2]), null);
});

test('Wilson interval', () => {
  const [low, high] = wilsonInterval(3, 17)!;
  near(low, 0.061911266376209945);
  near(high, 0.4102945856883412);
  assert.equal(wilsonInterval(0, 0), null);
  assert.deepEqual(wilsonInterval(0, 10)![0], 0);
  assert.throws(() => wilsonInterval(3, 2), /3 of 2/);
});

test('the same seed draws the same, and draws are what they should be', () => {
  const draw = (seed: number | string) =>
    Array.from(
      { length: 4 },
      (
        (random) => () =>
          random.bits()
      )(new Random(seed)),
    );
  assert.deepEqual(draw('group-7'), draw('group-7'));
  assert.notDeepEqual(draw(1), draw(2));
  const random = new Random(11);
  const moments = (next: () => number) => {
    const values = Float64Array.from({ length: 40_000 }, next);
    return [mean(values)!, variance(values)!];
  };
  const expected: [() => number, number, number][] = [
    [() => random.uniform(), 1 / 2, 1 / 12],
    [() => random.normal(), 0, 1],
    [() => random.exponential(3), 3, 9],
    [() => random.gamma(0.4), 0.4, 0.4],
    [() => random.gamma(5), 5, 5],
    [() => random.beta(2, 6), 0.25, (0.25 * 0.75) / 9],
    [() => random.poisson(4), 4, 4],
    [() => random.poisson(70), 70, 70],
    [() => random.integer(6), 2.5, 35 / 12],
  ];
  for (const [next, m, v] of expected) {
    const [gotMean, gotVariance] = moments(next);
    assert.ok(Math.abs(gotMean! - m) < 4 * Math.sqrt(v / 40_000), `mean ${gotMean} for ${m}`);
    assert.ok(Math.abs(gotVariance! / v - 1) < 0.08, `variance ${gotVariance} for ${v}`);
  }
  assert.deepEqual([...random.shuffle([1, 2, 3, 4])].toSorted(), [1, 2, 3, 4]);
});

test('bootstrap: percentile and BCa agree on means, BCa follows skew; undefined stays null', () => {
  const random = new Random(2);
  const values = Float64Array.from({ length: 60 }, () => random.exponential());
  const statistic = (indexes: Uint32Array): number => indexes.reduce((t, i) => t + values[i]!, 0) / indexes.length;
  const plain = bootstrap(60, statistic, { seed: 1 })!;
  const bca = bootstrap(60, statistic, { seed: 1, method: 'bca' })!;
  near(plain.value, mean(values)!);
  near(plain.standardError, Math.sqrt(variance(values)! / 60), 0.1);
  assert.ok(bca.interval[0] > plain.interval[0] && bca.interval[1] > plain.interval[1]);
  assert.deepEqual(bootstrap(60, statistic, { seed: 1 }), plain);
  assert.equal(bootstrap(0, statistic, { seed: 1 }), null);
  assert.equal(
    bootstrap(60, () => null, { seed: 1 }),
    null,
  );
});

test('shrinkage: little evidence goes to the mean, much stays', () => {
  near(shrinkMean(8, 1, { prior: 2, strength: 5 }), 3);
  const random = new Random(8);
  const truths = Float64Array.from({ length: 300 }, () => random.beta(3, 7));
  const trials = Uint32Array.from(truths, (_, i) => (i % 2 ? 3 : 300));
  const successes = trials.map((n, i) => {
    let count = 0;
    for (let k = 0; k < n; k++) if (random.uniform() < truths[i]!) count++;
    return count;
  });
  const { rates, prior, intervals } = shrinkRates(successes, trials)!;
  assert.ok(Math.abs(prior.a / (prior.a + prior.b) - 0.3) < 0.02, `${prior.a} ${prior.b}`);
  assert.ok(prior.a + prior.b > 6 && prior.a + prior.b < 15, `${prior.a + prior.b}`);
  const error = (guess: (i: number) => number) => mean(truths.map((truth, i) => (guess(i) - truth) ** 2))!;
  assert.ok(error((i) => rates[i]!) < 0.5 * error((i) => successes[i]! / trials[i]!));
  const covered = intervals.filter(([low, high], i) => low <= truths[i]! && truths[i]! <= high).length;
  assert.ok(covered > 300 * 0.85 && covered < 300 * 0.95, `${covered}`);
  const none = shrinkRates([0, 0], [3, 5])!;
  assert.ok(none.rates.every((rate) => rate > 0 && rate < 0.1));
  assert.equal(shrinkRates([0], [0]), null);

  const equal = shrinkMeans([1, 1.1, 0.9], [1, 1, 1])!;
  assert.ok(equal.between === 0 && equal.means.every((m) => Math.abs(m - 1) < 1e-9));
  const apart = shrinkMeans([0, 10, 20], [0.1, 0.1, 5])!;
  assert.ok(Math.abs(apart.means[0]!) < 0.1 && apart.means[2]! < 20 && apart.means[2]! > 13);
  assert.throws(() => shrinkMeans([1], [0]), /standard error/);
});
