import { getZone } from '../communities/index.ts';
import { listLivingGroups } from '../groups/index.ts';
import { localDay, shiftDay, startOfLocalDay, weekStart } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { getPromotionsSettings } from './settings.ts';
import { policyOf } from './standing.ts';
import { selectCounted, selectOwn } from './store/promotions.ts';
import { selectWaiting } from './store/scheduled.ts';

/** What a group has used of this week's budget. */
export interface Budget {
  used: number;
  planned: number;
  perWeek: number;
}

/** This week's budget of every living group, in a number of statements that does not depend on how many there are. */
export async function listBudgets(ctx: Ctx, communityId: string): Promise<Map<string, Budget>> {
  const settings = await getPromotionsSettings(ctx, communityId);
  if (settings.guard === 'off') return new Map();
  const zone = await getZone(ctx, communityId);
  const week = weekStart(localDay(ctx.now(), zone));
  const since = startOfLocalDay(week, zone);
  const until = startOfLocalDay(shiftDay(week, 7), zone);
  const [groups, own, said, waiting] = await Promise.all([
    listLivingGroups(ctx, communityId),
    selectOwn(ctx, communityId, null),
    selectCounted(ctx, { communityId, groupId: null, since }),
    selectWaiting(ctx, { communityId, groupId: null }),
  ]);
  const used = Map.groupBy(said, ({ groupId }) => groupId);
  const planned = Map.groupBy(
    waiting.filter(({ dueAt }) => dueAt < until),
    ({ groupId }) => groupId,
  );
  return new Map(
    groups.map(({ id, tier }) => [
      id,
      {
        used: used.get(id)?.length ?? 0,
        planned: planned.get(id)?.length ?? 0,
        perWeek: policyOf(settings, tier, own.get(id)).perWeek,
      },
    ]),
  );
}
