import { basename } from 'node:path';
import type { ReportLanguage } from '../../../lib/report/index.ts';
import type { CommandCall } from '../command.ts';
import { UsageError } from '../usage.ts';

/** The zone of an export that names none, unless somebody says otherwise. */
export const defaultZone = 'Asia/Shanghai';

/** What was asked for, checked. */
export interface Wish {
  path: string;
  html?: string;
  json?: string;
  group?: string;
  zone: string;
  lang: ReportLanguage;
  pseudonyms: boolean;
  /** From when silence is measured; else the end of the log. */
  now?: Date;
}

/** Reads the command line; throws with the cure in the asked language. */
export function readWish({ options, positionals, t }: CommandCall, lang: ReportLanguage): Wish {
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw new UsageError(t('diagnose:usage'));
  const { html, json, group, lang: asked, zone = defaultZone } = options;
  if (asked !== undefined && asked.toLowerCase() !== lang.toLowerCase())
    throw new UsageError(t('diagnose:lang_unknown', { lang: asked }));
  if (!isZone(zone)) throw new UsageError(t('diagnose:zone_unknown', { zone }));
  const now = options.now === undefined ? undefined : new Date(options.now);
  if (now && Number.isNaN(now.getTime())) throw new UsageError(t('diagnose:now_unknown', { now: options.now }));
  const neither = html === undefined && json === undefined;
  return {
    path,
    html: neither ? `${nameOf(path)}.diagnosis.html` : html,
    json,
    group,
    zone,
    lang,
    pseudonyms: Boolean(options.pseudonyms),
    now,
  };
}

/** The name of a file without its folder and its kind. */
export function nameOf(path: string): string {
  return basename(path).replace(/\.[^.]{1,5}$/u, '') || 'group';
}

function isZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}
