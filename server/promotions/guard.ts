/** Whether a promotion may go now and, if not, why and from when on: budget of the week, gap, quiet hours, credit. Pure. */
import { localDay, shiftDay, startOfLocalDay, weekStart } from '../platform/clock.ts';
import { quietUntil, type QuietHours } from '../platform/quiet.ts';

/** What holds for a group. */
export interface Policy {
  /** Promotions from Monday to Sunday; 0 = none at all. */
  perWeek: number;
  /** Least hours between two. */
  gapHours: number;
  quiet: QuietHours;
  /** Below this the balance may not fall; null = it is only shown. */
  creditFloor: number | null;
}

/** Why a promotion waits. */
export const holdReasons = ['never', 'budget', 'gap', 'quiet', 'credit'] as const;

/** One reason. */
export type HoldReason = (typeof holdReasons)[number];

/** What the answer depends on. */
export interface GuardFacts {
  now: Date;
  zone: string;
  /** Promotions that were said or are planned, as far as they take places. */
  taken: readonly Date[];
  /** What would be left of the balance if it were said at a moment. */
  leftAt: (at: Date) => number;
}

/** Why it waits, what lasts longest first, and the earliest moment; null = not in sight. */
export interface Hold {
  reasons: HoldReason[];
  mayAt: Date | null;
}

const hourMs = 3_600_000;
const horizonDays = 60;

/** Decides about a promotion now; null = it may go. */
export function findHold(policy: Policy, facts: GuardFacts): Hold | null {
  const reasons = reasonsAt(facts.now, policy, facts);
  if (reasons.length === 0) return null;
  if (reasons.includes('never')) return { reasons: ['never'], mayAt: null };
  const latest = facts.now.getTime() + horizonDays * 24 * hourMs;
  let at = facts.now;
  while (at.getTime() <= latest) {
    const still = reasonsAt(at, policy, facts);
    if (still.length === 0) return { reasons, mayAt: at };
    // What only a later day can change goes first; quiet hours have the last word.
    at = nextAfter(at, still[0]!, { policy, facts });
  }
  return { reasons, mayAt: null };
}

function reasonsAt(at: Date, policy: Policy, facts: GuardFacts): HoldReason[] {
  if (policy.perWeek === 0) return ['never'];
  const { zone, taken } = facts;
  const week = weekStart(localDay(at, zone));
  const inWeek = taken.filter((one) => weekStart(localDay(one, zone)) === week).length;
  return [
    ...(inWeek >= policy.perWeek ? (['budget'] as const) : []),
    ...(policy.creditFloor !== null && facts.leftAt(at) < policy.creditFloor ? (['credit'] as const) : []),
    ...(findNear(at, policy, taken) ? (['gap'] as const) : []),
    ...(quietUntil(policy.quiet, zone, at) ? (['quiet'] as const) : []),
  ];
}

/** The latest promotion that is too near, before or after. */
function findNear(at: Date, { gapHours }: Policy, taken: readonly Date[]): Date | undefined {
  return taken
    .filter((one) => Math.abs(one.getTime() - at.getTime()) < gapHours * hourMs)
    .sort((a, b) => b.getTime() - a.getTime())[0];
}

function nextAfter(at: Date, reason: HoldReason, { policy, facts }: { policy: Policy; facts: GuardFacts }): Date {
  const { zone, taken } = facts;
  const day = localDay(at, zone);
  if (reason === 'budget') return startOfLocalDay(shiftDay(weekStart(day), 7), zone);
  if (reason === 'gap') return new Date(findNear(at, policy, taken)!.getTime() + policy.gapHours * hourMs);
  if (reason === 'quiet') return quietUntil(policy.quiet, zone, at)!;
  return startOfLocalDay(shiftDay(day, 1), zone);
}
