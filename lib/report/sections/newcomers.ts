/** What became of those who came: one by one, as a curve, and by month. */
import type { Newcomers } from '../../analysis/diagnosis.ts';
import { drawCurve, drawPlot, drawRule } from '../chart.ts';
import { markup } from '../html.ts';
import type { Markup } from '../html.ts';
import { avatar, card, nameOf, quote } from '../view.ts';
import type { View } from '../view.ts';

const RECENT = 8;
const REACH_DAYS = 90;
const WEEKS = 9;
const MONTHS = 8;

/** Newcomers and their fate. */
export function renderNewcomers(view: View): Markup {
  const { words, group } = view;
  const { total, seenBy, recent } = group.newcomers;
  if (total === 0)
    return card(view, { id: 'newcomers', wide: 12 }, markup`<p class="none">${words.plain('newcomers.none')}</p>`);
  const list = recent.slice(0, RECENT).map((one) => renderOne(view, one));
  const left = markup`<p>${words.plain(`newcomers.total_${seenBy}`, { total })}</p>${
    list.length > 0 && markup`<h4>${words.plain('newcomers.recent')}</h4><ul class="came">${list}</ul>`
  }${recent.length > RECENT && markup`<p class="hint">${words.plain('page.more', { count: recent.length - RECENT })}</p>`}`;
  return card(
    view,
    { id: 'newcomers', wide: 12 },
    markup`<div class="split"><div>${left}</div><div>${renderSurvival(view)}${renderCohorts(view)}</div></div>`,
  );
}

function renderOne(view: View, one: Newcomers['recent'][number]): Markup {
  const { words } = view;
  const spoke = one.messages > 0;
  const state = !spoke ? 'never' : one.returned === null ? 'too_early' : one.returned ? 'returned' : 'gone';
  const tone = state === 'returned' ? 'good' : state === 'gone' ? 'bad' : 'plain';
  const replied =
    one.repliedMinutes === null
      ? words.plain('newcomers.unreplied')
      : words.plain('newcomers.replied', { minutes: one.repliedMinutes });
  return markup`<li>${avatar(view, one.person)}<div><b>${nameOf(view, one.person)}</b> <small>${words.format(one.firstAt, 'date')}</small><span class="chip ${tone}">${words.plain(`newcomers.${state}`)}</span>${spoke && markup`<p>${one.message !== null && quote(view, one.message, 36)} <small>${replied}</small></p>`}</div></li>`;
}

function renderSurvival({ words, group }: View): Markup | undefined {
  const { survival } = group.newcomers;
  if (survival === null) return undefined;
  const reach = Math.min(REACH_DAYS, Math.max(7, survival.x.at(-1) ?? 7));
  const marks = [7, 28, 56, 84].filter((day) => day <= reach);
  return markup`<h4>${words.plain('newcomers.survival')}</h4>${drawPlot({
    label: words.plain('newcomers.survival'),
    height: 130,
    shapes: markup`${drawRule(0.5)}${drawCurve(survival, reach, { tone: 'indigo', steps: true })}`,
    below: marks.map((day) => ({ at: day / reach, text: words.plain('format.days', { value: day }) })),
    beside: [0, 0.5, 1].map((at) => ({ at, text: words.format(at, 'percent') })),
  })}<p class="hint">${words.plain('number.n', { n: survival.n })}</p>`;
}

function renderCohorts({ words, group }: View): Markup | undefined {
  const cohorts = group.newcomers.cohorts.filter(({ size }) => size > 0).slice(-MONTHS);
  if (cohorts.length === 0) return undefined;
  const weeks = Math.min(WEEKS, Math.max(...cohorts.map(({ retention }) => retention.length)));
  const columns = Array.from({ length: weeks }, (_, week) => week);
  const cell = (share: number | null | undefined) =>
    (share ?? null) === null
      ? markup`<td class="young">—</td>`
      : markup`<td style="--s:${share!.toFixed(2)}" class="heat">${words.format(share, 'percent')}</td>`;
  return markup`<h4>${words.plain('newcomers.cohorts')}</h4><div class="scroll" tabindex="0"><table class="cohorts"><thead><tr><th scope="col">${words.plain('newcomers.month')}</th><th scope="col">${words.plain('newcomers.size')}</th>${columns.map((week) => markup`<th scope="col">${words.plain('newcomers.week', { week })}</th>`)}</tr></thead><tbody>${cohorts.map(
    ({ month, size, retention }) =>
      markup`<tr><th scope="row">${month}</th><td>${size}</td>${columns.map((week) => cell(retention[week]))}</tr>`,
  )}</tbody></table></div><p class="hint">${words.plain('newcomers.cohort_note')}</p>`;
}
