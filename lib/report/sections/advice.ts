/** What to do next: at most seven steps, each with who or what in the log calls for it. */
import type { Advice } from '../../analysis/diagnosis.ts';
import { markup } from '../html.ts';
import type { Markup } from '../html.ts';
import { card, proofs, say } from '../view.ts';
import type { View } from '../view.ts';
import { formatValue } from './numbers.ts';

/** The steps. */
export function renderAdvice(view: View): Markup {
  const { words, group } = view;
  const body =
    group.advice.length === 0
      ? markup`<p class="none">${words.plain('advice_none')}</p>`
      : markup`<ol class="steps">${group.advice.map((step) => renderStep(view, step))}</ol>`;
  return card(view, { id: 'advice', wide: 12, lead: words.plain('section.advice_lead') }, body);
}

function renderStep(view: View, { code, params, because, evidence }: Advice): Markup {
  const quoted = typeof params.message === 'string' ? params.message : undefined;
  const first = because.find(({ metric, value }) => value !== null && view.group.metrics[metric]?.value === value);
  return markup`<li><h4>${say(view, `advice.${code}.title`, params)}</h4><p class="why">${say(view, `advice.${code}.why`, params)}</p><p>${say(view, `advice.${code}.how`, params)}</p>${proofs(
    view,
    evidence.filter((id) => id !== quoted),
    2,
  )}${first && markup`<p class="because">${renderBecause(view, first)}</p>`}</li>`;
}

function renderBecause(view: View, { metric, value, mark }: Advice['because'][number]): Markup {
  const { words, group } = view;
  const unit = group.metrics[metric]?.unit;
  const show = (one: number | string | null) => (one === null ? null : formatValue(view, one, unit));
  return words.say('because', {
    metric: words.metric(metric)?.name ?? metric,
    value: show(value),
    mark: mark === 0 ? null : show(mark),
  });
}
