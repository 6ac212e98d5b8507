/** Many groups in one file: which of them need somebody, the gravest first. */
import type { FindingTone } from '../../analysis/diagnosis.ts';
import { drawCurve, drawPlot, drawRule } from '../chart.ts';
import { markup } from '../html.ts';
import type { Markup } from '../html.ts';
import { sayFinding } from '../view.ts';
import type { View } from '../view.ts';
import type { Words } from '../words.ts';
import { numberOf } from './verdict.ts';

const GRAVITY: Record<FindingTone, number> = { bad: 3, watch: 2, neutral: 0, good: 0 };

/** A row for each group. */
export function renderOverview(words: Words, views: readonly View[], names: readonly string[]): Markup {
  const rows = views
    .map((view, at) => ({ view, name: names[at]!, gravity: gravityOf(view) }))
    .sort((one, other) => other.gravity - one.gravity || other.view.group.messages - one.view.group.messages);
  const head = ['group', 'verdict', 'messages', 'speakers', 'stage', 'quiet'].map(
    (key) => markup`<th scope="col">${words.plain(`overview.${key}`)}</th>`,
  );
  return markup`<section class="card w12" id="overview"><header><h2>${words.plain('page.many_title', { groups: views.length })}</h2><p>${words.plain('page.many_lead', { groups: views.length })}</p></header><div class="in"><div class="scroll" tabindex="0"><table class="overview"><thead><tr>${head}</tr></thead><tbody>${rows.map(({ view, name }) => renderRow(view, name))}</tbody></table></div>${drawPortfolio(words, views[0]!)}</div></section>`;
}

function gravityOf({ group }: View): number {
  return (
    group.verdict.reduce((sum, { tone }) => sum + GRAVITY[tone], 0) +
    group.findings.reduce((sum, { tone }) => sum + GRAVITY[tone] / 4, 0)
  );
}

function renderRow(view: View, name: string): Markup {
  const { words, group } = view;
  const { stage, quietWithin30 } = group.lifecycle;
  const [first] = group.verdict;
  const worst = group.verdict.reduce<FindingTone>(
    (tone, one) => (GRAVITY[one.tone] > GRAVITY[tone] ? one.tone : tone),
    'good',
  );
  const speakers = numberOf(group.metrics['act.speakers']);
  return markup`<tr><th scope="row"><i class="dot ${worst}"></i><a href="#${view.anchor}">${name}</a></th><td class="long">${first && sayFinding(view, first)}</td><td>${words.format(group.messages, '')}</td><td>${words.format(speakers, '')}</td><td>${words.plain(`stage.${stage ?? 'unclear'}`)}</td><td>${quietWithin30.value === null ? words.plain('format.none') : words.format(quietWithin30.value, 'odds')}</td></tr>`;
}

function drawPortfolio(words: Words, { diagnosis }: View): Markup | undefined {
  const { survival, groups } = diagnosis.portfolio;
  if (survival === null) return undefined;
  const reach = Math.max(30, survival.x.at(-1) ?? 30);
  return markup`<h4>${words.plain('overview.survival')} <small>${words.plain('overview.survival_lead', { groups })}</small></h4>${drawPlot(
    {
      label: words.plain('overview.survival'),
      height: 150,
      shapes: markup`${drawRule(0.5)}${drawCurve(survival, reach, { tone: 'indigo', steps: true })}`,
      below: [0.25, 0.5, 0.75, 1].map((at) => ({
        at,
        text: words.plain('format.days', { value: Math.round(at * reach) }),
      })),
      beside: [0, 0.5, 1].map((at) => ({ at, text: words.format(at, 'percent') })),
    },
  )}`;
}
