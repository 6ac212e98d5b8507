import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cohenKappa } from './agreement.ts';

/** Judgements of two from a table: both yes, only the first, only the second, both no. */
function judged(both: number, first: number, second: number, neither: number): [boolean[], boolean[]] {
  const rows = [
    [both, true, true],
    [first, true, false],
    [second, false, true],
    [neither, false, false],
  ] as const;
  return [
    rows.flatMap(([count, one]) => Array.from({ length: count }, () => one)),
    rows.flatMap(([count, , other]) => Array.from({ length: count }, () => other)),
  ];
}

test('kappa is agreement beyond chance, as in the textbook', () => {
  // 50 proposals, 20 yes/yes, 5 and 10 apart, 15 no/no: agreement .7, by chance .5, kappa .4.
  const found = cohenKappa(...judged(20, 5, 10, 15));
  assert.equal(found.n, 50);
  assert.ok(Math.abs(found.agreed - 0.7) < 1e-12);
  assert.ok(Math.abs(found.kappa! - 0.4) < 1e-12);
  // Standard error by hand: sqrt(.7 × .3 / 50) / .5.
  assert.ok(Math.abs(found.interval![1] - (0.4 + 1.959964 * 0.1296148)) < 1e-5);
});

test('the same agreement is worth less where nearly everything is yes', () => {
  assert.ok(cohenKappa(...judged(45, 15, 25, 15)).kappa! < cohenKappa(...judged(25, 35, 5, 35)).kappa! + 1e-12);
  assert.equal(cohenKappa(...judged(10, 0, 0, 0)).kappa, null, 'who always says yes agrees with everybody');
  assert.equal(cohenKappa(...judged(5, 0, 0, 5)).kappa, 1);
  assert.equal(cohenKappa([], []).kappa, null);
  assert.throws(() => cohenKappa([true], []));
});
