/** Truths that are known because we made the data: error rates, bias and coverage. All seeded, so they cannot flicker. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bootstrap } from './bootstrap.ts';
import { gini } from './concentration.ts';
import { fitCox } from './cox.ts';
import { tTwoSided } from './distributions.ts';
import { fitAncova, testRandomisation } from './experiment.ts';
import { growthFactor } from './growth.ts';
import { fitHazard, forecastEvent, lifeTable } from './hazard.ts';
import { kaplanMeier, survivalAt, survivalInterval } from './kaplan-meier.ts';
import { Random } from './random.ts';
import { fitRepeats } from './repurchase.ts';
import { testSequentially } from './sequential.ts';
import { mean, variance } from './summary.ts';

const within = (value: number, [low, high]: readonly [number, number], what: string): void =>
  assert.ok(value >= low && value <= high, `${what}: ${value} is not in ${low} … ${high}`);

const ICC = 0.05;
const MEMBERS = 100;

/** Two arms of `k` groups whose members share a group effect (ICC .05), with a pre-period of correlation `r`. */
function drawGroups(random: Random, k: number, r = 0) {
  const treated = random.shuffle(Uint8Array.from({ length: 2 * k }, (_, i) => (i < k ? 1 : 0)));
  const before: number[] = [];
  const members: number[][] = [];
  for (let g = 0; g < 2 * k; g++) {
    const shift = random.normal() * Math.sqrt(ICC);
    members.push(Array.from({ length: MEMBERS }, () => shift + random.normal() * Math.sqrt(1 - ICC)));
    before.push(r * (mean(members[g]!)! - shift / 2) + random.normal() * 0.1);
  }
  return { treated, before, members, outcomes: members.map((group) => mean(group)!) };
}

/** What not to do: a t-test over members. */
function memberP(treated: Uint8Array, members: readonly number[][]): number {
  const arms = [0, 1].map((arm) => members.filter((_, g) => treated[g] === arm).flat());
  const [a, b] = [arms[0]!, arms[1]!];
  const error = Math.sqrt(variance(a)! / a.length + variance(b)! / b.length);
  return tTwoSided((mean(a)! - mean(b)!) / error, a.length + b.length - 2);
}

test('2,000 experiments without effect, 8 groups an arm, ICC .05: type-I error .04 … .06', () => {
  const random = new Random('type-I');
  const wrong = { randomisation: 0, adjusted: 0, ancova: 0, members: 0 };
  const runs = 2000;
  for (let run = 0; run < runs; run++) {
    const { treated, before, members, outcomes } = drawGroups(random, 8, 0.8);
    const options = { seed: run, limit: 999 };
    if (testRandomisation({ outcomes, treated }, options).p <= 0.05) wrong.randomisation++;
    if (testRandomisation({ outcomes, treated, before }, options).p <= 0.05) wrong.adjusted++;
    if (fitAncova({ outcomes, treated, before })!.p <= 0.05) wrong.ancova++;
    if (run < 400 && memberP(treated, members) <= 0.05) wrong.members++;
  }
  within(wrong.randomisation / runs, [0.04, 0.06], 'randomisation test');
  within(wrong.adjusted / runs, [0.04, 0.06], 'randomisation test with pre-period');
  within(wrong.ancova / runs, [0.04, 0.06], 'ANCOVA');
  within(wrong.members / 400, [0.25, 0.6], 'members as units, which is wrong');
});

test('8 groups in all: ANCOVA keeps .04 … .06, the exact test stays below', () => {
  const random = new Random('four an arm');
  let [ancova, exact] = [0, 0];
  for (let run = 0; run < 2000; run++) {
    const { treated, outcomes } = drawGroups(random, 4);
    if (fitAncova({ outcomes, treated })!.p <= 0.05) ancova++;
    const found = testRandomisation({ outcomes, treated }, { seed: run });
    assert.deepEqual([found.assignments, found.exact], [70, true]);
    if (found.p <= 0.05) exact++;
  }
  within(ancova / 2000, [0.04, 0.06], 'ANCOVA');
  within(exact / 2000, [0.01, 0.05], 'exact test');
});

test('an effect of one group standard deviation is covered by the interval in 93 … 97% of experiments', () => {
  const random = new Random('coverage');
  const effect = Math.sqrt(ICC + (1 - ICC) / MEMBERS);
  const covered = { randomisation: 0, ancova: 0 };
  let found = 0;
  for (let run = 0; run < 1000; run++) {
    const { treated, outcomes } = drawGroups(random, 8);
    const experiment = { treated, outcomes: outcomes.map((y, g) => y + effect * treated[g]!) };
    const { interval, p } = testRandomisation(experiment, { seed: run, limit: 499 });
    if (interval[0] <= effect && effect <= interval[1]) covered.randomisation++;
    if (p <= 0.05) found++;
    const model = fitAncova(experiment)!.interval;
    if (model[0] <= effect && effect <= model[1]) covered.ancova++;
  }
  within(covered.randomisation / 1000, [0.93, 0.97], 'randomisation interval');
  within(covered.ancova / 1000, [0.93, 0.97], 'ANCOVA interval');
  within(found / 1000, [0.4, 0.54], 'power (.47 in metrics.md)');
});

test('looking after every observation: at most 5% ever stop without an effect', () => {
  const random = new Random('peeking');
  const wrong = { known: 0, unknown: 0, naive: 0, covered: 0 };
  const runs = 2000;
  for (let run = 0; run < runs; run++) {
    const differences = Float64Array.from({ length: 200 }, () => random.normal() * 3);
    const known = testSequentially(differences, { sigma: 3 });
    if (known.stoppedAt !== null) wrong.known++;
    if (known.states.every(({ interval }) => interval[0] <= 0 && 0 <= interval[1])) wrong.covered++;
    if (testSequentially(differences).stoppedAt !== null) wrong.unknown++;
    const naive = known.states.some(({ n, mean: m }) => n % 10 === 0 && Math.abs(m) > (1.96 * 3) / Math.sqrt(n));
    if (naive) wrong.naive++;
  }
  within(wrong.known / runs, [0.005, 0.05], 'known sigma');
  within(wrong.unknown / runs, [0.005, 0.05], 'unknown sigma');
  within(wrong.covered / runs, [0.95, 1], 'confidence sequence');
  within(wrong.naive / runs, [0.2, 0.3], '20 looks at p < .05, which is wrong');
  const real = Float64Array.from({ length: 200 }, () => 1.5 + random.normal() * 3);
  assert.ok(testSequentially(real, { sigma: 3 }).stoppedAt! < 120);
  assert.ok(testSequentially(real).stoppedAt! < 120);
});

/** Groups whose life is Weibull with S(7) = .6, born through 34 days and watched until the end of them. */
function drawLives(random: Random, n: number, late: boolean) {
  const durations: number[] = [];
  const events: number[] = [];
  const entries: number[] = [];
  while (durations.length < n) {
    const life = 7 * (random.exponential() / -Math.log(0.6)) ** (1 / 0.7);
    const window = random.uniform() * 34;
    const entry = late && random.uniform() < 0.7 ? random.uniform() * 20 : 0;
    if (life <= entry) continue;
    durations.push(Math.min(life, entry + window));
    events.push(life <= entry + window ? 1 : 0);
    entries.push(entry);
  }
  return { durations, events, entries };
}

test('Kaplan–Meier under staggered entry: S(7) within .01 at 20,000 groups', () => {
  for (const seed of [1, 2, 3]) {
    const { durations, events } = drawLives(new Random(seed), 20_000, false);
    const curve = kaplanMeier({ durations, events });
    within(survivalAt(curve, 7)!, [0.59, 0.61], 'S(7)');
    const interval = survivalInterval(curve, 7)!;
    within(interval[1] - interval[0], [0.005, 0.02], 'width of the interval');
    const dead = durations.filter((_, i) => events[i]);
    within(dead.filter((t) => t <= 7).length / dead.length, [0.6, 0.9], 'share among the dead, which is wrong (.40)');
  }
});

test('Kaplan–Meier with groups found at an age: left truncation respected', () => {
  const { durations, events, entries } = drawLives(new Random(4), 20_000, true);
  within(survivalAt(kaplanMeier({ durations, events, entries }), 7)!, [0.59, 0.61], 'S(7)');
  within(survivalAt(kaplanMeier({ durations, events }), 7)!, [0.65, 1], 'late entries forgotten, which is wrong');
});

test('the discrete hazard agrees with the life table, and its forecast with the truth', () => {
  const random = new Random('hazard');
  const rows: { period: number; features: number[]; event: boolean }[] = [];
  const durations: number[] = [];
  const events: number[] = [];
  for (let i = 0; i < 3000; i++) {
    const busy = i % 2;
    const hazard = busy ? 0.05 : 0.15;
    let period = 0;
    let event = false;
    for (; period < 12 && !event; period++) {
      event = random.uniform() < hazard;
      rows.push({ period, features: [busy], event });
    }
    durations.push(event ? period - 1 : period);
    events.push(event ? 1 : 0);
  }
  const fit = fitHazard(rows);
  within(forecastEvent(fit, { period: 0, features: [1] }, 4), [1 - 0.95 ** 4 - 0.025, 1 - 0.95 ** 4 + 0.025], 'busy');
  within(forecastEvent(fit, { period: 0, features: [0] }, 4), [1 - 0.85 ** 4 - 0.03, 1 - 0.85 ** 4 + 0.03], 'quiet');
  const table = lifeTable({ durations, events });
  assert.deepEqual([table.length, table[0]!.atRisk], [12, 3000]);
  within(table[0]!.hazard, [0.085, 0.115], 'first period');
});

test('Cox finds hazard ratios with ties, censoring and late entries', () => {
  const random = new Random('cox');
  const sample = { durations: [] as number[], events: [] as number[], entries: [] as number[], rows: [] as number[][] };
  while (sample.durations.length < 4000) {
    const row = [random.normal(), random.uniform() < 0.5 ? 1 : 0];
    const life = Math.ceil(random.exponential(40 / Math.exp(0.5 * row[0]! - 0.7 * row[1]!)));
    const entry = random.uniform() < 0.3 ? random.integer(20) : 0;
    if (life <= entry) continue;
    const end = Math.min(life, 60);
    sample.durations.push(end);
    sample.events.push(life <= 60 ? 1 : 0);
    sample.entries.push(entry);
    sample.rows.push(row);
  }
  const fit = fitCox(sample);
  within(fit.coefficients[0]!, [0.44, 0.56], 'first ratio');
  within(fit.coefficients[1]!, [-0.8, -0.6], 'second ratio');
  assert.ok(fit.p.every((p) => p < 1e-6));
});

test('Gini of ten people: bias at most .005', () => {
  const random = new Random('gini');
  const runs = 20_000;
  let corrected = 0;
  for (let run = 0; run < runs; run++)
    corrected += gini(Float64Array.from({ length: 10 }, () => random.exponential()))!;
  within(corrected / runs, [0.495, 0.505], 'mean Gini of exponential amounts (true .5)');
});

test('K factor with few who invite many: 93 … 97% of intervals cover it', () => {
  const random = new Random('k');
  let covered = 0;
  for (let run = 0; run < 1000; run++) {
    const invitees = Float64Array.from({ length: 300 }, () => random.poisson((random.gamma(0.3) * 0.4) / 0.3));
    const { interval } = growthFactor(invitees)!;
    if (interval[0] <= 0.4 && 0.4 <= interval[1]) covered++;
  }
  within(covered / 1000, [0.93, 0.97], 'coverage');
});

test('a bootstrap by clusters covers where one by rows pretends', () => {
  const random = new Random('clusters');
  let [byCluster, byRow] = [0, 0];
  for (let run = 0; run < 200; run++) {
    const clusters = Uint32Array.from({ length: 400 }, (_, i) => Math.floor(i / 10));
    const shifts = Float64Array.from({ length: 40 }, () => random.normal());
    const values = Float64Array.from(clusters, (c) => shifts[c]! + random.normal());
    const statistic = (indexes: Uint32Array): number => indexes.reduce((t, i) => t + values[i]!, 0) / indexes.length;
    const covers = ([low, high]: [number, number]): boolean => low <= 0 && 0 <= high;
    if (covers(bootstrap(400, statistic, { seed: run, draws: 200, clusters })!.interval)) byCluster++;
    if (covers(bootstrap(400, statistic, { seed: run, draws: 200 })!.interval)) byRow++;
  }
  within(byCluster / 200, [0.88, 0.98], 'by clusters');
  within(byRow / 200, [0.3, 0.75], 'by rows, which is wrong');
});

test('BG/NBD recovers who it was made from', () => {
  const random = new Random('repeats');
  const histories = { frequency: [] as number[], recency: [] as number[], age: [] as number[] };
  for (let i = 0; i < 3000; i++) {
    const rate = random.gamma(0.8) / 6;
    const dropOut = random.beta(1.2, 3);
    const age = 30 + random.integer(20);
    let [time, last, count] = [0, 0, 0];
    for (let alive = true; alive; alive = random.uniform() >= dropOut) {
      time += random.exponential(1 / rate);
      if (time > age) break;
      last = time;
      count++;
    }
    histories.frequency.push(count);
    histories.recency.push(last);
    histories.age.push(age);
  }
  const fit = fitRepeats(histories);
  within(fit.r, [0.65, 0.95], 'r');
  within(fit.alpha, [4.5, 7.5], 'alpha');
  within(fit.a / (fit.a + fit.b), [0.22, 0.36], 'mean drop-out chance');
});
