/**
 * The whole page: one file that opens from the disk, without scripts and without the network. A strict policy inside the page says so
 * to the browser, whatever a chat message contains.
 */
import type { Diagnosis } from '../analysis/diagnosis.ts';
import { unknownDay } from '../history/index.ts';
import { markup, trusted } from './html.ts';
import type { Markup } from './html.ts';
import { renderAdvice } from './sections/advice.ts';
import { renderEvidence, renderLinker, renderReading } from './sections/evidence.ts';
import { renderForecast } from './sections/forecast.ts';
import { renderGraph } from './sections/graph.ts';
import { renderNewcomers } from './sections/newcomers.ts';
import { renderNumbers } from './sections/numbers.ts';
import { renderOverview } from './sections/overview.ts';
import { renderEverybody, renderKeyPeople, renderRoles } from './sections/people.ts';
import { renderPulse } from './sections/pulse.ts';
import { renderRhythm } from './sections/rhythm.ts';
import { renderRisks } from './sections/risks.ts';
import { renderAnswers, renderBest, renderValue } from './sections/value.ts';
import { renderVerdict } from './sections/verdict.ts';
import { STYLE } from './style.ts';
import { makeView } from './view.ts';
import type { View } from './view.ts';
import { openWords } from './words.ts';
import type { ReportLanguage, Words } from './words.ts';

/** How a diagnosis is to be shown. */
export interface ReportOptions {
  lang: ReportLanguage;
  /** The names in it are invented. */
  pseudonyms?: boolean;
  /** What a group is called whose log names none. */
  nameless?: string;
}

const GUESSED = { year_assumed: true, day_assumed: true };
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const CHAPTERS = [
  'pulse',
  'people',
  'graph',
  'value',
  'newcomers',
  'rhythm',
  'risks',
  'forecast',
  'advice',
  'numbers',
  'evidence',
] as const;
/** The seal of the product: a red square with the first sign of its name. */
const SEAL = trusted(
  '<svg class="seal" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="6"/><text x="16" y="23" text-anchor="middle">庙</text></svg>',
);

/** Renders a diagnosis as one HTML file. */
export function renderReport(diagnosis: Diagnosis, options: ReportOptions): string {
  const words = openWords(options.lang, diagnosis.zone);
  const views = diagnosis.groups.map((_, at) => makeView(words, diagnosis, at));
  const names = views.map(({ group }, at) => group.name || nameNameless(words, options, at + 1));
  const title =
    views.length === 1
      ? words.plain('page.title', { name: names[0] })
      : words.plain('page.many_title', { groups: views.length });
  const body = markup`<a id="top"></a>${renderTop(words, diagnosis, options)}<main>${views.length > 1 && renderOverview(words, views, names)}${views.map(
    (view, at) => renderGroup(view, names[at]!),
  )}${renderSource(words, diagnosis, views)}</main><footer><p>${words.say('page.made', { zone: diagnosis.zone, now: diagnosis.now })} <a class="up" href="#top">${words.plain('page.back')}</a></p></footer>`;
  return `<!doctype html>
${
  markup`<html lang="${options.lang}"><head><meta charset="utf-8" /><meta http-equiv="Content-Security-Policy" content="${POLICY}" /><meta name="viewport" content="width=device-width,initial-scale=1" /><meta name="referrer" content="no-referrer" /><meta name="robots" content="noindex" /><title>${title}</title><style>${trusted(STYLE)}</style></head><body>${body}</body></html>`
    .markup
}
`;
}

function nameNameless(words: Words, { nameless }: ReportOptions, number: number): string {
  return nameless ?? `${words.plain('overview.group')} ${number}`;
}

function renderTop(words: Words, { source }: Diagnosis, options: ReportOptions): Markup {
  const guessed = source.assumptions.find(({ code, value }) => code in GUESSED && value === unknownDay);
  return markup`<header class="top"><div>${SEAL}<b>${words.plain('page.brand')}</b><h1>${words.plain('page.kicker')}</h1></div><p>${words.plain('page.offline')} ${words.plain(options.pseudonyms ? 'page.pseudonyms' : 'page.private')}</p>${source.truncated && markup`<p class="alarm">${words.plain('page.cut')}</p>`}${guessed && sayGuessedDate(words, guessed)}</header>`;
}

/** Dates that nobody wrote are all over the page, so that they are guessed must stand above them. */
function sayGuessedDate(words: Words, { code, value = '' }: Diagnosis['source']['assumptions'][number]): Markup {
  return markup`<p class="alarm">${words.plain(`page.${code}`, { day: value, year: value.slice(0, 4) })}</p>`;
}

function renderGroup(view: View, name: string): Markup {
  const { words, group, anchor } = view;
  const verdict = renderVerdict(view, name);
  if (group.messages === 0) return markup`<article class="group" id="${anchor}">${verdict}</article>`;
  const links = CHAPTERS.map(
    (chapter) => markup`<a href="#${anchor}-${chapter}">${words.plain(`section.${chapter}`)}</a>`,
  );
  const cards = [
    renderPulse(view),
    renderKeyPeople(view),
    renderRoles(view),
    renderGraph(view),
    renderValue(view),
    renderAnswers(view),
    renderBest(view),
    renderNewcomers(view),
    renderRhythm(view),
    renderRisks(view),
    renderForecast(view),
    renderAdvice(view),
    renderEverybody(view),
    renderNumbers(view),
    renderEvidence(view),
  ];
  return markup`<article class="group" id="${anchor}">${verdict}<nav class="chapters" aria-label="${name}: ${words.plain('page.contents')}">${links}</nav><div class="cards">${cards}</div></article>`;
}

function renderSource(words: Words, diagnosis: Diagnosis, views: readonly View[]): Markup {
  const linker = views.length === 1 ? markup`<dl class="reading">${renderLinker(views[0]!)}</dl>` : undefined;
  return markup`<section class="card w12" id="reading"><header><h3>${words.plain('section.reading')}</h3></header><div class="in">${renderReading(words, diagnosis)}${linker}</div></section>`;
}
