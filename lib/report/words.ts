/**
 * The words of a report: one catalogue per language, and how numbers, shares, days and durations are written in it. A text may hold
 * `{{name}}` or `{{name|format:argument}}`; the variant `key_no_name` is taken when `name` is not known.
 */
import en from './locales/en.json' with { type: 'json' };
import enMetrics from './locales/en.metrics.json' with { type: 'json' };
import zhCn from './locales/zh-CN.json' with { type: 'json' };
import zhCnMetrics from './locales/zh-CN.metrics.json' with { type: 'json' };
import zhTw from './locales/zh-TW.json' with { type: 'json' };
import zhTwMetrics from './locales/zh-TW.metrics.json' with { type: 'json' };
import { markup } from './html.ts';
import type { Markup, Value } from './html.ts';

/** Languages of a report, the first is the default. */
export const REPORT_LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

/** Values for the placeholders of a text. */
export type Params = Readonly<Record<string, unknown>>;

/** Gives a placeholder its form before the usual ones are tried; undefined leaves it to them. */
export type Resolve = (name: string, value: unknown, format: string) => Value | undefined;

/** What a metric is called and how it is made. */
export interface MetricWords {
  name: string;
  how: string;
}

const CATALOGUES: Record<ReportLanguage, unknown> = { 'zh-CN': zhCn, 'zh-TW': zhTw, en };
const METRICS: Record<ReportLanguage, Record<string, MetricWords | undefined>> = {
  'zh-CN': zhCnMetrics,
  'zh-TW': zhTwMetrics,
  en: enMetrics,
};
const PLACEHOLDER = /\{\{(\w+)(?:\|(\w+)(?::([^}]*))?)?\}\}/gu;

/** One language in one zone. */
export interface Words {
  lang: ReportLanguage;
  /** Whether the catalogue has the text. */
  has(key: string): boolean;
  /** The text with its placeholders filled. */
  say(key: string, params?: Params, resolve?: Resolve): Markup;
  /** The text without markup, for attributes and titles. */
  plain(key: string, params?: Params): string;
  metric(id: string): MetricWords | undefined;
  format(value: unknown, format: string, argument?: string): string;
}

/** Opens a language; moments are shown in the zone. */
export function openWords(lang: ReportLanguage, zone: string): Words {
  const catalogue = CATALOGUES[lang];
  const formats = makeFormats(lang, zone, (key) => find(catalogue, key));
  const fill = (key: string, params: Params, resolve?: Resolve): Value[] =>
    split(findText(catalogue, key, params)).map((part) => {
      if (typeof part === 'string') return part;
      const value = params[part.name];
      return resolve?.(part.name, value, part.format) ?? formats(value, part.format, part.argument);
    });
  return {
    lang,
    has: (key) => typeof find(catalogue, key) === 'string',
    say: (key, params = {}, resolve) => markup`${fill(key, params, resolve)}`,
    plain: (key, params = {}) =>
      split(findText(catalogue, key, params))
        .map((part) => (typeof part === 'string' ? part : formats(params[part.name], part.format, part.argument)))
        .join(''),
    metric: (id) => METRICS[lang][id],
    format: formats,
  };
}

function find(catalogue: unknown, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], catalogue);
}

/** The text of a key, or of its variant for the first value that is not known. */
function findText(catalogue: unknown, key: string, params: Params): string {
  const text = find(catalogue, key);
  if (typeof text !== 'string') throw new Error(`the report has no text "${key}"`);
  for (const part of split(text)) {
    if (typeof part === 'string' || (params[part.name] ?? null) !== null) continue;
    const variant = find(catalogue, `${key}_no_${part.name}`);
    if (typeof variant === 'string') return variant;
  }
  return text;
}

function split(template: string): (string | { name: string; format: string; argument?: string })[] {
  const parts: (string | { name: string; format: string; argument?: string })[] = [];
  let from = 0;
  for (const found of template.matchAll(PLACEHOLDER)) {
    parts.push(template.slice(from, found.index), { name: found[1]!, format: found[2] ?? '', argument: found[3] });
    from = found.index + found[0].length;
  }
  parts.push(template.slice(from));
  return parts.filter((part) => part !== '');
}

type Lookup = (key: string) => unknown;

function makeFormats(lang: ReportLanguage, zone: string, lookup: Lookup): Words['format'] {
  const decimals = (digits: number) =>
    new Intl.NumberFormat(lang, { minimumFractionDigits: 0, maximumFractionDigits: digits });
  const [whole, one, two] = [decimals(0), decimals(1), decimals(2)];
  const day = new Intl.DateTimeFormat(lang, { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' });
  const local = new Intl.DateTimeFormat(lang, { timeZone: zone, year: 'numeric', month: 'long', day: 'numeric' });
  const moment = new Intl.DateTimeFormat(lang, {
    timeZone: zone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const wordOf = (key: string): string => String(lookup(key));
  const none = wordOf('format.none');
  const percent = (value: number): string => {
    const scaled = Math.abs(value) * 100;
    return `${(scaled > 0 && scaled < 9.95 ? one : whole).format(scaled)}%`;
  };
  const counted = (value: number, forms: string): string => {
    const [single = '', many = single] = forms.split(',');
    return `${one.format(value)} ${value === 1 ? single : many}`;
  };
  const nest = (key: string, value: string | number): string =>
    split(String(lookup(key)))
      .map((part) =>
        typeof part === 'string'
          ? part
          : part.format === 'plural'
            ? counted(Number(value), part.argument!)
            : `${value}`,
      )
      .join('');
  const duration = (minutes: number): string => {
    if (minutes < 1) return nest('format.seconds', '');
    if (minutes < 60) return nest('format.minute', Math.round(minutes));
    if (minutes < 36 * 60) return nest('format.hours', Math.round(minutes / 6) / 10);
    return nest('format.days', Math.round(minutes / 144) / 10);
  };
  const dateOf = (text: string): string =>
    /^\d{4}-\d{2}-\d{2}$/u.test(text) ? day.format(new Date(`${text}T00:00:00Z`)) : local.format(new Date(text));
  const byFormat: Record<string, (value: number, argument: string) => string> = {
    '': (value) => (Number.isInteger(value) ? whole : one).format(value),
    decimal: (value) => one.format(value),
    decimal2: (value) => two.format(value),
    percent: (value) => `${value < 0 ? '−' : ''}${percent(value)}`,
    // Out of a simulation nothing is impossible and nothing certain.
    odds: (value) => (value < 0.01 ? wordOf('format.below') : value > 0.99 ? wordOf('format.above') : percent(value)),
    chance: (value) =>
      value < 0.01 || value > 0.99 ? byFormat.odds!(value, '') : nest('format.about', percent(value)),
    drop: (value) => percent(value),
    signed: (value) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${percent(value)}`,
    lift: (value) => percent(value - 1),
    plural: counted,
    minutes: (value) => duration(value),
    hours: (value) => duration(value * 60),
    weekday: (value) => (lookup('format.weekdays') as string[])[Math.round(value) - 1] ?? none,
    hour: (value) => nest('format.hour', Math.round(value)),
    count: (value) => whole.format(value),
  };
  return (value, format, argument = '') => {
    if (Array.isArray(value)) {
      const list = value as readonly unknown[];
      return format === 'count' ? whole.format(list.length) : list.map(showPlain).join(String(lookup('format.and')));
    }
    if (typeof value === 'number') return (byFormat[format] ?? byFormat['']!)(value, argument);
    if (typeof value === 'boolean') return String(lookup(value ? 'number.yes' : 'number.no'));
    if (typeof value !== 'string') return none;
    if (format === 'date') return dateOf(value);
    return format === 'moment' ? moment.format(new Date(value)) : value;
  };
}

/** What a list may hold. */
function showPlain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
