/**
 * When a group may fall quiet (metrics.md §6.3), by simulation from its own weeks: speakers per week go on with a damped trend and the
 * group's own ups and downs, a day is active with 1 − exp(−rate), and quiet is a run of days beyond the group's threshold. Parameters
 * are drawn anew for every bundle of paths, so the interval tells what six months of one log cannot know. A probability and a range,
 * never a date. Damping is hand-set [D].
 */
import { Random } from '../stats/random.ts';
import { quantile, variance } from '../stats/summary.ts';
import { theilSen } from '../stats/trend.ts';
import type { Curve, MetricResult } from './diagnosis.ts';
import type { Frame } from './frame.ts';
import type { Weeks } from './pulse.ts';
import { give, lack } from './results.ts';

/** What is said about the future of one group. */
export interface Forecast {
  within30: MetricResult;
  within90: MetricResult;
  curve: Curve | null;
  medianDays: number | null;
  medianDaysCi95: [number | null, number | null] | null;
}

const HORIZON = 365;
const STEP = 5;
const BUNDLES = 60;
const PATHS = 40;
const DAMPING = 0.94;
const LEARN_WEEKS = 26;
const FEWEST_WEEKS = 4;
const DAYS = Array.from({ length: HORIZON / STEP + 1 }, (_, at) => at * STEP);

interface Question {
  weeks: Weeks;
  thresholdDays: number | null;
  quietDays: number;
}

/** The chance that the group falls quiet, by day from `now`. */
export function forecastQuiet(frame: Frame, { weeks, thresholdDays, quietDays }: Question): Forecast {
  const n = weeks.speakers.length;
  if (thresholdDays === null) return knowNothing(frame, 'too_few_gaps', n);
  if (weeks.speakers.filter((one) => one > 0).length < FEWEST_WEEKS) return knowNothing(frame, 'too_short_history', n);
  if (quietDays > thresholdDays) return alreadyQuiet(frame, n);
  const model = learnModel(weeks);
  const random = new Random(`${frame.all.name}:quiet`);
  const curves = Array.from({ length: BUNDLES }, () =>
    simulateBundle(drawModel(model, random), { random, thresholdDays, silentDays: Math.floor(quietDays) }),
  );
  const at = (day: number): number[] => curves.map((curve) => curve[day / STEP]!);
  const y = DAYS.map((day) => at(day).reduce((sum, one) => sum + one, 0) / BUNDLES);
  const low = DAYS.map((day) => quantile(at(day), 0.025)!);
  const high = DAYS.map((day) => quantile(at(day), 0.975)!);
  const chance = (id: 'life.pDead30' | 'life.pDead90', day: number): MetricResult =>
    give(frame, id, { value: 1 - y[day / STEP]!, n, ci95: [1 - high[day / STEP]!, 1 - low[day / STEP]!] });
  return {
    within30: chance('life.pDead30', 30),
    within90: chance('life.pDead90', 90),
    curve: { unit: 'days', x: DAYS, y, low, high, n, events: 0 },
    medianDays: findHalf(y),
    medianDaysCi95: [findHalf(low), findHalf(high)],
  };
}

function knowNothing(frame: Frame, reason: 'too_few_gaps' | 'too_short_history', n: number): Forecast {
  return {
    within30: lack(frame, 'life.pDead30', { reason, n }),
    within90: lack(frame, 'life.pDead90', { reason, n }),
    curve: null,
    medianDays: null,
    medianDaysCi95: null,
  };
}

function alreadyQuiet(frame: Frame, n: number): Forecast {
  return {
    within30: give(frame, 'life.pDead30', { value: 1, n }),
    within90: give(frame, 'life.pDead90', { value: 1, n }),
    curve: null,
    medianDays: 0,
    medianDaysCi95: [0, 0],
  };
}

interface Model {
  /** log(speakers + ½) in the newest week, its slope per week and how surely both are known. */
  level: number;
  levelError: number;
  slope: number;
  slopeError: number;
  /** Step of the random walk from week to week. */
  step: number;
  /** Active days' rate per speaker and week. */
  perSpeaker: number;
}

function learnModel(weeks: Weeks): Model {
  const speakers = weeks.speakers.slice(-LEARN_WEEKS);
  const activeDays = weeks.activeDays.slice(-LEARN_WEEKS);
  const logs = speakers.map((one) => Math.log(one + 0.5));
  const newest = logs.slice(-12);
  const line = theilSen(newest)!;
  const residuals = newest.map((one, at) => one - line.intercept - line.slope * at);
  const spread = Math.sqrt(Math.max(variance(residuals) ?? 0, 0.01));
  // The rate behind so many active days of seven; seven of seven is cut where the week can tell no more.
  const rates = activeDays.map((days) => -7 * Math.log(1 - (days + 0.1) / 7.3));
  const sumOf = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0);
  return {
    level: line.intercept + line.slope * (newest.length - 1),
    levelError: spread / Math.sqrt(Math.min(4, newest.length)),
    slope: line.slope,
    slopeError: Math.max((line.interval[1] - line.interval[0]) / 3.92, spread / newest.length ** 1.5),
    step: spread * 0.4,
    perSpeaker: sumOf(rates) / Math.max(1, sumOf(speakers)),
  };
}

function drawModel(model: Model, random: Random): Model {
  return {
    ...model,
    level: model.level + model.levelError * random.normal(),
    slope: model.slope + model.slopeError * random.normal(),
  };
}

interface Simulation {
  random: Random;
  thresholdDays: number;
  silentDays: number;
}

/** Share of paths that still talk at each step of `DAYS`. */
function simulateBundle(model: Model, simulation: Simulation): number[] {
  const died = new Float64Array(HORIZON + 1);
  for (let path = 0; path < PATHS; path += 1) {
    const day = simulatePath(model, simulation);
    if (day <= HORIZON) died[Math.max(0, day)]! += 1;
  }
  let dead = 0;
  const alive = new Float64Array(HORIZON + 1);
  for (let day = 0; day <= HORIZON; day += 1) {
    dead += died[day]!;
    alive[day] = 1 - dead / PATHS;
  }
  return DAYS.map((day) => (day === 0 ? 1 : alive[day]!));
}

/** The day on which the first silence beyond the threshold begins; later than the horizon when none does. */
function simulatePath(model: Model, { random, thresholdDays, silentDays }: Simulation): number {
  let walk = 0;
  let trend = 0;
  let slope = model.slope;
  let silent = silentDays;
  let rate = 0;
  for (let day = 0; day <= HORIZON + thresholdDays; day += 1) {
    if (day % 7 === 0) {
      trend += slope;
      slope *= DAMPING;
      walk += model.step * random.normal();
      const speakers = Math.max(0, Math.exp(Math.min(12, model.level + trend + walk)) - 0.5);
      rate = (model.perSpeaker * speakers) / 7;
    }
    silent = random.uniform() < 1 - Math.exp(-rate) ? 0 : silent + 1;
    if (silent > thresholdDays) return Math.max(1, day - silent + 1);
  }
  return HORIZON + 1;
}

function findHalf(curve: readonly number[]): number | null {
  const at = curve.findIndex((one) => one <= 0.5);
  return at < 0 ? null : DAYS[at]!;
}
