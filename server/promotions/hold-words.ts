/** What the team reads of a promotion that waits: why, and when it may go, by the community's clocks. */
import type { AppError } from '../platform/errors.ts';
import type { Ctx } from '../platform/context.ts';
import { promotionsErrors } from './errors.ts';
import type { Hold } from './guard.ts';
import type { Recognition } from './recognition.ts';
import type { Standing } from './standing.ts';

/** The error of a promotion that waits: its code is the first reason, `mayAt` the earliest moment. */
export function errorOfHold(
  ctx: Ctx,
  hold: Hold,
  { standing, known }: { standing: Standing; known: Extract<Recognition, { promotion: true }> },
): AppError {
  const { policy, used, planned, zone } = standing;
  const { mayAt, reasons } = hold;
  const when = mayAt
    ? ctx.t('promotions:hold.from', { when: momentWords(ctx, mayAt, zone) })
    : ctx.t('promotions:hold.not_in_sight');
  // Nobody has called it a promotion: how to say that it is none belongs to the answer.
  const guess = known.knownBy === 'label' ? '' : ctx.t('promotions:hold.guessed');
  return promotionsErrors[`held_${reasons[0]!}`]({
    reasons,
    mayAt: mayAt?.toISOString() ?? null,
    knownBy: known.knownBy,
    used: used + planned,
    perWeek: policy.perWeek,
    gapHours: policy.gapHours,
    quietFrom: clockOf(policy.quiet.from),
    quietTo: clockOf(policy.quiet.to),
    when,
    guess,
  });
}

/** A moment in the reader's language and the community's zone, e.g. 11月26日 周四 09:00. */
export function momentWords(ctx: Ctx, at: Date, zone: string): string {
  return new Intl.DateTimeFormat(ctx.locale, {
    timeZone: zone,
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** Minutes of the day as `HH:MM`. */
export function clockOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
