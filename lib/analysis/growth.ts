/** Who brought whom, as far as rows of inviting tell (metrics.md §7.1, §7.2): K, cycle, depth, shape of the trees, and the funnel. */
import { wilsonInterval } from '../stats/interval.ts';
import { measureCascades, structuralVirality } from '../stats/cascade.ts';
import { growthFactor } from '../stats/growth.ts';
import { kaplanMeier, survivalQuantile } from '../stats/kaplan-meier.ts';
import { DAY } from './calendar.ts';
import type { Frame } from './frame.ts';
import type { Arrival } from './newcomers.ts';
import { give, giveOr, lack } from './results.ts';
import type { Results } from './results.ts';

const FOLLOW_UP_DAYS = 14;
const FEWEST_COHORT = 10;
const FEWEST_INVITES = 10;
const FEWEST_FUNNEL = 5;
const GROW = ['grow.K', 'grow.cycle', 'grow.depth3', 'grow.virality'] as const;

interface Join {
  at: number;
  inviter: number;
}

/** All `grow.*` and `funnel.*`. */
export function measureGrowth(frame: Frame, arrivals: readonly Arrival[]): Results {
  return { ...measureFunnel(frame, arrivals), ...measureInvites(frame) };
}

function measureInvites(frame: Frame): Results {
  const joins = listJoins(frame);
  const invited = [...joins.values()].filter(({ inviter }) => inviter >= 0).length;
  if (!frame.capabilities.inviter) return lackAll(frame, 'no_inviters', 0);
  if (invited < FEWEST_INVITES) return lackAll(frame, 'too_few_invites', invited);
  const parents = listParents(frame, joins);
  const { deepShare } = measureCascades(parents);
  return {
    'grow.K': measureFactor(frame, joins),
    'grow.cycle': measureCycle(frame, joins),
    'grow.depth3': giveOr(frame, 'grow.depth3', { value: deepShare, n: invited, reason: 'too_few_invites' }),
    'grow.virality': giveOr(frame, 'grow.virality', {
      value: structuralVirality(parents),
      n: invited,
      reason: 'too_few_invites',
    }),
  };
}

function lackAll(frame: Frame, reason: 'no_inviters' | 'too_few_invites', n: number): Results {
  return Object.fromEntries(GROW.map((id) => [id, lack(frame, id, { reason, n })]));
}

/** The first join of everybody, with the inviter when the log names one. */
function listJoins({ all }: Frame): Map<number, Join> {
  const joins = new Map<number, Join>();
  for (const { at, kind, actor, targets } of all.events) {
    if (kind !== 'join' && kind !== 'invite') continue;
    const people = targets.length > 0 ? targets : actor >= 0 ? [actor] : [];
    for (const person of people) {
      // A ring of people who invite each other back in would have no root.
      if (!joins.has(person)) joins.set(person, { at, inviter: actor === person ? -1 : actor });
    }
  }
  return joins;
}

/** The inviter of each person, -1 for none; a ring of people who brought each other is cut where it closes. */
function listParents({ all }: Frame, joins: ReadonlyMap<number, Join>): Int32Array {
  const parents = new Int32Array(all.people.length).fill(-1);
  for (const [person, { inviter }] of [...joins].sort(([, one], [, other]) => one.at - other.at)) {
    let above = inviter;
    while (above >= 0 && above !== person) above = parents[above]!;
    if (above !== person) parents[person] = inviter;
  }
  return parents;
}

/** People brought within 14 days by each member of the cohort that joined 42 to 14 days ago. */
function measureFactor(frame: Frame, joins: ReadonlyMap<number, Join>): Results['grow.K'] {
  const from = frame.since(28 + FOLLOW_UP_DAYS);
  const to = frame.since(FOLLOW_UP_DAYS);
  const cohort = [...joins].filter(([, { at }]) => at >= from && at < to);
  if (cohort.length < FEWEST_COHORT) return lack(frame, 'grow.K', { reason: 'too_few_members', n: cohort.length });
  const brought = new Map(cohort.map(([person]) => [person, 0]));
  for (const { inviter, at } of joins.values()) {
    const since = joins.get(inviter)?.at;
    if (since === undefined || !brought.has(inviter) || at < since || at - since > FOLLOW_UP_DAYS * DAY) continue;
    brought.set(inviter, brought.get(inviter)! + 1);
  }
  const factor = growthFactor([...brought.values()])!;
  return give(frame, 'grow.K', {
    value: factor.k,
    n: cohort.length,
    ci95: factor.interval,
    // Only invitations that were accepted leave a row.
    parts: { acceptedOnly: 1, topInviterShare: factor.topInviterShare },
  });
}

function measureCycle(frame: Frame, joins: ReadonlyMap<number, Join>): Results['grow.cycle'] {
  const firstInvite = new Map<number, number>();
  for (const { at, inviter } of joins.values()) {
    if (inviter >= 0) firstInvite.set(inviter, Math.min(at, firstInvite.get(inviter) ?? Number.POSITIVE_INFINITY));
  }
  const known = [...joins].map(([person, { at }]) => ({ at, first: firstInvite.get(person) }));
  const durations = known.map(({ at, first }) => Math.max(0, ((first ?? frame.now) - at) / DAY));
  const curve = kaplanMeier({ durations, events: known.map(({ first }) => first !== undefined) });
  return giveOr(frame, 'grow.cycle', {
    value: survivalQuantile(curve),
    n: curve.n,
    parts: { inviters: firstInvite.size },
    reason: 'too_few_invites',
  });
}

/** The funnel of those who joined: came, were answered within a week, still spoke in the fourth week, brought somebody. */
function measureFunnel(frame: Frame, arrivals: readonly Arrival[]): Results {
  const { all } = frame;
  if (!frame.capabilities.joins) {
    const ids = ['funnel.acquisition', 'funnel.activation', 'funnel.retention'] as const;
    return {
      ...Object.fromEntries(ids.map((id) => [id, lack(frame, id, { reason: 'no_joins' })])),
      'funnel.referral': lack(frame, 'funnel.referral', { reason: 'no_inviters' }),
    };
  }
  const joined = arrivals.flatMap((one) => (one.joined === null ? [] : [{ ...one, joined: one.joined }]));
  const aged = (from: number, to: number): typeof joined =>
    joined.filter((one) => one.joined >= frame.since(from) && one.joined < frame.since(to));
  const rate = (
    id: 'funnel.activation' | 'funnel.retention' | 'funnel.referral',
    part: number,
    of: number,
  ): Results[typeof id] =>
    of < FEWEST_FUNNEL
      ? lack(frame, id, { reason: 'too_few_newcomers', n: of })
      : give(frame, id, { value: part / of, n: of, ci95: wilsonInterval(part, of) });
  const week = aged(56, 7);
  const month = aged(84, 28);
  const active = week.filter((one) => one.first >= 0 && one.reply >= 0 && all.at[one.reply]! - one.joined <= 7 * DAY);
  const kept = month.filter((one) => one.lastAt - one.joined >= 21 * DAY);
  const inviters = new Set(all.events.filter(({ kind }) => kind === 'invite').map(({ actor }) => actor));
  const came = aged(28, 0).length;
  return {
    'funnel.acquisition': give(frame, 'funnel.acquisition', { value: came, n: came }),
    'funnel.activation': rate('funnel.activation', active.length, week.length),
    'funnel.retention': rate('funnel.retention', kept.length, month.length),
    'funnel.referral': frame.capabilities.inviter
      ? rate('funnel.referral', month.filter(({ person }) => inviters.has(person)).length, month.length)
      : lack(frame, 'funnel.referral', { reason: 'no_inviters' }),
  };
}
