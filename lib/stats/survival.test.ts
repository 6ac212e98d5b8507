/** Small survival samples that can be checked by hand or with scipy. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitCox, testProportionality } from './cox.ts';
import { concordance } from './discrimination.ts';
import { integratedBrier, scoreForecast } from './forecast-scores.ts';
import { forecastEvent, lifeTable } from './hazard.ts';
import {
  kaplanMeier,
  quantileInterval,
  restrictedMean,
  survivalAt,
  survivalInterval,
  survivalQuantile,
} from './kaplan-meier.ts';
import { logRank } from './log-rank.ts';
import { Random } from './random.ts';

const near = (actual: number | null | undefined, expected: number): void =>
  assert.ok(typeof actual === 'number' && Math.abs(actual - expected) < 1e-7, `${actual} is not ${expected}`);
const SAMPLE = { durations: [6, 7, 10, 15, 19, 25], events: [1, 0, 1, 1, 0, 1] };

test('the curve, its log-log interval and its quantiles (scipy)', () => {
  const curve = kaplanMeier(SAMPLE);
  assert.deepEqual([...curve.times], [6, 10, 15, 25]);
  assert.deepEqual([...curve.atRisk], [6, 4, 3, 1]);
  [0.83333333333, 0.625, 0.4166666667, 0].forEach((s, i) => near(curve.survival[i], s));
  near(curve.lower[1], 0.14185339);
  near(curve.upper[1], 0.8930506);
  near(survivalInterval(curve, 16)![0], 0.05599186);
  assert.deepEqual([survivalAt(curve, 5.9), survivalAt(curve, 6), survivalAt(curve, 400)], [1, 5 / 6, 0]);
  assert.equal(survivalQuantile(curve), 15);
  assert.deepEqual(quantileInterval(curve), [6, 25]);
  near(restrictedMean(curve, 10), 6 + (4 * 5) / 6);
});

test('nothing is said beyond the last observation, nor of an empty sample', () => {
  const open = kaplanMeier({ durations: [3, 8], events: [1, 0] });
  assert.deepEqual([survivalAt(open, 8), survivalAt(open, 8.1), survivalQuantile(open, 0.9)], [0.5, null, null]);
  assert.equal(restrictedMean(open, 9), null);
  const empty = kaplanMeier({ durations: [], events: [] });
  assert.deepEqual([empty.n, survivalAt(empty, 0), survivalQuantile(empty)], [0, null, null]);
  const never = kaplanMeier({ durations: [4, 5], events: [0, 0] });
  assert.deepEqual([survivalAt(never, 5), survivalInterval(never, 5)], [1, [0, 1]]);
  assert.throws(() => kaplanMeier({ durations: [1], events: [1, 1] }), /1 and 2/);
  assert.throws(() => kaplanMeier({ durations: [-1], events: [1] }), /subject 0/);
  assert.throws(() => kaplanMeier({ durations: [3], events: [1], entries: [4] }), /after its end/);
});

test('late entries: at risk only from their entry, and an early lonely death does not pin the curve to zero', () => {
  const durations = [2, 30, 31, 32, 33, 34];
  const entries = [1, 20, 20, 20, 20, 20];
  const events = [1, 1, 0, 1, 0, 0];
  const curve = kaplanMeier({ durations, events, entries });
  assert.deepEqual([curve.from, [...curve.times], [...curve.atRisk]], [20, [30, 32], [5, 3]]);
  assert.deepEqual([survivalAt(curve, 19), survivalAt(curve, 25)], [null, 1]);
  const eager = kaplanMeier({ durations, events, entries }, { minimumAtRisk: 1 });
  assert.deepEqual([eager.from, eager.survival[0]], [1, 0]);
  const same = kaplanMeier({ ...SAMPLE, entries: [0, 0, 0, 0, 0, 0] });
  assert.deepEqual([...same.survival], [...kaplanMeier(SAMPLE).survival]);
});

test('log-rank: two groups (scipy), three groups, no difference to be seen', () => {
  const durations = [...SAMPLE.durations, 1, 3, 4, 5, 8, 8, 11];
  const events = [...SAMPLE.events, 1, 1, 1, 0, 1, 1, 1];
  const result = logRank({ durations, events, groups: durations.map((_, i) => (i < 6 ? 0 : 1)) })!;
  near(result.chiSquare, 4.7652541083375075);
  near(result.p, 0.029039772265210952);
  assert.equal(result.observed[0]! + result.observed[1]!, 10);
  near(result.expected[0]! + result.expected[1]!, 10);
  const three = logRank({ durations, events, groups: durations.map((_, i) => i % 3) })!;
  assert.equal(three.degreesOfFreedom, 2);
  assert.equal(logRank({ durations, events, groups: durations.map(() => 0) }), null);
  assert.equal(logRank({ durations: [5, 5], events: [0, 0], groups: [0, 1] }), null);
});

test('Cox: by hand for two, Efron for ties, errors that say what is wrong', () => {
  // One pair tied of four: Efron's likelihood at β = 0 is 1/4 · 1/(4 − ½·2)… = 4·3·2·1 with the tie averaged.
  const fit = fitCox({ durations: [1, 1, 2, 3], events: [1, 1, 1, 0], rows: [[1], [0], [1], [0]] });
  near(fit.nullLogLikelihood, -Math.log(4) - Math.log(3) - Math.log(2));
  assert.ok(fit.converged && fit.coefficients[0]! > 0 && fit.logLikelihood > fit.nullLogLikelihood);
  assert.throws(() => fitCox({ durations: [1, 2], events: [0, 0], rows: [[1], [0]] }), /no event/);
  assert.throws(() => fitCox({ durations: [1, 2], events: [1, 1], rows: [[1]] }), /1 rows for 2/);
  const twins = [1, 2, 3, 4, 5].map((x) => [x, 2 * x]);
  assert.throws(
    () => fitCox({ durations: [3, 1, 4, 2, 5], events: [1, 1, 1, 1, 1], rows: twins }),
    /depend on each other/,
  );
  assert.ok(fitCox({ durations: [3, 1, 4, 2, 5], events: [1, 1, 1, 1, 1], rows: twins }, { ridge: 1 }).converged);
});

test('concordance: order, ties of score, censored earlier ones', () => {
  assert.equal(concordance({ durations: [1, 2, 3], events: [1, 1, 1] }, [3, 2, 1]), 1);
  assert.equal(concordance({ durations: [1, 2, 3], events: [1, 1, 1] }, [1, 2, 3]), 0);
  assert.equal(concordance({ durations: [1, 2, 3], events: [1, 1, 1] }, [1, 1, 1]), 0.5);
  assert.equal(concordance({ durations: [1, 2, 3], events: [0, 1, 1] }, [0, 2, 1]), 1);
  assert.equal(concordance({ durations: [1, 1], events: [1, 0] }, [0, 1]), null);
});

test('life table: censored within a period is not at risk in it, late entries lack their first periods', () => {
  const table = lifeTable({ durations: [0.5, 1.2, 1.7, 2.5, 2], events: [1, 1, 0, 0, 0], entries: [0, 0, 0, 1, 0] });
  assert.deepEqual(
    table.map(({ period, atRisk, events }) => [period, atRisk, events]),
    [
      [0, 4, 1],
      [1, 3, 1],
    ],
  );
  near(forecastEvent({ coefficients: [Math.log(0.25 / 0.75), 0] }, { period: 3, features: [] }, 2), 1 - 0.75 ** 2);
});

test('a covariate whose effect turns round with time is found not proportional, a steady one is not', () => {
  const random = new Random('drift');
  const rows = Array.from({ length: 600 }, (_, i) => [i % 2, random.normal()]);
  // Group 1 dies fast before time 1/3 and slowly after it, group 0 evenly.
  const durations = rows.map(([group, x]) => {
    const life = random.exponential(Math.exp(-0.5 * x!));
    if (group === 0) return life;
    return life < 1 ? life / 3 : 1 / 3 + (life - 1) * 3;
  });
  const sample = { durations, events: rows.map(() => 1), rows };
  const drifting = testProportionality(sample, fitCox(sample))[0]!;
  assert.ok(drifting.p < 1e-6 && drifting.correlation < 0, `${drifting.p}`);
  const even = { ...sample, durations: rows.map(([group, x]) => random.exponential(Math.exp(group! - 0.5 * x!))) };
  for (const { p } of testProportionality(even, fitCox(even))) assert.ok(p > 0.02, `${p}`);
});

test('forecast scores: without censoring plain Brier and AUC, with it still the truth', () => {
  const plain = { durations: [1, 2, 3, 4], events: [1, 1, 1, 1] };
  const score = scoreForecast(plain, 2.5, [0.2, 0.4, 0.5, 0.9])!;
  near(score.brier, (0.04 + 0.16 + 0.25 + 0.01) / 4);
  near(score.reference, 0.25);
  near(score.auc, 1);
  const random = new Random('scores');
  const risks = Array.from({ length: 8000 }, () => Math.exp(random.normal()));
  const lives = risks.map((risk) => random.exponential(5 / risk));
  const ends = risks.map(() => random.exponential(8));
  const open = {
    durations: lives.map((life, i) => Math.min(life, ends[i]!)),
    events: lives.map((life, i) => life <= ends[i]!),
  };
  const all = { durations: lives, events: lives.map(() => true) };
  const forecasts = risks.map((risk) => Math.exp((-3 * risk) / 5));
  const [seen, truth] = [scoreForecast(open, 3, forecasts)!, scoreForecast(all, 3, forecasts)!];
  assert.ok(Math.abs(seen.brier - truth.brier) < 0.006 && seen.brier < seen.reference - 0.03);
  assert.ok(Math.abs(seen.auc! - truth.auc!) < 0.01 && seen.auc! > 0.7);
  const times = [1, 2, 3, 4];
  const right = integratedBrier(
    open,
    times,
    times.map((t) => risks.map((risk) => Math.exp((-t * risk) / 5))),
  )!;
  const wrong = integratedBrier(
    open,
    times,
    times.map((t) => risks.map((risk) => Math.exp((-2 * t * risk) / 5))),
  )!;
  assert.ok(right.brier < wrong.brier && right.brier < right.reference);
  assert.equal(scoreForecast({ durations: [1, 1], events: [0, 0] }, 2, [1, 1]), null);
  assert.throws(() => scoreForecast({ ...plain, entries: [0, 1, 0, 0] }, 2, [1, 1, 1, 1]), /late entries/);
});

test('remissions under 6-MP (Freireich 1963; Kalbfleisch & Prentice): the published curve, median and log-log interval', () => {
  const durations = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35];
  const events = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0];
  const curve = kaplanMeier({ durations, events });
  const round = (values: ArrayLike<number>) => Array.from(values, (value) => Number(value.toFixed(3)));
  assert.deepEqual([...curve.times], [6, 7, 10, 13, 16, 22, 23]);
  assert.deepEqual([...curve.atRisk], [21, 17, 15, 12, 11, 7, 6]);
  assert.deepEqual(round(curve.survival), [0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448]);
  assert.deepEqual([survivalQuantile(curve), ...quantileInterval(curve)], [23, 13, null]);
  assert.deepEqual(round(survivalInterval(curve, 10)!), [0.503, 0.889]);
});
