/** Who is fading, pure: a written rule over days with a word, each person against their own earlier rhythm. No score, no model. */

/** The rule in numbers, which the page shows: `before` days are compared with the `recent` ones after them. */
export const rule = { recent: 28, before: 62, leastBefore: 4, mostOfUsual: 0.5 } as const;

/** Somebody's days with a word. */
export interface Rhythm {
  daysBefore: number;
  daysNow: number;
  lastOn: string | null;
}

/** How many days somebody would have come lately, as they did before. */
export function usualDays({ daysBefore }: Rhythm): number {
  return (daysBefore * rule.recent) / rule.before;
}

/** Whether somebody comes half as often as before, or less; who never came often can't fade. */
export function isFading(rhythm: Rhythm): boolean {
  return rhythm.daysBefore >= rule.leastBefore && rhythm.daysNow <= rule.mostOfUsual * usualDays(rhythm);
}

/** Order of the list: the most missing days first, then whose last word is the longest ago. */
export function compareFading(a: Rhythm, b: Rhythm): number {
  const missing = (one: Rhythm) => usualDays(one) - one.daysNow;
  return missing(b) - missing(a) || (a.lastOn ?? '').localeCompare(b.lastOn ?? '');
}

/** Parts that are compared once there is enough to measure: gone quiet altogether, or come less. */
export type Part = 'gone' | 'less';

/** The part that somebody belongs to. */
export function partOf({ daysNow }: Rhythm): Part {
  return daysNow === 0 ? 'gone' : 'less';
}
