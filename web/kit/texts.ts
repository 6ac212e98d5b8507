import type kit from '../locales/zh-CN/kit.json';
import { textsOf } from './i18n.ts';
import { toApiError } from './problem.ts';

const { t } = textsOf<{ kit: typeof kit }>();

/** What to tell a person about a failure: the server's own words, or ours when there are none. */
export function problemText(thrown: unknown): string {
  const error = toApiError(thrown);
  return error.detail || t(error.isNetwork ? 'kit:problem.network' : 'kit:problem.unknown');
}
