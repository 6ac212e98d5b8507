/**
 * How invitations multiply: the K factor with an interval that respects that few invite many, and how often a group is silent
 * for how long.
 */
import type { Interval } from './interval.ts';
import { normalQuantile } from './distributions.ts';
import { sorted, sum, variance } from './summary.ts';

/** New members per member of a cohort. */
export interface GrowthFactor {
  k: number;
  interval: Interval;
  /** Negative-binomial dispersion: small means that few do nearly all the inviting; `Infinity` when as even as chance. */
  dispersion: number;
  /** Share of all invitees brought by the top 1% of members (at least one person); `null` when nobody was brought. */
  topInviterShare: number | null;
}

/**
 * K of a cohort that has been followed long enough (≥ 14 days): mean number of accepted invitations per member; interval
 * from the negative-binomial variance k + k²/dispersion on the log scale, by Wilson's upper limit when nobody was brought.
 * `null` below two members.
 */
export function growthFactor(invitees: ArrayLike<number>, level = 0.95): GrowthFactor | null {
  const n = invitees.length;
  if (n < 2) return null;
  const total = sum(invitees);
  const k = total / n;
  const z = normalQuantile(0.5 + level / 2);
  if (total === 0) return { k: 0, interval: [0, (z * z) / n], dispersion: Infinity, topInviterShare: null };
  const excess = variance(invitees)! - k;
  const dispersion = excess > 0 ? (k * k) / excess : Infinity;
  const error = Math.sqrt((1 / k + 1 / dispersion) / n);
  const top = sorted(invitees).subarray(n - Math.max(1, Math.floor(n / 100)));
  return {
    k,
    interval: [k * Math.exp(-z * error), k * Math.exp(z * error)],
    dispersion,
    topInviterShare: sum(top) / total,
  };
}

/**
 * Silence that is unusual for this group: smallest whole number D ≥ `least` (days) such that at most `share` of its gaps
 * were longer (metrics.md §6.3: 1%, least 7). The last, unfinished silence must not be among the gaps. `null` below
 * `fewest` gaps; below 1/share gaps it is the longest one.
 */
export function quietThreshold(gaps: ArrayLike<number>, { share = 0.01, least = 7, fewest = 20 } = {}): number | null {
  if (gaps.length < Math.max(1, fewest)) return null;
  const ascending = sorted(gaps);
  const allowed = Math.floor(share * gaps.length + 1e-9);
  return Math.max(least, Math.ceil(ascending[gaps.length - 1 - allowed]!));
}
