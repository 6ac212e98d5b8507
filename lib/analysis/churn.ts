/**
 * Who may fall silent (metrics.md §6.1): a logistic hazard over four-week snapshots of the group's own past, features strictly before
 * each snapshot, tried on the newest snapshot that can be judged before it is believed. Without enough past there is no forecast.
 */
import { areaUnderRoc } from '../stats/discrimination.ts';
import { fitLogistic, predictLogistic } from '../stats/regression.ts';
import { DAY } from './calendar.ts';
import type { Frame } from './frame.ts';
import { give, lack } from './results.ts';
import type { Results } from './results.ts';
import { findRow } from './talk.ts';

/** The chance of four silent weeks for everybody who spoke in the last four; NaN for the others. */
export interface Churn {
  results: Results;
  chance: Float64Array;
}

const HORIZON_DAYS = 28;
const SNAPSHOTS = 12;
const FEWEST_ROWS = 100;
const FEWEST_EVENTS = 20;
/** A ranking of people that is hardly better than chance is not shown. */
const LEAST_AUC = 0.6;

interface Snapshot {
  people: number[];
  features: number[][];
  silent: number[];
}

/** `mem.churnP` and each person's chance. */
export function measureChurn(frame: Frame): Churn {
  const chance = new Float64Array(frame.all.people.length).fill(Number.NaN);
  const past = Array.from({ length: SNAPSHOTS }, (_, at) => takeSnapshot(frame, HORIZON_DAYS * (at + 1))).filter(
    (one) => one !== null,
  );
  const rows = past.flatMap(({ features }) => features);
  const silent = past.flatMap((one) => one.silent);
  const events = silent.reduce((sum, one) => sum + one, 0);
  const present = takeSnapshot(frame, 0);
  if (!present || rows.length < FEWEST_ROWS || events < FEWEST_EVENTS || events > rows.length - FEWEST_EVENTS) {
    return {
      results: { 'mem.churnP': lack(frame, 'mem.churnP', { reason: 'too_short_history', n: rows.length }) },
      chance,
    };
  }
  const fit = fitLogistic(rows, silent, { ridge: 0.1 });
  let sum = 0;
  for (const [at, person] of present.people.entries()) {
    chance[person] = predictLogistic(fit, present.features[at]!);
    sum += chance[person];
  }
  const n = present.people.length;
  if (n === 0) return { results: { 'mem.churnP': lack(frame, 'mem.churnP', { reason: 'too_few_people' }) }, chance };
  const parts = judge(past);
  // Only a model that ranks unseen people, and no worse than recency alone, speaks about single people.
  if ((parts.auc ?? 0) < Math.max(LEAST_AUC, parts.recencyAuc ?? 0)) chance.fill(Number.NaN);
  return { results: { 'mem.churnP': give(frame, 'mem.churnP', { value: sum / n, n: rows.length, parts }) }, chance };
}

/** Learns without the newest snapshot and tells how well it ranks that one, beside recency alone. */
function judge([newest, ...older]: Snapshot[]): { auc: number | null; recencyAuc: number | null } {
  const rows = older.flatMap(({ features }) => features);
  const events = older.flatMap(({ silent }) => silent);
  if (!newest || rows.length < FEWEST_ROWS / 2 || !events.includes(1)) return { auc: null, recencyAuc: null };
  const fit = fitLogistic(rows, events, { ridge: 0.1 });
  return {
    auc: areaUnderRoc(
      newest.features.map((row) => predictLogistic(fit, row)),
      newest.silent,
    ),
    recencyAuc: areaUnderRoc(
      newest.features.map((row) => row[0]!),
      newest.silent,
    ),
  };
}

/** Everybody who spoke in the four weeks before a day, and whether they were silent in the four weeks after. */
function takeSnapshot(frame: Frame, daysBack: number): Snapshot | null {
  const { all } = frame;
  const moment = frame.since(daysBack);
  const begin = frame.since(daysBack + HORIZON_DAYS);
  if (begin < all.at[0]!) return null;
  const messages = new Map<number, { count: number; days: Set<number>; last: number; first: number }>();
  const end = findRow(all.at, moment);
  for (let row = findRow(all.at, begin); row < end; row += 1) {
    const person = all.author[row]!;
    const at = all.at[row]!;
    const one = messages.get(person);
    if (!one) messages.set(person, { count: 1, days: new Set([Math.floor(at / DAY)]), last: at, first: at });
    else {
      one.count += 1;
      one.days.add(Math.floor(at / DAY));
      one.last = at;
    }
  }
  const heard = new Set<number>();
  const until = findRow(all.at, moment + HORIZON_DAYS * DAY);
  for (let row = end; row < until; row += 1) heard.add(all.author[row]!);
  const people = [...messages.keys()];
  return {
    people,
    features: people.map((person) => {
      const { count, days, last, first } = messages.get(person)!;
      return [
        Math.log1p((moment - last) / DAY),
        Math.log1p(count),
        Math.log1p(days.size),
        Math.log1p((moment - first) / DAY),
      ];
    }),
    silent: people.map((person) => (heard.has(person) ? 0 : 1)),
  };
}
