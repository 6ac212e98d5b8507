import { markup, join } from '../html.ts';
import type { Markup } from '../html.ts';
import { card } from '../view.ts';
import type { View } from '../view.ts';

const HOURS = 24;
const SLOTS = 3;
/** Below this an hour is like any other. */
const TELLING = 1.05;

/** Talk by hour and weekday, and when people are most likely to answer. */
export function renderRhythm(view: View): Markup {
  const { words, group } = view;
  const { messages, best, weeks } = group.rhythm;
  const most = Math.max(...messages, 0);
  if (most === 0)
    return card(view, { id: 'rhythm', wide: 7 }, markup`<p class="none">${words.plain('rhythm.empty')}</p>`);
  const days = Array.from({ length: 7 }, (_, day) => {
    const name = words.format(day + 1, 'weekday');
    const cells = Array.from({ length: HOURS }, (_cell, hour) => {
      const count = messages[day * HOURS + hour] ?? 0;
      const label = words.plain('rhythm.cell', { weekday: day + 1, hour, messages: count });
      return markup`<i style="--s:${Math.sqrt(count / most).toFixed(2)}" title="${label}"></i>`;
    });
    return markup`<div><b>${words.lang === 'en' ? name.slice(0, 3) : name}</b>${cells}</div>`;
  });
  const hours = Array.from({ length: HOURS }, (_, hour) => markup`<span>${hour % 6 === 0 ? hour : ''}</span>`);
  const slots = best
    .filter(({ lift }) => lift >= TELLING)
    .slice(0, SLOTS)
    .map((slot) => words.say('rhythm.slot', { ...slot }));
  const advice =
    slots.length === 0
      ? markup`<p class="hint">${words.plain('rhythm.no_best')}</p>`
      : markup`<p>${words.say('rhythm.best', { slots: '' }, () => join(slots, words.plain('format.and')))}</p><p class="hint">${words.plain('rhythm.caution')}</p>`;
  return card(
    view,
    { id: 'rhythm', wide: 7, lead: words.plain('rhythm.lead', { weeks: Math.max(1, Math.round(weeks)) }) },
    markup`<div class="week" role="img" aria-label="${words.plain('section.rhythm')}">${days}<div class="hours"><b></b>${hours}</div></div>${advice}`,
  );
}
