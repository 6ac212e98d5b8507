import { listGroupDays } from '../groups/index.ts';
import { localDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { listCreditDays } from './balance.ts';
import { weights } from './credit.ts';
import type { Standing } from './standing.ts';
import type { Place } from './store/promotions.ts';

/** Where a group stands as a whole: its week, the share of promotions in what its hosts said, its credit by days. */
export async function showStanding(ctx: Ctx, place: Place, standing: Standing) {
  const { settings, policy, own, zone, week, used, planned } = standing;
  const { perWeek, gapHours, quiet, creditFloor } = policy;
  const days = await listCreditDays(ctx, place);
  const to = localDay(ctx.now(), zone);
  const messages = (await listGroupDays(ctx, { ...place, from: week, to })).reduce(
    (sum, day) => sum + day.hostMessages,
    0,
  );
  return {
    guard: settings.guard,
    zone,
    policy: { perWeek, gapHours, quiet, creditFloor },
    own,
    week: { from: week, used, planned, left: Math.max(0, perWeek - used - planned) },
    hosts: { messages, share: messages > 0 ? Math.min(1, Math.round((used / messages) * 1000) / 1000) : null },
    credit: { provisional: true as const, weights: { ...weights } },
    days,
  };
}
