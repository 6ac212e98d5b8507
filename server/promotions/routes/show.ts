import type { z } from 'zod';
import { weekStart } from '../../platform/clock.ts';
import { valueOf, valueParts, type CreditDay } from '../credit.ts';
import type { Scheduled } from '../store/scheduled.ts';
import type { scheduledShape, weekShape } from './shapes.ts';

/** A planned promotion as the team sees it. */
export function showScheduled({ words, ...one }: Scheduled): z.input<typeof scheduledShape> {
  return { ...one, text: words?.text ?? '', kind: words?.kind ?? 'text' };
}

/** Points to one digit, as they are shown. */
export function roundPoints(points: number): number {
  return Math.round(points * 10) / 10;
}

/** Days as weeks, the last first. */
export function weeksOf(days: readonly CreditDay[]): z.input<typeof weekShape>[] {
  const weeks = [...Map.groupBy(days, ({ day }) => weekStart(day))].reverse();
  return weeks.map(([from, some]) => {
    const sum = (of: (day: CreditDay) => number) => some.reduce((total, day) => total + of(day), 0);
    const byPart = (of: (day: CreditDay, part: (typeof valueParts)[number]) => number) =>
      Object.fromEntries(valueParts.map((part) => [part, roundPoints(sum((day) => of(day, part)))])) as Record<
        (typeof valueParts)[number],
        number
      >;
    return {
      from,
      counts: byPart(({ counts }, part) => counts[part]),
      points: byPart(({ counts }, part) => valueOf(counts).parts[part]),
      value: roundPoints(sum(({ value }) => value)),
      promotions: sum(({ promotions }) => promotions),
      spent: roundPoints(sum(({ spent }) => spent)),
      balance: roundPoints(some.at(-1)!.balance),
    };
  });
}
