/** The first screen of a group: five sentences, the four parts of health, and the way to the first step. */
import type { MetricResult, MetricValue } from '../../analysis/diagnosis.ts';
import { markup } from '../html.ts';
import type { Markup } from '../html.ts';
import { sayFinding } from '../view.ts';
import type { View } from '../view.ts';

/** Twelve people who speak equally fill the bar of life; half of all talk with content fills that of worth. */
const LIFE_FULL = 12;
const WORTH_FULL = 0.5;
const LINES = ['kind', 'people', 'value', 'direction', 'next'] as const;

interface Part {
  key: 'alive' | 'value' | 'net' | 'stay';
  /** What the bar shows, from 0 to 1. */
  height: number | null;
  figure: string;
}

/** The verdict; the first sentence is the headline. */
export function renderVerdict(view: View, name: string): Markup {
  const { words, group } = view;
  const sentences = group.verdict.map((finding, at) => {
    const line = LINES.find((one) => finding.code.startsWith(`${one}.`)) ?? LINES[at]!;
    return markup`<li class="${finding.tone}"><span>${words.plain(`verdict.${line}`)}</span><p>${sayFinding(view, finding)}</p></li>`;
  });
  return markup`<div class="verdict"><div class="lead"><h2>${name}</h2><p class="span">${describeSpan(view)}</p><ol class="five" aria-label="${words.plain('verdict.title')}">${sentences}</ol>${
    group.advice.length > 0 && markup`<a class="go" href="#${view.anchor}-advice">${words.plain('page.first_step')}</a>`
  }</div>${renderFour(view)}</div>`;
}

function describeSpan({ words, group }: View): Markup {
  const { messages, authors, from, to } = group;
  return from === null ? words.say('page.read_empty') : words.say('page.read', { messages, authors, from, to });
}

function renderFour(view: View): Markup {
  const { words } = view;
  const parts = listParts(view).map(({ key, height, figure }) => {
    const tone = height === null ? 'unknown' : height >= 0.5 ? 'good' : height >= 0.25 ? 'watch' : 'bad';
    const what = words.plain(key === 'alive' && isDead(view) ? 'four.alive_now' : `four.${key}_what`);
    return markup`<div class="part ${tone}"><b>${words.plain(`four.${key}`)}</b><i style="--v:${Math.round((height ?? 1) * 100)}%"></i><div><strong>${figure}</strong><span>${what}</span></div></div>`;
  });
  return markup`<div class="four" role="group" aria-label="${words.plain('four.title')}">${parts}<p>${isDead(view) && words.plain('four.before')}${words.plain('four.scale')}</p></div>`;
}

function isDead({ group }: View): boolean {
  return group.lifecycle.stage === 'dead';
}

function listParts(view: View): Part[] {
  const { words, group } = view;
  const { metrics } = group;
  // Windows end with the last message; of a group that has fallen silent, nobody speaks now.
  const speakers = isDead(view) ? 0 : numberOf(metrics['act.speakers']);
  const effective = isDead(view) ? 0 : numberOf(metrics['act.effSpeakers']);
  const info = readInfo(group);
  const mutual = numberOf(metrics['net.recip']);
  const returned = numberOf(metrics['mem.newReturn']);
  const missing = words.plain('four.unknown');
  const share = (value: number | null) => (value === null ? missing : words.format(value, 'percent'));
  const scale = (value: number | null, full: number) => (value === null ? null : Math.min(1, value / full));
  return [
    {
      key: 'alive',
      height: scale(effective ?? speakers, LIFE_FULL),
      figure: speakers === null ? missing : words.format(speakers, ''),
    },
    { key: 'value', height: scale(info, WORTH_FULL), figure: share(info) },
    { key: 'net', height: mutual, figure: share(mutual) },
    { key: 'stay', height: returned, figure: share(returned) },
  ];
}

/** The value of a result when it is a number. */
export function numberOf(result: MetricResult<MetricValue> | undefined): number | null {
  return typeof result?.value === 'number' ? result.value : null;
}

/** The share of talk with content that the verdict names, so that one page never says two; else that of the last seven days. */
export function readInfo({ verdict, metrics }: View['group']): number | null {
  const told = verdict.find(({ code }) => code.startsWith('value.'))?.params.info;
  return typeof told === 'number' ? told : numberOf(metrics['msg.info']);
}
