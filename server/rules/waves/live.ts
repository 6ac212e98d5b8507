import type { Ctx } from '../../platform/context.ts';
import type { Wave } from '../store/waves.ts';

/** Tells the team's screens after commit that a wave has come, grown, or that something is done about it. */
export function showWave(ctx: Ctx, { communityId, id: waveId, groupId }: Pick<Wave, 'communityId' | 'id' | 'groupId'>) {
  ctx.afterCommit(() => ctx.services.live.publish('team', communityId, { type: 'wave', waveId, groupId }));
}
