/**
 * Discrete-time hazards: the chance, in each period survived so far, that the event happens in it. The forecasting form of
 * survival analysis: covariates may change, late entries simply lack their first periods (Allison 1982; Singer & Willett 1993).
 */
import type { Interval } from './interval.ts';
import { wilsonInterval } from './interval.ts';
import { requireTimes } from './kaplan-meier.ts';
import type { SurvivalTimes } from './kaplan-meier.ts';
import { fitLogistic, predictLogistic } from './regression.ts';
import type { CountFit } from './regression.ts';

/** One period of a life table. */
export interface HazardRow {
  /** Period number from 0: durations in [period, period + 1). */
  period: number;
  atRisk: number;
  events: number;
  hazard: number;
  interval: Interval;
}

/**
 * Life table over whole periods: durations are in periods; a subject censored within a period is not at risk in it (its
 * fate there is unknown), one that entered late is at risk from the first full period on.
 */
export function lifeTable(sample: SurvivalTimes, level = 0.95): HazardRow[] {
  requireTimes(sample);
  const { durations, events, entries } = sample;
  const atRisk: number[] = [];
  const happened: number[] = [];
  for (let i = 0; i < durations.length; i++) {
    const end = Math.floor(durations[i]!);
    for (let period = Math.ceil(entries?.[i] ?? 0); period < end + (events[i] ? 1 : 0); period++) {
      atRisk[period] = (atRisk[period] ?? 0) + 1;
      if (period === end) happened[period] = (happened[period] ?? 0) + 1;
    }
  }
  const rows: HazardRow[] = [];
  for (let period = 0; period < atRisk.length; period++) {
    const n = atRisk[period] ?? 0;
    const d = happened[period] ?? 0;
    if (n > 0) rows.push({ period, atRisk: n, events: d, hazard: d / n, interval: wilsonInterval(d, n, level)! });
  }
  return rows;
}

/** One subject in one period: its covariates at the period's start, and whether the event happened in it. */
export interface PersonPeriod {
  period: number;
  features: readonly number[];
  event: boolean;
}

/** A fitted hazard: log-odds = intercept + time terms + features. */
export interface HazardFit extends CountFit {
  kind: 'hazard';
}

/**
 * Fits a logistic hazard with log(1 + period) as time term. A small ridge (default .01) keeps it finite when groups are
 * few. Throws a RangeError without rows.
 */
export function fitHazard(rows: readonly PersonPeriod[], options: { ridge?: number } = {}): HazardFit {
  const fit = fitLogistic(
    rows.map(hazardRow),
    rows.map((row) => (row.event ? 1 : 0)),
    { ridge: options.ridge ?? 0.01 },
  );
  return { ...fit, kind: 'hazard' };
}

/** Hazard of one period under a fit, 0…1. */
export function predictHazard(fit: { coefficients: ArrayLike<number> }, row: Omit<PersonPeriod, 'event'>): number {
  return predictLogistic(fit, hazardRow(row));
}

/** P(event within the coming `periods`), the features held as they are now. */
export function forecastEvent(
  fit: { coefficients: ArrayLike<number> },
  now: Omit<PersonPeriod, 'event'>,
  periods: number,
): number {
  let survival = 1;
  for (let ahead = 0; ahead < periods; ahead++) {
    survival *= 1 - predictHazard(fit, { period: now.period + ahead, features: now.features });
  }
  return 1 - survival;
}

function hazardRow(row: Omit<PersonPeriod, 'event'>): number[] {
  return [Math.log1p(row.period), ...row.features];
}
