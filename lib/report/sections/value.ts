/** What the talk is worth: content beside chatter and ads, topics, the most useful messages, and how soon questions are answered. */
import type { Curve } from '../../analysis/diagnosis.ts';
import { drawCurve, drawPlot, drawRule } from '../chart.ts';
import { markup } from '../html.ts';
import type { Markup } from '../html.ts';
import { avatar, card, nameOf, proofs, quote } from '../view.ts';
import type { View } from '../view.ts';
import { numberOf, readInfo } from './verdict.ts';

const TOPICS = 5;
const BEST = 6;
const DAY_MINUTES = 1440;

/** Content, chatter and ads, and what was talked about. */
export function renderValue(view: View): Markup {
  return card(view, { id: 'value', wide: 7 }, markup`${renderShares(view)}${renderTopics(view)}`);
}

function renderShares({ words, group }: View): Markup {
  const info = readInfo(group);
  const ads = numberOf(group.metrics['risk.ads']) ?? 0;
  if (info === null) return markup`<p class="none">${words.plain('value.none')}</p>`;
  // A message may be both: then it is drawn as an ad, which is what the owner has to see.
  const shown = { info: Math.min(info, 1 - ads), rest: Math.max(0, 1 - ads - info), ads };
  const parts = (['info', 'rest', 'ads'] as const).filter((key) => shown[key] > 0);
  return markup`<div class="shares" role="img" aria-label="${parts.map((key) => `${words.plain(`value.${key}`)} ${words.format(shown[key], 'percent')}`).join(', ')}">${parts.map((key) => markup`<i class="${key}" style="width:${(shown[key] * 100).toFixed(1)}%"></i>`)}</div><ul class="legend">${parts.map(
    (key) =>
      markup`<li><i class="dot ${key}"></i>${words.plain(`value.${key}`)} <b>${words.format(shown[key], 'percent')}</b></li>`,
  )}</ul><p class="hint">${words.plain('value.rest_note')}</p>`;
}

function renderTopics(view: View): Markup {
  const { words, group } = view;
  const topics = group.topics.slice(0, TOPICS);
  const most = Math.max(...topics.map(({ messages }) => messages), 1);
  const rows = topics.map(
    ({ words: said, messages, people, root, evidence }) =>
      markup`<li><p><b>${said.slice(0, 4).join(words.lang === 'en' ? ', ' : ' · ')}</b> <small>${words.say('value.topic_size', { people, messages })}</small></p><span class="bar"><i style="width:${Math.round((messages / most) * 100)}%"></i></span>${quote(view, evidence[0] ?? root, 40)}</li>`,
  );
  return markup`<h4>${words.plain('value.topics')}</h4>${
    rows.length === 0
      ? markup`<p class="none">${words.plain('value.topics_none')}</p>`
      : markup`<ul class="topics">${rows}</ul>`
  }`;
}

/** The most useful messages. */
export function renderBest(view: View): Markup | undefined {
  const { words, group } = view;
  if (group.valuable.length === 0) return undefined;
  const rows = group.valuable
    .filter(({ message }) => view.message(message))
    .slice(0, BEST)
    .map(({ message, repliers }) => {
      const { author } = view.message(message)!;
      return markup`<li>${avatar(view, author)}<div><b>${nameOf(view, author)}</b>${repliers > 0 && markup`<small>${words.plain('value.best_by', { repliers })}</small>`}<p>${quote(view, message, 90)}</p></div></li>`;
    });
  return card(
    view,
    { id: 'best', wide: 12, title: words.plain('value.best'), lead: words.plain('value.hand') },
    markup`<ul class="best">${rows}</ul>`,
  );
}

/** How soon questions are answered. */
export function renderAnswers(view: View): Markup {
  const { words, group } = view;
  const title = words.plain('value.answers');
  const curve = group.responseCurve;
  const median = numberOf(group.metrics['sla.median']);
  if (curve === null)
    return card(
      view,
      { id: 'answers', wide: 5, title },
      markup`<p class="none">${words.plain('value.answers_none')}</p>`,
    );
  return card(
    view,
    { id: 'answers', wide: 5, title },
    markup`${median !== null && markup`<p><b>${words.say('value.answers_median', { minutes: median })}</b></p>`}${drawAnswers(view, curve)}<p class="hint">${words.plain('number.n', { n: words.format(curve.n, '') })}</p>${proofs(view, listUnanswered(view))}`,
  );
}

/** Questions that still wait are what the owner can do something about. */
function listUnanswered({ group }: View): string[] {
  return group.advice.filter(({ code }) => code === 'answer_question').flatMap(({ evidence }) => evidence);
}

/** Minutes matter at first and hours later: the axis is the square root of time. */
function drawAnswers({ words }: View, curve: Curve): Markup {
  const root = (minutes: number) => Math.sqrt(minutes / DAY_MINUTES);
  const bent = { ...curve, x: curve.x.map(root) };
  const marks = [60, 360, 1440].map((minutes) => ({ at: root(minutes), text: words.format(minutes, 'minutes') }));
  return drawPlot({
    label: words.plain('value.answers'),
    height: 150,
    shapes: markup`${drawRule(0.5)}${drawCurve(bent, 1, { tone: 'jade', steps: true })}`,
    below: marks,
    beside: [0, 0.5, 1].map((at) => ({ at, text: words.format(at, 'percent') })),
  });
}
