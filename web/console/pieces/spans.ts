import type { Say } from '../text.ts';

/** A stretch of time in short words: seconds below two minutes, then minutes, hours, days. */
export function saySpan(t: Say, seconds: number): string {
  if (seconds < 90) return t('rules.span.seconds', { count: Math.round(seconds) });
  const minutes = seconds / 60;
  if (minutes < 90) return t('rules.span.minutes', { count: Math.round(minutes) });
  const hours = minutes / 60;
  return hours < 48
    ? t('rules.span.hours', { count: Math.round(hours) })
    : t('rules.span.days', { count: Math.round(hours / 24) });
}
