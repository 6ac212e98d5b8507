/**
 * How good forecasts of survival were, when some fates are still open: Brier score and AUC at a time, weighted by the inverse
 * probability of being still observed (Graf et al. 1999; Uno et al. 2007). Rolling origins are the caller's business.
 */
import { kaplanMeier } from './kaplan-meier.ts';
import type { SurvivalCurve, SurvivalTimes } from './kaplan-meier.ts';
import { orderOf, requireSameLength } from './summary.ts';

/** Forecasts at one time. */
export interface TimeScore {
  time: number;
  /** Weighted mean squared error, 0 is best; the constant forecast of the Kaplan–Meier curve has `reference`. */
  brier: number;
  reference: number;
  /** P(forecast survival lower for who died by the time than for who lived on); `null` when one kind is missing. */
  auc: number | null;
}

/**
 * Scores the forecast P(alive beyond `time`) of each subject. Subjects censored before it count through those like them.
 * `null` when nobody is observed so long. Late entries are not supported: a RangeError.
 */
export function scoreForecast(sample: SurvivalTimes, time: number, forecasts: ArrayLike<number>): TimeScore | null {
  requireSameLength('scoreForecast', sample.durations, forecasts);
  if (sample.entries && Array.from(sample.entries).some((entry) => entry > 0)) {
    throw new RangeError('scoreForecast: late entries are not supported; give times since the forecast');
  }
  const { durations, events } = sample;
  const censoring = kaplanMeier({ durations, events: Array.from(events, (event) => !event) });
  const reference = stepBefore(kaplanMeier(sample), time, true);
  const watched = stepBefore(censoring, time, true);
  const n = durations.length;
  if (n === 0 || !(watched > 0)) return null;
  const weights = new Float64Array(n);
  let [brier, constant] = [0, 0];
  for (let i = 0; i < n; i++) {
    const alive = durations[i]! > time ? 1 : 0;
    if (!alive && !events[i]) continue;
    weights[i] = 1 / (alive ? watched : stepBefore(censoring, durations[i]!, false));
    brier += (weights[i]! * (alive - forecasts[i]!) ** 2) / n;
    constant += (weights[i]! * (alive - reference) ** 2) / n;
  }
  return { time, brier, reference: constant, auc: weightedAuc({ durations, time, forecasts, weights }) };
}

/**
 * Integrated Brier score over ascending `times` by the trapezoid rule, divided by their span; `forecasts[k][i]` is the
 * forecast for subject i at `times[k]`. `null` when a time cannot be scored or there are fewer than two.
 */
export function integratedBrier(
  sample: SurvivalTimes,
  times: ArrayLike<number>,
  forecasts: readonly ArrayLike<number>[],
): { brier: number; reference: number } | null {
  requireSameLength('integratedBrier', times, forecasts);
  const scores = forecasts.map((forecast, k) => scoreForecast(sample, times[k]!, forecast));
  if (scores.length < 2) return null;
  let [brier, reference] = [0, 0];
  for (let k = 1; k < scores.length; k++) {
    const [before, now] = [scores[k - 1], scores[k]];
    if (!before || !now) return null;
    const width = (now.time - before.time) / 2;
    brier += width * (before.brier + now.brier);
    reference += width * (before.reference + now.reference);
  }
  const span = scores.at(-1)!.time - scores[0]!.time;
  return { brier: brier / span, reference: reference / span };
}

/** The curve's value at a time, or just before it. */
function stepBefore(curve: SurvivalCurve, time: number, inclusive: boolean): number {
  let value = 1;
  for (let i = 0; i < curve.times.length; i++) {
    if (inclusive ? curve.times[i]! > time : curve.times[i]! >= time) break;
    value = curve.survival[i]!;
  }
  return value;
}

interface WeightedForecasts {
  durations: ArrayLike<number>;
  time: number;
  forecasts: ArrayLike<number>;
  weights: Float64Array;
}

function weightedAuc({ durations, time, forecasts, weights }: WeightedForecasts): number | null {
  const order = orderOf(forecasts);
  let [deadBelow, agreed, dead, alive] = [0, 0, 0, 0];
  for (let i = 0; i < order.length;) {
    let [tiedDead, tiedAlive] = [0, 0];
    const forecast = forecasts[order[i]!];
    for (; i < order.length && forecasts[order[i]!] === forecast; i++) {
      const subject = order[i]!;
      if (durations[subject]! > time) tiedAlive += weights[subject]!;
      else tiedDead += weights[subject]!;
    }
    agreed += tiedAlive * (deadBelow + tiedDead / 2);
    deadBelow += tiedDead;
    dead += tiedDead;
    alive += tiedAlive;
  }
  return dead > 0 && alive > 0 ? agreed / (dead * alive) : null;
}
