/** Where a person stands on a ladder, by positions: what the rules give, a lock, a payment, and what holds of these. Pure. */
import { shiftDay } from '../platform/clock.ts';
import type { Held } from './decision.ts';
import type { Ladder } from './store/ladder.ts';
import type { StandingRow } from './store/standing.ts';

/** An operator's word that somebody stands here, whatever the rules say. */
export interface Lock {
  at: number;
  /** The last day; null = until it is lifted. */
  until: string | null;
  reason: string;
  by: string;
}

/** Where a person stands. */
export interface Standing {
  /** What holds. */
  at: number;
  since: string | null;
  rule: Held;
  ruleDueOn: string | null;
  lock: Lock | null;
  paid: { at: number; until: string } | null;
  dueOn: string | null;
  /** The accounts on which it is written. */
  identityIds: string[];
  /** Stood on a level that the ladder has no longer: goes at once where the rules say. */
  orphaned: boolean;
}

const nowhere: Standing = {
  at: 0,
  since: null,
  rule: { at: 0, since: null, belowSince: null },
  ruleDueOn: null,
  lock: null,
  paid: null,
  dueOn: null,
  identityIds: [],
  orphaned: false,
};

/** Reads the rows of one person's accounts: a lock goes before a payment, then the highest level. */
export function readStanding({ levels }: Pick<Ladder, 'levels'>, rows: readonly StandingRow[]): Standing {
  if (rows.length === 0) return nowhere;
  const find = (number: number) => levels.findIndex((level) => level.number === number);
  const best = rows.toSorted(
    (one, other) =>
      Number(other.lockLevel !== null) - Number(one.lockLevel !== null) ||
      (other.paidUntil ?? '').localeCompare(one.paidUntil ?? '') ||
      find(other.level) - find(one.level),
  )[0]!;
  const at = find(best.level);
  const ruleAt = find(best.ruleLevel);
  const lockAt = best.lockLevel === null ? -1 : find(best.lockLevel);
  const paidAt = best.paidLevel === null ? -1 : find(best.paidLevel);
  return {
    at: Math.max(0, at),
    since: best.since,
    rule: { at: Math.max(0, ruleAt), since: best.ruleSince, belowSince: best.belowSince },
    ruleDueOn: null,
    lock: lockAt < 0 ? null : { at: lockAt, until: best.lockUntil, reason: best.lockReason ?? '', by: best.lockBy! },
    paid: paidAt < 0 ? null : { at: paidAt, until: best.paidUntil! },
    dueOn: best.dueOn,
    identityIds: rows.map(({ identityId }) => identityId),
    orphaned:
      at < 0 || ruleAt < 0 || (best.lockLevel !== null && lockAt < 0) || (best.paidLevel !== null && paidAt < 0),
  };
}

/** What holds on a day: the lock, else the better of rules and payment; what has run out is gone. */
export function settle(standing: Standing, today: string): Standing {
  const lock = standing.lock && (standing.lock.until === null || standing.lock.until >= today) ? standing.lock : null;
  const paid = standing.paid && standing.paid.until >= today ? standing.paid : null;
  const at = lock ? lock.at : Math.max(standing.rule.at, paid?.at ?? 0);
  const due = [
    standing.ruleDueOn,
    lock?.until ? shiftDay(lock.until, 1) : null,
    paid ? shiftDay(paid.until, 1) : null,
  ].filter((day) => day !== null);
  return {
    ...standing,
    at,
    since: at === standing.at && standing.since !== null ? standing.since : today,
    rule: { ...standing.rule, since: standing.rule.since ?? today },
    lock,
    paid,
    dueOn: due.toSorted()[0] ?? null,
    orphaned: false,
  };
}
