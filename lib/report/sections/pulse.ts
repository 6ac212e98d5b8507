import type { Pulse } from '../../analysis/diagnosis.ts';
import { drawBars, drawLine, drawPlot, niceTop } from '../chart.ts';
import type { Tick } from '../chart.ts';
import { markup } from '../html.ts';
import type { Markup } from '../html.ts';
import { card } from '../view.ts';
import type { View } from '../view.ts';

/** Wider than so many steps a bar would be thinner than a hair: steps are put together. */
const MOST_STEPS = 160;
/** The share of the width that the name of a month takes on a phone. */
const LABEL = 0.17;

/** Talk over time: messages as bars, people speaking as a line, on axes of their own. */
export function renderPulse(view: View): Markup {
  const { words, group } = view;
  const pulse = thinOut(group.pulse);
  const lead = words.plain(`section.pulse_lead_${group.pulse.step}`);
  if (pulse.from.length === 0)
    return card(view, { id: 'pulse', wide: 12 }, markup`<p class="none">${words.plain('pulse.empty')}</p>`);
  const below = listMonths(view, pulse.from);
  const draw = (values: number[], key: string, line: boolean): Markup => {
    const most = Math.max(...values);
    const top = niceTop(most);
    return markup`<h4>${words.plain(`pulse.${key}`)} <small>${words.plain('pulse.most', { count: most })}</small></h4>${drawPlot(
      {
        label: `${words.plain(`pulse.${key}`)}: ${values.join(', ')}`,
        height: line ? 84 : 116,
        shapes: line ? drawLine(values, top, 'jade') : drawBars(values, top, 'indigo'),
        below,
        beside: [
          { at: 0, text: '0' },
          { at: 1, text: words.format(top, '') },
        ],
      },
    )}`;
  };
  return card(
    view,
    { id: 'pulse', wide: 12, lead },
    markup`${draw(pulse.messages, 'messages', false)}${draw(pulse.speakers, 'speakers', true)}`,
  );
}

/** Neighbouring steps become one; for people the most of them counts, because the same ones come again. */
function thinOut(pulse: Pulse): Pick<Pulse, 'from' | 'messages' | 'speakers'> {
  const by = Math.ceil(pulse.from.length / MOST_STEPS);
  if (by <= 1) return pulse;
  const group = (values: readonly number[], fold: (values: number[]) => number): number[] =>
    Array.from({ length: Math.ceil(values.length / by) }, (_, at) => fold(values.slice(at * by, (at + 1) * by)));
  return {
    from: pulse.from.filter((_, at) => at % by === 0),
    messages: group(pulse.messages, (values) => values.reduce((sum, value) => sum + value, 0)),
    speakers: group(pulse.speakers, (values) => Math.max(...values)),
  };
}

function listMonths({ words }: View, from: readonly string[]): Tick[] {
  const format = new Intl.DateTimeFormat(words.lang, { timeZone: 'UTC', year: '2-digit', month: 'short' });
  const starts = from
    .map((day, at) => ({ at, month: day.slice(0, 7), text: format.format(new Date(`${day}T00:00:00Z`)) }))
    .filter(({ month }, at, all) => month !== all[at - 1]?.month);
  if (starts.length <= 1) return listDays(words.lang, from);
  const every = Math.ceil(starts.length / 5);
  const ticks = starts
    .filter((_, at) => at % every === 0)
    .map(({ at, text }) => ({ at: (at + 0.5) / from.length, text }));
  // A month that has hardly begun would be written over the next one.
  return ticks.filter(({ at }, index) => (ticks[index + 1]?.at ?? 2) - at > LABEL);
}

function listDays(lang: string, from: readonly string[]): Tick[] {
  const format = new Intl.DateTimeFormat(lang, { timeZone: 'UTC', month: 'short', day: 'numeric' });
  const places = [...new Set([0, from.length - 1])];
  return places.map((at) => ({
    at: (at + 0.5) / from.length,
    text: format.format(new Date(`${from[at]!}T00:00:00Z`)),
  }));
}
