/** What to watch and what goes well, each with its proof. */
import { markup } from '../html.ts';
import type { Markup } from '../html.ts';
import { card, proofs, say, sayFinding, showPeople } from '../view.ts';
import type { View } from '../view.ts';

const HEATED = 3;
const ADVERTISERS = 5;

/** Risks first, strengths after them, then quarrels and ads. */
export function renderRisks(view: View): Markup {
  const { words, group } = view;
  const bad = group.findings.filter(({ tone }) => tone === 'bad' || tone === 'watch');
  const good = group.findings.filter(({ tone }) => tone === 'good' || tone === 'neutral');
  const list = (findings: typeof bad) =>
    markup`<ul class="findings">${findings.map(
      (finding) =>
        markup`<li class="${finding.tone}"><p>${sayFinding(view, finding)}</p>${finding.code === 'risk.heat' ? '' : proofs(view, finding.evidence, 2)}</li>`,
    )}</ul>`;
  return card(
    view,
    { id: 'risks', wide: 5 },
    markup`${bad.length === 0 ? markup`<p class="none">${words.plain('risks.none')}</p>` : list(bad)}${
      good.length > 0 && markup`<h4>${words.plain('risks.good')}</h4>${list(good)}`
    }${renderHeated(view)}${renderAds(view)}`,
  );
}

function renderHeated(view: View): Markup | undefined {
  const { words, group } = view;
  if (group.heated.length === 0) return undefined;
  const rows = group.heated
    .slice(0, HEATED)
    .map(
      ({ at, people, messages }) =>
        markup`<li class="watch"><p>${words.say('risks.heated_at', { at, people }, (name) => (name === 'people' ? showPeople(view, people) : undefined))}</p>${proofs(view, messages)}</li>`,
    );
  return markup`<h4>${words.plain('risks.heated')}</h4><ul class="findings">${rows}</ul><p class="hint">${words.plain('risks.hand')}</p>`;
}

function renderAds(view: View): Markup | undefined {
  const { words, group } = view;
  if (group.ads.length === 0) return undefined;
  const rows = group.ads
    .slice(0, ADVERTISERS)
    .map(
      ({ person, ads, repeated, evidence }) =>
        markup`<li class="watch"><p>${say(view, 'risks.ads_by', { person, ads, repeated })}</p>${proofs(view, evidence, 2)}</li>`,
    );
  return markup`<h4>${words.plain('risks.ads')}</h4><ul class="findings">${rows}</ul>`;
}
