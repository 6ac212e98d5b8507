import type { Ctx } from '../platform/context.ts';
import type { Place } from './store/promotions.ts';

/** Tells the team's screens that a group's promotions are others than before. */
export function showPromotions(ctx: Ctx, { communityId, groupId }: Place): void {
  ctx.afterCommit(() => ctx.services.live.publish('team', communityId, { type: 'promotions', groupId }));
}
