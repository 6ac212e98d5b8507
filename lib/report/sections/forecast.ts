/** Where the group stands in its life and how long it may go on, with the uncertainty drawn as wide as it is. */
import type { MetricResult } from '../../analysis/diagnosis.ts';
import { drawCurve, drawMeter, drawPlot, drawRule } from '../chart.ts';
import { markup } from '../html.ts';
import type { Markup, Value } from '../html.ts';
import { card } from '../view.ts';
import type { View } from '../view.ts';

const REACH = 365;

/** The stage, the chances within 30 and 90 days, and the curve. */
export function renderForecast(view: View): Markup {
  return card(
    view,
    { id: 'forecast', wide: 12 },
    markup`<div class="split"><div>${describeStage(view)}</div><div>${drawForecast(view)}</div></div>`,
  );
}

function describeStage({ words, group }: View): Markup {
  const { stage, slope, slopeCi95, quietThresholdDays, quietDays, quietWithin30, quietWithin90 } = group.lifecycle;
  const now = stage ?? 'unclear';
  const days = (value: number) => Math.round(value);
  return markup`<p class="fact">${words.plain('forecast.stage')} <b>${words.plain(`stage.${now}`)}</b> <small>${words.plain(`stage.${now}_what`)}</small></p><ul class="facts">${
    slope !== null &&
    slopeCi95 !== null &&
    markup`<li>${words.plain('forecast.slope', { slope, low: slopeCi95[0], high: slopeCi95[1] })}</li>`
  }${quietThresholdDays !== null && markup`<li>${words.plain('forecast.threshold', { days: days(quietThresholdDays) })}</li>`}${
    quietDays !== null &&
    markup`<li>${days(quietDays) < 1 ? words.plain('forecast.quiet_today') : words.plain('forecast.quiet', { days: days(quietDays) })}</li>`
  }</ul>${stage !== 'dead' && [chance('within30', quietWithin30), chance('within90', quietWithin90)]}`;

  function chance(key: string, { value, ci95, reason }: MetricResult): Value {
    const label = words.plain(`forecast.${key}`);
    if (value === null)
      return markup`<p class="chance">${label}<b>${words.plain('four.unknown')}</b> <small>${reason && words.plain(`reason.${reason}`)}</small></p>`;
    const tone = value < 0.2 ? 'good' : value < 0.5 ? 'watch' : 'bad';
    return markup`<p class="chance">${label}<b>${words.format(value, 'odds')}</b>${drawMeter(value, tone, ci95)}${ci95 && ci95[1] >= 0.01 && markup`<small>${words.plain('forecast.range', { low: ci95[0], high: ci95[1] })}</small>`}</p>`;
  }
}

function drawForecast({ words, group }: View): Markup {
  const { stage, forecast, medianDays, medianDaysCi95, quietWithin30 } = group.lifecycle;
  if (stage === 'dead') return markup`<p class="none">${words.plain('forecast.already')}</p>`;
  if (forecast === null) {
    const reason = words.plain(`reason.${quietWithin30.reason ?? 'too_short_history'}`);
    return markup`<p class="none">${words.plain('forecast.none', { reason })}</p>`;
  }
  const median =
    medianDays === null ? words.plain('forecast.median_far') : words.plain('forecast.median', { days: medianDays });
  const range =
    medianDays !== null &&
    medianDaysCi95?.[0] != null &&
    medianDaysCi95[1] != null &&
    words.plain('number.range', { low: medianDaysCi95[0], high: medianDaysCi95[1] });
  return markup`<h4>${words.plain('forecast.curve')}</h4>${drawPlot({
    label: words.plain('forecast.curve'),
    height: 180,
    shapes: markup`${drawRule(0.5)}${drawCurve(forecast, REACH, { tone: 'indigo', steps: false })}`,
    below: [30, 90, 180, 365].map((day) => ({ at: day / REACH, text: words.plain('format.days', { value: day }) })),
    beside: [0, 0.5, 1].map((at) => ({ at, text: words.format(at, 'percent') })),
  })}<p>${median}${range && markup` <small>(${range})</small>`}</p><p class="hint">${words.plain('forecast.caution')}</p>`;
}
