/** Published values on public data sets: Waltons and Rossi (lifelines), CDNOW (Fader, Hardie & Lee), CHAOSS, Goel et al. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { structuralVirality } from './cascade.ts';
import { absenceFactor, gini } from './concentration.ts';
import { fitCox } from './cox.ts';
import { wilsonInterval } from './interval.ts';
import { kaplanMeier, survivalAt, survivalQuantile } from './kaplan-meier.ts';
import { logRank } from './log-rank.ts';
import { aliveProbability, expectedRepeats, fitRepeats } from './repurchase.ts';
import { missingData, readTable } from './testing.ts';

const near = (actual: number | null, expected: number, tolerance = 1e-3): void =>
  assert.ok(actual !== null && Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected} ± ${tolerance}`);

test('Waltons: Kaplan–Meier medians and the log-rank test', { skip: missingData('golden/waltons.csv') }, () => {
  const rows = readTable('golden/waltons.csv');
  const times = (group: string) => {
    const own = rows.filter((row) => row['group'] === group);
    return { durations: own.map((row) => Number(row['T'])), events: own.map((row) => Number(row['E'])) };
  };
  const control = kaplanMeier(times('control'));
  const treated = kaplanMeier(times('miR-137'));
  assert.deepEqual([control.n, treated.n], [129, 34]);
  assert.deepEqual([survivalQuantile(control), survivalQuantile(treated)], [58, 26]);
  near(survivalAt(control, 20), 0.9844);
  near(survivalAt(treated, 20), 0.6471);
  const result = logRank({
    durations: rows.map((row) => Number(row['T'])),
    events: rows.map((row) => Number(row['E'])),
    groups: rows.map((row) => (row['group'] === 'control' ? 0 : 1)),
  });
  near(result!.chiSquare, 122.249);
});

test('Rossi: Cox regression with Efron ties', { skip: missingData('golden/rossi.csv') }, () => {
  const rows = readTable('golden/rossi.csv');
  const columns = ['fin', 'age', 'race', 'wexp', 'mar', 'paro', 'prio'];
  const fit = fitCox({
    durations: rows.map((row) => Number(row['week'])),
    events: rows.map((row) => Number(row['arrest'])),
    rows: rows.map((row) => columns.map((column) => Number(row[column]))),
  });
  const expected = [-0.3794, -0.0574, 0.3139, -0.1498, -0.4337, -0.0849, 0.0915];
  expected.forEach((value, j) => near(fit.coefficients[j]!, value));
  near(fit.logLikelihood, -658.748);
  near(fit.concordance, 0.6438);
  near(fit.standardErrors[0]!, 0.1914); // lifelines' documentation
  assert.equal(fit.converged, true);
});

test('CDNOW: BG/NBD', { skip: missingData('golden/cdnow.csv') }, () => {
  const rows = readTable('golden/cdnow.csv');
  const column = (name: string) => rows.map((row) => Number(row[name]));
  const fit = fitRepeats({ frequency: column('frequency'), recency: column('recency'), age: column('T') });
  near(fit.r, 0.243);
  near(fit.alpha, 4.414);
  near(fit.a, 0.793);
  near(fit.b, 2.426);
  near(fit.logLikelihood, -9582.4, 0.05);
  const customer = { frequency: 2, recency: 30.43, age: 38.86 };
  near(expectedRepeats(fit, customer, 39), 1.226);
  near(aliveProbability(fit, customer), 0.7266);
});

test('small goldens: Gini, absence factor, virality, Wilson', () => {
  near(gini([0, 0, 0, 0, 1]), 1, 1e-12);
  assert.equal(absenceFactor([1000, 202, 90, 33, 332, 343, 42, 433]), 2);
  const star = [-1, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  near(structuralVirality(star), 1.8, 1e-12);
  near(structuralVirality(star.map((_, i) => i - 1)), 3.667);
  for (const [n, low, high] of [
    [10, 0.11, 0.6],
    [50, 0.19, 0.44],
    [100, 0.22, 0.4],
  ] as const) {
    const interval = wilsonInterval(0.3 * n, n)!;
    near(interval[0], low, 0.006);
    near(interval[1], high, 0.006);
  }
});
