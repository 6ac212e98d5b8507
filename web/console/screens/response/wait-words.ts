import { saySpan } from '../../pieces/spans.ts';
import type { Say } from '../../text.ts';

/** A wait in short words; waits are known to the minute. */
export function sayWait(t: Say, minutes: number): string {
  if (minutes < 1) return t('response.underMinute');
  return minutes < 2 ? t('rules.span.minutes', { count: 1 }) : saySpan(t, minutes * 60);
}
