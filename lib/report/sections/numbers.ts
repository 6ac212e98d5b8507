/** How each number is made: every metric with its value, its interval, how many observations it rests on, or why there is none. */
import type { MetricResult, MetricValue } from '../../analysis/diagnosis.ts';
import { markup } from '../html.ts';
import type { Markup } from '../html.ts';
import { card, nameOf } from '../view.ts';
import type { View } from '../view.ts';

const LONG_LIST = 8;
/** First what a log can tell, last what needs more than a log. */
const FAMILIES = 'act con net key role seg conv sla qa msg risk life mem time grow funnel promo credit exp buy'.split(
  ' ',
);

/** The whole catalogue, by family. */
export function renderNumbers(view: View): Markup {
  const { words, group } = view;
  const families = Map.groupBy(Object.entries(group.metrics), ([id]) => id.split('.')[0]!);
  const place = (family: string): number => (FAMILIES.indexOf(family) + 100) % 100;
  const ordered = [...families].sort(([one], [other]) => place(one) - place(other));
  const tables = ordered.map(([family, entries]) => {
    const key = `family.${family}`;
    const known = entries.filter(([, { value }]) => value !== null);
    const missing = entries.filter(([, { value }]) => value === null);
    return markup`<div class="family"><h4>${words.has(key) ? words.plain(key) : family}</h4><dl class="numbers">${[...known, ...missing].map(([id, result]) => renderNumber(view, id, result))}</dl></div>`;
  });
  return card(
    view,
    { id: 'numbers', wide: 12, lead: words.plain('section.numbers_lead') },
    markup`<div class="families">${tables}</div>`,
  );
}

function renderNumber(view: View, id: string, result: MetricResult<MetricValue>): Markup {
  const { words } = view;
  const { value, reason, n, ci95, unit, provisional, estimated } = result;
  const described = words.metric(id) ?? { name: id, how: '' };
  const figure =
    value === null
      ? markup`<em>${words.plain('number.missing', { reason: words.plain(`reason.${reason ?? 'too_few_messages'}`) })}</em>`
      : markup`<b>${id.startsWith('life.pDead') ? words.format(value, 'odds') : formatValue(view, value, unit)}</b>${ci95 && markup` <small>(${words.plain('number.range', { low: formatValue(view, ci95[0], unit), high: formatValue(view, ci95[1], unit) })})</small>`}`;
  const flags = (['provisional', 'estimated'] as const)
    .filter((flag) => value !== null && { provisional, estimated }[flag])
    .map(
      (flag) =>
        markup` <span class="chip plain" title="${words.plain(`number.${flag}_what`)}">${words.plain(`number.${flag}`)}</span>`,
    );
  return markup`<div><dt>${described.name}</dt><dd>${figure}${flags}<p>${described.how} <small>${words.plain('number.n', { n: words.format(n, '') })} · ${describeWindow(view, result.window)}</small></p></dd></div>`;
}

/** `28d to 2024-03-02` as people say it. */
function describeWindow({ words }: View, window: string): string {
  const found = /^(\d+)d(?: to (\d{4}-\d{2}-\d{2}))?$/u.exec(window);
  if (found) return words.plain('number.last_days', { days: Number(found[1]) });
  const key = `number.windows.${window.replace(/ to .*$/u, '').replaceAll(' ', '_')}`;
  return words.has(key) ? words.plain(key) : window;
}

/** A value in its unit; a list as names, a word as its text. */
export function formatValue(view: View, value: MetricValue, unit: MetricResult['unit']): string {
  const { words } = view;
  if (typeof value === 'boolean') return words.plain(value ? 'number.yes' : 'number.no');
  if (Array.isArray(value)) {
    const names = value.slice(0, LONG_LIST).map((id) => (view.person(id) ? nameOf(view, id) : id));
    return names.length === 0 ? words.plain('format.none') : names.join(words.plain('format.and'));
  }
  if (typeof value === 'string') return wordOf(view, value);
  if (unit === 'share') return words.format(value, 'percent');
  if (unit === 'lift') return words.format(value, 'lift');
  if (unit === 'percent_point' || unit === 'index' || unit === undefined) return words.format(value, 'decimal2');
  return words.plain(`unit.${unit}`, { value: unit === 'minutes' ? value : Math.round(value * 10) / 10 });
}

function wordOf(view: View, value: string): string {
  const { words } = view;
  if (view.person(value)) return nameOf(view, value);
  const key = [`graph.${value}`, `stage.${value}`].find((one) => words.has(one));
  return key === undefined ? value : words.plain(key);
}
